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
    /// What was looked at, for those who want to know later whether it is still as it was.
    public let trace: SiteTrace
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
    /// The same, but one of the folders where records usually lie is a site of its own.
    case siteBelow(String)
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

    /// Loads the site in a folder.
    /// - Parameter readingHistory: whether the history of all records is wanted; else Git is asked only where a record
    ///   states no date.
    /// - Parameter survey: what the folder looks like, where that is known.
    /// - Throws: `NoSite` where there is none, `FileError` where something cannot be read.
    public static func load(
        _ root: String, includingDrafts: Bool = false, readingHistory: Bool = false,
        surveyed survey: SiteSurvey? = nil
    ) async throws -> LoadedSite {
        var memory: SiteMemory?
        return try await load(
            root, includingDrafts: includingDrafts, readingHistory: readingHistory, surveyed: survey,
            remembering: &memory)
    }

    /// Loads the site in a folder, as it is, with what was made of the files that have not changed since the last time.
    /// - Parameter memory: what was made of them; `nil` where nothing is to be kept for another time.
    /// - Throws: `NoSite`, `FileError`.
    public static func load(
        _ root: String, includingDrafts: Bool, readingHistory: Bool, surveyed survey: SiteSurvey? = nil,
        remembering memory: inout SiteMemory?
    ) async throws -> LoadedSite {
        var loader = SiteLoader(
            root: root, includesDrafts: includingDrafts, readsHistory: readingHistory)
        loader.memory = memory
        let loaded = try await loader.load(survey ?? SiteSurvey(root))
        memory = loader.memory
        return loaded
    }

    private init(root: String, includesDrafts: Bool, readsHistory: Bool) {
        self.root = root
        self.includesDrafts = includesDrafts
        self.readsHistory = readsHistory
    }

    private mutating func load(_ survey: SiteSurvey) async throws -> LoadedSite {
        configuration = survey.configuration
        problems = survey.problems
        let (root, filesOnDisk) = (root, survey.filesOnDisk)
        let known = memory
        let read = try await survey.places.filter(\.isMarkdown).concurrentMap { place in
            let stamp = known == nil ? nil : FileStamp("\(root)/\(place.file)")
            let same = known?.file(place.file, as: place.path, stamp)
            return (file: place.file, read: same ?? Self.read(place, root: root))
        }
        memory?.keep(read)
        for index in read.indices { problems += read[index].read.problems }
        let all = read.compactMap { $0.read.content }
        // It only reads, and so goes on beside the model.
        async let excused = Excuses(all)
        let repository = RepositoryFiles(root)
        var builder = ModelBuilder(
            files: all.filter { includesDrafts || !$0.isDraft },
            drafts: includesDrafts ? [] : all.filter { $0.isDraft && $0.kind == .framework },
            assets: filesOnDisk.filter { !SiteSurvey.isMarkdown($0.key) }.sorted { $0.value < $1.value }.map {
                ModelBuilder.Copy(path: $0.key, file: $0.value)
            },
            configuration: configuration, scopes: survey.scopes,
            rootNames: Files.absolute(root)?.split(separator: "/").map(String.init) ?? [], memory: memory,
            isInRepository: repository.has)
        var model = try await builder.build()
        memory = builder.memory
        var pasts: [String] = []
        if configuration.history, readsHistory || model.records.contains(where: { $0.date == nil }) {
            let history = HistoryReader(
                root: root, folders: survey.contentFolders, files: model.files.map(\.shownPath),
                known: memory?.logs)
            memory?.logs = history.logs
            // What could not be read this time may be there the next: then the two differ.
            pasts = history.states + history.problems.filter { $0.id == "no-history" }.map(\.summary)
            model.add(history.histories)
            model.addFormer(
                history.formerNames.mapValues { names in
                    names.compactMap { name in survey.mounts.lazy.compactMap { $0.path(of: name) }.first }
                })
            problems += history.problems
        }
        problems += NavigationCheck(configuration, model.map).problems()
        let excuses = await excused
        problems += builder.problems + excuses.problems
        return LoadedSite(
            root: root, contentFolders: survey.contentFolders, scopes: survey.scopes,
            configuration: configuration,
            model: model,
            problems: configuration.weighed(excuses.applied(to: problems)).inReadingOrder(),
            excuses: excuses,
            filesOnDisk: filesOnDisk,
            convertedTexts: Dictionary(
                all.filter(\.document.wasConverted).map {
                    ($0.document.file, Array($0.document.source))
                }, uniquingKeysWith: { first, _ in first }),
            trace: SiteTrace(
                survey, root: root, read: read, repository: repository, pasts: pasts, habits: builder.habits,
                fragments: builder.fragments))
    }

    /// A Markdown file; without content where it cannot be read, which is among the problems then.
    private static func read(_ place: SiteSurvey.Place, root: String) -> SiteMemory.ReadFile {
        var found: [Diagnostic] = []
        do {
            let (bytes, stamp) = try Files.readStamped("\(root)/\(place.file)")
            let content = ContentFile(
                path: place.path, shownAs: place.file, bytes: bytes, problems: &found)
            return SiteMemory.ReadFile(path: place.path, stamp: stamp, content: content, problems: found)
        } catch {
            return SiteMemory.ReadFile(
                path: place.path, stamp: nil, content: nil,
                problems: [Diagnostic.unreadable(place.file, error)])
        }
    }
}

extension Diagnostic {
    /// A file of the content that cannot be read.
    static func unreadable(_ file: String, _ error: any Error) -> Diagnostic {
        let reason = (error as? FileError).map { ": \($0.reason)" } ?? ""
        return Diagnostic(
            "unreadable-file", at: SourceLocation(file: file, line: 1), "this file cannot be read\(reason)",
            suggestion: "let it be read, or take it out of the content")
    }
}
