import FoundationEssentials
import Rules
import Testing

struct AnswerTypeTests {
    @Test(arguments: [
        ("yes, no", AnswerType.yesNo), ("Yes,No", .yesNo), ("no, yes", .yesNo),
        ("ja, nein", .choice(["ja", "nein"])), ("yes, no, n/a", .choice(["yes", "no", "n/a"])),
        ("a, b", .choice(["a", "b"])), ("\"a, b\", c", .choice(["a, b", "c"])),
        ("“a < b”, c", .choice(["a < b", "c"])), ("a < b < c", .scale(["a", "b", "c"])),
        ("low < medium", .scale(["low", "medium"])),
        ("number", .number(least: nil, greatest: nil, unit: nil)),
        ("number 0..100", .number(least: 0, greatest: 100, unit: nil)),
        ("number 0.. (ms)", .number(least: 0, greatest: nil, unit: "ms")),
        ("number ..9.5", .number(least: nil, greatest: 9.5, unit: nil)),
        ("number (€)", .number(least: nil, greatest: nil, unit: "€")),
        ("number −5..5", .number(least: -5, greatest: 5, unit: nil)), ("Date", .date), ("text", .text),
        ("", nil), ("yes", nil), ("yes/no", nil), ("a,", nil), ("a <= b", nil), ("numbers of things", nil),
        ("\"a, b\"", nil), ("\"a, b", nil), ("number of 3", nil), ("number 1..x", nil), ("number ()", nil),
        ("number ..", nil),
    ])
    func types(text: String, type: AnswerType?) throws {
        #expect(try AnswerType.read(text)?.get() == type)
    }

    @Test(arguments: [
        ("a, b, A", AnswerTypeProblem.duplicateLabel("A")), ("low < low", .duplicateLabel("low")),
        ("number 5..5", .emptyRange), ("number 5..1", .emptyRange),
    ])
    func mistakes(text: String, problem: AnswerTypeProblem) {
        #expect(AnswerType.read(text) == .failure(problem))
    }

    @Test(arguments: [
        ("yes", AnswerValue.yes), (" YES ", .yes), ("no", .no), ("ja", .yes), ("Nein", .no), ("", nil),
        ("?", nil), ("maybe", nil), ("yes!", nil),
    ])
    func yesAndNo(text: String, value: AnswerValue?) {
        #expect(AnswerType.yesNo.parse(answer: text, words: Words(yes: ["Ja"], no: ["nein"])) == value)
    }

    @Test(
        arguments: [
            ("4000", 4000), ("4,000 msg/s", 4000), ("4 000", 4000), ("4\u{202F}000 MSG/S", 4000),
            ("4'000", 4000),
            ("1,234,567.5", 1_234_567.5), ("-3", -3), ("−3", -3), ("0.5", 0.5), ("0.500", 0.5), ("+7", 7),
        ] as [(String, Decimal)])
    func numbers(text: String, number: Decimal) {
        let type = AnswerType.number(least: nil, greatest: nil, unit: "msg/s")
        #expect(type.read(answer: text) == .answer(.number(number)))
    }

    @Test func aPointBeforeThreeDigitsIsDoubtful() {
        let type = AnswerType.number(least: 0, greatest: nil, unit: nil)
        #expect(
            type.read(answer: "4.000")
                == .doubtful(.number(4), "'4.000' is read as 4: write 4000 if thousands are meant"))
    }

    @Test(arguments: [
        ("4,5", "'4,5' is no number"), ("many", "'many' is no number"),
        ("3 s", "'s' is not the unit of this number"),
        ("1.2.3", "'1.2.3' is no number"), ("-1", "-1 is below 0"), ("101", "101 is above 100"),
        ("1,00,000", "'1,00,000' is no number"),
    ])
    func noNumbers(text: String, problem: String) {
        let type = AnswerType.number(least: 0, greatest: 100, unit: "ms")
        guard case .none(let found, _) = type.read(answer: text) else {
            Issue.record("\(text) was read")
            return
        }
        #expect(found == problem)
    }

    @Test func labelsDatesAndTexts() {
        let scale = AnswerType.scale(["not at all", "very \"much\""])
        #expect(scale.parse(answer: "Not  at all") == .label("not at all"))
        #expect(AnswerType.choice(["a, b", "c"]).parse(answer: "“a, b”") == .label("a, b"))
        #expect(AnswerType.choice(["a"]).parse(answer: "b") == nil)
        #expect(
            AnswerType.date.parse(answer: "2024-02-29")
                == CalendarDate(iso: "2024-02-29").map(AnswerValue.date))
        #expect(AnswerType.date.parse(answer: "2023-02-29") == nil)
        #expect(AnswerType.text.parse(answer: " Platform team ") == .text("Platform team"))
    }
}
