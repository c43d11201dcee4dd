public import Diagnostics

/// A place in a run of inline text: a leaf and how many bytes of its text stand before.
public struct InlinePosition: Sendable, Hashable, Comparable {
    let node: Int
    let offset: Int

    /// In the order of reading.
    public static func < (a: InlinePosition, b: InlinePosition) -> Bool {
        (a.node, a.offset) < (b.node, b.offset)
    }
}

/// The text of a paragraph, a heading or a cell as one string, which still knows where each byte stands. In it
/// meaning is looked for: arrows, question marks, answers.
public struct InlineText: Sendable {
    /// The text, with breaks as spaces. Code and HTML are blanked out byte by byte, so that nothing is found in them,
    /// unless asked for.
    public let bytes: [UInt8]
    private let pieces: [Piece]
    private let element: Element

    private struct Piece: Sendable {
        /// Where it begins in `bytes`.
        let start: Int
        let node: Int
        /// Where it begins in the file.
        let source: Int
        /// Whether it stands there as it reads, and not as an entity.
        let isExact: Bool

        func source(at offset: Int) -> Int { isExact ? source + offset - start : source }
    }

    /// The text below an element. Without `includingStruck`, struck text is left out, and so is all below the
    /// element to skip.
    public init(
        _ element: Element, includingCode: Bool = false, includingStruck: Bool = true,
        skipping skipped: Element? = nil
    ) {
        let document = element.document
        var bytes: [UInt8] = []
        var pieces: [Piece] = []
        var index = element.index + 1
        while index < Int(element.node.end) {
            let node = document.nodes[index]
            if index == skipped?.index || (node.kind == .strikethrough && !includingStruck) {
                index = Int(node.end)
                continue
            }
            let start = bytes.count
            switch node.kind {
            case .text: bytes += document.buffer[node.text.range]
            case .code where includingCode: bytes += document.buffer[node.text.range]
            case .code: bytes += repeatElement(0, count: Int(node.text.count))
            case .softBreak, .lineBreak: bytes.append(UInt8(ascii: " "))
            default: break
            }
            if bytes.count > start {
                let isExact = node.text.range.upperBound <= document.sourceCount && node.text.count > 0
                let source = isExact ? node.text.offset : node.start
                pieces.append(Piece(start: start, node: index, source: Int(source), isExact: isExact))
            }
            index += 1
        }
        self.bytes = bytes
        self.pieces = pieces
        self.element = element
    }

    /// The whole text.
    public var string: String { String(decoding: bytes.filter { $0 != 0 }, as: UTF8.self) }

    /// A part of the text.
    public func string(_ range: Range<Int>) -> String {
        String(decoding: bytes[range].filter { $0 != 0 }, as: UTF8.self)
    }

    /// The position of a byte of the text.
    public func position(at offset: Int) -> InlinePosition {
        guard let piece = piece(at: offset) else { return InlinePosition(node: element.index + 1, offset: 0) }
        return InlinePosition(node: piece.node, offset: offset - piece.start)
    }

    /// The place of a part of the text in the file.
    public func location(_ range: Range<Int>) -> SourceLocation {
        guard let first = piece(at: range.lowerBound) else { return element.location }
        let start = first.source(at: range.lowerBound)
        // Marks may stand within the part.
        let last = range.isEmpty ? first : piece(at: range.upperBound - 1) ?? first
        let end = max(start, last.source(at: range.upperBound - 1) + 1)
        return element.document.location(at: start, length: end - start)
    }

    /// What stands in the file behind an element of the text and before a byte of it, as the author wrote it: with the
    /// marks that Markdown takes for its own.
    public func source(behind element: Element, upTo offset: Int) -> (text: String, location: SourceLocation)
    {
        let document = element.document
        let nodes = document.nodes[Int(element.node.end)..<Int(self.element.node.end)]
        let end = min(piece(at: offset)?.source(at: offset) ?? 0, document.sourceCount)
        // A break has no place of its own.
        let start =
            nodes.first { $0.kind != .softBreak && $0.kind != .lineBreak }.map { Int($0.start) } ?? end
        guard start < end else { return ("", element.location) }
        let text = String(decoding: document.buffer[start..<end], as: UTF8.self)
        return (text, document.location(at: start, length: end - start))
    }

    private func piece(at offset: Int) -> Piece? {
        pieces.last { $0.start <= offset }
    }

    /// A range without the white space at its ends.
    public func trimmed(_ range: Range<Int>) -> Range<Int> {
        var (low, high) = (range.lowerBound, range.upperBound)
        while low < high, bytes[low] <= 0x20, bytes[low] != 0 { low += 1 }
        while high > low, bytes[high - 1] <= 0x20, bytes[high - 1] != 0 { high -= 1 }
        return low..<high
    }

    /// The first place at which a text stands.
    public func firstOccurrence(of text: String) -> Range<Int>? {
        let wanted = Array(text.utf8)
        guard !wanted.isEmpty, bytes.count >= wanted.count else { return nil }
        return (0...(bytes.count - wanted.count)).first {
            bytes[$0..<($0 + wanted.count)].elementsEqual(wanted)
        }
        .map { $0..<($0 + wanted.count) }
    }

    /// The last place at which any of the given texts stands, and which; of two that end together the longer.
    public func lastOccurrence(of texts: [String]) -> Range<Int>? {
        var best: Range<Int>?
        for text in texts {
            let wanted = Array(text.utf8)
            guard !wanted.isEmpty, bytes.count >= wanted.count else { continue }
            for start in stride(from: bytes.count - wanted.count, through: 0, by: -1)
            where bytes[start] == wanted[0] && bytes[start..<(start + wanted.count)].elementsEqual(wanted) {
                let range = start..<(start + wanted.count)
                if range.upperBound > best?.upperBound ?? -1
                    || (range.upperBound == best?.upperBound && range.lowerBound < best?.lowerBound ?? .max)
                {
                    best = range
                }
                break
            }
        }
        return best
    }
}
