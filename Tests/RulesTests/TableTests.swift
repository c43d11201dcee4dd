import Diagnostics
import FoundationEssentials
import Testing

@testable import Rules

/// Hit policies and what tables read, example by example (DMN 1.5, 8.2.10; FORMATS 1.5).
struct TableTests {
    /// A framework of tables over two numbers and a yes/no question, its only options A, B and C.
    private static func logic(_ tables: [String], items: [ChecklistItem] = []) throws -> Logic {
        let (logic, problems) = ruleSet(tables, items: items).compile()
        #expect(problems.map(\.summary) == [])
        return try #require(logic)
    }

    static func ruleSet(_ tables: [String], items: [ChecklistItem] = []) -> RuleSet {
        let place = SourceLocation(file: "f.md", line: 1)
        func question(_ name: String, _ type: String) -> QuestionSource {
            QuestionSource(
                id: name.lowercased(), name: name, ask: "\(name)?", type: SourcedText(type, at: place),
                location: place)
        }
        return RuleSet(
            id: "f", options: ["A", "B", "C"].map { Option(id: $0.lowercased(), name: $0, location: place) },
            questions: [
                question("X", "number 0..10"), question("Y", "number"), question("Q", "yes, no"),
                question("S", "low < mid < high"), question("D", "date"), question("T", "text"),
            ],
            items: items, tables: tables.enumerated().map { table($1, index: $0) })
    }

    /// A table as it stands in Markdown, without the outer bars.
    private static func table(_ text: String, index: Int) -> TableSource {
        let lines = text.split(separator: "\n").enumerated().map { line, text in
            text.split(separator: "|", omittingEmptySubsequences: false).map {
                SourcedText(
                    $0.trimmingSpaces, at: SourceLocation(file: "f.md", line: 100 * (index + 1) + line))
            }
        }
        return TableSource(
            name: "Table \(index + 1)", headers: lines.first ?? [], rows: Array(lines.dropFirst()),
            location: SourceLocation(file: "f.md", line: 100 * (index + 1)))
    }

    private static func recommended(_ logic: Logic, _ answers: [String: AnswerValue]) -> [String] {
        logic.evaluate(Answers(answers)).possible.map { recommendation in
            recommendation.options.map { logic.options[$0].name }.joined(separator: "+")
        }
    }

    @Test(
        arguments: [
            ("U", 1, "A"), ("U", 4, "violated"), ("A", 1, "A"), ("A", 4, "violated"), ("A", 8, "C"),
            ("F", 4, "A"),
            ("P", 4, "A"), ("R", 4, "A+B"), ("C", 4, "A+B"), ("O", 4, "A+B"), ("U", 6, ""), ("F", 6, ""),
            ("C", 6, ""), ("U", 8, "violated"),
        ] as [(String, Decimal, String)])
    func policies(policy: String, x: Decimal, expected: String) throws {
        let logic = try Self.logic([
            """
            \(policy) | X | → Go
            1 | < 5 | A
            2 | [3..5] | B
            3 | > 7 | C
            4 | > 7.5 | C
            """
        ])
        let verdict = logic.evaluate(Answers(["x": .number(x)]))
        #expect(verdict.decided)
        let names = verdict.recommendations.map { logic.options[$0.option].name }.joined(separator: "+")
        #expect((verdict.violated.isEmpty ? names : "violated") == expected)
    }

    @Test func openAnswersLeaveWhatIsStillPossible() throws {
        let logic = try Self.logic(["F | X | Q | → Go\n1 | > 5 | yes | A\n2 | - | no | B\n3 | - | - | C"])
        #expect(Self.recommended(logic, [:]) == ["A", "B", "C"])
        #expect(Self.recommended(logic, ["q": .no]) == ["B"])
        #expect(Self.recommended(logic, ["x": .number(5)]) == ["B", "C"])
        #expect(Self.recommended(logic, ["x": .number(Decimal(string: "5.01") ?? 0), "q": .yes]) == ["A"])
    }

