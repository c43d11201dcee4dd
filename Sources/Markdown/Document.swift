public import Diagnostics

/// A parsed Markdown file: one flat tree of nodes over one buffer of bytes.
///
/// The nodes lie in the order in which they open (preorder); each says where its last descendant ends, so that
/// children and siblings are found without pointers. Text is a range of the buffer, which holds the file as it was
/// read and, behind it, the few texts that do not stand in the file as they read (entities, escapes).
public struct Document: Sendable {
    /// Shared by all copies: every element holds its document, and is copied wherever it goes.
    private let storage: Storage

    private final class Storage: Sendable {
        let parts: Parts

        init(_ parts: Parts) { self.parts = parts }
    }

    /// What a document is made of.
    struct Parts: Sendable {
        let file: String
        let frontMatter: Metadata
        let hasFrontMatter: Bool
        let wasConverted: Bool
        let problems: [Diagnostic]
        let buffer: [UInt8]
        /// How much of `buffer` is the file.
        let sourceCount: Int
        let nodes: [Node]
        let anchors: [Anchor]
    }

    init(_ parts: Parts) { storage = Storage(parts) }

    /// The file's name, as locations show it.
    public var file: String { storage.parts.file }
    /// The front matter, or an empty mapping where the file has none.
    public var frontMatter: Metadata { storage.parts.frontMatter }
    /// Whether the file opens with front matter at all.
    public var hasFrontMatter: Bool { storage.parts.hasFrontMatter }
    /// Whether the file is not UTF-8 and was read as Windows-1252: places then count the bytes of `source`.
    public var wasConverted: Bool { storage.parts.wasConverted }
    /// What was wrong with the file's encoding and front matter.
    public var problems: [Diagnostic] { storage.parts.problems }

    var buffer: [UInt8] { storage.parts.buffer }
    /// How much of `buffer` is the file.
    var sourceCount: Int { storage.parts.sourceCount }
    var nodes: [Node] { storage.parts.nodes }
    var anchors: [Anchor] { storage.parts.anchors }

    /// The blocks of the document, in order.
    public var blocks: Children { root.children }

    /// The node that holds all others.
    public var root: Element { Element(document: self, index: 0) }

    /// The bytes of the file as UTF-8, without a byte order mark.
    public var source: ArraySlice<UInt8> { buffer[..<sourceCount] }

    /// What a node is.
    public enum Kind: UInt8, Sendable {
        case document, paragraph, heading, blockQuote, list, item, codeBlock, htmlBlock, thematicBreak
        case table, tableRow, tableCell, footnoteDefinition
        case text, softBreak, lineBreak, code, html, emphasis, strong, strikethrough, link, image
        case footnoteReference

        /// Whether it stands within a paragraph, a heading or a cell.
        var isInline: Bool { rawValue >= Kind.text.rawValue }
    }

    /// A range of the buffer. Files are read up to 4 GiB.
    struct Span: Sendable, Hashable {
        var offset: UInt32 = 0
        var count: UInt32 = 0

        var range: Range<Int> { Int(offset)..<(Int(offset) + Int(count)) }
    }

    struct Node: Sendable {
        var kind: Kind
        var flags: Flags = []
        /// A heading's level, a list's first number, a cell's column, a footnote's number.
        var number: Int32 = 0
        /// The index behind the last descendant.
        var end: UInt32 = 0
        /// Where the node begins in the file.
        var start: UInt32 = 0
        /// Text of leaves; for tables' cells their source; for other blocks their place in the file.
        var text = Span()
        /// The address of links and images, the info string of code, the label of footnotes.
        var extra = Span()
        /// The title of links and images.
        var title = Span()
    }

    struct Flags: OptionSet, Sendable {
        let rawValue: UInt8
        static let ordered = Flags(rawValue: 1)
        static let tight = Flags(rawValue: 2)
        static let task = Flags(rawValue: 4)
        static let checked = Flags(rawValue: 8)
        static let header = Flags(rawValue: 16)
        static let left = Flags(rawValue: 32)
        static let right = Flags(rawValue: 64)
        static let center = Flags(rawValue: 128)
    }

    /// Appends the text of some nodes as a reader sees it: without marks, breaks as spaces.
    static func appendPlainText(of nodes: ArraySlice<Node>, in buffer: [UInt8], to out: inout [UInt8]) {
        for node in nodes {
            switch node.kind {
            case .text, .code: out += buffer[node.text.range]
            case .softBreak, .lineBreak: out.append(UInt8(ascii: " "))
            default: break
            }
        }
    }

    func string(_ span: Span) -> String { String(decoding: buffer[span.range], as: UTF8.self) }

    /// The place of a byte of the file, counted from its start.
    public func location(at offset: Int, length: Int = 1) -> SourceLocation {
        SourceLocation(ofByte: offset, in: buffer[..<sourceCount], file: file, length: length)
    }
}
