import Diagnostics
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
    ])
    func soundTables(table: String) throws { #expect(try Self.findings(Self.ruleSet([table])) == []) }

    @Test func aSoundChecklist() throws {
        #expect(try #require(ragOrFineTuning.compile().logic).findings() == [])
    }

    @Test(
        arguments: [
            (
                ["U|X|→ Go/1|> 50|A/2|< 50|B"],
                ["table-gap · 100 · no rule of 'Table 1' matches some answers · for example with X 50"]
            ),
            (
                ["U|X|→ Go/1|> 50|A/2|<= 60|B"],
                [
                    "rules-conflict · 102 · rules 1 and 2 of 'Table 1' match the same answers, and under U only one may · for example with X 60"
                ]
            ),
            (
                ["A|X|→ Go/1|> 50|A/2|<= 60|B"],
                [
                    "rules-conflict · 102 · rules 1 and 2 of 'Table 1' match the same answers and put out different things, which A forbids · for example with X 60"
                ]
            ),
            (
                ["F|X|→ Go/1|> 50|A/2|> 60|B/3|-|B"],
                [
                    "masked-rule · 102 · rule 2 of 'Table 1' can never fire: rule 1 comes first in all its cases · for example with X 61"
                ]
            ),
            (
                ["P|X|→ Go/1|> 60|B/2|> 50|A/3|-|B"],
                [
                    "masked-rule · 101 · rule 1 of 'Table 1' can never fire: rule 2 comes first in all its cases · for example with X 61"
                ]
            ),
            (
                ["F|X|→ Go/1|> 100|A/2|> 50|A/3|-|B"],
                ["impossible-rule · 101 · no answers pass the tests of rule 1 of 'Table 1'"]
            ),
            (
                ["F|X|Q|→ Go/1|> 50|yes|A/2|> 60|-|B/3|-|-|B"],
                [
                    "redundant-rule · 102 · rule 2 of 'Table 1' changes nothing: without it the table says the same · for example with X 61"
                ]
            ),
            (
                ["F|R|→ Go/1|big|A/2|-|B", "F|X|→ R (big, medium, small)/1|> 50|big/2|-|small"],
                ["unused-value · 200 · 'Table 2' never puts out 'medium' for 'R'"]
            ),
            (["F|X|→ Go/1|> 50|A/2|-|A thing"], ["unused-option · 2 · no answers lead to 'B'"]),
            (
                ["U|X|→ Go/1|< 30|A/2|[30..60]|A/3|> 60|B"],
                ["mergeable-rules · 102 · rules 1 and 2 of 'Table 1' can be one · for example with X 30"]
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
                [("Q", "yes", "A is viable")], ["F|X|→ Go/1|> 50|A/2|-|B"],
                [
                    "past-closed-gate · 100 · 'Table 1' can recommend 'A' where it is not viable · for example with X 51, Q no"
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

    @Test func sharesAddToAWhole() throws {
        let logic = try #require(ragOrFineTuning.compile().logic)
        let coverage = try #require(logic.coverage())
        #expect(coverage.situations == 32)
        #expect(coverage.parts.map(\.thousandths).reduce(0, +) == 1000)
        #expect(coverage.parts.map(\.situations).reduce(0, +) == 32)
        #expect(coverage.parts.map(\.options) == [[0], [1], [2]])
    }
}
