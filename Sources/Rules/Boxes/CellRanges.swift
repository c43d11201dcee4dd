/// Some of the cells of one column: the values that a test lets through, once the column's domain is split
/// into cells that no rule tells apart inside.
///
/// Held as ranges that are sorted and do not touch, so that equal sets are equal values and a set over
/// thousands of cells, which is nearly always one range, costs as little as one over three.
package struct CellRanges: Sendable, Hashable {
    /// The ranges, ascending; none is empty, and between two of them at least one cell is missing.
    package let ranges: [Range<Int>]

    /// No cell.
    static let empty = CellRanges(sorted: [])

    /// All cells of a range, which may be empty.
    package init(_ range: Range<Int>) { ranges = range.isEmpty ? [] : [range] }

    /// The cells of some ranges in any order, which may overlap.
    package init(ranges: some Sequence<Range<Int>>) {
        self.init(sorted: ranges.filter { !$0.isEmpty }.sorted { $0.lowerBound < $1.lowerBound })
    }

    /// Single cells in any order.
    package init(cells: some Sequence<Int>) { self.init(ranges: cells.map { $0..<$0 + 1 }) }

    /// Joins ranges that are sorted by where they begin, and not empty.
    private init(sorted: [Range<Int>]) {
        var joined: [Range<Int>] = []
        joined.reserveCapacity(sorted.count)
        for range in sorted {
            if let last = joined.last, range.lowerBound <= last.upperBound {
                joined[joined.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
            } else {
                joined.append(range)
            }
        }
        ranges = joined
    }

    /// Whether it holds no cell, so that nothing passes.
    package var isEmpty: Bool { ranges.isEmpty }
    /// How many cells it holds.
    package var count: Int { ranges.reduce(0) { $0 + $1.count } }
    /// Its lowest cell.
    package var first: Int? { ranges.first?.lowerBound }
    /// The smallest range that holds all of it.
    var hull: Range<Int> {
        guard let first = ranges.first, let last = ranges.last else { return 0..<0 }
        return first.lowerBound..<last.upperBound
    }

    /// Whether it holds a cell.
    package func contains(_ cell: Int) -> Bool { intersects(cell..<cell + 1) }

    /// Whether it holds all cells of a range that is not empty.
    func contains(_ range: Range<Int>) -> Bool {
        let index = index(endingBehind: range.lowerBound)
        guard index < ranges.count else { return false }
        return ranges[index].lowerBound <= range.lowerBound && range.upperBound <= ranges[index].upperBound
    }

    /// Whether it holds all that another set holds.
    func isSuperset(of other: CellRanges) -> Bool { other.ranges.allSatisfy { contains($0) } }

    /// Whether it holds some cell of a range.
    func intersects(_ range: Range<Int>) -> Bool {
        let index = index(endingBehind: range.lowerBound)
        return index < ranges.count && ranges[index].overlaps(range)
    }

    /// The first of its ranges that ends behind a cell; how many there are where none does.
    func index(endingBehind cell: Int) -> Int {
        var (low, high) = (0, ranges.count)
        while low < high {
            let middle = (low + high) / 2
            if ranges[middle].upperBound > cell { high = middle } else { low = middle + 1 }
        }
        return low
    }

    /// Whether the two have a cell in common.
    func intersects(_ other: CellRanges) -> Bool {
        guard hull.overlaps(other.hull) else { return false }
        return other.ranges.contains { intersects($0) }
    }

    /// The cells of both.
    func intersection(_ other: CellRanges) -> CellRanges {
        var common: [Range<Int>] = []
        var mine = 0
        var theirs = 0
        while mine < ranges.count, theirs < other.ranges.count {
            let overlap = ranges[mine].clamped(to: other.ranges[theirs])
            if !overlap.isEmpty { common.append(overlap) }
            if ranges[mine].upperBound < other.ranges[theirs].upperBound { mine += 1 } else { theirs += 1 }
        }
        return CellRanges(sorted: common)
    }

    /// The cells of either.
    package func union(_ other: CellRanges) -> CellRanges { CellRanges(ranges: ranges + other.ranges) }

    /// The cells of this one that the other lacks.
    func subtracting(_ other: CellRanges) -> CellRanges {
        var left: [Range<Int>] = []
        var hole = 0
        for range in ranges {
            var start = range.lowerBound
            // A hole may reach into the next range, so the last one looked at is looked at again.
            while hole < other.ranges.count, other.ranges[hole].lowerBound < range.upperBound {
                if other.ranges[hole].lowerBound > start {
                    left.append(start..<other.ranges[hole].lowerBound)
                }
                start = max(start, other.ranges[hole].upperBound)
                if other.ranges[hole].upperBound > range.upperBound { break }
                hole += 1
            }
            if start < range.upperBound { left.append(start..<range.upperBound) }
        }
        return CellRanges(sorted: left)
    }

    /// Its cells numbered by their places within another set; those that lie outside are left out.
    func places(in base: CellRanges) -> CellRanges {
        var places: [Range<Int>] = []
        var mine = 0
        var passed = 0
        for range in base.ranges {
            while mine < ranges.count, ranges[mine].lowerBound < range.upperBound {
                let common = ranges[mine].clamped(to: range)
                let start = passed + common.lowerBound - range.lowerBound
                if !common.isEmpty { places.append(start..<start + common.count) }
                // One that reaches farther has cells in the next range too.
                if ranges[mine].upperBound > range.upperBound { break }
                mine += 1
            }
            passed += range.count
        }
        return CellRanges(sorted: places)
    }

    /// The cell at a place, counted from the lowest.
    func cell(at place: Int) -> Int? {
        var left = place
        for range in ranges {
            if left < range.count { return range.lowerBound + left }
            left -= range.count
        }
        return nil
    }
}
