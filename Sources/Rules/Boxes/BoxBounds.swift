/// Boxes laid flat, so that a search compares numbers and follows no pointer.
///
/// A set is known by its hull; only where it has holes is the set itself asked.
struct BoxBounds {
    /// How a set lies to a range of cells.
    enum Relation {
        case apart
        case partial
        case covering
    }

    /// How many columns there are.
    let width: Int
    private(set) var boxes: [RuleBox] = []
    private var lower: [Int32] = []
    private var upper: [Int32] = []
    private var hasHoles: [Bool] = []
    private var rangeCount = 0

    /// No boxes yet, over so many columns.
    init(width: Int) { self.width = width }

    /// Some boxes, none of them empty.
    init(_ boxes: [RuleBox], width: Int) {
        self.width = width
        for box in boxes { append(box) }
    }

    /// How many ranges a box has in all, on the average.
    var meanRanges: Int { rangeCount / max(count, 1) }

    /// How many boxes there are.
    var count: Int { boxes.count }

    /// Adds a box that is not empty.
    mutating func append(_ box: RuleBox) {
        boxes.append(box)
        for set in box.sets {
            lower.append(Int32(set.hull.lowerBound))
            upper.append(Int32(set.hull.upperBound))
            hasHoles.append(set.ranges.count > 1)
            rangeCount += set.ranges.count
        }
    }

    /// Where a box begins in a column.
    func low(_ box: Int, _ column: Int) -> Int32 { lower[box * width + column] }

    /// Where a box ends in a column.
    func high(_ box: Int, _ column: Int) -> Int32 { upper[box * width + column] }

    /// Whether a box has holes in a column.
    func isBroken(_ box: Int, _ column: Int) -> Bool { hasHoles[box * width + column] }

    /// How a box lies in a column to the cells from `low` up to `high`, of which there is at least one.
    func relation(_ box: Int, _ column: Int, _ low: Int32, _ high: Int32) -> Relation {
        let index = box * width + column
        if upper[index] <= low || lower[index] >= high { return .apart }
        if hasHoles[index] {
            let set = boxes[box].sets[column]
            let range = Int(low)..<Int(high)
            return set.contains(range) ? .covering : set.intersects(range) ? .partial : .apart
        }
        return lower[index] <= low && upper[index] >= high ? .covering : .partial
    }

    /// Whether two boxes share a point, and the lowest one that they share lies within a region (as in
    /// `BoxSearch.Node`). Over regions that part the space this is so once for each two that meet.
    func meet(_ a: Int, _ b: Int, lowestWithin region: [Int32]) -> Bool {
        for column in 0..<width {
            let x = a * width + column
            let y = b * width + column
            var lowest = max(lower[x], lower[y])
            if lowest >= min(upper[x], upper[y]) { return false }
            if hasHoles[x] || hasHoles[y] {
                guard let first = boxes[a].sets[column].intersection(boxes[b].sets[column]).first else {
                    return false
                }
                lowest = Int32(first)
            }
            if lowest < region[2 * column] || lowest >= region[2 * column + 1] { return false }
        }
        return true
    }
}
