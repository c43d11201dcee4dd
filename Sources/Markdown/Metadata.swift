public import Diagnostics

/// A value of YAML, with the place of every part. Scalars are the words that the author wrote: `1.10` stays
/// `1.10`, and `no` is a word, not a truth value.
public struct Metadata: Sendable {
    /// What it is.
    public let content: Content
    /// Where it begins.
    public let location: SourceLocation

    /// The three shapes of YAML.
    public indirect enum Content: Sendable {
        case scalar(String)
        case list([Metadata])
        case mapping([Entry])
    }

    /// A key and its value, in the author's order.
    public struct Entry: Sendable {
        /// The key as written.
        public let key: String
        /// Where the key stands.
        public let keyLocation: SourceLocation
        /// What it is set to.
        public let value: Metadata
    }

    /// Creates a value.
    public init(_ content: Content, at location: SourceLocation) {
        self.content = content
        self.location = location
    }

    /// The entries of a mapping; none of anything else.
    public var entries: [Entry] {
        if case .mapping(let entries) = content { entries } else { [] }
    }

    /// The value under a key.
    public subscript(key: String) -> Metadata? { entries.first { $0.key == key }?.value }

    /// The text of a scalar without white space around it; `nil` of lists, mappings, and where nothing is written.
    public var text: String? {
        guard case .scalar(let text) = content else { return nil }
        let trimmed = text.trimmed
        return trimmed.isEmpty || trimmed == "~" || trimmed == "null" ? nil : trimmed
    }

    /// Whether nothing stands here, which is no mistake.
    public var isNothing: Bool {
        if case .scalar = content { return text == nil }
        return false
    }

    /// The elements of a list; a lone scalar counts as a list of one, as people write it.
    public var elements: [Metadata] {
        switch content {
        case .list(let elements): elements
        case .scalar: text == nil ? [] : [self]
        case .mapping: []
        }
    }

    /// All words of it, with marks for how they hang together, and without their places.
    public var words: [String] {
        switch content {
        case .scalar(let text): ["=", text]
        case .list(let elements): ["["] + elements.flatMap(\.words) + ["]"]
        case .mapping(let entries): ["{"] + entries.flatMap { [$0.key] + $0.value.words } + ["}"]
        }
    }

    /// The texts of a list, or the one text.
    public var texts: [String] { elements.compactMap(\.text) }
}

extension String {
    /// Whether one byte of ASCII stands right before another.
    public func holds(_ first: Unicode.Scalar, before second: Unicode.Scalar) -> Bool {
        var last: UInt8 = 0
        for byte in utf8 {
            if last == UInt8(ascii: first), byte == UInt8(ascii: second) { return true }
            last = byte
        }
        return false
    }
}

// Of each kind of string one, and no generic one: that would be worked out anew by every other module, at each call.
extension String {
    /// Without white space and line ends at both ends.
    public var trimmed: String { withoutSpace(self) }
}

extension Substring {
    /// Without white space and line ends at both ends.
    public var trimmed: String { withoutSpace(self) }
}

private func withoutSpace<Text: StringProtocol>(_ text: Text) -> String
where Text.UTF8View: BidirectionalCollection {
    // Most texts have ASCII at both ends, where bytes tell as much as characters.
    if let first = text.utf8.first, let last = text.utf8.last,
        first > 0x20, first < 0x7F, last > 0x20, last < 0x7F
    {
        return String(text)
    }
    var view = text[...]
    while let first = view.first, first.isWhitespace { view = view.dropFirst() }
    while let last = view.last, last.isWhitespace { view = view.dropLast() }
    return String(view)
}
