/// What a piece of a record's metadata is about, whatever its format calls it.
enum RecordKey: Hashable, Sendable {
    case status
    case date(DateRole)
    case people(DecisionRecord.Part)
    case tags
    case story
    case relation(Relation.Kind)

    /// What a date is the date of. The first that is there is the record's.
    enum DateRole: Int, Sendable, CaseIterable {
        /// `Date`, `Decided on`.
        case decision
        /// `Introduced`, `Created`.
        case creation
        /// `Last updated`, `Amended`.
        case update
    }

    /// Reads a key as an author wrote it: `decision-makers`, `superseded_by`, `Decision Makers`, `supersededBy`.
    init?(_ written: some StringProtocol) {
        guard (2...32).contains(written.utf8.count), let known = Self.names[Self.folded(written)] else {
            return nil
        }
        self = known
    }

    /// Lower case, one space between words, those of camel case too.
    private static func folded(_ written: some StringProtocol) -> String {
        if written.utf8.allSatisfy({ $0 < 0x80 }) { return foldedASCII(written.utf8) }
        var out = ""
        var wasLower = false
        for character in written {
            if character == "-" || character == "_" || character.isWhitespace {
                if out.last != " ", !out.isEmpty { out.append(" ") }
                wasLower = false
                continue
            }
            if wasLower, character.isUppercase { out.append(" ") }
            wasLower = character.isLowercase
            out += character.lowercased()
        }
        while out.last == " " { out.removeLast() }
        return out
    }

    /// The same by bytes, as nearly all are written.
    private static func foldedASCII(_ written: some Sequence<UInt8>) -> String {
        var out: [UInt8] = []
        var wasLower = false
        for byte in written {
            switch byte {
            case UInt8(ascii: "-"), UInt8(ascii: "_"), 0x20, 0x09...0x0D:
                if let last = out.last, last != 0x20 { out.append(0x20) }
                wasLower = false
            case UInt8(ascii: "A")...UInt8(ascii: "Z"):
                if wasLower { out.append(0x20) }
                out.append(byte | 0x20)
                wasLower = false
            default:
                out.append(byte)
                wasLower = (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
            }
        }
        while out.last == 0x20 { out.removeLast() }
        return String(decoding: out, as: UTF8.self)
    }

    private static let names: [String: RecordKey] = {
        var names: [String: RecordKey] = [:]
        func add(_ key: RecordKey, _ words: String...) { for word in words { names[word] = key } }
        add(
            .status, "status", "adr status", "decision status", "record status", "current status", "state",
            "statut", "état", "estado", "stato", "статус")
        add(
            .date(.decision), "date", "decision date", "date of decision", "date decided", "decided",
            "decided on", "adr date", "approval date", "date approved", "accepted on", "date accepted",
            "datum", "fecha", "data", "дата")
        add(
            .date(.creation), "introduced", "created", "created on", "created at", "creation date",
            "date created", "date introduced", "proposed", "proposed on", "date proposed", "started",
            "start date", "submitted", "opened", "published", "issued", "recorded", "first draft")
        add(
            .date(.update), "updated", "updated on", "updated at", "last updated", "last update",
            "last update date", "update date", "last modified", "modified", "last changed", "last revised",
            "revised", "revision date", "amended", "amended on", "amendment date", "date amended",
            "last reviewed", "reviewed on")
        add(
            .people(.deciders), "deciders", "decider", "decision makers", "decision maker", "decided by",
            "approvers", "approver", "approved by", "accepted by", "deciding group", "décideurs",
            "entscheider", "decisores", "decisori")
        add(
            .people(.authors), "authors", "author", "written by", "proposed by", "proposer", "owner",
            "owners",
            "submitter", "submitted by", "auteur", "auteurs", "autor", "autoren", "autores", "autore")
        add(.people(.consulted), "consulted", "contributors", "reviewers", "reviewer", "reviewed by")
        add(.people(.informed), "informed", "stakeholders", "audience")
        add(.tags, "tags", "tag", "labels", "label", "keywords", "categories", "category", "topics")
        add(.story, "technical story", "story", "user story", "ticket", "tickets", "issue", "jira")
        for kind in Relation.Kind.allCases {
            for spelling in kind.spellings { names[folded(spelling)] = .relation(kind) }
        }
        add(.relation(.relatesTo), "related", "related adrs", "related decisions", "relates", "see also")
        add(.relation(.supersededBy), "successor", "superseding")
        add(.relation(.partlySupersedes), "supersedes (in part)", "supersedes in part")
        add(.relation(.partlySupersededBy), "superseded by (in part)", "superseded by in part")
        add(.relation(.dependsOn), "dependencies", "dependency")
        names["see"] = nil
        return names
    }()
}
