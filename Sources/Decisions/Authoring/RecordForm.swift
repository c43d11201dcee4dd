import Diagnostics
import Markdown

/// How a record writes what it says of its standing: which of the formats it has, and where in its text that stands.
struct RecordForm {
    let source: SourceText
    let file: ContentFile
    let facts: RecordFacts
    let sections: RecordSections
    let status: StatusReader

    /// - Parameter file: the name that problems show.
    init(_ bytes: [UInt8], file name: String) {
        var problems: [Diagnostic] = []
        let last = name.split(separator: "/").last.map(String.init) ?? name
        // Only records are read forgivingly.
        file = ContentFile(
            path: "\(ContentKind.decisionRecord.folder)/\(last)", shownAs: name, bytes: bytes,
            problems: &problems)
        source = SourceText(bytes, file: name)
        facts = RecordFacts(file)
        sections = RecordSections(file.document, title: file.titleHeading)
        status = StatusReader(facts, order: nil)
    }

    /// The statement that gives the status, else the first place for one.
    var statusFact: RecordFact? {
        let places = facts.of(.status).filter { $0.source != .links }
        return places.first { $0.location == status.location } ?? places.first { $0.source < .links }
    }

    /// The section on the status, without the rules and remarks that it ends in.
    var statusSection: StatusSection? {
        let all = sections.keyed.filter { $0.key == .status }
        guard let level = all.map(\.level).min(), let found = all.first(where: { $0.level == level }),
            KeyedLine(found.heading.lines().first) == nil
        else { return nil }
        return StatusSection(found.heading, found.blocks, self)
    }

    /// Where a block begins.
    func start(of element: Element) -> Int { source.offset(of: element.location) }

    /// The first byte of the line of a block.
    func lineStart(of element: Element) -> Int { source.startOfLine(start(of: element)) }
}

/// The section of a record that says its status.
struct StatusSection {
    let heading: Element
    let blocks: [Element]
    /// Behind the last of its words.
    let end: Int

    init(_ heading: Element, _ all: [Element], _ form: RecordForm) {
        self.heading = heading
        var kept = all[...]
        while let last = kept.last, last.kind == .thematicBreak || last.kind == .htmlBlock {
            kept = kept.dropLast()
        }
        blocks = Array(kept)
        let place = form.start(of: heading)
        let behind = form.file.document.blocks.first { block in
            form.start(of: block) > place
                && (block.kind == .heading || all.dropFirst(kept.count).contains(block))
        }
        let limit = behind.map { form.lineStart(of: $0) } ?? form.source.text.count
        // An underlined heading is two lines; its words may be all that the section has.
        end = form.source.trimmed(place..<max(place, limit)).upperBound
    }
}

extension RecordForm {
    /// Where the words of a statement stand, and how words are written there.
    func place(of fact: RecordFact) -> ValuePlace? {
        switch fact.place {
        case .known(let location): return frontMatterPlace(at: source.offset(of: location))
        case .line(let line): return markdownPlace(of: fact, line)
        }
    }

    /// A scalar of the front matter; `nil` where it takes several lines.
    func frontMatterPlace(at offset: Int) -> ValuePlace? {
        let end = source.endOfLine(offset)
        let text = source.text
        guard offset < end else { return nil }
        let isInFlow = text[source.startOfLine(offset)..<offset].contains(UInt8(ascii: "["))
        let first = text[offset]
        var index = offset + 1
        switch first {
        case UInt8(ascii: "|"), UInt8(ascii: ">"), UInt8(ascii: "["): return nil
        case UInt8(ascii: "\""), UInt8(ascii: "'"):
            while index < end, text[index] != first {
                index += first == UInt8(ascii: "\"") && text[index] == UInt8(ascii: "\\") ? 2 : 1
            }
            guard index < end else { return nil }
            return ValuePlace(range: offset..<(index + 1), style: .yaml(quote: first, isInFlow: isInFlow))
        case UInt8(ascii: "{"):
            while index < end, text[index] != UInt8(ascii: "}") { index += 1 }
            return ValuePlace(
                range: offset..<min(end, index + 1), style: .yaml(quote: nil, isInFlow: isInFlow))
        default:
            while index < end {
                if text[index] == UInt8(ascii: "#"), text[index - 1] <= 0x20 { break }
                if isInFlow, ",]".utf8.contains(text[index]) { break }
                index += 1
            }
            let next = source.behindLineEnd(end)
            // What goes on in the next line is one scalar with it.
            if next < text.count, text[next] == 0x20 || text[next] == 0x09 {
                let words = source.string(source.trimmed(next..<source.endOfLine(next)))
                if !words.isEmpty, !words.hasPrefix("- "), !words.hasPrefix("#") { return nil }
            }
            return ValuePlace(
                range: source.trimmed(offset..<index), style: .yaml(quote: nil, isInFlow: isInFlow))
        }
    }

