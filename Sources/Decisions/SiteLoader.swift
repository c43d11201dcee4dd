public import Diagnostics
import Languages
import Markdown
import Platform
import Rules

/// A site as it was found on disk: its configuration, its model, and everything that is wrong with either.
public struct LoadedSite: Sendable {
    /// The folder of the site.
    public let root: String
    /// The folders that hold what the authors wrote, from the site's.
    public let contentFolders: [String]
    /// The folders of decision records, in the order of their logs.
    public let scopes: [RecordScope]
    /// What `precedent.yml` says.
    public let configuration: SiteConfiguration
    /// What the authors wrote.
    public let model: DecisionModel
    /// Everything found wrong, in reading order, weighed as the site's configuration says.
    public let problems: [Diagnostic]
    /// What files are excused from.
    let excuses: Excuses
    /// Where the files of the content folder lie: paths on disk by the paths that the site map knows.
    public let filesOnDisk: [String: String]
    /// The text of each file that is not UTF-8 and was read all the same, by the name that problems show it under.
    public let convertedTexts: [String: [UInt8]]
}

extension LoadedSite {
    /// Further problems as the site's authors want to hear of them: without those that a file is excused from, and with the
    /// weight that the configuration gives them.
    public func weighed(_ problems: [Diagnostic]) -> [Diagnostic] {
        configuration.weighed(excuses.applied(to: problems))
    }

    /// The problems of one framework's file.
    public func problems(of framework: Framework) -> [Diagnostic] {
        problems.filter { $0.location?.file == framework.file.document.file }
    }
}

/// Why a folder is no site.
public enum NoSite: Error, Hashable {
    /// Neither `precedent.yml` nor a folder of decision records is there.
    case nothingFound(folder: String)
    /// The configuration names a content folder that is not there.
    case noContentFolder(String)
}

/// Reads a site's folder: the only part of this module that touches the disk.
public struct SiteLoader: Sendable {
    private let root: String
    private let includesDrafts: Bool
    private let readsHistory: Bool
    private var configuration = SiteConfiguration()
    private var problems: [Diagnostic] = []
    private var memory: SiteMemory?

    /// Where teams keep their records (RECORDS.md), tried in this order where a site does not say where it keeps them.
    public static let decisionFolders = [
        "docs/adr", "doc/adr", "docs/decisions", "docs/adrs", "docs/architecture/decisions", "adr",
        "decisions",
    ]

    /// A folder on disk and where its files stand in the site map.
    private struct Mount {
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

    private var scopes: [RecordScope] = []

    /// Loads the site in a folder.
    /// - Parameter readingHistory: whether the history of all records is wanted; else Git is asked only where a record
    ///   states no date.
    /// - Throws: `NoSite` where there is none, `FileError` where something cannot be read.
    public static func load(
        _ root: String, includingDrafts: Bool = false, readingHistory: Bool = false
    ) async throws -> LoadedSite {
        var memory: SiteMemory?
        return try await load(
            root, includingDrafts: includingDrafts, readingHistory: readingHistory, remembering: &memory)
    }

    /// Loads the site in a folder, as it is, with what was made of the files that have not changed since the last time.
    /// - Parameter memory: what was made of them; `nil` where nothing is to be kept for another time.
    /// - Throws: `NoSite`, `FileError`.
    public static func load(
        _ root: String, includingDrafts: Bool, readingHistory: Bool, remembering memory: inout SiteMemory?
    ) async throws -> LoadedSite {
        var loader = SiteLoader(
            root: root, includesDrafts: includingDrafts, readsHistory: readingHistory)
        loader.memory = memory
        let loaded = try await loader.load()
        memory = loader.memory
        return loaded
    }

    private init(root: String, includesDrafts: Bool, readsHistory: Bool) {
        self.root = root
        self.includesDrafts = includesDrafts
        self.readsHistory = readsHistory
    }

