/// Two rules that match the same points.
package struct BoxOverlap: Sendable, Hashable {
    /// The earlier rule.
    package let first: Int
    /// The later one.
    package let second: Int
    /// All points that both match.
    package let region: RuleBox
    /// One of them.
    package let witness: [Int]
}

extension BoxTable {
    /// More pairs than these are not kept: each takes memory, and nobody reads them.
    private static let mostPairs = 10_000_000

    /// The pairs of rules (the earlier first) that match a point in common and that conflict, sorted; the
    /// first `limit` with their region, and how many there are.
    package func overlaps(
        where conflicts: @escaping (Int, Int) -> Bool, limit: Int
    ) -> BoxFindings<BoxOverlap> {
        var work = BoxWork(workLimit)
        let (pairs, isFinished) = meetingPairs(where: conflicts, work: &work)
        let found = pairs.prefix(max(limit, 0)).compactMap { pair -> BoxOverlap? in
            let region = rules[pair.first].intersection(rules[pair.second])
            return region.witness.map {
                BoxOverlap(first: pair.first, second: pair.second, region: region, witness: $0)
            }
        }
        return BoxFindings(found: found, count: pairs.count, isExact: isFinished)
    }

    /// All pairs of rules that share a point and pass a condition, sorted, and whether these are all.
    func meetingPairs(
        where isWanted: @escaping (Int, Int) -> Bool, work: inout BoxWork
    ) -> (pairs: [BoxPair], isFinished: Bool) {
        let numbers = rules.indices.filter { !rules[$0].isEmpty }
        let bounds = BoxBounds(numbers.map { rules[$0] }, width: columns.count)
        var goal = PairGoal(bounds: bounds, numbers: numbers, limit: Self.mostPairs, isWanted: isWanted)
        var search = BoxSearch(sizes: columns.map(\.size), bounds: bounds)
        let isFinished = search.run(&goal, work: &work)
        return (goal.pairs.sorted(), isFinished && !goal.isCut)
    }

    /// For each rule those that share a point with it, ascending; `nil` where the work did not suffice.
    func neighbours(work: inout BoxWork) -> [[Int]]? {
        let (pairs, isFinished) = meetingPairs(where: { _, _ in true }, work: &work)
        guard isFinished else { return nil }
        var neighbours = [[Int]](repeating: [], count: rules.count)
        // Sorted pairs: first those in which a rule is the later, by the earlier, then the others.
        for pair in pairs { neighbours[pair.second].append(pair.first) }
        for pair in pairs { neighbours[pair.first].append(pair.second) }
        return neighbours
    }
}

/// Two rules, the earlier first; in one word, as there may be a million of them.
struct BoxPair: Hashable, Comparable {
    private let word: Int64

    init(_ first: Int, _ second: Int) { word = Int64(first) << 32 | Int64(second) }

    var first: Int { Int(word >> 32) }
    var second: Int { Int(word & 0xffff_ffff) }

    static func < (a: BoxPair, b: BoxPair) -> Bool { a.word < b.word }
}

/// Collects pairs. Two rules meet in many regions; the one with the lowest point they share reports them.
private struct PairGoal: BoxGoal {
    /// So few rules are compared faster than parted.
    private static let few = 8

    let bounds: BoxBounds
    let numbers: [Int]
    let limit: Int
    let isWanted: (Int, Int) -> Bool
    /// Sets with holes take as long as they have ranges.
    private let stepsPerPair: Int
    private(set) var pairs: [BoxPair] = []
    /// Whether the limit left some out.
    private(set) var isCut = false

    init(bounds: BoxBounds, numbers: [Int], limit: Int, isWanted: @escaping (Int, Int) -> Bool) {
        self.bounds = bounds
        self.numbers = numbers
        self.limit = limit
        stepsPerPair = 1 + bounds.meanRanges - bounds.width
        self.isWanted = isWanted
    }

    mutating func judge(_ node: inout BoxSearch.Node, work: inout BoxWork) -> BoxSearch.Judgement {
        guard node.entries.count <= Self.few else { return .split }
        settle(node, work: &work)
        return isCut ? .stop : .settled
    }

    /// Comparing all with all costs a square; where a cut does not take a quarter off, it is the cheaper way.
    func pays(splitting count: Int, left: Int, right: Int) -> Bool {
        left * left + right * right < count * count / 4 * 3
    }

    mutating func settle(_ node: BoxSearch.Node, work: inout BoxWork) {
        for (index, a) in node.entries.enumerated() {
            work.spend((node.entries.count - index) * stepsPerPair)
            if work.isSpent || isCut { return }
            for b in node.entries[(index + 1)...] {
                guard bounds.meet(Int(a.rule), Int(b.rule), lowestWithin: node.region) else { continue }
                let (first, second) = (numbers[Int(a.rule)], numbers[Int(b.rule)])
                guard isWanted(first, second) else { continue }
                isCut = pairs.count == limit
                if isCut { return }
                pairs.append(BoxPair(first, second))
            }
        }
    }
}
