import Diagnostics
import Foundation
import Rules
import Testing

/// One break a framework, and just that break is found.
struct FindingsTests {
    static func ruleSet(
        _ tables: [String], items: [(String, String, String)] = [], options: [String] = ["A", "B"]
    )
        -> RuleSet
    {
        func question(_ name: String, _ type: String, _ line: Int) -> QuestionSource {
            QuestionSource(
                id: name.lowercased(), name: name, ask: "\(name)?", type: SourcedText(type, at: place(line)),
                location: place(line))
        }
        let all = [("X", "number 0..100", 5), ("Q", "yes, no", 6), ("S", "low < mid < high", 7)]
        let text = tables.joined() + items.map { $0.0 }.joined()
        return RuleSet(
            id: "f", options: options.map { Option($0) },
            questions: all.filter { text.contains($0.0) }.map { question($0.0, $0.1, $0.2) },
            items: items.enumerated().map { index, item in
                ChecklistItem(
                    id: item.0.lowercased(), name: item.0, ask: "\(item.0)?",
                    test: item.1.isEmpty ? nil : SourcedText(item.1, at: place(20 + index)),
                    target: SourcedText(item.2, at: place(20 + index)), location: place(20 + index))
            }, tables: tables.enumerated().map { table($1, line: 100 * ($0 + 1)) })
    }

    private static func table(_ text: String, line first: Int) -> TableSource {
        let lines = text.split(separator: "/").enumerated().map { line, text in
            text.split(separator: "|", omittingEmptySubsequences: false).map {
                SourcedText($0.split(separator: " ").joined(separator: " "), at: place(first + line))
            }
        }
        return TableSource(
            name: "Table \(first / 100)", headers: lines.first ?? [], rows: Array(lines.dropFirst()),
            location: place(first))
    }

    private static func findings(_ ruleSet: RuleSet) throws -> [String] {
        let found = try #require(ruleSet.compile().logic).findings()
        #expect(found.allSatisfy { $0.severity == .warning && Logic.findingIDs.contains($0.id) })
        return found.map {
            let notes = $0.notes.map(\.summary).filter { $0.hasPrefix("for example") }
            return ([$0.id, "\($0.location?.line ?? 0)", $0.summary] + notes).joined(separator: " · ")
        }
    }