    private func markdownPlace(of fact: RecordFact, _ line: InlineLine) -> ValuePlace? {
        let start = source.offset(of: line.location)
        var whole = start..<source.endOfLine(start)
        if let cell = cell(around: start, line.location.line) {
            whole = cell
        } else if let next = nextBold(behind: start + line.location.length, in: whole) {
            whole = start..<next
        }
        let value = fact.value.text.split(separator: "\n").first.map(String.init) ?? ""
        var low = whole.lowerBound
        if line.text != fact.value.text { low = behindKey(in: whole) }
        let rest = low..<whole.upperBound
        if !value.isEmpty, let found = source.text[rest].firstRange(of: Array(value.utf8)) {
            return ValuePlace(range: found, style: .markdown)
        }
        return ValuePlace(range: withoutRemark(source.trimmed(rest)), style: .markdown)
    }

    /// The cell of a table that a byte stands in.
    private func cell(around offset: Int, _ line: Int) -> Range<Int>? {
        for block in file.document.blocks {
            for cell in [block].filter({ $0.kind == .table }).flatMap({ Array($0.descendants) })
            where cell.kind == .tableCell && cell.location.line == line {
                let start = start(of: cell)
                let range = start..<min(source.text.count, start + cell.source.utf8.count)
                if range.contains(offset) { return range }
            }
        }
        return nil
    }

    /// Where bold words begin that are a key of their own: `**Status:** x **Date:** y`.
    private func nextBold(behind offset: Int, in line: Range<Int>) -> Int? {
        guard offset < line.upperBound,
            let found = source.text[offset..<line.upperBound].firstRange(of: Array("**".utf8))
        else { return nil }
        let words = source.string(found.upperBound..<line.upperBound).prefix { $0 != "*" }
        return RecordKey(String(words).withoutColon) == nil ? nil : found.lowerBound
    }

    private func behindKey(in line: Range<Int>) -> Int {
        let text = source.text
        if let colon = text[line].firstIndex(of: UInt8(ascii: ":")), colon - line.lowerBound < 48 {
            var index = colon + 1
            while index < line.upperBound, text[index] <= 0x20 || "*_".utf8.contains(text[index]) {
                index += 1
            }
            return index
        }
        let word = text[line].firstIndex { $0 <= 0x20 } ?? line.upperBound
        return source.trimmed(word..<line.upperBound).lowerBound
    }

    /// Without a comment, a backslash that breaks the line and what may stand behind them.
    private func withoutRemark(_ range: Range<Int>) -> Range<Int> {
        var range = range
        if let comment = source.text[range].firstRange(of: Array("<!--".utf8)) {
            range = source.trimmed(range.lowerBound..<comment.lowerBound)
        }
        if source.text[range].last == UInt8(ascii: "\\") {
            range = source.trimmed(range.lowerBound..<(range.upperBound - 1))
        }
        return range
    }
}

/// Where a value stands, and how words are written there.
struct ValuePlace {
    let range: Range<Int>
    let style: Style

    enum Style {
        case markdown
        /// A scalar of front matter, with its quotes among the range.
        case yaml(quote: UInt8?, isInFlow: Bool)
    }

    /// What programs that read YAML take for something else than a text.
    private static let otherThanText: Set = ["true", "false", "yes", "no", "on", "off", "null"]

    /// Words as they are written here.
    func written(_ words: String) -> String {
        switch style {
        case .markdown: return words
        case .yaml(quote: UInt8(ascii: "'"), _):
            return "'" + words.replacing("'", with: "''") + "'"
        case .yaml(let quote, let isInFlow):
            let breaks = [": ", " #"] + (isInFlow ? [",", "[", "]", "{", "}"] : [])
            let isPlain =
                quote == nil && words.first.map { $0.isLetter || $0.isNumber } ?? false
                && !breaks.contains { words.contains($0) } && !words.hasSuffix(":")
                && !Self.otherThanText.contains(words.lowercased())
            guard !isPlain else { return words }
            return "\"" + words.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
        }
    }
}
