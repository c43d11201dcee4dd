import Diagnostics
import Markdown

/// Checks the log as a whole: that each number is one record's, and that what is superseded says by what.
struct RecordLogCheck {
    private let records: [DecisionRecord]

    init(_ records: [DecisionRecord]) { self.records = records }

    func problems() -> [Diagnostic] { duplicateNumbers() + missingSuccessors() }

    /// Folders count for themselves.
    private func duplicateNumbers() -> [Diagnostic] {
        struct Key: Hashable {
            let folder: Substring
            let number: Int
        }
        var firsts: [Key: Int] = [:]
        firsts.reserveCapacity(records.count)
        // By index, since a record is much to copy.
        return records.indices.compactMap { index in
            guard let number = records[index].number else { return nil }
            let path = records[index].file.path
            let folder = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path[..<$0] } ?? ""
            guard let first = firsts.updateValue(index, forKey: Key(folder: folder, number: number)) else {
                return nil
            }
            firsts[Key(folder: folder, number: number)] = first
            return Messages.duplicateNumber(number, records[index], records[first])
        }
    }

    private func missingSuccessors() -> [Diagnostic] {
        records.indices.compactMap { index in
            guard records[index].status?.group == .superseded,
                let location = records[index].statusLocation,
                !records[index].statements.contains(where: { $0.kind == .supersededBy }),
                !records[index].relations.contains(where: { $0.kind == .supersededBy })
            else { return nil }
            return Messages.noSuccessor(location)
        }
    }
}

private enum Messages {
    static func duplicateNumber(_ number: Int, _ record: DecisionRecord, _ first: DecisionRecord)
        -> Diagnostic
    {
        Diagnostic(
            "duplicate-number", .warning, at: place(of: record), "two records have the number \(number)",
            suggestion: "'precedent renumber' gives one of them a number of its own",
            notes: [.init("the first is '\(first.file.name)'", at: place(of: first))])
    }

    private static func place(of record: DecisionRecord) -> SourceLocation {
        record.heading?.location ?? SourceLocation(file: record.file.document.file, line: 1)
    }

    static func noSuccessor(_ location: SourceLocation) -> Diagnostic {
        Diagnostic(
            "no-successor", .warning, at: location,
            "this decision is superseded, and nothing says by which",
            suggestion:
                "write 'superseded-by: NUMBER' here, or 'supersedes: NUMBER' in the record that takes its place"
        )
    }
}
