/// What a file in a folder of decision records is, by its name. Logs hold a README and the templates that their tools
/// copy; both are pages, not decisions. `kind:` in the front matter prevails.
enum RecordFolderRole {
    case record, readme, template

    init(path: String) {
        // Nearly all are records, and told so without looking closer.
        guard Self.mayBeNamed(path) else {
            self = .record
            return
        }
        let parts = path.lowercased().split(separator: "/")
        let stem = parts.last.map { $0.prefix { $0 != "." } } ?? ""
        let words = stem.split { "-_ ".contains($0) }
        let number = RecordReader.number(inFileName: path)
        if stem == "readme" {
            self = .readme
        } else if parts.dropLast().contains(where: { ["template", "templates"].contains($0) })
            || number ?? 0 == 0 && Self.nameTemplate(words)
        {
            self = .template
        } else {
            self = .record
        }
    }

    /// Whether a path holds `readme` or `template` in any case.
    private static func mayBeNamed(_ path: String) -> Bool {
        var path = path
        return path.withUTF8 { bytes in
            ["readme", "template"].contains { (word: StaticString) in
                let count = word.utf8CodeUnitCount
                return bytes.count >= count
                    && (0...(bytes.count - count)).contains { start in
                        (0..<count).allSatisfy { bytes[start + $0] | 0x20 == word.utf8Start[$0] }
                    }
            }
        }
    }

    /// `template`, `template-long`, `adr-template`, `madr_template_minimal`, `0000-adr-template`: only words that
    /// stand for a record go before. `choose-a-template-engine` is a decision.
    private static func nameTemplate(_ words: [Substring]) -> Bool {
        let before = words.prefix { $0 != "template" }
        let kinds: Set<Substring> = ["adr", "madr", "nygard", "decision", "record", "default"]
        return before.count < words.count
            && before.allSatisfy { kinds.contains($0) || $0.allSatisfy { $0 == "0" } }
    }
}
