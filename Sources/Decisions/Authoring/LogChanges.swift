public import Diagnostics
import Markdown

/// Changes to the records of a site, worked out as a whole before anything is written.
public struct LogChanges: Sendable {
    /// A file as it will be.
    public struct File: Sendable, Hashable {
        /// The path from the site's folder.
        public let path: String
        /// What it will hold.
        public let bytes: [UInt8]
        /// What it held when the change was worked out; `nil` of a new file.
        public let old: [UInt8]?
    }

    /// A file that gets another name.
    public struct Move: Sendable, Hashable {
        /// The path that it had, from the site's folder.
        public let from: String
        /// The path that it gets.
        public let to: String
    }

    /// The files that get another name, in order.
    public internal(set) var moves: [Move] = []
    /// Words that may still mean a number that a record had, each with its place in the file as it will be.
    public internal(set) var leftBehind: [Diagnostic.Note] = []

    let site: LoadedSite
    let read: @Sendable (String) throws -> [UInt8]
    private var pending: [String: [UInt8]] = [:]
    private var order: [String] = []
    /// What files held when they were read.
    private var old: [String: [UInt8]] = [:]

    /// - Parameter read: the bytes of a file, by its path from the site's folder.
    public init(_ site: LoadedSite, read: @escaping @Sendable (String) throws -> [UInt8]) {
        self.site = site
        self.read = read
    }

    /// The files that change, in the order in which they were first touched.
    public var files: [File] {
        order.compactMap { path in pending[path].map { File(path: path, bytes: $0, old: old[path]) } }
    }

    /// What a file held when a change was worked out from it; `nil` where it was not read.
    public func old(_ path: String) -> [UInt8]? { old[path] }

    /// The bytes of a file with the changes so far.
    mutating func bytes(of path: String) throws -> [UInt8] {
        if let known = pending[path] ?? old[path] { return known }
        let bytes = try read(path)
        old[path] = bytes
        return bytes
    }

    /// Sets what a file will hold.
    mutating func set(_ path: String, _ bytes: [UInt8]) {
        if pending.updateValue(bytes, forKey: path) == nil { order.append(path) }
    }

    /// What a record's status says of its decision, with the changes so far; `nil` where it has none.
    /// - Throws: what reading a file throws.
    public mutating func group(of path: String) throws -> StatusGroup? {
        RecordForm(try bytes(of: path), file: path).status.name.map {
            RecordStatus($0, meanings: site.configuration.statuses).group
        }
    }

    // MARK: Status

    /// Gives a record another status.
    /// - Throws: `EditRefusal`, and what `read` throws.
    public mutating func setStatus(of record: Int, to name: String) throws {
        let path = site.model.records[record].file.shownPath
        try setStatus(path, StatusChange(words: name.lowercased(), successor: nil))
    }

    private mutating func setStatus(_ path: String, _ change: StatusChange) throws {
        set(path, try RecordEdit.settingStatus(change, in: bytes(of: path), file: path))
    }

    // MARK: Relations

    /// States in both records what the one is to the other. What supersedes another also gives that its status.
    /// - Parameters:
    ///   - words: what the record is to the other.
    ///   - reverse: what the other is to the record, in words; the usual ones where it is left out.
    /// - Throws: `EditRefusal`, and what `read` throws.
    public mutating func link(_ record: Int, _ words: String, _ other: Int, reverse: String) throws {
        let (path, target) = (
            site.model.records[record].file.shownPath, site.model.records[other].file.shownPath
        )
        try state(words, in: path, of: target)
        try state(reverse, in: target, of: path)
    }

    /// States in one file what it is to another.
    mutating func state(_ words: String, in path: String, of target: String) throws {
        let words = spelled(words)
        let heading = RecordForm(try bytes(of: target), file: target).headingText
        let link = RecordLink(to: target, heading: heading, from: path, in: site.model.map)
        let old = try bytes(of: path)
        let verb = RelationVerb(startingIn: words)
        if verb?.kind == .supersededBy, verb?.range == 0..<words.utf8.count {
            guard !RecordEdit.states(.supersededBy, link, in: old, file: path) else { return }
            try setStatus(path, StatusChange(words: words.lowercased(), successor: link))
        } else {
            let form = RecordForm(old, file: path)
            guard !(verb.map { form.states($0.kind, link) } ?? form.states(words, link)) else { return }
            set(path, try RecordEdit.stating(words, of: link, in: old, file: path))
        }
    }

