/// A region that no rule covers.
package struct BoxGap: Sendable, Hashable {
    /// The region.
    package let region: RuleBox
    /// A point in it.
    package let witness: [Int]
}

extension BoxTable {
    /// More pieces than these are not joined: whoever has so many gaps has to look at the first anyway.
    private static let mostPieces = 50_000

    /// What no rule covers, as few disjoint regions, the lowest first; the first `limit` of them, and how
    /// many there are.
    package func gaps(limit: Int) -> BoxFindings<BoxGap> {
        var work = BoxWork(workLimit)
        let bounds = BoxBounds(rules.filter { !$0.isEmpty }, width: columns.count)
        var goal = GapGoal(limit: Self.mostPieces)
        var search = BoxSearch(sizes: columns.map(\.size), bounds: bounds)
        let isFinished = search.run(&goal, work: &work)
        let regions = columns.joining(goal.pieces, work: &work)
        let gaps = regions.prefix(max(limit, 0)).compactMap { region in
            region.witness.map { BoxGap(region: region, witness: $0) }
        }
        return BoxFindings(found: gaps, count: regions.count, isExact: isFinished && !goal.isCut)
    }
}

/// Collects the regions into which no rule reaches.
private struct GapGoal: BoxGoal {
    let limit: Int
    private(set) var pieces: [RuleBox] = []
    /// Whether the limit left some out.
    private(set) var isCut = false

    init(limit: Int) { self.limit = limit }

    mutating func judge(_ node: inout BoxSearch.Node, work: inout BoxWork) -> BoxSearch.Judgement {
        if node.entries.contains(where: { $0.open == 0 }) { return .settled }
        guard node.entries.isEmpty else { return .split }
        guard pieces.count < limit else {
            isCut = true
            return .stop
        }
        pieces.append(node.box)
        return .settled
    }
}
