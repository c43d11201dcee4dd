import Markdown
import Rules

/// What a line about a record's standing states, clause by clause: `Accepted. Supersedes [ADR-0031](…), amends 7`.
struct StatusPhrase {
    /// What a clause states.
    enum Statement {
        /// A status, by the name that it has here. An own one is a word or a few of the author's.
        case status(String, isOwn: Bool)
        /// A relation to what the text behind the words points at.
        case relation(Relation.Kind, RecordText)
        /// Words of the author's own before a link: `Implements [3. Use a log](0003-use-a-log.md)`. Where that leads to a record,
        /// it is a relation of that name.
        case ownRelation(String, RecordText)
    }

    private(set) var statements: [Statement] = []
    /// The days that stand in the line.
    let dates: [WrittenDate.Match]
    /// Whether the line lists what a status may be, as templates do.
    private(set) var isVocabulary = false
    private let line: RecordText
    /// The line with blanks for links, days and names of files, in which a full stop ends no clause.
    private var shadow: [UInt8]

    init(_ line: RecordText) {
        self.line = line
        dates = WrittenDate.matches(in: line.text)
        shadow = Array(line.text.utf8)
        for range in line.links.map(\.range) + dates.map(\.range) + Self.fileNames(in: line.text) {
            for index in range where shadow.indices.contains(index) { shadow[index] = 0x20 }
        }
        let clauses = clauses()
        isVocabulary = listsWords(clauses)
        guard !isVocabulary else { return }
        for (index, clause) in clauses.enumerated() { read(clause, isFirst: index == 0) }
    }

    private func words(_ range: Range<Int>) -> String { String(decoding: shadow[range], as: UTF8.self) }

    /// The names of files, whose words say nothing: `0042-partial-index.md`.
    private static func fileNames(in text: String) -> [Range<Int>] {
        guard text.holds(".", before: "m") else { return [] }
        var start = 0
        return text.utf8.split(omittingEmptySubsequences: false) { $0 <= 0x20 || $0 == UInt8(ascii: ",") }
            .compactMap {
                part in
                defer { start += part.count + 1 }
                let isName = [".md", ".markdown"].contains { String(Substring(part)).hasSuffix($0) }
                return isName ? start..<(start + part.count) : nil
            }
    }

    // MARK: Clauses

    private func clauses() -> [Range<Int>] {
        var found: [Range<Int>] = []
        var start = 0
        var depth = 0
        func end(at index: Int, width: Int) {
            if shadow[start..<index].contains(where: { $0 > 0x20 }) || hasLink(start..<index) {
                found.append(start..<index)
            }
            start = index + width
        }
        for index in shadow.indices where index >= start {
            let width = width(ofSeparatorAt: index, depth: &depth)
            if width > 0 { end(at: index, width: width) }
        }
        end(at: shadow.count, width: 0)
        return found
    }

    private func hasLink(_ range: Range<Int>) -> Bool {
        line.links.contains { range.contains($0.range.lowerBound) }
    }

