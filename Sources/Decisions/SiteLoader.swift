public import Diagnostics
import Markdown
import Platform

/// A site as it was found on disk: its configuration, its model, and everything that is wrong with either.
public struct LoadedSite: Sendable {
    /// The folder of the site.
    public let root: String
    /// The folder that holds what the authors wrote, below the site's.
    public let contentFolder: String
    /// What `precedent.yml` says.
    public let configuration: SiteConfiguration
    /// What the authors wrote.
    public let model: DecisionModel
    /// Everything found wrong, in reading order, weighed as the site's configuration says.
    public let problems: [Diagnostic]
    /// Where the files of the content folder lie: paths on disk by the paths that the site map knows.
    public let filesOnDisk: [String: String]
}

extension LoadedSite {
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
    private var configuration = SiteConfiguration()
    private var problems: [Diagnostic] = []

    /// Where teams keep their records (RECORDS.md), tried in this order where a site has no configuration.
    private static let decisionFolders = [
        "docs/adr", "doc/adr", "docs/decisions", "docs/adrs", "docs/architecture/decisions", "adr",
        "decisions",
    ]

    /// A folder on disk and where its files stand in the site map.
    private struct Mount {
        let folder: String
        let prefix: String
    }

    /// Loads the site in a folder.
    /// - Throws: `NoSite` where there is none, `FileError` where something cannot be read.
    public static func load(_ root: String, includingDrafts: Bool = false) async throws -> LoadedSite {
        var loader = SiteLoader(root: root, includesDrafts: includingDrafts)
        return try await loader.load()
    }

    private init(root: String, includesDrafts: Bool) {
        self.root = root
        self.includesDrafts = includesDrafts
    }

    private mutating func load() async throws -> LoadedSite {
        let mount = try readConfiguration()
        let listed = try Files.tree(below: "\(root)/\(mount.folder)")
        let places = listed.map { (path: mount.prefix + $0, file: "\(mount.folder)/\($0)") }
        let isMarkdown = { (path: String) in path.hasSuffix(".md") || path.hasSuffix(".markdown") }
        let root = root
        let read = try await places.filter { isMarkdown($0.path) }.map { ($0.path, $0.file) }.concurrentMap {
            path, file in
            var found: [Diagnostic] = []
            let content = ContentFile(
                path: path, shownAs: file, bytes: try Files.read("\(root)/\(file)"), problems: &found)
            return (content, found)
        }
        for (_, found) in read { problems += found }
        let files = read.map(\.0).filter { includesDrafts || !$0.isDraft }
        var builder = ModelBuilder(
            files: files, assets: Set(places.map(\.path).filter { !isMarkdown($0) }),
            configuration: configuration)
        let model = try await builder.build()
        problems += NavigationCheck(configuration, model.map).problems()
        return LoadedSite(
            root: root, contentFolder: mount.folder, configuration: configuration, model: model,
            problems: configuration.weighed(problems + builder.problems).inReadingOrder(),
            filesOnDisk: Dictionary(uniqueKeysWithValues: places.map { ($0.path, $0.file) }))
    }

    /// The configuration and the folder that holds the content; without a configuration, the folder of records.
    private mutating func readConfiguration() throws -> Mount {
        let file = "\(root)/\(SiteConfiguration.fileName)"
        guard Files.kind(of: file) == .file else {
            guard
                let folder = Self.decisionFolders.first(where: { Files.kind(of: "\(root)/\($0)") == .folder })
            else {
                throw NoSite.nothingFound(folder: root)
            }
            configuration.output = "_site"
            return Mount(folder: folder, prefix: "\(ContentKind.decisionRecord.folder)/")
        }
        let reader = ConfigurationReader(try Files.read(file), file: SiteConfiguration.fileName)
        configuration = reader.configuration
        problems += reader.problems
        guard Files.kind(of: "\(root)/\(configuration.content)") == .folder else {
            throw NoSite.noContentFolder(configuration.content)
        }
        return Mount(folder: configuration.content, prefix: "")
    }
}
