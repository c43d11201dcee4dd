/// A region that no rule covers.
package struct BoxGap: Sendable, Hashable {
    /// The region.
    package let region: Box
    /// A point in it.
    package let witness: [Int]
}

extension BoxTable {
    /// What no rule covers, as few disjoint regions, from the lowest on; at most `limit` of them.
    ///
    /// Each region is widened as far as it goes before the next is looked for, columns that can be left open
    /// altogether first: a reader is told *whatever the rest*, not where some other rule happens to end.
    package func gaps(limit: Int) -> BoxFindings<BoxGap> {
        var work = BoxWork(workLimit)
        let bounds = BoxBounds(rules.filter { !$0.isEmpty }, width: columns.count)
        var goal = GapGoal(columns: columns, bounds: bounds, limit: max(limit, 0))
        var search = BoxSearch(sizes: columns.map(\.size), bounds: bounds)
        let isFinished = search.run(&goal, work: &work)
        let regions = columns.joining(goal.regions)
        let gaps = regions.compactMap { region in region.witness.map { BoxGap(region: region, witness: $0) } }
        return BoxFindings(
            found: gaps, count: gaps.count + (goal.isCut ? 1 : 0), isExact: isFinished && !goal.isCut)
    }
}

/// Collects what is uncovered.
private struct GapGoal: BoxGoal {
    let columns: [BoxTable.Column]
    let limit: Int
    /// The regions found so far, each as wide as those before it let it be.
    private(set) var regions: [Box] = []
    /// Whether there is a region that the limit left out.
    private(set) var isCut = false
    /// The rules and, behind them, the regions: all that a new region must keep clear of.
    private var taken: BoxBounds
    private let ruleCount: Int
    /// For each of `taken`, in how many columns it has no cell in common with the region that is widened.
    private var distances: [Int32] = []

    init(columns: [BoxTable.Column], bounds: BoxBounds, limit: Int) {
        self.columns = columns
        self.limit = limit
        taken = bounds
        ruleCount = bounds.count
    }

    mutating func judge(_ node: inout BoxSearch.Node, work: inout BoxWork) -> BoxSearch.Judgement {
        if node.entries.contains(where: { $0.open == 0 }) { return .settled }
        guard node.entries.isEmpty else { return .split }
        // Regions found before have been widened, perhaps into this one.
        var pieces = [node.box]
        while let piece = pieces.popLast() {
            work.spend(regions.count)
            if let found = taken.first(meeting: piece, from: ruleCount) {
                pieces.append(contentsOf: piece.subtracting(taken.boxes[found]).reversed())
                continue
            }
            if regions.count == limit {
                isCut = true
                return .stop
            }
            let region = widened(piece, work: &work)
            if work.isSpent { return .stop }
            regions.append(region)
            taken.append(region)
        }
        return .settled
    }

    /// The region grown in one column after the other until something taken stops it everywhere.
    private mutating func widened(_ piece: Box, work: inout BoxWork) -> Box {
        var region = piece
        distances = [Int32](repeating: 0, count: taken.count)
        for column in columns.indices { count(column, region.sets[column], by: 1, work: &work) }
        for isWhole in [true, false] {
            for column in columns.indices {
                let old = region.sets[column]
                if old.count == columns[column].size { continue }
                var free = freeCells(column, beside: old, work: &work)
                if isWhole, free.count < columns[column].size { continue }
                if columns[column].isOrdered {
                    // A test names a stretch, so it grows to its neighbours, not across what is taken.
                    free = CellSet(ranges: free.ranges.filter { old.intersects($0) })
                }
                if free == old { continue }
                count(column, old, by: -1, work: &work)
                count(column, free, by: 1, work: &work)
                region.sets[column] = free
            }
        }
        return region
    }

    /// Adds to the distances of all that has no cell of a column in common with a set.
    private mutating func count(_ column: Int, _ set: CellSet, by step: Int32, work: inout BoxWork) {
        work.spend(taken.count)
        let (low, high) = (Int32(set.hull.lowerBound), Int32(set.hull.upperBound))
        for index in distances.indices
        where taken.isApart(index, column, from: set, low: low, high: high) {
            distances[index] += step
        }
    }

    /// The cells of a column to which the region could be widened: those of nothing that is apart from it in
    /// this column only.
    private mutating func freeCells(_ column: Int, beside set: CellSet, work: inout BoxWork) -> CellSet {
        work.spend(taken.count)
        let (low, high) = (Int32(set.hull.lowerBound), Int32(set.hull.upperBound))
        var blocked: [Range<Int>] = []
        for index in distances.indices where distances[index] == 1 {
            if taken.isApart(index, column, from: set, low: low, high: high) {
                blocked.append(contentsOf: taken.boxes[index].sets[column].ranges)
            }
        }
        return columns[column].all.subtracting(CellSet(ranges: blocked))
    }
}
