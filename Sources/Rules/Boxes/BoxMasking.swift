/// A rule that, in a table where the first rule decides, never gets to.
package struct MaskedRule: Sendable, Hashable {
    /// The rule.
    package let rule: Int
    /// Earlier rules that together match all that it matches; where they are few, none can be left out.
    package let by: [Int]
    /// A point that it matches and an earlier one decides.
    package let witness: [Int]
}

extension BoxTable {
    /// Up to so many rules a cover is freed of those that it does not need; a longer one tells nobody more.
    private static let fewRules = 16

    /// Under F, the rules all of whose points earlier rules match. Those without a point are left to
    /// `empty()`.
    package func masked() -> BoxFindings<MaskedRule> {
        var work = BoxWork(workLimit)
        guard let neighbours = neighbours(work: &work) else { return .nothingKnown }
        return BoxFindings(among: rules.indices, work: &work) { rule, work in
            guard let witness = rules[rule].witness else { return nil }
            let earlier = neighbours[rule].filter { $0 < rule }
            return cover(of: rules[rule], by: earlier, work: &work).map {
                MaskedRule(rule: rule, by: $0, witness: witness)
            }
        }
    }

    /// Some of the rules that together hold all of a box; `nil` where all of them do not, or where the work
    /// did not suffice.
    func cover(of box: RuleBox, by candidates: [Int], work: inout BoxWork) -> [Int]? {
        work.spend(candidates.count)
        if let one = candidates.first(where: { rules[$0].isSuperset(of: box) }) { return [one] }
        guard var cover = anyCover(of: box, by: candidates, work: &work) else { return nil }
        guard cover.count <= Self.fewRules else { return cover }
        for rule in cover.reversed() {
            let others = cover.filter { $0 != rule }
            if let smaller = anyCover(of: box, by: others, work: &work) { cover = smaller }
        }
        return cover
    }

    private func anyCover(of box: RuleBox, by candidates: [Int], work: inout BoxWork) -> [Int]? {
        let within = Within(box, of: candidates, in: self, work: &work)
        var goal = CoverGoal(isUsed: within.rules.map { _ in false })
        guard within.search(&goal, work: &work), !goal.isOpen else { return nil }
        return within.rules.indices.filter { goal.isUsed[$0] }.map { within.rules[$0] }
    }
}

/// Notes by which rules all is covered, until something is not.
private struct CoverGoal: BoxGoal {
    var isUsed: [Bool]
    private(set) var isOpen = false

    init(isUsed: [Bool]) { self.isUsed = isUsed }

    mutating func judge(_ node: inout BoxSearch.Node, work: inout BoxWork) -> BoxSearch.Judgement {
        let covering = node.entries.filter { $0.open == 0 }.map { Int($0.rule) }
        if let rule = covering.first(where: { isUsed[$0] }) ?? covering.first {
            isUsed[rule] = true
            return .settled
        }
        isOpen = node.entries.isEmpty
        return isOpen ? .stop : .split
    }
}

extension BoxFindings {
    /// Where not even the preparations could be made.
    static var nothingKnown: BoxFindings { BoxFindings(found: [], count: 0, isExact: false) }

    /// What it costs to try a candidate of which nothing is to be searched.
    private static var stepsPerCandidate: Int { 100 }

    /// What is found by trying candidates in turn, as long as the work suffices; the first so many are kept.
    init<Candidate>(
        among candidates: some Sequence<Candidate>, limit: Int = .max, work: inout BoxWork,
        trying: (Candidate, inout BoxWork) -> Finding?
    ) {
        self.init(found: [], count: 0, isExact: true)
        for candidate in candidates where !work.isSpent {
            var share = work.share
            let finding = trying(candidate, &share)
            work.spend(share.used + Self.stepsPerCandidate)
            if share.isSpent {
                // It may have been judged by half of what there is to know.
                isExact = false
            } else if let finding {
                count += 1
                if found.count < limit { found.append(finding) }
            }
        }
        if work.isSpent { isExact = false }
    }
}
