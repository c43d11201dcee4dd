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
    /// All headings with their anchors, in order.
    public func headings() -> [Heading] {
        var ids = PageIDs()
        return nodes.indices.lazy.filter { nodes[$0].kind == .heading }.map { index in
            let element = Element(document: self, index: index)
            let id = ids.unique(slug(element.plainText.trimmed))
            return Heading(element: element, level: element.level, id: id)
        }
    }

    /// How many words of prose the document has: of paragraphs, headings, lists and tables, not of code.
    public func wordCount() -> Int {
        buffer.withUnsafeBufferPointer { wordCount(in: $0) }
    }

    private func wordCount(in buffer: UnsafeBufferPointer<UInt8>) -> Int {
        var count = 0
        var isInWord = false
        for node in nodes {
            guard node.kind == .text || node.kind == .code else {
                // Marks within a word do not divide it; blocks and breaks do.
                switch node.kind {
                case .emphasis, .strong, .strikethrough, .link: break
                default: isInWord = false
                }
                continue
            }
            for byte in buffer[node.text.range] {
                if byte == 0x20 || byte == 0x09 {
                    isInWord = false
                } else if !isInWord {
                    // Letters and digits, and every byte of what is not ASCII: dashes that stand alone are no words.
                    isInWord = byte >= 0x80 || (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10
                    if isInWord { count += 1 }
                }
            }
        }
        return count
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
        var free = id
        var count = counts[id] ?? 0
        while !taken.insert(free).inserted {
            count += 1
            free = "\(id)-\(count)"
        }
        counts[id] = count
        return free
    }
}

/// The anchor of a heading, and the id of a question named so: lower case, letters, digits, hyphens and
/// underscores, spaces as hyphens, as GitHub's hosts do it.
public func slug(_ text: String) -> String {
    var out: [UInt8] = []
    out.reserveCapacity(text.utf8.count)
    var text = text
    let isASCII = text.withUTF8 { bytes in
        for byte in bytes {
            switch byte {
            case 0x41...0x5A: out.append(byte | 0x20)
            case 0x61...0x7A, 0x30...0x39, UInt8(ascii: "-"), UInt8(ascii: "_"): out.append(byte)
            case 0x20: out.append(UInt8(ascii: "-"))
            case 0x80...: return false
            default: break
            }
        }
        return true
    }
    if isASCII { return String(decoding: out, as: UTF8.self) }
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

/// What Ruby's `\p{Word}`, by which GitHub's hosts go, holds besides letters: not `²`, not `½`.
private func isWordMark(_ category: Unicode.GeneralCategory) -> Bool {
    switch category {
    case .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .connectorPunctuation: true
    default: false
    }
}