    @Test(arguments: [
        "F|X|Q|→ Go/1|> 50|yes|A/2|-|-|B", "U|X|→ Go/1|> 50|A/2|<= 50|B",
        "A|X|Q|→ Go/1|> 50|yes|A/2|<= 50|-|B/3|-|no|B", "P|X|→ Go/1|> 50|A/2|-|B",
        "C|X|→ Go/1|> 50|A/2|<= 50|B", "R|X|→ Go/1|> 50|A/2|-|B", "O|X|→ Go/1|> 50|A/2|-|B",
        // What cannot be reckoned with is nobody's case to cover.
        "U|`X * X`|→ Go/1|> 50|A/2|<= 50|B", "U|`X > 50`|→ Go/1|yes|A/2|no|B",
        // Another reason, or other words, are another thing to say.
        "F|X|Q|→ Go|Because/1|> 50|yes|B|One/2|> 60|-|A|Two/3|-|-|A|Three",
        "F|X|Q|→ Go/1|> 50|yes|B/2|> 60|-|A at once/3|-|-|A",
    ])
    func soundTables(table: String) throws { #expect(try Self.findings(Self.ruleSet([table])) == []) }

    @Test func aSoundChecklist() throws {
        #expect(try #require(ragOrFineTuning.compile().logic).findings() == [])
    }

    @Test(
        arguments: [
            (
                ["U|X|→ Go/1|> 50|A/2|< 50|B"],
                ["table-gap · 100 · no rule of 'Table 1' matches some answers · for example with X: 50"]
            ),
            (
                ["U|`X * X`|→ Go/1|> 50|A/2|< 50|B"],
                ["table-gap · 100 · no rule of 'Table 1' may match some answers · for example with X * X: 50"]
            ),
            (
                // The table that says nothing is at fault, not the one that reads it.
                ["U|R|→ Go/1|big|A/2|small|B", "U|X|→ R/1|> 50|big/2|< 50|small"],
                ["table-gap · 200 · no rule of 'Table 2' matches some answers · for example with X: 50"]
            ),
            (
                ["U|X|→ Go/1|> 50|A/2|<= 60|B"],
                [
                    "rules-conflict · 102 · rules 1 and 2 of 'Table 1' match the same answers, and under U only one may · for example with X: 60"
                ]
            ),
            (
                ["A|X|→ Go/1|> 50|A/2|<= 60|B"],
                [
                    "rules-conflict · 102 · rules 1 and 2 of 'Table 1' match the same answers and put out different things, which A forbids · for example with X: 60"
                ]
            ),
            (
                ["F|X|→ Go/1|> 50|A/2|> 60|B/3|-|B"],
                [
                    "masked-rule · 102 · rule 2 of 'Table 1' can never fire: rule 1 comes first in all its cases · for example with X: 100"
                ]
            ),
            // One of the two is needed.
            (
                ["F|X|→ Go/1|> 50|A/2|> 50|A/3|-|B"],
                [
                    "masked-rule · 102 · rule 2 of 'Table 1' can never fire: rule 1 comes first in all its cases · for example with X: 100"
                ]
            ),
            (
                ["P|X|→ Go/1|> 60|B/2|> 50|A/3|-|B"],
                [
                    "masked-rule · 101 · rule 1 of 'Table 1' can never fire: rule 2 comes first in all its cases · for example with X: 100"
                ]
            ),
            (
                ["F|X|→ Go/1|> 100|A/2|> 50|A/3|-|B"],
                ["impossible-rule · 101 · no answers pass the tests of rule 1 of 'Table 1'"]
            ),
            (
                ["F|X|Q|→ Go/1|> 50|yes|A/2|> 60|-|B/3|-|-|B"],
                [
                    "redundant-rule · 102 · rule 2 of 'Table 1' changes nothing: without it, rule 3 says the same · for example with X: 100, Q: no"
                ]
            ),
            (
                ["F|R|→ Go/1|big|A/2|-|B", "F|X|→ R (big, medium, small)/1|> 50|big/2|-|small"],
                ["unused-value · 200 · 'Table 2' never puts out 'medium' for 'R'"]
            ),
            (["F|X|→ Go/1|> 50|A/2|-|A thing"], ["unused-option · 2 · no answers lead to 'B'"]),
            (
                ["U|X|→ Go/1|< 30|A/2|[30..60]|A/3|> 60|B"],
                ["mergeable-rules · 102 · rules 1 and 2 of 'Table 1' can be one · for example with X: 30"]
            ),
            (
                ["F|X|→ Go/1|> 50|A/2|-|B", "U|Q|→ R/1|yes|big/2|no|small"],
                ["unread-table · 200 · no rule reads what 'Table 2' puts out"]
            ),
        ] as [([String], [String])])
    func brokenTables(tables: [String], expected: [String]) throws {
        #expect(try Self.findings(Self.ruleSet(tables)) == expected)
    }

    @Test(
        arguments: [
            (
                [
                    ("X", "> 50", "A is viable"), ("X", "< 30", "A is viable"), ("Q", "yes", "A"),
                    ("Q", "no", "B"),
                ], [],
                ["closed-gate · 21 · no answers make 'A' viable: its gates exclude each other"]
            ),
            (
                [
                    ("X", "> 50", "A is viable"), ("X", "< 30", "A is viable"), ("Q", "yes", "A"),
                    ("Q", "no", "B"),
                ], ["F|A|A viable|→ Go/1|> 0|yes|A/2|-|-|B"],
                ["closed-gate · 21 · no answers make 'A' viable: its gates exclude each other"]
            ),
            (
                [("Q", "yes", "A"), ("X", "> 50", "B")], ["F|A|→ Go/1|> 0|A/2|-|B"],
                ["idle-question · 5 · 'X' never matters: no table reads how much counts for 'B'"]
            ),
            (
                [("X", "> 200", "A"), ("Q", "yes", "A"), ("Q", "no", "B")], [],
                ["impossible-rule · 20 · no answers pass the tests of this rule"]
            ),
            (
                [("Q", "yes", "A is viable")], ["F|X|→ Go/1|> 50|A/2|-|B"],
                [
                    "past-closed-gate · 100 · 'Table 1' can recommend 'A' where it is not viable · for example with X: 100, Q: no"
                ]
            ),
            (
                [("Q", "yes", "A"), ("Q", "no", "B"), ("Otherwise", "", "Start with B")], [],
                ["unused-fallback · 22 · something else always decides, so this fallback is never used"]
            ),
            (
                [("Q", "yes", "A (5)"), ("Q", "no", "B (5)"), ("X", "> 50", "A")], [],
                ["idle-question · 5 · 'X' never matters: whatever is answered, the same is recommended"]
            ),
        ] as [([(String, String, String)], [String], [String])])
    func brokenChecklists(items: [(String, String, String)], tables: [String], expected: [String]) throws {
        var rules = Self.ruleSet(tables, items: items)
        for index in rules.items.indices where rules.items[index].name == "Otherwise" {
            rules.items[index].ask = "Otherwise"
        }
        #expect(try Self.findings(rules) == expected)
    }

    @Test func otherPairsAreNamedAndCounted() throws {
        let table = "U|X|→ Go/1|> 50|A/2|> 60|B/3|> 70|A/4|> 80|B/5|<= 50|B"
        let found = try #require(Self.ruleSet([table]).compile().logic).findings()
        #expect(found.map(\.id) == ["rules-conflict"])
        #expect(
            found.flatMap(\.notes).map(\.summary) == [
                "the other is here", "for example with X: 70",
                "so do rules 1 and 3; 1 and 4; 2 and 3; and 2 other pairs",
            ])
    }

