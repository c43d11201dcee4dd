/// What stands among the names of people and is none: where something is written, a ticket, a day.
enum OtherThanPerson {
    /// - Parameter next: what follows behind a comma, which tells the month of `March, 2021` from a first name.
    static func holds(_ words: String, before next: String?) -> Bool {
        // Most names hold none of what the others do.
        let bytes = words.utf8
        let hasDigits = bytes.contains { $0 >= 0x30 && $0 <= 0x39 }
        if hasDigits, isTicket(words) || isDay(words) { return true }
        if bytes.contains(UInt8(ascii: "/")) || bytes.contains(UInt8(ascii: ".")), isPath(words) {
            return true
        }
        guard let next, isYear(next) else { return false }
        return WrittenDate.isMonth(words)
    }

    /// `#12`, `JIRA-1`, `org/repo#12`, `issue #12`.
    private static func isTicket(_ written: String) -> Bool {
        let parts = written.split(whereSeparator: \.isWhitespace)
        guard let words = parts.last, parts.dropLast().allSatisfy({ tickets.contains($0.lowercased()) })
        else {
            return false
        }
        let digits = words.reversed().prefix { $0.isASCII && $0.isNumber }.count
        guard digits > 0 else { return false }
        let lead = words.dropLast(digits)
        if lead.hasSuffix("#") { return true }
        guard lead.hasSuffix("-"), let first = lead.first, first.isUppercase else { return false }
        return lead.dropLast().allSatisfy { $0.isASCII && ($0.isUppercase || $0.isNumber || $0 == "_") }
    }

    private static let tickets: Set = [
        "issue", "ticket", "story", "bug", "task", "pr", "mr", "pull", "merge", "request",
    ]

    /// `2021`, `March 4`, `4th of March 2021`, `2021-03-04`: a day, or a part of one that a comma cut.
    private static func isDay(_ words: String) -> Bool {
        let parts = words.split { !$0.isLetter && !$0.isNumber }
        var hasName = false
        for part in parts {
            if part == "of" || part.allSatisfy({ $0.isASCII && $0.isNumber }) { continue }
            let ordinal = part.prefix { $0.isASCII && $0.isNumber }
            let isOrdinal =
                !ordinal.isEmpty && ["st", "nd", "rd", "th"].contains(part.dropFirst(ordinal.count))
            guard isOrdinal || (WrittenDate.isMonth(String(part)) && !hasName) else { return false }
            hasName = hasName || !isOrdinal
        }
        return !parts.isEmpty
    }

    private static func isYear(_ words: String) -> Bool {
        words.utf8.count == 4 && (words.hasPrefix("19") || words.hasPrefix("20"))
            && words.allSatisfy { $0.isASCII && $0.isNumber }
    }

    /// `../team.md`, `docs/team.md`, `https://example.org/x`; a team such as `@org/web` or `A/B` is none.
    private static func isPath(_ words: String) -> Bool {
        guard !words.contains(where: \.isWhitespace), !words.hasPrefix("@") else { return false }
        if words.contains("://")
            || [".md", ".markdown"].contains(where: { words.lowercased().hasSuffix($0) })
        {
            return true
        }
        guard words.contains("/") else { return false }
        let last = words.split(separator: "/").last ?? ""
        return ["/", "./", "../"].contains { words.hasPrefix($0) } || words.hasSuffix("/")
            || last.contains(".")
            || words.count { $0 == "/" } > 1
    }
}
