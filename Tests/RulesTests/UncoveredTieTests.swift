import Diagnostics
import Rules
import Testing

struct UncoveredTieTests {
    private func findings(_ options: [Option], _ targets: [String]) throws -> [Diagnostic] {
        try #require(ruleSet(options, targets).compile().logic).findings().filter { $0.id == "uncovered-tie" }
    }

    @Test func aTieThatNoCompositeCovers() throws {
        #expect(
            try findings([Option("A"), Option("B")], ["B is viable", "A", "B", "B", "Start with A"]) == [
                Diagnostic(
                    "uncovered-tie", .warning, at: place(2),
                    "'A' and 'B' can tie, and no option combines them",
                    suggestion:
                        "add an option with 'combines: [a, b]', or give one of their signals another weight",
                    notes: [.init("for example with Q0: yes, Q1: yes, Q2: yes, all else: no")])
            ])
    }

    @Test func onlyTheSmallestIsShown() throws {
        let findings = try findings([Option("A"), Option("B"), Option("C")], ["A", "B", "C"])
        #expect(findings.map(\.summary) == ["'A' and 'B' can tie, and no option combines them"])
        #expect(
            findings.first?.notes.map(\.summary) == [
                "for example with Q0: yes, Q1: yes, all else: no", "so can 3 other sets of options",
            ])
    }

    /// A tie may hang on an expression over several answers, which is no question, or on a number, which is never *no*.
    @Test func theWitnessNamesConditionsAndNumbers() throws {
        let table = "C | `X * Y` | Q | → Favours\n1 | > 5 | - | A\n2 | - | yes | B"
        let logic = try #require(TableTests.ruleSet([table]).compile().logic)
        #expect(
            logic.findings().map(\.notes).joined().map(\.summary)
                == ["for example with Q: yes, X * Y: over 5"])
        let items = [("> 5", "A"), ("<= 9", "B")].map { test, option in
            ChecklistItem(
                id: "x", name: "X", ask: "", test: SourcedText(test, at: place()),
                target: SourcedText(option, at: place()), location: place())
        }
        let numbers = try #require(TableTests.ruleSet([], items: items).compile().logic)
        #expect(
            numbers.findings().map(\.notes).joined().map(\.summary)
                == ["for example with X: over 5 to 9, all else: no"])
    }

    @Test func theSampleFrameworkHasNone() throws {
        #expect(try #require(ragOrFineTuning.compile().logic).findings() == [])
    }

    @Test(arguments: [["A (2)", "B"], ["A"], ["A", "not B"], []])
    func noTieNoWarning(targets: [String]) throws {
        #expect(try findings([Option("A"), Option("B")], targets) == [])
    }
}
