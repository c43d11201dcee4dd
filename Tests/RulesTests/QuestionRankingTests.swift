import FoundationEssentials
import Testing

@testable import Rules

/// What to find out next, against sums over all completions.
struct QuestionRankingTests {
    @Test(arguments: 0..<6)
    func gainsAndDecisionsAgreeWithAllCompletions(block: Int) throws {
        for seed in block * 40..<(block + 1) * 40 {
            var random = SeededGenerator(seed: seed)
            let weights: [String: [String: Number]] =
                seed % 2 == 0 ? ["q": ["yes": 3, "no": 1], "s": ["mid": 5]] : [:]
            let framework = TypedFramework(&random, likelihood: weights)
            let logic = try #require(framework.ruleSet.compile().logic)
            let answers = framework.answers(&random, open: 65)
            let found = logic.nextQuestions(given: Answers(answers))
            let context = "seed \(seed): \(framework) \(answers)"
            let verdict = logic.evaluate(Answers(answers))
            #expect(found.extent == .exact)
            #expect(
                Set(found.questions.map(\.question)) == Set(verdict.open.filter(\.matters).map(\.question)),
                "\(context)")
            #expect(found.idle == verdict.open.filter { !$0.matters }.map(\.question))
            #expect(zip(found.questions, found.questions.dropFirst()).allSatisfy { $0.gain >= $1.gain })
            let now = Self.entropy(logic, answers, weights)
            #expect(abs(found.uncertainty - now) < 1e-6, "\(context)")
            for entry in found.questions {
                let question = logic.questions[entry.question]
                let cases = Self.cases(logic, entry.question, weights)
                let remaining = cases.reduce(0) { sum, one in
                    sum + one.share
                        * Self.entropy(logic, answers.merging([question.id: one.answer]) { $1 }, weights)
                }
                #expect(abs(entry.gain - (now - remaining)) < 1e-6, "\(context) \(question.name)")
                #expect(!entry.isEstimate)
                for (cell, one) in zip(logic.program.domains[entry.question].cells, cases) {
                    let then = logic.evaluate(Answers(answers.merging([question.id: one.answer]) { $1 }))
                    let said = entry.decisions.first { $0.cells.contains(cell) }
                    #expect(said?.recommendation == (then.decided ? then.possible.first : nil), "\(context)")
                }
            }
        }
    }

    /// An answer in each cell of a question, and how likely that is.
    private static func cases(
        _ logic: Logic, _ question: Int, _ weights: [String: [String: Number]]
    ) -> [(answer: AnswerValue, share: Double)] {
        let (id, type) = (logic.questions[question].id, logic.questions[question].type)
        let answers = logic.program.domains[question].cells.map { cell -> AnswerValue in
            switch (cell, cell.sample(of: type)) {
            case (.label(let label), _): .label(label)
            case (_, .number(let number)): .number(number)
            case (_, .date(let date)): .date(date)
            default: .text("")
            }
        }
        let weight = answers.map { Double("\(weights[id]?[$0.text] ?? 1)") ?? 1 }
        return zip(answers, weight).map { ($0, $1 / weight.reduce(0, +)) }
    }

    private static func entropy(
        _ logic: Logic, _ answers: [String: AnswerValue], _ weights: [String: [String: Number]]
    ) -> Double {
        var completions = [(answers: answers, share: 1.0)]
        for question in logic.questions.indices where answers[logic.questions[question].id] == nil {
            completions = completions.flatMap { one in
                cases(logic, question, weights).map {
                    (
                        one.answers.merging([logic.questions[question].id: $0.answer]) { $1 },
                        one.share * $0.share
                    )
                }
            }
        }
        var shares: [[Int]: Double] = [:]
        for one in completions {
            shares[logic.evaluate(Answers(one.answers)).possible[0].options, default: 0] += one.share
        }
        return shares.values.reduce(0) { $0 - $1 * $1.binaryLogarithm }
    }

    @Test func whatAnAnswerDecidesIsSaid() throws {
        let rows = ["F | X | Q | → Go", "1 | < 500 | - | A", "2 | > 900 | yes | B", "3 | - | - | C"]
        let logic = try #require(
            TypedFramework.ruleSet([("X", "number 0.. (ms)"), ("Q", "yes, no")], rows).compile().logic)
        let ranking = logic.nextQuestions(given: Answers())
        let texts = ranking.questions.map { entry in
            logic.questions[entry.question].name + ": "
                + entry.decisions.map { "\($0.answer) → \(logic.options[$0.recommendation.options[0]].name)" }
                .joined(separator: " · ")
        }
        #expect(texts == ["X: under 500 ms → A · from 500 to 900 ms → C", "Q: "])
        #expect(ranking.assumption == QuestionRanking.equallyLikely)
        #expect(logic.nextQuestions(given: Answers(["x": .number(1)])).idle == [1])
    }

    @Test func aConditionsGainIsSharedAndSaidToBeAnEstimate() throws {
        let rows = ["F | `X * Y` | → Go", "1 | > 500 | A", "2 | - | B"]
        let logic = try #require(
            TypedFramework.ruleSet([("X", "number"), ("Y", "number")], rows).compile().logic)
        let ranking = logic.nextQuestions(given: Answers())
        #expect(ranking.extent == .cautious)
        #expect(ranking.questions.map(\.question) == [0, 1])
        #expect(ranking.questions.allSatisfy { $0.isEstimate && $0.gain > 0 && $0.decisions.isEmpty })
    }
}
