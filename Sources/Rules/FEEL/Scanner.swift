import Diagnostics

/// A text of an author, read Character by Character in the form in which texts are compared (`Folding`), so
/// that `≥`, `–` and curly quotes are plain ones, which still knows where each Character stands.
struct Scanner {
    /// A Character of the folded text.
    private struct Unit {
        /// What it is compared as.
        let folded: Character
        /// What the author wrote; empty for the second half of what folds to two, as `≥` does.
        let original: String
        /// Where it stands, in UTF-8 bytes from the start of the text.
        let offset: Int
        /// Whether a backslash before it takes its meaning as markup away.
        let isEscaped: Bool
    }

    private let units: [Unit]
    private let length: Int
    private let location: SourceLocation
    /// Whether the text is Markdown source, with its escapes and emphasis, and not plain text.
    let isMarkdown: Bool
    /// The Character that is read next.
    var position = 0

    /// A scanner at the start of a text.
    init(_ text: SourcedText, isMarkdown: Bool) {
        var units: [Unit] = []
        var offset = 0
        let characters = Array(text.text)
        var index = 0
        while index < characters.count {
            let isEscaped =
                isMarkdown && characters[index] == "\\" && index + 1 < characters.count
                && characters[index + 1].isPunctuationOfMarkdown
            let character = characters[index + (isEscaped ? 1 : 0)]
            for (half, folded) in character.folded.enumerated() {
                units.append(
                    Unit(
                        folded: folded, original: half == 0 ? String(character) : "", offset: offset,
                        isEscaped: isEscaped))
            }
            offset += character.utf8.count + (isEscaped ? 1 : 0)
            index += isEscaped ? 2 : 1
        }
        self.units = units
        self.isMarkdown = isMarkdown
        length = offset
        location = text.location
    }

    /// Whether all is read.
    var isAtEnd: Bool { position >= units.count }

    /// The Character so many places on, folded; `nil` behind the end.
    func peek(_ distance: Int = 0) -> Character? {
        units.indices.contains(position + distance) ? units[position + distance].folded : nil
    }

    /// Whether the next Character is this one and no backslash stands before it.
    func isNextUnescaped(_ character: Character) -> Bool {
        peek() == character && !units[position].isEscaped
    }

    /// Whether there is space next.
    var isAtSpace: Bool { peek() == " " }

    /// Goes on to the next Character that is no space.
    mutating func skipSpace() {
        while isAtSpace { position += 1 }
    }

    /// Takes a symbol where it is next, behind any space.
    mutating func take(_ symbol: String) -> Bool {
        let start = position
        skipSpace()
        for character in symbol {
            guard peek() == character else {
                position = start
                return false
            }
            position += 1
        }
        return true
    }

    /// Takes a word or a phrase where it is next, behind any space, and ends at a word's end.
    mutating func take(_ phrase: Phrase) -> Bool {
        guard let end = end(of: phrase) else { return false }
        position = end
        return true
    }

    /// Where a phrase ends that is next, behind any space; `nil` where it is not.
    func end(of phrase: Phrase) -> Int? {
        var index = position
        func skipSpace() {
            while index < units.count, units[index].folded == " " { index += 1 }
        }
        skipSpace()
        guard let last = phrase.characters.last else { return nil }
        for character in phrase.characters {
            guard index < units.count, units[index].folded == character else { return nil }
            index += 1
            if character == " " { skipSpace() }
        }
        guard last.isWordPart, index < units.count else { return index }
        let next = units[index].folded
        // Words of such scripts run on into the next: as in targets, `RAGを` ends the word `RAG`.
        let isEnd = !next.isWordPart || next.isOfScriptWithoutSpaces || next.isHangul && !last.isHangul
        return isEnd ? index : nil
    }

    /// The text between two positions as the author wrote it, escapes resolved, without the space around it.
    func text(_ range: Range<Int>) -> String { raw(range).trimmed }

    /// The same with all space.
    func raw(_ range: Range<Int>) -> String {
        units[range.clamped(to: units.indices)].map(\.original).joined()
    }

    /// The place of what stands between two positions, without the space around it; at least one Character.
    func location(_ range: Range<Int>) -> SourceLocation {
        var (start, end) = (min(range.lowerBound, units.count), min(range.upperBound, units.count))
        while start < end, units[start].folded == " " { start += 1 }
        while end > start, units[end - 1].folded == " " { end -= 1 }
        let from = start < units.count ? units[start].offset : length
        let to = end < units.count ? units[end].offset : length
        return SourceLocation(
            file: location.file, line: location.line, column: location.column + from, length: to - from)
    }

    /// Whether the Character at a position was escaped.
    func isEscaped(at index: Int) -> Bool { units.indices.contains(index) && units[index].isEscaped }

    /// The Character at a position as it was written.
    func original(at index: Int) -> String { units.indices.contains(index) ? units[index].original : "" }
}

/// Words in the form in which they are looked for, any space for any space.
struct Phrase: Sendable, Hashable {
    /// The folded Characters.
    let characters: [Character]

    /// The phrase of a text.
    init(_ text: String) {
        characters = text.split(whereSeparator: \.isWhitespace).map { word in
            word.flatMap { Array($0.folded) }
        }
        .joined(separator: [" "]).map { $0 }
    }
}

extension Character {
    /// Whether a backslash before it is markup: ASCII punctuation (CommonMark 0.31, 2.4).
    fileprivate var isPunctuationOfMarkdown: Bool { isASCII && (isPunctuation || isSymbol) }

    /// Whether it is a digit that numbers are written with.
    var isPlainDigit: Bool { "0"..."9" ~= self }
}
