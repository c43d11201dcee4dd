import Diagnostics
import FoundationEssentials
import Testing

@testable import Rules

/// What conformance kits leave out: no match, overlaps, null and the ends of domains, under each hit policy (FORMATS 1.5).
struct TableEdgeTests {
    private static func logic(_ tables: [String]) throws -> Logic {
        let (logic, problems) = TableTests.ruleSet(tables).compile()
        #expect(problems.map(\.summary) == [])
        return try #require(logic)
    }

    /// What is recommended for answers to X and Y.
    private static func recommended(_ tables: [String], x: String, y: String? = nil) throws -> String {
        let logic = try logic(tables)
        var answers = Answers()
        answers["x"] = Number(string: x).map { .number($0) }
        answers["y"] = y.flatMap { Number(string: $0) }.map { .number($0) }
        let verdict = logic.evaluate(answers)
        #expect(verdict.decided)
        return verdict.recommendations.map { logic.options[$0.option].name }.joined(separator: "+")
    }

    /// Tells null from everything else.
    private static let isNull = "F | R | → Go\n1 | null | A\n2 | - | B"

    @Test(arguments: HitPolicy.allCases)
    func noRuleThatMatchesGivesNull(policy: HitPolicy) throws {
        let outputs = policy.isAggregation ? "1\n2 | < 3 | 2" : "high\n2 | < 3 | low"
        let declared = policy.isAggregation ? "" : " (high, low)"
        let table = "\(policy.rawValue) | X | → R\(declared)\n1 | < 2 | \(outputs)"
        #expect(try Self.recommended([table, Self.isNull], x: "3") == "A")
        #expect(try Self.recommended([table, Self.isNull], x: "2") == "B")
    }

    @Test(arguments: [
        ("U", "a", "b", "A"), ("U", "a", "a", "A"), ("A", "a", "b", "A"), ("A", "a", "a", "B"),
        ("F", "a", "b", "B"),
    ])
    func aViolatedPolicyGivesNullAndSaysSo(policy: String, one: String, two: String, expected: String) throws
    {
        let table = "\(policy) | X | → R\n1 | < 2 | \(one)\n2 | < 3 | \(two)"
        #expect(try Self.recommended([table, Self.isNull], x: "1") == expected)
        let verdict = try Self.logic([table, Self.isNull]).evaluate(Answers(["x": .number(1)]))
        #expect(verdict.violated == (expected == "A" ? [0] : []))
    }

    /// Null equals nothing, and what compares with it is unknown, which `not` leaves unknown.
    @Test(arguments: [
        ("-", true), ("", true), ("null", true), ("1", false), ("not(1)", true), ("!= 1", true),
        ("> 1", false),
        ("not(> 1)", false), ("[0..5]", false), ("not([0..5])", false), ("(1..1)", false),
        ("not((1..1))", false),
        ("1, > 1", false), ("not(1, > 1)", false), ("null, > 1", true), ("not(null)", false),
    ])
    func nullInCells(cell: String, holds: Bool) throws {
        let tables = ["C+ | X | → R\n1 | > 5 | 1", "F | R | → Go\n1 | \(cell) | A\n2 | - | B"]
        #expect(try Self.recommended(tables, x: "5") == (holds ? "A" : "B"))
    }

    @Test(arguments: [
        ("P", "`R`", "\"high\""), ("O", "`R = [\"high\", \"mid\", \"mid\"]`", "true"),
        ("R", "`R = [\"mid\", \"high\", \"mid\"]`", "true"), ("C", "`count(R)`", "3"), ("C#", "R", "3"),
    ])
    func overlapsAreRankedAsDeclared(policy: String, header: String, cell: String) throws {
        let tables = [
            "\(policy) | X | → R (high, mid, low)\n1 | > 1 | mid\n2 | > 2 | high\n3 | > 0 | mid\n4 | > 9 | low",
            "F | \(header) | → Go\n1 | \(cell) | A\n2 | - | B",
        ]
        #expect(try Self.recommended(tables, x: "3") == "A")
    }

