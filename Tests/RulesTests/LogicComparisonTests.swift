import FoundationEssentials
import Testing

@testable import Rules

/// Two versions of random frameworks against all telling answers, each judged by itself.
struct LogicComparisonTests {
    /// Other types for the same questions: narrower and wider numbers, labels that come, go and change places.
    private static let types: [[String: String]] = [
        [:], ["X": "number 4..8 (ms)", "S": "high < mid < low"],
        ["X": "number", "C": "c, a, d", "S": "low, mid, high"],
    ]

    @Test(arguments: 0..<6)
    func changesAgreeWithAllAnswers(block: Int) throws {
        var compared = 0
        for seed in block * 12..<(block + 1) * 12 {
            var random = SeededGenerator(seed: seed)
            let frameworks = (0..<2).map { _ in
                TypedFramework(&random, count: 2, types: Self.types[Int.random(in: 0..<3, using: &random)])
            }
            // Tests of values that a narrower type does not hold are mistakes, and no versions.
            guard let old = frameworks[0].ruleSet.compile().logic,
                let new = frameworks[1].ruleSet.compile().logic
            else { continue }
            compared += 1
            let found = Logic.comparison(old: old, new: new, limit: 1000)
            let context = "seed \(seed): \(frameworks[0])\n\(frameworks[1])"
            #expect(found.extent == .exact)
            let asked = TypedFramework.sources.filter { source in
                frameworks.contains { $0.asked.contains { $0.id == source.id } }
            }
            var expected = Set<[[Int]?]>()
            for answers in TypedFramework.completions(asked, [:]) {
                // An answer to a question of one version alone, and none of its, is no situation.
                let isSituation = asked.allSatisfy { source in
                    let id = source.id.lowercased()
                    let domains = [old, new].compactMap { logic in
                        logic.question(withID: id).map { logic.program.domains[$0] }
                    }
                    return domains.count == 2 || answers[id].map { domains[0].cell(of: $0) != nil } == true
                }
                guard isSituation else { continue }
                let pair = [Self.judged(old, answers), Self.judged(new, answers)]
                if pair[0] != pair[1] { expected.insert(pair) }
                let flip = found.flip(of: Answers(answers))
                if pair.allSatisfy({ $0 != nil }) {
                    #expect((flip != nil) == (pair[0] != pair[1]), "\(context)")
                }
            }
            let said = Set(found.changes.map { [$0.old?.options, $0.new?.options] })
            // A label of one version alone is not among the telling answers, and may show more.
            #expect(expected.isSubset(of: said), "\(context)")
            for change in found.changes {
                #expect(change.shareLeftOut < 1e-9)
                for region in change.regions {
                    let verdicts = [old.evaluate(region.oldAnswers), new.evaluate(region.newAnswers)]
                    for (verdict, wanted) in zip(verdicts, [change.old, change.new]) {
                        guard let wanted else { continue }
                        #expect(
                            verdict.decided && verdict.possible.first?.options == wanted.options,
                            "\(context)\n\(region)")
                    }
                }
            }
        }
        #expect(compared > 0)
    }

    /// What is recommended for complete answers; `nil` where some are none of the version's.
    private static func judged(_ logic: Logic, _ answers: [String: AnswerValue]) -> [Int]? {
        let isKnown = logic.questions.indices.allSatisfy { question in
            answers[logic.questions[question].id].map { logic.program.domains[question].cell(of: $0) != nil }
                ?? true
        }
        return isKnown ? logic.evaluate(Answers(answers)).possible[0].options : nil
    }

    private static func logic(_ questions: [(String, String)], _ rows: [String]) throws -> Logic {
        try #require(TypedFramework.ruleSet(questions.map { (id: $0.0, type: $0.1) }, rows).compile().logic)
    }

    @Test func aThresholdThatMovesIsToldByItsEnds() throws {
        let old = try Self.logic(
            [("X", "number 0.. (ms)"), ("Q", "yes, no")],
            ["F | X | Q | → Go", "1 | < 500 | yes | A", "2 | - | - | B"])
        let new = try Self.logic(
            [("Y", "number 0.. (ms)"), ("Q", "yes, no")],
            ["F | Y | Q | → Go", "1 | < 400 | yes | A", "2 | - | - | B"])
        let found = Logic.comparison(old: old, new: new, renamed: ["x": "y"])
        #expect((found.added, found.removed, found.retyped) == ([], [], []))
        let change = try #require(found.changes.first)
        #expect(found.changes.count == 1)
        #expect((change.old?.options, change.new?.options) == ([0], [1]))
        #expect(change.regions.map(\.situations) == ["Y from 400 to under 500 ms, Q yes"])
        #expect(change.regions.map(\.witness) == ["Y 400, Q yes"])
        #expect(change.regions.first?.oldAnswers == Answers(["x": .number(400), "q": .yes]))
        #expect(found.flip(of: Answers(["x": .number(450), "q": .yes]))?.new.possible[0].options == [1])
        #expect(found.flip(of: Answers(["y": .number(500), "q": .yes])) == nil)
    }

    @Test func aConditionThatMovesIsTheSameCondition() throws {
        func logic(_ limit: Int) throws -> Logic {
            try Self.logic(
                [("X", "number"), ("Y", "number")], ["F | `X * Y` | → Go", "1 | > \(limit) | A", "2 | - | B"])
        }
        let found = Logic.comparison(old: try logic(500), new: try logic(600))
        #expect(found.extent == .cautious)
        #expect(found.changes.map { [$0.old?.options, $0.new?.options] } == [[[0], [1]]])
        #expect(found.changes.first?.regions.map(\.situations) == ["X * Y over 500 to 600"])
        let answers = Answers(["x": .number(10), "y": .number(55)])
        #expect(found.flip(of: answers)?.old.possible[0].options == [0])
    }

    @Test func numbersOfAnotherUnitAreAnotherQuestion() throws {
        let rows = ["F | X | → Go", "1 | < 5 | A", "2 | - | B"]
        let found = Logic.comparison(
            old: try Self.logic([("X", "number (ms)")], rows),
            new: try Self.logic([("X", "number (s)")], rows))
        #expect(found.retyped == [LogicComparison.MatchedQuestion(old: 0, new: 0)])
        #expect(found.changes.map(\.share) == [0.25, 0.25])
    }

    @Test(arguments: TypedFramework.sources)
    func commonCellsLieInOneCellOfEach(source: TypedFramework.Source) throws {
        for seed in 0..<60 {
            var random = SeededGenerator(seed: seed)
            let domains = try (0..<2).map { _ in
                let tests = source.tests.filter { _ in random.chance(50) }
                let rows =
                    ["F | \(source.id) | → Go"] + (tests + ["-"]).enumerated().map { "\($0 + 1) | \($1) | A" }
                return try Self.logic([(source.id, source.type)], rows).program.domains[0]
            }
            let common = CommonDomain(old: domains[0], new: domains[1])
            for answer in source.answers {
                let cell = try #require(common.domain.cell(of: answer))
                #expect(common.split.old[cell] == domains[0].cell(of: answer))
                #expect(common.split.new[cell] == domains[1].cell(of: answer))
            }
        }
    }
}
