import Diagnostics
import Markdown

/// Resolves what records state of each other, by link, number, file name or title, and completes both directions.
struct RecordLinker {
    private var records: [DecisionRecord]
    private let map: SiteMap
    private let byPath: [String: Int]
    private let byNumber: [Int: Int]
    private(set) var problems: [Diagnostic] = []

    init(_ records: [DecisionRecord], map: SiteMap) {
        self.records = records
        self.map = map
        let indexed = Array(records.enumerated())
        byPath = Dictionary(
            indexed.map { ($0.element.file.path, $0.offset) }, uniquingKeysWith: { first, _ in first })
        byNumber = Dictionary(
            indexed.compactMap { index, record in record.number.map { ($0, index) } },
            uniquingKeysWith: { first, _ in first })
    }

    /// The records with their relations.
    mutating func linked() -> [DecisionRecord] {
        var relations = [[Relation]](repeating: [], count: records.count)
        func add(_ relation: Relation, to record: Int) {
            if !relations[record].contains(relation) { relations[record].append(relation) }
        }
        for (index, record) in records.enumerated() {
            for statement in record.statements {
                guard let other = resolve(statement, from: record), other != index else { continue }
                add(Relation(kind: statement.kind, record: other), to: index)
                add(Relation(kind: statement.kind.reverse, record: index), to: other)
            }
        }
        for index in records.indices {
            records[index].relations = relations[index].sorted { a, b in
                (a.kind.order, a.record) < (b.kind.order, b.record)
            }
        }
        return records
    }

    private mutating func resolve(_ statement: RelationStatement, from record: DecisionRecord) -> Int? {
        if let link = statement.link, case .page(let file, _) = map.target(of: link, in: record.file.path),
            let index = byPath[file]
        {
            return index
        }
        let text = statement.text.trimmed
        // `ADR-0005`, `ADR 5`, `5. Title`, `0005`
        let digits = text.drop { !$0.isNumber }.prefix { $0.isNumber }
        let lead = text.prefix { !$0.isNumber }.lowercased().filter(\.isLetter)
        if let number = Int(digits), lead.isEmpty || lead == "adr", let index = byNumber[number] {
            return index
        }
        let name = text.lowercased()
        if let index = records.firstIndex(where: {
            [$0.title, $0.id, $0.file.name].contains { $0.lowercased() == name }
                || $0.file.aliases.contains { $0.id.lowercased() == name }
        }) {
            return index
        }
        problems.append(
            Diagnostic(
                "unknown-record", .warning, at: statement.location,
                "no record here is '\(statement.link ?? text)'",
                suggestion: suggestion(for: statement) ?? "link to the record's file, or write its number"))
        return nil
    }

    private func suggestion(for statement: RelationStatement) -> String? {
        guard let link = statement.link else {
            let text = statement.text.trimmed
            return didYouMean(
                text, among: records.map(\.title) + records.map(\.id) + records.map(\.file.name))
        }
        let name = link.split(separator: "/").last.map(String.init) ?? link
        return didYouMean(name, among: records.map(\.file.name))
    }
}

extension Relation.Kind {
    /// The place among the kinds, in which pages list them.
    var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
