import Diagnostics
import FoundationEssentials
import Testing

@testable import Rules

/// Which values a cell of a decision table matches.
struct FEELCellTests {
    private static let sizes = ["small", "medium", "large"]
    private static let odd = [
        "a, b", "a", "n/a", "C++", "C", "> 5", "fine-tuning", "Not (yet)", "on-site (EU)", "Größe", "-",
        "x=y",
    ]

    private static func tests(
        _ cell: String, _ column: UnaryTests.Column, words: Words = .english
    ) -> UnaryTests? {
        let (tests, problems) = UnaryTests.parse(SourcedText(cell, at: place()), column: column, words: words)
        #expect(problems == [], "\(cell)")
        return tests
    }

    /// The labels that a cell matches, and `null` where it matches null.
    private static func matched(_ cell: String, _ column: UnaryTests.Column, _ labels: [String]) -> [String] {
        guard let tests = tests(cell, column) else { return ["unreadable"] }
        return labels.filter { tests.matches(.string($0)) } + (tests.matches(.null) ? ["null"] : [])
    }

    @Test(arguments: [
        ("", "small medium large null"), ("  ", "small medium large null"), ("-", "small medium large null"),
        (" – ", "small medium large null"), ("\\-", "small medium large null"),
        ("small", "small"), (" SMALL ", "small"), ("small, large", "small large"),
        ("small,large", "small large"),
        ("\"small\"", "small"), ("“Large”", "large"), ("*medium*", "medium"), ("_medium_", "medium"),
        ("not(small)", "medium large null"), ("Not ( small , large )", "medium null"),
        ("not(\"small\")", "medium large null"),
        ("= small", "small"), ("!= small", "medium large null"), ("≠ small", "unreadable"),
        ("> small", "medium large"), (">= medium", "medium large"), ("≥ medium", "medium large"),
        ("< large", "small medium"),
        ("<= small", "small"), ("≤ small", "small"), ("\\> small", "medium large"), ("< small", ""),
        ("not(> small)", "small"), ("not(> small, small)", ""), ("[small..medium]", "small medium"),
        ("(small..medium]", "medium"),
        ("]small..large[", "medium"), ("[small .. large)", "small medium"),
        ("\\[small..medium\\]", "small medium"),
        ("[large..small]", ""), ("(medium..medium)", ""), ("[medium..medium]", "medium"),
        ("[\"small\"..*medium*]", "small medium"),
        ("not([small..medium])", "large"), ("< medium, large", "small large"), ("null", "null"),
        ("not(null)", "small medium large"),
        ("null, small", "small null"), ("= null", "null"), ("!= null", "small medium large"),
        ("not(small, null)", "medium large"),
    ])
    func scales(cell: String, matches: String) {
        guard matches != "unreadable" else {
            #expect(UnaryTests.parse(SourcedText(cell, at: place()), column: .scale(Self.sizes)).tests == nil)
            return
        }
        #expect(Self.matched(cell, .scale(Self.sizes), Self.sizes).joined(separator: " ") == matches)
    }

    @Test(arguments: [
        ("a", ["a"]), ("\"a, b\"", ["a, b"]), ("*a, b*", ["a, b"]), ("\"a, b\", a", ["a, b", "a"]),
        ("n/a", ["n/a"]),
        ("C++", ["C++"]), ("C", ["C"]), ("C++, C", ["C++", "C"]), ("\"> 5\"", ["> 5"]),
        ("Fine\u{2011}tuning", ["fine-tuning"]),
        ("not (YET)", ["Not (yet)"]),
        (
            "not(Not (yet), a, C, C++, n/a)",
            ["a, b", "> 5", "fine-tuning", "on-site (EU)", "Größe", "-", "x=y", "null"]
        ),
        ("on-site (EU)", ["on-site (EU)"]), ("on-site (EU), a", ["a", "on-site (EU)"]), ("größe", ["Größe"]),
        ("\"-\"", ["-"]), ("\"x=y\"", ["x=y"]),
        ("GRO\u{308}ßE", ["Größe"]), ("\"n/a\"", ["n/a"]), ("C\\+\\+", ["C++"]),
    ])
    func choices(cell: String, matches: [String]) {
        #expect(Self.matched(cell, .choice(Self.odd), Self.odd) == matches)
    }

