/// What is certain, whatever the open variables turn out to be: a diagram over the other variables alone,
/// whose terminals are those of the diagram it is made of, and one more for *not certain*.
///
/// This quantifies the open variables universally (Bryant 1986), for all terminals at once: a node of an
/// open variable becomes the meet of its children, which is certain just where these agree.
struct Certainty {
    private var builder: DiagramBuilder
    private var memo: [UInt64: Int32] = [:]
    /// Steps of `meet` left: pairs are bounded by a product, so nodes alone would not bound the work.
    private var stepsLeft: Int
    /// The reference that stands for *not certain*.
    private let uncertain: Int32

    /// The diagram of what is certain; its last terminal is *not certain*.
    static func table(
        of nodes: NodeTable, isOpen: [Bool], nodeLimit: Int
    ) throws(DiagramBuilder.LimitExceeded) -> NodeTable {
        var certainty = Certainty(nodes, nodeLimit: nodeLimit)
        let root = try certainty.quantified(nodes, isOpen: isOpen)
        return NodeTable(certainty.builder, root: root, terminalCount: nodes.terminalCount + 1)
    }

    private init(_ nodes: NodeTable, nodeLimit: Int) {
        builder = DiagramBuilder(arities: nodes.arities, nodeLimit: nodeLimit)
        stepsLeft = nodeLimit > Int.max / 8 ? Int.max : nodeLimit * 8
        uncertain = ~Int32(nodes.terminalCount)
    }

    private mutating func quantified(
        _ nodes: NodeTable, isOpen: [Bool]
    ) throws(DiagramBuilder.LimitExceeded) -> Int32 {
        var images = [Int32](repeating: 0, count: nodes.levels.count)
        func image(_ reference: Int32) -> Int32 { reference < 0 ? reference : images[Int(reference)] }
        for node in nodes.levels.indices {
            let children = nodes.edges[nodes.edgeRange(node)].map(image)
            if isOpen[nodes.levels[node]] {
                var result = children[0]
                for child in children.dropFirst() { result = try meet(result, child) }
                images[node] = result
            } else {
                images[node] = try builder.node(level: nodes.levels[node], children: children)
            }
        }
        return image(nodes.root)
    }

    /// What both are where they agree.
    private mutating func meet(_ a: Int32, _ b: Int32) throws(DiagramBuilder.LimitExceeded) -> Int32 {
        if a == b { return a }
        if a == uncertain || b == uncertain || a < 0 && b < 0 { return uncertain }
        let key = UInt64(UInt32(bitPattern: min(a, b))) << 32 | UInt64(UInt32(bitPattern: max(a, b)))
        if let known = memo[key] { return known }
        stepsLeft -= 1
        let top = min(builder.level(a), builder.level(b))
        guard stepsLeft >= 0 else {
            throw DiagramBuilder.LimitExceeded(nodesPerLevel: builder.nodesPerLevel)
        }
        var children: [Int32] = []
        children.reserveCapacity(builder.arities[top])
        for cell in 0..<builder.arities[top] {
            children.append(
                try meet(builder.child(a, at: top, cell: cell), builder.child(b, at: top, cell: cell)))
        }
        let result = try builder.node(level: top, children: children)
        memo[key] = result
        return result
    }
}

extension DiagramBuilder {
    /// How many nodes branch on each level.
    var nodesPerLevel: [Int] {
        levels.reduce(into: [Int](repeating: 0, count: arities.count)) { $0[Int($1)] += 1 }
    }
}
