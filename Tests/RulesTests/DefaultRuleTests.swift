import Rules
import Testing

/// The rules in effect, in words.
struct DefaultRuleTests {
    private func rows(_ set: RuleSet) throws -> [String] {
        try #require(set.compile().logic).defaultRules.map { "\($0.number). \($0.when) → \($0.then)" }
    }

    @Test func theSampleFramework() throws {
        #expect(
            try rows(ragOrFineTuning) == [
                "1. unsure (Unsure: yes) → Start with RAG; fine-tune later if needed",
                "2. Examples is not answered yes → Fine-tuning and Hybrid are ruled out",
                "3. RAG and Fine-tuning are both favoured → Hybrid",
                "4. otherwise → the option with the most in its favour",
                "5. nothing else decides → Start with RAG; fine-tune later if needed",
            ])
    }

    @Test func rowsRestOnRulesAndNameOptions() throws {
        let rows = try #require(ragOrFineTuning.compile().logic).defaultRules
        #expect(rows.map(\.rule) == [5, 4, nil, nil, 5])
        #expect(rows.map(\.options) == [[0], [1, 2], [2], [], [0]])
        #expect(rows.map(\.kind) == [.askedToStart, .gate, .composite, .highestTally, .otherwise])
    }

    @Test func tiesAndNothing() throws {
        #expect(
            try rows(ruleSet([Option("A"), Option("B")], ["A", "B", "B is viable"])) == [
                "1. Q2 is not answered yes → B is ruled out",
                "2. something is favoured → the option with the most in its favour",
                "3. several have equally much in their favour → a tie between them",
                "4. nothing else decides → no recommendation",
            ])
    }

    @Test func compositesThatCannotWinHaveNoRow() throws {
        let options =
            ["A", "B", "C", "D"].map { Option($0) } + [
                Option("ABC", of: ["a", "b", "c"]), Option("AD", of: ["a", "d"]),
                Option("BC", of: ["b", "c"]),
                Option("CB", of: ["c", "b"]), Option("Just A", of: ["a"]),
            ]
        #expect(
            try rows(ruleSet(options, ["A", "B", "C", "not D"])).filter {
                $0.contains("favoured →") || $0.contains("nothing else")
            }
                == [
                    "1. A, B and C are all favoured, and nothing else → ABC",
                    "2. B and C are both favoured, and nothing else → a tie between BC and CB",
                    "3. A is favoured, and nothing else → Just A",
                    "6. nothing else decides → no recommendation",
                ])
    }
}
