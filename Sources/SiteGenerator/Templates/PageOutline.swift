/// What of a page's context decides how its template unfolds, and apart from that the texts that are only copied.
///
/// Templates here are plain Mustache: which sections are drawn, and how often, hangs on what is there and not on what
/// it says. So two pages of one shape differ in nothing but their texts.
struct PageOutline {
    /// Each field in the order of declaration: whether it is there, or how many there are.
    private(set) var shape: [UInt8] = []
    /// The texts, in the same order.
    private(set) var texts: [String] = []
    /// Whether no text may touch how lines around it are indented, which Mustache tells by the character before.
    private var isSettled = true
    /// Whether other pages may be of the same shape. One that goes on and on, as the log's does, has no like.
    var hasLikes: Bool { isSettled && shape.count <= 1024 }

    /// Notes a text, or that there is none.
    mutating func note(_ text: String?) {
        guard let text, let last = text.utf8.last else { return shape.append(0) }
        let isLine = Self.isLine(text)
        shape.append(isLine ? 2 : 1)
        texts.append(text)
        if last == 0x0D || (isLine && text.utf8.count == 1) { isSettled = false }
    }

    /// Notes a yes or a no.
    mutating func note(_ flag: Bool) { shape.append(flag ? 1 : 0) }

    /// Notes how many there are of something.
    mutating func note(count: Int) {
        withUnsafeBytes(of: UInt32(clamping: count).littleEndian) { shape.append(contentsOf: $0) }
    }

    /// Whether a text ends a line.
    static func isLine(_ text: String) -> Bool {
        text.utf8.last == 0x0A && text.utf8.dropLast().last != 0x0D
    }
}

/// Hands out what stands in place of texts, numbered as an outline has them.
struct StandIns {
    /// What opens and closes a stand-in: two characters that no text has (Unicode, 23.7).
    static let opening = "\u{10FFFE}"
    static let closing = "\u{10FFFF}"
    private var count = 0

    /// Whether a text has what opens or closes a stand-in.
    static func occur(in text: String) -> Bool {
        text.unicodeScalars.contains { $0 == "\u{10FFFE}" || $0 == "\u{10FFFF}" }
    }

    /// What stands for a text, or `nil` where there is none. Its `&` shows whether it was escaped.
    mutating func text(for text: String?) -> String? {
        guard let text, !text.isEmpty else { return nil }
        defer { count += 1 }
        return "\(Self.opening)\(count)&\(Self.closing)\(PageOutline.isLine(text) ? "\n" : "")"
    }
}
