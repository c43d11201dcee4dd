import Diagnostics
import Foundation
import Testing

@testable import Rules

/// What others read off a compiled framework is what `Logic.evaluate` says.
struct CompiledFrameworkTests {
    /// Where a walk and an evaluation differ, in words.
    private static func differences(
        _ walker: FrameworkWalker, _ logic: Logic, _ answers: [String: AnswerValue]
    ) -> [String] {
        let verdict = logic.evaluate(Answers(answers))
        let given = walker.given(answers.mapValues(\.text))
        var found: [String] = []
        func compare<Value: Equatable>(_ what: String, _ walked: Value, _ evaluated: Value) {
            if walked != evaluated { found.append("\(answers): \(what) is \(walked), not \(evaluated)") }
        }
        func possible(_ root: String) -> [[Int]: Bool] {
            let outcomes = walker.list("outcomes")
            return walker.reach(walker.json[root] as? Int ?? -1, given).map { outcomes[$0] }.reduce(into: [:])
            {
                let options = $1["options"] as? [Int] ?? []
                $0[options] = ($0[options] ?? true) && $1["startingPoint"] != nil
            }
        }
        func plain(_ recommendations: [Recommendation]) -> [[Int]: Bool] {
            Dictionary(uniqueKeysWithValues: recommendations.map { ($0.options, $0.startingPoint) })
        }
        compare("possible", possible("verdict"), plain(verdict.possible))
        if let leadsTo = verdict.leadsTo { compare("leads to", possible("withoutReader"), plain(leadsTo)) }
        let certain = verdict.standings.map { standing in
            standing.gates.contains { $0.isMet == false } ? false : standing.isViable
        }
        compare("viable", walker.list("options").map { walker.truth($0["viable"], given) }, certain)
        let signalled = Set(
            verdict.fired.compactMap { fired in
                if case .signalled = fired.effect { fired.rule } else { nil }
            })
        let holding = Set(
            walker.list("rules").enumerated().filter { _, rule in
                (rule["target"] as? [String: Any])?["kind"] as? String == "signal"
                    && walker.truth(rule["holds"], given) == true
            }.map(\.offset))
        compare("rules", holding, signalled)
        var rows: [FiredRow] = []
        for (table, object) in walker.list("tables").enumerated() {
            for (row, object) in (object["rows"] as? [[String: Any]] ?? []).enumerated()
            where walker.truth(object["hit"], given) == true { rows.append(FiredRow(table: table, row: row)) }
        }
        compare("rows", rows, verdict.firedRows)
        compare(
            "violated",
            walker.list("tables").indices.filter {
                walker.truth(walker.list("tables")[$0]["violated"], given) == true
            },
            verdict.violated)
        return found
    }

    private static func compiled(_ logic: Logic) throws -> FrameworkWalker {
        let (framework, problems) = logic.compiled(as: "sample")
        #expect(problems == [])
        return try FrameworkWalker(try #require(framework).json)
    }

    @Test func theSampleAgreesOnEveryAnswerCompleteOrNot() throws {
        let logic = try #require(ragOrFineTuning.compile().logic)
        let walker = try Self.compiled(logic)
        for answers in everySituation([3, 3, 3, 3, 3, 3]) {
            let given = answers.enumerated().filter { $1 < 2 }.map {
                ("q\($0)", $1 == 0 ? AnswerValue.yes : .no)
            }
            #expect(Self.differences(walker, logic, Dictionary(uniqueKeysWithValues: given)) == [])
        }
    }

    @Test(arguments: 0..<10)
    func randomChecklistsAgree(block: Int) throws {
        for seed in block * 10..<(block + 1) * 10 {
            let framework = RandomFramework(seed: seed, .checklist)
            let logic = try #require(framework.ruleSet.compile().logic)
            let walker = try Self.compiled(logic)
            var random = SeededGenerator(seed: seed)
            for _ in 0..<40 {
                let answers = logic.questions.filter { _ in random.chance(70) }.map {
                    ($0.id, random.chance(50) ? AnswerValue.yes : .no)
                }
                let found = Self.differences(walker, logic, Dictionary(uniqueKeysWithValues: answers))
                #expect(found == [], "seed \(seed): \(framework)")
            }
        }
    }

    @Test(arguments: 0..<20)
    func randomTablesAgree(block: Int) throws {
        for seed in block * 8..<(block + 1) * 8 {
            let framework = RandomTables(seed: seed)
            let logic = try #require(
                framework.ruleSet.compile().logic, "\(framework.ruleSet.compile().problems)")
            let walker = try Self.compiled(logic)
            let fast = Walker(logic)
            #expect((fast == nil) == (framework.hasCondition && !logic.program.conditions.isEmpty))
            var random = SeededGenerator(seed: seed)
            for turn in 0..<60 {
                let answers = framework.answers(&random, open: turn % 2 == 0 ? 0 : 30)
                let found = Self.differences(walker, logic, answers)
                #expect(found == [], "seed \(seed)")
                guard let fast, turn % 2 == 0 else { continue }
                let outcome = fast.outcome(of: logic.questions.map { framework.position($0, answers[$0.id]) })
                let expected = logic.evaluate(Answers(answers))
                #expect(outcome.map { fast.outcomes[$0].options } == expected.possible.first?.options)
                #expect(outcome.map { fast.outcomes[$0].ground } == expected.ground)
            }
        }
    }

    @Test func conditionsBringExamplesThatTheirProgramsMeet() throws {
        var count = 0
        for seed in 0..<160 {
            let framework = RandomTables(seed: seed)
            let walker = try Self.compiled(try #require(framework.ruleSet.compile().logic))
            for condition in walker.list("conditions") {
                for example in condition["examples"] as? [[String: Any]] ?? [] {
                    let operands = (example["operands"] as? [Any] ?? []).map(FrameworkWalker.Value.init)
                    let result = FrameworkWalker.Value(example["result"] ?? NSNull())
                    #expect(walker.run(condition, operands) == result)
                    count += 1
                }
            }
        }
        #expect(count > 100)
    }

    @Test(arguments: [
        ("`string length(T) > X`", "'string length(T) > X' needs texts, dates or lists"),
        ("`max(X, Y) > 3`", "'max(X, Y) > 3' needs functions"),
        ("`X ** Y > 3`", "'X ** Y > 3' needs powers"),
        ("`X in [1, Y]`", "'X in [1, Y]' needs lists"),
    ])
    func whatOnlyTheCommandLineReckonsWithIsSaid(header: String, summary: String) throws {
        let ruleSet = RandomTables.ruleSet(["F | \(header) | → Go\n1 | true | A\n2 | - | B"])
        let (framework, problems) = try #require(ruleSet.compile().logic).compiled(as: "f")
        #expect(framework == nil)
        #expect(problems.map(\.id) == ["command-line-only"])
        #expect(problems.map(\.summary) == ["\(summary), which only the command line reckons with"])
    }
}
