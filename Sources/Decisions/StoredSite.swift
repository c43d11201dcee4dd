import Diagnostics
public import Platform
import Rules

/// What a build leaves to the next one of the site that it was made from.
public struct SiteMemento: Sendable {
    /// What it was loaded from.
    public var trace: SiteTrace
    /// Where everything stands.
    public let map: SiteMap

    /// What is to be known of a site that was loaded.
    public init(of loaded: LoadedSite) { (trace, map) = (loaded.trace, loaded.model.map) }

    /// The places of a file's page that any page leads to.
    public func fragments(leadingTo path: String) -> Set<String> { trace.fragments[path] ?? [] }

    /// Whether what lies around the content is as it was: the repository's files that are led to, and what Git knows.
    public func hasSameSurroundings(_ survey: SiteSurvey, root: String) -> Bool {
        trace.repository.allSatisfy { path, isThere in
            (Files.kind(of: "\(root)/\(path)") != nil) == isThere
        }
            && trace.pasts
                == (survey.configuration.history
                    ? HistoryReader.states(of: root, survey.contentFolders) : [])
    }

    /// What reads records of the site by themselves.
    public func records(_ configuration: SiteConfiguration, root: String) -> LoneRecords {
        LoneRecords(configuration, map: map, habits: trace.habits, root: root)
    }
}

extension SiteMemento: Stored {
    /// All of it.
    public init(from reader: inout StoredReader) throws {
        (trace, map) = (try reader.read(), try reader.read())
    }

    /// As it is read.
    public func write(to writer: inout StoredWriter) {
        trace.write(to: &writer)
        map.write(to: &writer)
    }
}

extension SiteTrace: Stored {
    /// All of it.
    public init(from reader: inout StoredReader) throws {
        stamps = try reader.read()
        repository = try reader.dictionary()
        pasts = try reader.read()
        habits = try reader.dictionary()
        let places: [String: [String]] = try reader.dictionary()
        fragments = places.mapValues { Set($0) }
    }

    /// As it is read.
    public func write(to writer: inout StoredWriter) {
        stamps.write(to: &writer)
        writer.write(repository)
        pasts.write(to: &writer)
        writer.write(habits)
        writer.write(fragments.mapValues { Array($0) })
    }
}

extension SiteMap: Stored {
    /// All of it.
    public init(from reader: inout StoredReader) throws {
        let pages: [String: String] = try reader.dictionary()
        let assets: [String] = try reader.read()
        self.init(pages: pages, assets: Set(assets), former: try reader.dictionary())
        scopes = try reader.read()
        rootNames = try reader.read()
        let sources: [String] = try reader.read()
        self.sources = Set(sources)
    }

    /// As it is read.
    public func write(to writer: inout StoredWriter) {
        writer.write(pages)
        Array(assets).write(to: &writer)
        writer.write(former)
        scopes.write(to: &writer)
        rootNames.write(to: &writer)
        Array(sources).write(to: &writer)
    }
}

extension RecordScope: Stored {
    /// Its three texts.
    public init(from reader: inout StoredReader) throws {
        self.init(name: try reader.read(), folder: try reader.read(), source: try reader.read())
    }

    /// As it is read.
    public func write(to writer: inout StoredWriter) {
        for text in [name, folder, source] { text.write(to: &writer) }
    }
}

extension LogHabits: Stored {
    init(from reader: inout StoredReader) throws {
        let isDayFirst: Bool? = try reader.read()
        self.init(order: isDayFirst.map { $0 ? .dayFirst : .monthFirst }, hasBareNumbers: try reader.read())
    }

    func write(to writer: inout StoredWriter) {
        order.map { $0 == .dayFirst }.write(to: &writer)
        hasBareNumbers.write(to: &writer)
    }
}
