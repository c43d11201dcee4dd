/// The decision diagram of a framework: ordered, reduced, multi-valued, its nodes shared by all roots in
/// one flat table. Following the answers from a root ends at the outcome.
public struct Diagram: Sendable, Hashable {
    /// What the diagram branches on.
    public struct Variable: Sendable, Hashable {
        /// A question, or behind all questions a condition over several of them.
        public let input: Int
        /// Its cells, one child of a node each.
        public let domain: Domain
    }

    /// Where an edge or a root leads: a node, or an outcome.
    public struct Reference: Sendable, Hashable {
        /// A node's index, or an outcome's index complemented (hence negative).
        public let rawValue: Int32

        /// The outcome's index, or `nil` for a node.
        public var outcome: Int? { rawValue < 0 ? Int(~rawValue) : nil }
        /// The node's index, or `nil` for an outcome.
        public var node: Int? { rawValue < 0 ? nil : Int(rawValue) }
    }

    /// All inputs, in the order in which the diagram branches on them, its top first.
    public let variables: [Variable]
    /// The outcomes that some answers reach, each once.
    public let outcomes: [Outcome]
    /// Where the verdict starts.
    public let verdict: Reference
    /// Where the verdict without the fallback's question starts: steps 2 to 6 of FORMATS 1.6.
    public let withoutReader: Reference

    let levels: [Int32]
    let firstEdges: [Int32]
    let edges: [Int32]

    /// How many nodes there are. Children have lower indices than their parents.
    public var nodeCount: Int { levels.count }

    /// The variable that a node branches on, as an index into `variables`.
    public func variable(ofNode node: Int) -> Int { Int(levels[node]) }

    /// Where a node's edges lead, one for each cell of its variable.
    public func children(ofNode node: Int) -> [Reference] {
        edgeRange(node).map { Reference(rawValue: edges[$0]) }
    }

    /// Follows one cell for each variable to an outcome.
    public func outcome(from root: Reference, cells: [Int]) -> Outcome {
        var reference = root.rawValue
        while reference >= 0 {
            let node = Int(reference)
            reference = edges[Int(firstEdges[node]) + cells[Int(levels[node])]]
        }
        return outcomes[Int(~reference)]
    }

    func edgeRange(_ node: Int) -> Range<Int> {
        let first = Int(firstEdges[node])
        return first..<first + variables[Int(levels[node])].domain.cells.count
    }

    func edge(_ index: Int) -> Int32 { edges[index] }

    /// Keeps what two roots reach of a builder's nodes, in their order, and numbers the outcomes anew.
    init(
        _ builder: DiagramBuilder, variables: [Variable], outcomes: [Outcome], verdict: Int32,
        withoutReader: Int32
    ) {
        let nodes = KeptNodes(builder, roots: [verdict, withoutReader])
        var outcomeNumbers: [Int32: Int32] = [:]
        var kept: [Outcome] = []
        func number(_ reference: Int32) {
            guard reference < 0, outcomeNumbers[reference] == nil else { return }
            outcomeNumbers[reference] = ~Int32(kept.count)
            kept.append(outcomes[Int(~reference)])
        }
        nodes.roots.forEach(number)
        for (level, first) in zip(nodes.levels, nodes.firstEdges).reversed() {
            nodes.edges[Int(first)...].prefix(builder.arities[Int(level)]).forEach(number)
        }

        func renumbered(_ reference: Int32) -> Int32 { outcomeNumbers[reference] ?? reference }
        self.variables = variables
        self.outcomes = kept
        self.verdict = Reference(rawValue: renumbered(nodes.roots[0]))
        self.withoutReader = Reference(rawValue: renumbered(nodes.roots[1]))
        levels = nodes.levels
        firstEdges = nodes.firstEdges
        edges = nodes.edges.map(renumbered)
    }
}
