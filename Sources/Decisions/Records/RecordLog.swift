import Diagnostics
import Markdown
import Platform

/// Reads the records of a site: first what each says, then what their log has in common, then what each means.
struct RecordLog {
    private let meanings: [String: StatusGroup]
    private let scopes: RecordScopes

    init(meanings: [String: StatusGroup], scopes: RecordScopes) {
        self.meanings = meanings
        self.scopes = scopes
    }

    /// The records in the order of their logs, by number, then by path, and what is not understood of them.
    func records(_ files: [ContentFile]) async throws -> (records: [DecisionRecord], problems: [Diagnostic]) {
        let facts = try await files.concurrentMap { file in
            let facts = RecordFacts(file)
            return (facts: facts, signs: LogHabits.Signs(file, facts))
        }
        let places = files.map { scopes.place(of: $0.path) }
        let logs = Dictionary(grouping: files.indices) { places[$0] }
        let habits = logs.mapValues { members in LogHabits(members.lazy.map { facts[$0].signs }) }
        let log = self
        let read = try await Array(files.indices).concurrentMap { index in
            let common = habits[places[index]] ?? LogHabits([])
            var reader = RecordReader(
                files[index], facts[index].facts, habits: common, meanings: log.meanings)
            var record = reader.record()
            record.scope = log.scopes.name(of: record.file.path)
            return (place: places[index], record: record, problems: reader.problems)
        }
        let sorted = read.sorted { a, b in
            (a.place, a.record.number ?? .max, a.record.file.path)
                < (b.place, b.record.number ?? .max, b.record.file.path)
        }
        return (sorted.map(\.record), read.flatMap(\.problems))
    }

    /// The files with those that are no records told apart: in a log whose records have numbers or days in their names,
    /// one that has neither, states nothing of itself and has no heading of a record is a guide.
    static func sorted(_ files: [ContentFile], scopes: RecordScopes) -> [ContentFile] {
        let isMarked = { (file: ContentFile) in
            RecordNumber.inFileName(file.path) != nil || RecordNumber.dayInFileName(file.path) != nil
        }
        let records = files.filter { $0.kind == .decisionRecord }
        let unmarked = Set(records.filter { !isMarked($0) }.map(\.path))
        guard !unmarked.isEmpty else { return files }
        let counts = Dictionary(grouping: records) { scopes.place(of: $0.path) }.mapValues { members in
            (all: members.count, marked: members.count { !unmarked.contains($0.path) })
        }
        return files.map { file in
            guard unmarked.contains(file.path), let count = counts[scopes.place(of: file.path)],
                count.marked >= 3, count.marked * 5 >= count.all * 4,
                file.document.frontMatter["kind"] == nil
            else { return file }
            let facts = RecordFacts(file)
            let number = facts.title.flatMap { TitlePrefix(of: $0.plainText.trimmed)?.number }
            let states = facts.facts.contains { fact in
                if case .date = fact.key { return true }
                return fact.key == .status
            }
            return facts.hasParts || states || number != nil ? file : ContentFile(guide: file)
        }
    }
}
