import Testing

@testable import Rules

/// What frameworks depend on and never say, against all answers.
struct AnalysisInfluenceTests {
    @Test(arguments: 0..<8)
    func influenceAgrees(block: Int) throws {
        for seed in block * 100..<(block + 1) * 100 {
            let framework = RandomFramework(seed: seed, .checklist)
            let plain = framework.plain
            let diagram = try #require(framework.ruleSet.compile().logic?.diagram)
            var random = SeededGenerator(seed: seed)
            let situations = framework.situations
            // Both number the answers alike, yes before no.
            let held = plain.questions.map { _ in random.chance(30) ? random.chance(50) ? 0 : 1 : Int?.none }
            let found = Influence(
                of: diagram, from: diagram.verdict,
                given: diagram.variables.map { held[$0.input] },
                optionCount: plain.combines.count)
            func options(_ index: Int) -> Int { situations.entries[index].heard.options }
            func heard(_ index: Int) -> [AnyHashable] {
                [situations.entries[index].heard.options, situations.entries[index].heard.step]
            }
            let answers = situations.completions(of: held)
            let idle = plain.questions.indices.filter { question in
                held[question] == nil
                    && answers.allSatisfy { index in
                        situations.neighbours(of: index, in: question).allSatisfy {
                            heard($0) == heard(index)
                        }
                    }
            }
            let used = answers.reduce(0) { $0 | options($1) }
            let said = Set(answers.map(options))
            #expect(
                found.idleVariables.map { diagram.variables[$0].input }.sorted() == idle, "\(framework)")
            #expect(
                found.unusedOptions == plain.combines.indices.filter { used >> $0 & 1 == 0 }, "\(framework)")
            let outcomes = diagram.outcomes.indices.filter { !found.unreachedOutcomes.contains($0) }
            #expect(
                Set(outcomes.map { diagram.outcomes[$0].options.reduce(0) { $0 | 1 << $1 } }) == said,
                "\(framework)")
            #expect(
                found.ranking.entries.map(\.variable).sorted()
                    == diagram.variables.indices.filter { held[diagram.variables[$0].input] == nil })
            #expect(
                found.ranking.entries.allSatisfy {
                    !found.idleVariables.contains($0.variable) || $0.gain == 0
                })
        }
    }

    @Test func recommendationsAreInTheOrderOfVerdicts() throws {
        for seed in 0..<200 {
            let logic = try #require(RandomFramework(seed: seed, .checklist).ruleSet.compile().logic)
            let diagram = try #require(logic.diagram)
            let root = diagram.withoutReader
            let verdict = logic.evaluate(Answers())
            let reader = logic.questions.firstIndex(where: \.isAboutReader)
            let found = Recommendations(of: diagram, from: root).options
            if reader == nil { #expect(found == verdict.possible.map(\.options)) }
            #expect(Set(found).count == found.count)
        }
    }
}
