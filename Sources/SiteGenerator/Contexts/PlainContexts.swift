import Markdown

/// The first page.
struct HomePageContext: WholePageContext {
    let common: CommonContext
    let introduction: String?
    let frameworks: [FrameworkLineContext]
    let recent: [RecordLineContext]
    let waiting: [RecordLineContext]
    let log: LogLinkContext?
    let assessments: [AssessmentLineContext]

    static let fields = Fields<HomePageContext>.page([
        .html("introduction") { $0.introduction },
        .list("frameworks") { $0.frameworks },
        .flag("hasFrameworks") { !$0.frameworks.isEmpty },
        .list("recent") { $0.recent },
        .flag("hasRecords") { !$0.recent.isEmpty },
        .list("waiting") { $0.waiting },
        .flag("hasWaiting") { !$0.waiting.isEmpty },
        .object("log") { $0.log },
        .list("assessments") { $0.assessments },
        .flag("hasAssessments") { !$0.assessments.isEmpty },
        // A site with nothing yet says how to begin; one that has the one is not asked for the other.
        .flag("showsLog") { $0.log != nil || $0.frameworks.isEmpty },
        .flag("showsFrameworks") { !$0.frameworks.isEmpty || $0.log == nil },
        .text("assessmentsURL") { _ in "assessments/index.html" },
        .text("frameworksURL") { _ in "frameworks/index.html" },
    ])
}

/// The way to the log, and what it holds.
struct LogLinkContext: PageContext {
    let url: String
    let summary: String

    static let fields = Fields<LogLinkContext>([
        .text("url") { $0.url },
        .text("summary") { $0.summary },
    ])
}

/// A plain page.
struct PlainPageContext: WholePageContext {
    let common: CommonContext
    /// The id of the heading, where it is one of the document.
    let anchor: String?
    let heading: String?
    let body: String
    let date: DateContext?
    let contents: TableOfContents

    static let fields = Fields<PlainPageContext>.page([
        .text("anchor") { $0.anchor },
        .html("heading") { $0.heading },
        .html("body") { $0.body },
        .object("date") { $0.date },
        .html("contents") { $0.contents.html },
        .flag("hasContents") { $0.contents.count >= 3 },
    ])
}

/// A page that leads on to where another is now.
struct RedirectPageContext: WholePageContext {
    let common: CommonContext
    let heading: String
    let url: String
    /// The address of the page that it leads to: whole where the site's is known.
    let canonical: String

    static let fields = Fields<RedirectPageContext>.page([
        .html("heading") { $0.heading },
        .text("url") { $0.url },
        .text("canonical") { $0.canonical },
    ])
}

/// The page for addresses that lead nowhere.
struct NotFoundPageContext: WholePageContext {
    let common: CommonContext

    static let fields = Fields<NotFoundPageContext>.page([])
}
