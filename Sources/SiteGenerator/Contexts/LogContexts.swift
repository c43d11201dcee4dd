import Decisions
import Markdown

/// A row of the decision log with all its columns.
struct LogRowContext: PageContext {
    let line: RecordLineContext
    /// The record's place in the model, by which the script of the log knows it.
    let record: Int
    let tags: [LinkContext]
    let people: [LinkContext]
    /// How many people there are beside those.
    let furtherPeople: Int
    let scope: String
    let isDateFromGit: Bool
    let columns: LogColumns

    static let fields = Fields<LogRowContext>([
        .text("record") { String($0.record) },
        .text("number") { $0.line.link.number.map(String.init) },
        .html("title") { $0.line.link.title },
        .text("url") { $0.line.link.url },
        .object("status") { $0.line.status },
        .object("date") { $0.line.date },
        .flag("dateIsFromGit") { $0.isDateFromGit },
        .list("supersededBy") { $0.line.supersededBy },
        .list("tags") { $0.tags },
        .list("people") { $0.people },
        .text("furtherPeople") { $0.furtherPeople > 0 ? String($0.furtherPeople) : nil },
        .text("scope") { $0.scope },
        .flag("showsTags") { $0.columns.hasTags },
        .flag("showsScopes") { $0.columns.hasScopes },
        .flag("showsPeople") { $0.columns.hasPeople },
    ])
}

/// The ways from one page of rows to the others.
struct PageTurnContext: PageContext {
    let number: Int
    let count: Int
    let pages: [LinkContext]
    let previous: String?
    let next: String?

    /// - Returns: `nil` where there is one page only.
    init?(_ number: Int, of pages: [String], on path: String) {
        guard pages.count > 1 else { return nil }
        self.number = number
        count = pages.count
        let url = { (index: Int) in
            pages.indices.contains(index) ? SiteMap.relative(pages[index], from: path) : nil
        }
        self.pages = pages.enumerated().map { index, page in
            LinkContext(
                title: String(index + 1), url: index == number ? "" : SiteMap.relative(page, from: path))
        }
        previous = url(number - 1)
        next = url(number + 1)
    }

    static let fields = Fields<PageTurnContext>([
        .text("number") { String($0.number + 1) },
        .text("count") { String($0.count) },
        .list("pages") { $0.pages },
        .text("previous") { $0.previous },
        .text("next") { $0.next },
    ])
}

/// Something to filter by, and how many records it leaves.
struct FilterOptionContext: PageContext {
    let value: String
    /// What it is called.
    let label: String
    let count: Int

    static let fields = Fields<FilterOptionContext>([
        .text("value") { $0.value },
        .text("label") { $0.label },
        .text("count") { String($0.count) },
    ])
}

/// The filters of the log, which a script brings to life.
struct LogFiltersContext: PageContext {
    let statuses: [FilterOptionContext]
    let tags: [FilterOptionContext]
    let people: [FilterOptionContext]
    let scopes: [FilterOptionContext]
    let years: [FilterOptionContext]
    let count: Int
    /// Where the script finds the whole log, and where the script is.
    let data: String
    let script: String
    /// Where the words are that it says.
    let wordsScript: String

    static let fields = Fields<LogFiltersContext>([
        .list("statuses") { $0.statuses },
        .flag("hasStatuses") { !$0.statuses.isEmpty },
        .list("tags") { $0.tags },
        .flag("hasTags") { !$0.tags.isEmpty },
        .list("people") { $0.people },
        .flag("hasPeople") { !$0.people.isEmpty },
        .list("scopes") { $0.scopes },
        .flag("hasScopes") { !$0.scopes.isEmpty },
        .list("years") { $0.years },
        .flag("hasYears") { !$0.years.isEmpty },
        .text("count") { String($0.count) },
        .text("data") { $0.data },
        .text("script") { $0.script },
        .text("wordsScript") { $0.wordsScript },
    ])
}

/// A tag, person or status, and how many records have it.
struct FacetLinkContext: PageContext {
    let title: String
    let url: String
    let count: Int

    static let fields = Fields<FacetLinkContext>([
        .text("title") { $0.title },
        .text("url") { $0.url },
        .text("count") { String($0.count) },
    ])
}

/// All tags, people or statuses of a log.
struct FacetListContext: PageContext {
    /// What ids of it are made of.
    let id: String
    let title: String
    let facets: [FacetLinkContext]
    let further: Int

    static let fields = Fields<FacetListContext>([
        .text("id") { $0.id },
        .text("title") { $0.title },
        .list("facets") { $0.facets },
        .text("further") { $0.further > 0 ? String($0.further) : nil },
    ])
}

/// A page of the decision log.
struct LogPageContext: WholePageContext {
    let common: CommonContext
    /// What a file of the author's says on the page: its title and its id, and all else.
    let anchor: String?
    let heading: String?
    let introduction: String?
    let rows: String
    let hasRecords: Bool
    let summary: String
    let columns: LogColumns
    let turn: PageTurnContext?
    let filters: LogFiltersContext?
    let facets: [FacetListContext]
    let timelineURL: String?
    let newRecords: [LinkContext]

    /// Whether readers would have to pass more than a few lines before they came to the log, which is then before it.
    private var introductionIsLong: Bool {
        hasRecords && (introduction?.utf8.count ?? 0) > 600
    }

    static let fields = Fields<LogPageContext>.page([
        .text("anchor") { $0.anchor },
        .html("heading") { $0.heading },
        .html("introduction") { $0.introductionIsLong ? nil : $0.introduction },
        .html("guide") { $0.introductionIsLong ? $0.introduction : nil },
        .html("rows") { $0.rows },
        .flag("hasRecords") { $0.hasRecords },
        .text("summary") { $0.summary },
        .flag("showsTags") { $0.columns.hasTags },
        .flag("showsScopes") { $0.columns.hasScopes },
        .flag("showsPeople") { $0.columns.hasPeople },
        .object("turn") { $0.turn },
        .object("filters") { $0.filters },
        .list("facetLists") { $0.facets },
        .flag("hasFacets") { !$0.facets.isEmpty },
        .text("timelineURL") { $0.timelineURL },
        .list("newRecords") { $0.newRecords },
    ])
}

/// The page of a tag, a person or a status.
struct FacetPageContext: WholePageContext {
    let common: CommonContext
    let kind: String
    let name: String
    let summary: String
    let rows: String
    let columns: LogColumns
    let turn: PageTurnContext?
    let logURL: String

    static let fields = Fields<FacetPageContext>.page([
        .text("kind") { $0.kind },
        .text("name") { $0.name },
        .text("summary") { $0.summary },
        .html("rows") { $0.rows },
        .flag("showsTags") { $0.columns.hasTags },
        .flag("showsScopes") { $0.columns.hasScopes },
        .flag("showsPeople") { $0.columns.hasPeople },
        .object("turn") { $0.turn },
        .text("logURL") { $0.logURL },
    ])
}
