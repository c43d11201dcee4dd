import Diagnostics
public import Markdown
public import Rules

/// An architecture decision record: what was decided, and why.
public struct DecisionRecord: Sendable {
    /// What its file says, shared by all copies: lists, indices and pages make many.
    private let storage: Storage

    private final class Storage: Sendable {
        let written: Written

        init(_ written: Written) { self.written = written }
    }

    /// What a file says of a decision, which nothing that is learnt later changes.
    struct Written: Sendable {
        let file: ContentFile
        let number: Int?
        let title: String
        let heading: Element?
        let titleStart: InlinePosition?
        let statusLocation: SourceLocation?
        let dateLocation: SourceLocation?
        let unreadDate: String?
        let people: [People]
        let tags: [String]
        let story: String?
        let statements: [RelationStatement]
        let assessment: Metadata?
        let recommended: Metadata?
        let chosen: Metadata?
        let departure: String?
        let reviewBy: ReviewDay?
        let reviews: [Review]
    }

    /// A record as its file has it.
    init(_ written: Written, status: RecordStatus?, date: CalendarDate?) {
        storage = Storage(written)
        (self.status, self.date) = (status, date)
    }

    /// The file it was read from.
    public var file: ContentFile { storage.written.file }
    /// The log that it belongs to: its name, where a site shows several, and the folders below that; empty in the only one.
    public internal(set) var scope = ""
    /// The number, from the file's name, else from the title. It is unique in its scope at most.
    public var number: Int? { storage.written.number }
    /// The title as plain text, without its number.
    public var title: String { storage.written.title }
    /// The heading that holds the title, where there is one, and where in it the title begins behind the number.
    public var heading: Element? { storage.written.heading }
    /// The start of the title within `heading`.
    public var titleStart: InlinePosition? { storage.written.titleStart }
    /// What it says of its standing; `nil` where it says nothing.
    public internal(set) var status: RecordStatus?
    /// Where it says so.
    var statusLocation: SourceLocation? { storage.written.statusLocation }
    /// The day of the decision.
    public internal(set) var date: CalendarDate?
    /// Where it is written; `nil` where there is none, or where the file's name or Git tells it.
    var dateLocation: SourceLocation? { storage.written.dateLocation }
    /// A date that the record states and that is not understood.
    public var unreadDate: String? { storage.written.unreadDate }
    /// Whether that is the day of the file's first commit, since the record states none.
    public internal(set) var isDateFromGit = false
    /// Its changes in Git, where they were asked for.
    public internal(set) var history: FileHistory?
    /// Who took part, by their part in it, in the order of MADR.
    public var people: [People] { storage.written.people }
    /// The author's own terms.
    public var tags: [String] { storage.written.tags }
    /// The story or ticket that it came from, as written, with its address.
    public var story: String? { storage.written.story }
    /// The relations that the record states, not yet resolved.
    var statements: [RelationStatement] { storage.written.statements }
    /// How it came about and what became of it, in both directions; filled in when all records are known.
    public internal(set) var relations: [Relation] = []
    /// The assessment that led here, as written: `clause-reviewer@2026-03-02`.
    public var assessment: Metadata? { storage.written.assessment }
    /// The id of the option that was recommended then.
    public var recommended: Metadata? { storage.written.recommended }
    /// The id of the option that was taken.
    public var chosen: Metadata? { storage.written.chosen }
    /// Why the choice departs from the recommendation.
    public var departure: String? { storage.written.departure }
    /// The day by which it is to be looked at again, as written.
    public var reviewBy: ReviewDay? { storage.written.reviewBy }
    /// When it was looked at again, and what came of it, in the author's order.
    public var reviews: [Review] { storage.written.reviews }

    /// The name by which it is referred to.
    public var id: String { file.id }

    /// What people had to do with a decision, in the order in which it is told.
    public enum Part: String, Sendable, CaseIterable {
        case deciders = "Deciders"
        case authors = "Authors"
        case consulted = "Consulted"
        case informed = "Informed"
    }

