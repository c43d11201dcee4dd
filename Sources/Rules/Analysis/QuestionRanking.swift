/// What to find out next (FORMATS 3): the open questions whose answer can still change what is recommended, by how much
/// an answer settles, which is the expected drop in the entropy of the recommendations (Shannon 1948), in bits.
public struct QuestionRanking: Sendable, Hashable {
    /// How far it goes. Where it is cautious some gains are estimates.
    public let extent: AnalysisExtent
    /// How uncertain the recommendation is now, in bits: 0 where one is certain.
    public let uncertainty: Double
    /// The questions, the most telling first; those that tell the same in the author's order.
    public let questions: [RankedQuestion]
    /// The open questions that no longer matter, in the author's order.
    public let idle: [Int]
    /// What the gains take for granted, as a sentence: `equallyLikely` or `asLikelyAsWritten`.
    public let assumption: String

    /// The assumption where the author says nothing of how likely answers are.
    public static let equallyLikely =
        "Every distinct answer is taken to be equally likely."
    /// The assumption where the author gives weights.
    public static let asLikelyAsWritten =
        "Answers are taken to be as likely as the framework says, and equally likely where it says nothing."

    /// An open question that matters.
    public struct RankedQuestion: Sendable, Hashable {
        /// The question.
        public let question: Int
        /// How much an answer settles, in bits.
        public let gain: Double
        /// Whether the gain is an estimate: a condition that reckons with several answers settles something as a whole,
        /// of which each of its open questions is given an equal part.
        public let isEstimate: Bool
        /// The answers that decide, in the order of the question's type.
        public let decisions: [Decision]
    }

    /// Answers to one question after which one recommendation is certain.
    public struct Decision: Sendable, Hashable {
        /// The answers of which any one decides.
        public let cells: [Domain.Cell]
        /// These in words: `yes`, `over 500 ms`.
        public let answer: String
        /// What is certain then.
        public let recommendation: Recommendation
    }
}

extension Logic {
    /// Which open questions to find out next, where some are answered.
    public func nextQuestions(given answers: Answers) -> QuestionRanking {
        RankingAnalysis(of: self, answers).ranking()
    }
}
