/// Which share of the situations leads to which terminal (a recommendation, say), while some variables are
/// answered.
///
/// A situation is a cell for each variable that is open: answers that no rule tells apart are one.
struct Likelihoods: Sendable, Hashable {
    /// How likely each terminal is.
    let shares: [Double]
    /// How many situations there are: exact below `UInt128.max`, which stands for that many or more.
    let situations: UInt128
    /// How many of them lead to each terminal, likewise.
    let counts: [UInt128]

    /// `given` holds a cell for each variable that is answered, `nil` while it is open; `weights` those of
    /// the cells of each variable whose cells are not equally likely. Weights bear on the shares alone.
    init(of nodes: NodeTable, given: [Int?]? = nil, weights: [[Double]?]? = nil) {
        shares = nodes.masses(Probabilities(arities: nodes.arities, given: given, weights: weights)).terminals
        let choices = nodes.arities.indices.map { given?[$0] == nil ? UInt128(nodes.arities[$0]) : 1 }
        let products = Products(of: choices)
        situations = products.between(0, choices.count)
        counts = Likelihoods.counts(nodes, given: given, products)
    }

    /// One pass downwards: in how many ways the variables above a node lead to it.
    private static func counts(_ nodes: NodeTable, given: [Int?]?, _ products: Products) -> [UInt128] {
        var ways = [UInt128](repeating: 0, count: nodes.levels.count)
        var counts = [UInt128](repeating: 0, count: nodes.terminalCount)
        func add(_ count: UInt128, to reference: Int32, from level: Int) {
            let all = count.saturatingTimes(products.between(level, nodes.level(reference)))
            if reference < 0 {
                counts[Int(~reference)] = counts[Int(~reference)].saturatingPlus(all)
            } else {
                ways[Int(reference)] = ways[Int(reference)].saturatingPlus(all)
            }
        }
        add(1, to: nodes.root, from: 0)
        for node in nodes.levels.indices.reversed() where ways[node] > 0 {
            let level = nodes.levels[node]
            let range = nodes.edgeRange(node)
            if let cell = given?[level] {
                add(ways[node], to: nodes.edges[range.lowerBound + cell], from: level + 1)
            } else {
                for edge in range { add(ways[node], to: nodes.edges[edge], from: level + 1) }
            }
        }
        return counts
    }
}

/// The products of neighbouring factors, saturating.
private struct Products {
    private let factors: [UInt128]
    /// For each place the product of all factors from there on.
    private let rest: [UInt128]

    init(of factors: [UInt128]) {
        self.factors = factors
        var rest: [UInt128] = [1]
        for factor in factors.reversed() { rest.append(rest[rest.count - 1].saturatingTimes(factor)) }
        self.rest = rest.reversed()
    }

    /// The product from one place up to another.
    func between(_ start: Int, _ end: Int) -> UInt128 {
        if start == end { return 1 }
        if rest[start] < .max { return rest[start] / rest[end] }
        return factors[start..<end].reduce(1) { $0.saturatingTimes($1) }
    }
}
