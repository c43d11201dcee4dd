import Decisions
import Languages
import Markdown

/// The standing of a record.
struct StatusContext: PageContext {
    let status: RecordStatus
    private let phrases: Phrases

    init?(_ status: RecordStatus?, in phrases: Phrases) {
        guard let status else { return nil }
        self.status = status
        self.phrases = phrases
    }

    var glyph: String { status.group.glyph }

    static let fields = Fields<StatusContext>([
        .text("name") { $0.phrases.status($0.status.name) },
        .text("glyph") { $0.glyph },
        .text("group") { $0.status.group.rawValue },
    ])
}

extension StatusGroup {
    /// The sign that stands before a status.
    var glyph: String {
        switch self {
        case .open: "○"
        case .inForce: "●"
        case .closed: "✕"
        case .superseded: "↷"
        }
    }
}

/// A record by its number and title.
struct RecordLinkContext: PageContext {
    let number: Int?
    let title: String
    let url: String

    static let fields = Fields<RecordLinkContext>([
        .text("number") { $0.number.map(String.init) },
        .html("title") { $0.title },
        .text("url") { $0.url },
    ])
}

/// A row of the decision log.
struct RecordLineContext: PageContext {
    let link: RecordLinkContext
    let status: StatusContext?
    let date: DateContext?
    let supersededBy: [RecordLinkContext]
    let tags: [String]

    static let fields = Fields<RecordLineContext>([
        .text("number") { $0.link.number.map(String.init) },
        .html("title") { $0.link.title },
        .text("url") { $0.link.url },
        .object("status") { $0.status },
        .object("date") { $0.date },
        .list("supersededBy") { $0.supersededBy },
        .text("tags") { $0.tags.joined(separator: ", ") },
    ])
}

/// What is known of a record beside its text: who took part, what it replaces, what refers to it. A part of a page by
/// itself, since pages would have as many shapes as records have people and relations.
struct RecordFactContext: PageContext {
    var glyph: String?
    let label: String
    /// The titles as HTML; those without an address are no links.
    let entries: [RecordLinkContext]
    /// Whether the entries stand in one line.
    var isInLine = false

    static let fields = Fields<RecordFactContext>([
        .text("glyph") { $0.glyph },
        .text("label") { $0.label },
        .list("entries") { $0.entries },
        .flag("inLine") { $0.isInLine },
    ])
}

extension Relation.Kind {
    /// The sign that stands before the words.
    var glyph: String {
        switch self {
        case .supersedes, .supersededBy: "↷"
        case .partlySupersedes, .partlySupersededBy: "◐"
        case .amends, .amendedBy, .clarifies, .clarifiedBy: "±"
        case .dependsOn, .neededBy: "⊢"
        case .relatesTo: "∼"
        }
    }
}

/// What was recommended beside what was chosen.
struct RecordAssessmentContext: PageContext {
    let title: String
    let url: String
    let recommended: String
    let chosen: String?
    let agrees: Bool
    let departure: String?
    let date: DateContext?
    /// What it comes to by now, where that is another thing.
    let today: String?

    static let fields = Fields<RecordAssessmentContext>([
        .html("title") { $0.title },
        .text("url") { $0.url },
        .text("recommended") { $0.recommended },
        .text("chosen") { $0.chosen },
        .flag("agrees") { $0.agrees },
        .flag("departs") { $0.chosen != nil && !$0.agrees },
        .text("departure") { $0.departure },
        .object("date") { $0.date },
        .text("today") { $0.today },
    ])
}

/// A decision record's page.
struct RecordPageContext: WholePageContext {
    let common: CommonContext
    /// The id of the heading, where it is one of the document.
    let anchor: String?
    let heading: String
    let number: Int?
    let status: StatusContext?
    let statusURL: String?
    let date: DateContext?
    let isDateFromGit: Bool
    /// What the record states as its date, where that is not understood.
    let unreadDate: String?
    let banner: BannerContext?
    let assessment: RecordAssessmentContext?
    /// What is known beside the text, as HTML.
    let facts: String
    let body: String
    let history: HistoryContext?
    let editURL: String?
    let newURL: String?
    let contents: TableOfContents
    let readingTime: String
    let previous: RecordLinkContext?
    let next: RecordLinkContext?
    let sourceFile: String

    static let fields = Fields<RecordPageContext>.page([
        .text("anchor") { $0.anchor },
        .html("heading") { $0.heading },
        .text("number") { $0.number.map(String.init) },
        .object("status") { $0.status },
        .text("statusURL") { $0.statusURL },
        .object("date") { $0.date },
        .flag("dateIsFromGit") { $0.isDateFromGit },
        .text("unreadDate") { $0.unreadDate },
        .object("banner") { $0.banner },
        .object("assessment") { $0.assessment },
        .html("facts") { $0.facts },
        .html("body") { $0.body },
        .object("history") { $0.history },
        .text("editURL") { $0.editURL },
        .text("newURL") { $0.newURL },
        .html("contents") { $0.contents.html },
        .flag("hasContents") { $0.contents.count >= 3 },
        .text("readingTime") { $0.readingTime },
        .object("previous") { $0.previous },
        .object("next") { $0.next },
        .text("sourceFile") { $0.sourceFile },
    ])
}
