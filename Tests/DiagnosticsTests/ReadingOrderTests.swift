import Diagnostics
import Testing

/// Problems are listed as a reader meets them.
struct ReadingOrderTests {
    @Test func placesComeInTheOrderOfReading() {
        let ordered = [
            SourceLocation(file: "a.md", line: 9), SourceLocation(file: "b.md", line: 2, column: 9),
            SourceLocation(file: "b.md", line: 10, column: 1),
            SourceLocation(file: "b.md", line: 10, column: 2),
            SourceLocation(file: "b.md", line: 10, column: 2, length: 2),
        ]
        #expect(Array(ordered.reversed()).sorted() == ordered)
    }

    @Test(arguments: [(-3, 1), (0, 1), (1, 1), (7, 7)])
    func aPlaceIsNeverEmpty(length: Int, kept: Int) {
        #expect(SourceLocation(file: "a", line: 1, length: length).length == kept)
    }

    @Test func whatHasNoPlaceComesFirst() {
        let placed = Diagnostic("b", at: .init(file: "a", line: 1), "placed")
        let nowhere = Diagnostic("a", at: nil, "nowhere")
        #expect([placed, nowhere].inReadingOrder() == [nowhere, placed])
    }

    @Test func problemsOfOnePlaceKeepTheirOrder() {
        let place = SourceLocation(file: "a", line: 1)
        let found = ["z", "a", "m"].map { Diagnostic($0, at: place, $0) }
        let later = Diagnostic("later", at: .init(file: "a", line: 2), "later")
        #expect(([later] + found).inReadingOrder() == found + [later])
        let nowhere = ["z", "a"].map { Diagnostic($0, at: nil, $0) }
        #expect(nowhere.inReadingOrder() == nowhere)
    }

    @Test func theSameProblemIsListedOnce() {
        let problem = Diagnostic("a", at: .init(file: "a", line: 1), "one")
        var other = problem
        other.notes = [.init("a note")]
        #expect([problem, other, problem].inReadingOrder() == [problem, other])
    }

    @Test func onlyErrorsAreErrors() {
        let warning = Diagnostic("a", .warning, at: nil, "b")
        #expect(![Diagnostic]().hasErrors)
        #expect(![warning].hasErrors)
        #expect([warning, Diagnostic("c", at: nil, "d")].hasErrors)
    }
}
