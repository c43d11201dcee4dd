import FoundationEssentials
import Testing

@testable import Rules

/// Changes of answers against all assignments of telling answers, judged one by one.
struct WhatWouldChangeTests {
    @Test(arguments: 0..<8)
    func changesAgreeWithAllAssignments(block: Int) throws {
        for seed in block * 40..<(block + 1) * 40 {
            var random = SeededGenerator(seed: seed)
            let framework = TypedFramework(&random, fixed: seed % 3 == 0 ? ["q", "s"] : [])
            let logic = try #require(framework.ruleSet.compile().logic)
            let answers = framework.answers(&random, open: 25)
            let found = logic.changes(from: Answers(answers), limit: 1000)
            let expected = Self.expected(framework, logic, answers)
            let context = "seed \(seed): \(framework) \(answers)"
            #expect(found.extent == .exact)
            #expect(found.present?.options == expected.present, "\(context)")
            #expect(Set(found.ways.map(\.recommendation.options)) == Set(expected.best.keys), "\(context)")
            #expect(zip(found.ways, found.ways.dropFirst()).allSatisfy { $0.size <= $1.size })
            for way in found.ways {
                let best = expected.best[way.recommendation.options]
                #expect(way.size == best?.size, "\(context)")
                #expect(way.shown == way.count)
                let listed = way.changes.flatMap { Self.assignments($0, framework, logic, answers) }
                #expect(Set(listed) == best?.assignments, "\(context)")
                #expect(listed.count == Set(listed).count)
            }
            let all = Set(
                TypedFramework.completions(framework.asked, [:]).map {
                    logic.evaluate(Answers($0)).possible[0].options
                })
            #expect(
                Set(found.outOfReach.map(\.options))
                    == all.subtracting(expected.best.keys).subtracting(expected.present.map { [$0] } ?? []),
                "\(context)")
        }
    }

    private struct Expected {
        var present: [Int]?
        var best: [[Int]: (size: Int, assignments: Set<[String: AnswerValue]>)] = [:]
    }

    private static func expected(
        _ framework: TypedFramework, _ logic: Logic, _ answers: [String: AnswerValue]
    ) -> Expected {
        let verdicts = Dictionary(
            uniqueKeysWithValues: TypedFramework.completions(framework.asked, [:]).map {
                ($0, logic.evaluate(Answers($0)).possible[0].options)
            })
        func certain(_ answers: [String: AnswerValue]) -> [Int]? {
            let reached = Set(TypedFramework.completions(framework.asked, answers).map { verdicts[$0] })
            return reached.count == 1 ? reached.first ?? nil : nil
        }
        let movable = framework.asked.filter { source in
            let id = source.id.lowercased()
            return answers[id] != nil && !framework.ruleSet.fixed.contains(id)
        }
        let kept = answers.filter { id, _ in !movable.contains { $0.id.lowercased() == id } }
        var expected = Expected(present: certain(answers))
        for candidate in TypedFramework.completions(movable, kept) {
            guard let options = certain(candidate), options != expected.present else { continue }
            let size = candidate.count { answers[$0.key] != $0.value }
            let known = expected.best[options] ?? (Int.max, [])
            if size <= known.size {
                expected.best[options] = (
                    size, size < known.size ? [candidate] : known.assignments.union([candidate])
                )
            }
        }
        return expected
    }

    /// What telling answers a change stands for.
    private static func assignments(
        _ change: WhatWouldChange.Change, _ framework: TypedFramework, _ logic: Logic,
        _ answers: [String: AnswerValue]
    ) -> [[String: AnswerValue]] {
        change.answers.reduce([answers]) { all, answer in
            let question = logic.questions[answer.question]
            let values = framework.asked.first { $0.id == question.name }?.answers ?? []
            let meant = values.filter { value in
                answer.cells.contains { $0.holds(value.value(for: question.type)) }
            }
            return all.flatMap { one in meant.map { one.merging([question.id: $0]) { _, new in new } } }
        }
    }

    private static let latency = [("X", "number 0.. (ms)"), ("S", "low < mid < high"), ("C", "a, b, c")]

    private static func texts(_ changes: WhatWouldChange, _ logic: Logic) -> [String] {
        changes.ways.flatMap { way in
            way.changes.map { change in
                way.recommendation.options.map { logic.options[$0].name }.joined() + ": "
                    + change.answers.map { "\(logic.questions[$0.question].name): \($0.text)" }.joined(
                        separator: "; ")
            }
        }
    }

    @Test func thresholdsAndLabelsAreNamed() throws {
        let rows = [
            "F | X | S | C | → Go", "1 | < 500 | - | - | A", "2 | - | high | not(c) | B", "3 | - | - | - | C",
        ]
        let logic = try #require(TypedFramework.ruleSet(Self.latency, rows).compile().logic)
        let answers = Answers(["x": .number(800), "s": .label("low"), "c": .label("c")])
        #expect(
            Self.texts(logic.changes(from: answers), logic) == [
                "A: X: under 500 ms instead of 800 ms", "B: S: high instead of low; C: a or b instead of c",
            ])
    }

    @Test func theReadersQuestionIsNeverProposed() throws {
        let logic = try #require(
            ruleSet([Option("A"), Option("B")], ["A", "Start with B; later A"]).compile().logic)
        let changes = logic.changes(from: Answers(["q0": .yes]))
        #expect(changes.present?.options == [0])
        #expect(Self.texts(changes, logic) == ["B: Q0: no instead of yes"])
        #expect(changes.ways.first?.recommendation.startingPoint == true)
        let asked = logic.changes(from: Answers(["q0": .yes, "q1": .yes]))
        #expect(asked.isAskedToStart)
        #expect((asked.present?.options, asked.ways, asked.extent) == ([1], [], .exact))
    }

    @Test func conditionsOverSeveralAnswersAreHeldWhileTheirAnswersAre() throws {
        let rows = ["F | `X * Y` | Q | → Go", "1 | > 500 | yes | A", "2 | - | - | B"]
        let questions = [("X", "number"), ("Y", "number"), ("Q", "yes, no")]
        let logic = try #require(TypedFramework.ruleSet(questions, rows).compile().logic)
        func changes(_ x: Number, _ y: Number, _ q: AnswerValue) -> WhatWouldChange {
            logic.changes(from: Answers(["x": .number(x), "y": .number(y), "q": q]))
        }
        #expect(changes(10, 51, .no).extent == .cautious)
        #expect(changes(10, 51, .no).present?.options == [1])
        #expect(Self.texts(changes(10, 51, .no), logic) == ["A: Q: yes instead of no"])
        #expect(Self.texts(changes(10, 51, .yes), logic) == ["B: Q: no instead of yes"])
        // What it would take of X and Y is not known, and not guessed.
        #expect(changes(10, 50, .yes).present?.options == [1])
        #expect(changes(10, 50, .yes).ways == [])
        #expect(changes(10, 50, .yes).outOfReach.map(\.options) == [[0]])
    }

    @Test func pastTheNodeLimitNothingIsClaimed() throws {
        let (compiled, _) = ruleSet([Option("A"), Option("B")], ["A", "B", "A", "B"]).compile(nodeLimit: 2)
        let logic = try #require(compiled)
        let changes = logic.changes(from: Answers(["q0": .yes, "q1": .no, "q2": .no, "q3": .no]))
        #expect((changes.extent, changes.ways, changes.present?.options) == (.notAnalysed, [], [0]))
        let ranking = logic.nextQuestions(given: Answers())
        #expect((ranking.extent, ranking.questions) == (.notAnalysed, []))
        #expect(Logic.comparison(old: logic, new: logic).extent == .notAnalysed)
    }
}
