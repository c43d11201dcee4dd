import Markdown

/// A record taken apart by its headings, as far as its metadata needs it.
struct RecordSections {
    /// The heading that holds the title.
    let title: Element?
    /// What stands before the first section.
    private(set) var head: [Element] = []
    /// The sections that are named as a piece of metadata is: `Status`, `Date`, `Deciders`.
    private(set) var keyed: [(key: RecordKey, level: Int, heading: Element, blocks: [Element])] = []
    /// The sections of links and further information, where relations stand in MADR.
    private(set) var links: [[Element]] = []
    /// How many headings name a part that records have in every format.
    private(set) var partCount = 0
    /// The section that says what was decided, up to its first sub-section; `nil` where no heading announces one.
    private(set) var outcome: RecordOutcome?

    private enum Target { case head, keyed, links, none }

    init(_ document: Document, title: Element?) {
        self.title = title
        var target = Target.head
        var hasTitle = title == nil
        var isInOutcome = false
        for block in document.blocks {
            if block == title {
                hasTitle = true
                continue
            }
            if block.kind == .heading {
                // A sub-section may hold all that the section has to say.
                if let outcome, outcome.blocks.isEmpty, block.level > outcome.heading.level {
                    isInOutcome = true
                } else {
                    isInOutcome = outcome == nil && RecordOutcome.isAnnounced(by: block)
                    if isInOutcome { outcome = RecordOutcome(heading: block) }
                }
                target = self.target(of: block, isInHead: target == .head, hasTitle: hasTitle)
                if target == .head { head.append(block) }
                continue
            }
            if isInOutcome { outcome?.blocks.append(block) }
            if target == .head, hasTitle, block.isBoldHeading, RecordKey(block.plainText.withoutColon) == nil
            {
                target = .none
                continue
            }
            switch target {
            case .head: head.append(block)
            case .keyed: keyed[keyed.count - 1].blocks.append(block)
            case .links: links[links.count - 1].append(block)
            case .none: break
            }
        }
    }

    private mutating func target(of heading: Element, isInHead: Bool, hasTitle: Bool) -> Target {
        // Long headings name nothing of ours, and most are long.
        guard heading.sourceCount <= 60 else { return .none }
        let words = heading.plainText.withoutColon
        if let key = RecordKey(words) {
            keyed.append((key, heading.level, heading, []))
            return .keyed
        }
        // Front matter behind some text reads as an underlined heading of several keys.
        if isInHead, !hasTitle || words.contains(":"), KeyedLine(heading.lines().first)?.key == .status {
            return .head
        }
        let name = words.lowercased()
        if Self.metadataNames.contains(name) { return .head }
        if Self.linkNames.contains(name) {
            links.append([])
            return .links
        }
        if Self.partNames.contains(name) { partCount += 1 }
        return .none
    }

    /// Whether words name a part that records have, and so are no title.
    static func isPart(_ words: String) -> Bool {
        let name = words.withoutColon
        guard !partNames.contains(name.lowercased()) else { return true }
        switch RecordKey(name) {
        case .status, .date, .people: return true
        default: return false
        }
    }

    private static let metadataNames: Set = [
        "metadata", "meta", "meta data", "document control", "document information", "info", "information",
        "details", "record", "properties", "header", "decision metadata", "adr metadata",
    ]
    private static let linkNames: Set = [
        "links", "related links", "relations", "relationships", "related decision records", "references",
        "more information", "related", "related documents", "related adr", "related adr(s)", "notes",
        "related documents/links", "related resources",
    ]
    private static let partNames: Set = [
        "context", "context and problem statement", "decision", "decision outcome", "decision drivers",
        "considered options", "consequences", "problem statement", "problem", "options",
        "options considered", "alternatives", "alternatives considered", "rationale", "outcome",
        "kontext", "entscheidung", "konsequenzen", "contexte", "décision", "conséquences", "contexto",
        "decisión", "consecuencias", "decisão", "consequências",
    ]
}

extension String {
    /// Without white space and a colon at the end.
    var withoutColon: String {
        let words = trimmed
        // A colon, or the wide one of Chinese and Japanese.
        guard let last = words.utf8.last,
            last == UInt8(ascii: ":") || (last == 0x9A && words.unicodeScalars.last == "：")
        else { return words }
        return words.dropLast().trimmed
    }
}

extension Element {
    /// Whether a paragraph is nothing but bold words, as some write headings.
    var isBoldHeading: Bool {
        guard kind == .paragraph, let first = children.first, first.kind == .strong else { return false }
        return children.allSatisfy {
            $0.kind == .strong || ($0.kind == .text && $0.plainText.withoutColon.isEmpty)
        }
    }
}
