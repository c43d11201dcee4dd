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
    /// Everything wrong with the content and the templates.
    public let problems: [Diagnostic]

    /// Reads and checks the templates of a loaded site.
    /// - Throws: `FileError`.
    public init(_ loaded: LoadedSite) throws {
        var problems = loaded.problems + loaded.weighed(loaded.model.findings())
        var theme = try ThemeSource(
            root: loaded.root, folder: loaded.configuration.templates, problems: &problems)
        theme.add(loaded.configuration.accents)
        self.theme = theme
        let checked = TemplateRenderer.checked(theme)
        templates = checked.renderer
        problems += loaded.configuration.weighed(checked.problems)
        var outputs = loaded.model.outputs
        let assets = loaded.configuration.templates.map { "\($0)/assets/" }
        problems += theme.assets.keys.sorted().compactMap {
            outputs.claim("assets/\($0)", by: .theme(assets: assets))
        }
        self.outputs = SiteOutputs(loaded, &outputs)
        self.loaded = loaded
        self.problems = problems.inReadingOrder()
    }

    /// Writes the site to a folder, by default the one that the configuration names. Nothing is written where there are
    /// errors.
    /// - Returns: what was done; `nil` where errors stand in the way.
    /// - Throws: `OutputRefusal`, `FileError`.
    public func build(to folder: String? = nil) async throws -> BuildSummary? {
        guard !problems.hasErrors, let checked = templates else { return nil }
        var site = try await Site(loaded, outputs, templates: checked)
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

        let assets = theme.assets.sorted { $0.key < $1.key }
        let copies = loaded.model.map.assets.sorted()
        let data = outputs.data.sorted { $0.key < $1.key }
        try makeFolders(
            for: pages.map(\.path) + assets.map { "assets/\($0.key)" } + copies + data.map(\.key),
            in: staging)
        var written = try await pages.concurrentMap { page in
            try OutputFolder.write(
                page.html(in: site, by: templates), to: page.path, in: staging, replacing: old)
        }
        written += try await data.concurrentMap { path, file in
            try OutputFolder.write(file.bytes(of: site), to: path, in: staging, replacing: old)
        }
        written += try await outputs.copies.sorted { $0.key < $1.key }.concurrentMap { page, file in
            try OutputFolder.write(
                Array(file.source), to: SiteOutputs.copyPath(of: page), in: staging, replacing: old)
        }
        for (name, bytes) in assets {
            written.append(try OutputFolder.write(bytes, to: "assets/\(name)", in: staging, replacing: old))
        }
        for path in copies {
            guard let file = loaded.filesOnDisk[path] else { continue }
            let bytes = try Files.read("\(loaded.root)/\(file)")
            written.append(try OutputFolder.write(bytes, to: path, in: staging, replacing: old))
        }
        return written
    }

    private func makeFolders(for paths: [String], in staging: String) throws {
        let folders = Set(paths.compactMap { path in path.lastIndex(of: "/").map { String(path[..<$0]) } })
        for folder in folders.sorted() { try Files.makeFolder("\(staging)/\(folder)") }
    }
}
