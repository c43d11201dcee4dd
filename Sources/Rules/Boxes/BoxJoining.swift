extension [BoxTable.Column] {
    /// Disjoint regions joined into fewer that hold the same points: wherever two differ in one column only,
    /// the first with neighbouring cells there, then, as a list of stretches is still one test, with any.
    /// The lowest comes first.
    func joining(_ regions: [Box]) -> [Box] {
        var joined = regions
        for takesNeighboursOnly in [true, false] {
            var count: Int
            repeat {
                count = joined.count
                for column in indices {
                    let onlyNeighbours = takesNeighboursOnly && self[column].isOrdered
                    joined = joining(joined, column, onlyNeighbours: onlyNeighbours)
                }
            } while joined.count < count
        }
        return joined.sorted(by: Box.precedes)
    }

    private func joining(_ regions: [Box], _ column: Int, onlyNeighbours: Bool) -> [Box] {
        var joined: [Box] = []
        for group in regions.groups(without: column) {
            let sets = group.map { regions[$0].sets[column] }
            var parts: [CellSet] = []
            // Ascending, so that whatever can be joined to a neighbour meets it last.
            for set in sets.sorted(by: { $0.hull.lowerBound < $1.hull.lowerBound }) {
                if let last = parts.last, !onlyNeighbours || last.hull.upperBound == set.hull.lowerBound {
                    parts[parts.count - 1] = last.union(set)
                } else {
                    parts.append(set)
                }
            }
            joined.append(contentsOf: parts.map { regions[group[0]].replacing(column, with: $0) })
        }
        return joined
    }
}

extension [Box] {
    /// The boxes, as indices, in groups that agree in all columns but one; groups and members in the boxes'
    /// order.
    func groups(without column: Int) -> [[Int]] {
        var groups: [[Int]] = []
        var numbers: [Box: Int] = [:]
        for index in indices {
            let rest = self[index].replacing(column, with: .empty)
            if let number = numbers[rest] {
                groups[number].append(index)
            } else {
                numbers[rest] = groups.count
                groups.append([index])
            }
        }
        return groups
    }
}
