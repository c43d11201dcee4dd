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

    private let levels: [Int32]
    private let firstEdges: [Int32]
    private let edges: [Int32]

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
        var isReached = [Bool](repeating: false, count: builder.levels.count)
        var outcomeNumbers: [Int32: Int32] = [:]
        var kept: [Outcome] = []
        func reach(_ reference: Int32) {
            if reference >= 0 {
                isReached[Int(reference)] = true
            } else if outcomeNumbers[reference] == nil {
                outcomeNumbers[reference] = ~Int32(kept.count)
                kept.append(outcomes[Int(~reference)])
            }
        }
        func children(_ node: Int) -> ArraySlice<Int32> {
            builder.edges[Int(builder.firstEdges[node])...].prefix(builder.arities[Int(builder.levels[node])])
        }
        reach(verdict)
        reach(withoutReader)
        for node in isReached.indices.reversed() where isReached[node] { children(node).forEach(reach) }

        var nodeNumbers = [Int32](repeating: -1, count: isReached.count)
        func renumbered(_ reference: Int32) -> Int32 {
            reference >= 0 ? nodeNumbers[Int(reference)] : outcomeNumbers[reference] ?? reference
        }
        var levels: [Int32] = []
        var firstEdges: [Int32] = []
        var edges: [Int32] = []
        for node in isReached.indices where isReached[node] {
            nodeNumbers[node] = Int32(levels.count)
            levels.append(builder.levels[node])
            firstEdges.append(Int32(edges.count))
            edges.append(contentsOf: children(node).map(renumbered))
        }
        self.variables = variables
        self.outcomes = kept
        self.verdict = Reference(rawValue: renumbered(verdict))
        self.withoutReader = Reference(rawValue: renumbered(withoutReader))
        self.levels = levels
        self.firstEdges = firstEdges
        self.edges = edges
    }
}
