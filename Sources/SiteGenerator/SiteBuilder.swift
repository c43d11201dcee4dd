public import Decisions
public import Diagnostics
import Platform

/// What a build did.
public struct BuildSummary: Sendable {
    /// How many pages the site has.
    public let pages: Int
    /// How many files are new or changed.
    public let changed: Int
    /// How many files there are.
    public let files: Int
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
    /// - Throws: `FileError`.
    public init(_ loaded: LoadedSite) async throws {
        var problems = loaded.problems
        var source = try ThemeSource(
            root: loaded.root, folder: loaded.configuration.templates, problems: &problems)
        source.add(loaded.configuration.accents)
        let theme = source
        // Templates take as long to read as the log takes to plan.
        async let checked = TemplateRenderer.checked(theme)
        problems += loaded.weighed(loaded.model.findings())
        diagrams = await MermaidDiagrams(loaded)
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
        let found: [Diagnostic]
        (templates, found) = await checked
        problems += loaded.configuration.weighed(found)
        self.problems = problems.inReadingOrder()
    }

    /// Writes the site to a folder, by default the one that the configuration names. Nothing is written where there are
    /// errors.
    /// - Returns: what was done; `nil` where errors stand in the way.
    /// - Throws: `OutputRefusal`, `FileError`.
    public func build(to folder: String? = nil) async throws -> BuildSummary? {
        guard !problems.hasErrors, let checked = templates else { return nil }
        var site = try await Site(loaded, outputs, diagrams, templates: checked)
        try await site.renderRows()
        let pages = site.pages()
        let templates = checked.prepared(for: pages.map { site.context(for: $0.path) })
        let output = try OutputFolder(
            folder ?? "\(loaded.root)/\(loaded.configuration.output)", root: loaded.root,
            sources: (loaded.contentFolders + [loaded.configuration.templates].compactMap { $0 }).map {
                "\(loaded.root)/\($0)"
            })
        do {
            let written = try await write(pages, of: site, by: templates, to: output)
            try output.publish()
            return BuildSummary(pages: pages.count, changed: written.count { $0 }, files: written.count)
        } catch {
            try? output.discard()
            throw error
        }
    }

    /// Writes all files of the site beside the last one.
    /// - Returns: for each file whether it is new or changed.
    private func write(
        _ pages: [any Page], of site: Site, by templates: TemplateRenderer, to output: OutputFolder
    ) async throws -> [Bool] {
        let staging = output.staging
        let old = Files.kind(of: output.path) == .folder ? output.path : nil

        let drawings = diagrams.files.sorted { $0.key < $1.key }
        let assets =
            theme.assets.map { (key: "assets/\($0.key)", value: $0.value) }.sorted { $0.key < $1.key }
            + drawings
        let copies = loaded.model.map.assets.sorted()
        let data = outputs.data.sorted { $0.key < $1.key }
        let index = outputs.hasSearch ? try await SearchIndex(of: site).files : []
        try makeFolders(
            for: pages.map(\.path) + assets.map(\.key) + copies + data.map(\.key) + index.map(\.path),
            in: staging)
        // All in one go, those that take longest first, so that no core waits for another.
        var jobs = data.map { Job.data(path: $0.key, $0.value) } + pages.map { Job.page($0) }
        jobs += outputs.copies.sorted { $0.key < $1.key }.map { Job.copy(page: $0.key, $0.value) }
        jobs += index.map { Job.index($0) }
        var written = try await jobs.concurrentMap { job in
            try OutputFolder.write(
                job.bytes(of: site, by: templates), to: job.path, in: staging, replacing: old)
        }
        for (path, bytes) in assets {
            written.append(try OutputFolder.write(bytes, to: path, in: staging, replacing: old))
        }
        for path in copies {
            guard let file = loaded.filesOnDisk[path] else { continue }
            let bytes = try Files.read("\(loaded.root)/\(file)")
            written.append(try OutputFolder.write(bytes, to: path, in: staging, replacing: old))
        }
        return written
    }

    /// A file that is made.
    private enum Job: Sendable {
        case page(any Page)
        case data(path: String, any DataFile)
        case copy(page: String, ContentFile)
        case index(SearchIndex.File)

        var path: String {
            switch self {
            case .page(let page): page.path
            case .data(let path, _): path
            case .copy(let page, _): SiteOutputs.copyPath(of: page)
            case .index(let file): file.path
            }
        }

        func bytes(of site: Site, by templates: TemplateRenderer) -> [UInt8] {
            switch self {
            case .page(let page): page.html(in: site, by: templates)
            case .data(_, let file): file.bytes(of: site)
            case .copy(_, let file): Array(file.source)
            case .index(let file): file.bytes
            }
        }
    }

    private func makeFolders(for paths: [String], in staging: String) throws {
        let folders = Set(paths.compactMap { path in path.lastIndex(of: "/").map { String(path[..<$0]) } })
        for folder in folders.sorted() { try Files.makeFolder("\(staging)/\(folder)") }
    }
}
