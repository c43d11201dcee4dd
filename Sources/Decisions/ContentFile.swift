public import Diagnostics
public import Markdown
import Rules

/// What a Markdown file is about (FORMATS, introduction).
public enum ContentKind: String, Sendable, CaseIterable {
    /// A reusable way to decide.
    case framework
    /// One subject's answers to a framework.
    case assessment
    /// What was decided, and why.
    case decisionRecord = "decision record"
    /// Anything else.
    case page

    /// The folder of the kind, below the content folder and in the address of its pages; none for plain pages.
    public var folder: String {
        switch self {
        case .framework: "frameworks"
        case .assessment: "assessments"
        case .decisionRecord: "decisions"
        case .page: ""
        }
    }

    /// Reads `kind:` of a front matter.
    init?(written text: String) {
        switch text.lowercased() {
        case "framework": self = .framework
        case "assessment": self = .assessment
        case "decision", "record", "adr", "decision record", "decision-record": self = .decisionRecord
        case "page": self = .page
        default: return nil
        }
    }
}

/// A Markdown file of the content folder, parsed.
public struct ContentFile: Sendable {
    /// Shared by all copies: records, lists and indices of files make many.
    private let storage: Storage

    private final class Storage: Sendable {
        let parts: Parts

        init(_ parts: Parts) { self.parts = parts }
    }

    /// What a file is made of.
    private struct Parts: Sendable {
        let path: String
        let kind: ContentKind
        let id: String
        let document: Document
        let isDraft: Bool
        let role: RecordFolderRole
        let ownPage: OwnPage?
        let aliases: [Alias]
        /// The heading that holds a record's title, which many ask for and which takes a search.
        let recordTitle: Element?
        let severity: Severity
        let pagePath: String
    }

    /// The path below the content folder: `decisions/0001-use-x.md`.
    public var path: String { storage.parts.path }
    /// What it is about.
    public var kind: ContentKind { storage.parts.kind }
    /// Its name among its kind: the path below the kind's folder without the extension, or `id:`.
    public var id: String { storage.parts.id }
    /// What it says.
    public var document: Document { storage.parts.document }
    /// Whether it is built only on request.
    public var isDraft: Bool { storage.parts.isDraft }
    /// What it is in a folder of decision records; a record anywhere else.
    public var role: RecordFolderRole { storage.parts.role }
    /// Whether it is a template of decision records, in which nothing is meant as it stands.
    var isTemplate: Bool { role == .template }
    /// The page of the site's own that it introduces; `nil` where it becomes a page itself.
    public var ownPage: OwnPage? { storage.parts.ownPage }
    /// What it was called before.
    public var aliases: [Alias] { storage.parts.aliases }
    /// What problems with its content weigh: old logs are full of oddities, and are shown whole all the same.
    var severity: Severity { storage.parts.severity }
    /// Where its page stands in the site: `decisions/0001-use-x.html`.
    public var pagePath: String { storage.parts.pagePath }

    /// A former id.
    public struct Alias: Sendable {
        /// The id.
        public let id: String
        /// Where it is written.
        public let location: SourceLocation
    }

    /// The same file under another id.
    init(_ file: ContentFile, id: String) { self.init(file, id: id, kind: file.kind, role: file.role) }

    /// A file in a folder of records that turned out to be a guide to them.
    init(guide file: ContentFile) {
        let stem = file.path.lastIndex(of: ".").map { String(file.path[..<$0]) } ?? file.path
        self.init(file, id: stem, kind: .page, role: .guide)
    }

    private init(_ file: ContentFile, id: String, kind: ContentKind, role: RecordFolderRole) {
        storage = Storage(
            Parts(
                path: file.path, kind: kind, id: id, document: file.document, isDraft: file.isDraft,
                role: role,
                ownPage: file.ownPage, aliases: file.aliases,
                recordTitle: kind == .decisionRecord
                    ? file.storage.parts.recordTitle ?? file.document.recordTitle : nil,
                severity: file.severity, pagePath: Self.pagePath(of: id, kind)))
    }

    /// Parses a file and tells its kind by its folder or `kind:`.
    init(path: String, shownAs file: String, bytes: [UInt8], problems: inout [Diagnostic]) {
        let byFolder = ContentKind.allCases.first { $0 != .page && path.hasPrefix($0.folder + "/") } ?? .page
        let document = Document(
            bytes, file: file, strictness: byFolder == .decisionRecord ? .forgiving : .strict)
        let ownPage = OwnPage.introduced(by: path)
        let role = byFolder == .decisionRecord ? RecordFolderRole(path: path) : .record
        let usual = role == .record ? byFolder : .page
        let kind =
            ownPage == nil ? Self.writtenKind(document, byFolder, problems: &problems) ?? usual : .page
        let severity: Severity =
            kind == .decisionRecord || byFolder == .decisionRecord ? .warning : .error
        let id: String
        if let ownPage {
            id = ownPage.rawValue
            problems += document.frontMatter.entries.filter { ["id", "kind"].contains($0.key) }.map { entry in
                Diagnostic(
                    "bad-value", severity, at: entry.keyLocation,
                    "this file introduces '\(ownPage.path)', and has no '\(entry.key)' of its own",
                    suggestion: "leave the key out, or give the file another name")
            }
        } else {
            let below =
                kind == byFolder && kind != .page ? String(path.dropFirst(kind.folder.count + 1)) : path
            let stem = below.lastIndex(of: ".").map { String(below[..<$0]) } ?? below
            let written = document.frontMatter["id"]
            id = written.flatMap { Self.id(from: $0, severity, problems: &problems) } ?? stem
        }
        let aliases = (document.frontMatter["aliases"]?.elements ?? []).compactMap { written in
            Self.alias(from: written, kind, severity, problems: &problems)
        }
        let placedRole = kind == .decisionRecord || document.frontMatter["kind"] != nil ? .record : role
        storage = Storage(
            Parts(
                path: path, kind: kind, id: id, document: document,
                isDraft: document.frontMatter["draft"]?.text == "true", role: placedRole, ownPage: ownPage,
                aliases: aliases, recordTitle: kind == .decisionRecord ? document.recordTitle : nil,
                severity: severity, pagePath: Self.pagePath(of: id, kind)))
        if let draft = document.frontMatter["draft"], let text = draft.text,
            !["true", "false"].contains(text)
        {
            problems.append(
                Diagnostic(
                    "bad-value", severity, at: draft.location,
                    "'\(text)' does not say whether this is a draft",
                    suggestion: "write 'draft: true' or 'draft: false'"))
        }
        guard placedRole != .template else { return }
        problems += document.problems.map { problem in
            var problem = problem
            if severity == .warning { problem.severity = .warning }
            return problem
        }
    }

