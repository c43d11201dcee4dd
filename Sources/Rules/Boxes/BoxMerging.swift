/// Two rules that one could replace.
package struct MergeableRules: Sendable, Hashable {
    /// The earlier rule.
    package let first: Int
    /// The later one.
    package let second: Int
    /// The column in which they differ.
    package let column: Int
    /// What the one rule would match.
    package let merged: RuleBox
    /// Under F, in whose place it would have to stand: the earlier rule's where both will do.
    package let place: Int
    /// A point that both, or only the later, match.
    package let witness: [Int]
}

extension BoxTable {
    /// The pairs of rules of equal outputs whose boxes differ in one column, where one test says both of
    /// theirs (in an ordered column a single stretch), and which one rule in the place of either could replace
    /// without changing any result; sorted; the first `limit`, and how many there are. Each pair stands for
    /// itself: after one merger another may no longer do.
    ///
    /// - U: what both match is a violation, so it must be one without them too: other rules match all of it.
    /// - A: nothing can go wrong.
    /// - F: no point changes sides, of those that earlier rules leave over, with a rule in between of another
    ///   output.
    package func mergeable(
        _ policy: Policy, equalOutputs: @escaping (Int, Int) -> Bool, limit: Int
    ) -> BoxFindings<MergeableRules> {
        var work = BoxWork(workLimit)
        // Rules that are all alike make more pairs than can be tried, so finding them may not take all.
        var pairing = work.share
        let candidates = mergeableBoxes(equalOutputs: equalOutputs, work: &pairing)
        if candidates.isEmpty { return BoxFindings(found: [], count: 0, isExact: !pairing.isSpent) }
        guard let neighbours = policy == .any ? [] : neighbours(work: &work) else { return .nothingKnown }
        var findings = BoxFindings(among: candidates, limit: max(limit, 0), work: &work) {
            pair, work -> MergeableRules? in
            let (first, second) = (pair.rules.first, pair.rules.second)
            let place: Int? =
                switch policy {
                case .any: first
                case .unique:
                    isStillViolated(first, second, neighbours: neighbours, work: &work) ? first : nil
                case .first:
                    placeOfMerged(
                        first, second, neighbours: neighbours, equalOutputs: equalOutputs, work: &work)
                }
            guard let place, let witness = rules[second].witness else { return nil }
            let set = rules[first].sets[pair.column].union(rules[second].sets[pair.column])
            return MergeableRules(
                first: first, second: second, column: pair.column,
                merged: rules[first].replacing(pair.column, with: set), place: place, witness: witness)
        }
        if pairing.isSpent { findings.isExact = false }
        return findings
    }

    private func isStillViolated(
        _ first: Int, _ second: Int, neighbours: [[Int]], work: inout BoxWork
    ) -> Bool {
        let common = rules[first].intersection(rules[second])
        if common.isEmpty { return true }
        let others = neighbours[first].filter { $0 != second }
        return cover(of: common, by: others, work: &work) != nil
    }

    private func placeOfMerged(
        _ first: Int, _ second: Int, neighbours: [[Int]], equalOutputs: @escaping (Int, Int) -> Bool,
        work: inout BoxWork
    ) -> Int? {
        func between(_ rule: Int) -> [Int] { neighbours[rule].filter { $0 > first && $0 < second } }
        func isEqual(_ other: Int) -> Bool { equalOutputs(first, other) }
        // In the earlier one's place, the later one's points come before what lies between.
        let earlier = neighbours[second].filter { $0 <= first }
        let ahead = decision(
            in: rules[second], earlier: earlier, later: between(second) + [second], work: &work,
            isEqual: isEqual)
        if ahead != nil { return first }
        // In the later one's place, the earlier one's points come after it.
        let behind = decision(
            in: rules[first], earlier: neighbours[first].filter { $0 < first },
            later: between(first) + [first], work: &work, isEqual: isEqual)
        return behind == nil ? nil : second
    }

    // MARK: - Boxes that one box replaces

    /// What it costs to see whether two sets make one.
    private static let stepsPerPair = 10

    private struct Candidate: Comparable {
        let rules: BoxPair
        let column: Int

        static func < (a: Candidate, b: Candidate) -> Bool { a.rules < b.rules }
    }

    private func mergeableBoxes(
        equalOutputs: @escaping (Int, Int) -> Bool, work: inout BoxWork
    ) -> [Candidate] {
        let numbers = rules.indices.filter { !rules[$0].isEmpty }
        let boxes = BoxRows(numbers.map { rules[$0] })
        work.spend(numbers.count * columns.count * columns.count)
        var candidates: [Candidate] = []
        for column in columns.indices {
            for group in boxes.groups(without: column) {
                pair(group.map { numbers[$0] }, column, equalOutputs, &candidates, work: &work)
            }
        }
        return candidates.sorted()
    }

    /// The pairs in a group of rules that differ in one column at most.
    private func pair(
        _ group: [Int], _ column: Int, _ equalOutputs: @escaping (Int, Int) -> Bool,
        _ candidates: inout [Candidate],
        work: inout BoxWork
    ) {
        let isOrdered = columns[column].isOrdered
        func hull(_ rule: Int) -> Range<Int> { rules[rule].sets[column].hull }
        let sorted = isOrdered ? group.sorted { hull($0).lowerBound < hull($1).lowerBound } : group
        for (index, a) in sorted.enumerated() {
            for b in sorted[(index + 1)...] {
                work.spend(Self.stepsPerPair)
                if work.isSpent { return }
                // From here on all begin farther away than where this one ends.
                if isOrdered, hull(b).lowerBound > hull(a).upperBound { break }
                let (first, second) = (rules[a].sets[column], rules[b].sets[column])
                guard first != second, equalOutputs(min(a, b), max(a, b)) else { continue }
                if isOrdered, first.union(second).ranges.count > 1 { continue }
                candidates.append(Candidate(rules: BoxPair(min(a, b), max(a, b)), column: column))
            }
        }
    }
}
