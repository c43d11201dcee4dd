import Rules

/// What would change a verdict, as `assess --json` prints it.
struct ChangesOutput: Encodable {
    let extent: String
    let present: [String]?
    let ways: [Way]
    let outOfReach: [[String]]

    struct Way: Encodable {
        let recommendation: [String]
        let size: Int
        let count: UInt64
        let shown: UInt64
        let changes: [[Answer]]
    }

    struct Answer: Encodable {
        let question: String
        let to: String
        let from: String
    }

    private enum CodingKeys: CodingKey { case extent, present, ways, outOfReach }

    init(_ changes: WhatWouldChange, _ logic: Logic) {
        extent = changes.extent.rawValue
        present = changes.present?.ids(logic)
        ways = changes.ways.map { way in
            Way(
                recommendation: way.recommendation.ids(logic), size: way.size,
                count: UInt64(clamping: way.count),
                shown: UInt64(clamping: way.shown),
                changes: way.changes.map { change in
                    change.answers.map {
                        Answer(question: logic.questions[$0.question].id, to: $0.new, from: $0.present)
                    }
                })
        }
        outOfReach = changes.outOfReach.map { $0.ids(logic) }
    }

    /// `present` is written even where it is nothing: programs look for it.
    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(extent, forKey: .extent)
        try container.encode(present, forKey: .present)
        try container.encode(ways, forKey: .ways)
        try container.encode(outOfReach, forKey: .outOfReach)
    }
}

/// What to find out next, as `assess --json` prints it.
struct NextOutput: Encodable {
    let extent: String
    let uncertainty: Double
    let assumption: String
    let idle: [String]
    let questions: [Ranked]

    struct Ranked: Encodable {
        let question: String
        let gain: Double
        let estimate: Bool
        let decisions: [Decision]
    }

    struct Decision: Encodable {
        let answer: String
        let recommendation: [String]
    }

    init(_ ranking: QuestionRanking, _ logic: Logic) {
        extent = ranking.extent.rawValue
        uncertainty = ranking.uncertainty
        assumption = ranking.assumption
        idle = ranking.idle.map { logic.questions[$0].id }
        questions = ranking.questions.map { entry in
            Ranked(
                question: logic.questions[entry.question].id, gain: entry.gain, estimate: entry.isEstimate,
                decisions: entry.decisions.map {
                    Decision(answer: $0.answer, recommendation: $0.recommendation.ids(logic))
                })
        }
    }
}

extension Recommendation {
    /// Its options' ids, in the author's order.
    func ids(_ logic: Logic) -> [String] { options.map { logic.options[$0].id } }
}
