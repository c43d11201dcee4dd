import Diagnostics
import Markdown

/// Everything that a record says of itself, wherever its format puts it: front matter, the lines under the title,
/// sections, the title itself.
struct RecordFacts: Sendable {
    private(set) var facts: [RecordFact] = []
    /// The heading that holds the title.
    let title: Element?
    /// How many headings it has of those that records have.
    private(set) var partCount = 0
    /// Whether it has the headings of a record.
    var hasParts: Bool { partCount > 0 }
    /// Whether they are those of a record, whatever its file is called: it has a record's headings or number, or states something
    /// of itself.
    var tellOfRecord: Bool {
        hasParts || title.flatMap { TitlePrefix(of: $0.plainText.trimmed)?.number } != nil
            || facts.contains { fact in
                if case .date = fact.key { return true }
                return fact.key == .status
            }
    }
    /// Where nothing, or nothing but a heading, says what was decided.
    private(set) var missingOutcome: MissingOutcome?

    /// How a record comes to say nothing of what was decided.
    enum MissingOutcome: Sendable {
        /// Its sections are a record's, and none of them is the one.
        case noSection
        /// The section says nothing.
        case emptySection(Element)
    }

    init(_ file: ContentFile) {
        title = file.titleHeading
        readFrontMatter(file.document.frontMatter)
        let sections = RecordSections(file.document, title: title)
        partCount = sections.partCount
        if let outcome = sections.outcome {
            missingOutcome = outcome.isEmpty ? .emptySection(outcome.heading) : nil
        } else if partCount > 1 {
            missingOutcome = .noSection
        }
        readBlocks(sections.head, .head)
        if !facts.contains(where: { $0.key == .status }) { readLineUnderTitle(sections.head) }
        readSections(sections)
        if let title { readTitle(title) }
    }

    /// The facts of a kind, by where they were found.
    func of(_ key: RecordKey) -> [RecordFact] { facts.filter { $0.key == key } }

    private mutating func add(
        _ key: RecordKey, _ value: RecordText, _ place: RecordFact.Place, _ source: RecordFact.Source
    ) {
        facts.append(RecordFact(key: key, value: value, place: place, source: source))
    }

    // MARK: Front matter

    private mutating func readFrontMatter(_ front: Metadata) {
        for entry in front.entries {
            guard let key = RecordKey(entry.key) else { continue }
            if case .mapping(let pairs) = entry.value.content {
                // `status: { accepted }` of a template is YAML for a key without a value.
                let words = pairs.map { $0.value.text.map { value in "\(value)" } ?? $0.key }
                let text = "{" + words.joined(separator: " | ") + "}"
                add(key, RecordText(text), .known(entry.value.location), .frontMatter)
                continue
            }
            for element in entry.value.elements {
                var text = element.text
                if case .mapping(let pairs) = element.content, let pair = pairs.first {
                    text = pair.value.text ?? pair.key
                }
                guard let text else { continue }
                add(key, RecordText(scalar: text), .known(element.location), .frontMatter)
            }
        }
    }

    // MARK: Lines

    /// Reads blocks whose lines name what they say. A name alone is said of what follows.
    private mutating func readBlocks(_ blocks: [Element], _ source: RecordFact.Source) {
        var waiting: RecordKey?
        for block in blocks {
            switch block.kind {
            case .paragraph, .heading:
                if let key = waiting, KeyedLine(block.lines().first) == nil {
                    for line in block.lines() { add(key, RecordText(line), .line(line), source) }
                    waiting = nil
                } else {
                    waiting = readLines(of: block, source)
                }
            case .list:
                for item in block.children {
                    let parts = Array(item.children)
                    if let key = waiting {
                        for part in parts where part.kind == .paragraph {
                            addLines(of: part, as: key, source)
                        }
                    } else {
                        readBlocks(parts, source)
                    }
                }
                waiting = nil
            case .blockQuote: readBlocks(Array(block.children), source)
            case .table: readTable(block, source)
            default: break
            }
        }
    }

    private mutating func addLines(of block: Element, as key: RecordKey, _ source: RecordFact.Source) {
        for line in block.lines() { add(key, RecordText(line), .line(line), source) }
    }

    /// - Returns: the key of the last line where it says nothing yet.
    private mutating func readLines(of block: Element, _ source: RecordFact.Source) -> RecordKey? {
        var last: (key: RecordKey, isEmpty: Bool)?
        let isKey = { (words: String) in RecordKey(words.withoutColon) != nil }
        for line in block.lines(breakingBefore: isKey) {
            if let keyed = KeyedLine(line) {
                let parts = Self.parts(of: keyed)
                for (key, value) in parts where !value.text.isEmpty { add(key, value, .line(line), source) }
                last = parts.last.map { ($0.key, $0.value.text.isEmpty) }
            } else if let (key, isEmpty) = last {
                // A value goes on in the next line.
                if !isEmpty, let fact = facts.last, fact.key == key, Self.goesOn(key) {
                    facts.removeLast()
                    add(
                        key, fact.value.joined(RecordText(line), by: key == .status ? "\n" : " "), fact.place,
                        source)
                } else if isEmpty || Self.goesOn(key) {
                    add(key, RecordText(line), .line(line), source)
                    last = (key, false)
                }
            } else if let key = RecordKey(line.text), block.isBoldHeading {
                last = (key, true)
            }
        }
        return last.flatMap { $0.isEmpty ? $0.key : nil }
    }

