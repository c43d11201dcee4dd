public import Diagnostics
import Languages
import Markdown
public import Platform
import Rules

/// What is known of a site before any text of it is read: what its configuration says, and which files lie where.
public struct SiteSurvey: Sendable {
    private let root: String
    /// What `precedent.yml` says, with the words of the site's language.
    public private(set) var configuration = SiteConfiguration()
    /// What is wrong with either, not yet weighed.
    public private(set) var problems: [Diagnostic] = []
    /// The folders of decision records, in the order of their logs.
    public private(set) var scopes: [RecordScope] = []
    /// The folders that hold the content.
    private(set) var mounts: [Mount] = []
    /// Every file of the content.
    public private(set) var places: [Place] = []
    /// Where the files lie: paths on disk by the paths that the site map knows.
    private(set) var filesOnDisk: [String: String]

    /// Where teams keep their records (RECORDS.md), tried in this order where a site does not say where it keeps them.
    public static let decisionFolders = [
        "docs/adr", "doc/adr", "docs/decisions", "docs/adrs", "docs/architecture/decisions", "adr",
        "decisions",
    ]

    /// What a repository that says nothing has of this: the folders with records, and the usual folder of such that is a site
    /// of its own.
    public static func found(in root: String) -> (folders: [String], site: String?) {
        let folders = DecisionFolders(in: root)
        return (folders.found().map(\.folder).filter(folders.holdsRecords), folders.site)
    }

    /// A file of the content.
    public struct Place: Sendable {
        /// Where it stands in the site map.
        public let path: String
        /// Where it lies, from the site's folder.
        public let file: String

        /// Whether it is a text, and not copied as it is.
        public var isMarkdown: Bool { SiteSurvey.isMarkdown(path) }
    }

    /// A folder on disk and where its files stand in the site map.
    struct Mount: Sendable {
        let folder: String
        let prefix: String

        init(folder: String, prefix: String) {
            self.folder = folder
            self.prefix = prefix
        }

        init(_ scope: RecordScope) { self.init(folder: scope.source, prefix: scope.folder + "/") }

        /// Where a file stands in the site map; `nil` of one elsewhere.
        func path(of file: String) -> String? {
            file.hasPrefix(folder + "/") ? prefix + file.dropFirst(folder.count + 1) : nil
        }
    }

    /// Looks at the folder of a site.
    /// - Throws: `NoSite` where there is none, `FileError` where something cannot be read.
    public init(_ root: String) throws {
        self.root = root
        filesOnDisk = [:]
        mounts = try readConfiguration()
        try readPhrases()
        for mount in mounts {
            let found = try Files.listing(below: "\(root)/\(mount.folder)")
            places += found.files.map { Place(path: mount.prefix + $0, file: "\(mount.folder)/\($0)") }
            problems += found.unnamed.map { Messages.unnamed("\(mount.folder)/\($0)") }
        }
        filesOnDisk = filesByPath()
    }

    /// The folders that hold the content, from the site's.
    public var contentFolders: [String] { mounts.map(\.folder) }

    /// A digest of all that a site is made from but its texts and the files that are copied: another one once the configuration, a
    /// template, or the name of a file is another.
    /// - Throws: `FileError`.
    public func ground() throws -> Fingerprint {
        var writer = StoredWriter()
        Files.absolute(root).write(to: &writer)
        var files = [SiteConfiguration.fileName]
        if let templates = configuration.templates, Files.kind(of: "\(root)/\(templates)") == .folder {
            files += try Files.tree(below: "\(root)/\(templates)").map { "\(templates)/\($0)" }
        }
        for file in files {
            file.write(to: &writer)
            let isThere = Files.kind(of: "\(root)/\(file)") == .file
            writer.write(isThere ? try Files.read("\(root)/\(file)") : [])
        }
        // Where a site says nothing of them, they come from what else is in the folder.
        for text in [configuration.title, configuration.output] { text.write(to: &writer) }
        (configuration.repository?.identity).write(to: &writer)
        problems.map { "\($0.id) \($0.location?.file ?? "") \($0.summary)" }.write(to: &writer)
        scopes.write(to: &writer)
        places.flatMap { [$0.path, $0.file] }.write(to: &writer)
        return Fingerprint(of: writer.bytes)
    }

    static func isMarkdown(_ path: String) -> Bool {
        path.hasSuffix(".md") || path.hasSuffix(".markdown")
    }

    /// Where each file lies. Names that read the same, such as `é` in one character and in two, cannot stand in one site.
    private mutating func filesByPath() -> [String: String] {
        var files: [String: String] = [:]
        for place in places {
            let (path, file) = (place.path, place.file)
            if let first = files.updateValue(file, forKey: path) {
                problems.append(Messages.sameName(file, first))
            } else if !Self.isMarkdown(path), !Files.isReadable("\(root)/\(file)") {
                problems.append(Diagnostic.unreadable(file, FileError("read", file)))
            }
        }
        return files
    }

