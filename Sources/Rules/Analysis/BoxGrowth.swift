/// Makes boxes inside a set as large as they can be.
struct BoxGrowth {
    /// The set: terminal 1 inside, 0 outside.
    private let set: NodeTable
    /// Nodes that may still be gone over. Boxes do not grow any more after that.
    private var stepsLeft: Int
    /// For each node the last search that came by it.
    private var visits: [Int]
    private var search = 0
    private var stack: [Int] = []

    init(inside set: NodeTable, stepLimit: Int) {
        self.set = set
        stepsLeft = stepLimit
        visits = [Int](repeating: 0, count: set.levels.count)
    }

    /// A box around one that lies inside the set: first the sides that need not be there at all are
    /// dropped, then cells are added to the others; the narrowest sides first.
    mutating func grown(_ box: Box) -> Box {
        var allowed = [[Int]?](repeating: nil, count: set.arities.count)
        for side in box.sides { allowed[side.variable] = side.cells.cells }
        let order = box.sides.sorted { a, b in
            let widths = [a, b].map { $0.cells.cells.count }
            let left = widths[0] * set.arities[b.variable]
            let right = widths[1] * set.arities[a.variable]
            return left == right ? a.variable < b.variable : left < right
        }
        for side in order {
            let missing = missingCells(side)
            if isInside(allowed, except: side.variable, missing) { allowed[side.variable] = nil }
        }
        for side in order where allowed[side.variable] != nil {
            let more = missingCells(side).filter { isInside(allowed, except: side.variable, [$0]) }
            allowed[side.variable] = (side.cells.cells + more).sorted()
        }
        return Box(
            sides: allowed.indices.compactMap { variable in
                allowed[variable].map { Box.Side(variable: variable, cells: CellSet($0)) }
            })
    }

    private func missingCells(_ side: Box.Side) -> [Int] {
        (0..<set.arities[side.variable]).filter { !side.cells.contains($0) }
    }

    /// Whether the set holds a box that has other cells for one variable; `false` too where the steps do
    /// not suffice to tell.
    private mutating func isInside(_ allowed: [[Int]?], except variable: Int, _ cells: [Int]) -> Bool {
        search += 1
        stack.removeAll(keepingCapacity: true)
        guard isOpen(set.root) else { return false }
        while let node = stack.popLast() {
            stepsLeft -= 1
            guard stepsLeft >= 0 else { return false }
            let level = set.levels[node]
            let range = set.edgeRange(node)
            if let cells = level == variable ? cells : allowed[level] {
                for cell in cells where !isOpen(set.edges[range.lowerBound + cell]) { return false }
            } else {
                for edge in range where !isOpen(set.edges[edge]) { return false }
            }
        }
        return true
    }

    /// Whether the search may go on past a reference, which is put on the stack where it is a new node.
    private mutating func isOpen(_ reference: Int32) -> Bool {
        guard reference >= 0 else { return reference == SituationSet.all }
        if visits[Int(reference)] != search {
            visits[Int(reference)] = search
            stack.append(Int(reference))
        }
        return true
    }
}

extension NodeTable {
    /// The path to terminal 1 that holds the most situations, as a box, and a situation on it, in which
    /// variables have the last cell that they may have; `nil` where no path leads there.
    ///
    /// Neighbouring cells with one child count as one edge.
    func widestPath() -> (box: Box, witness: [Int])? {
        var widths = [Double](repeating: -1, count: levels.count)
        var widest = [Int32](repeating: SituationSet.empty, count: levels.count)
        func width(_ reference: Int32) -> Double {
            reference >= 0 ? widths[Int(reference)] : reference == SituationSet.all ? 1 : -1
        }
        for node in levels.indices {
            var run = 0
            var last: Int32?
            for edge in edgeRange(node) {
                run = edges[edge] == last ? run + 1 : 1
                last = edges[edge]
                let width = width(edges[edge]) * Double(run) / Double(arities[levels[node]])
                if width >= 0, width > widths[node] {
                    widths[node] = width
                    widest[node] = edges[edge]
                }
            }
        }
        guard width(root) >= 0 else { return nil }
        var sides: [Box.Side] = []
        var witness = arities.map { $0 - 1 }
        var reference = root
        while reference >= 0 {
            let child = widest[Int(reference)]
            let cells = edgeRange(Int(reference)).enumerated().filter { edges[$0.element] == child }
                .map(\.offset)
            sides.append(Box.Side(variable: level(reference), cells: CellSet(cells)))
            witness[level(reference)] = cells.last ?? 0
            reference = child
        }
        return (Box(sides: sides), witness)
    }
}