    /// Of several outputs the first ranks first, and of what ranks alike the first rule.
    @Test func severalOutputsAreRankedColumnByColumn() throws {
        let table =
            "P | X | → R (high, low) | → S2 (good, bad)\n1 | > 1 | low | good\n2 | > 1 | high | bad\n3 | > 2 | high | good"
        let reader = "F | R | S2 | → Go\n1 | high | good | A\n2 | high | bad | B\n3 | - | - | C"
        #expect(try Self.recommended([table, reader], x: "3") == "A")
        #expect(try Self.recommended([table, reader], x: "2") == "B")
        let logic = try Self.logic(["P | X | → Go\n1 | - | B\n2 | > 1 | A for good\n3 | > 0 | A for now"])
        let verdict = logic.evaluate(Answers(["x": .number(2)]))
        #expect(verdict.recommendations.map(\.qualifiers) == [["for good"]])
        #expect(verdict.firedRows.map(\.row) == [1])
    }

    @Test(arguments: [
        ("C+", "3.5"), ("C<", "1"), ("C>", "2.5"), ("C#", "2"),
    ])
    func aggregates(policy: String, result: String) throws {
        let table = "\(policy) | X | → R\n1 | > 1 | 2.5\n2 | > 0 | 1\n3 | > 5 | -"
        let reader = "F | R | → Go\n1 | \(result) | A\n2 | null | B\n3 | - | C"
        #expect(try Self.recommended([table, reader], x: "2") == "A")
        // An output that is left out makes null of a sum, and counts as one more.
        #expect(try Self.recommended([table, reader], x: "6") == (policy == "C#" ? "C" : "B"))
    }

    @Test func whatIsMissingIsOpenAndNotNull() throws {
        let logic = try Self.logic(["F | X | → Go\n1 | null | C\n2 | > 5 | A\n3 | not(> 5) | B"])
        #expect(logic.evaluate(Answers()).possible.map(\.options) == [[0], [1]])
        let decided = try Self.logic(["F | X | Q | → Go\n1 | > 5 | - | A\n2 | - | yes | A\n3 | - | - | A"])
        #expect(decided.evaluate(Answers()).decided)
        #expect(decided.evaluate(Answers()).open.allSatisfy { !$0.matters })
    }

    @Test func decimalsAreExact() throws {
        let sum = "F | `X + Y` | → Go\n1 | 0.3 | A\n2 | - | B"
        #expect(try Self.recommended([sum], x: "0.1", y: "0.2") == "A")
        let tally = "C | X | → Favours | → Weight\n1 | - | B | 0.1\n2 | - | B | 0.2"
        #expect(try Self.recommended([tally, "F | B | → Go\n1 | 0.3 | A\n2 | - | C"], x: "0") == "A")
    }

    @Test(arguments: [
        ("0001-01-01", "A"), ("0001-01-02", "B"), ("9999-12-30", "B"), ("9999-12-31", "C"),
        ("2024-02-29", "B"),
    ])
    func daysAtTheEdges(day: String, expected: String) throws {
        let logic = try Self.logic([
            "U | D | → Go\n1 | < 0001-01-02 | A\n2 | (0001-01-01..9999-12-31) | B\n3 | ≥ 9999-12-31 | C\n4 | > 9999-12-31 | A"
        ])
        let date = try #require(CalendarDate(iso: day))
        let verdict = logic.evaluate(Answers(["d": .date(date)]))
        #expect(verdict.recommendations.map { logic.options[$0.option].name } == [expected])
        #expect(logic.evaluate(Answers()).possible.map(\.options) == [[0], [1], [2]])
    }

    /// An interval without width holds its one value where both ends belong to it, and else nothing.
    @Test(arguments: [
        ("[5..5]", "A"), ("[5..5)", "B"), ("(5..5]", "B"), ("]5..5[", "B"), ("[6..4]", "B"), ("≤ 5", "A"),
    ])
    func intervalsWithoutWidth(cell: String, expected: String) throws {
        #expect(try Self.recommended(["F | X | → Go\n1 | \(cell) | A\n2 | - | B"], x: "5") == expected)
    }

    /// Values of one expression may be of different kinds; while they are open none of them is forgotten.
    @Test func expressionsOfSeveralKinds() throws {
        let logic = try Self.logic([
            "F | `if X > Y then \"much\" else X` | → Go\n1 | \"much\" | A\n2 | > 5 | B\n3 | - | C"
        ])
        #expect(logic.evaluate(Answers()).possible.map(\.options) == [[0], [1], [2]])
    }
}
