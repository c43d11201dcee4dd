import Diagnostics
import Rules
import Testing

/// What is answered past the node limit must be true, and what is not known must not be claimed.
struct NodeLimitTests {
    @Test(arguments: 0..<12)
    func answersStayHonest(block: Int) throws {
        var inexact = 0
        for seed in block * 25..<(block + 1) * 25 {
            let framework = RandomFramework(seed: seed, .checklist)
            let exact = try #require(framework.ruleSet.compile().logic)
            let (limited, problems) = framework.ruleSet.compile(nodeLimit: seed % 4)
            let logic = try #require(limited)
            #expect((logic.diagram == nil) == problems.contains { $0.id == "too-entangled" })
            for answers in answerSets(framework.plain.questions.count) {
                let verdict = logic.evaluate(Answers(answers))
                let truth = exact.evaluate(Answers(answers))
                if verdict.isExact {
                    guard verdict != truth else { continue }
                    Issue.record("\(framework) \(answers): \(verdict) is not \(truth)")
                } else {
                    inexact += 1
                    let isHonest =
                        answers.contains(nil)
                        && Self.options(verdict.possible).isSubset(of: Self.options(truth.possible))
                        && Self.options(verdict.leadsTo).isSubset(of: Self.options(truth.leadsTo))
                        && (!verdict.decided
                            || truth.decided && verdict.recommendations == truth.recommendations)
                        && verdict.standings == truth.standings && !verdict.possible.isEmpty
                    guard !isHonest else { continue }
                    Issue.record("\(framework) \(answers): \(verdict) goes beyond \(truth)")
                }
            }
        }
        #expect(inexact > 0)
    }

    private static func options(_ recommendations: [Recommendation]?) -> Set<[Int]> {
        Set((recommendations ?? []).map(\.options))
    }

    @Test func theWarningNamesTheQuestionsAtFault() throws {
        let options = [Option("A"), Option("B")]
        let targets = (0..<30).map { "\(options[$0 % 2].name) (\(1 << ($0 / 2)))" }
        let (logic, problems) = ruleSet(options, targets).compile(nodeLimit: 5000)
        let warning = try #require(problems.first)
        #expect(problems.count == 1)
        #expect(warning.id == "too-entangled")
        #expect(warning.severity == .warning)
        #expect(
            warning.summary
                == "the rules of 'sample' depend on too much at once to be analysed as a whole (more than 5000 cases)"
        )
        #expect(warning.notes.count == 3)
        #expect(
            warning.notes.allSatisfy { $0.summary.hasPrefix("most cases differ by 'Q") && $0.location != nil }
        )

        let verdict = try #require(logic).evaluate(Answers(letters: String(repeating: "y", count: 30)))
        #expect(verdict.isExact)
        #expect(verdict.ground == .tie([0, 1]))
        let open = try #require(logic).evaluate(Answers())
        #expect(!open.isExact)
        #expect(!open.decided)
        #expect(open.possible.map(\.options) == [[0], [1], [0, 1], []])
        #expect(open.open.allSatisfy { $0.matters })
    }

    @Test func moreQuestionsThanAStackBears() throws {
        let (logic, problems) = ruleSet([Option("A")], .init(repeating: "A", count: 2000)).compile()
        #expect(problems.map(\.id) == ["too-entangled"])
        #expect(problems.map(\.notes) == [[]])
        let yes = try #require(logic).evaluate(Answers(letters: String(repeating: "y", count: 2000)))
        #expect(yes.isExact)
        #expect(yes.ground == .favoured(0))
    }
}