    private static func goesOn(_ key: RecordKey) -> Bool {
        switch key {
        case .date: false
        case .status, .people, .tags, .story, .relation: true
        }
    }

    /// One line may name several: `Date: 2018-08-30; Last update: 2019-04-09`, `Status: accepted | Date: 2021-03-04`.
    private static func parts(of line: KeyedLine) -> [(key: RecordKey, value: RecordText)] {
        let text = line.value.text
        guard text.utf8.contains(UInt8(ascii: ":")) else { return [(line.key, line.value)] }
        let bytes = Array(text.utf8)
        for (index, byte) in bytes.enumerated() where ";|".utf8.contains(byte) || (byte >= 0x80 && index > 0)
        {
            // A middle dot and a bullet are more than one byte.
            let isMark =
                byte < 0x80 || bytes[index...].starts(with: "·".utf8)
                || bytes[index...].starts(with: "•".utf8)
            guard isMark else { continue }
            let width = byte < 0x80 ? 1 : bytes[index...].starts(with: "·".utf8) ? 2 : 3
            if let next = KeyedLine(line.value.dropping(index + width)) {
                return [(line.key, line.value.prefix(index))] + parts(of: next)
            }
        }
        return [(line.key, line.value)]
    }

    // MARK: Tables

    /// A table of a name and a value a row, or of names above and values below.
    private mutating func readTable(_ table: Element, _ source: RecordFact.Source) {
        let rows = table.children.map { row in row.children.map { $0.lines().first } }
        guard let head = rows.first else { return }
        let keys = head.map { cell in cell.flatMap { RecordKey($0.text.withoutColon) } }
        if keys.count > 2 || keys.allSatisfy({ $0 != nil }), keys.contains(where: { $0 != nil }),
            rows.count > 1
        {
            for row in rows.dropFirst() {
                for (key, cell) in zip(keys, row) {
                    if let key, let cell { add(key, RecordText(cell), .line(cell), source) }
                }
            }
            return
        }
        for row in rows where row.count > 1 {
            guard let name = row[0], let cell = row[1], let key = RecordKey(name.text.withoutColon) else {
                continue
            }
            add(key, RecordText(cell), .line(cell), source)
        }
    }

    // MARK: Sections and titles

    private mutating func readSections(_ sections: RecordSections) {
        for key in Set(sections.keyed.map(\.key)).sorted(by: { "\($0)" < "\($1)" }) {
            let all = sections.keyed.filter { $0.key == key }
            let level = all.map(\.level).min() ?? 1
            // Headings further down are about something else that has a status.
            guard let section = all.first(where: { $0.level == level }) else { continue }
            readSection(section.blocks, key)
        }
        for blocks in sections.links { readLinks(blocks) }
    }

    private mutating func readSection(_ blocks: [Element], _ key: RecordKey) {
        for block in blocks {
            switch block.kind {
            case .paragraph: addSectionLines(of: block, key)
            case .list:
                let items = Array(block.children)
                let hasBoxes = items.contains { $0.checkbox != nil }
                for item in items where !hasBoxes || item.checkbox == .ticked {
                    readSection(Array(item.children), key)
                }
            case .blockQuote: readSection(Array(block.children), key)
            case .table: readTable(block, .section)
            default: break
            }
        }
    }

    private mutating func addSectionLines(of block: Element, _ key: RecordKey) {
        for line in block.lines(breakingBefore: { RecordKey($0.withoutColon) != nil }) {
            if let keyed = KeyedLine(line), keyed.key != key {
                add(keyed.key, keyed.value, .line(line), .section)
            } else {
                add(key, KeyedLine(line)?.value ?? RecordText(line), .line(line), .section)
            }
        }
    }

    /// Of links and further information only what begins with a relation counts: `* Supersedes [3](0003-x.md)`.
    private mutating func readLinks(_ blocks: [Element]) {
        for block in blocks {
            switch block.kind {
            case .list: for item in block.children { readLinks(Array(item.children)) }
            case .paragraph:
                for line in block.lines() {
                    if let keyed = KeyedLine(line), case .relation = keyed.key {
                        add(keyed.key, keyed.value, .line(line), .links)
                    } else if RelationVerb(startingIn: line.text) != nil {
                        add(.status, RecordText(line), .line(line), .links)
                    }
                }
            default: break
            }
        }
    }

    /// `Accepted, 2021-03-04` in a line of its own under the title.
    private mutating func readLineUnderTitle(_ head: [Element]) {
        for block in head where block.kind == .paragraph || block.kind == .blockQuote {
            let paragraph = block.kind == .blockQuote ? block.children.first : block
            guard let line = paragraph?.lines().first, KeyedLine(line) == nil else { continue }
            let text = line.text
            if let word = StatusWord(startingIn: text), text.utf8.count < 120, word.isAlone(in: text) {
                add(.status, RecordText(line), .line(line), .head)
                return
            }
        }
    }

    /// `[Superseded by [ADR-0019](…)] Title`: what the title says of the record's standing.
    private mutating func readTitle(_ title: Element) {
        guard let line = title.lines().first, let first = line.text.first, "[(".contains(first),
            RelationVerb(startingIn: String(line.text.dropFirst())) != nil,
            let close = line.text.firstIndex(of: first == "[" ? "]" : ")")
        else { return }
        let end = line.text.utf8.distance(from: line.text.startIndex, to: close)
        add(.status, RecordText(line).prefix(end).dropping(1), .line(line), .title)
    }
}
