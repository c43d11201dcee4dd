/// A heading and the anchor by which it is linked to.
public struct Heading: Sendable {
    /// The heading's node.
    public let element: Element
    /// 1 to 6.
    public let level: Int
    /// The anchor, as a Git host makes it; unique in the document.
    public let id: String
    /// The words without marks.
    public var title: String { element.plainText.trimmed }
}

extension Document {
    /// The anchor of a heading, by the heading's node.
    struct Anchor: Sendable {
        let node: Int
        let id: String
    }

    /// All headings with their anchors, in order.
    public func headings() -> [Heading] {
        anchors.map { anchor in
            let element = Element(document: self, index: anchor.node)
            return Heading(element: element, level: element.level, id: anchor.id)
        }
    }

    /// The anchors of all headings, which are the same for all who ask: the page, the search, and links that lead here.
    static func anchors(of nodes: [Node], in buffer: [UInt8]) -> [Anchor] {
        var ids = PageIDs()
        var anchors: [Anchor] = []
        var text: [UInt8] = []
        for (index, node) in nodes.enumerated() where node.kind == .heading {
            text.removeAll(keepingCapacity: true)
            appendPlainText(of: nodes[index..<Int(node.end)], in: buffer, to: &text)
            let plain = plainSlug(text) ?? slug(String(decoding: text, as: UTF8.self).trimmed)
            anchors.append(Anchor(node: index, id: ids.unique(plain)))
        }
        return anchors
    }

    /// The slug of a text that is ASCII and has nothing to trim, as most headings are; `nil` of another.
    private static func plainSlug(_ text: [UInt8]) -> String? {
        guard let first = text.first, let last = text.last, first > 0x20, last > 0x20 else { return nil }
        return text.withUnsafeBufferPointer { slug(ofASCII: $0) }
    }

    /// How many words of prose the document has: of paragraphs, headings, lists and tables, not of code.
    public func wordCount() -> Int {
        buffer.withUnsafeBufferPointer { wordCount(in: $0) }
    }

    private func wordCount(in buffer: UnsafeBufferPointer<UInt8>) -> Int {
        var count = 0
        // 1 within a word: counting goes without branches, which letters and spaces would lead astray.
        var isInWord: UInt8 = 0
        for node in nodes {
            guard node.kind == .text || node.kind == .code else {
                // Marks within a word do not divide it; blocks and breaks do.
                switch node.kind {
                case .emphasis, .strong, .strikethrough, .link: break
                default: isInWord = 0
                }
                continue
            }
            Self.wordParts.withUnsafeBufferPointer { parts in
                for byte in UnsafeBufferPointer(rebasing: buffer[node.text.range]) {
                    let part = parts[Int(byte)]
                    let begins = part & 1 & ~isInWord
                    count += Int(begins)
                    isInWord = (isInWord | begins) & (part >> 1)
                }
            }
        }
        return count
    }

    /// What each byte is to a word. Bit 0: it begins one, as letters do, digits, and every byte of what is not ASCII; dashes that
    /// stand alone are no words. Bit 1: it does not end one.
    private static let wordParts: [UInt8] = (0...255).map { (byte: UInt8) in
        if byte == 0x20 || byte == 0x09 { return 0 }
        return byte >= 0x80 || (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 ? 3 : 2
    }
}

/// Gives out the ids of a page, none twice.
public struct PageIDs: Sendable {
    private var taken: Set<String>
    private var counts: [String: Int] = [:]

    /// Starts with ids that the page has already.
    public init(taken: some Sequence<String> = []) { self.taken = Set(taken) }

    /// The id, with a number behind it where it is taken: the second "notes" is "notes-1", and one that is itself called
    /// so gets out of the way.
    public mutating func unique(_ id: String) -> String {
        if taken.insert(id).inserted { return id }
        var free = id
        var count = counts[id] ?? 0
        repeat {
            count += 1
            free = "\(id)-\(count)"
        } while !taken.insert(free).inserted
        counts[id] = count
        return free
    }
}

/// The anchor of a heading, and the id of a question named so: lower case, letters, digits, hyphens and
/// underscores, spaces as hyphens, as GitHub's hosts do it.
public func slug(_ text: String) -> String {
    var text = text
    if let plain = text.withUTF8({ slug(ofASCII: $0) }) { return plain }
    var wide = ""
    for scalar in text.lowercased().unicodeScalars {
        if scalar == " " {
            wide.append("-")
        } else if scalar == "-" || scalar.properties.isAlphabetic
            || isWordMark(scalar.properties.generalCategory)
        {
            wide.unicodeScalars.append(scalar)
        }
    }
    return wide
}

/// The same of a text that is ASCII; `nil` of another.
private func slug(ofASCII text: UnsafeBufferPointer<UInt8>) -> String? {
    var out: [UInt8] = []
    out.reserveCapacity(text.count)
    for byte in text {
        switch byte {
        case 0x41...0x5A: out.append(byte | 0x20)
        case 0x61...0x7A, 0x30...0x39, UInt8(ascii: "-"), UInt8(ascii: "_"): out.append(byte)
        case 0x20: out.append(UInt8(ascii: "-"))
        case 0x80...: return nil
        default: break
        }
    }
    return String(decoding: out, as: UTF8.self)
}

/// What Ruby's `\p{Word}`, by which GitHub's hosts go, holds besides letters: not `²`, not `½`.
private func isWordMark(_ category: Unicode.GeneralCategory) -> Bool {
    switch category {
    case .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .connectorPunctuation: true
    default: false
    }
}
