import Decisions
import Foundation
import Testing

/// How colours are read, and how well one is read on another.
struct ColourTests {
    /// The ratios are those that WCAG's own examples and calculators give.
    @Test(arguments: [
        ("#000", "#fff", 21.0), ("#ffffff", "#FFFFFF", 1.0), ("#767676", "#ffffff", 4.54),
        ("#f00", "#fff", 4.0),
        ("#0000ff", "#ffffff", 8.59),
    ])
    func contrastIsThatOfWCAG(_ one: String, _ other: String, _ expected: Double) throws {
        let colours = try [one, other].map { try #require(Colour(hexadecimal: $0)) }
        #expect(abs(colours[0].contrast(with: colours[1]) - expected) < 0.005)
        #expect(colours[0].contrast(with: colours[1]) == colours[1].contrast(with: colours[0]))
    }

    @Test(arguments: ["", "#", "#12", "#12345", "#1234567", "0d4a58", "#0d4a5g", "#０００", "red"])
    func whatIsNoColourIsNone(_ text: String) { #expect(Colour(hexadecimal: text) == nil) }

    @Test(arguments: ["#ff8800", "#ffffff", "#888888", "#fbf8f1"], Colour.Scheme.allCases)
    func aBetterColourIsJustGoodEnough(_ text: String, _ scheme: Colour.Scheme) throws {
        let colour = try #require(Colour(hexadecimal: text))
        let better = colour.moved(from: scheme.paper, toContrast: 4.5)
        #expect(better.contrast(with: scheme.paper) >= 4.5)
        if colour.contrast(with: scheme.paper) >= 4.5 { #expect(better == colour) }
    }

    @Test func thePapersAreThoseOfTheTheme() throws {
        let style = try String(
            contentsOf: URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
                .deletingLastPathComponent().appending(path: "templates/assets/style.css"), encoding: .utf8)
        let papers = style.matches(of: /--paper: (#[0-9a-f]{6});/).map { String($0.output.1) }
        #expect(papers.prefix(2) == Colour.Scheme.allCases.map(\.paper.hexadecimal)[...])
    }
}
