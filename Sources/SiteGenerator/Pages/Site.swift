import Decisions
import Diagnostics
import Highlighting
import Languages
import Markdown
import Platform
import Rules

/// A model with everything judged that pages tell of, so that each verdict is made once and pages only read.
struct Site: Sendable {
    let configuration: SiteConfiguration
    let model: DecisionModel
    /// What each assessment comes to, by its id.
    let verdicts: [String: Verdict]
    /// The records in the order of the log: the newest number first.
    let log: [Int]
    /// How many decisions the log has, and how they stand.
    let logSummary: String
    /// What links and lists show of each record.
    let faces: [RecordFace]
    /// The pages of the log beside its records'.
    let plan: LogPlan
    /// The folders of records.
    let scopes: [RecordScope]
    /// Where a record can be added to each of them in the host's editor.
    private(set) var newRecordURLs: [String?] = []
    /// The records as rows of a log, as pages in a folder of the log's own show them.
    var rows: [String] = []
    /// The pages that a copy of their file stands beside, by their paths.
    let copied: Set<String>
    /// Where the portfolio of each framework stands, by its id.
    let portfolios: [String: PortfolioPaths]
    /// The feed, where the author has nothing else in its place.
    let feed: String?
    /// Whether the site can be searched.
    let hasSearch: Bool
    /// What portfolios show, by the framework's id: each is made once, for a page and two files.
    private(set) var sideBySide: [String: Portfolio] = [:]
    /// The pages of the live assessment, by the framework's id.
    let assessPages: [String: String]
    /// The pictures by which pages are shared, by the page's path.
    let cards: [String: String]
    /// The pages that lead on from where renamed files stood.
    let redirects: [RedirectPage]
    private let diagrams: MermaidDiagrams
    private let highlighter = Highlighter()
    /// What screen readers are told of parts of authors' text; each renderer has it, so that it is looked up once.
    private let labels: HTMLLabels
    private let templates: TemplateRenderer
    /// What pages may load, and where their navigation leads.
    private let policy: String?
    private let navigation: SiteNavigation
    /// The site as the pages of a folder see it, but for those that the navigation leads to; filled where all pages are wanted.
    private var frames: [Substring: SiteContext] = [:]
    /// The places of each framework's page, which all its reports lead to, by its id.
    let frameworkAnchors: [String: PageAnchors]

    /// A record as others refer to it.
    struct RecordFace: Sendable {
        let number: Int?
        /// The title as HTML.
        let title: String
        /// The path of its page.
        let path: String
    }

    init(
        _ loaded: LoadedSite, _ outputs: SiteOutputs, _ diagrams: MermaidDiagrams, templates: TemplateRenderer
    ) async throws {
        plan = outputs.log
        copied = Set(outputs.copies.lazy.map(\.page))
        feed = outputs.feed
        hasSearch = outputs.hasSearch
        portfolios = outputs.portfolios
        assessPages = outputs.assessPages
        cards = outputs.cards
        redirects = outputs.redirects
        let phrases = loaded.configuration.phrases
        labels = HTMLLabels(
            done: phrases("prose.done"), notDone: phrases("prose.not-done"), table: phrases("prose.table"),
            notes: phrases("prose.footnotes"), back: phrases("prose.back"))
        scopes = loaded.scopes
        self.diagrams = diagrams
        self.templates = templates
        configuration = loaded.configuration
        // In English they are called so already.
        model =
            loaded.configuration.phrases == .english
            ? loaded.model : loaded.model.saying(loaded.configuration.phrases.ofAnswers)
        policy = ContentPolicy.text(for: loaded.configuration)
        navigation = SiteNavigation(of: loaded.model, loaded.configuration)
        verdicts = Dictionary(
            loaded.model.assessments.compactMap { assessment in
                loaded.model.verdict(of: assessment).map { (assessment.id, $0) }
            }, uniquingKeysWith: { first, _ in first })
        frameworkAnchors = Dictionary(
            loaded.model.frameworks.map { ($0.id, loaded.model.anchors(of: $0.file)) },
            uniquingKeysWith: { first, _ in first })
        log = Array(loaded.model.records.indices.reversed())
        logSummary = Self.summary(of: loaded.model, in: loaded.configuration.phrases)
        faces = try await loaded.model.records.concurrentMap { record in
            RecordFace(
                number: record.number,
                title: Self.title(of: record.file, from: record.titleStart, else: record.title),
                path: record.file.pagePath)
        }
        let made = try await model.frameworks.filter { outputs.portfolios[$0.id] != nil }.concurrentMap {
            [self] in Portfolio(of: $0, in: self)
        }
        sideBySide = Dictionary(made.map { ($0.framework.id, $0) }, uniquingKeysWith: { first, _ in first })
        newRecordURLs = scopes.map { newRecordURL(in: $0) }
    }

