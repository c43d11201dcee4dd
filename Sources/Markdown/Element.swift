public import Diagnostics

/// One node of a document, as those see it who read its meaning.
public struct Element: Sendable {
    /// The document that it stands in.
    public let document: Document
    let index: Int

    var node: Document.Node { document.nodes[index] }

    /// What it is.
    public var kind: Document.Kind { node.kind }

    /// The nodes directly below it, in order.
    public var children: Children { Children(document: document, start: index + 1, end: Int(node.end)) }

    /// Where it begins in the file; the underline covers it up to the end of its text.
    public var location: SourceLocation {
        let length = node.text.range.upperBound <= document.sourceCount ? Int(node.text.count) : 1
        return document.location(at: Int(node.start), length: length)
    }

    /// Its source as the author wrote it: of a table's cell between the bars, without the white space around it.
    /// Leaves whose text is not in the file as it reads (an entity, an escape) give the text that is meant.
    public var source: String { document.string(node.text) }

    /// How many bytes the source has.
    public var sourceCount: Int { Int(node.text.count) }

    /// A heading's level, 1 to 6.
    public var level: Int { Int(node.number) }

    /// Whether a list is numbered.
    public var isOrdered: Bool { node.flags.contains(.ordered) }

    /// The number of a numbered list's first item.
    public var firstNumber: Int { Int(node.number) }

    /// Whether an item has a box to tick, and whether it is ticked.
    public var checkbox: Checkbox? {
        guard node.flags.contains(.task) else { return nil }
        return node.flags.contains(.checked) ? .ticked : .empty
    }

    /// The box of a task list's item.
    public enum Checkbox: Sendable { case ticked, empty }

    /// The address of a link or an image, with entities and escapes resolved.
    public var destination: String { document.string(node.extra) }

    /// The text of this node and all below it, as a reader sees it: without marks, breaks as spaces.
    public var plainText: String {
        String(decoding: plainBytes, as: UTF8.self)
    }

    /// The same as UTF-8, for those who look for words that a text begins with.
    public var plainBytes: [UInt8] {
        var out: [UInt8] = []
        appendPlainText(to: &out)
        return out
    }

    /// Whether the text begins with some words, in whatever case and behind white space.
    /// - Parameter opening: ASCII in lower case.
    public func plainTextOpens(with opening: StaticString) -> Bool {
        opening.withUTF8Buffer { opening in
            var matched = 0
            for node in document.nodes[index..<Int(node.end)] {
                let isBreak = node.kind == .softBreak || node.kind == .lineBreak
                guard isBreak || node.kind == .text || node.kind == .code else { continue }
                for byte in isBreak ? [0x20] : document.buffer[node.text.range] {
                    if matched == 0, byte <= 0x20 { continue }
                    guard byte | 0x20 == opening[matched] else { return false }
                    matched += 1
                    if matched == opening.count { return true }
                }
            }
            return false
        }
    }

    func appendPlainText(to out: inout [UInt8]) {
        Document.appendPlainText(of: document.nodes[index..<Int(node.end)], in: document.buffer, to: &out)
    }

    /// Whether a node of the same document is this one or stands below it.
    public func holds(_ other: Element) -> Bool { index <= other.index && other.index < Int(node.end) }

    /// All nodes below this one, in the order in which they open.
    public var descendants: some Sequence<Element> {
        let document = document
        return ((index + 1)..<Int(node.end)).lazy.map { Element(document: document, index: $0) }
    }

    /// Those nodes below this one that are of some kinds, in the order in which they open.
    public func descendants(of kinds: Document.Kind...) -> [Element] {
        var found: [Element] = []
        let nodes = document.nodes
        for index in (index + 1)..<Int(node.end) where kinds.contains(nodes[index].kind) {
            found.append(Element(document: document, index: index))
        }
        return found
    }
}

extension Element: Equatable {
    /// Whether both are the same node of the same file.
    public static func == (a: Element, b: Element) -> Bool {
        a.index == b.index && a.document.file == b.document.file
    }
}

/// The nodes directly below one node.
public struct Children: Sequence, Sendable {
    let document: Document
    let start: Int
    let end: Int

    /// Steps from sibling to sibling.
    public struct Iterator: IteratorProtocol {
        let document: Document
        var upcoming: Int
        let end: Int

        /// The next sibling.
        public mutating func next() -> Element? {
            guard upcoming < end else { return nil }
            defer { upcoming = Int(document.nodes[upcoming].end) }
            return Element(document: document, index: upcoming)
        }
    }

    /// Starts at the first child.
    public func makeIterator() -> Iterator { Iterator(document: document, upcoming: start, end: end) }

    /// The first child.
    public var first: Element? { start < end ? Element(document: document, index: start) : nil }
}
