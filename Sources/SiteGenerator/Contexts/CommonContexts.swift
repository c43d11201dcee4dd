import Decisions
import Languages
import Rules

/// The site, on every page.
struct SiteContext: PageContext, Hashable {
    let title: String
    let language: String
    /// Which way the language is written: `ltr` or `rtl`.
    var direction = "ltr"
    let author: String?
    /// The way to the site's root: empty, or a row of `../`.
    let root: String
    let navigation: [NavigationContext]
    /// The address of the feed.
    var feed: String?
    /// The address of the picture beside the title.
    var logo: String?
    /// What pages may load, as a Content Security Policy.
    var policy: String?
    /// Whether it can be searched.
    var hasSearch = false

    static let fields = Fields<SiteContext>([
        .text("title") { $0.title },
        .text("language") { $0.language },
        .text("direction") { $0.direction },
        .flag("isRightToLeft") { $0.direction == "rtl" },
        .text("author") { $0.author },
        .text("root") { $0.root },
        .text("homeURL") { $0.root + "index.html" },
        .text("stylesheet") { $0.root + "assets/style.css" },
        .list("nav") { $0.navigation },
        .text("feed") { $0.feed },
        .text("logo") { $0.logo },
        .text("icon") { $0.logo ?? $0.root + "assets/icon.svg" },
        .text("policy") { $0.policy },
        .object("search") { $0.hasSearch ? SearchContext(root: $0.root) : nil },
    ])
}

/// The search of a site, from a page of it.
struct SearchContext: PageContext {
    /// The way to the site's root.
    let root: String

    static let fields = Fields<SearchContext>([
        .text("script") { $0.root + "assets/search.js" },
        .text("engine") { $0.root + "assets/search-index.js" },
        .text("index") { $0.root + SearchIndex.folder + "/" },
        .text("root") { $0.root },
        .text("fallback") { $0.root + OwnPage.log.path },
    ])
}

/// An entry of the navigation.
struct NavigationContext: PageContext, Hashable {
    let title: String
    let url: String
    let isCurrent: Bool

    static let fields = Fields<NavigationContext>([
        .text("title") { $0.title },
        .text("url") { $0.url },
        .flag("current") { $0.isCurrent },
    ])
}

/// The words that lead to a place, and the place.
struct LinkContext: PageContext {
    let title: String
    let url: String

    static let fields = Fields<LinkContext>([
        .text("title") { $0.title },
        .text("url") { $0.url },
    ])
}

/// The address of a link out of the site, as paper has it at the end.
struct LinkNoteContext: PageContext {
    let number: Int
    /// As it stands in HTML.
    let address: String

    /// All of a page's.
    static func all(_ notes: LinkNotes) -> [LinkNoteContext] {
        notes.addresses.enumerated().map { LinkNoteContext(number: $0 + 1, address: $1) }
    }

    static let fields = Fields<LinkNoteContext>([
        .text("number") { String($0.number) },
        .html("address") { $0.address },
    ])
}

/// A day, in words and in digits.
struct DateContext: PageContext {
    let date: CalendarDate
    private let phrases: Phrases

    init?(_ date: CalendarDate?, in phrases: Phrases) {
        guard let date else { return nil }
        self.date = date
        self.phrases = phrases
    }

    static let fields = Fields<DateContext>([
        .text("text") { $0.phrases.date($0.date) },
        .text("iso") { $0.date.iso },
    ])
}

/// An option and what is said of it.
struct OptionNoteContext: PageContext {
    let option: String
    let text: String

    static let fields = Fields<OptionNoteContext>([
        .text("option") { $0.option },
        .text("text") { $0.text },
    ])
}

/// What every page has, whatever it is about.
struct CommonContext: Sendable {
    /// The page's title with the site's behind it.
    let title: String
    /// The page's title alone; the site's where it has none.
    var shortTitle = ""
    /// A sentence or two for search results.
    let description: String
    let site: SiteContext
    /// The whole address of the page, where the site's is known.
    var canonicalURL: String?
    /// The whole address of the picture by which it is shared.
    var cardURL: String?
    /// What it says of itself to other programs, where it is an article: JSON that may stand in HTML.
    var structuredData: String?
    /// The address of the page's copy in Markdown.
    var copy: String?
}

/// All that the parts of a page see that are the same on many: the masthead and the colophon.
struct FrameContext: PageContext {
    let site: SiteContext

    static let fields = Fields<FrameContext>([
        .text("generator") { _ in Precedent.name },
        .object("site") { $0.site },
    ])
}

/// A context of a whole page: what every page has, and fields of its own.
protocol WholePageContext: PageContext {
    var common: CommonContext { get }
}

extension Fields where Context: WholePageContext {
    /// The fields of a page: those of every page, and its own.
    static func page(_ own: [Field<Context>]) -> Fields {
        Fields(
            [
                .text("title") { $0.common.title },
                .text("shortTitle") { $0.common.shortTitle },
                .text("description") { $0.common.description },
                .text("pageKind") { $0.common.structuredData == nil ? "website" : "article" },
                .text("canonicalURL") { $0.common.canonicalURL },
                .text("cardURL") { $0.common.cardURL },
                .html("structuredData") { $0.common.structuredData },
                .text("generator") { _ in Precedent.name },
                .object("site") { $0.common.site },
                .text("markdownCopy") { $0.common.copy },
            ] + own)
    }
}
