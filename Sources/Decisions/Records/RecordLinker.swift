import Diagnostics
import Markdown

/// Resolves what records state of each other, by link, number, file name or title, and completes both directions.
struct RecordLinker {
    private var records: [DecisionRecord]
    private let map: SiteMap
    private var index: RecordIndex
    /// What records state of replacing each other as a whole, in the order of the log.
    private(set) var supersessions: [Supersession] = []
    private(set) var problems: [Diagnostic] = []
    /// For how many unknown records another one is still looked for: each search goes through the whole log, and where
    /// this many are missing nothing is mistyped.
    private var searchesLeft = 40

    init(_ records: [DecisionRecord], map: SiteMap) {
        self.records = records
        self.map = map
        index = RecordIndex(records)
    }

    /// The records with their relations.
    mutating func linked() -> [DecisionRecord] {
        guard records.contains(where: { !$0.statements.isEmpty }) else { return records }
        var relations = [[Relation]](repeating: [], count: records.count)
        func add(_ relation: Relation, to record: Int) {
            if !relations[record].contains(relation) { relations[record].append(relation) }
        }
        for position in records.indices {
            for statement in records[position].statements {
                if let words = statement.words {
                    guard let other = target(of: statement, from: position), other != position else {
                        continue
                    }
                    add(Relation(kind: statement.kind, record: other, words: words), to: position)
                    add(Relation(kind: statement.kind.reverse, record: position), to: other)
                    continue
                }
                if namesItself(statement, position) {
                    note(statement, of: position, position)
                    continue
                }
                guard let other = resolve(statement, from: position) else { continue }
                note(statement, of: position, other)
                guard other != position else { continue }
                add(Relation(kind: statement.kind, record: other), to: position)
                add(Relation(kind: statement.kind.reverse, record: position), to: other)
            }
        }
        for index in records.indices where !relations[index].isEmpty {
            // Words of one's own say more than that the two are related.
            let named = Set(relations[index].filter { $0.words != nil }.map(\.record))
            relations[index].removeAll {
                $0.kind == .relatesTo && $0.words == nil && named.contains($0.record)
            }
            // What replaces a record as a whole says more than that it replaces a part of it.
            let whole = Set(
                relations[index].map(\.record).filter { record in
                    relations[index].contains { $0.record == record && $0.kind.partial != $0.kind }
                })
            records[index].relations = relations[index].filter {
                !(whole.contains($0.record)
                    && ($0.kind == .partlySupersedes || $0.kind == .partlySupersededBy))
            }.sorted { a, b in
                (a.kind.order, a.record, a.words ?? "") < (b.kind.order, b.record, b.words ?? "")
            }
        }
        return records
    }

    /// Whether a record is said to replace the very record that says so, by number or by name.
    private func namesItself(_ statement: RelationStatement, _ position: Int) -> Bool {
        guard statement.kind == .supersedes || statement.kind == .supersededBy else { return false }
        let record = records[position]
        let name = statement.link.map { SiteMap.decoded($0) } ?? statement.text.withoutStop
        if !name.utf8.contains(UInt8(ascii: "/")),
            RecordIndex.stem(name) == RecordIndex.stem(record.file.name)
        {
            return true
        }
        return statement.link == nil && record.number != nil && Int(name) == record.number
    }

    private mutating func note(_ statement: RelationStatement, of position: Int, _ other: Int) {
        switch statement.kind {
        case .supersedes:
            supersessions.append(Supersession(newer: position, older: other, location: statement.location))
        case .supersededBy:
            supersessions.append(Supersession(newer: other, older: position, location: statement.location))
        default: break
        }
    }

    private mutating func resolve(_ statement: RelationStatement, from position: Int) -> Int? {
        if let link = statement.link, let found = follow(link, statement, from: position) { return found }
        let text = statement.text.withoutStop
        if let found = record(called: text, from: position) { return found }
        guard Self.looksLikeRecord(statement) else { return nil }
        problems.append(
            Diagnostic(
                "unknown-record", .warning, at: statement.location,
                "no record here is '\(statement.link ?? text)'",
                suggestion: suggestion(for: statement) ?? "link to the record's file, or write its number"))
        return nil
    }

    /// The record whose file a link leads to.
    private mutating func target(of statement: RelationStatement, from position: Int) -> Int? {
        guard let link = statement.link,
            case .page(let file, _) = map.target(of: link, in: records[position].file.path)
        else { return nil }
        return index.record(at: file)
    }

    /// Where a link leads: to a record's file, to one that has moved to another folder, or to one that has another number by
    /// now, which is said.
    private mutating func follow(
        _ link: String, _ statement: RelationStatement, from position: Int
    ) -> Int? {
        if let found = target(of: statement, from: position) { return found }
        let name = SiteMap.decoded(link)
        if let found = index.record(named: name, from: position) { return found }
        let stem = RecordIndex.stem(name)
        let number = RecordNumber.inFileName(stem + ".md")
        guard number != nil || stem.contains("-"), let found = index.record(withSlugOf: stem, from: position)
        else {
            return nil
        }
        problems.append(
            Diagnostic(
                "moved-record", .warning, at: statement.location,
                "'\(link)' leads to no record, and '\(records[found].file.name)' is taken to be meant",
                suggestion: "link to that file"))
        return found
    }

    /// `ADR-0005`, `ADR 5`, `5. Title`, `0005`, `0005-use-x.md`, `Use X`.
    private mutating func record(called text: String, from position: Int) -> Int? {
        if let found = index.record(named: text, from: position) ?? index.record(titled: text, from: position)
        {
            return found
        }
        let lead = text.prefix { !$0.isNumber }.lowercased().filter(\.isLetter)
        let digits = text.drop { !$0.isNumber }.prefix { $0.isNumber }
        let isAlone = lead.isEmpty || RecordNumber.families.contains(lead) || lead == "no" || lead == "adrno"
        if isAlone, let number = Int(digits), let found = index.record(numbered: number, from: position) {
            return found
        }
        // Of a whole path or a title with a remark behind it the part that is known counts.
        let name = text.prefix { !$0.isWhitespace }
        return name.contains("-") || name.contains("/") ? index.record(named: name, from: position) : nil
    }

    /// Whether a statement is about a record at all: one among other links need not be, nor is a sentence.
    private static func looksLikeRecord(_ statement: RelationStatement) -> Bool {
        if statement.isCertain {
            let isSentence = statement.link == nil && statement.text.split(separator: " ").count > 4
            return statement.kind == .supersededBy || !isSentence
        }
        let words = (statement.link ?? statement.text).lowercased()
        return RecordNumber.inFileName(words) != nil || statement.text.lowercased().hasPrefix("adr")
    }

    private mutating func suggestion(for statement: RelationStatement) -> String? {
        guard searchesLeft > 0 else { return nil }
        searchesLeft -= 1
        guard let link = statement.link else {
            return didYouMean(
                statement.text, among: records.map(\.title) + records.map(\.id) + records.map(\.file.name))
        }
        let name = link.split(separator: "/").last.map(String.init) ?? link
        return didYouMean(name, among: records.map(\.file.name))
    }
}

extension Relation.Kind {
    /// The place among the kinds, in which pages list them.
    var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