    /// `kind:`.
    private static func writtenKind(
        _ document: Document, _ byFolder: ContentKind, problems: inout [Diagnostic]
    ) -> ContentKind? {
        guard let written = document.frontMatter["kind"], let text = written.text else { return nil }
        if let named = ContentKind(written: text) { return named }
        problems.append(
            Diagnostic(
                "unknown-kind", byFolder == .decisionRecord ? .warning : .error, at: written.location,
                "'\(text)' is no kind of file",
                suggestion: didYouMean(text, among: ["framework", "assessment", "decision", "page"])
                    ?? "the kinds are framework, assessment, decision and page"))
        return nil
    }

    /// A former id, which is no file's name: that would be looked for with its ending said twice.
    private static func alias(
        from written: Metadata, _ kind: ContentKind, _ severity: Severity, problems: inout [Diagnostic]
    ) -> Alias? {
        guard let id = id(from: written, severity, problems: &problems) else { return nil }
        guard let ending = [".html", ".md", ".markdown"].first(where: id.hasSuffix) else {
            return Alias(id: id, location: written.location)
        }
        let stem = id.dropLast(ending.count)
        let own = written.location.file.lastIndex(of: "/").map { String(written.location.file[...$0]) }
        let folder =
            [own, kind == .page ? nil : "\(kind.folder)/"].compactMap { $0 }.first(where: stem.hasPrefix)
            ?? ""
        problems.append(
            Diagnostic(
                "bad-value", severity, at: written.location,
                "'\(id)' is the name of a file, and an alias is a former id",
                suggestion: "write '\(stem.dropFirst(folder.count))'"))
        return nil
    }

    /// An id, which becomes part of an address, so that it must not lead out of its folder.
    private static func id(
        from written: Metadata, _ severity: Severity, problems: inout [Diagnostic]
    ) -> String? {
        guard let text = written.text else { return nil }
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.allSatisfy({ !$0.isEmpty && $0.first != "." && !$0.contains("\\") }) else {
            problems.append(
                Diagnostic(
                    "bad-value", severity, at: written.location, "'\(text)' cannot be an id",
                    suggestion: "write letters, digits and hyphens"))
            return nil
        }
        return text
    }

    /// The path as problems show it: from the site's folder.
    public var shownPath: String { document.file }

    /// The text as UTF-8.
    public var source: ArraySlice<UInt8> { document.source }

    /// The file's name, with its extension.
    var name: String {
        path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[path.utf8.index(after: $0)...]) } ?? path
    }

    /// Where it lies below the site's folder, as problems show it.
    public var pathInSite: String { document.file }

    /// Where a page of a former id stood.
    func pagePath(of alias: Alias) -> String { Self.pagePath(of: alias.id, kind) }

    /// What the path of a file with a former id was, below the content folder.
    func path(of alias: Alias) -> String { Self.folder(of: kind) + alias.id + ".md" }

    private static func pagePath(of id: String, _ kind: ContentKind) -> String {
        folder(of: kind) + id + ".html"
    }

    /// The folder of a kind with a slash behind it; empty of plain pages.
    private static func folder(of kind: ContentKind) -> String {
        kind.folder.isEmpty ? "" : kind.folder + "/"
    }

    /// Whether it is or was called so.
    func isCalled(_ name: String) -> Bool { id == name || aliases.contains { $0.id == name } }

    /// The first heading of the first level that says something. Records have it in more than one form.
    public var titleHeading: Element? {
        if kind == .decisionRecord { return storage.parts.recordTitle }
        return document.blocks.first { $0.kind == .heading && $0.level == 1 && !$0.plainText.trimmed.isEmpty }
    }

    /// Warns of keys that are nearly ones of the kind's own. Keys that are far from all are the author's business.
    func nearlyKnownKeys(_ known: [String]) -> [Diagnostic] {
        let common = known + ["kind", "id", "aliases", "draft", "title", "date", "summary", "tags", "allow"]
        return document.frontMatter.entries.compactMap { entry in
            guard !common.contains(entry.key), let meant = nearest(to: entry.key, among: common),
                document.frontMatter[meant] == nil
            else { return nil }
            return Diagnostic(
                "unknown-key", .warning, at: entry.keyLocation,
                "'\(entry.key)' is no key of \(kind.rawValue) files",
                suggestion: "did you mean '\(meant)'?")
        }
    }

    /// The day under a key of the front matter.
    func date(_ key: String, severity: Severity, problems: inout [Diagnostic]) -> CalendarDate? {
        guard let written = document.frontMatter[key], let text = written.text else { return nil }
        if let date = CalendarDate(iso: text) { return date }
        problems.append(.noDate(text, severity, at: written.location))
        return nil
    }
}
