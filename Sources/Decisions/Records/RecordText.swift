import Diagnostics
import Markdown

/// The words of a piece of metadata, and the links among them.
struct RecordText: Sendable {
    let text: String
    let links: [InlineLine.Link]

    init(_ text: String, links: [InlineLine.Link] = []) {
        self.text = text
        self.links = links
    }

    init(_ line: InlineLine) { self.init(line.text, links: line.links) }

    /// The words of a scalar of front matter, in which people write Markdown as well.
    init(scalar text: String) {
        let isMarked = text.utf8.contains { Self.marks.contains($0) }
        let document = isMarked ? Document(Array(text.utf8), file: "") : nil
        let blocks = document.map { Array($0.blocks) } ?? []
        guard let paragraph = blocks.first, blocks.count == 1, paragraph.kind == .paragraph else {
            self.init(text.trimmed)
            return
        }
        let lines = paragraph.lines()
        self = lines.dropFirst().reduce(lines.first.map { RecordText($0) } ?? RecordText("")) {
            $0.joined(RecordText($1), by: " ")
        }
    }

    private static let marks = Array("[*~`<\\".utf8)

    /// What stands from a byte on, without white space at both ends.
    func dropping(_ count: Int) -> RecordText {
        let bytes = Array(text.utf8)
        var low = min(count, bytes.count)
        while low < bytes.count, bytes[low] <= 0x20 { low += 1 }
        let kept = links.filter { $0.range.upperBound > low }.map { link in
            InlineLine.Link(
                range: max(0, link.range.lowerBound - low)..<(link.range.upperBound - low),
                destination: link.destination)
        }
        return RecordText(String(decoding: bytes[low...], as: UTF8.self), links: kept)
    }

    /// What stands before a byte.
    func prefix(_ count: Int) -> RecordText {
        RecordText(
            String(decoding: Array(text.utf8).prefix(count), as: UTF8.self),
            links: links.filter { $0.range.upperBound <= count })
    }

    /// This and another behind it.
    func joined(_ other: RecordText, by separator: String) -> RecordText {
        let start = text.utf8.count + separator.utf8.count
        return RecordText(
            text + separator + other.text,
            links: links
                + other.links.map { link in
                    InlineLine.Link(
                        range: (link.range.lowerBound + start)..<(link.range.upperBound + start),
                        destination: link.destination)
                })
    }
}

/// A piece of metadata: what it is about, what it says, and where.
struct RecordFact: Sendable {
    let key: RecordKey
    let value: RecordText
    let place: Place
    let source: Source

    /// The kind of place that it was found in. An earlier one prevails over a later one.
    enum Source: Int, Sendable, Comparable {
        case frontMatter, head, section, links, title

        static func < (a: Source, b: Source) -> Bool { a.rawValue < b.rawValue }
    }

    /// Where it stands; worked out only when it is asked for, since lines must be counted.
    enum Place: Sendable {
        case known(SourceLocation)
        case line(InlineLine)
    }

    var location: SourceLocation {
        switch place {
        case .known(let location): location
        case .line(let line): line.location
        }
    }
}
