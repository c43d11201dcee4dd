import Diagnostics
import FoundationEssentials
import Testing

@testable import Rules

/// No text makes a parser trap or hang, and what is read can be judged; places lie in the text.
struct FEELFuzzTests {
    private static let pieces = [
        "small", "a, b", "Team size", "Rate-limit", "C++", "not", "not(", "(", ")", "[", "]", "..", ".", ",",
        "-", "–", "- ", ">", ">=", "≥", "<", "=", "!=",
        "*", "**", "/", "+", "_", "\"", "“", "\\", "\\|", "\\\"", "'", "`", "5", "0", ".5", "-1",
        "999999999999999", "1234567890123456789", "1e5", "1,000",
        "2026-01-31", "2025-02-29", "date(\"2024-02-29\")", "date", "null", "true", "yes", "no", "and", "or",
        "in", "between", "if", "then", "else",
        "count(", "sum(", "round up(", "string length(", " ", "\u{A0}", "\t", "\r\n", "é", "e\u{301}",
        "\u{301}", "検索", "👩‍👩‍👧", "\u{0}", "\\u00e9", "\\U110000", "İ", "ß",
    ]
    private static let seeds = [
        "not(small, medium)", "[100..500)", "> 5, < -3", "\"a, b\", *x*", "2026-01-31, date(\"2024-02-29\")",
        "[small..large]",
        "if Team size > 5 and not(Fresh) then sum([1, 2.5]) * 2 ** 3 else null",
        "Budget in ([1..10], > 50, null)",
        "contains(\"foo\" + \"bar\", \"ob\") or Rate-limit between 1 and 10",
        "round up(mean(1, 2, 4) / 3, 2) >= -0.5",
    ]
    private static let labels = ["small", "medium", "a, b", "C++", "not", "null", "", "-", "é"]
    private static let columns: [UnaryTests.Column] = [
        .yesNo, .choice(labels), .scale(labels), .number, .date, .text, .open, .choice([]), .scale(["x"]),
    ]
    private static let values: [Value] = [
        .null, .boolean(true), .number(5), .number(.nan), .number(.greatestFiniteMagnitude),
        .number(.leastNonzeroMagnitude),
        .string("small"), .string(""), CalendarDate(iso: "2024-02-29").map(Value.date) ?? .null,
        .list([.null, .list([.number(1)])]),
    ]

    private static func mutated(_ random: inout SeededGenerator) -> String {
        guard random.chance(60), var text = seeds.randomElement(using: &random) else {
            return (0..<Int.random(in: 0...9, using: &random)).map { _ in
                (pieces.randomElement(using: &random) ?? "") + (random.chance(30) ? " " : "")
            }.joined()
        }
        for _ in 0..<Int.random(in: 1...3, using: &random) {
            let start = text.index(text.startIndex, offsetBy: Int.random(in: 0...text.count, using: &random))
            let end =
                text.index(start, offsetBy: Int.random(in: 0...2, using: &random), limitedBy: text.endIndex)
                ?? start
            text.replaceSubrange(
                start..<end, with: random.chance(70) ? pieces.randomElement(using: &random) ?? "" : "")
        }
        return text
    }

    /// A fifth of the 100,000 texts that were tried when this was written, so that a run of the tests stays short.
    @Test(arguments: 0..<10)
    func randomTexts(block: Int) {
        var random = SeededGenerator(seed: 7000 + block)
        var misplaced = 0
        for _ in 0..<2_000 {
            let text = Self.mutated(&random)
            let source = SourcedText(
                text, at: SourceLocation(file: "sample.md", line: 1, column: 1, length: 1))
            let problems: [Diagnostic]
            if random.chance(50) {
                let column = Self.columns[Int.random(in: 0..<Self.columns.count, using: &random)]
                let reading = UnaryTests.parse(source, column: column, names: ["Budget"])
                problems = reading.problems
                misplaced += (reading.tests == nil) == problems.hasErrors ? 0 : 1
                for value in Self.values { _ = reading.tests?.matches(value) }
                _ = reading.tests?.boundaries
            } else {
                let names = ["Team size", "Team", "Rate-limit", "Budget", "Fresh", "C++", ""]
                let reading = Expression.parse(source, names: names)
                problems = reading.problems
                misplaced += (reading.expression == nil) == problems.hasErrors ? 0 : 1
                let shift = Int.random(in: 0..<Self.values.count, using: &random)
                _ = reading.expression?.evaluate { Self.values[($0 + shift) % Self.values.count] }
            }
            for problem in problems {
                guard let place = problem.location, place.column >= 1, place.length >= 1,
                    place.column - 1 + place.length <= text.utf8.count + 1
                else {
                    misplaced += 1
                    continue
                }
            }
        }
        #expect(misplaced == 0)
    }

    @Test(arguments: [
        "(", ")", "[", ",", "-", "not(", "\"", "*", "_", "\\", "5", "5..", "[5..", "2026-", "= ", "a ", ") ",
        ",1", "1,000", "é", " ", "date(",
    ])
    func longTexts(piece: String) {
        let text = String(repeating: piece, count: 4_000)
        let source = SourcedText(text, at: place())
        for column in Self.columns { _ = UnaryTests.parse(source, column: column) }
        _ = Expression.parse(source, names: ["a", "a a a"])
    }
}
