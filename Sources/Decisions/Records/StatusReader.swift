import Diagnostics
import Markdown
import Rules

/// Works out what a record says of its standing and of other records, from all places that say something.
struct StatusReader {
    /// The status in force.
    private(set) var name: String?
    /// Where the statement stands that gave the name.
    private(set) var location: SourceLocation?
    /// The day that stands with the status in force.
    private(set) var date: WrittenDate?
    private(set) var statements: [RelationStatement] = []
    private(set) var problems: [Diagnostic] = []

    private struct Found {
        let name: String
        let isOwn: Bool
        let date: WrittenDate?
        let fact: RecordFact
    }

    private let order: WrittenDate.Order?

    init(_ facts: RecordFacts, order: WrittenDate.Order?) {
        self.order = order
        let lines = facts.of(.status)
        for source in [RecordFact.Source.frontMatter, .head, .section, .links, .title] {
            read(lines.filter { $0.source == source })
        }
        for fact in facts.facts {
            guard case .relation(let kind) = fact.key else { continue }
            readRelation(kind, fact)
        }
    }

    // MARK: Lines of a status

    private mutating func read(_ lines: [RecordFact]) {
        guard let first = lines.first else { return }
        var found: [Found] = []
        var unread = false
        for fact in lines where Placeholder.value(in: fact.value.text) != nil {
            let text = Self.unwrapped(fact.value)
            let phrase = StatusPhrase(text)
            if phrase.isVocabulary { continue }
            unread = true
            for statement in phrase.statements {
                switch statement {
                case .status(let name, let isOwn):
                    found.append(Found(name: name, isOwn: isOwn, date: phrase.dates.first?.date, fact: fact))
                case .relation(let kind, let target):
                    if kind == .supersededBy {
                        found.append(Found(name: "superseded", isOwn: false, date: nil, fact: fact))
                    }
                    point(kind, at: target, fact)
                case .ownRelation(let words, let target): pointByOwnWords(words, at: target, fact)
                }
            }
        }
        completeSuperseded(found, lines)
        guard let last = inForce(found) else {
            if first.source < .links, name == nil {
                problems.append(
                    unread && statements.isEmpty ? Messages.unread(first) : Messages.unfilled(first))
            }
            if unread, !statements.isEmpty { problems.removeAll { $0.id == "unfilled" } }
            return
        }
        // What stands in a place that goes before prevails, save that the record says what replaced it.
        if name == nil || last.name == "superseded" {
            (name, location, date) = (last.name, last.fact.location, last.date)
        }
    }

    /// `[accepted]` without the template's brackets.
    private static func unwrapped(_ value: RecordText) -> RecordText {
        guard let inner = Placeholder.value(in: value.text), inner != value.text, value.links.isEmpty else {
            return value
        }
        return RecordText(inner)
    }

    /// Of several statements the last in time: by their days where all have one, else in the order of writing. One of
    /// the author's own words behind a usual status is mere prose.
    private func inForce(_ found: [Found]) -> Found? {
        if found.contains(where: { $0.name == "superseded" }) {
            return found.last { $0.name == "superseded" }
        }
        if found.count > 1 {
            let days = found.map { $0.date?.day(by: order) }
            if let latest = days.compactMap({ $0 }).max(), !days.contains(where: { $0 == nil }) {
                return found[days.lastIndex { $0 == latest } ?? 0]
            }
        }
        return found.last { !$0.isOwn } ?? found.first
    }

    /// `Superseded`, and in the same place a link that can only lead to what replaced it.
    private mutating func completeSuperseded(_ found: [Found], _ lines: [RecordFact]) {
        guard let bare = found.first(where: { $0.name == "superseded" }),
            !statements.contains(where: { $0.kind == .supersededBy || $0.kind == .partlySupersededBy })
        else { return }
        let addresses = lines.flatMap { fact in
            fact.value.links.filter { $0.destination.lowercased().contains(".md") }.map { (fact, $0) }
        }
        if addresses.count == 1, let (fact, link) = addresses.first, statements.isEmpty {
            let words = Substring(
                fact.value.text.utf8.prefix(link.range.upperBound).dropFirst(link.range.lowerBound))
            statements.append(
                RelationStatement(
                    kind: .supersededBy, link: link.destination, text: words.trimmed, location: fact.location,
                    isCertain: true))
        } else if addresses.isEmpty, let number = Self.numberBehind(bare.fact.value.text) {
            point(.supersededBy, at: RecordText(number), bare.fact)
        }
    }

