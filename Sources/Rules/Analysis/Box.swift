/// A set of situations: for each variable that it constrains, the cells that the variable may lie in.
struct Box: Sendable, Hashable {
    /// One variable's constraint.
    struct Side: Sendable, Hashable {
        /// The variable.
        let variable: Int
        /// The cells that it may lie in: some, not all.
        let cells: CellSet
    }

    /// The constraints, by variable, ascending.
    let sides: [Side]

    /// Whether a situation, a cell for each variable, lies inside.
    func contains(_ cells: [Int]) -> Bool { sides.allSatisfy { $0.cells.contains(cells[$0.variable]) } }
}

/// Some cells of one variable.
struct CellSet: Sendable, Hashable {
    /// The cells, ascending, each once.
    let cells: [Int]

    /// A set of cells that are in order already, each once.
    init(_ cells: [Int]) { self.cells = cells }

    /// Whether it holds a cell.
    func contains(_ cell: Int) -> Bool {
        var low = 0
        var high = cells.count
        while low < high {
            let middle = (low + high) / 2
            if cells[middle] < cell { low = middle + 1 } else { high = middle }
        }
        return low < cells.count && cells[low] == cell
    }

    /// The cells of either set.
    func union(_ other: CellSet) -> CellSet { CellSet(Set(cells + other.cells).sorted()) }

    /// How to say it: runs of neighbouring cells where the variable's cells have an order (numbers, dates,
    /// scales), else cell by cell.
    func ranges(isOrdered: Bool) -> [ClosedRange<Int>] {
        var ranges: [ClosedRange<Int>] = []
        for cell in cells {
            if isOrdered, let last = ranges.last, last.upperBound == cell - 1 {
                ranges[ranges.count - 1] = last.lowerBound...cell
            } else {
                ranges.append(cell...cell)
            }
        }
        return ranges
    }
}

extension Box {
    /// Boxes by their variables and then by their cells.
    static func isInOrder(_ a: Box, _ b: Box) -> Bool {
        let variables = [a, b].map { $0.sides.map(\.variable) }
        guard variables[0] == variables[1] else {
            return variables[0].lexicographicallyPrecedes(variables[1])
        }
        for (one, other) in zip(a.sides, b.sides) where one.cells != other.cells {
            return one.cells.cells.lexicographicallyPrecedes(other.cells.cells)
        }
        return false
    }

    /// How many situations of its own sides' variables it holds, others left aside.
    var size: UInt128 { sides.reduce(1) { $0.saturatingTimes(UInt128($1.cells.cells.count)) } }
}

extension [Box] {
    /// The same situations in fewer boxes: those over the same variables that differ in one side become
    /// one, until no two do. Disjoint boxes stay disjoint.
    func merged() -> [Box] {
        var boxes = self
        var isChanged = true
        while isChanged {
            let before = boxes.count
            let mostSides = boxes.map(\.sides.count).max() ?? 0
            for side in 0..<mostSides { boxes = boxes.merged(bySide: side) }
            isChanged = boxes.count < before
        }
        return boxes
    }

    private func merged(bySide index: Int) -> [Box] {
        var places: [Box: Int] = [:]
        var merged: [Box] = []
        for box in self {
            guard index < box.sides.count else {
                merged.append(box)
                continue
            }
            let place = places[box.with([], at: index)] ?? merged.count
            places[box.with([], at: index)] = place
            if place == merged.count {
                merged.append(box)
            } else {
                let union = merged[place].sides[index].cells.union(box.sides[index].cells)
                merged[place] = box.with(union.cells, at: index)
            }
        }
        return merged
    }
}

extension Box {
    /// The same with other cells for one of its sides.
    fileprivate func with(_ cells: [Int], at index: Int) -> Box {
        var sides = sides
        sides[index] = Side(variable: sides[index].variable, cells: CellSet(cells))
        return Box(sides: sides)
    }
}
