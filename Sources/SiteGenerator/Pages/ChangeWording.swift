import Languages
public import Rules

/// What would change a verdict and what to find out next, in words.
public struct ChangeWording: Sendable {
    let logic: Logic
    private let names: VerdictWording
    var phrases: Phrases { names.phrases }

    /// Words what is said of a verdict by some rules.
    public init(_ names: VerdictWording, logic: Logic) {
        self.logic = logic
        self.names = names
    }

    /// "Kafka", "start with SQS", "a tie of Kafka and Redis".
    public func outcome(_ recommendation: Recommendation) -> String {
        recommendation.startingPoint && !recommendation.options.isEmpty
            ? phrases("verdict.start-with", ["option": names.names(recommendation)])
            : names.names(recommendation)
    }

    /// "Kafka", "starting with SQS": what may come of it, as the subject of a sentence.
    func possibility(_ recommendation: Recommendation) -> String {
        recommendation.startingPoint
            ? phrases("verdict.starting-with", ["option": names.names(recommendation)])
            : names.names(recommendation)
    }

    /// "Replay: no instead of yes; Edge: yes instead of no".
    public func text(_ change: WhatWouldChange.Change) -> String {
        change.answers.map { "\(logic.questions[$0.question].name): \($0.text)" }.joined(separator: "; ")
    }

    /// What has to be known of the changes beyond those listed; `nil` where that is nothing.
    public func note(_ changes: WhatWouldChange) -> String? {
        switch changes.extent {
        case .notAnalysed: return phrases("changes.not-analysed")
        case .cautious: return phrases("changes.cautious")
        case .exact: break
        }
        if changes.isAskedToStart {
            return phrases("changes.asked-to-start")
        }
        let ties = changes.outOfReach.count { $0.options.count > 1 }
        // A few options tie in many ways, which nobody wants to read one by one.
        let listed = changes.outOfReach.filter { ties == 1 || $0.options.count < 2 }.map(outcome)
        let all = listed + (ties > 1 ? [phrases("changes.any-tie", count: ties)] : [])
        guard !all.isEmpty else { return nil }
        return phrases("changes.out-of-reach", ["outcomes": phrases.list(all, .or)])
    }

    /// "20 of 34 ways are shown."; `nil` where all are.
    public func count(_ way: WhatWouldChange.Way) -> String? {
        way.shown < way.count
            ? phrases(
                "changes.shown", ["shown": "\(way.shown)", "all": "\(way.count)"]) : nil
    }

    /// "0.81 bits": how much an answer settles.
    public func gain(_ question: QuestionRanking.RankedQuestion) -> String {
        let hundredths = Int((question.gain * 100).rounded())
        let digits = "\(hundredths / 100).\(hundredths % 100 / 10)\(hundredths % 10)"
        return (question.isEstimate ? "about " : "") + "\(digits) bits"
    }

    /// "yes → Kafka · no → SQS": the answers that decide.
    public func decisions(_ question: QuestionRanking.RankedQuestion) -> String {
        question.decisions.map { "\($0.answer) → \(outcome($0.recommendation))" }.joined(separator: " · ")
    }
}
