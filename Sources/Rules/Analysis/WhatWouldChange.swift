/// What would change a recommendation (FORMATS 3): for every other one in reach the smallest changes of answers after
/// which it is certain, whatever the open questions turn out to be. While none is certain, these are the ways to a
/// decision.
///
/// Only answered questions change that are not `fixed`; open ones stay open, and the reader's is never proposed.
public struct WhatWouldChange: Sendable, Hashable {
    /// How far it goes. Where it is not exact, a smaller change may exist that is not known, and what is out of reach
    /// may be in reach.
    public let extent: AnalysisExtent
    /// What is certain now; `nil` while nothing is.
    public let present: Recommendation?
    /// Where changes lead, the nearest first.
    public let ways: [Way]
    /// What the framework can recommend, and no such change leads to.
    public let outOfReach: [Recommendation]
    /// Whether the fallback's question asks for the fallback: then nothing else changes what is recommended.
    public let isAskedToStart: Bool

    /// The smallest changes that lead to one recommendation.
    public struct Way: Sendable, Hashable {
        /// What is certain after each of them. It is a starting point where it is one in every situation that leads
        /// there.
        public let recommendation: Recommendation
        /// How many answers have to change, at least 1.
        public let size: Int
        /// In how many ways that can be done, counted by answers that some rule tells apart: exact below `UInt128.max`.
        public let count: UInt128
        /// How many of these the listed changes hold.
        public let shown: UInt128
        /// The first of them, those alike made one, in the diagram's order.
        public let changes: [Change]
    }

    /// Answers to change at once.
    public struct Change: Sendable, Hashable {
        /// The answers, in the author's order of their questions.
        public let answers: [AnswerChange]
    }

    /// One answer to change.
    public struct AnswerChange: Sendable, Hashable {
        /// The question.
        public let question: Int
        /// The answers of which any one will do.
        public let cells: [Domain.Cell]
        /// These in words, by the thresholds between them and the present answer: `under 500 ms`.
        public let new: String
        /// The present answer: `800 ms`.
        public let present: String

        /// `under 500 ms instead of 800 ms`.
        public var text: String { "\(new) instead of \(present)" }
    }
}

extension Logic {
    /// What would change the recommendation that some answers lead to.
    /// - Parameter limit: how many changes are listed at most for each recommendation; all are counted.
    public func changes(from answers: Answers, limit: Int = 20) -> WhatWouldChange {
        ChangeAnalysis(of: self, answers).changes(limit: limit)
    }
}
