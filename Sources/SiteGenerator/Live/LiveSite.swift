public import Decisions
public import Diagnostics
public import Platform

/// A site that is loaded and checked again and again while somebody writes it. What has not changed is not read again; what
/// comes of it is what a build from nothing would make.
public struct LiveSite: Sendable {
    private let root: String
    private let includesDrafts: Bool
    private var memory = BuildMemory(site: SiteMemory())
    private var seen: [String: FileStamp] = [:]

    /// The site in a folder. Nothing is read yet.
    public init(_ root: String, includingDrafts: Bool) {
        (self.root, includesDrafts) = (root, includingDrafts)
    }

    /// The site as it is at a moment.
    public struct Moment: Sendable {
        /// What was loaded.
        public let loaded: LoadedSite
        /// Everything wrong with the content and the templates.
        public let problems: [Diagnostic]
        /// The files of the site; `nil` where errors stand in the way.
        public let files: SiteFiles?
        /// The files that are new, others or gone since the last time, by their ways from the site's folder, sorted.
        public let changed: [String]
        /// What pages show beside what is in them: another value once it is another.
        public let surroundings: Int
    }

    /// Loads and checks the site as it is now.
    /// - Throws: `NoSite`, `FileError`.
    public mutating func now() async throws -> Moment {
        let loaded = try await SiteLoader.load(
            root, includingDrafts: includesDrafts, readingHistory: true, remembering: &memory.site)
        let builder = try await SiteBuilder(loaded, drawing: true, remembering: &memory)
        let stamps = stamps(of: loaded)
        let changed = Set(stamps.keys).union(seen.keys).filter { stamps[$0] != seen[$0] }
        seen = stamps
        let files = try await builder.files()
        return Moment(
            loaded: loaded, problems: builder.problems, files: files, changed: changed.sorted(),
            surroundings: files.map { surroundings(of: $0, loaded, stamps) } ?? 0)
    }

    /// Every file that the site is made from, by its way from the site's folder.
    private func stamps(of loaded: LoadedSite) -> [String: FileStamp] {
        var names = Array(loaded.filesOnDisk.values) + [SiteConfiguration.fileName]
        if let folder = loaded.configuration.templates {
            names += ((try? Files.tree(below: "\(root)/\(folder)")) ?? []).map { "\(folder)/\($0)" }
        }
        var stamps = [String: FileStamp](minimumCapacity: names.count)
        // What was read is known by the state in which it was read, and what has changed since comes the next time.
        for name in names { stamps[name] = memory.site?.stamp(of: name) ?? FileStamp("\(root)/\(name)") }
        return stamps
    }

    private func surroundings(
        of files: SiteFiles, _ loaded: LoadedSite, _ stamps: [String: FileStamp]
    ) -> Int {
        var hasher = Hasher()
        for (path, bytes) in files.shown {
            hasher.combine(path)
            hasher.combine(bytes)
            if bytes == nil { hasher.combine(loaded.filesOnDisk[path].flatMap { stamps[$0] }) }
        }
        return hasher.finalize()
    }

    /// Where it shows that the site may have changed.
    /// - Parameter moment: the site as it is; `nil` where it cannot be loaded.
    public func places(of moment: Moment?) -> [FolderWatch.Place] {
        let configuration = moment?.loaded.configuration ?? SiteConfiguration()
        let folders =
            (moment?.loaded.contentFolders ?? [configuration.content])
            + [configuration.templates].compactMap { $0 }
        // Folders of records are looked for where a site does not name them, and a folder can come and go.
        let above = Set(
            (folders + SiteSurvey.decisionFolders).flatMap { folder in
                let parts = folder.split(separator: "/").dropLast()
                return parts.indices.map { parts[...$0].joined(separator: "/") }
            }
        ).filter { !$0.hasSuffix("..") }
        let output = configuration.output.split(separator: "/").last.map(String.init)
        return [FolderWatch.Place(root, isDeep: false, ignoring: Set([output].compactMap { $0 }))]
            + above.sorted().map { FolderWatch.Place("\(root)/\($0)", isDeep: false) }
            + folders.sorted().map { FolderWatch.Place("\(root)/\($0)") }
            + [FolderWatch.Place("\(root)/.git/logs", isDeep: false)]
    }
}
