/// Makes functions of one diagram anew over the common variables of an `Alignment`, whose order may be
/// another one.
struct Transfer {
    /// Holds all functions that were transferred.
    private(set) var builder: DiagramBuilder
    /// Steps of `select` left: tuples are bounded by a product, so nodes alone would not bound the work.
    private var stepsLeft: Int

    init(to alignment: Alignment, nodeLimit: Int) {
        builder = DiagramBuilder(arities: alignment.variables.map(\.cellCount), nodeLimit: nodeLimit)
        stepsLeft = nodeLimit > Int.max / 8 ? Int.max : nodeLimit * 8
    }

    /// The function of a table whose part in each common variable is given. Situations that it does not
    /// know lead to one more terminal, its last.
    mutating func function(
        _ nodes: NodeTable, parts: [Alignment.Part?]
    ) throws(DiagramBuilder.LimitExceeded) -> Int32 {
        var places: [(level: Int, cells: [Int?])] = nodes.arities.map { _ in (0, []) }
        for (level, part) in parts.enumerated() {
            if let part { places[part.variable] = (level, part.cells) }
        }
        var images = [Int32](repeating: 0, count: nodes.levels.count)
        func image(_ reference: Int32) -> Int32 { reference < 0 ? reference : images[Int(reference)] }
        let unknown = ~Int32(nodes.terminalCount)
        for node in nodes.levels.indices {
            let (level, cells) = places[nodes.levels[node]]
            let first = nodes.edgeRange(node).lowerBound
            let branches = cells.map { $0.map { image(nodes.edges[first + $0]) } ?? unknown }
            var memo: [[Int32]: Int32] = [:]
            images[node] = try select(level, branches, &memo)
        }
        // Where a variable is skipped, its unknown cells are unknown all the same.
        var result = image(nodes.root)
        for (level, part) in parts.enumerated().reversed() {
            guard let part, part.cells.contains(nil) else { continue }
            let isKnown = try builder.node(
                level: level, children: part.cells.map { $0 == nil ? unknown : ~0 })
            result = try builder.combine(isKnown, result) { ~$0 == unknown ? $0 : $1 }
        }
        return result
    }

    /// The function that is the branch of the cell in which a level's variable lies (Shannon's expansion the
    /// other way round; composition after Bryant 1986).
    private mutating func select(
        _ level: Int, _ branches: [Int32], _ memo: inout [[Int32]: Int32]
    ) throws(DiagramBuilder.LimitExceeded) -> Int32 {
        let top = branches.reduce(level) { min($0, builder.level($1)) }
        if top == level { return try builder.node(level: level, children: branches) }
        if let known = memo[branches] { return known }
        stepsLeft -= branches.count
        guard stepsLeft >= 0 else {
            throw DiagramBuilder.LimitExceeded(nodesPerLevel: builder.nodesPerLevel)
        }
        var children: [Int32] = []
        for cell in 0..<builder.arities[top] {
            children.append(
                try select(level, branches.map { builder.child($0, at: top, cell: cell) }, &memo))
        }
        let result = try builder.node(level: top, children: children)
        memo[branches] = result
        return result
    }
}
