import Diagnostics

extension RuleAnalysis {
    /// Answers for which no rule of a table matches, so that it says nothing. A table that adds to tallies need not
    /// speak to everything.
    func gaps() -> [Diagnostic] {
        program.tables.indices.filter { program.tables[$0].role != .favours }.compactMap { index in
            if let boxes = boxes(of: index) {
                let gaps = boxes.gaps(limit: Self.shown)
                guard let first = gaps.found.first else { return nil }
                let shown = Shown(
                    regions: gaps.found.map { situations($0.region, of: index) },
                    witness: answers(first.region, of: index),
                    isCut: gaps.count > gaps.found.count || !gaps.isExact, isCautious: false)
                return .gap(in: program.tables[index], shown)
            }
            guard var compiler, let result = compiler.results[index] else { return nil }
            let root = try? compiler.builder.map(result.root) {
                result.terminals[$0] == .none ? Compiler.isTrue : Compiler.isFalse
            }
            return root.flatMap { shown($0, in: compiler.builder) }.map {
                .gap(in: program.tables[index], $0)
            }
        }
    }
}

extension Diagnostic {
    fileprivate static func gap(in table: DecisionTable, _ shown: RuleAnalysis.Shown) -> Diagnostic {
        Diagnostic(
            "table-gap", .warning, at: table.location,
            "no rule of '\(table.name)' \(shown.isCautious ? "may match" : "matches") some answers",
            suggestion: "add a rule for them, or under F a last rule that holds for all answers",
            notes: shown.notes)
    }
}
