import Markdown

/// What stands before a title: a number, with or without the word for a record.
struct TitlePrefix {
    /// The number, where it is one.
    let number: Int?
    /// How many bytes it takes with its marks.
    let length: Int

    /// How a log writes numbers before its titles, and what the file's name says.
    struct Habits {
        /// The number in the file's name.
        var fileNumber: Int?
        /// Whether the log writes `33 Title`, without a mark behind the number.
        var hasBareNumbers = false
    }

    /// Reads `12. `, `ADR-0012: `, `ADR 12 - `, `[ADR-12] `, `n. ` of a title.
    init?(of title: String, _ habits: Habits = Habits()) {
        guard Self.mayStand(before: title.utf8) else { return nil }
        var rest = title[...]
        let bracket = rest.first.flatMap { "[(".contains($0) ? $0 : nil }
        if bracket != nil { rest = rest.dropFirst() }
        let word = Self.word(at: &rest)
        let digits = rest.prefix { $0.isASCII && $0.isNumber }
        let blank = digits.isEmpty ? rest.prefix { "nNxX#?".contains($0) } : ""
        let number = (1...6).contains(digits.count) ? Int(digits) : nil
        rest = rest.dropFirst(digits.count + blank.count)
        if let bracket {
            guard rest.first == (bracket == "[" ? "]" : ")"), number != nil else { return nil }
            rest = rest.dropFirst()
        }
        let marks = rest.prefix { $0.isWhitespace || ".:)–—-|_".contains($0) }
        let behind = rest.dropFirst(marks.count)
        let hasMark = marks.contains { !$0.isWhitespace }
        guard !behind.isEmpty, !marks.isEmpty || bracket != nil else { return nil }
        if let number {
            switch word {
            case .family: break
            case .other where number == habits.fileNumber && (hasMark || bracket != nil): break
            case .none where bracket != nil: break
            case .none where hasMark && marks.last?.isWhitespace == true: break
            // `1.Title`
            case .none where hasMark && number == habits.fileNumber && behind.first?.isLetter == true: break
            case .none where !hasMark && (habits.hasBareNumbers || number == habits.fileNumber): break
            default: return nil
            }
        } else if !blank.isEmpty {
            // What a template has in place of a number: `n. Title`, `ADR-NNNN: Title`.
            guard hasMark, marks.last?.isWhitespace == true else { return nil }
        } else {
            // `ADR: Title`
            guard case .family(let isWhole) = word, isWhole, hasMark, marks.last?.isWhitespace == true else {
                return nil
            }
        }
        self.number = number
        length = title.utf8.count - behind.utf8.count
    }

    /// Most titles are a sentence whose first letters begin no word for a record, and two bytes tell.
    private static func mayStand(before title: String.UTF8View) -> Bool {
        guard let first = title.first, let second = title.dropFirst().first else { return false }
        let isSentence = (first | 0x20) &- 0x61 < 26 && second &- 0x61 < 26
        return !isSentence || openings.contains(first | 0x20)
    }

    /// The first letters of words for a record, and of what templates have in place of a number.
    private static let openings = Set(
        (RecordNumber.families.compactMap(\.utf8.first) + phrases.compactMap(\.utf8.first))
            + Array("nx".utf8))

    private enum Word {
        case none
        /// One for a record; whether it means nothing but a record.
        case family(isWhole: Bool)
        case other
    }

    private static let phrases = [
        "architecture decision record", "architectural decision record", "any decision record",
        "decision record",
    ]

    private static func word(at rest: inout Substring) -> Word {
        let lowercased = rest.prefix(40).lowercased()
        if let phrase = phrases.first(where: { lowercased.hasPrefix($0) }) {
            rest = rest.dropFirst(phrase.count)
            skipMarks(&rest)
            return .family(isWhole: true)
        }
        let letters = rest.prefix { $0.isASCII && $0.isLetter }
        let name = letters.lowercased()
        let behind = rest.dropFirst(letters.count)
        let isOther = letters.count > 1 && letters.allSatisfy(\.isUppercase)
        guard RecordNumber.families.contains(name) || isOther, let next = behind.first,
            next.isNumber || "-_ #.:–—".contains(next)
        else { return .none }
        var after = behind
        skipMarks(&after)
        let leads = after.first.map { $0.isNumber || "nNxX#?".contains($0) } ?? false
        let isWhole = ["adr", "madr"].contains(name)
        if leads {
            rest = after
            // A sentence may begin with the word and go on with another.
            let blank = after.prefix { "nNxX#?".contains($0) }
            if after.first?.isNumber != true, after.dropFirst(blank.count).first?.isLetter == true {
                rest = behind
            }
        } else {
            rest = behind
        }
        return RecordNumber.families.contains(name) ? .family(isWhole: isWhole) : .other
    }

    private static func skipMarks(_ rest: inout Substring) {
        let marks = rest.prefix { "-_ #.".contains($0) }
        let behind = rest.dropFirst(marks.count)
        if behind.first.map({ $0.isNumber || "nNxX?".contains($0) }) ?? false { rest = behind }
        let named = behind.lowercased()
        for word in ["no. ", "number ", "nr. ", "nr "] where named.hasPrefix(word) {
            rest = behind.dropFirst(word.count)
        }
    }
}

extension Document {
    /// The heading that is a record's title: the first of the first level that names no section and is no template's,
    /// else one of another level that the file begins with.
    var recordTitle: Element? {
        let headings = blocks.filter { $0.kind == .heading }
        if let title = headings.first(where: { $0.level == 1 && $0.isTitle }) { return title }
        // Without one of the first level it is the one that the others stand below.
        guard let first = headings.first, first.isTitle,
            headings.dropFirst().allSatisfy({ $0.level > first.level })
        else { return nil }
        return first
    }
}

extension Element {
    /// Whether a heading may be a title: it says something, names no part of a record and is no template's.
    fileprivate var isTitle: Bool {
        let words = plainText.trimmed
        guard !words.isEmpty else { return false }
        if words.utf8.count <= 40, RecordSections.isPart(words) { return false }
        let behind = TitlePrefix(of: words).map {
            String(decoding: Array(words.utf8).dropFirst($0.length), as: UTF8.self)
        }
        return !Placeholder.isTitle(behind ?? words)
    }
}
