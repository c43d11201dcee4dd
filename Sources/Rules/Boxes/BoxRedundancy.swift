/// A rule that could go, and every result would stay as it is.
package struct RedundantRule: Sendable, Hashable {
    /// The rule.
    package let rule: Int
    /// Rules that make the result in its place, or before it.
    package let inFavourOf: [Int]
    /// A point that it matches; under F one that no earlier rule matches, where there is a simple one.
    package let witness: [Int]
}

extension BoxTable {
    /// The rules each of which (not several at once: two of a kind are both found) could be left out without
    /// changing any result, given which rules have equal outputs. Those without a point are left to `empty()`.
    ///
    /// - U: every point has two other rules, so that the result is a violation either way.
    /// - A: every point has another rule of equal output, or two others that conflict.
    /// - F: every point has an earlier rule, or the first later one is of equal output. Masked rules are
    ///   among them.
    package func redundant(
        _ policy: Policy, equalOutputs: @escaping (Int, Int) -> Bool
    ) -> BoxFindings<RedundantRule> {
        var work = BoxWork(workLimit)
        guard let neighbours = neighbours(work: &work) else { return .nothingKnown }
        return BoxFindings(among: rules.indices, work: &work) { rule, work in
            guard let witness = rules[rule].witness else { return nil }
            let others = neighbours[rule]
            // Most rules touch none, or none of their kind.
            guard policy == .unique ? others.count >= 2 : !others.isEmpty else { return nil }
            let box = rules[rule]
            let replacement: Replacement? =
                switch policy {
                case .unique:
                    replacement(in: box, by: others, work: &work) { _ in TwofoldGoal(areConflicting: nil) }
                case .any:
                    replacement(in: box, by: others, work: &work) { others in
                        TwofoldGoal(
                            areConflicting: { !equalOutputs(others[$0], others[$1]) },
                            isEqual: others.map { equalOutputs(rule, $0) })
                    }
                case .first:
                    decision(
                        in: box, earlier: others.filter { $0 < rule }, later: others.filter { $0 > rule },
                        work: &work
                    ) { equalOutputs(rule, $0) }
                }
            return replacement.map {
                RedundantRule(rule: rule, inFavourOf: $0.rules, witness: $0.witness ?? witness)
            }
        }
    }

    /// The rules that make a box's results, and a point where one that counts does.
    struct Replacement {
        let rules: [Int]
        let witness: [Int]?
    }

    /// Whether each point of a box is matched by an earlier rule or, first among the later ones in the order
    /// given, by one of equal output.
    func decision(
        in box: RuleBox, earlier: [Int], later: [Int], work: inout BoxWork, isEqual: (Int) -> Bool
    ) -> Replacement? {
        let earlierOnes = Set(earlier)
        return replacement(in: box, by: earlier + later, work: &work) { rules in
            FirstGoal(
                earlierCount: rules.count { earlierOnes.contains($0) }, isEqual: rules.map(isEqual),
                isUsed: rules.map { _ in false })
        }
    }

    private func replacement<Goal: ReplacementGoal>(
        in box: RuleBox, by others: [Int], work: inout BoxWork, goal: ([Int]) -> Goal
    ) -> Replacement? {
        let within = Within(box, of: others, in: self, work: &work)
        var goal = goal(within.rules)
        guard within.search(&goal, work: &work), !goal.isRefuted else { return nil }
        return Replacement(
            rules: goal.used.map { within.rules[$0] }.sorted(), witness: goal.witness.map(within.point))
    }
}

private protocol ReplacementGoal: BoxGoal {
    /// Whether a point was found where the result would change.
    var isRefuted: Bool { get }
    /// The rules that make the result, numbered as in the search.
    var used: [Int] { get }
    /// A point that tells more than another.
    var witness: [Int]? { get }
}

/// U and A: what other rules match, in whatever order.
private struct TwofoldGoal: ReplacementGoal {
    /// Whether two rules together are a violation; `nil` where any two are.
    let areConflicting: ((Int, Int) -> Bool)?
    /// Whether a rule alone suffices.
    let isEqual: [Bool]
    private(set) var isRefuted = false
    private var usedRules: Set<Int> = []

    init(areConflicting: ((Int, Int) -> Bool)?, isEqual: [Bool] = []) {
        self.areConflicting = areConflicting
        self.isEqual = isEqual
    }

    var used: [Int] { usedRules.sorted() }
    var witness: [Int]? { nil }

    mutating func judge(_ node: inout BoxSearch.Node, work: inout BoxWork) -> BoxSearch.Judgement {
        let covering = node.entries.filter { $0.open == 0 }.map { Int($0.rule) }
        if let equal = covering.first(where: { !isEqual.isEmpty && isEqual[$0] }) {
            usedRules.insert(equal)
            return .settled
        }
        // Equal outputs are equal to each other, so if any two conflict, one does with the first.
        if let first = covering.first,
            let second = covering.dropFirst().first(where: { areConflicting?(first, $0) ?? true })
        {
            usedRules.formUnion([first, second])
            return .settled
        }
        isRefuted = covering.count == node.entries.count
        return isRefuted ? .stop : .split
    }
}

/// F: the first that matches.
private struct FirstGoal: ReplacementGoal {
    /// How many rules, the first ones, come before the one in question: where they match it never mattered.
    let earlierCount: Int
    let isEqual: [Bool]
    var isUsed: [Bool]
    private(set) var isRefuted = false
    private(set) var witness: [Int]?

    init(earlierCount: Int, isEqual: [Bool], isUsed: [Bool]) {
        self.earlierCount = earlierCount
        self.isEqual = isEqual
        self.isUsed = isUsed
    }

    var used: [Int] { isUsed.indices.filter { isUsed[$0] } }

    mutating func judge(_ node: inout BoxSearch.Node, work: inout BoxWork) -> BoxSearch.Judgement {
        // Nothing behind a rule that covers all is ever asked; without it there is less to cut.
        if let cover = node.entries.firstIndex(where: { $0.open == 0 }) {
            node.entries.removeSubrange((cover + 1)...)
            if Int(node.entries[cover].rule) < earlierCount {
                isUsed[Int(node.entries[cover].rule)] = true
                return .settled
            }
        }
        let later = node.entries.drop { Int($0.rule) < earlierCount }
        let isCovered = later.last.map { $0.open == 0 } ?? false
        if isCovered, later.allSatisfy({ isEqual[Int($0.rule)] }) {
            for entry in later { isUsed[Int(entry.rule)] = true }
            if witness == nil, later.count == node.entries.count { witness = node.corner }
            return .settled
        }
        // Where no earlier rule is left, some point is the first later rule's, or nobody's.
        isRefuted = later.count == node.entries.count && later.first.map { !isEqual[Int($0.rule)] } ?? true
        return isRefuted ? .stop : .split
    }
}