    /// People who share a part.
    public struct People: Sendable {
        /// What they had to do with it.
        public let part: Part
        /// The same in words.
        public var role: String { part.rawValue }
        /// Their names.
        public let names: [String]
    }
}

/// What a record says of its standing.
public struct RecordStatus: Sendable, Hashable {
    /// The word, in lower case: one of the usual ones, or the author's own.
    public let name: String
    /// What it means for those who follow the log.
    public let group: StatusGroup

    /// The status of a name, by the usual meaning unless the site gives it another.
    public init(_ name: String, meanings: [String: StatusGroup] = [:]) {
        self.name = name
        self.group = meanings[name] ?? Self.usual[name] ?? Self.common[name] ?? .open
    }

    /// Whether the decision never came into force. What is no longer in force was once, and what it took the place of stays
    /// superseded.
    public var isTurnedDown: Bool {
        group == .closed && !["deprecated", "obsolete", "retired", "veraltet"].contains(name)
    }

    /// The statuses that formats of this field agree on.
    static let usual: [String: StatusGroup] = [
        "draft": .open, "proposed": .open, "accepted": .inForce, "rejected": .closed, "deprecated": .closed,
        "superseded": .superseded,
    ]

    /// Other words that leave no doubt of what they mean.
    static let common: [String: StatusGroup] = {
        var groups: [String: StatusGroup] = [:]
        for name in ["partly superseded", "partially superseded"] { groups[name] = .inForce }
        for (group, words) in [
            (
                StatusGroup.inForce,
                "approved decided adopted agreed implemented active angenommen akzeptiert accepté acceptée aceptado aceptada accettato aceito"
            ),
            (.open, "pending incomplete proposé proposée vorgeschlagen entwurf propuesto propuesta proposto"),
            (
                .closed,
                "declined withdrawn abandoned obsolete retired cancelled canceled abgelehnt rejeté rejetée rechazado veraltet"
            ),
            (.superseded, "replaced ersetzt remplacé remplacée"),
        ] {
            for word in words.split(separator: " ") { groups[String(word)] = group }
        }
        return groups
    }()
}

/// How one record bears on another.
public struct Relation: Sendable, Hashable {
    /// What this record is to the other.
    public let kind: Kind
    /// The other's index in the model.
    public let record: Int
    /// The author's own words for it, as they are written, where the kinds have none; the kind is then that they are related.
    public var words: String?

    /// What it is called: the author's own words, else those of the kind.
    public var name: String { words ?? kind.rawValue }

    /// The kinds, each with its reverse.
    public enum Kind: String, Sendable, CaseIterable {
        case supersedes = "Supersedes"
        case supersededBy = "Superseded by"
        case partlySupersedes = "Partly supersedes"
        case partlySupersededBy = "Partly superseded by"
        case amends = "Amends"
        case amendedBy = "Amended by"
        case clarifies = "Clarifies"
        case clarifiedBy = "Clarified by"
        case dependsOn = "Depends on"
        case neededBy = "Needed by"
        case relatesTo = "Relates to"

        /// What the other record is to this one.
        public var reverse: Kind {
            switch self {
            case .supersedes: .supersededBy
            case .supersededBy: .supersedes
            case .partlySupersedes: .partlySupersededBy
            case .partlySupersededBy: .partlySupersedes
            case .amends: .amendedBy
            case .amendedBy: .amends
            case .clarifies: .clarifiedBy
            case .clarifiedBy: .clarifies
            case .dependsOn: .neededBy
            case .neededBy: .dependsOn
            case .relatesTo: .relatesTo
            }
        }
    }
}

/// A relation as a record states it: the words, and what they point at.
struct RelationStatement: Sendable {
    let kind: Relation.Kind
    /// The address of a link, where there is one.
    let link: String?
    /// The words behind the relation: a number, a file's name, a title.
    let text: String
    let location: SourceLocation
    /// Whether it stands where only relations to records stand, so that one to nothing is a mistake.
    let isCertain: Bool
    /// The author's own words, where the kinds have none for it.
    var words: String?
}
