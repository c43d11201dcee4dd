import Markdown

/// The words by which records state their standing.
struct StatusWord {
    /// The status, as the formats of this field spell it.
    let name: String
    /// How many bytes it takes.
    let length: Int

    /// The status that a text begins with, whatever signs stand before it. Only those that people spell the same
    /// everywhere; others are an author's own.
    init?(startingIn text: String) {
        let lead = text.utf8.count - text.drop { !$0.isLetter && !$0.isNumber }.utf8.count
        let words = text.dropLead
        let word = words.prefix { $0.isLetter }
        let next = words.dropFirst(word.count).first
        guard next != "-", let name = Self.spellings[word.lowercased()] else { return nil }
        self.name = name
        length = lead + word.utf8.count
    }

    /// Whether nothing but a day, a person or a remark stands behind it.
    func isAlone(in text: String) -> Bool {
        let rest = Substring(text.utf8.dropFirst(length)).trimmed
        guard let first = rest.first else { return true }
        if !first.isLetter { return true }
        return ["on ", "by ", "since ", "in "].contains { rest.lowercased().hasPrefix($0) }
    }

    private static let spellings: [String: String] = {
        var spellings = [
            "superceded": "superseded", "superseeded": "superseded", "supersceded": "superseded",
        ]
        for name in RecordStatus.usual.keys { spellings[name] = name }
        return spellings
    }()
}

extension String {
    /// Without signs and emoji before the words, and without the name of an emoji: `:white_check_mark: Accepted`.
    var dropLead: Substring {
        var rest = drop { !$0.isLetter && !$0.isNumber && $0 != ":" }
        while rest.first == ":" {
            let name = rest.dropFirst().prefix { $0.isLetter || $0.isNumber || "_+-".contains($0) }
            let behind = rest.dropFirst(name.count + 1)
            rest = behind.first == ":" ? behind.dropFirst() : rest.dropFirst()
            rest = rest.drop { !$0.isLetter && !$0.isNumber && $0 != ":" }
        }
        return rest
    }
}
