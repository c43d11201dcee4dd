public import Decisions
public import Diagnostics
import Languages
import Platform

/// What a build did.
public struct BuildSummary: Sendable, Hashable {
    /// How many pages the site has.
    public let pages: Int
    /// How many files are new or changed.
    public let changed: Int
    /// How many files there are.
    public let files: Int
    /// How many diagrams are shown as code since the site names nothing that draws them.
    public let undrawnDiagrams: Int
}

/// Makes a site of what was loaded: check, judge, render, write.
public struct SiteBuilder: Sendable {
    private let loaded: LoadedSite
    private let theme: ThemeSource
    private let templates: TemplateRenderer?
    private let outputs: SiteOutputs
    private let diagrams: MermaidDiagrams
    /// Everything wrong with the content and the templates.
    public let problems: [Diagnostic]

    /// Does ahead what takes a while and is the same for all sites. No more than a favour: a builder does without.
    public static func prepare() async { TemplateRenderer.compileBuiltIn() }

    /// Reads and checks the templates of a loaded site.
    /// - Parameter drawing: whether the program that the site names for diagrams may run. To check a site runs nothing.
    /// - Throws: `FileError`.
    public init(_ loaded: LoadedSite, drawing: Bool = false) async throws {
        var memory = BuildMemory()
        try await self.init(loaded, drawing: drawing, remembering: &memory)
    }

    /// The same, with what is known of what is as it was.
    init(_ loaded: LoadedSite, drawing: Bool, remembering memory: inout BuildMemory) async throws {
        var problems = loaded.problems
        var source = try ThemeSource(
            root: loaded.root, folder: loaded.configuration.templates,
            isNamed: loaded.configuration.namesTemplates, problems: &problems)
        problems += loaded.configuration.weighed(source.unread?.problems ?? [])
        source.add(loaded.configuration.accents)
        source.add(ScriptWords(loaded.configuration.phrases))
        let theme = source
        // Templates take as long to read as the log takes to plan.
        async let checked = CheckedTemplates(
            of: theme, saying: loaded.configuration.phrases,
            withFrameworks: !loaded.model.frameworks.isEmpty, known: memory.templates)
        problems += loaded.weighed(loaded.model.findings(remembering: &memory.site))
        diagrams = await MermaidDiagrams(loaded, drawing: drawing, known: memory.drawings)
        problems += loaded.configuration.weighed(diagrams.problems)
        var outputs = loaded.model.outputs
        let assets = loaded.configuration.templates.map { "\($0)/assets/" }
        problems += theme.assets.keys.sorted().compactMap {
            outputs.claim("assets/\($0)", by: .theme(assets: assets))
        }
        problems += diagrams.files.keys.sorted().compactMap { outputs.claim($0, by: .site) }
        self.outputs = SiteOutputs(loaded, &outputs)
        self.loaded = loaded
        self.theme = theme
        let checkedTemplates = await checked
        templates = checkedTemplates.renderer
        problems += loaded.configuration.weighed(checkedTemplates.problems)
        (memory.templates, memory.drawings) = (checkedTemplates, diagrams.files)
        self.problems = problems.inReadingOrder()
    }

    /// The files of the site; `nil` where errors stand in the way.
    public func files() async throws -> SiteFiles? {
        guard !problems.hasErrors, let templates else { return nil }
        let site = try await Site(loaded, outputs, diagrams, templates: templates)
        let assets =
            theme.assets.map { (path: "assets/\($0.key)", bytes: $0.value) }.sorted { $0.path < $1.path }
            + diagrams.files.map { (path: $0.key, bytes: $0.value) }.sorted { $0.path < $1.path }
        return SiteFiles(loaded, site, outputs, assets: assets, templates: templates)
    }

    /// Writes the site to a folder, by default the one that the configuration names. Nothing is written where there are
    /// errors.
    /// - Parameters:
    ///   - progress: what is told how far it is.
    ///   - incremental: what leaves to the next build what this one made.
    /// - Returns: what was done; `nil` where errors stand in the way.
    /// - Throws: `OutputRefusal`, `FileError`.
    public func build(
        to folder: String? = nil, telling progress: BuildProgress? = nil,
        leaving incremental: IncrementalBuild? = nil
    ) async throws -> BuildSummary? {
        let kept = incremental.map { _ in KeptSurroundings() }
        guard let files = try await files()?.prepared(keeping: kept) else { return nil }
        let output = try OutputFolder(
            folder ?? "\(loaded.root)/\(loaded.configuration.output)", of: loaded.root,
            content: loaded.contentFolders, templates: loaded.configuration.templates)
        do {
            // What is one thread's work for a while goes on while pages are made.
            async let index = files.searchIndex()
            async let undrawn =
                loaded.configuration.mermaid == nil ? MermaidDiagrams.count(in: loaded.model) : 0
            async let draft = incremental?.draft(of: loaded, files)
            var writer = SiteWriter(to: output, telling: progress, noting: incremental != nil)
            try await writer.write(files)
            let search = try await index
            if let search { try await writer.write(search) }
            let written = writer.written
            let tick = WrittenFile.Tick()
            let summary = await BuildSummary(
                pages: files.pageCount, changed: written.count { $0.isChanged }, files: written.count,
                undrawnDiagrams: undrawn)
            let ledger = await draft ?? nil
            let records = kept.flatMap { incremental?.leave($0, of: ledger) }
            let shows = try output.replace(since: tick)
            // While the last site goes.
            async let left: Void? = incremental.map { incremental in
                guard shows, let ledger, let records, let kept else { return incremental.leaveNothing() }
                incremental.leave(
                    ledger, records, problems, summary, written.compactMap(\.output), kept.frames, search)
            }
            try output.discard()
            await left
            // Nobody else leaves a ledger meanwhile.
            withExtendedLifetime(output) {}
            return summary
        } catch {
            try? output.discard()
            throw error
        }
    }

}
