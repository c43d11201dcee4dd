public import Diagnostics

extension Logic {
    /// The ids of all findings, sorted. All are warnings, whose weight an author may set.
    public static let findingIDs = [
        "closed-gate", "idle-question", "impossible-rule", "masked-rule", "mergeable-rules",
        "partly-analysed", "past-closed-gate", "redundant-rule", "rules-conflict", "table-gap",
        "uncovered-tie", "unread-table", "unused-fallback", "unused-option", "unused-value",
    ]

    /// What is wrong with the rules as a whole, by place and then by id. Each cause is said once: a rule that can
    /// never fire is not said to change nothing as well.
    public func findings() -> [Diagnostic] {
        let analysis = RuleAnalysis(self)
        let items = analysis.impossibleItems()
        let gates = analysis.closedGates(leavingOut: items.rules)
        let deaf = analysis.deafRules(closed: gates.options)
        let redundant = analysis.redundantRules(leavingOut: deaf.rows)
        let reported = deaf.rows.union(redundant.rows)
        let conflicts = analysis.conflicts()
        let past = analysis.pastClosedGates()
        let unused = analysis.unusedOptions(leavingOut: reported, closed: gates.options)
        var found = analysis.unanalysedWhole() + uncoveredTies() + analysis.gaps() + conflicts.problems
        found += items.problems + gates.problems + deaf.problems + redundant.problems + past.problems
        found += analysis.mergeableRules(leavingOut: reported, conflicts: conflicts.tables)
        found += analysis.unreadTables().map { .unread(program.tables[$0]) }
        found += analysis.unusedValues(leavingOut: reported)
        found += analysis.unusedFallback() + unused.problems
        let silent = RuleAnalysis.Silent(
            rows: reported, rules: items.rules, options: unused.options.union(gates.options),
            gated: gates.options.union(past.options))
        found += analysis.idleQuestions(besides: silent)
        return found.sorted { a, b in
            switch (a.location, b.location) {
            case (let x?, let y?) where x != y: x < y
            case (nil, .some): true
            case (.some, nil): false
            default: (a.id, a.summary) < (b.id, b.summary)
            }
        }
    }
}
