/// What some roots reach of a builder's nodes, in their order and numbered anew: children still have lower indices than
/// their parents. Terminals keep their numbers.
struct KeptNodes: Sendable, Hashable {
    /// The level of each node.
    private(set) var levels: [Int32] = []
    /// Where each node's children start in `edges`.
    private(set) var firstEdges: [Int32] = []
    /// The children of all nodes, one after another.
    private(set) var edges: [Int32] = []
    /// The roots, in the order given.
    private(set) var roots: [Int32] = []

    init(_ builder: DiagramBuilder, roots: [Int32]) {
        var isReached = [Bool](repeating: false, count: Int(max(roots.max() ?? -1, -1)) + 1)
        for root in roots where root >= 0 { isReached[Int(root)] = true }
        for node in isReached.indices.reversed() where isReached[node] {
            for child in builder.children(ofNode: node) where child >= 0 { isReached[Int(child)] = true }
        }
        var numbers = [Int32](repeating: -1, count: isReached.count)
        func renumbered(_ reference: Int32) -> Int32 { reference < 0 ? reference : numbers[Int(reference)] }
        for node in isReached.indices where isReached[node] {
            numbers[node] = Int32(levels.count)
            levels.append(builder.levels[node])
            firstEdges.append(Int32(edges.count))
            edges.append(contentsOf: builder.children(ofNode: node).map(renumbered))
        }
        self.roots = roots.map(renumbered)
    }
}
