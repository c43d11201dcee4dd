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
        let recent = model.records.indices.filter { model.records[$0].date != nil }.sorted { a, b in
            let (x, y) = (model.records[a], model.records[b])
            return x.date == y.date ? a > b : later(x.date, y.date)
        }
        let assessments = model.assessments.sorted { a, b in
            a.sortingDate == b.sortingDate ? a.id < b.id : later(a.sortingDate, b.sortingDate)
        }
        return HomePageContext(
            common: site.common(
                path, title: nil,
                description: source.flatMap { Site.opening(of: $0) }
                    ?? "The decision log: \(site.logSummary)."),
            introduction: introduction, frameworks: site.frameworkLines(on: path),
            recent: (recent.isEmpty ? site.log : recent).prefix(6).map { site.line(of: $0, on: path) },
            waiting: site.log.filter { model.records[$0].status?.group == .open }.map {
                site.line(of: $0, on: path)
            },
            log: model.records.isEmpty ? nil : LogLinkContext(url: LogPage.path, summary: site.logSummary),
            assessments: site.lines(of: Array(assessments.prefix(5)), on: path))
    }
}

/// Whether a day is later than another; no day is earlier than any.
private func later(_ a: CalendarDate?, _ b: CalendarDate?) -> Bool {
    guard let a else { return false }
    return b.map { a > $0 } ?? true
}

extension Assessment {
    /// The day by which assessments are sorted.
    fileprivate var sortingDate: CalendarDate? { latest.date ?? date }
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
