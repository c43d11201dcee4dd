public import Diagnostics
public import Languages
public import Rules

/// What `precedent.yml` says about a site (FORMATS 5).
public struct SiteConfiguration: Sendable {
    /// The name of the file, in the site's folder.
    public static let fileName = "precedent.yml"

    /// The site's name, in the masthead and every page's title.
    public var title = "Decisions" { didSet { isUntitled = false } }
    /// Whether nobody has named it: then it is called so in its language.
    private(set) var isUntitled = true
    /// The address that the site is published at, where it is known. Only the page for addresses that lead nowhere
    /// needs it.
    public var base: String?
    /// The language of the content, as a BCP 47 tag.
    public var language = "en"
    /// Where it is named.
    public var languageLocation: SourceLocation?
    /// The words of the theme in that language.
    public var phrases = Phrases.english
    /// Who publishes the site.
    public var author: String?
    /// The picture beside the site's name, where there is one.
    public var logo: Logo?
    /// What draws the Mermaid diagrams in authors' Markdown; they are shown as code where nothing does.
    public var mermaid: Mermaid?
    /// The site's own accent in each scheme, where it has one.
    public var accents: [Colour.Scheme: Colour] = [:]
    /// The entries of the navigation, where the author chose them.
    public var navigation: [NavigationEntry]?
    /// The folder of Markdown files.
    public var content = "content"
    /// The folder of the site's own templates; `nil` where it has none, whatever folders there are.
    public var templates: String? = "templates"
    /// Whether the site itself names that folder.
    public internal(set) var namesTemplates = false
    /// The folder that the site is written to.
    public var output = "public"
    /// The folders of decision records beside the content folder.
    public var decisions: [DecisionFolder] = []
    /// Where the repository can be read.
    public var repository: SourceHost?
    /// What statuses of the author's own mean.
    public var statuses: [String: StatusGroup] = [:]
    /// The words of rules in the site's language.
    public var words = Words.english
    /// Those of them that the configuration names, by what they are in English.
    public var ownWords: [String: [String]] = [:]
    /// Whether records show their history in Git, and take the day of their first commit where they state none.
    public var history = true
    /// What weight the author gives to checks; `nil` turns one off.
    public var checks: [String: Severity?] = [:]
    /// Whether HTML in Markdown is passed on to pages.
    public var allowRawHTML = false

    /// A picture of the content folder.
    public struct Logo: Sendable {
        /// The way to it, from the content folder.
        public let file: String
        /// Where it is named.
        public let location: SourceLocation
    }

    /// What draws Mermaid diagrams.
    public struct Mermaid: Sendable {
        /// When they are drawn.
        public enum Drawer: Sendable, Hashable {
            /// In the browser, by a script of the content folder; the way to it, from there.
            case script(String)
            /// When the site is built, by a program that takes the arguments of mermaid-cli's `mmdc`: its name, or the way to it.
            case program(String)
        }

        /// By what.
        public let drawer: Drawer
        /// Where it is named.
        public let location: SourceLocation

        /// A name that ends as a script's does is one; all else is a program.
        public init(_ name: String, location: SourceLocation) {
            drawer = name.hasSuffix(".js") ? .script(name) : .program(name)
            self.location = location
        }
    }

    /// A folder of decision records, which has a log of its own.
    public struct DecisionFolder: Sendable {
        /// What the log is called, where the author says so.
        public let name: String?
        /// The folder, from the site's; it may lie elsewhere.
        public let folder: String
        /// Where it is named.
        public let location: SourceLocation
    }

    /// An entry of the navigation.
    public struct NavigationEntry: Sendable {
        /// The words.
        public let title: String
        /// A file of the content folder, or a whole address.
        public let target: String
        /// Where it is written.
        public let location: SourceLocation
    }

    /// The configuration of a site that has none.
    public init() {}
}

/// What a status says of a decision.
public enum StatusGroup: String, Sendable, CaseIterable {
    /// Not yet decided.
    case open
    /// Decided, and to be followed.
    case inForce = "in-force"
    /// Decided otherwise, withdrawn, or no longer to be followed.
    case closed
    /// Another decision stands in its place.
    case superseded
}