    /// The configuration and the folders that hold the content. Where nothing says where the records lie, they are looked
    /// for in the usual folders.
    private mutating func readConfiguration() throws -> [Mount] {
        let file = "\(root)/\(SiteConfiguration.fileName)"
        guard Files.kind(of: file) == .file else {
            let folders = DecisionFolders(in: root)
            problems += [AdrToolsFolder(in: root)?.problem].compactMap { $0 }
            let found = folders.found()
            guard !found.isEmpty else {
                throw folders.site.map { .siteBelow(root == "." ? $0 : "\(root)/\($0)") }
                    ?? NoSite.nothingFound(folder: root)
            }
            configuration.output = "_site"
            // A repository's own folder of that name holds templates of something else.
            configuration.templates = nil
            configuration.repository = SourceHost.origin(of: root)
            configuration.title = SourceHost.name(of: root) ?? configuration.title
            scopes = folders.scopes(of: found, besideOwn: false)
            return scopes.map { Mount($0) }
        }
        let reader = ConfigurationReader(try Files.read(file), file: SiteConfiguration.fileName)
        configuration = reader.configuration
        problems += reader.problems
        if let location = reader.templatesLocation, let templates = configuration.templates,
            Files.kind(of: "\(root)/\(templates)") != .folder
        {
            problems.append(
                Diagnostic(
                    "bad-value", at: location, "there is no folder '\(templates)' here",
                    suggestion: "make it, or leave 'templates:' out for the theme that is built in"))
        }
        let own = "\(configuration.content)/\(ContentKind.decisionRecord.folder)"
        let hasOwn = Files.kind(of: "\(root)/\(own)") == .folder
        let saysWhere = reader.namesFolders || hasOwn
        let logs = saysWhere ? configuredLogs() : DecisionFolders(in: root).found()
        // Of records that were found in a repository, as without this file.
        if !saysWhere, configuration.repository == nil {
            configuration.repository = SourceHost.origin(of: root)
        }
        guard Files.kind(of: "\(root)/\(configuration.content)") == .folder else {
            guard logs.isEmpty else {
                scopes = DecisionFolders(in: root).scopes(of: logs, besideOwn: false)
                return scopes.map { Mount($0) }
            }
            throw NoSite.noContentFolder(configuration.content)
        }
        scopes = DecisionFolders(in: root).scopes(of: logs, besideOwn: hasOwn)
        let mounts = [Mount(folder: configuration.content, prefix: "")] + scopes.map { Mount($0) }
        if hasOwn {
            scopes.insert(
                RecordScope(name: "", folder: ContentKind.decisionRecord.folder, source: own), at: 0)
        }
        return mounts
    }

    /// The words of the theme in the site's language, and with them those of rules that the site does not name itself.
    private mutating func readPhrases() throws {
        let layers = try PhraseLayers(
            language: configuration.language, namedAt: configuration.languageLocation,
            templates: configuration.templates.map { (path: "\(root)/\($0)", shown: $0) })
        problems += layers.problems
        if configuration.isUntitled { configuration.title = layers.phrases("log.heading") }
        let notation = layers.phrases.notation.merging(configuration.ownWords) { $1 }
        configuration.words = Words(notation)
        configuration.phrases = notation.isEmpty ? layers.phrases : layers.phrases.with(notation: notation)
    }

    /// The folders under `decisions:` that are there.
    private mutating func configuredLogs() -> [DecisionFolders.Named] {
        configuration.decisions.compactMap { entry in
            guard Files.kind(of: "\(root)/\(entry.folder)") == .folder else {
                problems.append(Messages.noLog(entry))
                return nil
            }
            return DecisionFolders.Named(name: entry.name, folder: entry.folder)
        }
    }
}

private enum Messages {
    static func noLog(_ entry: SiteConfiguration.DecisionFolder) -> Diagnostic {
        Diagnostic(
            "bad-value", at: entry.location, "there is no folder '\(entry.folder)' here",
            suggestion: "write the way to it from the site's folder")
    }

    static func unnamed(_ path: String) -> Diagnostic {
        Diagnostic(
            "bad-file-name", .warning, at: SourceLocation(file: path, line: 1),
            "this name is not UTF-8, so what it names is left out",
            suggestion: "rename it; a byte that is no letter is shown here as \\x and its value")
    }

    static func sameName(_ file: String, _ first: String) -> Diagnostic {
        Diagnostic(
            "same-name", at: SourceLocation(file: file, line: 1), "the names of two files read the same",
            suggestion: "rename one of them", notes: [.init("the other is \(first)")])
    }
}
