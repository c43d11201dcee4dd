import Rules

/// The number and the day that a record's file name or title carries.
enum RecordNumber {
    /// Words that stand before the number of a record.
    static let families: Set<String> = [
        "adr", "madr", "ladr", "pdr", "tdr", "edr", "ddr", "sdr", "dr", "ad", "rfc", "decision", "record",
    ]

    /// `12` of `0012-use-x.md`, `ADR-012-x.md` and `adr012_x.md`; a day such as `20210304-x.md` is no number. A record in a
    /// folder of its own (`0012-use-x/index.md`) has the number of the folder.
    static func inFileName(_ path: String) -> Int? {
        let name = lastPart(of: path)
        if let number = inName(name) { return number }
        let folders = path.split(separator: "/").dropLast()
        guard let folder = folders.last, isIndex(name) else { return nil }
        return inName(folder + "-")
    }

    private static func lastPart(of path: String) -> Substring {
        path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path[path.utf8.index(after: $0)...] } ?? path[...]
    }

    /// Whether a file stands for its folder.
    static func isIndex(_ name: Substring) -> Bool {
        let stem = name.prefix { $0 != "." }.lowercased()
        return stem == "index" || stem == "readme"
    }

    /// Goes by bytes, since every file of a log is asked more than once.
    private static func inName(_ name: Substring) -> Int? {
        let bytes = name.utf8
        var rest = bytes[...]
        let word = rest.prefix { ($0 | 0x20) &- 0x61 < 26 }
        if !word.isEmpty {
            rest = rest.dropFirst(word.count)
            if let mark = rest.first, isMark(mark) { rest = rest.dropFirst() }
            // Other words are part of a name (`http2-…`) unless what follows can only be a number.
            guard rest.first == UInt8(ascii: "0") || families.contains(Substring(word).lowercased()) else {
                return nil
            }
        }
        let digits = rest.prefix { $0 &- 0x30 < 10 }
        guard (1...6).contains(digits.count), let next = rest.dropFirst(digits.count).first, isMark(next),
            day(in: Substring(rest)) == nil
        else { return nil }
        return Int(Substring(digits))
    }

    private static func isMark(_ byte: UInt8) -> Bool { "-_. ".utf8.contains(byte) }

    /// The day of `20210304-use-x.md` and `2021-03-04-use-x.md`.
    static func dayInFileName(_ path: String) -> CalendarDate? {
        let name = lastPart(of: path)
        guard let digit = name.utf8.firstIndex(where: { $0 &- 0x30 < 10 }) else { return nil }
        return day(in: name[digit...])
    }

    private static func day(in name: Substring) -> CalendarDate? {
        let digits = name.utf8.prefix { $0 &- 0x30 < 10 }.count
        // Behind a year and its mark a month follows; behind most numbers a word.
        let follows = name.utf8.dropFirst(5).first.map { $0 &- 0x30 < 10 } ?? false
        guard digits == 8 || (digits == 4 && follows) else { return nil }
        let match = WrittenDate.matches(in: String(name.prefix(10)).replacing("_", with: "-")).first
        guard let match, match.range.lowerBound == 0, case .day(let day) = match.date else { return nil }
        return day
    }

    /// The name of a file without number, day and extension: what a link that went astray can still be known by.
    static func slug(ofFileName name: some StringProtocol) -> String {
        let stem = name.lowercased().prefix { $0 != "." }
        // `0012-use-x`, as nearly all are: by bytes.
        let words = stem.utf8.drop { $0 &- 0x30 < 10 || $0 == 0x2D }
        if words.count < stem.utf8.count, let first = words.first, first &- 0x61 < 26,
            !families.contains(String(Substring(words.prefix { $0 &- 0x61 < 26 })))
        {
            return String(Substring(words))
        }
        var rest = stem.drop { $0.isNumber || "-_ ".contains($0) }
        let word = rest.prefix { $0.isLetter }
        let behind = rest.dropFirst(word.count).drop { "-_ ".contains($0) }
        if families.contains(String(word)), behind.first?.isNumber == true {
            rest = behind.drop { $0.isNumber || "-_ ".contains($0) }
        }
        return String(rest.isEmpty ? stem : rest)
    }
}
