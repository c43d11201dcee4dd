/// How a framework's situations fall to its recommendations.
///
/// Every distinct answer to a question is equally likely, unless the framework says how likely it is; distinct are
/// answers that some rule tells apart. The reader's own question is taken as not asserted.
public struct Coverage: Sendable, Hashable {
    /// What a part of the situations leads to.
    public struct Part: Sendable, Hashable {
        /// The options; several are a tie, none is *nothing*.
        public let options: [Int]
        /// How many thousandths of all situations, by their likelihood; those of all parts add to 1,000.
        public let thousandths: Int
        /// How many situations: exact below `UInt128.max`.
        public let situations: UInt128
    }

    /// A question, and how much its answer tells.
    public struct Telling: Sendable, Hashable {
        /// The question's name, or a condition over several questions.
        public let name: String
        /// The expected drop in the entropy of the recommendation, in bits.
        public let bits: Double
    }

    /// How many distinct situations there are; `UInt128.max` stands for that many or more.
    public let situations: UInt128
    /// The recommendations, single options first, *nothing* last.
    public let parts: [Part]
    /// The questions that tell something, the most decisive first.
    public let questions: [Telling]
    /// Whether the framework says how likely some answers are.
    public let isWeighted: Bool
    /// Whether conditions over several inputs were taken as if they were answers of their own.
    public let isCautious: Bool
}

extension Logic {
    /// Which share of the situations leads to which recommendation; `nil` past the node limit.
    public func coverage() -> Coverage? {
        guard let diagram else { return nil }
        var given = [Int?](repeating: nil, count: diagram.variables.count)
        if let fallback = program.fallback, let question = program.rules[fallback].question,
            let variable = program.order.firstIndex(of: question)
        {
            let cells = program.rules[fallback].cells
            given[variable] = program.domains[question].cells.indices.first { !cells.contains($0) }
        }
        let weights = program.order.map { Optional(program.likelihood[$0]) }
        let recommendations = Recommendations(of: diagram, from: diagram.withoutReader)
        let likelihoods = Likelihoods(of: recommendations.nodes, given: given, weights: weights)
        let ranking = Ranking(
            of: recommendations.nodes.mapped(given: given, terminalCount: recommendations.options.count) {
                $0
            },
            given: given, weights: weights)
        let text = SituationText(program)
        let reached = recommendations.options.indices.filter { likelihoods.counts[$0] > 0 }
        let thousandths = likelihoods.shares.thousandths
        return Coverage(
            situations: likelihoods.situations,
            parts: reached.map {
                .init(
                    options: recommendations.options[$0], thousandths: thousandths[$0],
                    situations: likelihoods.counts[$0])
            },
            questions: ranking.entries.filter { $0.gain > 0 }.map {
                .init(name: text.name(ofInput: program.order[$0.variable]), bits: $0.gain)
            },
            isWeighted: program.likelihood.contains { $0.contains { $0 != 1 } },
            isCautious: program.domains.count > program.questions.count)
    }
}

extension [Double] {
    /// Shares rounded to thousandths that add to 1,000: the largest remainders are rounded up (Hamilton's method).
    fileprivate var thousandths: [Int] {
        let exact = map { $0 * 1000 }
        var rounded = exact.map { Int($0) }
        let missing = 1000 - rounded.reduce(0, +)
        let order = indices.sorted { a, b in
            let left = ((exact[a] - exact[a].rounded(.down)) * 0x1p20).rounded()
            let right = ((exact[b] - exact[b].rounded(.down)) * 0x1p20).rounded()
            return left == right ? a < b : left > right
        }
        for index in order.prefix(Swift.max(0, missing)) { rounded[index] += 1 }
        return rounded
    }
}