    /// As the log has always spelled it: some write `Superceded`, as early versions of adr-tools did.
    private func spelled(_ words: String) -> String {
        guard ["supersedes", "superseded by"].contains(words.lowercased()) else { return words }
        let sources = site.model.records.lazy.map { String(decoding: $0.file.source, as: UTF8.self) }
        let isOld = sources.contains { text in
            text.contains("uperceded by [") || text.contains("upercedes [")
        }
        let isUsual = sources.contains { $0.contains("uperseded by [") || $0.contains("upersedes [") }
        return isOld && !isUsual
            ? words.replacing("superse", with: "superce").replacing("Superse", with: "Superce") : words
    }
}

/// Edits of one record, from bytes to bytes. A reader of the result finds what was meant, or nothing is changed.
enum RecordEdit {
    static func settingStatus(_ change: StatusChange, in bytes: [UInt8], file: String) throws(EditRefusal)
        -> [UInt8]
    {
        let form = RecordForm(bytes, file: file)
        try form.source.requireNoMergeMarks()
        if form.status.name == change.name, change.successor == nil { return bytes }
        guard let edits = StatusEdit(form, change).edits() else { throw Messages.noPlace(form) }
        let result = try form.source.applying(edits)
        let read = RecordForm(result, file: file)
        guard read.status.name == change.name else {
            throw Messages.elsewhere(form, change.name, read.status)
        }
        if let link = change.successor, !read.states(.supersededBy, link) { throw Messages.noPlace(form) }
        return result
    }

    static func stating(_ words: String, of target: RecordLink, in bytes: [UInt8], file: String)
        throws(EditRefusal) -> [UInt8]
    {
        let form = RecordForm(bytes, file: file)
        try form.source.requireNoMergeMarks()
        let edit = RelationEdit(form, words: words, target: target)
        guard let edits = edit.edits() else { throw Messages.noPlace(form) }
        let result = try form.source.applying(edits)
        let read = RecordForm(result, file: file)
        guard read.status.name == form.status.name else {
            throw Messages.elsewhere(form, form.status.name ?? "none", read.status)
        }
        if let kind = edit.kind, !read.states(kind, target) { throw Messages.noPlace(form) }
        return result
    }

    static func states(_ kind: Relation.Kind, _ target: RecordLink, in bytes: [UInt8], file: String) -> Bool {
        RecordForm(bytes, file: file).states(kind, target)
    }
}

extension RecordForm {
    /// Whether the record itself says that it stands so to another.
    func states(_ kind: Relation.Kind, _ target: RecordLink) -> Bool {
        let stem = RecordIndex.stem(SiteMap.decoded(target.address))
        let number = RecordNumber.inFileName(stem + ".md")
        return status.statements.contains { statement in
            guard statement.kind == kind else { return false }
            // Names alone say too little: in some logs all are `index.md`, each in a folder of its own.
            if let link = statement.link { return Self.way(link) == Self.way(target.address) }
            let written = RecordIndex.stem(SiteMap.decoded(statement.text))
            return written == stem
                || (number != nil && Int(written.drop { !$0.isNumber }.prefix { $0.isNumber }) == number)
        }
    }

    /// Whether the record says so of another in words of the author's own.
    func states(_ words: String, _ target: RecordLink) -> Bool {
        status.statements.contains { statement in
            guard let own = statement.words, let link = statement.link else { return false }
            return own.lowercased() == words.lowercased() && Self.way(link) == Self.way(target.address)
        }
    }

    /// An address as a way, however it is written: without its ending, an anchor, and `./`.
    private static func way(_ address: String) -> [Substring] {
        let plain = SiteMap.decoded(address.prefix { !"#?".contains($0) })
        var parts = plain.split(separator: "/").filter { $0 != "." }
        if let name = parts.popLast() {
            parts.append(
                name.hasSuffix(".md") || name.hasSuffix(".markdown") ? name.prefix { $0 != "." } : name)
        }
        return parts
    }
}

private enum Messages {
    static func noPlace(_ form: RecordForm) -> EditRefusal {
        EditRefusal(
            Diagnostic(
                "no-place",
                at: form.statusFact?.location ?? SourceLocation(file: form.file.document.file, line: 1),
                "what this record says of its standing is written in a way that only a person can change",
                suggestion: "change it by hand"))
    }

    static func elsewhere(_ form: RecordForm, _ wanted: String, _ read: StatusReader) -> EditRefusal {
        EditRefusal(
            Diagnostic(
                "no-place",
                at: form.status.location ?? SourceLocation(file: form.file.document.file, line: 1),
                "this record would still be read as '\(read.name ?? "none")', not '\(wanted)', since it says so in more than one place",
                suggestion: "change it by hand"))
    }
}