    /// `ADR-12` of `Superseded (ADR-12)`.
    private static func numberBehind(_ text: String) -> String? {
        guard let word = StatusWord(startingIn: text), word.name == "superseded" else { return nil }
        let rest = Substring(text.utf8.dropFirst(word.length)).trimmed
        let words = rest.split { !$0.isLetter && !$0.isNumber }.drop { $0.lowercased() == "see" }
        guard let first = words.first else { return nil }
        if first.lowercased() == "adr", let number = words.dropFirst().first, Int(number) != nil {
            return String(number)
        }
        return first.allSatisfy(\.isNumber) && first.count < 5 ? String(first) : nil
    }

    // MARK: Relations

    /// A relation that has a key of its own: `supersedes: 3`, `superseded-by: [0004, 0007-use-a-log.md]`.
    private mutating func readRelation(_ kind: Relation.Kind, _ fact: RecordFact) {
        let none = ["none", "nothing", "no", "n/a", "na", "-", "–", "—", "tbd"]
        guard let text = Placeholder.value(in: fact.value.text), !none.contains(text.lowercased().withoutStop)
        else {
            return
        }
        let verb = kind.spellings[0]
        let phrase = StatusPhrase(RecordText(verb + ": ").joined(fact.value, by: ""))
        var isFirst = true
        for case .relation(let found, let target) in phrase.statements {
            point(isFirst && found != kind.partial ? kind : found, at: target, fact)
            isFirst = false
        }
        let isReplaced = statements.contains { $0.kind == .supersededBy && $0.location == fact.location }
        if isReplaced, fact.source < .links, name == nil || fact.source == .frontMatter {
            if name == nil || name != "superseded" { location = fact.location }
            name = "superseded"
        }
    }

    private mutating func point(_ kind: Relation.Kind, at target: RecordText, _ fact: RecordFact) {
        let isCertain = fact.source < .links && kind != .relatesTo
        let location = fact.location
        if !target.links.isEmpty {
            statements += target.links.map { link in
                let words = Substring(
                    target.text.utf8.prefix(link.range.upperBound).dropFirst(link.range.lowerBound))
                return RelationStatement(
                    kind: kind, link: link.destination, text: words.trimmed, location: location,
                    isCertain: isCertain)
            }
            return
        }
        let text = target.text.withoutStop
        guard !text.isEmpty, !["none", "n/a", "-"].contains(text.lowercased()) else { return }
        statements += Self.list(text).map {
            RelationStatement(kind: kind, link: nil, text: $0, location: location, isCertain: isCertain)
        }
    }

    private mutating func pointByOwnWords(_ words: String, at target: RecordText, _ fact: RecordFact) {
        guard let link = target.links.first else { return }
        statements.append(
            RelationStatement(
                kind: .relatesTo, link: link.destination, text: target.text.trimmed, location: fact.location,
                isCertain: false, words: words))
    }

    /// `3, 4 and 0007-use-x` are three; a title with a comma is one.
    private static func list(_ text: String) -> [String] {
        let parts = text.replacing(" and ", with: ",").replacing("&", with: ",").split(separator: ",").map(
            \.trimmed)
        return parts.count > 1 && parts.allSatisfy({ $0.contains(where: \.isNumber) }) ? parts : [text]
    }
}

extension String {
    /// Without white space, quotes and a full stop around it.
    var withoutStop: String {
        var words = trimmed[...]
        while let last = words.last, ".\"'`".contains(last) { words = words.dropLast() }
        while let first = words.first, "\"'`".contains(first) { words = words.dropFirst() }
        return words.trimmed
    }
}

private enum Messages {
    static func unread(_ fact: RecordFact) -> Diagnostic {
        Diagnostic(
            "unread-status", .warning, at: fact.location, "no status can be read here",
            suggestion: "begin with one of draft, proposed, accepted, rejected, deprecated and superseded")
    }

    static func unfilled(_ fact: RecordFact) -> Diagnostic {
        Diagnostic(
            "unfilled", .warning, at: fact.location, "this is what the template says, and no status",
            suggestion: "write the record's own, or leave the line out")
    }
}
