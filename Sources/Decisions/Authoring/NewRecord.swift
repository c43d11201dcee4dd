public import Diagnostics
import Markdown

extension LoadedSite {
    /// A folder in which new records of the site are put.
    public struct RecordFolder: Sendable {
        /// The path from the site's folder.
        public let path: String
        let records: [Int]
        let templates: [String]
    }

    /// The folders of the site's logs: its own, then those that are named or were found.
    public var recordFolders: [RecordFolder] {
        let own = "\(configuration.content)/\(ContentKind.decisionRecord.folder)"
        let others = scopes.map(\.source)
        let holdsOwn = model.records.contains { $0.file.shownPath.hasPrefix(own + "/") }
        return ((holdsOwn || others.isEmpty ? [own] : []) + others).map { folder in
            let isHere = { (path: String) in path.hasPrefix(folder + "/") }
            return RecordFolder(
                path: folder,
                records: model.records.indices.filter { isHere(model.records[$0].file.shownPath) },
                templates: leftOutTemplates.filter(isHere))
        }
    }

    /// The templates among the records, those with the fewest words in their name first.
    private var leftOutTemplates: [String] {
        model.leftOut.filter { $0.role == .template }.map(\.shownPath).sorted { a, b in
            (a.utf8.count, a) < (b.utf8.count, b)
        }
    }

    /// The names of a log's records, by their numbers.
    public func names(in folder: RecordFolder) -> [String] {
        folder.records.map { index in
            let path = model.records[index].file.shownPath
            return path.split(separator: "/").last.map(String.init) ?? path
        }
    }

    /// The numbers of a log's records, those in folders below it too.
    public func numbers(in folder: RecordFolder) -> [Int] {
        folder.records.compactMap { model.records[$0].number }
    }

    /// The template that a log has of its own, by the path from the site's folder.
    public func ownTemplate(in folder: RecordFolder) -> String? {
        folder.templates.first { $0 == "\(folder.path)/templates/template.md" } ?? folder.templates.first
    }

    /// The format that a log's latest record has, as near as one of the program's comes to it.
    /// - Parameter isEmpty: what an empty log has.
    public func usualFormat(in folder: RecordFolder, ofEmptyLog isEmpty: RecordTemplate.Format)
        -> RecordTemplate.Format
    {
        guard let latest = folder.records.last else { return isEmpty }
        let form = RecordForm(
            Array(model.records[latest].file.source), file: model.records[latest].file.shownPath)
        if form.statusFact?.source == .section { return .nygard }
        let source = String(decoding: form.source.text, as: UTF8.self)
        return source.contains("\n## Pros and Cons") || source.contains("\n## Decision Drivers")
            ? .madr : .minimal
    }

    /// The lines in which a log's latest record says its status and date; `nil` where it has front matter or a section.
    public func usualHead(in folder: RecordFolder) -> RecordHead? {
        for index in folder.records.reversed() {
            let file = model.records[index].file
            let form = RecordForm(Array(file.source), file: file.shownPath)
            if let head = RecordHead(form) { return head }
            guard form.statusFact?.source == .head else { return nil }
        }
        return nil
    }

    /// The heading of a log's latest record, as the example of how titles are numbered.
    public func latestHeading(in folder: RecordFolder) -> String? {
        folder.records.last.map { index in
            let file = model.records[index].file
            return RecordForm(Array(file.source), file: file.shownPath).headingText
        }
    }
}

extension LogChanges {
    /// Adds a new record.
    /// - Parameter bytes: what it holds.
    public mutating func add(_ path: String, _ bytes: [UInt8]) { set(path, bytes) }

    /// States in a new record and an older one what they are to each other.
    /// - Throws: `EditRefusal`, and what reading a file throws.
    public mutating func relate(_ path: String, _ words: String, to older: String, reverse: String) throws {
        try state(words, in: path, of: older)
        try state(reverse, in: older, of: path)
    }
}

/// What a record is to another, as the command line names it.
public struct RelationWords: Sendable, Hashable {
    /// The words for the first record.
    public let words: String
    /// The words for the second.
    public let reverse: String

    /// The words of a relation that the formats of this field know; `nil` where these are none.
    public init?(_ written: String) {
        guard let verb = RelationVerb(startingIn: written), verb.range == 0..<written.utf8.count else {
            return nil
        }
        words = verb.kind.rawValue
        reverse = verb.kind.reverse.rawValue
    }

    /// Words of the author's own for both.
    public init(_ words: String, reverse: String) {
        self.words = words
        self.reverse = reverse
    }

    /// The relations that are known.
    public static let known = Relation.Kind.allCases.map { $0.rawValue.lowercased() }
}

extension LoadedSite {
    /// The statuses that a record of this site may have without a question being asked: the usual ones and the site's own.
    public var statusNames: [String] {
        RecordStatus.usual.keys.sorted() + configuration.statuses.keys.sorted()
    }

    /// What is to be said of the status that a new record has, as a check of it says it.
    /// - Parameter path: the record's file, from the site's folder.
    public func problems(ofStatusIn bytes: [UInt8], path: String) -> [Diagnostic] {
        let form = RecordForm(bytes, file: path)
        var reader = RecordReader(
            form.file, form.facts, habits: LogHabits([]), meanings: configuration.statuses)
        _ = reader.record()
        return weighed(reader.problems.filter { $0.id == "bad-status" })
    }

    /// Whether a word is a status that a reader of this site knows.
    public func isStatus(_ name: String) -> Bool {
        statusNames.contains(name) || RecordStatus.common[name] != nil
    }
}

extension Assessment.Evidence {
    /// The evidence as its author wrote it, where it is a cell of a table.
    public var cell: String? { inline.flatMap { $0.kind == .tableCell ? $0.source : nil } }
}