    /// The longest label is meant, and one in quotes may hold an escaped bar or quote.
    @Test func labelsOfMarkdown() {
        let labels = ["a|b", "say \"hi\"", "*", "snake_case", "a*b"]
        #expect(Self.matched("a\\|b", .choice(labels), labels) == ["a|b"])
        #expect(Self.matched("\"a\\|b\"", .choice(labels), labels) == ["a|b"])
        #expect(Self.matched("\"say \\\"hi\\\"\"", .choice(labels), labels) == ["say \"hi\""])
        #expect(Self.matched("\\*", .choice(labels), labels) == ["*"])
        #expect(Self.matched("snake_case, _snake_case_", .choice(labels), labels) == ["snake_case"])
        #expect(Self.matched("*a\\*b*", .choice(labels), labels) == ["a*b"])
    }

    /// What is declared as a label is one, even where it is a word of the language.
    @Test func labelsThatAreWords() {
        let labels = ["null", "not", "true", "2026-01-31", "5"]
        for label in labels { #expect(Self.matched(label, .choice(labels), labels) == [label]) }
        #expect(
            Self.matched("not(not)", .choice(labels), labels) == ["null", "true", "2026-01-31", "5", "null"])
    }

    @Test(arguments: [
        ("yes", "yes"), ("No", "no"), ("ja", "yes"), ("nein", "no"), ("true", "yes"), ("false", "no"),
        ("yes, no", "yes no"),
        ("not(yes)", "no null"), ("nicht(ja)", "no null"), ("= yes", "yes"), ("!= yes", "no null"),
        ("-", "yes no null"), ("\"yes\"", "yes"), ("*yes*", "yes"),
        ("null", "null"), ("not(null)", "yes no"),
    ])
    func yesNo(cell: String, matches: String) throws {
        let words = Words(yes: ["ja"], no: ["nein"], not: ["nicht"])
        let tests = try #require(Self.tests(cell, .yesNo, words: words))
        let values: [(String, Value)] = [("yes", .boolean(true)), ("no", .boolean(false)), ("null", .null)]
        #expect(values.filter { tests.matches($0.1) }.map(\.0).joined(separator: " ") == matches)
    }

    @Test(arguments: [
        ("5", "5"), ("5, 10", "5 10"), ("-1", "-1"), ("- 1", "-1"), ("−1", "-1"), ("> 5", "5.5 10"),
        (">5", "5.5 10"), (">= 5", "5 5.5 10"),
        ("< 5", "-1 0"), ("<= -1", "-1"), ("= 5", "5"), ("!= 5", "-1 0 5.5 10 null"),
        ("not(5)", "-1 0 5.5 10 null"), ("not(> 5)", "-1 0 5"),
        ("not(5, > 5)", "-1 0"), ("[0..5]", "0 5"), ("(0..5]", "5"), ("]0..5]", "5"), ("[0..5)", "0"),
        ("[0..5[", "0"), ("(0..5)", ""),
        ("]0..5[", ""), ("[5..5]", "5"), ("(5..5)", ""), ("[5..5)", ""), ("[5..3]", ""), ("[-1..0]", "-1 0"),
        ("[5 .. 5.5]", "5 5.5"), ("[.5..5.0]", "5"),
        ("< 0, > 5", "-1 5.5 10"), ("[-1..0], 10", "-1 0 10"), ("not([0..5], 10)", "-1 5.5"), ("5.50", "5.5"),
        ("-", "-1 0 5 5.5 10 null"),
        ("null", "null"), ("null, > 5", "5.5 10 null"), ("not(null)", "-1 0 5 5.5 10"), ("100, 200", ""),
        ("1, 500", ""), ("1000,500", ""),
    ])
    func numbers(cell: String, matches: String) throws {
        let tests = try #require(Self.tests(cell, .number))
        let values = ["-1", "0", "5", "5.5", "10"]
        let found = values.filter { tests.matches(FEELExpressionTests.number($0)) }
        #expect((found + (tests.matches(.null) ? ["null"] : [])).joined(separator: " ") == matches)
    }

