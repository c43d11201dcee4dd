import Diagnostics
import FoundationEssentials
import Testing

@testable import Rules

/// What expressions amount to.
struct FEELExpressionTests {
    private static let names = [
        "Budget", "Team size", "Team", "Rate-limit", "Fresh knowledge", "Date", "C", "C++", "Not now",
        "count", "2 factor",
        "Größe", "検索", "Labels", "Unknown", "Profit and loss", "n/a share", "Day",
    ]
    private static let values: [String: Value] = [
        "Budget": .number(10), "Team size": .number(4), "Team": .string("core"), "Rate-limit": .number(7),
        "Fresh knowledge": .boolean(true), "Date": .number(1), "C": .number(100), "C++": .number(200),
        "Not now": .boolean(false), "count": .number(3), "2 factor": .boolean(true), "Größe": .number(5),
        "検索": .number(6), "Labels": .list([.string("a"), .string("b")]), "Profit and loss": .number(-3),
        "n/a share": .number(9), "Day": CalendarDate(iso: "2024-02-29").map(Value.date) ?? .null,
    ]

    static func evaluate(_ text: String) -> Value? {
        let place = SourceLocation(file: "sample.md", line: 3, column: 5)
        let (expression, problems) = Expression.parse(SourcedText(text, at: place), names: names)
        #expect(problems == [], "\(text)")
        return expression?.evaluate { values[names[$0]] ?? .null }
    }

    static func number(_ text: String) -> Value { Number(string: text).map(Value.number) ?? .null }

