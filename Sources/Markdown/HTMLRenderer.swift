/// What becomes of an author's link.
public enum ResolvedLink: Sendable {
    /// The address stays as it is written.
    case asWritten
    /// It leads to this address.
    case to(String)
    /// It leads nowhere: the text is kept, the link is not.
    case dangling
}

/// Writes a document, or parts of it, as HTML.
///
/// The output is that of cmark's own renderer but for what a page needs beyond it: anchors on headings, tables in a
/// region that scrolls, labels on boxes, resolved links, lazy images.
public struct HTMLRenderer {
    /// Whether authors' HTML is passed on; else its tags are left out and its text is kept.
    public var allowRawHTML = false
    /// Whether references to notes are shown: not where the notes themselves stand on another page.
    public var showsNoteReferences = true
    /// What screen readers are told of parts that have no words.
    public var labels = HTMLLabels.english
    /// What becomes of each relative link and image; asked with the address as written.
    public var resolve: (String) -> ResolvedLink = { _ in .asWritten }

    /// What stands in the place of a block of code, where anything does; asked with its language, which may be empty, its text,
    /// and how many have been replaced before.
    public var replaceCode: ((_ language: String, _ text: String, _ replaced: Int) -> String?)?

    /// What stands within a block of code in the place of its text, as HTML that says the same; asked with its language, which
    /// is never empty, and its text.
    public var markCode: ((_ language: String, _ text: String) -> String?)?

    let document: Document
    /// The document's own, which every step asks for.
    let nodes: [Document.Node]
    let buffer: [UInt8]
    let anchors: [Int: String]
    var tableCount = 0
    var replacedCode = 0
    var footnoteUses: [Int32: Int] = [:]

    /// Creates a renderer for one document. It counts tables and footnotes, so one renderer serves one page.
    /// - Parameter headings: the document's headings where they are known already; none where anchors do not matter.
    public init(_ document: Document, headings: [Heading]? = nil) {
        self.document = document
        (nodes, buffer) = (document.nodes, document.buffer)
        anchors = Dictionary(
            (headings ?? document.headings()).map { ($0.element.index, $0.id) },
            uniquingKeysWith: { first, _ in first })
    }

    /// The HTML of some blocks, in the order given.
    public mutating func html(of blocks: some Sequence<Element>) -> String {
        var out: [UInt8] = []
        for block in blocks { render(block, to: &out) }
        return String(decoding: out, as: UTF8.self)
    }

    /// The HTML of what is within an element, without the element's own tags. With bounds, only the text between
    /// them, and the tags around it; with `skipping`, without that element.
    public mutating func innerHTML(
        of element: Element, from lower: InlinePosition? = nil, to upper: InlinePosition? = nil,
        skipping skipped: Element? = nil
    ) -> String {
        var out: [UInt8] = []
        renderNodes(
            (element.index + 1)..<Int(element.node.end), lower: lower, upper: upper, skipped: skipped?.index,
            to: &out)
        return String(decoding: out, as: UTF8.self).trimmed
    }

    /// Appends a block with its own tags.
    public mutating func render(_ block: Element, to out: inout [UInt8]) {
        renderNodes(block.index..<Int(block.node.end), to: &out)
    }

    /// One pass over the nodes with the open ones on a stack: an author's nesting is bounded by nothing, the call
    /// stack is.
    private mutating func renderNodes(
        _ range: Range<Int>, lower: InlinePosition? = nil, upper: InlinePosition? = nil, skipped: Int? = nil,
        to out: inout [UInt8]
    ) {
        var open: [Int] = []
        var index = range.lowerBound
        while index < range.upperBound {
            while let last = open.last, Int(nodes[last].end) <= index {
                close(last, parents: open.dropLast(), to: &out)
                open.removeLast()
            }
            let node = nodes[index]
            let end = Int(node.end)
            if index == skipped || isOutside(index, end, lower, upper) {
                index = end
                continue
            }
            switch node.kind {
            case .text:
                var span = node.text.range
                if let upper, upper.node == index {
                    span = span.lowerBound..<min(span.upperBound, span.lowerBound + upper.offset)
                }
                if let lower, lower.node == index {
                    span = min(span.upperBound, span.lowerBound + lower.offset)..<span.upperBound
                }
                HTMLEscaping.append(buffer[span], to: &out)
                index += 1
            case .image:
                appendImage(index, to: &out)
                index = end
            default:
                appendOpening(index, parents: open, to: &out)
                if end > index + 1 {
                    open.append(index)
                } else {
                    close(index, parents: open[...], to: &out)
                }
                index += 1
            }
        }
        while let last = open.popLast() { close(last, parents: open[...], to: &out) }
    }

    private func isOutside(_ index: Int, _ end: Int, _ lower: InlinePosition?, _ upper: InlinePosition?)
        -> Bool
    {
        if let lower, end <= firstNode(from: lower) { return true }
        if let upper, index >= endNode(upTo: upper) { return true }
        return false
    }

    /// The first node that has text behind the position: marks before it would stand around nothing.
    private func firstNode(from lower: InlinePosition) -> Int {
        let node = nodes[lower.node]
        return lower.offset > 0 && lower.offset >= node.text.count ? lower.node + 1 : lower.node
    }

    /// Behind the last node that has text before the position.
    private func endNode(upTo upper: InlinePosition) -> Int {
        guard upper.offset == 0 else { return upper.node + 1 }
        var end = upper.node
        while end > 0, Int(nodes[end - 1].end) > end { end -= 1 }
        return end
    }

    func string(_ span: Document.Span) -> String { document.string(span) }
}
