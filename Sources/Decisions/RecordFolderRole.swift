/// What a file in a folder of decision records is, by its name. Logs hold a README and the templates that their tools
/// copy; both are pages, not decisions. `kind:` in the front matter prevails.
enum RecordFolderRole {
    case record, readme, template

    init(path: String) {
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

    /// `template`, `template-long`, `adr-template`, `madr_template_minimal`, `0000-adr-template`: only words that
    /// stand for a record go before. `choose-a-template-engine` is a decision.
    private static func nameTemplate(_ words: [Substring]) -> Bool {
        let before = words.prefix { $0 != "template" }
        let kinds: Set<Substring> = ["adr", "madr", "nygard", "decision", "record", "default"]
        return before.count < words.count
            && before.allSatisfy { kinds.contains($0) || $0.allSatisfy { $0 == "0" } }
    }
}
