import Markdown
import Rules

/// A day as people write it: `2021-03-04`, `20210304`, `4.3.2021`, `04/03/2021`, `March 4, 2021`, `4th of March 2021`.
enum WrittenDate: Sendable, Hashable {
    case day(CalendarDate)
    /// Two numbers that could both be the month.
    case ambiguous(first: Int, second: Int, year: Int)
    /// What is written like a day, and is none: `2023-13-10`.
    case impossible
    /// A month without a day.
    case month

    /// Whether the day stands before the month.
    enum Order: Sendable {
        case dayFirst, monthFirst
    }

    /// The day, by the order that the log has.
    func day(by order: Order?) -> CalendarDate? {
        switch self {
        case .day(let day): return day
        case .ambiguous(let first, let second, let year):
            if first == second { return CalendarDate(year: year, month: first, day: second) }
            switch order {
            case .dayFirst: return CalendarDate(year: year, month: second, day: first)
            case .monthFirst: return CalendarDate(year: year, month: first, day: second)
            case nil: return nil
            }
        case .impossible, .month: return nil
        }
    }

    /// One of a text.
    struct Match: Sendable {
        let date: WrittenDate
        /// Where it stands, in bytes.
        let range: Range<Int>
        /// The order of day and month that it shows.
        let evidence: Order?
    }

    /// Whether a word is the name of a month, whole or cut short, in one of the languages that logs are found in.
    static func isMonth(_ word: String) -> Bool { DateScanner.month(word.lowercased()) != nil }

    /// Those of a text, in order. Of a long one only the start is looked at.
    static func matches(in text: String) -> [Match] {
        if text.utf8.count == 10, let day = CalendarDate(iso: text) {
            return [Match(date: .day(day), range: 0..<10, evidence: nil)]
        }
        guard text.utf8.contains(where: { $0 >= 0x30 && $0 <= 0x39 }) else { return [] }
        var scanner = DateScanner(text)
        return scanner.matches()
    }
}

/// Finds days in a text: it is cut into numbers, words and what is between them, and a day is a row of these.
private struct DateScanner {
    private struct Token {
        enum Kind { case number(Int, digits: Int), word(String), mark(UInt8), space }
        let kind: Kind
        let range: Range<Int>
    }

    private var tokens: [Token] = []
    private var position = 0

    init(_ text: String) {
        let bytes = Array(text.utf8.prefix(400))
        var index = 0
        func end(where isPart: (UInt8) -> Bool) -> Int {
            var end = index
            while end < bytes.count, isPart(bytes[end]) { end += 1 }
            return end
        }
        while index < bytes.count {
            let start = index
            switch bytes[index] {
            case 0x30...0x39:
                index = end { $0 >= 0x30 && $0 <= 0x39 }
                let value = Int(String(decoding: bytes[start..<index], as: UTF8.self)) ?? 0
                tokens.append(Token(kind: .number(value, digits: index - start), range: start..<index))
            case 0x41...0x5A, 0x61...0x7A, 0x80...:
                index = end { ($0 | 0x20) &- 0x61 < 26 || $0 >= 0x80 }
                let word = String(decoding: bytes[start..<index], as: UTF8.self).lowercased()
                tokens.append(Token(kind: .word(word), range: start..<index))
            case 0x20, 0x09, 0x0A:
                index = end { $0 <= 0x20 }
                tokens.append(Token(kind: .space, range: start..<index))
            default:
                index += 1
                tokens.append(Token(kind: .mark(bytes[start]), range: start..<index))
            }
        }
    }

    mutating func matches() -> [WrittenDate.Match] {
        var found: [WrittenDate.Match] = []
        while position < tokens.count {
            let start = position
            if let (date, evidence) = match() {
                let range = tokens[start].range.lowerBound..<tokens[position - 1].range.upperBound
                found.append(.init(date: date, range: range, evidence: evidence))
            } else {
                position = start + 1
            }
        }
        return found
    }

    private func number(_ offset: Int) -> (value: Int, digits: Int)? {
        guard tokens.indices.contains(offset), case .number(let value, let digits) = tokens[offset].kind
        else {
            return nil
        }
        return (value, digits)
    }

    private func mark(_ offset: Int) -> UInt8? {
        guard tokens.indices.contains(offset), case .mark(let mark) = tokens[offset].kind else { return nil }
        return mark
    }

    private func word(_ offset: Int) -> String? {
        guard tokens.indices.contains(offset), case .word(let word) = tokens[offset].kind else { return nil }
        return word
    }

    private mutating func match() -> (WrittenDate, WrittenDate.Order?)? {
        if let first = number(position) {
            // A number that goes on as a word or a version is none of a day.
            if position > 0, word(position - 1) != nil { return nil }
            return first.digits == 8 ? compact(first.value) : byMarks(first) ?? named(first)
        }
        return monthFirst()
    }

    /// `20210304`.
    private mutating func compact(_ value: Int) -> (WrittenDate, WrittenDate.Order?)? {
        let (year, month, day) = (value / 10_000, value / 100 % 100, value % 100)
        guard (1970...2100).contains(year), let date = CalendarDate(year: year, month: month, day: day),
            word(position + 1) == nil
        else { return nil }
        position += 1
        return (.day(date), nil)
    }