    private mutating func load() async throws -> LoadedSite {
        let mounts = try readConfiguration()
        try readPhrases()
        let root = root
        var places: [(path: String, file: String)] = []
        for mount in mounts {
            let found = try Files.listing(below: "\(root)/\(mount.folder)")
            places += found.files.map { (path: mount.prefix + $0, file: "\(mount.folder)/\($0)") }
            problems += found.unnamed.map { Messages.unnamed("\(mount.folder)/\($0)") }
        }
        let filesOnDisk = filesByPath(places)
        let known = memory
        let read = try await places.filter { Self.isMarkdown($0.path) }.map { ($0.path, $0.file) }
            .concurrentMap { path, file in
                let stamp = known == nil ? nil : FileStamp("\(root)/\(file)")
                if let same = known?.file(file, as: path, stamp) { return (file: file, read: same) }
                return (file: file, read: Self.read(path, shownAs: file, root: root, stamp))
            }
        memory?.keep(read)
        for (_, found) in read { problems += found.problems }
        let all = read.compactMap(\.read.content)
        var builder = ModelBuilder(
            files: all.filter { includesDrafts || !$0.isDraft },
            drafts: includesDrafts ? [] : all.filter { $0.isDraft && $0.kind == .framework },
            assets: filesOnDisk.filter { !Self.isMarkdown($0.key) }.sorted { $0.value < $1.value }.map {
                ModelBuilder.Copy(path: $0.key, file: $0.value)
            },
            configuration: configuration, scopes: scopes,
            rootNames: Files.absolute(root)?.split(separator: "/").map(String.init) ?? [], memory: memory,
            isInRepository: { Files.kind(of: "\(root)/\($0)") != nil })
        var model = try await builder.build()
        memory = builder.memory
        if configuration.history, readsHistory || model.records.contains(where: { $0.date == nil }) {
            let history = HistoryReader(
                root: root, folders: mounts.map(\.folder), files: model.files.map(\.shownPath),
                known: memory?.logs)
            memory?.logs = history.logs
            model.add(history.histories)
            model.addFormer(
                history.formerNames.mapValues { names in
                    names.compactMap { name in mounts.lazy.compactMap { $0.path(of: name) }.first }
                })
            problems += history.problems
        }
        problems += NavigationCheck(configuration, model.map).problems()
        let excuses = Excuses(all)
        problems += builder.problems + excuses.problems
        return LoadedSite(
            root: root, contentFolders: mounts.map(\.folder), scopes: scopes, configuration: configuration,
            model: model,
            problems: configuration.weighed(excuses.applied(to: problems)).inReadingOrder(),
            excuses: excuses,
            filesOnDisk: filesOnDisk,
            convertedTexts: Dictionary(
                all.filter(\.document.wasConverted).map {
                    ($0.document.file, Array($0.document.source))
                }, uniquingKeysWith: { first, _ in first }))
    }

    /// A Markdown file; without content where it cannot be read, which is among the problems then.
    private static func read(
        _ path: String, shownAs file: String, root: String, _ stamp: FileStamp?
    ) -> SiteMemory.ReadFile {
        var found: [Diagnostic] = []
        var content: ContentFile?
        do {
            let bytes = try Files.read("\(root)/\(file)")
            content = ContentFile(path: path, shownAs: file, bytes: bytes, problems: &found)
        } catch {
            found = [Messages.unreadable(file, error)]
        }
        return SiteMemory.ReadFile(path: path, stamp: stamp, content: content, problems: found)
    }

    /// Where each file lies. Names that read the same, such as `é` in one character and in two, cannot stand in one site.
    private mutating func filesByPath(_ places: [(path: String, file: String)]) -> [String: String] {
        var files: [String: String] = [:]
        for (path, file) in places {
            if let first = files.updateValue(file, forKey: path) {
                problems.append(Messages.sameName(file, first))
            } else if !Self.isMarkdown(path), !Files.isReadable("\(root)/\(file)") {
                problems.append(Messages.unreadable(file, FileError("read", file)))
            }
        }
        return files
    }

    static func isMarkdown(_ path: String) -> Bool {
        path.hasSuffix(".md") || path.hasSuffix(".markdown")
    }

    /// The configuration and the folders that hold the content. Where nothing says where the records lie, they are looked
    /// for in the usual folders.
    private mutating func readConfiguration() throws -> [Mount] {
        let file = "\(root)/\(SiteConfiguration.fileName)"
        guard Files.kind(of: file) == .file else {
            let folders = DecisionFolders(in: root)
            problems += [AdrToolsFolder(in: root)?.problem].compactMap { $0 }
            let found = folders.found()
            guard !found.isEmpty else { throw NoSite.nothingFound(folder: root) }
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

    static func unreadable(_ file: String, _ error: any Error) -> Diagnostic {
        let reason = (error as? FileError).map { ": \($0.reason)" } ?? ""
        return Diagnostic(
            "unreadable-file", at: SourceLocation(file: file, line: 1), "this file cannot be read\(reason)",
            suggestion: "let it be read, or take it out of the content")
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
