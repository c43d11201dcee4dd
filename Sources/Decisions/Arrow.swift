import Diagnostics
import Markdown

/// The arrows that mark rules, and the sentence before and behind one.
struct Arrow {
    /// The forms that are arrows (FORMATS 1.4).
    static let forms = ["→", "->", "=>"]
    /// What looks like an arrow and is none, for near misses.
    static let lookalikes = ["⇒", "➔", "➜", "⟶", "⟹", "➡", "»", ">>"]

    /// Whether a table's header starts with an arrow, which makes its column an output.
    static func opens(_ header: Element) -> Bool { forms.contains(where: header.source.hasPrefix) }

    /// The text that it stands in.
    let text: InlineText
    /// The arrow itself.
    let range: Range<Int>

    /// The last arrow of an item's first paragraph; those in code are none.
    init?(lastIn paragraph: Element) {
        let text = InlineText(paragraph)
        guard let range = text.lastOccurrence(of: Self.forms) else { return nil }
        self.text = text
        self.range = range
    }

    /// What stands behind the arrow.
    var targetRange: Range<Int> { text.trimmed(range.upperBound..<text.bytes.count) }
    var target: String { text.string(targetRange) }
}
