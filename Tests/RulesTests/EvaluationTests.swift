import Foundation
@testable import Rules
import Testing

/// Points of FORMATS 1.6 one by one, on the smallest framework that shows each.
struct EvaluationTests {
    private func verdict(_ options: [Option], _ targets: [String], _ letters: String) throws -> Verdict {
        try #require(ruleSet(options, targets).compile().logic).evaluate(Answers(letters: letters))
    }

    private let three = [Option("A"), Option("B"), Option("AB", of: ["a", "b"])]

    @Test func noQuestionsNothing() throws {
        let verdict = try verdict([Option("A")], [], "")
        #expect(verdict.decided)
        #expect(verdict.possible == [Recommendation(options: [], startingPoint: false)])
        #expect(verdict.ground == .nothing)
        #expect(verdict.recommendations == [])
    }

    @Test func theHighestTallyWins() throws {
        #expect(try verdict([Option("A"), Option("B")], ["A (2)", "B"], "yy").ground == .favoured(0))
    }

    @Test func decimalsAreExact() throws {
        let verdict = try verdict([Option("A"), Option("B")], ["A (0.1)", "A (0.2)", "B (0.3)"], "yyy")
        #expect(verdict.ground == .tie([0, 1]))
        #expect(verdict.recommendations.map(\.option) == [0, 1])
    }

    @Test func aTallyThatIsNotPositiveFavoursNothing() throws {
        #expect(try verdict([Option("A")], ["A", "not A"], "yy").ground == .nothing)
        #expect(try verdict([Option("A")], ["A", "not A (2)"], "yy").ground == .nothing)
    }

    @Test func everyGateMustBeMet() throws {
        let targets = ["A", "A is viable", "A is viable"]
        #expect(try verdict([Option("A")], targets, "yyy").ground == .favoured(0))
        #expect(try verdict([Option("A")], targets, "yyn").blocked.map(\.gates) == [[2]])
        #expect(try verdict([Option("A")], targets, "ynn").blocked.map(\.gates) == [[1, 2]])
        #expect(try verdict([Option("A")], targets, "yyo").possible.map(\.options) == [[0], []])
    }

    @Test func theFallbackIgnoresGates() throws {
        let targets = ["A is viable", "Start with A"]
        #expect(try verdict([Option("A")], targets, "nn").ground == .fallback)
        #expect(try verdict([Option("A")], targets, "ny").ground == .askedToStart)
    }

    @Test func aCompositeNeedsExactlyItsParts() throws {
        let options = three + [Option("C")]
        let targets = ["A", "B", "C"]
        #expect(try verdict(options, targets, "yyn").ground == .composite(2, of: [0, 1]))
        #expect(try verdict(options, targets, "yyy").ground == .tie([0, 1, 3]))
        #expect(try verdict(options, targets, "ynn").ground == .favoured(0))
    }

    @Test func aCompositesOwnSignalsCountInStepFive() throws {
        #expect(try verdict(three, ["A", "B", "AB"], "yny").ground == .tie([0, 2]))
        #expect(try verdict(three, ["A", "B", "AB (2)"], "yny").ground == .favoured(2))
        // Step 4 counts only options that combine nothing, so it still finds exactly A and B.
        #expect(try verdict(three, ["A", "B", "not AB"], "yyy").ground == .composite(2, of: [0, 1]))
    }

    @Test func aCompositeIsViableWhenItsPartsAndItsOwnGatesAre() throws {
        #expect(try verdict(three, ["A", "B", "AB is viable"], "yyn").ground == .tie([0, 1]))
        // A blocked part keeps a composite from winning by its own signals.
        #expect(try verdict(three, ["A is viable", "AB"], "ny").ground == .nothing)
        #expect(try verdict(three, ["A is viable", "AB"], "ny").blocked.map(\.option) == [2])
    }

    @Test func compositesOfCompositesCountTheirAtoms() throws {
        let options = three + [Option("C"), Option("ABC", of: ["ab", "c"])]
        #expect(try verdict(options, ["A", "B", "C"], "yyy").ground == .composite(4, of: [0, 1, 3]))
        #expect(try verdict(options, ["A", "B", "C", "AB is viable"], "yyyn").ground == .tie([0, 1, 3]))
    }

    @Test func severalCompositesAreATie() throws {
        let options = three + [Option("BA", of: ["b", "a"])]
        let verdict = try verdict(options, ["A", "B"], "yy")
        #expect(verdict.ground == .tiedComposites([2, 3]))
        #expect(verdict.possible == [Recommendation(options: [2, 3], startingPoint: false)])
    }

    @Test func qualifiersComeFromAnsweredSignalsForTheOptionOnly() throws {
        let targets = [
            "A on paper", "A on paper", "A with care", "not A on phones", "B as well", "A (0) note", "A (5)",
        ]
        let verdict = try verdict([Option("A"), Option("B")], targets, "yynyyyy")
        #expect(verdict.recommendations.map(\.qualifiers) == [["on paper", "note"]])
        #expect(verdict.standings[0].signalsAgainst.map(\.qualifier) == ["on phones"])
        #expect(verdict.standings[0].signalsFor.map(\.rule) == [0, 1, 5, 6])
    }

    @Test func theReadersQuestionIsNeverOpen() throws {
        let verdict = try verdict([Option("A")], ["A", "Start with A"], "oo")
        #expect(verdict.open.map(\.question) == [0])
        #expect(verdict.questionCount == 1)
        #expect(verdict.leadsTo == nil)
        // Favoured or fallback: A either way.
        #expect(verdict.possible == [Recommendation(options: [0], startingPoint: false)])
        #expect(verdict.open.map(\.matters) == [false])
    }
}
