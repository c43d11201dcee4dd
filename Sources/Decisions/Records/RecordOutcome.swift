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
        guard heading.source.utf8.count <= 60 else { return false }
        var isOutcome = false
        for word in heading.plainText.lowercased().split(whereSeparator: { !$0.isLetter }) {
            if others.contains(word) { return false }
            if names.contains(word) { isOutcome = true }
        }
        return isOutcome
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
