/// What a diagram says while some answers are open.
///
/// Both passes go over the nodes once, by index, since children come before their parents.
extension Diagram {
    /// The outcomes that some completion of the open answers reaches, by index, ascending. `cells` holds
    /// for each variable the cell that is answered, or `nil` while it is open.
    func reachable(from root: Reference, cells: [Int?]) -> [Int] {
        var isOutcomeReached = [Bool](repeating: false, count: outcomes.count)
        guard let top = root.node else { return root.outcome.map { [$0] } ?? [] }
        var isReached = [Bool](repeating: false, count: top + 1)
        isReached[top] = true
        for node in (0...top).reversed() where isReached[node] {
            forEachEdge(of: node, cells: cells) { child in
                if child < 0 { isOutcomeReached[Int(~child)] = true } else { isReached[Int(child)] = true }
            }
        }
        return isOutcomeReached.indices.filter { isOutcomeReached[$0] }
    }

    /// Which open variables can still change the set of recommended options.
    ///
    /// The restricted diagram, its outcomes told apart by their options alone, is built anew and reduced:
    /// then a variable matters just where a node that the root reaches branches on it.
    func mattering(from root: Reference, cells: [Int?]) -> [Bool] {
        var matters = [Bool](repeating: false, count: variables.count)
        guard let top = root.node else { return matters }
        var builder = DiagramBuilder(arities: variables.map(\.domain.cells.count), nodeLimit: nodeCount)
        var classes = Interner<[Int]>()
        let classOf = outcomes.map { ~classes.number(of: $0.options) }
        var projected = [Int32](repeating: 0, count: top + 1)
        func projection(_ reference: Int32) -> Int32 {
            reference < 0 ? classOf[Int(~reference)] : projected[Int(reference)]
        }
        for node in 0...top {
            let level = variable(ofNode: node)
            let children = edgeRange(node)
            if let cell = cells[level] {
                projected[node] = projection(edge(children.lowerBound + cell))
            } else {
                // Never more nodes than the diagram has, so the limit cannot be met.
                projected[node] =
                    (try? builder.node(level: level, children: children.map { projection(edge($0)) })) ?? ~0
            }
        }
        var isReached = [Bool](repeating: false, count: builder.levels.count)
        if projected[top] >= 0 { isReached[Int(projected[top])] = true }
        for node in isReached.indices.reversed() where isReached[node] {
            let level = Int(builder.levels[node])
            matters[level] = true
            for cell in 0..<builder.arities[level] {
                let child = builder.child(Int32(node), at: level, cell: cell)
                if child >= 0 { isReached[Int(child)] = true }
            }
        }
        return matters
    }

    private func forEachEdge(of node: Int, cells: [Int?], _ body: (Int32) -> Void) {
        let range = edgeRange(node)
        if let cell = cells[variable(ofNode: node)] {
            body(edge(range.lowerBound + cell))
        } else {
            for index in range { body(edge(index)) }
        }
    }
}
