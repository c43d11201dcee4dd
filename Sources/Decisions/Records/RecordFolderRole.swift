/// What a file in a folder of decision records is, by its name. Logs hold a README, an index and the templates that their
/// tools copy; these are pages, not decisions. `kind:` in the front matter prevails.
public enum RecordFolderRole: String, Sendable {
    case record, readme, index, template, guide

    init(path: String) {
        // Nearly all are records, and told so without looking closer: a number that is not 0 begins their name.
        if Self.beginsWithNumber(path) {
            self = .record
            return
        }
        let parts = path.lowercased().split(separator: "/")
        let stem = parts.last.map { $0.prefix { $0 != "." } } ?? ""
        let words = stem.split { "-_ ".contains($0) }
        let number = RecordNumber.inFileName(path)
        if parts.dropLast().contains(where: { ["template", "templates"].contains($0) })
            || number ?? 0 == 0 && Self.nameTemplate(words)
        {
            self = .template
        } else if number != nil {
            self = .record
        } else if stem == "readme" {
            self = .readme
        } else if Self.indexNames.contains(words.joined(separator: "-")) {
            self = .index
        } else {
            self = .record
        }
    }

    private static let indexNames: Set = [
        "index", "toc", "table-of-contents", "contents", "summary", "adr-index", "adr-log", "decision-log",
        "contributing", "changelog", "license",
    ]

    /// Whether a file's name begins with digits that are not all zeros, and no folder around it is one of templates.
    private static func beginsWithNumber(_ path: String) -> Bool {
        var path = path
        return path.withUTF8 { bytes in
            var start = bytes.count
            while start > 0, bytes[start - 1] != UInt8(ascii: "/") { start -= 1 }
            let digits = bytes[start...].prefix { $0 >= 0x30 && $0 <= 0x39 }
            guard digits.contains(where: { $0 != 0x30 }) else { return false }
            // Folders are few; those of templates have a `t`.
            return !bytes[..<start].contains { $0 | 0x20 == UInt8(ascii: "t") }
        }
    }

    /// `template`, `template-long`, `adr-template`, `madr_template_minimal`, `0000-adr-template`: only words that
    /// stand for a record or a kind of template go before. `choose-a-template-engine` is a decision.
    private static func nameTemplate(_ words: [Substring]) -> Bool {
        let before = words.prefix { !templateWords.contains($0) }
        return before.count < words.count
            && before.allSatisfy { word in
                kinds.contains(word) || word.allSatisfy { "0nxymd#".contains($0) }
            }
    }

    private static let templateWords: Set<Substring> = [
        "template", "vorlage", "modele", "gabarit", "plantilla",
    ]
    private static let kinds: Set<Substring> = [
        "adr", "adrs", "madr", "ladr", "pdr", "rfc", "nygard", "architecture", "architectural", "any",
        "decision",
        "decisions", "record", "default", "new", "short", "long", "simple", "full", "minimal", "bare",
        "basic",
        "example", "lightweight", "the", "our", "blank", "empty", "base", "standard",
    ]
}
