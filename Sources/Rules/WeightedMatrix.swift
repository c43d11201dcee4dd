public import Diagnostics
public import FoundationEssentials

/// A comparison whose factors weigh and whose cells are scores (FORMATS 1.1).
public struct WeightedMatrix: Sendable, Hashable {
    /// A factor with its weight and the score of each option.
    public struct Factor: Sendable, Hashable {
        /// The factor's slug.
        public var id: String
        /// What readers call it.
        public var name: String
        /// How much it counts.
        public var weight: Number
        /// The scores, one for each of the matrix's options.
        public var scores: [Number]
        /// Where it stands.
        public var location: SourceLocation

        /// Creates a factor.
        public init(id: String, name: String, weight: Number, scores: [Number], location: SourceLocation) {
            self.id = id
            self.name = name
            self.weight = weight
            self.scores = scores
            self.location = location
        }
    }

    /// How far one weight can move before another option wins or ties, the others unchanged.
    public struct Stability: Sendable, Hashable {
        /// The least weight; `nil` where the weight may fall to nothing.
        public let least: Number?
        /// The greatest weight; `nil` where it may grow without end.
        public let greatest: Number?
    }

    /// The options that are scored, by their index in the framework.
    public var options: [Int]
    /// The factors.
    public var factors: [Factor]
    /// Whether the weights are written as shares of a hundred, `40 %`.
    public var hasShares: Bool

    /// Creates a matrix.
    public init(options: [Int], factors: [Factor], hasShares: Bool = false) {
        self.options = options
        self.factors = factors
        self.hasShares = hasShares
    }

    /// The sum of weight times score, for each of the matrix's options.
    public var totals: [Number] {
        options.indices.map { option in factors.reduce(0) { $0 + $1.weight * $1.scores[option] } }
    }

    /// The options with the highest total, ascending; none where there are no factors.
    public var winners: [Int] {
        guard !factors.isEmpty, let best = totals.max() else { return [] }
        return zip(options, totals).filter { $0.1 == best }.map(\.0).sorted()
    }

    /// The options with their totals, the highest first; ties in the matrix's order.
    public var ranking: [(option: Int, total: Number)] {
        zip(options, totals).enumerated().sorted {
            ($1.element.1, $0.offset) < ($0.element.1, $1.offset)
        }.map { (option: $0.element.0, total: $0.element.1) }
    }

    /// The matrix with other weights, by the slug of the factor.
    public func weighted(by weights: [String: Number]) -> WeightedMatrix {
        var matrix = self
        for index in matrix.factors.indices {
            matrix.factors[index].weight = weights[matrix.factors[index].id] ?? matrix.factors[index].weight
        }
        return matrix
    }

    /// For each factor the interval of weights, from 0 on, within which the winners stay the ones with the highest total:
    /// totals are linear in a weight, so that each other option bounds it from one side.
    public var stabilities: [Stability] {
        let totals = totals
        guard let best = totals.max() else { return [] }
        let leaders = totals.indices.filter { totals[$0] == best }
        return factors.map { factor in
            var least: Number?
            var greatest: Number?
            for leader in leaders {
                for other in totals.indices where !leaders.contains(other) {
                    let slope = factor.scores[leader] - factor.scores[other]
                    guard slope != 0 else { continue }
                    let bound = factor.weight - (totals[leader] - totals[other]) / slope
                    if slope > 0 {
                        if bound >= 0 { least = max(least ?? bound, bound) }
                    } else {
                        greatest = min(greatest ?? bound, bound)
                    }
                }
                // Of options that tie, any move parts those with different scores.
                for other in leaders where factor.scores[other] != factor.scores[leader] {
                    least = factor.weight
                    greatest = factor.weight
                }
            }
            return Stability(least: least, greatest: greatest)
        }
    }
}
