import Diagnostics
import FoundationEssentials

/// Why a text cannot be read; it ends the reading of the part that it is about.
struct Refusal: Error {
    /// What is wrong.
    let problem: Diagnostic

    /// A refusal for the given reason.
    init(_ problem: Diagnostic) { self.problem = problem }
}

extension Scanner {
    /// Takes a number without a sign; `nil` where none is next.
    mutating func takeNumber() throws(Refusal) -> Number? {
        skipSpace()
        let start = position
        let hasWholePart = peek()?.isPlainDigit == true
        guard hasWholePart || (peek() == "." && peek(1)?.isPlainDigit == true) else { return nil }
        takeDigits()
        // Two dots part the ends of an interval.
        if peek() == ".", peek(1)?.isPlainDigit == true {
            position += 1
            takeDigits()
        }
        let text = (hasWholePart ? "" : "0") + raw(start..<position)
        if peek() == "e", peek(1)?.isPlainDigit == true || peek(2)?.isPlainDigit == true {
            position += 2
            takeDigits()
            throw Refusal(.numberWithExponent(raw(start..<position), at: location(start..<position)))
        }
        guard let number = Number(plain: text) else {
            throw Refusal(.longNumber(raw(start..<position), at: location(start..<position)))
        }
        return number
    }

    private mutating func takeDigits() {
        while peek()?.isPlainDigit == true { position += 1 }
    }

    /// Where digits with two dashes between them end that are next, as in a date; `nil` where there are none.
    func endOfDate() -> Int? {
        var scanner = self
        for part in 0..<3 {
            let start = scanner.position
            scanner.takeDigits()
            guard scanner.position > start else { return nil }
            if part < 2 {
                guard scanner.peek() == "-" else { return nil }
                scanner.position += 1
            }
        }
        return scanner.position
    }

    /// Takes a date as it is written in cells, `2026-01-31`; `nil` where nothing like one is next.
    mutating func takeDate() throws(Refusal) -> CalendarDate? {
        skipSpace()
        guard let end = endOfDate() else { return nil }
        let range = position..<end
        position = end
        // The dashes may be any that fold to a plain one.
        guard let date = CalendarDate(iso: text(range).folded) else {
            throw Refusal(.badDate(text(range), at: location(range)))
        }
        return date
    }

    /// Takes a text in double quotes, straight or curly; `nil` where none is next.
    mutating func takeString() throws(Refusal) -> String? {
        skipSpace()
        guard isNextUnescaped("\"") else { return nil }
        let start = position
        // Curly quotes may stand in straight ones, as part of the text.
        let isStraight = original(at: position) == "\""
        position += 1
        var text = ""
        while let next = peek() {
            let isQuote = next == "\"" && !isEscaped(at: position)
            if isQuote, !isStraight || original(at: position) == "\"" {
                position += 1
                return text
            }
            if next == "\\", !isMarkdown {
                text += try takeEscape()
            } else {
                text += original(at: position)
                position += 1
            }
        }
        throw Refusal(.openString(at: location(start..<position)))
    }

    /// Takes an escape in a string (DMN 1.5, 10.3.1.2, rule 64).
    private mutating func takeEscape() throws(Refusal) -> String {
        let start = position
        let kind = original(at: position + 1)
        position += 2
        switch kind {
        case "n": return "\n"
        case "r": return "\r"
        case "t": return "\t"
        case "\"", "'", "\\": return kind
        case "u", "U":
            let end = position + (kind == "u" ? 4 : 6)
            if let code = UInt32(raw(position..<end), radix: 16), let scalar = Unicode.Scalar(code),
                raw(position..<end).count == end - position
            {
                position = end
                return String(scalar)
            }
        default: break
        }
        throw Refusal(.badEscape(text(start..<position), at: location(start..<position)))
    }

    /// Takes a text in emphasis, which DMN prints string literals as; `nil` where none is next, or the text is
    /// no Markdown.
    mutating func takeEmphasis() -> String? {
        guard isMarkdown else { return nil }
        skipSpace()
        for mark in ["*", "_"] as [Character] where isNextUnescaped(mark) {
            var end = position + 1
            guard peek(1) != mark, peek(1) != " ", peek(1) != nil else { return nil }
            while peek(end - position) != nil {
                defer { end += 1 }
                guard peek(end - position) == mark, !isEscaped(at: end), peek(end - position - 1) != " "
                else {
                    continue
                }
                // An underscore inside a word is none that ends emphasis.
                if mark == "_", peek(end - position + 1)?.isWordPart == true { continue }
                let text = raw((position + 1)..<end)
                position = end + 1
                return text
            }
        }
        return nil
    }
}

// How far what cannot be read goes, for messages.
extension Scanner {
    /// Where the word ends that is next, or else the Character.
    func endOfWord() -> Int {
        var end = position
        while peek(end - position)?.isWordPart == true { end += 1 }
        return end > position || isAtEnd ? end : position + 1
    }

    /// Where what looks like a name ends that is next: words up to one of the language's own, with the marks
    /// that join words, as in `rate-limit`.
    func endOfName() -> Int {
        var scanner = self
        while scanner.peek()?.isWordPart == true {
            scanner.position = scanner.endOfWord()
            let end = scanner.position
            if let mark = scanner.peek(), "-.'&@".contains(mark), scanner.peek(1)?.isLetter == true {
                scanner.position += 1
                continue
            }
            scanner.skipSpace()
            let isKeyword = Self.keywords.contains { scanner.end(of: $0) != nil }
            if scanner.position == end || isKeyword || scanner.peek()?.isWordPart != true { return end }
        }
        return scanner.position
    }

    private static let keywords = ["and", "or", "in", "between", "then", "else"].map { Phrase($0) }
}
