/// How likely each cell of each variable is, all variables independent of each other.
struct Probabilities: Sendable {
    /// Where each variable's cells start in `values`.
    let offsets: [Int]
    /// The probabilities of all cells; those of a variable add to 1.
    let values: [Double]

    /// From a cell for each variable that is answered (`nil` while it is open) and the cells' weights for
    /// each that has some. Cells without weights, and those whose weights mean nothing (another number of
    /// them, negative, all zero), are equally likely.
    init(arities: [Int], given: [Int?]? = nil, weights: [[Double]?]? = nil) {
        var offsets: [Int] = []
        var values: [Double] = []
        for (variable, arity) in arities.enumerated() {
            offsets.append(values.count)
            if let cell = given?[variable] {
                values += (0..<arity).map { $0 == cell ? 1 : 0 }
            } else {
                values += Probabilities.normalised(weights?[variable] ?? [], count: arity)
            }
        }
        self.offsets = offsets
        self.values = values
    }

    /// How likely a cell is.
    func callAsFunction(_ variable: Int, _ cell: Int) -> Double { values[offsets[variable] + cell] }

    /// How likely a box is.
    func callAsFunction(_ box: Box) -> Double {
        box.sides.reduce(1) { product, side in
            product * side.cells.cells.reduce(0) { $0 + self(side.variable, $1) }
        }
    }

    private static func normalised(_ weights: [Double], count: Int) -> [Double] {
        let sum = weights.reduce(0, +)
        guard weights.count == count, weights.allSatisfy({ $0 >= 0 }), sum > 0, sum.isFinite else {
            return .init(repeating: 1 / Double(count), count: count)
        }
        return weights.map { $0 / sum }
    }
}

extension NodeTable {
    /// How likely it is to come by each node, and to end at each terminal: one pass downwards. A variable
    /// that an edge skips adds nothing, since its cells' probabilities add to 1.
    func masses(_ probabilities: Probabilities) -> (nodes: [Double], terminals: [Double]) {
        var nodes = [Double](repeating: 0, count: levels.count)
        var terminals = [Double](repeating: 0, count: terminalCount)
        if root < 0 { terminals[Int(~root)] = 1 } else { nodes[Int(root)] = 1 }
        for node in levels.indices.reversed() {
            let mass = nodes[node]
            var cell = probabilities.offsets[levels[node]]
            for edge in edgeRange(node) {
                let child = edges[edge]
                let part = mass * probabilities.values[cell]
                if child < 0 { terminals[Int(~child)] += part } else { nodes[Int(child)] += part }
                cell += 1
            }
        }
        return (nodes, terminals)
    }
}
