/// The smallest changes of answers that lead to one terminal.
///
/// Diagrams are acyclic, so shortest paths take one pass upwards: an edge costs 1 where its cell is not the
/// answered one. A variable that an edge skips keeps its answer, which costs nothing; each change is one
/// path then, and each path of the least cost one change.
struct ShortestChanges {
    /// How many answers change.
    let size: Int
    /// In how many ways: exact below `UInt128.max`.
    let count: UInt128

    private let table: NodeTable
    private let target: Int
    private let answered: [Int?]
    /// For each node the least cost from there.
    private let costs: [Int]

    /// More than any path costs.
    private static let unreachable = Int.max / 2

    /// `nil` where no change leads there. `answered` has a cell for each variable that the table branches on.
    init?(to target: Int, in table: NodeTable, from answered: [Int?]) {
        var costs = [Int](repeating: ShortestChanges.unreachable, count: table.levels.count)
        var ways = [UInt128](repeating: 0, count: table.levels.count)
        func costAndWays(_ reference: Int32) -> (cost: Int, ways: UInt128) {
            if reference >= 0 { return (costs[Int(reference)], ways[Int(reference)]) }
            return Int(~reference) == target ? (0, 1) : (ShortestChanges.unreachable, 0)
        }
        for node in table.levels.indices {
            let kept = answered[table.levels[node]]
            for (cell, edge) in table.edgeRange(node).enumerated() {
                let rest = costAndWays(table.edges[edge])
                guard rest.cost < ShortestChanges.unreachable else { continue }
                let cost = rest.cost + (cell == kept ? 0 : 1)
                if cost < costs[node] {
                    costs[node] = cost
                    ways[node] = rest.ways
                } else if cost == costs[node] {
                    ways[node] = ways[node].saturatingPlus(rest.ways)
                }
            }
        }
        let (size, count) = costAndWays(table.root)
        guard size < ShortestChanges.unreachable else { return nil }
        self.size = size
        self.count = count
        self.table = table
        self.target = target
        self.answered = answered
        self.costs = costs
    }

    /// The first of them, merged into boxes, by their variables and cells. At most
    /// `mostListed` are listed before that; where there are more, some boxes may be parts of larger ones.
    func boxes(limit: Int, mostListed: Int) -> [Box] {
        let (builder, root) = changeSets()
        var listing = Listing(builder: builder, answered: answered, limit: mostListed)
        listing.list(root)
        return Array(listing.boxes.merged().sorted(by: Box.isInOrder).prefix(limit))
    }

    private func cost(_ reference: Int32) -> Int {
        if reference >= 0 { return costs[Int(reference)] }
        return Int(~reference) == target ? 0 : ShortestChanges.unreachable
    }

    /// The edges of a node that lie on paths of the least cost.
    private func isShortest(_ node: Int, _ cell: Int, _ child: Int32) -> Bool {
        let cost = cost(child)
        return cost < ShortestChanges.unreachable
            && cost + (cell == answered[table.levels[node]] ? 0 : 1) == costs[node]
    }

    /// The set of the changes as a diagram without zeros (after Minato 1993, "Zero-suppressed BDDs for set
    /// manipulation in combinatorial problems"): a variable that a path skips keeps its answer. Equal sets
    /// are one node, so cells after which the same changes remain are seen to be alike.
    ///
    /// The builder's own reduction never applies: of a node's children the kept cell's holds larger changes
    /// than the others', so they are not all equal.
    private func changeSets() -> (builder: DiagramBuilder, root: Int32) {
        var isNeeded = [Bool](repeating: false, count: costs.count)
        if table.root >= 0 { isNeeded[Int(table.root)] = true }
        for node in costs.indices.reversed() where isNeeded[node] {
            for (cell, edge) in table.edgeRange(node).enumerated() {
                let child = table.edges[edge]
                if child >= 0, isShortest(node, cell, child) { isNeeded[Int(child)] = true }
            }
        }
        var builder = DiagramBuilder(arities: table.arities, nodeLimit: costs.count)
        var images = [Int32](repeating: Listing.empty, count: costs.count)
        for node in costs.indices where isNeeded[node] {
            let children = table.edgeRange(node).enumerated().map { cell, edge -> Int32 in
                let child = table.edges[edge]
                guard isShortest(node, cell, child) else { return Listing.empty }
                return child < 0 ? Listing.done : images[Int(child)]
            }
            let level = table.levels[node]
            let isKept = children.indices.allSatisfy {
                $0 == answered[level] || children[$0] == Listing.empty
            }
            if isKept, let kept = answered[level] {
                images[node] = children[kept]
            } else {
                // Never more nodes than the table has, so the limit cannot be met.
                images[node] = (try? builder.node(level: level, children: children)) ?? Listing.empty
            }
        }
        return (builder, table.root < 0 ? Listing.done : images[Int(table.root)])
    }
}

/// Goes over the paths of a set of changes and lists each as a box.
private struct Listing {
    /// The set that holds no change.
    static let empty: Int32 = ~0
    /// The set that holds just the change of nothing.
    static let done: Int32 = ~1

    let builder: DiagramBuilder
    let answered: [Int?]
    let limit: Int
    private(set) var boxes: [Box] = []
    private var sides: [Box.Side] = []

    init(builder: DiagramBuilder, answered: [Int?], limit: Int) {
        self.builder = builder
        self.answered = answered
        self.limit = limit
    }

    /// Lists what changes the node's variable before what keeps it. No path ends in the empty set, so the
    /// work is that of the boxes.
    mutating func list(_ reference: Int32) {
        guard boxes.count < limit, reference != Listing.empty else { return }
        guard reference >= 0 else {
            boxes.append(Box(sides: sides))
            return
        }
        let level = builder.level(reference)
        let children = (0..<builder.arities[level]).map { builder.child(reference, at: level, cell: $0) }
        let kept = answered[level]
        var cellsByChild: [Int32: [Int]] = [:]
        for cell in children.indices where cell != kept {
            cellsByChild[children[cell], default: []].append(cell)
        }
        for cell in children.indices where cell != kept {
            guard let cells = cellsByChild.removeValue(forKey: children[cell]) else { continue }
            sides.append(Box.Side(variable: level, cells: CellSet(cells)))
            list(children[cell])
            sides.removeLast()
        }
        if let kept { list(children[kept]) }
    }
}
