import Diagnostics

extension RuleAnalysis {
    /// The items of checklists whose tests no answers pass.
    func impossibleItems() -> (problems: [Diagnostic], rules: Set<Int>) {
        let found = program.rules.filter { rule in
            if case .answer(_, let cells) = rule.condition { cells.isEmpty } else { false }
        }
        return (
            found.map { .impossible("this rule", $0.testText, at: $0.location) }, Set(found.map(\.index))
        )
    }

    /// The rules of tables that can never fire: no answers pass their tests, or rules before them take all that do (F,
    /// and by the order of the outputs P). Those that ask whether an option is viable that never is are not said to be
    /// at fault.
    func deafRules(closed: Set<Int>) -> (problems: [Diagnostic], rows: Set<RowID>) {
        var problems: [Diagnostic] = []
        var rows = Set<RowID>()
        for (index, table) in program.tables.enumerated() {
            let found = deafRules(of: index)
            for row in table.rows.indices {
                let own = table.rows[row]
                if found.impossible.contains(row) {
                    let asksForClosed = closed.contains {
                        subjects(of: own, in: table).contains(.viable(option: $0))
                    }
                    if !asksForClosed {
                        let name = "\(name(row, of: index)) of '\(table.name)'"
                        problems.append(.impossible(name, own.testText(table), at: own.location))
                    }
                } else if let masked = found.masked[row] {
                    problems.append(
                        .masked(
                            name(row, of: index), table, by: names(masked.by, of: index),
                            isOne: masked.by.count == 1, masked.witness, at: own.location))
                } else {
                    continue
                }
                rows.insert(RowID(table: index, row: row))
            }
            if found.isCut { problems.append(.partlyAnalysed(table, "rules that can never fire")) }
        }
        return (problems, rows)
    }

    /// What a rule of a table tests, without the columns that may hold anything.
    func subjects(of row: DecisionTable.Row, in table: DecisionTable) -> [DecisionTable.Subject] {
        zip(table.inputs, row.tests).filter { !$1.isAny }.map(\.0.subject)
    }

    private struct Deaf {
        var impossible = Set<Int>()
        var masked: [Int: (by: [Int], witness: String)] = [:]
        var isCut = false
    }

    /// The diagram tells it exactly; the boxes of a table by itself are for those that have none.
    private func deafRules(of index: Int) -> Deaf {
        let found = deafRulesOnDiagram(index)
        guard found == nil || found?.isCut == true, let boxes = boxes(of: index) else {
            return found ?? Deaf()
        }
        return deafRulesOnBoxes(index, boxes)
    }

    private func deafRulesOnBoxes(_ index: Int, _ boxes: BoxTable) -> Deaf {
        var deaf = Deaf(impossible: Set(boxes.empty().map(\.rule)))
        guard let order = program.tables[index].rankOrder else { return deaf }
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

    private func deafRulesOnDiagram(_ index: Int) -> Deaf? {
        guard var compiler, let matches = compiler.results[index]?.matches else { return nil }
        var deaf = Deaf(impossible: Set(matches.indices.filter { matches[$0] == ~Compiler.isFalse }))
        guard let order = program.tables[index].rankOrder else { return deaf }
        do throws(LimitExceeded) {
            var taken = ~Compiler.isFalse
            for (place, row) in order.enumerated() where !deaf.impossible.contains(row) {
                let own = matches[row]
                if try compiler.builder.difference(own, taken) == ~Compiler.isFalse,
                    let shown = shown(own, in: compiler.builder)
                {
                    let by = try compiler.builder.cover(
                        of: own, by: order.prefix(place).map { ($0, matches[$0]) })
                    deaf.masked[row] = (by.sorted(), shown.witness)
                }
                taken = try compiler.builder.combine(taken, own) { $0 | $1 }
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
        _ rule: String, _ table: DecisionTable, by others: String, isOne: Bool, _ witness: String,
        at place: SourceLocation
    ) -> Diagnostic {
        let byRank = "narrow what comes first, declare the outputs in another order, or take it out"
        return Diagnostic(
            "masked-rule", .warning, at: place,
            "\(rule) of '\(table.name)' can never fire: \(others) \(isOne ? "comes" : "come") first in all its cases",
            suggestion: table.policy == .first
                ? "move it up, narrow what comes first, or take it out" : byRank,
            notes: [Note("for example with \(witness)")])
    }
}
