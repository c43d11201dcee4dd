import Markdown

/// Tells what a template left behind from what an author wrote.
enum Placeholder {
    /// The value that stands in a text: without the brackets that templates put around one; `nil` where only the
    /// template speaks.
    static func value(in text: String) -> String? {
        let text = text.trimmed
        guard !text.isEmpty else { return nil }
        guard let inner = inBrackets(text) else {
            // Nor does any of these words begin with another letter.
            guard let first = text.utf8.first, "yd.m…".utf8.contains(first | 0x20) || first >= 0x80 else {
                return text
            }
            return isInstruction(text.lowercased()) ? nil : text
        }
        let words = inner.lowercased()
        guard !words.isEmpty, !words.contains("|"), !isInstruction(words), !asks(words) else { return nil }
        return inner
    }

    /// Whether a title is the one that a template has: `[short title of solved problem and solution]`, `Title`.
    static func isTitle(_ title: String) -> Bool {
        // Most titles are longer than a template's and begin with no bracket.
        guard title.utf8.count <= 40 || title.utf8.contains(where: { "[{<".utf8.contains($0) }) else {
            return false
        }
        let words = title.lowercased().trimmed
        if ["title", "adr title", "decision title", "<title>", "short title", "your title"].contains(words) {
            return true
        }
        guard let inner = inBrackets(title.trimmed) else { return false }
        return inner.contains(where: \.isWhitespace) || isInstruction(inner.lowercased())
            || inner.lowercased() == "title"
    }

    /// What is between a pair of brackets that spans the whole text.
    private static func inBrackets(_ text: String) -> String? {
        // Most texts begin with no bracket, which a byte tells.
        guard let mark = text.utf8.first, "[{<".utf8.contains(mark) else { return nil }
        let pairs: [Character: Character] = ["[": "]", "{": "}", "<": ">"]
        guard let first = text.first, let close = pairs[first], text.last == close, text.count > 2 else {
            return nil
        }
        var depth = 0
        for (offset, character) in text.enumerated() {
            if character == first { depth += 1 }
            if character == close { depth -= 1 }
            if depth == 0, offset < text.count - 1 { return nil }
        }
        return text.dropFirst().dropLast().trimmed
    }

    /// Words that stand for a value in every format.
    private static func isInstruction(_ words: String) -> Bool {
        let stems = ["yyyy", "dd/mm", "mm/dd", "dd-mm", "dd.mm", "…", "..."]
        return stems.contains { words.hasPrefix($0) } || words == "date"
    }

    /// Words by which templates ask for one.
    private static func asks(_ words: String) -> Bool {
        let openings = [
            "list ", "describe", "description", "short ", "space ", "enter ", "insert ", "add ", "name ",
            "names ", "your ", "who ", "when ", "e.g", "optional", "title", "link ", "status", "the ",
            "date ",
            "who's", "someone", "person", "people",
        ]
        return openings.contains { words.hasPrefix($0) } || words.contains("…")
    }
}
