import Diagnostics
import Markdown
import Rules

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

    /// An arrow before this one, with the words between the two. One within the question, `Does A → B hold? → RAG`, is
    /// no rule's: the words before a rule's ask, or the words behind it name an option.
    func earlier(_ targets: TargetParser) -> Range<Int>? {
        let first = Self.forms.compactMap { text.firstOccurrence(of: $0) }.min {
            $0.lowerBound < $1.lowerBound
        }
        guard let first, first.upperBound <= range.lowerBound else { return nil }
        let before = text.string(text.trimmed(0..<first.lowerBound))
        let between = text.trimmed(first.lowerBound..<range.lowerBound)
        let isRules =
            before.hasSuffix("?") || targets.namesOption(text.string(first.upperBound..<range.lowerBound))
        return isRules ? between : nil
    }

    /// What stands behind the arrow.
    var targetRange: Range<Int> { text.trimmed(range.upperBound..<text.bytes.count) }
    var target: String { text.string(targetRange) }
}