    @Test(arguments: [
        ("2024-02-29", "2024-02-29"), ("date(\"2024-02-29\")", "2024-02-29"),
        ("date( “2024-02-29” )", "2024-02-29"), ("2024–02–29", "2024-02-29"),
        ("> 2024-02-29", "2024-03-01 9999-12-31"), ("< 2024-02-29", "0001-01-01 2024-02-28"),
        ("[2024-02-28..2024-03-01)", "2024-02-28 2024-02-29"),
        ("(2024-02-28 .. date(\"2024-03-01\")]", "2024-02-29 2024-03-01"), (">= 9999-12-31", "9999-12-31"),
        ("<= 0001-01-01", "0001-01-01"),
        ("not(2024-02-29)", "0001-01-01 2024-02-28 2024-03-01 9999-12-31 null"),
        ("not(< 2024-02-29)", "2024-02-29 2024-03-01 9999-12-31"),
        ("2024-02-29, 2024-03-01", "2024-02-29 2024-03-01"),
        ("", "0001-01-01 2024-02-28 2024-02-29 2024-03-01 9999-12-31 null"),
    ])
    func dates(cell: String, matches: String) throws {
        let tests = try #require(Self.tests(cell, .date))
        let found = ["0001-01-01", "2024-02-28", "2024-02-29", "2024-03-01", "9999-12-31"].filter { iso in
            tests.matches(CalendarDate(iso: iso).map(Value.date) ?? .null)
        }
        #expect((found + (tests.matches(.null) ? ["null"] : [])).joined(separator: " ") == matches)
    }

    @Test(arguments: [
        ("\"a\"", UnaryTests.Column.text, "a"), ("*a*, \"b, c\"", .text, "a|b, c"),
        ("not(\"a\")", .text, "b, c|A|1|null"), ("= \"A\"", .text, "A"),
        ("-", .text, "a|b, c|A|1|null"), ("\"1\"", .text, "1"), ("\"C:\\new\"", .text, ""),
        // Any values: texts are no numbers, and what is of another kind is neither equal nor not.
        ("\"a\"", .open, "a"), ("1", .open, ""), ("not(1)", .open, "null"), ("yes", .open, ""),
        ("not(yes)", .open, "null"), ("> 1", .open, ""),
        ("2026-01-31, \"a\", [1..2]", .open, "a"), ("not(\"a\", 1)", .open, "null"),
    ])
    func texts(cell: String, column: UnaryTests.Column, matches: String) throws {
        let tests = try #require(Self.tests(cell, column))
        let found = ["a", "b, c", "A", "1"].filter { tests.matches(.string($0)) }
        #expect((found + (tests.matches(.null) ? ["null"] : [])).joined(separator: "|") == matches)
    }

    @Test func valuesOfAnyKind() throws {
        let tests = try #require(Self.tests("yes, 2026-01-31, [1..2], *x*", .open))
        for value in [
            .boolean(true), .number(2), .string("x"),
            CalendarDate(iso: "2026-01-31").map(Value.date) ?? .null,
        ] {
            #expect(tests.matches(value))
        }
        for value in [Value.boolean(false), .number(3), .string("y"), .null, .list([.number(1)])] {
            #expect(!tests.matches(value))
        }
    }

    /// A comparison with null, with another kind or with no label of the scale is unknown, and not false.
    @Test func unknownTruths() throws {
        #expect(try #require(Self.tests("> 5", .number)).truth(of: .null) == nil)
        #expect(try #require(Self.tests("[1..5], 7", .number)).truth(of: .null) == nil)
        #expect(try #require(Self.tests("5", .number)).truth(of: .null) == false)
        #expect(try #require(Self.tests("5", .number)).truth(of: .string("5")) == nil)
        #expect(try #require(Self.tests("5", .number)).truth(of: .number(.nan)) == nil)
        #expect(try #require(Self.tests("> small", .scale(Self.sizes))).truth(of: .string("huge")) == nil)
        #expect(try #require(Self.tests("-", .number)).truth(of: .null) == true)
    }

    @Test(
        arguments: [
            ("-", UnaryTests.Column.number, []), ("5, > 5, [5..7)", .number, [.number(5), .number(7)]),
            ("not(null, 3)", .number, [.number(3)]),
            ("\"b\", \"a\", *b*", .text, [.string("b"), .string("a")]),
            ("< medium", .scale(sizes), [.string("medium")]),
            ("yes", .yesNo, [.boolean(true)]),
        ] as [(String, UnaryTests.Column, [Value])])
    func boundaries(cell: String, column: UnaryTests.Column, values: [Value]) throws {
        #expect(try #require(Self.tests(cell, column)).boundaries == values)
    }
}
