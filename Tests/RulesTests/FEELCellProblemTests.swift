import Diagnostics
import Testing

@testable import Rules

/// What is said about cells that cannot be read, and where.
struct FEELCellProblemTests {
    private static let choice = UnaryTests.Column.choice(["daily", "weekly", "a, b", "x=y"])
    private static let scale = UnaryTests.Column.scale(["daily", "weekly"])

    private static func problems(_ cell: String, _ column: UnaryTests.Column) -> [String] {
        let place = SourceLocation(file: "sample.md", line: 3, column: 11, length: max(1, cell.utf8.count))
        let (tests, problems) = UnaryTests.parse(
            SourcedText(cell, at: place), column: column, names: ["Budget", "Team size"])
        #expect((tests == nil) == !problems.isEmpty)
        return problems.map(\.line)
    }

    @Test(arguments: [
        ("dayly", ["11+5 unknown-label: 'dayly' is no answer of this column; did you mean 'daily'?"]),
        (
            "daily, wekly , x",
            [
                "18+5 unknown-label: 'wekly' is no answer of this column; did you mean 'weekly'?",
                "26+1 unknown-label: 'x' is no answer of this column; the answers are 'daily', 'weekly', 'a, b' and 'x=y'",
            ]
        ),
        (
            "not(foo (bar), daily)",
            [
                "15+9 unknown-label: 'foo (bar)' is no answer of this column; the answers are 'daily', 'weekly', 'a, b' and 'x=y'"
            ]
        ),
        ("\"dayly\"", ["11+7 unknown-label: 'dayly' is no answer of this column; did you mean 'daily'?"]),
        ("*dayly*", ["11+7 unknown-label: 'dayly' is no answer of this column; did you mean 'daily'?"]),
        (
            "\\*é, dayly",
            [
                "11+4 unknown-label: '*é' is no answer of this column; the answers are 'daily', 'weekly', 'a, b' and 'x=y'",
                "17+5 unknown-label: 'dayly' is no answer of this column; did you mean 'daily'?",
            ]
        ),
        ("x=y", ["11+3 unknown-label: 'x=y' is no answer of this column; write it in quotes: \"x=y\""]),
        (
            "5",
            [
                "11+1 unknown-label: '5' is no answer of this column; the answers are 'daily', 'weekly', 'a, b' and 'x=y'"
            ]
        ),
        (
            "> daily",
            [
                "11+1 no-order: '>' needs an order, and the answers of this column have none; list those that are meant, as in 'daily, weekly', or declare the question as a scale, 'daily < weekly'"
            ]
        ),
        (
            "weekly, [daily..weekly]",
            [
                "19+1 no-order: an interval needs an order, and the answers of this column have none; list those that are meant, as in 'daily, weekly', or declare the question as a scale, 'daily < weekly'"
            ]
        ),
        (
            "daily,",
            [
                "17+1 unreadable-cell: a value is missing here; write '-' alone in a cell where any value will do"
            ]
        ),
        (
            "daily,, weekly",
            [
                "17+1 unreadable-cell: a value is missing here; write '-' alone in a cell where any value will do"
            ]
        ),
        (
            "not()",
            [
                "15+1 unreadable-cell: a value is missing here; write '-' alone in a cell where any value will do"
            ]
        ),
        (
            "daily, -",
            [
                "18+1 unreadable-cell: '-' means any value, and can only be all that a cell says; write '-' alone, or the value in quotes"
            ]
        ),
        (
            "daily, not(weekly)",
            [
                "18+4 unreadable-cell: not( ) can only be round all that a cell says; write not(a, b), or two rows"
            ]
        ),
        (
            "not(daily), weekly",
            [
                "21+8 unreadable-cell: not( ) can only be round all that a cell says; write not(a, b), or two rows"
            ]
        ),
        ("not(daily", ["20+1 unreadable-cell: ',' or ')' is expected, and the end is found"]),
        ("daily)", ["16+1 unreadable-cell: ',' or the end of the cell is expected, and ')' is found"]),
        ("== daily", ["11+2 unreadable-cell: '==' is no comparison; the comparisons are = != < <= > >="]),
        ("\"daily", ["11+6 open-quote: the quote that begins here does not end; close it with \""]),
        (
            "Budget",
            [
                "11+6 misplaced-value: 'Budget' is a name, and cells compare with values as written; head a column with an expression over both, such as `Budget > 5`"
            ]
        ),
    ])
    func choices(cell: String, problems: [String]) { #expect(Self.problems(cell, Self.choice) == problems) }

    @Test(
        arguments: [
            (
                "> monthly", scale,
                "13+7 unknown-label: 'monthly' is no answer of this column; the answers are 'daily' and 'weekly'"
            ),
            (
                "[daily..weakly]", scale,
                "19+6 unknown-label: 'weakly' is no answer of this column; did you mean 'weekly'?"
            ),
            ("[daily, weekly]", scale, "17+1 unreadable-cell: '..' is expected, and ',' is found"),
            (
                "[daily..weekly", scale,
                "25+1 unreadable-cell: ']', ')' or '[' is expected, and the end is found"
            ),
            ("> null", scale, "11+1 no-order: '>' needs an order, and null has none"),
            (
                "maybe", .yesNo,
                "11+5 unknown-label: 'maybe' is no answer of this column; the answers are 'yes' and 'no'"
            ),
            (
                "> no", .yesNo,
                "11+1 no-order: '>' needs an order, and the answers of this column have none; list those that are meant"
            ),
            (
                "daily", .number,
                "11+5 misplaced-value: 'daily' is not a number, and this column holds numbers; write digits, as in > 500 or [100..500)"
            ),
            (
                "\"5\"", .number,
                "11+3 misplaced-value: \"5\" is not a number, and this column holds numbers; write digits, as in > 500 or [100..500)"
            ),
            (
                "> 2026-01-31", .number,
                "13+10 misplaced-value: '2026-01-31' is not a number, and this column holds numbers; write digits, as in > 500 or [100..500)"
            ),
            (
                "> Team size", .number,
                "13+9 misplaced-value: 'Team size' is a name, and cells compare with values as written; head a column with an expression over both, such as `Team size > 5`"
            ),
            (
                "500 ms", .number,
                "15+2 unreadable-cell: ',' or the end of the cell is expected, and 'ms' is found; write '500': the question names the unit"
            ),
            (
                "5-10", .number,
                "12+1 unreadable-cell: ',' or the end of the cell is expected, and '-' is found; an interval is written [5..10]"
            ),
            (
                "> 1,500", .number,
                "13+5 bad-number: '1,500' may be one number or two; write '1500', or '1, 500' for two"
            ),
            (
                "1234567890.123456", .number,
                "11+17 bad-number: '1234567890.123456' has more digits than the 15 that a number may have"
            ),
            ("1e5", .number, "11+3 bad-number: '1e5' is not a number; write it out, without an exponent"),
            ("[1..null]", .number, "15+4 no-order: an interval needs an order, and null has none"),
            (
                "5", .date,
                "11+1 misplaced-value: '5' is not a date, and this column holds dates; write a date as in >= 2026-01-31"
            ),
            (
                "31.01.2026", .date,
                "11+10 misplaced-value: '31.01.2026' is not a date, and this column holds dates; write a date as in >= 2026-01-31"
            ),
            (
                "> 2025-02-29", .date,
                "13+10 bad-date: '2025-02-29' is not a date; write a day that there is as YYYY-MM-DD, as in 2026-01-31"
            ),
            (
                "2026-1-31", .date,
                "11+9 bad-date: '2026-1-31' is not a date; write a day that there is as YYYY-MM-DD, as in 2026-01-31"
            ),
            (
                "date(\"31 May\")", .date,
                "11+14 bad-date: '31 May' is not a date; write a day that there is as YYYY-MM-DD, as in 2026-01-31"
            ),
            (
                "\"2026-01-31\"", .date,
                "11+12 misplaced-value: \"2026-01-31\" is not a date, and this column holds dates; write a date as in >= 2026-01-31"
            ),
            (
                "plain", .text,
                "11+5 misplaced-value: 'plain' is not a value; write a text in quotes, as in \"plain\""
            ),
            ("5", .text, "11+1 misplaced-value: '5' is not a value; write a text in quotes, as in \"5\""),
            (
                "> \"a\"", .text,
                "11+1 no-order: '>' needs an order, and texts have none; list those that are meant, each in quotes"
            ),
            (
                "plain", .open,
                "11+5 misplaced-value: 'plain' is not a value; write a text in quotes, as in \"plain\""
            ),
            ("> \"a\"", .open, "11+1 no-order: '>' needs an order, and texts have none"),
            ("> yes", .open, "11+1 no-order: '>' needs an order, and yes and no have none"),
            (
                "[1..2026-01-31]", .open,
                "11+15 unreadable-cell: the ends of an interval are of different kinds here"
            ),
        ] as [(String, UnaryTests.Column, String)])
    func otherColumns(cell: String, column: UnaryTests.Column, problem: String) {
        #expect(Self.problems(cell, column) == [problem])
    }
}
