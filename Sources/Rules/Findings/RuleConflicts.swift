import Diagnostics

extension RuleAnalysis {
    /// Rules that match at once where the policy forbids it: any two under U, under A two that put out different
    /// things. The table then says nothing.
    func conflicts() -> (problems: [Diagnostic], tables: Set<Int>) {
        var problems: [Diagnostic] = []
        var tables = Set<Int>()
        for (index, table) in program.tables.enumerated()
        where table.policy == .unique || table.policy == .any {
            func isConflict(_ a: Int, _ b: Int) -> Bool {
                table.policy == .unique || table.rows[a].outputs != table.rows[b].outputs
            }
            let found =
                boxes(of: index).map { conflictsOnBoxes($0, of: index, isConflict) }
                ?? conflictsOnDiagram(index, isConflict)
            guard let first = found.pairs.first else {
                if !found.isExact { problems.append(.partlyAnalysed(table, "conflicts")) }
                continue
            }
            let others = others(
                found.pairs.dropFirst().map { ($0.first, $0.second) }, count: found.count,
                isExact: found.isExact, of: index)
            problems.append(
                .conflict(
                    table, first, notes: found.notes + (others.map { [.init("so do \($0)")] } ?? []),
                    isCautious: found.isCautious))
            tables.insert(index)
        }
        return (problems, tables)
    }

    /// The first pairs, how many there are, and what shows the first of them.
    private struct Conflicts {
        var pairs: [BoxPair] = []
        var count = 0
        var isExact = true
        var notes: [Diagnostic.Note] = []
        var isCautious = false
    }

    private func conflictsOnBoxes(
        _ boxes: BoxTable, of index: Int, _ isConflict: @escaping (Int, Int) -> Bool
    ) -> Conflicts {
        let overlaps = boxes.overlaps(where: isConflict, limit: Self.shown)
        return Conflicts(
            pairs: overlaps.found.map { BoxPair($0.first, $0.second) }, count: overlaps.count,
            isExact: overlaps.isExact,
            notes: overlaps.found.prefix(1).map { .init("for example with \(answers($0.region, of: index))") }
        )
    }

    private func conflictsOnDiagram(_ index: Int, _ isConflict: (Int, Int) -> Bool) -> Conflicts {
        var found = Conflicts()
        guard var compiler, let result = compiler.results[index],
            compiler.builder.terminals(of: result.root).contains(where: {
                result.terminals[$0] == .violated
            })
        else { return found }
        do throws(LimitExceeded) {
            for a in result.matches.indices {
                let own = try compiler.builder.combine(result.matches[a], reckonable) { $0 & $1 }
                for b in result.matches.indices.dropFirst(a + 1) where isConflict(a, b) {
                    let both = try compiler.builder.combine(own, result.matches[b]) { $0 & $1 }
                    guard both != ~Compiler.isFalse else { continue }
                    found.count += 1
                    if found.pairs.isEmpty, let shown = shown(both, in: compiler.builder) {
                        found.notes = [shown.example]
                        found.isCautious = shown.isCautious
                    }
                    if found.pairs.count < Self.shown { found.pairs.append(BoxPair(a, b)) }
                }
            }
        } catch {
            found.isExact = false
        }
        return found
    }
}

extension Diagnostic {
    fileprivate static func conflict(
        _ table: DecisionTable, _ pair: BoxPair, notes: [Note], isCautious: Bool
    ) -> Diagnostic {
        let (first, second) = (table.rows[pair.first], table.rows[pair.second])
        let what =
            table.policy == .unique
            ? "match the same answers, and under U only one may"
            : "match the same answers and put out different things, which A forbids"
        return Diagnostic(
            "rules-conflict", .warning, at: second.location,
            "rules \(first.number) and \(second.number) of '\(table.name)' \(isCautious ? "may " : "")\(what)",
            suggestion: "narrow one of them, or write F in the first cell to let the first one decide",
            notes: [Note("the other is here", at: first.location)] + notes)
    }
}
