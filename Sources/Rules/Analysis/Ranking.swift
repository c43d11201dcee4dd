/// What to find out next: the open variables by how much an answer settles, which is the expected drop in
/// the entropy of the terminals (Shannon 1948), their mutual information with the variable, in bits.
struct Ranking: Sendable, Hashable {
    /// An open variable.
    struct Entry: Sendable, Hashable {
        /// The variable.
        let variable: Int
        /// The expected drop in entropy once it is answered, in bits, rounded to 2^-30.
        let gain: Double
    }

    /// The entropy now, in bits, rounded likewise: 0 where one terminal is certain.
    let entropy: Double
    /// All open variables, the most telling first; those that tell the same in the diagram's order.
    let entries: [Entry]
    /// Whether all terminals were told apart. Where that is more than the work is worth, only the likeliest
    /// are, and the gains are those about them.
    let isExact: Bool

    /// How many edges are gone over at most: about a second's worth.
    private static let mostWork = 200_000_000

    /// `given` holds a cell for each variable that is answered, `nil` while it is open; `weights` those of
    /// the cells of each variable whose cells are not equally likely.
    init(
        of nodes: NodeTable, given: [Int?]? = nil, weights: [[Double]?]? = nil,
        mostWork: Int = Ranking.mostWork
    ) {
        let probabilities = Probabilities(arities: nodes.arities, given: given, weights: weights)
        let masses = nodes.masses(probabilities)
        let classes = Ranking.classes(
            masses.terminals, atMost: max(2, mostWork / max(1, nodes.edges.count)))
        isExact = classes.isExact
        var entropy = 0.0
        var entropies = [Double](repeating: 0, count: probabilities.values.count)
        for members in classes.members {
            let (share, shares) = nodes.shares(of: members, masses.nodes, probabilities)
            entropy += Ranking.entropy(share)
            for cell in shares.indices { entropies[cell] += Ranking.entropy(shares[cell]) }
        }
        self.entropy = Ranking.rounded(entropy)
        let open = nodes.arities.indices.filter { given?[$0] == nil }
        entries =
            open.map { variable in
                let remaining = (0..<nodes.arities[variable]).reduce(0) { sum, cell in
                    sum + probabilities(variable, cell) * entropies[probabilities.offsets[variable] + cell]
                }
                return Entry(variable: variable, gain: Ranking.rounded(entropy - remaining))
            }
            .sorted { ($1.gain, $0.variable) < ($0.gain, $1.variable) }
    }

    /// The terminals to tell apart, and the rest of them as one where they are too many.
    private static func classes(
        _ shares: [Double], atMost most: Int
    ) -> (members: [[Bool]], isExact: Bool) {
        let possible = shares.indices.filter { shares[$0] > 0 }
            .sorted { (shares[$1], $0) < (shares[$0], $1) }
        let single = possible.count <= most ? possible[...] : possible.prefix(most - 1)
        let rest = Set(possible.dropFirst(single.count))
        let members = single.sorted().map { terminal in shares.indices.map { $0 == terminal } }
        return (members + (rest.isEmpty ? [] : [shares.indices.map(rest.contains)]), rest.isEmpty)
    }

    /// A share's part of the entropy. Rounding errors may bring shares a little out of 0...1.
    private static func entropy(_ share: Double) -> Double {
        share > 0 && share < 1 ? -share * share.binaryLogarithm : 0
    }

    /// So that variables which tell the same are not put in order by rounding errors.
    private static func rounded(_ bits: Double) -> Double { max(0, (bits * 0x1p30).rounded() * 0x1p-30) }
}

extension NodeTable {
    /// How likely it is to end at one of some terminals, and how likely that is given each cell of each
    /// variable: a pass upwards for what the nodes lead to, with the masses of a pass downwards.
    ///
    /// Fixing a cell moves, at each node of its variable, the node's mass to one child; whatever does not
    /// come by such a node stays as it was.
    fileprivate func shares(
        of members: [Bool], _ masses: [Double], _ probabilities: Probabilities
    ) -> (share: Double, byCell: [Double]) {
        var likelihoods = [Double](repeating: 0, count: levels.count)
        func likelihood(_ reference: Int32) -> Double {
            reference < 0 ? (members[Int(~reference)] ? 1 : 0) : likelihoods[Int(reference)]
        }
        var moved = [Double](repeating: 0, count: probabilities.values.count)
        for node in levels.indices {
            let offset = probabilities.offsets[levels[node]]
            let range = edgeRange(node)
            var sum = 0.0
            for (cell, edge) in range.enumerated() {
                sum += probabilities.values[offset + cell] * likelihood(edges[edge])
            }
            likelihoods[node] = sum
            for (cell, edge) in range.enumerated() {
                moved[offset + cell] += masses[node] * (likelihood(edges[edge]) - sum)
            }
        }
        let share = likelihood(root)
        return (share, moved.map { $0 + share })
    }
}

extension Double {
    /// The logarithm to the base 2 of a positive number, by the series of the inverse hyperbolic tangent
    /// (Abramowitz and Stegun 4.1.27). A C library's may differ from machine to machine in the last bit,
    /// which could change the order of a ranking.
    var binaryLogarithm: Double {
        let isUpper = significand > 1.414_213_562_373_095_1
        let scaled = isUpper ? significand / 2 : significand
        let ratio = (scaled - 1) / (scaled + 1)
        let square = ratio * ratio
        var sum = 0.0
        // The 13th term is below 2^-60 of the first.
        for divisor in stride(from: 25.0, through: 1, by: -2) { sum = sum * square + 1 / divisor }
        return Double(exponent) + (isUpper ? 1 : 0) + 2 * ratio * sum / 0.693_147_180_559_945_3
    }
}
