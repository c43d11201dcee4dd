import Markdown

/// The section of a record that says what was decided: `Decision Outcome`, `Decision`, `Outcome`, in any language that
/// records are known in.
struct RecordOutcome {
    /// The heading that announces it.
    let heading: Element
    /// What stands under it, up to the next heading.
    var blocks: [Element] = []

    init(heading: Element) { self.heading = heading }

    /// Whether a heading announces what was decided.
    static func isAnnounced(by heading: Element) -> Bool {
        // Long headings are titles, and most are long.
        guard heading.sourceCount <= 60 else { return false }
        var isOutcome = false
        for word in words(of: heading.plainText) {
            if others.contains(word) { return false }
            if names.contains(word) { isOutcome = true }
        }
        return isOutcome
    }

    /// The words of a heading in lower case. Goes by bytes where it can, since every heading of a log is asked.
    private static func words(of heading: String) -> [Substring] {
        guard heading.utf8.allSatisfy({ $0 < 0x80 }) else {
            return heading.lowercased().split { !$0.isLetter }
        }
        let letters = heading.utf8.map { $0 | 0x20 }.split { $0 < 0x61 || $0 > 0x7A }
        return letters.map { Substring(decoding: $0, as: UTF8.self) }
    }

    /// The words of what was decided, apart from how they are broken into lines.
    var text: String {
        blocks.map(\.plainText).joined(separator: " ").split(whereSeparator: \.isWhitespace).joined(
            separator: " ")
    }

    /// Whether it says anything: a comment, or a template's words, say nothing.
    var isEmpty: Bool {
        blocks.allSatisfy { block in
            guard block.kind == .htmlBlock || block.kind == .paragraph else { return false }
            return block.kind == .htmlBlock || Placeholder.value(in: block.plainText) == nil
        }
    }

    private static let names: Set<Substring> = [
        "decision", "decisions", "outcome", "outcomes", "resolution", "solution", "proposal",
        "recommendation",
        "entscheidung", "beschluss", "décision", "decisión", "decisão", "decisione", "besluit", "beslissing",
        "beslut", "beslutning", "rozhodnutí", "decyzja", "решение", "决定", "决策", "決定",
    ]
    /// Words of headings about decisions that hold none.
    private static let others: Set<Substring> = [
        "driver", "drivers", "maker", "makers", "date", "status", "related", "criteria", "record", "records",
        "links", "considered", "alternative", "alternatives", "option", "options", "log",
    ]
}
