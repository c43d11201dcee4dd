public import Diagnostics

/// A line of a paragraph, broken where its author broke it, as the metadata of old files needs it: without marks, HTML
/// and struck text.
public struct InlineLine: Sendable {
    /// The words, without white space at both ends.
    public let text: String
    /// The links and images, in order.
    public let links: [Link]
    /// How many bytes at the start of the text are bold.
    public let boldCount: Int
    private let document: Document
    private let source: Range<Int>

    /// A link of the line.
    public struct Link: Sendable {
        /// Where its words stand in the line's text, in bytes.
        public let range: Range<Int>
        /// The address.
        public let destination: String

        /// A link that is not read from a file.
        public init(range: Range<Int>, destination: String) {
            self.range = range
            self.destination = destination
        }
    }

    /// Where it stands in the file.
    public var location: SourceLocation {
        document.location(at: source.lowerBound, length: max(1, source.count))
    }

    fileprivate init(_ draft: LineReader.Draft, in document: Document) {
        var (low, high) = (0, draft.bytes.count)
        while low < high, draft.bytes[low] <= 0x20 { low += 1 }
        while high > low, draft.bytes[high - 1] <= 0x20 { high -= 1 }
        text = String(decoding: draft.bytes[low..<high], as: UTF8.self)
        links = draft.links.map { link in
            let start = min(max(link.range.lowerBound, low), high) - low
            let end = min(max(link.range.upperBound, low), high) - low
            return Link(range: start..<max(start, end), destination: link.destination)
        }
        boldCount = max(0, min(draft.boldEnd, high) - low)
        self.document = document
        source = draft.source ?? 0..<0
    }
}

extension Element {
    /// The lines of a paragraph, a heading or a cell. Bold words within a line begin another where `breaks` says so of
    /// them: people write `**Status:** x **Date:** y` in one line.
    public func lines(breakingBefore breaks: @escaping (String) -> Bool = { _ in false }) -> [InlineLine] {
        var reader = LineReader(breaks: breaks)
        reader.readChildren(of: self)
        return reader.drafts.map { InlineLine($0, in: document) }.filter { !$0.text.isEmpty }
    }
}

/// Takes inlines apart into lines.
private struct LineReader {
    let breaks: (String) -> Bool
    private(set) var drafts = [Draft()]

    struct Draft {
        var bytes: [UInt8] = []
        var links: [InlineLine.Link] = []
        /// Behind the bold words that it begins with.
        var boldEnd = 0
        /// What it covers of the file.
        var source: Range<Int>?

        var isBlank: Bool { bytes.allSatisfy { $0 <= 0x20 } }
    }

    init(breaks: @escaping (String) -> Bool) { self.breaks = breaks }

    mutating func readChildren(of element: Element) {
        for child in element.children { read(child) }
    }

    private mutating func read(_ element: Element) {
        let document = element.document
        switch element.kind {
        case .strikethrough: return
        case .softBreak, .lineBreak:
            drafts.append(Draft())
            return
        case .strong where !drafts[drafts.count - 1].isBlank && breaks(element.plainText):
            drafts.append(Draft())
        default: break
        }
        cover(element)
        let (line, start) = (drafts.count - 1, drafts[drafts.count - 1].bytes.count)
        switch element.kind {
        case .text, .code: drafts[line].bytes += document.buffer[element.node.text.range]
        case .link, .image:
            readChildren(of: element)
            let last = drafts.count - 1
            let range = (last == line ? start : 0)..<drafts[last].bytes.count
            drafts[last].links.append(InlineLine.Link(range: range, destination: element.destination))
        case .strong:
            let isFirst = drafts[line].isBlank
            readChildren(of: element)
            if isFirst, drafts.count - 1 == line { drafts[line].boldEnd = drafts[line].bytes.count }
        default: readChildren(of: element)
        }
    }

    /// Widens the place of the line by that of an element in it.
    private mutating func cover(_ element: Element) {
        let node = element.node
        let start = Int(node.start)
        let isThere = node.text.range.upperBound <= element.document.sourceCount
        let end = start + (isThere ? Int(node.text.count) : 1)
        let known = drafts[drafts.count - 1].source ?? start..<end
        drafts[drafts.count - 1].source = min(known.lowerBound, start)..<max(known.upperBound, end)
    }
}
