import Diagnostics
import Testing

@testable import Rules

/// What is said about expressions that are none, and where.
struct FEELExpressionProblemTests {
    private static func problems(_ text: String) -> [String] {
        let place = SourceLocation(file: "sample.md", line: 3, column: 11, length: text.utf8.count)
        let (expression, problems) = Expression.parse(
            SourcedText(text, at: place), names: ["Budget", "Team size", "Rate-limit"])
        #expect((expression == nil) == !problems.isEmpty)
        return problems.map(\.line)
    }

    @Test(arguments: [
        ("Bugdet > 5", ["11+6 unknown-name: nothing here is called 'Bugdet'; did you mean 'Budget'?"]),
        (
            "5 + Team siez and true",
            ["15+9 unknown-name: nothing here is called 'Team siez'; did you mean 'Team size'?"]
        ),
        ("é = 1", ["11+2 unknown-name: nothing here is called 'é'; a text stands in quotes: \"é\""]),
        (
            "\"é\" = Rate-limitt",
            ["18+11 unknown-name: nothing here is called 'Rate-limitt'; did you mean 'Rate-limit'?"]
        ),
        (
            "Foo + Budget + Bar",
            [
                "11+3 unknown-name: nothing here is called 'Foo'; a text stands in quotes: \"Foo\"",
                "26+3 unknown-name: nothing here is called 'Bar'; a text stands in quotes: \"Bar\"",
            ]
        ),
        (
            "Budget = yes",
            ["20+3 unknown-name: nothing here is called 'yes'; a yes is true here: write 'true'"]
        ),
        ("flor(1)", ["11+4 unknown-function: there is no function 'flor'; did you mean 'floor'?"]),
        (
            "floor()", ["11+7 wrong-arguments: 'floor' takes 1 or 2, and is given 0"]
        ),
        ("max()", ["11+5 wrong-arguments: 'max' takes a list or at least one value, and is given 0"]),
        ("count(1, 2)", ["11+11 wrong-arguments: 'count' takes 1, and is given 2"]),
        ("", ["11+1 unreadable-expression: a value is expected, and the end is found"]),
        ("  ", ["13+1 unreadable-expression: a value is expected, and the end is found"]),
        ("1 +", ["14+1 unreadable-expression: a value is expected, and the end is found"]),
        (
            "(1 + 2",
            ["17+1 unreadable-expression: ')' for the bracket before is expected, and the end is found"]
        ),
        ("1 2", ["13+1 unreadable-expression: an operator or the end is expected, and '2' is found"]),
        (
            "1 == 2",
            [
                "14+1 unreadable-expression: a value is expected, and '=' is found; the comparisons are = != < <= > >="
            ]
        ),
        (
            "1 <> 2",
            [
                "14+1 unreadable-expression: a value is expected, and '>' is found; the comparisons are = != < <= > >="
            ]
        ),
        (
            "'a' = 1",
            [
                "11+1 unreadable-expression: a value is expected, and ''' is found; texts stand in double quotes"
            ]
        ),
        (
            "1 < 2 < 3",
            [
                "17+1 unreadable-expression: a comparison cannot be part of another one; join the two by 'and', or write 'x in [1..5]'"
            ]
        ),
        (
            "Budget in [1..5",
            [
                "26+1 unreadable-expression: the bracket that ends the interval is expected, and the end is found"
            ]
        ),
        ("Budget in [1 5]", ["24+1 unreadable-expression: ',', '..' or ']' is expected, and '5' is found"]),
        ("Budget in ]1, 5]", ["23+1 unreadable-expression: '..' is expected, and ',' is found"]),
        ("if true then 1", ["25+1 unreadable-expression: 'else' for 'if' is expected, and the end is found"]),
        ("1 between 2, 3", ["22+1 unreadable-expression: 'and' for 'between' is expected, and ',' is found"]),
        ("[1, 2", ["16+1 unreadable-expression: ',' or ']' is expected, and the end is found"]),
        (
            "1234567890123456",
            ["11+16 bad-number: '1234567890123456' has more digits than the 15 that a number may have"]
        ),
        ("1.2e3", ["11+5 bad-number: '1.2e3' is not a number; write it out, without an exponent"]),
        (
            "Budget > 2026-01-31",
            [
                "20+10 bad-date: '2026-01-31' is a subtraction in an expression; write date(\"2026-01-31\") for the day, or leave space around the minus"
            ]
        ),
        (
            "date(\"2025-02-29\")",
            [
                "11+18 bad-date: '2025-02-29' is not a date; write a day that there is as YYYY-MM-DD, as in 2026-01-31"
            ]
        ),
        ("\"abc", ["11+4 open-quote: the quote that begins here does not end; close it with \""]),
        ("\"a\\d\"", ["13+2 bad-escape: '\\d' means nothing in a text; write a backslash as \\\\"]),
    ])
    func texts(text: String, problems: [String]) { #expect(Self.problems(text) == problems) }

    @Test(arguments: [
        String(repeating: "(", count: 100_000), String(repeating: "-", count: 100_000),
        String(repeating: "[", count: 100_000),
        String(repeating: "not(", count: 50_000), String(repeating: "1 in (", count: 50_000),
        String(repeating: "if ", count: 50_000),
        String(repeating: "1+", count: 5_000) + "1", String(repeating: "1 and ", count: 300) + "1",
        String(repeating: "1 ** ", count: 300) + "1",
    ])
    func depthIsBounded(text: String) {
        #expect(
            Self.problems(text).allSatisfy { $0.contains("nested-too-deep: an expression may nest 200 deep") }
        )
    }

    @Test func whatIsJustNotTooDeepIsRead() {
        for text in [
            String(repeating: "(", count: 190) + "1" + String(repeating: ")", count: 190),
            String(repeating: "1+", count: 190) + "1",
            String(repeating: "[", count: 190) + String(repeating: "]", count: 190),
        ] {
            let (expression, problems) = Expression.parse(SourcedText(text, at: place()), names: [])
            #expect(problems == [])
            #expect(expression?.evaluate { _ in .null } != .null)
        }
    }
}

extension Diagnostic {
    /// `column+length id: summary; suggestion`
    var line: String {
        "\(location?.column ?? 0)+\(location?.length ?? 0) \(id): \(summary)"
            + (suggestion.map { "; " + $0 } ?? "")
    }
}
