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
        var found = uncoveredTies() + analysis.gaps() + analysis.conflicts()
        let deaf = analysis.deafRules()
        found += deaf.problems
        let redundant = analysis.redundantRules(leavingOut: deaf.rows)
        found += redundant.problems
        let reported = deaf.rows.union(redundant.rows)
        found += analysis.mergeableRules(leavingOut: reported)
        let gates = analysis.closedGates(leavingOut: deaf.rules)
        found += gates.problems + analysis.pastClosedGates()
        found += analysis.unreadTables() + analysis.unusedValues(leavingOut: reported)
        found += analysis.unusedFallback()
        let unused = analysis.unusedOptions(leavingOut: reported, closed: gates.options)
        found += unused.problems
        let blamed = deaf.rules.union(gates.rules)
        found += analysis.idleQuestions(
            leavingOut: reported, rules: blamed, unused: unused.options.union(gates.options))
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
