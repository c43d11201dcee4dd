public import FoundationEssentials

/// How two versions of a framework differ: which situations change recommendation, from what to what.
///
/// A situation is an answer to every question of either version, except the reader's; answers that neither version tells
/// apart are one.
public struct LogicComparison: Sendable {
    /// How far it goes. Where it is cautious, a condition reckons with several answers at once, and some of the situations
    /// may be none that answers can bring about.
    public let extent: AnalysisExtent
    /// The questions that both versions ask, in the new one's order.
    public let matched: [MatchedQuestion]
    /// The questions whose answers in one version cannot be answers in the other. They are compared as two questions.
    public let retyped: [MatchedQuestion]
    /// The old version's questions that are gone.
    public let removed: [Int]
    /// The new version's questions that the old one does not ask.
    public let added: [Int]
    /// What changes, the largest share first.
    public let changes: [Change]
    /// Which share of the situations leads where it led before.
    public let unchanged: Double
    /// What each version says to who asks where to start, where that differs; `nil` where it does not.
    public let start: StartChange?
    let old: Logic
    let new: Logic
    /// For each old option its index in the new version; `nil` where it is gone.
    let newOptions: [Int?]

    /// A question of both versions.
    public struct MatchedQuestion: Sendable, Hashable {
        /// Its index in the old version.
        public let old: Int
        /// Its index in the new version.
        public let new: Int
    }

    /// What who asks where to start is told.
    public struct StartChange: Sendable, Hashable {
        /// The old version's fallback; `nil` where nobody can ask.
        public let old: Int?
        /// The new version's fallback, likewise.
        public let new: Int?
    }

    /// The situations in which one recommendation became another.
    public struct Change: Sendable, Hashable {
        /// What the old version recommends; `nil` where it knows no such answers.
        public let old: Recommendation?
        /// What the new version recommends; `nil` where it knows no such answers.
        public let new: Recommendation?
        /// Which share of all situations that is.
        public let share: Double
        /// How many situations that is: exact below `UInt128.max`.
        public let situations: UInt128
        /// Which situations these are, the largest share first; they may overlap. None where there are too many changes
        /// for each to be described.
        public let regions: [Region]
        /// Which share of all situations lies in none of the regions.
        public let shareLeftOut: Double
    }

    /// Situations that can be told in a few words.
    public struct Region: Sendable, Hashable {
        /// What has to be answered: `Latency budget under 500 ms, Citations yes`.
        public let situations: String
        /// Which share of all situations that is.
        public let share: Double
        /// Answers that show it: `Latency budget 499, Citations yes`. What they leave open does not matter.
        public let witness: String
        /// The same answers by the ids of the old version's questions.
        public let oldAnswers: Answers
        /// The same answers by the ids of the new version's questions.
        public let newAnswers: Answers
    }

    /// How the verdict on one set of answers differs.
    public struct Flip: Sendable, Hashable {
        /// The verdict of the old version.
        public let old: Verdict
        /// The verdict of the new version.
        public let new: Verdict
    }

    /// Whether some answers flip: one version is certain of a recommendation, and the other is of another or of none.
    /// - Parameters:
    ///   - old: the answers by the old version's questions; where one is missing that both ask, the new one's is taken.
    ///   - new: the answers by the new version's questions, likewise.
    ///   - weights: those of an assessment's own, by the factor's slug.
    /// - Returns: the two verdicts; `nil` where nothing flips.
    public func flip(
        old oldAnswers: Answers, new newAnswers: Answers, weights: [String: Number] = [:]
    ) -> Flip? {
        var (oldAnswers, newAnswers) = (oldAnswers, newAnswers)
        for pair in matched {
            let (oldID, newID) = (old.questions[pair.old].id, new.questions[pair.new].id)
            let value = oldAnswers[oldID] ?? newAnswers[newID]
            newAnswers[newID] = newAnswers[newID] ?? value
            oldAnswers[oldID] = value
        }
        let flip = Flip(
            old: old.weighted(by: weights).evaluate(oldAnswers),
            new: new.weighted(by: weights).evaluate(newAnswers))
        guard flip.old.decided || flip.new.decided else { return nil }
        guard flip.old.decided, flip.new.decided, let before = flip.old.possible.first,
            let after = flip.new.possible.first
        else { return flip }
        let known = before.options.compactMap { newOptions[$0] }
        return known.count == before.options.count && known.sorted() == after.options ? nil : flip
    }

    /// Whether some answers flip that are given by the ids of either version.
    public func flip(of answers: Answers) -> Flip? { flip(old: answers, new: answers) }
}

extension Logic {
    /// Compares two versions of a framework.
    /// - Parameters:
    ///   - renamed: the new ids of questions by their old ones.
    ///   - limit: in how many regions each change is described at most.
    public static func comparison(
        old: Logic, new: Logic, renamed: [String: String] = [:], limit: Int = 5
    ) -> LogicComparison {
        ComparisonAnalysis(old: old, new: new, renamed: renamed).comparison(limit: limit)
    }
}
