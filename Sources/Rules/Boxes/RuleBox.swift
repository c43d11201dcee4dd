/// A rule's condition, or a region that a finding speaks of: a set of cells for each column, and with them
/// every point whose cells lie in these sets.
package struct RuleBox: Sendable, Hashable {
    /// The cells that are let through, a set for each column.
    package var sets: [CellRanges]

    /// A box from a set for each column.
    package init(_ sets: [CellRanges]) { self.sets = sets }

    /// Whether no point lies in it.
    package var isEmpty: Bool { sets.contains(where: \.isEmpty) }

    /// A point in it, one cell for each column: the lowest. `nil` where there is none.
    package var witness: [Int]? { isEmpty ? nil : sets.compactMap(\.first) }

    /// Whether a point, one cell for each column, lies in it.
    package func contains(_ point: [Int]) -> Bool { zip(sets, point).allSatisfy { $0.contains($1) } }

    /// Whether it holds all of another box.
    func isSuperset(of other: RuleBox) -> Bool {
        other.isEmpty || zip(sets, other.sets).allSatisfy { $0.isSuperset(of: $1) }
    }

    /// The points of both, which are always one box.
    package func intersection(_ other: RuleBox) -> RuleBox {
        RuleBox(zip(sets, other.sets).map { $0.intersection($1) })
    }

    /// The box with another set for one column.
    func replacing(_ column: Int, with set: CellRanges) -> RuleBox {
        var copy = self
        copy.sets[column] = set
        return copy
    }

    /// Lower corners first, column by column, then the smaller: a total order on boxes.
    static func precedes(_ a: RuleBox, _ b: RuleBox) -> Bool {
        for (mine, theirs) in zip(a.sets, b.sets) where mine != theirs {
            let pairs = zip(mine.ranges, theirs.ranges)
            guard let (x, y) = pairs.first(where: { $0 != $1 }) else {
                return mine.ranges.count < theirs.ranges.count
            }
            return x.lowerBound == y.lowerBound ? x.upperBound < y.upperBound : x.lowerBound < y.lowerBound
        }
        return false
    }
}
