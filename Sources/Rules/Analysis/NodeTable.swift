/// The nodes that one root of a diagram reaches, in one flat table, its terminals numbered from 0: what
/// analyses go over.
///
/// References are those of `DiagramBuilder`: a node's index, or a terminal's number complemented. Children
/// have lower indices than their parents, so a pass upwards over the indices sees children first and one
/// downwards sees parents first. The root is the last node, and no node is out of its reach.
struct NodeTable: Sendable, Hashable {
    /// How many cells each level's variable has, top level first. The level is the variable's index.
    let arities: [Int]
    /// How many terminals there are; some may be out of reach.
    let terminalCount: Int
    /// Where to start.
    let root: Int32
    /// The level of each node.
    let levels: [Int]
    /// The children of all nodes, one after another.
    let edges: [Int32]

    private let firstEdges: [Int]

    /// The edges of a node, by index in `edges`, one for each cell.
    func edgeRange(_ node: Int) -> Range<Int> {
        let first = firstEdges[node]
        return first..<first + arities[levels[node]]
    }

    /// The level of what a reference means; terminals lie below all variables.
    func level(_ reference: Int32) -> Int { reference < 0 ? arities.count : levels[Int(reference)] }

    /// Follows one cell for each variable to a terminal.
    func terminal(of cells: [Int]) -> Int {
        var reference = root
        while reference >= 0 {
            let node = Int(reference)
            reference = edges[firstEdges[node] + cells[levels[node]]]
        }
        return Int(~reference)
    }

    /// The terminals in reach.
    var reachableTerminals: [Int] {
        var isReached = [Bool](repeating: false, count: terminalCount)
        if root < 0 { isReached[Int(~root)] = true }
        for edge in edges where edge < 0 { isReached[Int(~edge)] = true }
        return isReached.indices.filter { isReached[$0] }
    }

    /// How many nodes branch on each level.
    var nodesPerLevel: [Int] {
        levels.reduce(into: [Int](repeating: 0, count: arities.count)) { $0[$1] += 1 }
    }

    /// The same with some variables held at a cell (`nil` for those that stay open) and each terminal
    /// replaced, reduced anew.
    func mapped(
        given: [Int?]? = nil, terminalCount: Int, _ value: (Int) -> Int
    ) -> NodeTable {
        var builder = DiagramBuilder(arities: arities, nodeLimit: levels.count)
        // Never more nodes than there are here, so the limit cannot be met.
        let image = (try? copied(to: &builder, given: given, value)) ?? ~0
        return NodeTable(builder, root: image, terminalCount: terminalCount)
    }

    /// Makes the same function in a builder over the same variables, with some of them held at a cell.
    func copied(
        to builder: inout DiagramBuilder, given: [Int?]? = nil, _ value: (Int) -> Int
    ) throws(DiagramBuilder.LimitExceeded) -> Int32 {
        let terminals = (0..<terminalCount).map { ~Int32(value($0)) }
        var images = [Int32](repeating: 0, count: levels.count)
        func image(_ reference: Int32) -> Int32 {
            reference < 0 ? terminals[Int(~reference)] : images[Int(reference)]
        }
        for node in levels.indices {
            let range = edgeRange(node)
            if let cell = given?[levels[node]] {
                images[node] = image(edges[range.lowerBound + cell])
            } else {
                images[node] = try builder.node(level: levels[node], children: edges[range].map(image))
            }
        }
        return image(root)
    }
}

extension NodeTable {
    /// Keeps what a root reaches of a builder's nodes, in their order.
    init(_ builder: DiagramBuilder, root: Int32, terminalCount: Int) {
        let kept = KeptNodes(builder, roots: [root])
        self.init(
            arities: builder.arities, terminalCount: terminalCount, root: kept.roots[0],
            levels: kept.levels.map(Int.init), edges: kept.edges, firstEdges: kept.firstEdges.map(Int.init))
    }

    /// What a root of a diagram reaches, its outcomes sorted into classes: `value` gives the number of an
    /// outcome's class by the outcome's index.
    init(
        of diagram: Diagram, from root: Diagram.Reference, given: [Int?]? = nil, terminalCount: Int,
        _ value: (Int) -> Int
    ) {
        let nodes = 0..<(root.node.map { $0 + 1 } ?? 0)
        let ranges = nodes.map(diagram.edgeRange)
        let table = NodeTable(
            arities: diagram.variables.map(\.domain.cells.count), terminalCount: diagram.outcomes.count,
            root: root.rawValue, levels: nodes.map(diagram.variable(ofNode:)),
            edges: (0..<(ranges.last?.upperBound ?? 0)).map(diagram.edge),
            firstEdges: ranges.map(\.lowerBound))
        self = table.mapped(given: given, terminalCount: terminalCount, value)
    }
}
