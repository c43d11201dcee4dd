import Diagnostics

extension RuleAnalysis {
    /// Pairs of rules that one rule could replace: they put out the same and differ in one column, where their cells
    /// are neighbours. Rules that give different reasons are meant to be two,
    /// and where rules conflict, that comes first.
    func mergeableRules(leavingOut reported: Set<RowID>, conflicts: Set<Int>) -> [Diagnostic] {
        program.tables.indices.flatMap { index -> [Diagnostic] in
            let table = program.tables[index]
            let policies: [HitPolicy: BoxTable.Policy] = [.unique: .unique, .any: .any, .first: .first]
            guard let policy = policies[table.policy], table.role != .favours, !conflicts.contains(index),
                let boxes = boxes(of: index)
            else { return [] }
            let merging = boxes.mergeable(
                policy,
                equalOutputs: { a, b in
                    let (one, other) = (table.rows[a], table.rows[b])
                    return one.outputs == other.outputs && one.qualifier == other.qualifier
                        && (one.reason == other.reason || one.reason == nil || other.reason == nil)
                }, limit: .max)
            let pairs = merging.found.filter { pair in
                ![pair.first, pair.second].contains { reported.contains(RowID(table: index, row: $0)) }
            }
            let cut =
                merging.isExact ? [] : [Diagnostic.partlyAnalysed(table, "rules that one could replace")]
            return pairs.prefix(1).map { pair in
                .mergeable(
                    table, pair.first, pair.second, test: situations(pair.merged, of: index),
                    witness: answers(boxes.rules[pair.second], of: index),
                    others: others(
                        pairs.dropFirst().prefix(Self.shown - 1).map { ($0.first, $0.second) },
                        count: pairs.count, isExact: true, of: index))
            } + cut
        }
    }
}

extension Diagnostic {
    fileprivate static func mergeable(
        _ table: DecisionTable, _ first: Int, _ second: Int, test: String, witness: String,
        others: String?
    ) -> Diagnostic {
        Diagnostic(
            "mergeable-rules", .warning, at: table.rows[second].location,
            "rules \(table.rows[first].number) and \(table.rows[second].number) of '\(table.name)' can be one",
            suggestion: "write one rule for \(test)",
            notes: [
                Note("the other is here", at: table.rows[first].location),
                Note("for example with \(witness)"),
            ] + (others.map { [Note("so can \($0)")] } ?? []))
    }
}
