import Markdown

/// The part of a written value that states a status.
struct StatusClause {
    /// Where it stands, in bytes of the value.
    let range: Range<Int>
    /// The word that states it, as it is spelled.
    let word: String
    /// What stands behind it and is said of this status: a day, a person, a reason. Empty where there is nothing, or
    /// where a statement of its own follows.
    let remark: Range<Int>

    /// - Parameters:
    ///   - value: the value as written.
    ///   - name: the status as the reader understood it.
    init?(in value: String, stating name: String) {
        let bytes = Array(value.utf8)
        var start = bytes.count
        var end = bytes.count
        if let word = Self.word(stating: name, in: bytes) {
            (start, end) = (word.lowerBound, word.upperBound)
        }
        var isRelation = false
        if name == "superseded", let verb = RelationVerb(in: value), verb.kind == .supersededBy {
            start = min(start, verb.range.lowerBound)
            end = Self.endOfClause(from: verb.range.upperBound, in: bytes)
            isRelation = true
        }
        guard start < end else { return nil }
        word = String(decoding: bytes[start..<end].prefix { $0 > 0x20 }, as: UTF8.self)
        range = Self.withLead(start, in: value)..<end
        let rest = end..<Self.endOfRemark(from: end, in: bytes)
        let words = String(decoding: bytes[rest], as: UTF8.self)
        let says = words.contains { $0.isLetter || $0.isNumber }
        remark = says && !isRelation && !Self.isTag(words) ? rest : end..<end
    }

    /// `<br>` says nothing.
    private static func isTag(_ words: String) -> Bool {
        words.trimmed.hasPrefix("<") && words.trimmed.hasSuffix(">")
    }

    private static func word(stating name: String, in bytes: [UInt8]) -> Range<Int>? {
        var index = 0
        var isStruck = false
        while index < bytes.count {
            if bytes[index...].starts(with: "~~".utf8) { (isStruck, index) = (!isStruck, index + 2) }
            let end = bytes[index...].firstIndex { !isLetter($0) } ?? bytes.count
            let word = String(decoding: bytes[index..<end], as: UTF8.self)
            if !isStruck, end > index {
                if StatusWord(startingIn: word)?.name == name { return index..<end }
                let rest = String(decoding: bytes[index...].prefix(name.utf8.count), as: UTF8.self)
                if rest.lowercased() == name { return index..<(index + name.utf8.count) }
            }
            index = max(end, index + 1)
        }
        return nil
    }

    private static func isLetter(_ byte: UInt8) -> Bool { byte >= 0x80 || (byte | 0x20) &- 0x61 < 26 }

    /// The sign before a word says the same as the word: `✅ Accepted`, `:white_check_mark: Accepted`.
    private static func withLead(_ start: Int, in value: String) -> Int {
        let bytes = Array(value.utf8)
        let before = bytes[..<start]
        let text = String(decoding: before, as: UTF8.self)
        let isSign = text.unicodeScalars.allSatisfy { $0.value >= 0x80 || $0 == " " }
        let isName =
            text.hasPrefix(":") && text.trimmed.hasSuffix(":")
            && text.trimmed.allSatisfy { $0.isLetter || $0.isNumber || ":_+-".contains($0) }
        let isWord = text.contains { $0.isLetter || $0.isNumber }
        return !text.isEmpty && ((isSign && !isWord) || isName) ? 0 : start
    }

    /// Where a relation and what it points at end: before the next statement.
    private static func endOfClause(from start: Int, in bytes: [UInt8]) -> Int {
        var depth = 0
        var index = start
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "("), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: ")"), UInt8(ascii: "]"): depth -= 1
            case UInt8(ascii: ";"), UInt8(ascii: "|"), 0x0A, 0x0D:
                if depth <= 0 { return trimmedEnd(index, start, bytes) }
            case UInt8(ascii: ","), UInt8(ascii: "."):
                if depth <= 0, startsStatement(bytes[(index + 1)...]) { return index }
            default: break
            }
            if depth < 0 { return index }
            index += 1
        }
        return trimmedEnd(bytes.count, start, bytes)
    }

    private static func trimmedEnd(_ end: Int, _ start: Int, _ bytes: [UInt8]) -> Int {
        var end = end
        while end > start, bytes[end - 1] <= 0x20 { end -= 1 }
        return end
    }

    /// Where the words about a status end: before a statement of another kind.
    private static func endOfRemark(from start: Int, in bytes: [UInt8]) -> Int {
        var index = start
        while index < bytes.count {
            if ";|,.".utf8.contains(bytes[index]) {
                if bytes[index] == UInt8(ascii: ";") || startsStatement(bytes[(index + 1)...]) {
                    return index
                }
            }
            if bytes[index] == 0x20, startsStatement(bytes[(index + 1)...]) { return index }
            index += 1
        }
        return index
    }

    private static func startsStatement(_ rest: ArraySlice<UInt8>) -> Bool {
        let text = String(decoding: rest.prefix(80), as: UTF8.self)
        return RelationVerb(startingIn: text) != nil || StatusWord(startingIn: text) != nil
    }
}

/// What a status becomes.
struct StatusChange {
    /// The words, in lower case: `accepted`, `superseded by`.
    let words: String
    /// What took the record's place.
    let successor: RecordLink?

    /// The status that a reader finds then.
    var name: String { successor == nil ? words : "superseded" }

    /// The words with the letters of those that they replace.
    func written(like old: String?, isLong: Bool) -> String {
        let first = old?.first { $0.isLetter }
        let isLoud = (old?.count { $0.isLetter } ?? 0) > 1 && old?.uppercased() == old
        let cased =
            isLoud
            ? words.uppercased()
            : first?.isUppercase ?? isLong ? words.prefix(1).uppercased() + words.dropFirst() : words
        guard let successor else { return cased }
        return cased + " " + (isLong ? successor.long : successor.short)
    }
}
