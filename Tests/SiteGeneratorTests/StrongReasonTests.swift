import Decisions
import Foundation
import Rules
import Testing

@testable import SiteGenerator

/// Which answers a report calls its strongest reasons.
struct StrongReasonTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path(percentEncoded: false)

    /// Answers `yes`, `no` or nothing to each question, by the digits of a number to the base 3.
    private static func answers(_ number: Int, to logic: Logic) -> Answers {
        var answers = Answers()
        var rest = number
        for question in logic.questions {
            if rest % 3 > 0 { answers[question.id] = .label(rest % 3 == 1 ? "yes" : "no") }
            rest /= 3
        }
        return answers
    }

    /// For all 729 sets of answers: a recommendation hangs on an answer just where the other answer in its place makes
    /// something possible that is not so now. What counts for what is recommended comes before what only holds it.
    @Test func aRecommendationHangsOnWhatAnotherAnswerWouldUnsettle() async throws {
        let model = try await SiteLoader.load(Self.root).model
        let logic = try #require(model.framework("rag-or-fine-tuning")?.logic)
        var decisive = 0
        for number in 0..<729 {
            let answers = Self.answers(number, to: logic)
            let verdict = logic.evaluate(answers)
            let present = Set(verdict.possible.map(\.options))
            var expected: Set<Int> = []
            for (index, question) in logic.questions.enumerated() where !question.isAboutReader {
                guard let given = answers[question.id] else { continue }
                var other = answers
                other[question.id] = .label(given == .label("yes") ? "no" : "yes")
                if !present.isSuperset(of: logic.evaluate(other).possible.map(\.options)) {
                    expected.insert(index)
                }
            }
            let found = StrongReason.all(of: verdict, on: answers, by: logic)
            let hanging = found.filter(\.isDecisive).map(\.question).filter {
                !logic.questions[$0].isAboutReader
            }
            #expect(Set(hanging) == expected, "\(number)")
            let order = found.map {
                ($0.weight > 0 ? 0 : 1, $0.isDecisive ? 0 : 1, -$0.weight, $0.question)
            }
            #expect(zip(order, order.dropFirst()).allSatisfy { $0 < $1 }, "\(number)")
            #expect(found.allSatisfy { $0.isDecisive || verdict.decided && $0.weight > 0 }, "\(number)")
            decisive += expected.count
        }
        #expect(decisive > 500)
    }
}
