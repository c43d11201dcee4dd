import Diagnostics

extension RuleAnalysis {
    /// Rules that match at once where the policy forbids it: any two under U, under A two that put out different
    /// things. The table then says nothing.
    func conflicts() -> [Diagnostic] {
        program.tables.indices.compactMap { index in
            let table = program.tables[index]
            guard table.policy == .unique || table.policy == .any else { return nil }
            func isConflict(_ a: Int, _ b: Int) -> Bool {
                table.policy == .unique || table.rows[a].outputs != table.rows[b].outputs
            }
            if let boxes = boxes(of: index) {
                let overlaps = boxes.overlaps(where: isConflict, limit: 1)
                guard let first = overlaps.found.first else { return nil }
                return .conflict(
                    table, first.first, first.second,
                    notes: [.init("for example with \(answers(first.region, of: index))")],
                    others: overlaps.count - 1, isExact: overlaps.isExact, isCautious: false)
            }
            return conflictOnDiagram(index, isConflict)
        }
    }

    private func conflictOnDiagram(_ index: Int, _ isConflict: (Int, Int) -> Bool) -> Diagnostic? {
        guard var compiler, let result = compiler.results[index],
            compiler.builder.terminals(of: result.root).contains(where: {
                result.terminals[$0] == .violated
            })
        else { return nil }
        var first: (pair: BoxPair, shown: Shown)?
        var count = 0
        var isExact = true
        for a in result.matches.indices {
            for b in result.matches.indices.dropFirst(a + 1) where isConflict(a, b) && isExact {
                guard
                    let both = try? compiler.builder.combine(
                        result.matches[a], result.matches[b], { $0 & $1 })
                else {
                    isExact = false
                    break
                }
                guard both != ~Compiler.isFalse else { continue }
                count += 1
                if first == nil { first = shown(both, in: compiler.builder).map { (BoxPair(a, b), $0) } }
            }
        }
        guard let first else { return nil }
        return .conflict(
            program.tables[index], first.pair.first, first.pair.second, notes: first.shown.notes,
            others: count - 1, isExact: isExact, isCautious: first.shown.isCautious)
    }
}

extension Diagnostic {
    fileprivate static func conflict(
        _ table: DecisionTable, _ first: Int, _ second: Int, notes: [Note], others: Int, isExact: Bool,
        isCautious: Bool
    ) -> Diagnostic {
        let what =
            table.policy == .unique
            ? "match the same answers, and under U only one may"
            : "match the same answers and put out different things, which A forbids"
        let more =
            others == 0 && isExact
            ? []
            : [
                Note(
                    "so do \(isExact ? "" : "at least ")\(others) other pair\(others == 1 ? "" : "s") of rules"
                )
            ]
        return Diagnostic(
            "rules-conflict", .warning, at: table.rows[second].location,
            "rules \(table.rows[first].number) and \(table.rows[second].number) of '\(table.name)' \(isCautious ? "may " : "")\(what)",
            suggestion: "narrow one of them, or write F in the first cell to let the first one decide",
            notes: [Note("the other is here", at: table.rows[first].location)] + notes + more)
    }
}
