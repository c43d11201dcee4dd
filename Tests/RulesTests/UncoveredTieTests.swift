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

    @Test func theSampleFrameworkHasNone() throws {
        #expect(try #require(ragOrFineTuning.compile().logic).findings() == [])
    }

    @Test(arguments: [["A (2)", "B"], ["A"], ["A", "not B"], []])
    func noTieNoWarning(targets: [String]) throws {
        #expect(try findings([Option("A"), Option("B")], targets) == [])
    }
}
