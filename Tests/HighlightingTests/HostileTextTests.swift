import Testing

@testable import Highlighting

/// Texts on which a regular expression may go astray. What is counted is work, not time, so that slow machines agree.
struct HostileTextTests {
    private static let seeds = [
        "a", "\"", "'", "`", "\\", "/*", "<!--", "<a ", "${", "#{", "{", "(", "((a|a)*", "<", "=\"", "\n#",
        "@a(", "f\"{",
        "<<A\n", "/[", " \\\n", "a b ", "-", "\t", "r#\"", "'''", "$(", "&", "[[", "0", "_", "é",
    ]

    @Test(arguments: seeds)
    func noTextTakesMoreWorkThanItMay(_ seed: String) throws {
        let letters = Array(String(repeating: seed, count: 512 / seed.utf8.count).utf8).map { min($0, 0x7F) }
        let limit = Highlighter.limit(of: letters)
        for language in Set(Language.allNames.compactMap(Language.named)) {
            let engine = try #require(Engine())
            let run = engine.run(letters, in: language, steps: limit)
            // Work is counted in portions; one may go over.
            #expect(run.steps <= limit + 100_000, "\(language)")
        }
    }

    @Test func aTextThatTakesTooMuchStaysPlainAndTheNextIsRead() throws {
        let engine = try #require(Engine())
        let text = Array("func f() { return }".utf8)
        #expect(engine.run(text, in: "swift", steps: 100).kinds == nil)
        #expect(try #require(Engine()).run(text, in: "swift", steps: 1_000_000).kinds != nil)
    }

    /// Duktape's match may come back to 10,000 places, each some hundred bytes of a thread's stack. The limit is met without harm.
    @Test func aVeryLongStringIsReadOrLeftPlain() {
        let highlighter = Highlighter()
        for length in [1000, 9000, 30_000, 60_000] {
            let text = "{\"a\": \"\(String(repeating: "b", count: length))\"}"
            let pieces = highlighter.pieces(of: text, in: "json")
            #expect(pieces == nil || pieces?.reduce(0) { $0 + $1.length } == text.utf8.count)
            #expect(length > 4000 || pieces != nil)
        }
        #expect(highlighter.pieces(of: "{\"a\": 1}", in: "json") != nil)
    }
}
