import Diagnostics

extension RuleAnalysis {
    /// The rules that can never fire: no answers pass their tests, or rules before them take all that do (F, and by
    /// the order of the outputs P).
    func deafRules() -> (problems: [Diagnostic], rows: Set<RowID>, rules: Set<Int>) {
        var problems: [Diagnostic] = []
        var rows = Set<RowID>()
        var rules = Set<Int>()
        for rule in program.rules {
            guard case .answer(_, let cells) = rule.condition, cells.isEmpty else { continue }
            problems.append(.impossible("this rule", rule.testText, at: rule.location))
            rules.insert(rule.index)
        }
        for (index, table) in program.tables.enumerated() {
            let found = boxes(of: index).map { maskedOnBoxes(index, $0) } ?? maskedOnDiagram(index)
            for row in table.rows.indices {
                let own = table.rows[row]
                if found.impossible.contains(row) {
                    problems.append(
                        .impossible(
                            "\(name(row, of: index)) of '\(table.name)'", own.testText(table),
                            at: own.location))
                } else if let masked = found.masked[row] {
                    problems.append(
                        .masked(
                            name(row, of: index), table, by: names(masked.by, of: index), masked.witness,
                            at: own.location))
                } else {
                    continue
                }
                rows.insert(RowID(table: index, row: row))
            }
            if found.isCut { problems.append(.partlyAnalysed(table, "rules that can never fire")) }
        }
        for rule in program.rules {
            if case .row(let table, let row) = rule.condition, rows.contains(RowID(table: table, row: row)) {
                rules.insert(rule.index)
            }
        }
        return (problems, rows, rules)
    }

    private struct Deaf {
        var impossible = Set<Int>()
        var masked: [Int: (by: [Int], witness: String)] = [:]
        var isCut = false
    }

    /// The rules in the order in which they decide, where one does; `nil` for other policies.
    private func decisiveOrder(_ table: DecisionTable) -> [Int]? {
        guard table.policy == .first || table.policy == .priority else { return nil }
        let ranks = Ranks(of: table)
        return table.rows.indices.sorted { ranks.isBefore($0, $1) }
    }

    private func maskedOnBoxes(_ index: Int, _ boxes: BoxTable) -> Deaf {
        var deaf = Deaf(impossible: Set(boxes.empty().map(\.rule)))
        guard let order = decisiveOrder(program.tables[index]) else { return deaf }
        let sorted = BoxTable(
            columns: boxes.columns, rules: order.map { boxes.rules[$0] }, workLimit: boxes.workLimit)
        let masked = sorted.masked()
        deaf.isCut = !masked.isExact
        for one in masked.found {
            deaf.masked[order[one.rule]] = (
                one.by.map { order[$0] }.sorted(), answers(sorted.rules[one.rule], of: index)
            )
        }
        return deaf
    }

    private func maskedOnDiagram(_ index: Int) -> Deaf {
        guard var compiler, let matches = compiler.results[index]?.matches else { return Deaf() }
        var deaf = Deaf(impossible: Set(matches.indices.filter { matches[$0] == ~Compiler.isFalse }))
        guard let order = decisiveOrder(program.tables[index]) else { return deaf }
        do throws(DiagramBuilder.LimitExceeded) {
            var taken = ~Compiler.isFalse
            for (place, row) in order.enumerated() where !deaf.impossible.contains(row) {
                let left = try compiler.builder.combine(matches[row], taken) { $0 & ($1 ^ 1) }
                if left == ~Compiler.isFalse, let shown = shown(matches[row], in: compiler.builder) {
                    var by: [Int] = []
                    for earlier in order.prefix(place) {
                        let common = try compiler.builder.combine(matches[row], matches[earlier]) { $0 & $1 }
                        if common == matches[row] {
                            by = [earlier]
                            break
                        }
                        if common != ~Compiler.isFalse { by.append(earlier) }
                    }
                    deaf.masked[row] = (by.sorted(), shown.witness)
                }
                taken = try compiler.builder.combine(taken, matches[row]) { $0 | $1 }
            }
        } catch {
            deaf.isCut = true
        }
        return deaf
    }
}

extension Diagnostic {
    fileprivate static func impossible(_ rule: String, _ test: String, at place: SourceLocation) -> Diagnostic
    {
        Diagnostic(
            "impossible-rule", .warning, at: place, "no answers pass the tests of \(rule)",
            suggestion: "correct the test, or take the rule out", notes: [Note("it asks for \(test)")])
    }

    fileprivate static func masked(
        _ rule: String, _ table: DecisionTable, by others: String, _ witness: String, at place: SourceLocation
    ) -> Diagnostic {
        Diagnostic(
            "masked-rule", .warning, at: place,
            "\(rule) of '\(table.name)' can never fire: \(others) come\(others.hasPrefix("rules") ? "" : "s") first in all its cases",
            suggestion: "move it up, narrow what comes first, or take it out",
            notes: [Note("for example with \(witness)")])
    }

    static func partlyAnalysed(_ table: DecisionTable, _ what: String) -> Diagnostic {
        Diagnostic(
            "partly-analysed", .warning, at: table.location,
            "'\(table.name)' is too large for all \(what) to be found",
            suggestion: "split the table in two")
    }
}
