import Decisions

/// Every file that a build makes beside the pages of what authors wrote. Where an author's own file stands in the place of
/// one, that is kept and ours is left out.
struct SiteOutputs: Sendable {
    /// The pages of the log.
    let log: LogPlan
    /// The files that pages have a copy of in Markdown, with the path of the page.
    let copies: [(page: String, file: ContentFile)]
    /// Where the portfolio of each framework stands that has assessments, by its id.
    let portfolios: [String: PortfolioPaths]
    /// The pages of the live assessment, by the framework's id: one for each that has rules.
    let assessPages: [String: String]
    /// The pictures by which pages are shared, by the page's path: those of frameworks and reports, where the site's address is
    /// known, without which nothing could refer to them.
    let cards: [String: String]
    /// The data files, by their path.
    let data: [String: any DataFile]
    /// The pages that lead on from former ids and from where renamed files stood.
    let redirects: [RedirectPage]
    /// Whether the site can be searched: the folder of the index is the author's own where anything of theirs is in it.
    let hasSearch: Bool
    /// The path of the feed, where it is made.
    var feed: String? { data[AtomFeed.path] == nil ? nil : AtomFeed.path }

    init(_ loaded: LoadedSite, _ outputs: inout OutputPaths) {
        let model = loaded.model
        log = LogPlan(model, &outputs)
        var data: [String: any DataFile] = [:]
        var files: [(String, any DataFile)] = [
            (AtomFeed.path, AtomFeed()), (DecisionsJSON.path, DecisionsJSON()),
            (LanguageModelText.path, LanguageModelText()), (LogData.path, LogData()),
        ]
        if let base = loaded.configuration.base { files.append((Sitemap.path, Sitemap(base: base))) }
        for (path, file) in files where outputs.isFree(path) {
            _ = outputs.claim(path, by: .site)
            data[path] = file
        }
        var portfolios: [String: PortfolioPaths] = [:]
        for framework in model.frameworks
        where !model.assessments(inPortfolioOf: framework).isEmpty {
            let paths = PortfolioPaths(beside: framework.file.pagePath)
            // All of it or nothing: its parts lead to each other.
            guard framework.logic != nil, paths.all.allSatisfy(outputs.isFree) else { continue }
            for path in paths.all { _ = outputs.claim(path, by: .site) }
            portfolios[framework.id] = paths
            data[paths.csv] = PortfolioCSV(framework: framework.id)
            data[paths.json] = PortfolioJSON(framework: framework.id)
        }
        self.portfolios = portfolios
        var assessPages: [String: String] = [:]
        for framework in model.frameworks where framework.logic != nil {
            let path = AssessPage.path(of: framework)
            guard outputs.isFree(path) else { continue }
            _ = outputs.claim(path, by: .site)
            assessPages[framework.id] = path
        }
        self.assessPages = assessPages
        var cards: [String: String] = [:]
        if loaded.configuration.base != nil {
            let all =
                model.frameworks.map { ($0.file.pagePath, SocialCard($0, in: loaded)) }
                + model.assessments.map { ($0.file.pagePath, SocialCard($0, in: loaded)) }
            for (page, card) in all where card.isDrawable {
                let path = SocialCard.path(beside: page)
                guard outputs.claim(path, by: .site) == nil else { continue }
                cards[page] = path
                data[path] = card
            }
        }
        self.cards = cards
        hasSearch = outputs.isFree(SearchIndex.folder)
        if hasSearch { _ = outputs.claim("\(SearchIndex.folder)/index.js", by: .site) }
        var copies: [(page: String, file: ContentFile)] = []
        let pages =
            model.frameworks.map(\.file) + model.assessments.map(\.file) + model.records.map(\.file)
            + model.pages
        let all =
            pages.map { ($0.pagePath, $0) }
            + model.introductions.map { ($0.ownPage?.path ?? $0.pagePath, $0) }
        for (page, file) in all {
            // Of two files for one page the first has taken the path.
            guard outputs.claim(Self.copyPath(of: page), by: .site) == nil else { continue }
            copies.append((page, file))
        }
        // Last, since nothing of the site gives way to what is no more.
        let moved = model.redirects + model.former.filter { outputs.claim($0.path, by: .site) == nil }
        let pagesBeside = moved.flatMap { moved -> [RedirectPage] in
            guard let framework = model.frameworks.first(where: { $0.file.path == moved.file.path }) else {
                return []
            }
            // Links to the live assessment have answers in them, and are what people pass on.
            let beside = [assessPages[framework.id], portfolios[framework.id]?.page].compactMap { $0 }
            return beside.compactMap { target in
                let ending = target.dropFirst(framework.file.pagePath.count - ".html".count)
                let path = moved.path.dropLast(".html".count) + ending
                guard outputs.claim(String(path), by: .site) == nil else { return nil }
                return RedirectPage(path: String(path), target: target, file: moved.file)
            }
        }
        redirects =
            moved.map { RedirectPage(path: $0.path, target: $0.file.pagePath, file: $0.file) } + pagesBeside
        self.copies = copies
        self.data = data
    }

    /// Where the copy of a page stands: `decisions/0001-use-x.md` beside `decisions/0001-use-x.html`.
    static func copyPath(of page: String) -> String {
        Substring(page.utf8.dropLast(".html".utf8.count)) + ".md"
    }
}

/// A file for other programs.
protocol DataFile: Sendable {
    /// Its bytes.
    func bytes(of site: Site) -> [UInt8]
}

extension Site {
    /// The address of a file of the site for readers elsewhere: whole where the site's own is known.
    func address(of path: String) -> String {
        guard let base = configuration.base else { return SiteMap.address(of: path) }
        return base + (base.hasSuffix("/") ? "" : "/") + SiteMap.address(of: path)
    }
}