    /// The words of the theme in the site's language.
    var phrases: Phrases { configuration.phrases }

    /// A day as pages show it.
    func date(_ date: CalendarDate?) -> DateContext? { DateContext(date, in: phrases) }

    /// A part of a page that a template makes by itself.
    func fragment(_ context: some PageContext, _ template: String) -> [UInt8] {
        templates.fragment(context, with: template)
    }

    /// What every page has, for the page at `path`.
    /// - Parameter site: the site as that page sees it, where that is known.
    func common(
        _ path: String, title: String?, description: String?, article: StructuredData? = nil,
        within site: SiteContext? = nil
    ) -> CommonContext {
        let whole = title.map { "\($0) · \(configuration.title)" } ?? configuration.title
        let text = Self.shortened(description ?? "\(title ?? configuration.title)", to: 200)
        return CommonContext(
            title: whole, shortTitle: title ?? configuration.title, description: text,
            site: site ?? context(for: path),
            canonicalURL: canonicalURL(of: path), cardURL: cards[path].map { address(of: $0) },
            structuredData: article?.block(on: path, description: text, in: self),
            copy: copied.contains(path)
                ? SiteMap.relative(SiteOutputs.copyPath(of: path), from: path) : nil)
    }

    /// The whole address of a page, where the site's is known; the page for wrong addresses has none.
    func canonicalURL(of path: String) -> String? {
        configuration.base == nil || path == OwnPage.notFound.path ? nil : address(of: path)
    }

    /// The site as the page at `path` sees it.
    func context(for path: String) -> SiteContext {
        if !frames.isEmpty, !isSpecial(path), let known = frames[Self.folder(of: path)] { return known }
        return SiteContext(
            title: configuration.title, language: configuration.language,
            direction: configuration.phrases.direction.rawValue, author: configuration.author,
            root: root(from: path), navigation: navigation.entries(on: path, root: root(from: path)),
            feed: feed.map { root(from: path) + $0 },
            logo: logo.map { root(from: path) + $0 }, policy: policy,
            hasSearch: hasSearch)
    }

    /// Makes once what `context(for:)` gives for the pages of a folder.
    /// - Returns: the site as all these pages see it.
    mutating func keepContexts(for paths: [String]) -> Set<SiteContext> {
        var special: Set<SiteContext> = []
        for path in paths {
            if isSpecial(path) {
                special.insert(context(for: path))
            } else if frames[Self.folder(of: path)] == nil {
                frames[Self.folder(of: path)] = context(for: path)
            }
        }
        return special.union(frames.values)
    }

    /// Whether a page sees the site as no other in its folder does.
    private func isSpecial(_ path: String) -> Bool {
        navigation.leads(to: path) || path == OwnPage.notFound.path
    }

