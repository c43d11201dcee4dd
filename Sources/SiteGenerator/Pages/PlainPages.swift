import Decisions
import Markdown

/// The first page.
struct HomePage: Page {
    /// The file that introduces the site.
    static let source = "index.md"
    let path = "index.html"
    let template = "home"

    func context(in site: Site) -> HomePageContext {
        let source = site.model.pages.first { $0.path == Self.source }
        var introduction: String?
        if let source {
            var renderer = site.renderer(for: source, on: path)
            introduction = renderer.html(of: site.body(of: source))
        }
        let model = site.model
        let isWaiting = { (index: Int) in model.records[index].status?.group == .open }
        let decided = site.log.filter { !isWaiting($0) }
        let recent = decided.filter { model.records[$0].date != nil }.sorted { a, b in
            let (x, y) = (model.records[a], model.records[b])
            return x.date == y.date ? a > b : Site.later(x.date, y.date)
        }
        return HomePageContext(
            common: site.common(
                path, title: nil,
                description: source.flatMap { Site.opening(of: $0) }
                    ?? "The decision log: \(site.logSummary)."),
            introduction: introduction, frameworks: site.frameworkLines(on: path),
            recent: (recent.isEmpty ? decided : recent).prefix(6).map { site.line(of: $0, on: path) },
            waiting: site.log.filter(isWaiting).map { site.line(of: $0, on: path) },
            log: model.records.isEmpty ? nil : LogLinkContext(url: LogPage.path, summary: site.logSummary),
            assessments: site.lines(of: Array(Site.newestFirst(model.assessments).prefix(5)), on: path))
    }
}

/// A page that is neither a framework, an assessment nor a record.
struct PlainPage: Page {
    let file: ContentFile
    let template = "page"
    var path: String { file.pagePath }

    static func title(of file: ContentFile) -> String {
        file.document.frontMatter["title"]?.text
            ?? file.titleHeading?.plainText.trimmed ?? file.id
    }

    func context(in site: Site) -> PlainPageContext {
        let headings = file.document.headings()
        var renderer = site.renderer(for: file, on: path, headings: headings)
        let title = Self.title(of: file)
        return PlainPageContext(
            common: site.common(
                path, title: title,
                description: file.document.frontMatter["summary"]?.text ?? Site.opening(of: file)),
            heading: Site.title(of: file, else: title), body: renderer.html(of: site.body(of: file)),
            date: DateContext(file.document.frontMatter["date"]?.text.flatMap { CalendarDate(iso: $0) }),
            contents: TableOfContents(headings))
    }
}

/// The page for addresses that lead nowhere.
struct NotFoundPage: Page {
    static let path = "404.html"
    var path: String { Self.path }
    let template = "notFound"

    func context(in site: Site) -> NotFoundPageContext {
        NotFoundPageContext(common: site.common(path, title: "Nothing here", description: nil))
    }
}