    /// Past the node limit, tables that ask questions are analysed nevertheless, and of the rest it is said.
    @Test func whatIsPastTheLimitIsSaid() throws {
        let rules = Self.ruleSet(
            ["F|A|→ Go/1|> 0|A/2|-|B", "U|X|→ R/1|> 50|big/2|< 50|small"],
            items: [("Q", "yes", "A"), ("S", "> low", "A"), ("X", "> 30", "not A")])
        let (logic, problems) = rules.compile(nodeLimit: 2)
        #expect(problems.map(\.id) == ["too-entangled"])
        let found = try #require(logic).findings()
        #expect(found.map(\.id) == ["partly-analysed", "table-gap", "unread-table"])
        #expect(
            found.first?.notes.map(\.summary) == [
                "not looked for: rules that change nothing, and gates, options, values, fallbacks and questions without effect",
                "nor gaps, conflicts and rules that never fire in 'Table 1'",
            ])
    }

    @Test func sharesAddToAWhole() throws {
        let logic = try #require(ragOrFineTuning.compile().logic)
        let coverage = try #require(logic.coverage())
        #expect(coverage.situations == 32)
        #expect(coverage.parts.map(\.situations).reduce(0, +) == 32)
        #expect(coverage.parts.map(\.options) == [[0], [1], [2]])
    }

    /// With any weights, so that roundings are of every kind.
    @Test(arguments: 0..<10)
    func roundedSharesAddToAThousand(block: Int) throws {
        for seed in block * 40..<(block + 1) * 40 {
            let framework = RandomFramework(seed: seed)
            var rules = framework.ruleSet
            var random = SeededGenerator(seed: seed)
            for (question, type) in framework.plain.questions.enumerated() where type == .yesNo {
                let weights = (0..<2).map { _ in Number(Int.random(in: 1...9, using: &random)) }
                rules.likelihood["q\(question)"] = ["yes": weights[0], "no": weights[1]]
            }
            let coverage = try #require(rules.compile().logic?.coverage())
            #expect(coverage.parts.map(\.thousandths).reduce(0, +) == 1000, "seed \(seed)")
            #expect(coverage.parts.allSatisfy { $0.thousandths >= 0 && $0.situations > 0 }, "seed \(seed)")
            #expect(
                coverage.parts.map(\.situations).reduce(0, +) == coverage.situations, "seed \(seed)")
        }
    }
}
