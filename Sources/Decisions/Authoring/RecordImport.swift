public import Diagnostics
import Markdown

/// A folder of records from elsewhere: what of it is copied, what is left out and why, and what is not understood.
public struct RecordImport: Sendable {
    /// The files to copy, by their path below the folder.
    public let copies: [String]
    /// The copies that are records.
    private let records: [String]
    /// How many of the copies are records.
    public var recordCount: Int { records.count }
    /// How many records say their status in which way, the most frequent first.
    public let formats: [(name: String, count: Int)]
    /// The files that stay behind, each with what it is.
    public let leftOut: [(path: String, role: String)]
    /// What is not understood of the records.
    public let problems: [Diagnostic]

    /// Looks at the files of a folder.
    /// - Throws: what building a model throws.
    public init(_ files: [(path: String, bytes: [UInt8])]) async throws {
        let folder = ContentKind.decisionRecord.folder
        var found: [Diagnostic] = []
        let contents = files.filter { SiteSurvey.isMarkdown($0.path) }.map { file in
            ContentFile(
                path: "\(folder)/\(file.path)", shownAs: file.path, bytes: file.bytes, problems: &found)
        }
        var builder = ModelBuilder(files: contents, assets: [], configuration: SiteConfiguration())
        let model = try await builder.build()
        let left = model.leftOut
        let leftPaths = Set(left.map(\.shownPath))
        copies = files.map(\.path).filter { !leftPaths.contains($0) }
        leftOut = left.map { ($0.shownPath, $0.role.rawValue) }
        records = model.records.map(\.file.shownPath)
        var counts: [String: Int] = [:]
        for record in model.records {
            let form = RecordForm(Array(record.file.source), file: record.file.shownPath)
            counts[Self.format(of: form), default: 0] += 1
        }
        formats = counts.map { ($0.key, $0.value) }.sorted { ($1.1, $0.0) < ($0.1, $1.0) }
        // Links out of the folder are judged when the records lie in their new place.
        problems = (found + builder.problems).filter { $0.id != "dangling-link" }.inReadingOrder()
    }

    /// The numbers of the records that others have already in the folders that these go to, in order.
    /// - Parameter others: the records that are there, by their path below the folder that is copied into.
    public func numbers(takenBy others: [String]) -> [Int] {
        let taken = Set(others.compactMap(Place.init))
        return records.compactMap(Place.init).filter { taken.contains($0) }.map(\.number).sorted()
    }

    /// Numbers count for each folder.
    private struct Place: Hashable {
        let folder: [Substring]
        let number: Int

        init?(_ path: String) {
            guard let number = RecordNumber.inFileName(path) else { return nil }
            self.number = number
            folder = path.split(separator: "/").dropLast()
        }
    }

    private static func format(of form: RecordForm) -> String {
        switch form.statusFact?.source {
        case .frontMatter: "front matter (MADR 3 and 4)"
        case .head: "lines under the title (MADR 2, log4brains)"
        case .section: "a section on the status (Nygard, adr-tools)"
        case .title, .links: "other places"
        case nil: "no status"
        }
    }
}
