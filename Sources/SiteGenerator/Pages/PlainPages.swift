import Decisions
import Languages
import Markdown
import Rules

/// The first page.
struct HomePage: Page {
    let path = OwnPage.home.path
    let template = "home"

    func context(in site: Site) -> HomePageContext {
        let source = site.model.introduction(of: .home)
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
                    ?? site.phrases("log.description", ["summary": site.logSummary])),
            introduction: site.introduction(to: .home)?.body, frameworks: site.frameworkLines(on: path),
            recent: (recent.isEmpty ? decided : recent).prefix(6).map { site.line(of: $0, on: path) },
            waiting: site.log.filter(isWaiting).map { site.line(of: $0, on: path) },
            log: model.records.isEmpty
                ? nil : LogLinkContext(url: OwnPage.log.path, summary: site.logSummary),
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
        let anchors = site.model.anchors(of: file)
        var renderer = site.renderer(for: file, on: path, anchors: anchors)
        let title = Self.title(of: file)
        return PlainPageContext(
            common: site.common(
                path, title: title,
                description: file.document.frontMatter["summary"]?.text ?? Site.opening(of: file)),
            anchor: anchors.title, heading: Site.heading(of: file, by: &renderer, else: title),
            body: renderer.html(of: site.body(of: file)),
            date: site.date(file.document.frontMatter["date"]?.text.flatMap { CalendarDate(iso: $0) }),
            contents: TableOfContents(anchors.headings))
    }
}

/// What stands where a page was before it moved.
struct RedirectPage: Page {
    let path: String
    /// The path of the page that it leads to.
    let target: String
    /// The file that the page is made of.
    let file: ContentFile
    let template = "redirect"

    func context(in site: Site) -> RedirectPageContext {
        let title = PlainPage.title(of: file)
        let url = SiteMap.relative(target, from: path)
        return RedirectPageContext(
            common: site.common(path, title: title, description: site.phrases("redirect.description")),
            heading: Site.title(of: file, else: title), url: url,
            canonical: site.canonicalURL(of: target) ?? url)
    }
}

extension Site {
    /// What a file says on one of the site's own pages.
    struct Introduction {
        /// The title, where the file has one, and its id.
        let heading: String?
        let anchor: String?
        /// All but the title.
        let body: String
    }

    /// What introduces a page of the site's own, where a file does.
    func introduction(to page: OwnPage) -> Introduction? {
        guard let file = model.introduction(of: page) else { return nil }
        let anchors = model.anchors(of: file)
        var renderer = renderer(for: file, on: page.path, anchors: anchors)
        // The first page is headed by the site's name.
        let heading = page == .home ? nil : file.titleHeading.map { renderer.innerHTML(of: $0) }
        return Introduction(
            heading: heading, anchor: anchors.title, body: renderer.html(of: body(of: file)))
    }
}

/// The page for addresses that lead nowhere.
struct NotFoundPage: Page {
    let path = OwnPage.notFound.path
    let template = "notFound"

    func context(in site: Site) -> NotFoundPageContext {
        NotFoundPageContext(
            common: site.common(path, title: site.phrases("not-found.title"), description: nil))
    }
}
