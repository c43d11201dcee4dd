import Languages

/// The words that scripts say in the browser, as a script of their own that is loaded before the others.
struct ScriptWords {
    /// The asset's path below `assets/`.
    static let fileName = "words.js"

    /// The section of words that nothing but scripts says.
    static let section = "script."

    /// The keys of words that pages say too, or the first parts of several.
    static let shared = [
        "answers.", "assess.subject", "changes.", "draft.", "lists.", "log.and-more", "log.date-from-git",
        "numbers.",
        "quotes.", "record.by", "report.and", "report.as-likely-as-written", "report.equally-likely",
        "report.instead-of-present", "report.matters", "report.open-note", "report.possible", "report.why",
        "statuses.", "verdict.", "why.",
    ]

    private let phrases: Phrases

    init(_ phrases: Phrases) { self.phrases = phrases }

    /// `globalThis.precedentWords`: the language, its direction, the answers yes and no, and the words by key. Those of the
    /// section go without its name. A text with forms for numbers is an object, its forms named as `Intl.PluralRules` has them.
    var script: [UInt8] {
        var out = Array("globalThis.precedentWords = ".utf8)
        JSONValue.object([
            ("language", .text(phrases.language)), ("direction", .text(phrases.direction.rawValue)),
            ("yes", .text(phrases.yes)), ("no", .text(phrases.no)),
            (
                "words",
                .object(
                    phrases.keys.compactMap { key in
                        let isOwn = key.hasPrefix(Self.section)
                        guard isOwn || Self.shared.contains(where: { key.hasPrefix($0) }),
                            let phrase = phrases.phrase(key)
                        else { return nil }
                        return (isOwn ? String(key.dropFirst(Self.section.count)) : key, JSONValue(phrase))
                    })
            ),
        ]).write(to: &out)
        return out + ";\n".utf8
    }
}

extension JSONValue {
    /// A phrase as scripts read it: a text, or its forms by the names that `Intl.PluralRules` has for them.
    init(_ phrase: Phrase) {
        switch phrase {
        case .text(let text): self = .text(text.written)
        case .plural:
            self = .object(
                phrase.texts.map { form, text in (form?.rawValue ?? "other", .text(text.written)) })
        }
    }
}
