import Decisions
import Platform
import Synchronization

/// Every file of a site, each made when it is asked for. A build writes them all; a server shows them one by one.
public struct SiteFiles: Sendable {
    private let site: Site
    private let templates: TemplateRenderer
    private let makers: [String: Maker]
    /// The paths below the site's root but those of the search's index, in the order in which they are best made: those that
    /// take longest first.
    let order: [String]
    private let pagePaths: [String]
    /// The files of the search's index, made when the first of them is asked for.
    private let index: LazyIndex?
    /// What is kept of records' pages for another build; `nil` where nothing is.
    private let kept: KeptSurroundings?

    /// How many pages there are.
    public var pageCount: Int { pagePaths.count }

    /// How a file is made.
    private enum Maker: Sendable {
        case page(any Page)
        case record(RecordPage)
        case data(any DataFile)
        case copy(ContentFile)
        case asset([UInt8])
        /// A file of the author's as it lies on disk.
        case file(String)
    }

    init(
        _ loaded: LoadedSite, _ site: Site, _ outputs: SiteOutputs, assets: [(path: String, bytes: [UInt8])],
        templates: TemplateRenderer
    ) {
        var makers: [String: Maker] = [:]
        var order: [String] = []
        func add(_ path: String, _ maker: Maker) {
            if makers.updateValue(maker, forKey: path) == nil { order.append(path) }
        }
        let pages = site.pages()
        pagePaths = pages.map(\.path)
        makers.reserveCapacity(pages.count + outputs.copies.count + outputs.data.count + assets.count)
        for (path, file) in outputs.data.sorted(by: { $0.key < $1.key }) { add(path, .data(file)) }
        for page in pages { add(page.path, (page as? RecordPage).map { .record($0) } ?? .page(page)) }
        for copy in outputs.copies { add(SiteOutputs.copyPath(of: copy.page), .copy(copy.file)) }
        for (path, bytes) in assets { add(path, .asset(bytes)) }
        for path in loaded.model.map.assets.sorted() {
            if let file = loaded.filesOnDisk[path] { add(path, .file("\(loaded.root)/\(file)")) }
        }
        (self.site, self.templates, self.makers, self.order) = (site, templates, makers, order)
        index = outputs.hasSearch ? LazyIndex() : nil
        kept = nil
    }

    /// The same files for one who wants all of them: what pages have in common is made beforehand.
    /// - Parameter kept: what is to know, for another build, what records' pages show of the site.
    func prepared(keeping kept: KeptSurroundings? = nil) async throws -> SiteFiles {
        var site = site
        let contexts = site.keepContexts(for: pagePaths)
        let templates = templates.prepared(for: contexts)
        try await site.renderRows()
        return SiteFiles(self, site, templates: templates, keeping: kept)
    }

    private init(
        _ files: SiteFiles, _ site: Site, templates: TemplateRenderer, keeping kept: KeptSurroundings?
    ) {
        (self.site, self.templates, self.kept) = (site, templates, kept)
        (makers, order, pagePaths, index) = (files.makers, files.order, files.pagePaths, files.index)
    }

    /// The index of the search, where the site has one: for one who wants all of its files.
    func searchIndex() async throws -> SearchIndex? {
        index == nil ? nil : try await SearchIndex(of: site)
    }

    /// The records in the order of the log: the paths of their files, and whether the feed tells of them.
    var recordsOfLog: [(path: String, isInFeed: Bool)] {
        let told = AtomFeed.records(of: site)
        return site.log.map { (site.model.records[$0].file.path, told.contains($0)) }
    }

    /// The bytes of a file; `nil` where the site has none of that path.
    /// - Throws: `FileError` where it is one on disk that cannot be read.
    public func bytes(of path: String) throws -> [UInt8]? {
        switch makers[path] {
        case .page(let page): page.html(in: site, by: templates)
        case .record(let page): html(of: page)
        case .data(let file): file.bytes(of: site)
        case .copy(let file): Array(file.source)
        case .asset(let bytes): bytes
        case .file(let file): try Files.read(file)
        case nil: path.hasPrefix(SearchIndex.folder + "/") ? index?.bytes(of: path, in: site) : nil
        }
    }

    private func html(of page: RecordPage) -> [UInt8] {
        let surroundings = page.surroundings(in: site)
        kept?.keep(surroundings, of: page.position)
        return templates.render(page.context(in: site, within: surroundings), with: page.template)
    }

    /// Where a file lies that is shown as it is; `nil` of those that are made.
    public func fileOnDisk(of path: String) -> String? {
        if case .file(let file) = makers[path] { file } else { nil }
    }

    /// The files beside pages that pages show: those of the theme by their bytes, those on disk by their place.
    var shown: [(path: String, bytes: [UInt8]?)] {
        order.compactMap { path in
            switch makers[path] {
            case .asset(let bytes): (path, bytes)
            case .file: (path, nil)
            default: nil
            }
        }
    }

    /// Whether there are files below a path.
    public func hasFiles(below path: String) -> Bool {
        let start = path.isEmpty ? "" : path + "/"
        return order.contains { $0.hasPrefix(start) }
    }

    /// The folder that the site is published in, with a slash behind it; empty where that is a domain's root.
    public var baseFolder: String { String(site.root(from: OwnPage.notFound.path).dropFirst()) }

    /// All paths, sorted.
    public var paths: [String] { (order + (index?.paths(in: site) ?? [])).sorted() }
}

/// The index of the search for one who may never ask for it.
private final class LazyIndex: Sendable {
    private let files = Mutex<[String: [UInt8]]?>(nil)

    func bytes(of path: String, in site: Site) -> [UInt8]? { made(of: site)[path] }

    func paths(in site: Site) -> [String] { Array(made(of: site).keys) }

    private func made(of site: Site) -> [String: [UInt8]] {
        files.withLock { files in
            let made =
                files
                ?? Dictionary(
                    SearchIndex(makingAtOnce: site).files.map { ($0.path, $0.bytes) },
                    uniquingKeysWith: { first, _ in first })
            files = made
            return made
        }
    }
}
