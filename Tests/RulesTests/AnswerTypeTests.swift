import Rules
import Testing

struct AnswerTypeTests {
    @Test(arguments: [
        ("yes, no", AnswerNotation.yesNo), ("Yes,No", .yesNo), ("no, yes", .yesNo), ("ja, nein", .choice),
        ("yes, no, n/a", .choice), ("a, b", .choice), ("\"a, b\", c", .choice), ("a < b < c", .scale),
        ("low < medium", .scale), ("number", .number), ("number 0..100", .number),
        ("number 0.. (ms)", .number),
        ("number −5..5", .number), ("Date", .date), ("text", .text), ("", nil), ("yes", nil), ("yes/no", nil),
        ("a,", nil), ("a <= b", nil), ("numbers of things", nil), ("\"a, b\"", nil), ("\"a, b", nil),
    ])
    func notations(text: String, notation: AnswerNotation?) {
        #expect(AnswerNotation(recognising: text) == notation)
        #expect(AnswerType(parsing: text) == (notation == .yesNo ? .yesNo : nil))
    }

    @Test(arguments: [
        ("yes", AnswerValue.yes), (" YES ", .yes), ("no", .no), ("ja", .yes), ("Nein", .no), ("", nil),
        ("?", nil), ("y", .yes), ("N", .no), ("True", .yes), ("false", .no), ("t", nil), ("on", nil),
        ("maybe", nil), ("yes!", nil),
    ])
    func answers(text: String, value: AnswerValue?) {
        #expect(AnswerType.yesNo.parse(answer: text, words: Words(yes: ["Ja"], no: ["nein"])) == value)
    }

    @Test func labels() {
        #expect(AnswerType.yesNo.labels == ["yes", "no"])
        #expect(AnswerType(parsing: "ja, nein", words: Words(yes: ["ja"], no: ["nein"])) == .yesNo)
    }
}