    private static func folder(of path: String) -> Substring {
        path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path[..<$0] } ?? ""
    }

    /// The address of the logo from the site's root; none that is not there, however that is weighed.
    private var logo: String? {
        configuration.logo.flatMap { model.map.assets.contains($0.file) ? SiteMap.address(of: $0.file) : nil }
    }

    /// The page for addresses that lead nowhere is shown at any of them, so only it starts from the base.
    func root(from path: String) -> String {
        guard path == OwnPage.notFound.path else { return SiteMap.root(from: path) }
        guard let base = configuration.base else { return "/" }
        let behindScheme = base.split(separator: "//", maxSplits: 1).last ?? ""
        let folder = base.contains("//") ? behindScheme.drop { $0 != "/" } : base[...]
        return "/" + folder.split(separator: "/").map { $0 + "/" }.joined()
    }

    /// A renderer for a file's Markdown on a page: links lead from that page. On another page than the file's own, where a
    /// rule's reason may stand, it has neither anchors nor notes.
    func renderer(for file: ContentFile, on path: String, anchors: PageAnchors? = nil) -> HTMLRenderer {
        let map = model.map
        let host = configuration.repository
        let isOwn = file.pagePath == path
        var renderer = HTMLRenderer(file.document, headings: isOwn ? anchors?.headings ?? [] : [])
        renderer.allowRawHTML = configuration.allowRawHTML
        renderer.showsNoteReferences = isOwn
        renderer.labels = labels
        renderer.resolve = { address in
            switch map.target(of: address, in: file.path) {
            case .outside: return .asWritten
            case .here(let fragment):
                return isOwn ? .asWritten : .to(Self.address(of: fragment, on: file.pagePath, from: path))
            case .page(let target, let fragment):
                guard let page = map.pages[target] else { return .dangling }
                return .to(Self.address(of: fragment, on: page, from: path))
            case .asset(let asset): return .to(SiteMap.relative(asset, from: path))
            case .source(let file): return host.map { .to($0.url(of: file)) } ?? .dangling
            case .missing: return .dangling
            }
        }
        renderer.markCode = { [highlighter] in MarkedCode.html(of: $1, in: $0, by: highlighter) }
        if !diagrams.isEmpty {
            renderer.replaceCode = { [diagrams] language, text, replaced in
                diagrams.html(of: language, text, on: path, isFirst: replaced == 0)
            }
        }
        return renderer
    }

    /// The address of a place on a page.
    static func address(of anchor: String?, on page: String, from path: String) -> String {
        SiteMap.relative(page, from: path) + (anchor.map { "#" + SiteMap.address(of: $0) } ?? "")
    }

    /// The title of a file as HTML, for lists: its first heading, else the words given.
    static func title(of file: ContentFile, from start: InlinePosition? = nil, else words: String) -> String {
        var renderer = HTMLRenderer(file.document, headings: [])
        // A link within a title would stand within the link that lists make of it.
        renderer.resolve = { _ in .dangling }
        renderer.showsNoteReferences = false
        return heading(of: file, by: &renderer, from: start, else: words)
    }

    /// The title of a file as its own page shows it.
    static func heading(
        of file: ContentFile, by renderer: inout HTMLRenderer, from start: InlinePosition? = nil,
        else words: String
    ) -> String {
        file.titleHeading.map { renderer.innerHTML(of: $0, from: start) } ?? HTMLEscaping.escape(words)
    }

    /// The blocks of a file's page: all but the title.
    func body(of file: ContentFile) -> [Element] {
        let title = file.titleHeading
        return file.document.blocks.filter { $0 != title }
    }

    /// "9 min", at 220 words a minute (Brysbaert 2019 gives 238 for English prose; decisions are read slower).
    func readingTime(_ file: ContentFile) -> String {
        phrases("page.minutes", count: max(1, (file.document.wordCount() + 110) / 220))
    }

    /// The first sentence or two of a file's prose.
    static func opening(of file: ContentFile) -> String? {
        for block in file.document.blocks where block.kind == .paragraph {
            let words = block.plainText
            if !words.hasPrefix("Date:") { return words.trimmed }
        }
        return nil
    }

    /// Text cut at a word's end.
    static func shortened(_ text: String, to limit: Int) -> String {
        // A character has one byte at least.
        guard text.utf8.count > limit else { return text }
        // Of plain ASCII on one line each byte is a character, and no more of it is looked at than is kept.
        let bytes = text.utf8.prefix(limit)
        if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) {
            let end = bytes.lastIndex(of: 0x20) ?? bytes.endIndex
            return text[..<end] + "…"
        }
        guard text.count > limit else { return text }
        let cut = text.prefix(limit)
        let end = cut.lastIndex(where: \.isWhitespace) ?? cut.endIndex
        return cut[..<end] + "…"
    }
}
