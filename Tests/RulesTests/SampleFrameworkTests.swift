import Foundation
@testable import Rules
import Testing

/// The sample site's framework, answered as its companions are.
struct SampleFrameworkTests {
    private let logic: Logic

    init() throws { logic = try #require(ragOrFineTuning.compile().logic) }

    @Test(arguments: [
        // Six answers as letters: yes, no, open. Options: 0 RAG, 1 Fine-tuning, 2 Hybrid.
        ("yyyyyo", [[2]], Ground.composite(2, of: [0, 1])),
        ("yynnno", [[0]], .favoured(0)),
        ("nnyyyo", [[1]], .favoured(1)),
        ("nnynno", [[0]], .fallback),
        ("oooooy", [[0]], .askedToStart),
        ("yooono", [[0]], .favoured(0)),
        ("nnnnoo", [[0]], .fallback),
        ("yoyooo", [[0], [2]], nil),
        ("oooooo", [[0], [1], [2]], nil),
        // RAG for one reason or another: certain, but on no single ground.
        ("onnnoo", [[0]], nil),
    ])
    func verdicts(answers: String, possible: [[Int]], ground: Ground?) {
        let verdict = logic.evaluate(Answers(letters: answers))
        #expect(verdict.possible.map(\.options) == possible)
        #expect(verdict.decided == (possible.count == 1))
        #expect(verdict.ground == ground)
    }

    @Test func aSmallerModelQualifiesFineTuning() {
        let verdict = logic.evaluate(Answers(letters: "nnyyyo"))
        #expect(
            verdict.recommendations == [
                RecommendedOption(option: 1, qualifiers: ["on a smaller model"], startingPoint: false)
            ])
    }

    @Test func fineTuningIsBlockedForWantOfExamples() {
        let verdict = logic.evaluate(Answers(letters: "nnynno"))
        #expect(verdict.blocked == [Blocked(option: 1, gates: [4], rules: [4])])
        #expect(verdict.recommendations.map(\.startingPoint) == [true])
        #expect(verdict.standings[2].gates.map(\.option) == [1])
        #expect(verdict.standings[2].isViable == false)
        #expect(
            verdict.fired == [
                FiredRule(rule: 2, effect: .signalled(option: 1, weight: 1)),
                FiredRule(rule: 4, effect: .closedGate(option: 1)),
            ])
    }

    @Test func anUnsureReaderSeesWhereItMayLead() {
        let verdict = logic.evaluate(Answers(letters: "yooooy"))
        #expect(verdict.possible == [Recommendation(options: [0], startingPoint: true)])
        #expect(verdict.leadsTo?.map(\.options) == [[0], [2]])
        #expect(verdict.open.map(\.question) == [1, 2, 3, 4])
        #expect(verdict.open.allSatisfy { !$0.matters })
        #expect(verdict.open.filter(\.mattersToWhatFollows).map(\.question) == [2, 3, 4])
        #expect(verdict.answeredCount == 1)
        #expect(verdict.questionCount == 5)
    }

    @Test func whatCannotChangeTheResultNoLongerMatters() {
        let verdict = logic.evaluate(Answers(letters: "yooono"))
        #expect(verdict.open.map(\.question) == [1, 2, 3])
        #expect(verdict.open.allSatisfy { !$0.matters && !$0.mattersToWhatFollows })
    }

    @Test func isAStartingPointOnlyWhereItIsOneThroughout() {
        // Open: citations and examples. RAG is favoured in one completion, the fallback in another.
        let verdict = logic.evaluate(Answers(letters: "nonnoo"))
        #expect(verdict.possible == [Recommendation(options: [0], startingPoint: false)])
        #expect(verdict.ground == nil)
    }

    @Test func answersOutsideTheQuestionsAreNone() {
        let verdict = logic.evaluate(Answers(["q0": .label("perhaps"), "elsewhere": .yes]))
        #expect(verdict == logic.evaluate(Answers()))
    }
}

extension Answers {
    /// Answers to `q0`, `q1`, … by letter: `y` yes, `n` no, else open.
    init(letters: String) {
        self.init(letters.map { $0 == "y" ? true : $0 == "n" ? false : nil })
    }
}
