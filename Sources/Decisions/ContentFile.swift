import Diagnostics
public import Markdown

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
    /// The path below the content folder: `decisions/0001-use-x.md`.
    public let path: String
    /// What it is about.
    public let kind: ContentKind
    /// Its name among its kind: the path below the kind's folder without the extension, or `id:`.
    public let id: String
    /// What it says.
    public let document: Document
    /// Whether it is built only on request.
    public let isDraft: Bool

    init(path: String, kind: ContentKind, id: String, document: Document, isDraft: Bool) {
        self.path = path
        self.kind = kind
        self.id = id
        self.document = document
        self.isDraft = isDraft
    }

    /// Parses a file and tells its kind by its folder or `kind:`.
    init(path: String, shownAs file: String, bytes: [UInt8], problems: inout [Diagnostic]) {
        let byFolder = ContentKind.allCases.first { $0 != .page && path.hasPrefix($0.folder + "/") } ?? .page
        let document = Document(
            bytes, file: file, foreignEncoding: byFolder == .decisionRecord ? .readAsWindows1252 : .error)
        // Old logs are full of oddities; the record is shown whole all the same.
        let severity = { (kind: ContentKind) in kind == .decisionRecord ? Severity.warning : .error }
        var kind = byFolder
        if let written = document.frontMatter["kind"], let text = written.text {
            if let named = ContentKind(written: text) {
                kind = named
            } else {
                problems.append(
                    Diagnostic(
                        "unknown-kind", severity(byFolder), at: written.location,
                        "'\(text)' is no kind of file",
                        suggestion: didYouMean(text, among: ["framework", "assessment", "decision", "page"])
                            ?? "the kinds are framework, assessment, decision and page"))
            }
        }
        self.path = path
        self.kind = kind
        self.document = document
        let below = kind == byFolder && kind != .page ? String(path.dropFirst(kind.folder.count + 1)) : path
        let stem = below.lastIndex(of: ".").map { String(below[..<$0]) } ?? below
        id = Self.writtenID(document, severity(kind), problems: &problems) ?? stem
        isDraft = document.frontMatter["draft"]?.text == "true"
        problems += document.problems.map { problem in
            var problem = problem
            if kind == .decisionRecord { problem.severity = .warning }
            return problem
        }
    }

    /// `id:`, which becomes part of an address, so that it must not lead out of its folder.
    private static func writtenID(
        _ document: Document, _ severity: Severity, problems: inout [Diagnostic]
    ) -> String? {
        guard let written = document.frontMatter["id"], let text = written.text else { return nil }
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

    /// Where its page stands in the site: `decisions/0001-use-x.html`.
    public var pagePath: String { (kind.folder.isEmpty ? "" : kind.folder + "/") + id + ".html" }

    /// The first heading of the first level that says something.
    public var titleHeading: Element? {
        document.blocks.first { $0.kind == .heading && $0.level == 1 && !$0.plainText.trimmed.isEmpty }
    }

    /// Warns of keys that are nearly ones of the kind's own. Keys that are far from all are the author's business.
    func nearlyKnownKeys(_ known: [String]) -> [Diagnostic] {
        let common = known + ["kind", "id", "aliases", "draft", "title", "date", "summary", "tags"]
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
        problems.append(
            Diagnostic(
                "bad-date", severity, at: written.location, "'\(text)' is no date",
                suggestion: "write it as YYYY-MM-DD"))
        return nil
    }
}