    @Test func tablesFeedEachOtherInAnyOrder() throws {
        let logic = try Self.logic([
            "F | Risk | → Go\n1 | high | C\n2 | not(low) | B\n3 | - | A",
            "U | Load | S | → Risk (high, middle, low)\n1 | > 1 | > low | high\n2 | > 1 | low | middle\n3 | <= 1 | - | low",
            "C+ | X | Q | → Load\n1 | > 2 | - | 1\n2 | - | yes | 1",
        ])
        #expect(Self.recommended(logic, ["x": .number(3), "q": .yes, "s": .label("mid")]) == ["C"])
        #expect(Self.recommended(logic, ["x": .number(3), "q": .yes, "s": .label("low")]) == ["B"])
        #expect(Self.recommended(logic, ["x": .number(2), "q": .yes]) == ["A"])
        // No rule of the sum matches: its result is null, which no comparison meets and 'not(low)' does.
        #expect(Self.recommended(logic, ["x": .number(2), "q": .no]) == ["B"])
        #expect(Self.recommended(logic, ["x": .number(2)]) == ["A", "B"])
    }

    @Test func talliesAndGatesAreInputs() throws {
        let place = SourceLocation(file: "f.md", line: 1)
        let items = [
            ChecklistItem(
                id: "x", name: "X", ask: "", test: SourcedText(">= 5", at: place),
                target: SourcedText("A (2)", at: place), location: place),
            ChecklistItem(
                id: "gate", name: "Gate", ask: "Gate?", target: SourcedText("A is viable", at: place),
                location: place),
        ]
        let logic = try Self.logic(
            [
                "F | A | A viable | B | → Go\n1 | > 1 | yes | - | A\n2 | - | - | > 2 | B\n3 | - | - | - | C",
                "C | Q | S | → Favours | → Weight\n1 | yes | - | B | 2\n2 | - | high | B | 0.5\n3 | - | >= mid | B | 0.5",
            ], items: items)
        #expect(Self.recommended(logic, ["x": .number(5), "gate": .yes]) == ["A"])
        #expect(Self.recommended(logic, ["x": .number(5), "gate": .no, "q": .no]) == ["C"])
        #expect(Self.recommended(logic, ["x": .number(4), "q": .yes, "s": .label("high")]) == ["B"])
        #expect(Self.recommended(logic, ["x": .number(4), "q": .yes, "s": .label("mid")]) == ["B"])
        #expect(Self.recommended(logic, ["x": .number(4), "q": .yes, "s": .label("low")]) == ["C"])
    }

    @Test func expressionsThatOnlyCompareAreExact() throws {
        let logic = try Self.logic(["F | `X > 5 and Q` | → Go\n1 | true | A\n2 | - | B"])
        let open = logic.evaluate(Answers(["q": .yes]))
        #expect(open.isExact)
        #expect(Self.recommended(logic, ["q": .yes]) == ["A", "B"])
        #expect(Self.recommended(logic, ["q": .no]) == ["B"])
        #expect(Self.recommended(logic, ["q": .yes, "x": .number(6)]) == ["A"])
    }

    @Test func conditionsOverSeveralInputsAreCautious() throws {
        let logic = try Self.logic(["F | `X * Y` | → Go\n1 | > 500 | A\n2 | - | B"])
        #expect(Self.recommended(logic, ["x": .number(10), "y": .number(51)]) == ["A"])
        #expect(Self.recommended(logic, ["x": .number(10), "y": .number(50)]) == ["B"])
        #expect(logic.evaluate(Answers(["x": .number(10), "y": .number(50)])).isExact)
        let open = logic.evaluate(Answers(["x": .number(0)]))
        #expect(!open.isExact)
        #expect(open.open.filter(\.matters).map { logic.questions[$0.question].name } == ["Y"])
    }

