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

    /// What one record says of itself, and what it shows of its log's habits.
    struct Facts: Sendable {
        let facts: RecordFacts
        let signs: LogHabits.Signs
    }

    /// What one record means.
    struct Read: Sendable {
        var record: DecisionRecord
        let problems: [Diagnostic]
    }

    /// The records in the order of their logs, by number, then by path, and what is not understood of them.
    func records(
        _ files: [ContentFile], remembering memory: inout SiteMemory?
    ) async throws -> (records: [DecisionRecord], problems: [Diagnostic], habits: [Int: LogHabits]) {
        let known = memory
        let grounds = known.map { known in files.map { known.ground(of: $0) } }
        let facts = try await Array(files.indices).concurrentMap { index in
            let file = files[index]
            if let known, let facts = known.facts.made(file.shownPath, of: grounds?[index]) { return facts }
            let facts = RecordFacts(file)
            return Facts(facts: facts, signs: LogHabits.Signs(file, facts))
        }
        let places = files.map { scopes.place(of: $0.path) }
        let logs = Dictionary(grouping: files.indices) { places[$0] }
        let habits = logs.mapValues { members in LogHabits(members.lazy.map { facts[$0].signs }) }
        let log = self
        let ground = { @Sendable (index: Int) in
            grounds?[index].map {
                RecordGround(
                    file: $0, habits: habits[places[index]] ?? LogHabits([]), meanings: log.meanings)
            }
        }
        let read = try await Array(files.indices).concurrentMap { index in
            if let read = known?.records.made(files[index].shownPath, of: ground(index)) { return read }
            let common = habits[places[index]] ?? LogHabits([])
            var reader = RecordReader(
                files[index], facts[index].facts, habits: common, meanings: log.meanings)
            let record = reader.record()
            return Read(record: record, problems: reader.problems)
        }
        if let grounds {
            memory?.facts.keep(files.indices.map { (files[$0].shownPath, grounds[$0], facts[$0]) })
            memory?.records.keep(files.indices.map { (files[$0].shownPath, ground($0), read[$0]) })
        }
        let keys = files.indices.map { (places[$0], read[$0].record.number ?? .max, files[$0].path) }
        let sorted = files.indices.sorted { keys[$0] < keys[$1] }.map { index in
            var record = read[index].record
            record.scope = scopes.name(of: files[index].path)
            return record
        }
        return (sorted, read.flatMap(\.problems), habits)
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
            return facts.tellOfRecord ? file : ContentFile(guide: file)
        }
    }
}
