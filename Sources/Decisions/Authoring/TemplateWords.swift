import Markdown

/// The words NUMBER, TITLE, DATE and STATUS of a template, where they stand for something. adr-tools puts values in the place
/// of the first of each a line, wherever that is; here a sentence that speaks of the STATUS keeps its word, since a template
/// of a team's own explains itself.
struct TemplateWords {
    private let source: SourceText
    /// Behind the front matter's last line; 0 where there is none.
    let frontMatterEnd: Int

    static let number = "NUMBER"
    static let title = "TITLE"
    static let date = "DATE"
    static let status = "STATUS"
    private static let all = [number, title, date, status]

    init(_ source: SourceText) {
        self.source = source
        frontMatterEnd = Self.endOfFrontMatter(source)
    }

    /// Whether a title or a number has a place.
    var hasPlaces: Bool {
        places.contains { found in found.word == Self.number || found.word == Self.title }
    }

    /// The edits that put values in the places of words.
    /// - Parameters:
    ///   - includesFrontMatter: whether those in front matter are meant too.
    ///   - value: what takes the place of a word; in front matter as a scalar, quoted where YAML wants it.
    func edits(
        inFrontMatter includesFrontMatter: Bool = true,
        _ value: (_ word: String, _ isInFrontMatter: Bool) -> String
    ) -> [TextEdit] {
        var edits: [TextEdit] = []
        for line in lines {
            guard line.lowerBound < frontMatterEnd else {
                edits += words(in: place(in: line)).map { TextEdit($0.range, value($0.word, false)) }
                continue
            }
            guard includesFrontMatter, let scalar = scalar(in: line) else { continue }
            var text = scalar.text
            for word in Self.all {
                guard let found = Self.range(of: word, in: Array(text.utf8)) else { continue }
                let bytes = Array(text.utf8)
                text =
                    String(decoding: bytes[..<found.lowerBound], as: UTF8.self) + value(word, true)
                    + String(decoding: bytes[found.upperBound...], as: UTF8.self)
            }
            if text != scalar.text { edits.append(TextEdit(scalar.place.range, scalar.place.written(text))) }
        }
        return edits
    }

    private struct Word {
        let word: String
        let range: Range<Int>
    }

    private var places: [Word] {
        lines.flatMap { line in
            words(in: line.lowerBound < frontMatterEnd ? scalar(in: line)?.place.range : place(in: line))
        }
    }

    private var lines: [Range<Int>] {
        var lines: [Range<Int>] = []
        var start = 0
        while start < source.text.count {
            let end = source.endOfLine(start)
            lines.append(start..<end)
            start = source.behindLineEnd(end)
        }
        return lines
    }

    // MARK: Front matter

    private static func endOfFrontMatter(_ source: SourceText) -> Int {
        let first = source.endOfLine(0)
        guard source.string(0..<first).trimmed == "---" else { return 0 }
        var start = source.behindLineEnd(first)
        while start < source.text.count {
            let end = source.endOfLine(start)
            if ["---", "..."].contains(source.string(start..<end).trimmed) {
                return source.behindLineEnd(end)
            }
            start = source.behindLineEnd(end)
        }
        return 0
    }

    /// The scalar of a line, without its quotes: behind `key:` or a dash, before a remark.
    private func scalar(in line: Range<Int>) -> (place: ValuePlace, text: String)? {
        let text = source.text
        var start = source.trimmed(line).lowerBound
        if start < line.upperBound, text[start] == UInt8(ascii: "-") {
            start = source.trimmed((start + 1)..<line.upperBound).lowerBound
        } else if let colon = text[line].firstIndex(of: UInt8(ascii: ":")) {
            start = source.trimmed((colon + 1)..<line.upperBound).lowerBound
        }
        guard start < line.upperBound, text[start] != UInt8(ascii: "#") else { return nil }
        let first = text[start]
        var end = start + 1
        guard first != UInt8(ascii: "\""), first != UInt8(ascii: "'") else {
            while end < line.upperBound, text[end] != first { end += 1 }
            guard end < line.upperBound else { return nil }
            let place = ValuePlace(range: start..<(end + 1), style: .yaml(quote: first, isInFlow: false))
            return (place, source.string((start + 1)..<end))
        }
        while end < line.upperBound, !(text[end] == UInt8(ascii: "#") && text[end - 1] <= 0x20) { end += 1 }
        let range = source.trimmed(start..<end)
        return (ValuePlace(range: range, style: .yaml(quote: nil, isInFlow: false)), source.string(range))
    }

    // MARK: Text

    /// The part of a line in which words stand for something: a title, a value behind its key, a line of such words alone;
    /// `nil` where it is a sentence.
    private func place(in line: Range<Int>) -> Range<Int>? {
        let trimmed = source.trimmed(line)
        guard !words(in: trimmed).isEmpty else { return nil }
        let words = source.string(trimmed)
        if words.hasPrefix("#") { return words.hasPrefix("##") ? nil : trimmed }
        let value = withoutRemark(valueBehindKey(in: trimmed) ?? trimmed)
        return isOfWordsAlone(source.string(value)) ? value : nil
    }

    /// Behind `Date:` or the first cells of a row.
    private func valueBehindKey(in line: Range<Int>) -> Range<Int>? {
        let text = source.text
        if text[line].first == UInt8(ascii: "|") {
            let cells = text[line].split(separator: UInt8(ascii: "|"))
            return cells.last { !$0.allSatisfy { $0 <= 0x20 } }.map { source.trimmed($0.indices) }
        }
        guard let colon = text[line].firstIndex(of: UInt8(ascii: ":")), colon + 1 < line.upperBound else {
            return nil
        }
        let key = source.string(line.lowerBound..<colon)
        let isKey =
            key.split(separator: " ").count <= 4
            && !["NUMBER", "TITLE"].contains { key.split { !$0.isLetter }.contains(Substring($0)) }
        return isKey ? source.trimmed((colon + 1)..<line.upperBound) : nil
    }

    /// Before a comment, which no page shows.
    private func withoutRemark(_ range: Range<Int>) -> Range<Int> {
        guard let comment = source.text[range].firstRange(of: Array("<!--".utf8)) else { return range }
        return source.trimmed(range.lowerBound..<comment.lowerBound)
    }

    /// `ADR NUMBER: TITLE (DATE)`, and no other words.
    private func isOfWordsAlone(_ text: String) -> Bool {
        text.split { !$0.isLetter && $0 != "_" }.allSatisfy { word in
            Self.all.contains(String(word)) || RecordNumber.families.contains(word.lowercased())
        }
    }

    /// The first of each word.
    private func words(in range: Range<Int>?) -> [Word] {
        guard let range else { return [] }
        let bytes = Array(source.text[range])
        return Self.all.compactMap { word in
            Self.range(of: word, in: bytes).map { found in
                let start = range.lowerBound + found.lowerBound
                return Word(word: word, range: start..<(start + found.count))
            }
        }
    }

    /// Where a word stands by itself: `UPDATED` holds none.
    private static func range(of word: String, in bytes: [UInt8]) -> Range<Int>? {
        let isPart = { (byte: UInt8) in
            byte >= 0x80 || byte == UInt8(ascii: "_") || (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10
        }
        var start = 0
        while let found = bytes[start...].firstRange(of: Array(word.utf8)) {
            let isWhole =
                (found.lowerBound == 0 || !isPart(bytes[found.lowerBound - 1]))
                && (found.upperBound == bytes.count || !isPart(bytes[found.upperBound]))
            if isWhole { return found }
            start = found.upperBound
        }
        return nil
    }
}
