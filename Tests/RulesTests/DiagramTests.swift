import Diagnostics
import Rules
import Testing

struct DiagramTests {
    @Test(arguments: 0..<200)
    func isOrderedReducedAndShared(seed: Int) throws {
        let diagram = try #require(RandomFramework(seed: seed).ruleSet.compile().logic?.diagram)
        var seen = Set<[Int]>()
        for node in 0..<diagram.nodeCount {
            let children = diagram.children(ofNode: node)
            #expect(Set(children).count > 1, "node \(node) has equal children")
            #expect(
                seen.insert([diagram.variable(ofNode: node)] + children.map { Int($0.rawValue) }).inserted,
                "node \(node) is there twice")
            for child in children.compactMap(\.node) {
                #expect(child < node)
                #expect(diagram.variable(ofNode: child) > diagram.variable(ofNode: node))
            }
        }
        #expect(Set(diagram.outcomes).count == diagram.outcomes.count)
    }

    @Test(arguments: [7, 21])
    func isTheSameEveryTime(seed: Int) throws {
        let set = RandomFramework(seed: seed).ruleSet
        #expect(set.compile().logic?.diagram == set.compile().logic?.diagram)
    }

    @Test func theSampleFrameworkIsSmall() throws {
        let diagram = try #require(ragOrFineTuning.compile().logic?.diagram)
        #expect(diagram.nodeCount == 9)
        #expect(diagram.variables.map(\.input) == [5, 0, 1, 4, 2, 3])
        #expect(
            Set(diagram.outcomes.map(\.ground)) == [
                .askedToStart, .favoured(0), .favoured(1), .composite(2, of: [0, 1]), .fallback,
            ])
    }

    @Test func walksEndAtTheVerdict() throws {
        let logic = try #require(ragOrFineTuning.compile().logic)
        let diagram = try #require(logic.diagram)
        for answers in answerSets(6) where !answers.contains(nil) {
            let cells = diagram.variables.map { answers[$0.input] == true ? 0 : 1 }
            let verdict = logic.evaluate(Answers(answers))
            #expect(diagram.outcome(from: diagram.verdict, cells: cells).ground == verdict.ground)
        }
    }

    @Test func fortyQuestionsOverFiveOptionsStaySmall() throws {
        let options = ["A", "B", "C", "D", "E"].map { Option($0) } + [Option("AB", of: ["a", "b"])]
        let targets = (0..<40).map { index in
            "\(options[index % 5].name)" + (index % 8 == 7 ? " is viable" : " (\(index % 3 + 1))")
        }
        let diagram = try #require(ruleSet(options, targets).compile().logic?.diagram)
        #expect(diagram.nodeCount < 10_000)
    }
}