    /// Three numbers with the same mark between them, or a year and a month.
    private mutating func byMarks(_ first: (value: Int, digits: Int)) -> (WrittenDate, WrittenDate.Order?)? {
        guard let mark = mark(position + 1), "-/.".utf8.contains(mark), let second = number(position + 2),
            second.digits <= 2
        else { return nil }
        guard self.mark(position + 3) == mark, let third = number(position + 4) else {
            guard first.digits == 4, (1970...2100).contains(first.value), mark != UInt8(ascii: "."),
                (1...12).contains(second.value), second.digits == 2
            else { return nil }
            position += 3
            return (.month, nil)
        }
        let end = position + 5
        // A fourth part makes it a version or an address.
        if self.mark(end) == mark, number(end + 1) != nil { return nil }
        if first.digits == 4, third.digits <= 2 {
            guard (1900...2200).contains(first.value) else { return nil }
            position = end
            let day = CalendarDate(year: first.value, month: second.value, day: third.value)
            return (day.map { .day($0) } ?? .impossible, nil)
        }
        guard first.digits <= 2, third.digits == 4 || (third.digits == 2 && mark != UInt8(ascii: ".")) else {
            return nil
        }
        let year = third.digits == 4 ? third.value : 2000 + third.value
        guard (1900...2200).contains(year) else { return nil }
        position = end
        return Self.ordered(first.value, second.value, year, isDotted: mark == UInt8(ascii: "."))
    }

    /// Dots are written only where the day stands first.
    private static func ordered(_ first: Int, _ second: Int, _ year: Int, isDotted: Bool)
        -> (WrittenDate, WrittenDate.Order?)
    {
        let dayFirst = CalendarDate(year: year, month: second, day: first)
        let monthFirst = CalendarDate(year: year, month: first, day: second)
        switch (dayFirst, monthFirst) {
        case (let day?, nil): return (.day(day), .dayFirst)
        case (nil, let day?) where !isDotted: return (.day(day), .monthFirst)
        case (let day?, _) where isDotted: return (.day(day), nil)
        case (.some, .some): return (.ambiguous(first: first, second: second, year: year), nil)
        default: return (.impossible, nil)
        }
    }

    /// `4 March 2021`, `4th of March, 2021`, `04-Mar-2021`, `4. März 2021`.
    private mutating func named(_ first: (value: Int, digits: Int)) -> (WrittenDate, WrittenDate.Order?)? {
        guard (1...31).contains(first.value), first.digits <= 2 else { return nil }
        var next = position + 1
        if let word = word(next), ["st", "nd", "rd", "th", "er", "º"].contains(word) { next += 1 }
        skip(&next)
        if let word = word(next), ["of", "de"].contains(word) {
            next += 1
            skip(&next)
        }
        guard let month = word(next).flatMap(Self.month) else { return nil }
        next += 1
        skip(&next)
        if let word = word(next), ["de", "del"].contains(word) {
            next += 1
            skip(&next)
        }
        return ending(next, first.value, of: month)
    }

    /// `March 4, 2021`, `Mar 4th 2021`, `March 2021`.
    private mutating func monthFirst() -> (WrittenDate, WrittenDate.Order?)? {
        guard let month = word(position).flatMap(Self.month) else { return nil }
        var next = position + 1
        skip(&next)
        guard let first = number(next) else { return nil }
        next += 1
        if first.digits == 4, (1970...2100).contains(first.value) {
            position = next
            return (.month, nil)
        }
        guard first.digits <= 2 else { return nil }
        if let word = word(next), ["st", "nd", "rd", "th"].contains(word) { next += 1 }
        skip(&next)
        return ending(next, first.value, of: month)
    }

    /// The year, which stands last.
    private mutating func ending(_ place: Int, _ day: Int, of month: Int) -> (
        WrittenDate, WrittenDate.Order?
    )? {
        guard let year = number(place), year.digits == 4 else { return nil }
        position = place + 1
        return (
            CalendarDate(year: year.value, month: month, day: day).map { .day($0) } ?? .impossible, nil
        )
    }

    /// Steps over what may stand between the parts of a day.
    private func skip(_ next: inout Int) {
        while tokens.indices.contains(next) {
            switch tokens[next].kind {
            case .space: next += 1
            case .mark(let mark) where "-.,/".utf8.contains(mark): next += 1
            default: return
            }
        }
    }

    static func month(_ word: String) -> Int? {
        guard word.utf8.count >= 3 else { return nil }
        return months[word]
    }

    /// The names of months in the languages that logs are found in, whole and cut short.
    private static let months: [String: Int] = {
        let names = [
            "january jan januar janvier enero gennaio janeiro januari",
            "february feb februar février febrero febbraio fevereiro februari",
            "march mar märz mars marzo março maart", "april apr avril abril aprile",
            "may mai mayo maggio maio mei", "june jun juni juin junio giugno junho",
            "july jul juli juillet julio luglio julho", "august aug août agosto augustus",
            "september sep sept septembre septiembre settembre setembro",
            "october oct oktober okt octobre octubre ottobre outubro",
            "november nov novembre noviembre novembro",
            "december dec dezember dez décembre diciembre dicembre dezembro",
        ]
        var months: [String: Int] = [:]
        for (index, line) in names.enumerated() {
            for name in line.split(separator: " ") { months[String(name)] = index + 1 }
        }
        return months
    }()
}
