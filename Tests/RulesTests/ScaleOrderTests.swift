import Diagnostics
import Testing

@testable import Rules

/// Expressions compare the answers on a scale in the order in which these were declared; `S` is `low < mid < high`, which
/// by its letters would be `high < low < mid`.
struct ScaleOrderTests {
    @Test(arguments: [
        ("S > \"low\"", ["mid", "high"]), ("\"mid\" > S", ["low"]), ("S <= \"mid\"", ["low", "mid"]),
        ("S between \"mid\" and \"high\"", ["mid", "high"]), ("S in [\"low\"..\"high\")", ["low", "mid"]),
        ("S in (\"low\", > \"mid\")", ["low", "high"]), ("S in [\"low\", \"mid\"]", ["low", "mid"]),
        ("S = \"mid\"", ["mid"]), ("not(S < \"high\")", ["high"]), ("S >= S", ["low", "mid", "high"]),
        ("(if S = \"low\" then \"high\" else S) > \"mid\"", ["low", "high"]), ("S > null", []),
    ])
    func expressionsHonourIt(_ expression: String, _ expected: [String]) throws {
        let ruleSet = TableTests.ruleSet(["F | `\(expression)` | → R\n1 | true | A\n2 | - | B"])
        let (compiled, problems) = ruleSet.compile()
        #expect(problems.map(\.summary) == [])
        let logic = try #require(compiled)
        let held = ["low", "mid", "high"].filter { label in
            logic.evaluate(Answers(["s": .label(label)])).recommendations.map(\.option) == [0]
        }
        #expect(held == expected)
    }

    @Test(arguments: ["max(S, \"mid\") = \"high\"", "min([S, \"mid\"]) = \"low\""])
    func theLeastAndTheGreatestHaveNone(_ expression: String) {
        let (logic, problems) = TableTests.ruleSet(["F | `\(expression)` | → R\n1 | true | A\n2 | - | B"])
            .compile()
        #expect(logic == nil)
        #expect(
            problems.map(\.summary) == [
                "'\(expression.prefix(3))' would compare the answers to 'S' by their letters"
            ])
        #expect(problems.map(\.suggestion) == ["test each answer by itself, as in S = \"high\""])
    }

    @Test func aCountOfOptionsIsANumberToWhoReadsIt() throws {
        let tables = ["C# | S | → N\n1 | - | A\n2 | > low | B", "F | N | → R\n1 | > 1 | A\n2 | - | B"]
        let (compiled, problems) = TableTests.ruleSet(tables).compile()
        #expect(problems.map(\.summary) == [])
        let logic = try #require(compiled)
        #expect(logic.evaluate(Answers(["s": .label("mid")])).recommendations.map(\.option) == [0])
        #expect(logic.evaluate(Answers(["s": .label("low")])).recommendations.map(\.option) == [1])
    }
}
