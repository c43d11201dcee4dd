import Synchronization

/// Takes the text of programs apart: what is a comment, a keyword, a string.
///
/// The grammars are Prism's, run by Duktape; both are part of the program. A heap for them is made when the first text asks for
/// one. What comes out depends on the language and the text alone, not on what was taken apart before.
public final class Highlighter: Sendable {
    /// Longer texts are left plain: nobody reads them on a page, and each byte takes 5 to 8 µs.
    public static let longestText = 64 * 1024

    /// How many texts are kept: those that a log has again and again come soon.
    private static let mostKnown = 2_000

    /// A text and the language it is in.
    private struct Key: Hashable {
        let language: String
        let text: String
    }

    /// Room for an engine, used by one thread at a time.
    private final class Bench: Sendable {
        let engine = Mutex<Engine?>(nil)
    }

    private let benches = (0..<8).map { _ in Bench() }
    private let known = Mutex<[Key: [Piece]]>([:])

    /// Creates one that has done nothing yet, which costs nothing.
    public init() {}

    /// The pieces of a text, one behind the other, all of it.
    /// - Parameter language: as authors name it: `js`, `Swift`.
    /// - Returns: `nil` where the text stays plain: the language is not known, the text is too long, or its grammar fails on it.
    public func pieces(of text: String, in language: String) -> [Piece]? {
        guard let language = Language.named(language), text.utf8.count <= Self.longestText else { return nil }
        let key = Key(language: language, text: text)
        if let pieces = known.withLock({ $0[key] }) { return pieces.isEmpty ? nil : pieces }
        // No pieces stand for a text that stays plain.
        let kinds = kinds(of: Self.plainLetters(of: text), in: language)
        let pieces = kinds.map { Piece.pieces(of: text, kinds: $0) } ?? []
        known.withLock { if $0.count < Self.mostKnown { $0[key] = pieces } }
        return pieces.isEmpty ? nil : pieces
    }

    /// The text with a byte for each Unicode scalar: any letter of another alphabet is as good as a `z` to a grammar, and what
    /// is no letter as good as a character that none knows.
    private static func plainLetters(of text: String) -> [UInt8] {
        text.unicodeScalars.map { scalar in
            if scalar.isASCII { return UInt8(scalar.value) }
            return scalar.properties.isAlphabetic ? UInt8(ascii: "z") : 0x7F
        }
    }

    private func kinds(of letters: [UInt8], in language: String) -> [UInt8]? {
        for bench in benches {
            if let kinds = bench.engine.withLockIfAvailable({ Self.kinds(of: letters, in: language, by: &$0) }
            ) {
                return kinds
            }
        }
        return benches[0].engine.withLock { Self.kinds(of: letters, in: language, by: &$0) }
    }

    /// How much work a text may be. Ordinary ones are up to 250 steps a byte; twenty million take some seconds.
    static func limit(of letters: [UInt8]) -> Int { min(500_000 + 500 * letters.count, 20_000_000) }

    /// How many steps a text takes depends a little on what the heap has done before. Near the limit that could decide, so there
    /// a heap decides that has done nothing; and a long text gets one at once, whose making is little beside the text.
    private static func kinds(of letters: [UInt8], in language: String, by engine: inout Engine?) -> [UInt8]?
    {
        let limit = limit(of: letters)
        if letters.count > 8192 { engine = nil }
        for _ in 0..<2 {
            guard let used = engine ?? Engine() else { return nil }
            let isFresh = used.isFresh
            let run = used.run(letters, in: language, steps: limit)
            engine = run.kinds == nil ? nil : used
            if isFresh || (run.kinds != nil && run.steps < limit / 2) { return run.kinds }
            engine = nil
        }
        return nil
    }
}