    /// How many bytes a mark takes that ends a clause: some always, others only where another statement follows.
    private func width(ofSeparatorAt index: Int, depth: inout Int) -> Int {
        let rest = shadow[index...]
        switch shadow[index] {
        case UInt8(ascii: ";"), UInt8(ascii: "|"), 0x0A: return 1
        case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "["), UInt8(ascii: "]"):
            // `Supersedes (in part): 3` is one clause.
            let inner = String(decoding: rest.dropFirst().prefix { $0 != UInt8(ascii: ")") }, as: UTF8.self)
            if shadow[index] == UInt8(ascii: "("), Self.isPartial(inner) {
                depth += 1
                return 0
            }
            if shadow[index] == UInt8(ascii: ")"), depth > 0 {
                depth -= 1
                return 0
            }
            return 1
        case UInt8(ascii: "."):
            let next = index + 1
            return next == shadow.count || shadow[next] <= 0x20 ? 1 : 0
        case UInt8(ascii: ","), UInt8(ascii: "/"), UInt8(ascii: ":"):
            return startsStatement(index + 1) ? 1 : 0
        case UInt8(ascii: "-") where index > 0 && shadow[index - 1] <= 0x20:
            return startsStatement(index + 1) ? 1 : 0
        case 0x20:
            for word in ["and ", "but ", "then ", "e "] where rest.dropFirst().starts(with: word.utf8) {
                if startsStatement(index + 1 + word.utf8.count) { return 1 + word.utf8.count }
            }
            return 0
        case 0xC2 where rest.starts(with: "·".utf8): return 2
        case 0xE2 where rest.starts(with: "•".utf8): return 3
        case 0xE2
        where rest.starts(with: "–".utf8) || rest.starts(with: "—".utf8) || rest.starts(with: "→".utf8):
            return startsStatement(index + 3) ? 3 : 0
        default: return 0
        }
    }

    private func startsStatement(_ index: Int) -> Bool {
        guard index < shadow.count else { return false }
        let text = words(index..<min(shadow.count, index + 120))
        if StatusWord(startingIn: text) != nil { return true }
        guard let verb = RelationVerb(in: text) else { return false }
        return Self.isFiller(String(decoding: Array(text.utf8)[..<verb.range.lowerBound], as: UTF8.self))
    }

    /// `proposed | accepted | rejected`: several plain words, and no more than one choice among them.
    private func listsWords(_ clauses: [Range<Int>]) -> Bool {
        let names = clauses.map { range -> String? in
            let text = words(range)
            guard let word = StatusWord(startingIn: text) else { return nil }
            let rest = Substring(text.utf8.dropFirst(word.length)).trimmed
            return rest.isEmpty || rest == "?" ? word.name : nil
        }
        let plain = Set(names.compactMap { $0 })
        guard plain.count >= 2 else { return false }
        let marks = shadow.filter { $0 == UInt8(ascii: "|") || $0 == UInt8(ascii: "/") }.count
        if marks > 0, plain.count == clauses.count { return true }
        return plain.count >= 3 && dates.isEmpty
    }

    // MARK: Statements

    private mutating func read(_ range: Range<Int>, isFirst: Bool) {
        let text = words(range)
        if let verb = RelationVerb(in: text) {
            let before = String(decoding: Array(text.utf8)[..<verb.range.lowerBound], as: UTF8.self)
            if let word = StatusWord(startingIn: before) {
                statements.append(.status(word.name, isOwn: false))
            }
            // What is yet to come, or denied, is no relation.
            guard !Self.isUncertain(before) else { return }
            let isWhole = Self.isFiller(before) || StatusWord(startingIn: before) != nil
            guard isWhole || verb.kind.partial != verb.kind else { return }
            let behind = line.prefix(range.upperBound).dropping(range.lowerBound + verb.range.upperBound)
            let target = behind.dropping(
                behind.text.utf8.count
                    - behind.text.drop { $0.isWhitespace || ":-–—=".contains($0) }.utf8.count)
            let isPartial =
                !isWhole || Self.isPartial(before) || namesPart(range, behind: verb.range.upperBound)
            let kind = isPartial ? verb.kind.partial : verb.kind
            statements.append(.relation(kind, target))
            return
        }
        if let word = StatusWord(startingIn: text) {
            statements.append(.status(word.name, isOwn: false))
            return
        }
        if isFirst, let name = Self.ownStatus(text) { statements.append(.status(name, isOwn: true)) }
        if let (words, target) = ownRelation(range) { statements.append(.ownRelation(words, target)) }
    }

    /// A few words, then a link, and nothing else.
    private func ownRelation(_ range: Range<Int>) -> (String, RecordText)? {
        let links = line.links.filter { range.contains($0.range.lowerBound) }
        guard let link = links.first, links.count == 1, link.range.upperBound <= range.upperBound,
            words(link.range.upperBound..<range.upperBound).allSatisfy({ !$0.isLetter && !$0.isNumber })
        else { return nil }
        let written = words(range.lowerBound..<link.range.lowerBound)
        let name = String(written.dropLead).trimmed
        guard name.contains(where: \.isLetter), !Self.isFiller(name), name.utf8.count <= 60,
            name.split(separator: " ").count <= 6, !Self.isUncertain(name)
        else { return nil }
        let target = line.prefix(link.range.upperBound).dropping(link.range.lowerBound)
        return (name, target)
    }

    /// Whether only a part of the other record is meant: words between the verb and a link say which, or a mark behind.
    private func namesPart(_ range: Range<Int>, behind verb: Int) -> Bool {
        let start = range.lowerBound + verb
        let rest = words(start..<range.upperBound)
        if Self.isPartial(rest) { return true }
        // A remark in brackets right behind belongs to it: `(Alternative 2)`.
        let next = shadow[min(range.upperBound, shadow.count)...]
        if next.first == UInt8(ascii: "(") {
            let remark = String(decoding: next.dropFirst().prefix { $0 != UInt8(ascii: ")") }, as: UTF8.self)
            if Self.isPartial(remark) { return true }
        }
        guard let link = line.links.first(where: { $0.range.lowerBound >= start }),
            link.range.lowerBound < range.upperBound
        else { return false }
        return !Self.isFiller(words(start..<link.range.lowerBound))
    }

    /// Words that say nothing of their own around a relation.
    private static let fillers: Set<Substring> = [
        "adr", "adrs", "the", "a", "an", "record", "records", "decision", "decisions", "number", "no", "nr",
        "in", "of", "by", "and", "to", "with", "this", "new", "newer", "following", "is", "it", "was", "has",
        "been", "now", "currently", "later", "also", "which", "document", "but", "then", "since", "status",
        "mostly", "fully", "entirely", "completely", "et", "l", "la", "le", "par", "durch", "partly",
        "partially", "on", "as", "madr", "rfc", "architecture", "see",
    ]

    private static func isFiller(_ text: String) -> Bool {
        text.lowercased().split { !$0.isLetter }.allSatisfy { fillers.contains($0) }
    }

    /// Words by which a part is meant. `part` alone may be the title's.
    private static func isPartial(_ text: String) -> Bool {
        let words = text.lowercased()
        if words.contains("§") || words.contains("in part") { return true }
        return words.split { !$0.isLetter }.contains { word in
            [
                "partial", "partially", "partly", "parts", "portion", "section", "sections", "only",
                "alternative",
            ]
            .contains(word)
        }
    }

    private static func isUncertain(_ text: String) -> Bool {
        let words = text.lowercased().split { !$0.isLetter }
        return words.contains {
            [
                "be", "will", "may", "might", "can", "should", "could", "would", "not", "if", "until",
                "unless", "when",
            ]
            .contains($0)
        }
    }

    /// A word or a few of the author's: `on hold`, `accepted-provisional`, `pending review`.
    private static func ownStatus(_ text: String) -> String? {
        let ends = text.dropLead.prefix { !",:;–—(".contains($0) }
        let cut = ends.firstRange(of: " - ").map { ends[..<$0.lowerBound] } ?? ends
        var words = cut.trimmed
        while let last = words.last, !last.isLetter, !last.isNumber { words.removeLast() }
        let parts = words.split(separator: " ")
        // `Approved by the board`: the first word says it all.
        let first = parts.first?.lowercased() ?? ""
        if RecordStatus.common[first] != nil, RecordStatus.common[first] != .open { return first }
        let stops = [
            "see", "note", "notes", "this", "the", "we", "it", "by", "per", "none", "for", "as", "if", "a",
            "reason", "update", "updated", "date", "link", "links",
        ]
        guard (1...3).contains(parts.count), !stops.contains(parts[0].lowercased()), words.utf8.count <= 40,
            words.allSatisfy({ $0.isLetter || $0 == " " || $0 == "-" || $0 == "_" || $0 == "'" || $0 == "’" })
        else { return nil }
        return words.lowercased()
    }
}