    @Test func datesAndTexts() throws {
        let logic = try Self.logic([
            "U | D | T | → Go\n1 | < 2026-03-01 | - | A\n2 | >= 2026-03-01 | \"ours\" | B\n3 | >= 2026-03-01 | not(\"ours\") | C"
        ])
        func day(_ iso: String) throws -> AnswerValue { .date(try #require(CalendarDate(iso: iso))) }
        #expect(Self.recommended(logic, ["d": try day("2026-02-28")]) == ["A"])
        #expect(Self.recommended(logic, ["d": try day("2026-03-01"), "t": .text("ours")]) == ["B"])
        #expect(Self.recommended(logic, ["d": try day("2026-03-01"), "t": .text("theirs")]) == ["C"])
        #expect(Self.recommended(logic, ["d": try day("2026-03-01")]) == ["B", "C"])
    }

    @Test func declaredValuesMayHoldCommas() throws {
        let logic = try Self.logic([
            "F | X | → Fit (“a, b”, low)\n1 | > 5 | \"a, b\"\n2 | - | low",
            "F | Fit | → Go\n1 | \"a, b\" | A\n2 | low | B",
        ])
        #expect(Self.recommended(logic, ["x": .number(6)]) == ["A"])
        #expect(Self.recommended(logic, ["x": .number(5)]) == ["B"])
    }

    @Test func outputsMayBeDatesOfEitherNotation() throws {
        let logic = try Self.logic([
            "F | X | → Day\n1 | > 5 | date(\"2024-02-29\")\n2 | - | 2024-03-01",
            "F | Day | → Go\n1 | < 2024-03-01 | A\n2 | - | B",
        ])
        #expect(Self.recommended(logic, ["x": .number(6)]) == ["A"])
        #expect(Self.recommended(logic, ["x": .number(5)]) == ["B"])
    }

    /// No rule parts the days, and yet each of them is a day and not null.
    @Test func daysThatNoRulePartsAreDays() throws {
        let logic = try Self.logic(["F | D | → Go\n1 | not([2024-02-29..2024-02-29)) | A\n2 | - | B"])
        #expect(Self.recommended(logic, [:]) == ["A"])
    }

    @Test func expressionsThatListValuesAreExact() throws {
        let logic = try Self.logic([
            "F | `T in [\"a\", \"b\"] and X in [1, 2]` | → Go\n1 | true | A\n2 | - | B"
        ])
        #expect(logic.evaluate(Answers(["t": .text("a")])).isExact)
        #expect(Self.recommended(logic, ["t": .text("a")]) == ["A", "B"])
        #expect(Self.recommended(logic, ["x": .number(3)]) == ["B"])
        #expect(Self.recommended(logic, ["t": .text("b"), "x": .number(2)]) == ["A"])
    }

    /// A cell of favours says what a target of a checklist says.
    @Test func favoursMayWeighAndSpeakAgainst() throws {
        let logic = try Self.logic([
            "C | Q | X | → Favours\n1 | yes | - | A (2)\n2 | - | > 5 | not A (1.5)\n3 | - | - | B"
        ])
        #expect(Self.recommended(logic, ["q": .yes, "x": .number(5)]) == ["A"])
        #expect(Self.recommended(logic, ["q": .yes, "x": .number(6)]) == ["B"])
        let weighed = try Self.logic([
            "C | Q | → Favours | → Weight\n1 | - | A | 2\n2 | yes | not A | 1.5\n3 | - | B | 1"
        ])
        #expect(Self.recommended(weighed, ["q": .no]) == ["A"])
        #expect(Self.recommended(weighed, ["q": .yes]) == ["B"])
    }

    @Test(arguments: [
        (["Z | X | → Go\n1 | - | A"], "'Z' is no question, output or option"),
        (["F | X | → Go\n1 | - | A", "F | X | → Go too\n1 | - | B"], "two tables recommend options"),
        (
            ["F | P | → R\n1 | a | b", "F | R | → P\n1 | b | a"],
            "the tables 'Table 1' and 'Table 2' read each other in a circle"
        ),
        (["P | X | → R\n1 | - | hot"], "hit policy P ranks outputs, and 'R' declares no values"),
        (
            ["C+ | X | → R\n1 | - | b"],
            "hit policy C+ reckons with numbers, so this table recommends no option"
        ),
        (["F | X | → Favours\n1 | - | A"], "a table of favours collects what all its rules say"),
        (["U | X | → R (high, low)\n1 | - | hihg"], "'hihg' is no value of 'R'"),
        (["U | X | → \n1 | - | A"], "this output has no name"),
        (["F | X | → Go\n1 | - | A\n2 | - | Bee"], "'Bee' starts with no option's name"),
        (["F | X | → Go\n1 | - | not A"], "'not A' weighs an option, and this table recommends"),
        (["F | X | → Go\n1 | - | A (2)"], "'A (2)' weighs an option, and this table recommends"),
        (
            ["C | X | → Favours | → Weight\n1 | - | A (2) | 3"],
            "this rule has two weights, '(2)' behind the option and '3' in a column"
        ),
    ])
    func mistakes(tables: [String], summary: String) {
        #expect(Self.ruleSet(tables).compile().problems.map(\.summary).contains(summary))
    }
}

extension Substring {
    fileprivate var trimmingSpaces: String {
        var text = self
        while text.first == " " { text.removeFirst() }
        while text.last == " " { text.removeLast() }
        return String(text)
    }
}
