/// What a diagram as a whole depends on, and what it never says.
struct Influence: Sendable, Hashable {
    /// The open variables that never matter to the recommendation or its ground, in the diagram's order.
    let idleVariables: [Int]
    /// The options that are in no recommendation.
    let unusedOptions: [Int]
    /// The diagram's outcomes that are never reached from this root, by index.
    let unreachedOutcomes: [Int]
    /// The open variables, the most decisive first.
    let ranking: Ranking

    /// Reads it off what a root of a diagram reaches. `given` holds a cell for each variable that is held
    /// there (the reader's question, say), `nil` for the others.
    init(
        of diagram: Diagram, from root: Diagram.Reference, given: [Int?]? = nil,
        weights: [[Double]?]? = nil, optionCount: Int
    ) {
        let cells = given ?? diagram.variables.map { _ in nil }
        let reached = Set(diagram.reachable(from: root, cells: cells))
        let used = Set(reached.flatMap { diagram.outcomes[$0].options })
        // Reduced, a diagram branches on just the variables that matter.
        let recommendations = Recommendations(of: diagram, from: root)
        let nodes = recommendations.nodes.mapped(
            given: given, terminalCount: recommendations.options.count
        ) { $0 }
        let grounds = NodeTable(
            of: diagram, from: root, given: given, terminalCount: diagram.outcomes.count
        ) { $0 }
        let mattering = Set(grounds.levels)
        idleVariables = cells.indices.filter { cells[$0] == nil && !mattering.contains($0) }
        unusedOptions = (0..<optionCount).filter { !used.contains($0) }
        unreachedOutcomes = diagram.outcomes.indices.filter { !reached.contains($0) }
        ranking = Ranking(of: nodes, given: given, weights: weights)
    }
}
