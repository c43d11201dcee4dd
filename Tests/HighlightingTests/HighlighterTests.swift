import Testing

@testable import Highlighting

struct HighlighterTests {
    @Test(arguments: Sample.all)
    func wordsAreWhatTheyAreInTheirLanguage(_ sample: Sample) throws {
        let pieces = try #require(Highlighter().pieces(of: sample.text, in: sample.fence))
        let words = Piece.words(pieces, of: sample.text)
        for (word, kind) in sample.expected {
            #expect(words.contains { $0 == (word, kind) }, "\(word), \(kind): \(words)")
        }
        #expect(pieces.reduce(0) { $0 + $1.length } == sample.text.utf8.count)
    }

    @Test func everyLanguageHasASample() {
        let sampled = Set(Sample.all.compactMap { Language.named($0.fence) })
        #expect(Set(Language.allNames.compactMap(Language.named)) == sampled)
    }

    @Test(arguments: Language.allNames)
    func everyNameLeadsToAGrammar(_ name: String) {
        #expect(Highlighter().pieces(of: "a", in: name) != nil)
        #expect(Highlighter().pieces(of: "a", in: name.uppercased()) != nil)
    }

    @Test(arguments: ["", "text", "plain", "brainfuck", "constructor", "__proto__", "extend", "swift\0", "é"])
    func anyOtherLanguageStaysPlain(_ name: String) {
        #expect(Highlighter().pieces(of: "let a = 1", in: name) == nil)
    }

    @Test func whatIsLongerThanAnybodyReadsStaysPlain() {
        let highlighter = Highlighter()
        let line = "name: value\n"
        let most = String(repeating: line, count: Highlighter.longestText / line.utf8.count)
        #expect(highlighter.pieces(of: most, in: "yaml") != nil)
        #expect(highlighter.pieces(of: most + line, in: "yaml") == nil)
    }

    @Test(arguments: ["", "\n", " ", "\0", "é", "🙂", "\u{FEFF}", "\r\n", "\u{2028}"])
    func theShortestTextsAreKept(_ text: String) {
        for name in ["swift", "diff", "console", "html"] {
            let length = Highlighter().pieces(of: text, in: name).map { $0.reduce(0) { $0 + $1.length } }
            #expect(length ?? text.utf8.count == text.utf8.count)
        }
    }

    @Test func lettersOfOtherAlphabetsAreLetters() throws {
        let text = "let größe = \"größer – 🙂\" // 中文\n"
        let pieces = try #require(Highlighter().pieces(of: text, in: "swift"))
        let words = Piece.words(pieces, of: text)
        #expect(words.map(\.0) == ["let", "\"größer – 🙂\"", "// 中文"])
        #expect(words.map(\.1) == [.keyword, .string, .comment])
    }

    @Test func noPieceBeginsOrEndsInWhiteSpace() throws {
        for sample in Sample.all {
            let pieces = try #require(Highlighter().pieces(of: sample.text, in: sample.fence))
            for (word, _) in Piece.words(pieces, of: sample.text) {
                #expect(word.first?.isWhitespace == false && word.last?.isWhitespace == false, "\(word)")
            }
            for (piece, next) in zip(pieces, pieces.dropFirst()) { #expect(piece.kind != next.kind) }
        }
    }

    /// Texts of one language, cut anywhere and read as another, with what opens and never closes between them.
    @Test func whateverIsWrittenIsKeptWhole() {
        let shared = Highlighter()
        let names = Language.allNames
        var random = SeededGenerator(seed: 7)
        for round in 0..<1000 {
            let text = Self.randomText(by: &random)
            let name = names[round % names.count]
            guard let pieces = shared.pieces(of: text, in: name) else {
                Issue.record("\(name) failed on \(text.debugDescription)")
                continue
            }
            #expect(pieces.reduce(0) { $0 + $1.length } == text.utf8.count)
            #expect(pieces.allSatisfy { $0.length > 0 })
            // The same from a heap that has seen nothing else.
            if round % 10 == 0 { #expect(Highlighter().pieces(of: text, in: name) == pieces) }
        }
    }

    private static func randomText(by random: inout SeededGenerator) -> String {
        let parts =
            Sample.all.map(\.text) + ["\"", "'", "`", "/*", "<!--", "${", "{{", "é🙂", "\r\n", "\0", "\\"]
        return (0..<Int.random(in: 1...6, using: &random)).map { _ in
            let part = parts[Int.random(in: 0..<parts.count, using: &random)]
            let start = Int.random(in: 0..<part.count, using: &random)
            return String(part.dropFirst(start).prefix(Int.random(in: 1...60, using: &random)))
        }.joined()
    }

    @Test func manyMayAskAtATime() async {
        let shared = Highlighter()
        let alone = Sample.all.map { Highlighter().pieces(of: $0.text, in: $0.fence) }
        let together = await withTaskGroup(of: (Int, [Piece]?).self) { group in
            for round in 0..<(4 * Sample.all.count) {
                let index = round % Sample.all.count
                let (text, fence) = (Sample.all[index].text, Sample.all[index].fence)
                group.addTask { (index, shared.pieces(of: text, in: fence)) }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        for (index, pieces) in together { #expect(pieces == alone[index]) }
    }
}

/// SplitMix64 (Steele, Lea and Flood 2014): small, and the same on every machine.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: Int) { state = UInt64(truncatingIfNeeded: seed) }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