    @Test(arguments: [
        // Precedence: unary minus is tighter than a power, powers group to the left.
        ("1 + 2 * 3", "7"), ("(1 + 2) * 3", "9"), ("10 - 4 - 3", "3"), ("2 * 3 ** 2", "18"), ("-3 ** 2", "9"),
        ("-(3 ** 2)", "-9"), ("3 ** 4 ** 5", "3486784401"), ("--10", "10"), ("10 - -5", "15"),
        ("8 / 4 / 2", "1"),
        ("0.1 + 0.2", "0.3"), (".5 + .5", "1"), ("1.10", "1.1"), ("999999999999999 * 10", "9999999999999990"),
        ("5 – 3", "2"), ("5 − 3", "2"), ("-Budget", "-10"), ("- Team size", "-4"),
        // Names with spaces and operators; the longest wins, and it ends at a word's end.
        ("Team size + 1", "5"), ("team  SIZE+1", "5"), ("Rate-limit-1", "6"), ("Rate\u{2011}limit", "7"),
        ("Budget-1", "9"),
        ("Budget/4", "2.5"), ("C + 1", "101"), ("C++ + 1", "201"), ("C+++1", "201"), ("Größe*2", "10"),
        ("GRO\u{308}ßE", "5"), ("検索 + 1", "7"), ("Profit and loss", "-3"), ("n/a share / 3", "3"),
        ("Date + 1", "2"),
        ("count + 1", "4"), ("count(Labels)", "2"), ("(Budget)-(Team size)", "6"),
        // Functions.
        ("count([1, [2, 3], null])", "3"), ("count([])", "0"), ("count(5)", "1"), ("sum([1, 2.5])", "3.5"),
        ("sum(1, 2, 3)", "6"), ("sum(Budget)", "10"), ("min(3, 1, 2)", "1"), ("max([3, 1, 2])", "3"),
        ("mean([1, 2])", "1.5"), ("mean(1, 1, 2)", "1.333333333333333333333333333333333"),
        ("floor(-1.5)", "-2"),
        ("floor(1.56, 1)", "1.5"), ("ceiling(-1.5)", "-1"), ("ceiling(1.51, 1)", "1.6"),
        ("round up(-1.121, 2)", "-1.13"),
        ("round  Up(5.5, 0)", "6"), ("round down(5.5, 0)", "5"), ("round down([1234], -2)", "1200"),
        ("string length(\"🐎é\")", "2"), ("string length([\"abc\"])", "3"),
        ("string length(\"a\\nb\\u00e9\\U01F40E\")", "5"),
        ("if 2 factor then 1 else 2", "1"), ("if null then 1 else 2", "2"), ("if 1 then 1 else 2", "2"),
        ("if false then 1 else if true then 2 else 3", "2"), ("1 + if true then 1 else 5 + 5", "2"),
        ("max(1,500)", "500"),
    ])
    func numbers(text: String, result: String) { #expect(Self.evaluate(text) == Self.number(result)) }

    @Test(arguments: [
        ("1 < 2", true), ("2 <= 2", true), ("2 ≤ 1", false), ("2 ≥ 2", true), ("1 = 1.0", true),
        ("-0 = 0", true),
        ("1 != 2", true), ("\"a\" < \"b\"", true), ("\"foo\" = \"Foo\"", false),
        ("\"é\" = \"e\u{301}\"", true),
        ("“a” = \"a\"", true), ("[1, 2] = [1, 2]", true), ("[1] = [1, 2]", false),
        ("[1, null] = [1, 2]", false),
        ("null = null", true), ("null != null", false), ("Unknown = null", true), ("100 = null", false),
        ("100 != null", true), ("[] = null", false), ("true and true", true), ("false and null", false),
        ("null and false", false), ("false and 123", false), ("true or null", true), ("123 or true", true),
        ("false or false", false), ("not(false)", true), ("not(Fresh knowledge)", false), ("Not now", false),
        ("Fresh knowledge and not(Not now)", true), ("1 = 1 and 2 = 2 or 1 = 2", true),
        ("Fresh Knowledge AND true", true),
        // Membership.
        ("5 between 1 and 5", true), ("0 between 1 and null", false), ("5 between 1 and 3 or true", true),
        ("Budget in [1..10]", true), ("Budget in [1..10)", false), ("Budget in ]9..10]", true),
        ("10 in (10..20)", false),
        ("10 in [10..20[", true), ("1 in (1..2)", false), ("5 in (5..5)", false), ("5 in [5..5]", true),
        ("5 in [6..4]", false),
        ("1 in 1", true), ("1 in [2, 3, 1]", true), ("1 in []", false), ("10 in (1, < 5, >= 10)", true),
        ("10 in > 10", false),
        ("10 in != 11", true), ("1 in [[2..4], [1..3]]", true), ("5 in [[2..4], [1..3]]", false),
        ("true in [false, 2, 3]", false),
        ("null in [1, null]", true), ("\"a\" in Labels", true), ("\"c\" in Labels", false),
        ("Labels in Labels", true),
        ("[1, 2] in [[1, 2], [3]]", true), ("[1] in ([[1, 2]], [[1]])", true), ("[1, 2] in ([1, 2])", true),
        ("9 in (1 + 2) * 3", true), ("9 in ((1 + 2) * 3, 5)", true),
        ("4 in [Team size - 1 .. Team size + 1]", true),
        ("4 in ((1 + 2)..(2 + 3))", true), ("4 in [< 3, > 3]", true), ("not(4 in [5..6])", true),
        // Texts and dates.
        ("contains(\"foobar\", \"oba\")", true), ("contains(\"abc\", \"\")", true),
        ("contains(\"\", \"a\")", false),
        ("starts with(\"foobar\", \"foo\")", true), ("starts with(\"foo\", \"foobar\")", false),
        ("\"foo\" + \"bar\" = \"foobar\"", true), ("\"say \\\"hi\\\"\" = \"say \\u0022hi\\u0022\"", true),
        ("date(\"2024-02-29\") < date(\"2024-03-01\")", true),
        ("date(\"9999-12-31\") > date(\"0001-01-01\")", true),
        ("Day = date(\"2024-02-29\")", true), ("date(Day) = Day", true),
        ("date(\"2024-\" + \"02-29\") = Day", true),
        ("max(Day, date(\"2025-01-01\")) = date(\"2025-01-01\")", true), ("min(\"b\", \"a\") = \"a\"", true),
        ("Day in [date(\"2024-02-28\")..date(\"2024-03-01\")]", true),
    ])
    func truths(text: String, result: Bool) { #expect(Self.evaluate(text) == .boolean(result)) }

    @Test(arguments: [
        "null", "Unknown", "1 + null", "null + 1", "1 + \"1\"", "\"1\" - \"1\"", "1 / 0", "-\"a\"", "-null",
        "true + true",
        "Day - Day", "Day + 1", "2 ** 0.5", "10 ** 200", "100 = \"100\"", "100 != \"100\"", "true = 1",
        "[] = 0", "[1, 2] = [1, \"2\"]",
        "null < 1", "1 >= null", "null <= null", "1 < \"2\"", "true < false", "[1] < [2]", "Day > \"2024\"",
        "true and null", "true and 123", "null and null", "\"true\" and true", "false or null", "null or 1",
        "not(null)", "not(1)", "null in [1..10]", "5 in [null..10]", "5 in (1..null)", "null between 1 and 2",
        "2 between 1 and null",
        "null in > 5", "null in (> 5, < 3)", "1 in \"1\"", "not(null in [1..2])", "if null then 1 else null",
        "sum([])", "sum(null)", "sum([1, null])", "sum(1, \"2\")", "min([])", "max([])", "min([1, null])",
        "max(1, \"2\")", "min([true])",
        "mean([])", "mean([1, null])", "count(null)", "floor(null)", "floor(\"1\")", "floor(1.5, null)",
        "ceiling(1, \"0\")",
        "round up(1, null)", "round up(5.5, 6177)", "round down(5.5, -6112)", "round up(5.5, -6000)",
        "string length(null)", "string length(12)",
        "contains(null, \"a\")", "contains(\"a\", null)", "starts with(\"a\", 1)", "date(null)",
        "date(\"2025-02\" + \"-29\")", "date(5)",
    ])
    func nulls(text: String) { #expect(Self.evaluate(text) == .null) }

    @Test func namesInUse() throws {
        let text = SourcedText("Team size * Budget + Team size", at: place())
        let expression = try #require(Expression.parse(text, names: Self.names).expression)
        #expect(expression.names == [0, 1])
        #expect(
            expression.root
                == .arithmetic(
                    .plus, .arithmetic(.times, .name(1), .name(0)), .name(1)))
    }

    @Test func equalNamesMeanTheFirst() {
        let text = SourcedText("A b", at: place())
        #expect(Expression.parse(text, names: ["x", "a  B", "A b"]).expression?.names == [1])
    }
}
