public import Diagnostics
import Markdown
import Platform
import Rules

/// Finds decisions in force whose words are others than when they were accepted, by Git. A decision that changes is a new
/// one, and those who look it up must be able to rely on what was agreed.
public struct ChangedDecisions {
    /// The check's name.
    public static let id = "changed-decision"

    private let loaded: LoadedSite

    /// - Parameter loaded: a site that was loaded with its history.
    public init(_ loaded: LoadedSite) { self.loaded = loaded }

    /// A record, and the changes of its file that may matter.
    private struct Candidate {
        let record: DecisionRecord
        let changes: [FileHistory.Change]
    }

    /// What a version of a file says.
    private struct Version: Sendable {
        let isInForce: Bool
        /// `nil` where no section says what was decided.
        let outcome: String?
    }

    /// What is wrong, not yet weighed. Nothing where Git has nothing to say.
    public func problems() async throws -> [Diagnostic] {
        // Those of other repositories are theirs to keep.
        let candidates = loaded.model.records.compactMap { record -> Candidate? in
            guard record.status?.group == .inForce, let history = record.history, history.isOfSite else {
                return nil
            }
            return Candidate(record: record, changes: history.changes.reversed())
        }
        guard !candidates.isEmpty else { return [] }
        let names = candidates.flatMap { $0.changes.map { "\($0.commit):\($0.path)" } }
        guard let blobs = try? Git(in: loaded.root).files(names) else { return [] }
        var start = 0
        var work: [(candidate: Candidate, blobs: [[UInt8]?])] = []
        for candidate in candidates {
            work.append((candidate, Array(blobs[start..<start + candidate.changes.count])))
            start += candidate.changes.count
        }
        let meanings = loaded.configuration.statuses
        return try await work.concurrentMap { candidate, blobs in
            Self.problem(candidate, blobs.map { $0.map { Self.version($0, of: candidate.record, meanings) } })
        }.compactMap { $0 }
    }

    private static func version(
        _ bytes: [UInt8], of record: DecisionRecord, _ meanings: [String: StatusGroup]
    ) -> Version {
        var ignored: [Diagnostic] = []
        let file = ContentFile(
            path: record.file.path, shownAs: record.file.document.file, bytes: bytes, problems: &ignored)
        let status = StatusReader(RecordFacts(file), order: nil).name
        return Version(
            isInForce: status.map { RecordStatus($0, meanings: meanings).group == .inForce } ?? false,
            outcome: outcome(of: file)?.text)
    }

    private static func outcome(of file: ContentFile) -> RecordOutcome? {
        RecordSections(file.document, title: file.titleHeading).outcome
    }

    private static func problem(_ candidate: Candidate, _ versions: [Version?]) -> Diagnostic? {
        guard let outcome = outcome(of: candidate.record.file) else { return nil }
        // The last time that it came into force: what it said before was not yet agreed on.
        let accepted = versions.indices.last { index in
            versions[index]?.isInForce == true && (index == 0 || versions[index - 1]?.isInForce != true)
        }
        guard let accepted, let agreed = versions[accepted]?.outcome, agreed != outcome.text else {
            return nil
        }
        let changed = versions.indices.first { $0 > accepted && versions[$0]?.outcome != agreed }
        var problem = Messages.changed(
            outcome.heading.location, candidate.changes[accepted], changed.map { candidate.changes[$0] })
        problem.subject = outcome.text
        return problem
    }
}

private enum Messages {
    static func changed(
        _ location: SourceLocation, _ accepted: FileHistory.Change, _ changed: FileHistory.Change?
    ) -> Diagnostic {
        Diagnostic(
            ChangedDecisions.id, .warning, at: location,
            "these words are others than when the decision was accepted",
            suggestion:
                "let a new record supersede this one; where it means the same, 'allow: [changed-decision]' excuses it",
            notes: [
                .init("accepted by \(told(accepted))"),
                .init(changed.map { "changed by \(told($0))" } ?? "changed since the last commit"),
            ])
    }

    private static func told(_ change: FileHistory.Change) -> String {
        let day = change.date.map { " on \($0.iso)" } ?? ""
        return "\(change.author)\(day) in \(change.commit.prefix(10)): \(change.summary)"
    }
}
