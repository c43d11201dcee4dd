import Diagnostics
import Markdown

/// Reads what a status says: a word, and perhaps a relation: `accepted`, `superseded by [ADR-0005](0005-x.md)`.
struct StatusReader {
    private(set) var name: String?
    /// Where the statement stands that gave the name.
    private(set) var location: SourceLocation?
    private(set) var statements: [RelationStatement] = []

    /// Reads one statement. A later one of several prevails, save that a mere relation changes no status but for
    /// being superseded.
    mutating func read(_ text: String, links: [Link], at location: SourceLocation) {
        let words = Self.withoutDecoration(text)
        let folded = words.lowercased()
        if let (kind, spelling) = Self.relation(in: folded) {
            let behind = String(words.dropFirst(spelling.count)).trimmed
            let references = links.isEmpty ? behind.isEmpty ? [] : [Link(text: behind, address: nil)] : links
            statements += references.map {
                RelationStatement(kind: kind, link: $0.address, text: $0.text, location: location)
            }
            if kind == .supersededBy { (name, self.location) = ("superseded", location) }
            return
        }
        guard !folded.isEmpty else { return }
        // `accepted (2021-03-04)`, `Accepted.`
        let word = folded.prefix { $0.isLetter || $0 == "-" || $0 == " " }.trimmed
        if !word.isEmpty { (name, self.location) = (word, location) }
    }

    /// Reads a relation that has a key of its own: `supersedes: 3`, `superseded-by: [0004, 0007-use-a-log.md]`.
    mutating func read(_ kind: Relation.Kind, _ value: Metadata) {
        let none = ["none", "nothing", "no", "n/a", "-", "–", "—"]
        for element in value.elements {
            guard let text = element.text, !none.contains(text.lowercased()) else { continue }
            let (plain, links) = Self.links(in: text)
            let numbers = plain.split(separator: ",").map { Link(text: $0.trimmed, address: nil) }
            let areNumbers = numbers.allSatisfy { $0.text.contains(where: \.isNumber) }
            let references =
                !links.isEmpty ? links : areNumbers ? numbers : [Link(text: plain, address: nil)]
            statements += references.map {
                RelationStatement(kind: kind, link: $0.address, text: $0.text, location: element.location)
            }
            if kind == .supersededBy, name == nil { (name, location) = ("superseded", element.location) }
        }
    }

    /// A link within a statement.
    struct Link {
        let text: String
        let address: String?
    }

    /// The links that a scalar of front matter holds: Markdown within YAML.
    static func links(in text: String) -> (plain: String, links: [Link]) {
        guard text.utf8.contains(UInt8(ascii: "[")) else { return (text, []) }
        let document = Document(Array(text.utf8), file: "")
        guard let paragraph = document.blocks.first, paragraph.kind == .paragraph else { return (text, []) }
        return (paragraph.plainText, links(in: paragraph))
    }

    /// The links of an element.
    static func links(in element: Element) -> [Link] {
        element.descendants.filter { $0.kind == .link }.map {
            Link(text: $0.plainText, address: $0.destination)
        }
    }

    private static func relation(in folded: String) -> (kind: Relation.Kind, spelling: String)? {
        for kind in Relation.Kind.allCases {
            for spelling in kind.spellings where folded.hasPrefix(spelling) {
                let next = folded.dropFirst(spelling.count).first
                if next.map({ $0.isWhitespace || $0 == ":" || $0 == "[" }) ?? true { return (kind, spelling) }
            }
        }
        return nil
    }

    /// Without signs and emoji before the words.
    private static func withoutDecoration(_ text: String) -> String {
        String(text.trimmed.drop { !$0.isLetter && !$0.isNumber })
    }
}
