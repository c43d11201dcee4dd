/// The words of the theme in one language, by key. A value to hand on: copies share what is in it.
public struct Phrases: Sendable, Hashable {
    /// Which way a language is written.
    public enum Direction: String, Sendable, Hashable, CaseIterable {
        case leftToRight = "ltr"
        case rightToLeft = "rtl"

        /// The languages that are written from right to left, by their scripts in CLDR (`supplementalData.xml`,
        /// `languageData`).
        private static let rightToLeftLanguages: Set<Substring> = [
            "ar", "arc", "ars", "arz", "azb", "bal", "bgn", "ckb", "dv", "fa", "glk", "he", "iw", "ks", "lrc",
            "mzn", "nqo",
            "ps", "sd", "syr", "ug", "ur", "yi",
        ]

        /// The way that most texts of a language are written.
        init(of language: String) {
            let base = language.lowercased().prefix { $0 != "-" && $0 != "_" }
            self = Self.rightToLeftLanguages.contains(base) ? .rightToLeft : .leftToRight
        }
    }

    private final class Contents: Sendable, Hashable {
        let language: String
        let phrases: [String: Phrase]
        let notation: [String: [String]]
        let direction: Direction
        let rule: PluralRule
        /// What every page asks for, so that it need not be looked up: the months, how a day is written, and the names of what
        /// may have one of the author's own, by section.
        let months: [String]
        let longDate: PhraseText?
        let names: [String: [String: String]]

        init(
            language: String, direction: Direction, phrases: [String: Phrase], notation: [String: [String]]
        ) {
            (self.language, self.phrases, self.notation) = (language, phrases, notation)
            self.direction = direction
            rule = PluralRule(language: language)
            func text(_ key: String) -> String? {
                if case .text(let text)? = phrases[key] { text.written } else { nil }
            }
            months = (1...12).map { text("dates.months.\($0)") ?? String($0) }
            if case .text(let long)? = phrases["dates.long"] { longDate = long } else { longDate = nil }
            var names: [String: [String: String]] = [:]
            for section in ["statuses", "relations", "roles"] {
                for key in phrases.keys where key.hasPrefix(section + ".") {
                    let name = String(key.dropFirst(section.count + 1)).replacing("-", with: " ")
                    names[section, default: [:]][name] = text(key)
                }
            }
            self.names = names
        }

        static func == (a: Contents, b: Contents) -> Bool {
            a === b
                || (a.language == b.language && a.direction == b.direction && a.phrases == b.phrases
                    && a.notation == b.notation)
        }

        func hash(into hasher: inout Hasher) {
            hasher.combine(language)
            hasher.combine(phrases.count)
        }
    }

    private let contents: Contents

    init(
        language: String, direction: Direction = .leftToRight, phrases: [String: Phrase],
        notation: [String: [String]] = [:]
    ) {
        contents = Contents(
            language: language, direction: direction, phrases: phrases, notation: notation)
    }

    /// The English words of the theme inside the program.
    public static let english = PhraseLayers.english

    /// The same words with other words of rules: those that the site gives them.
    public func with(notation: [String: [String]]) -> Phrases {
        Phrases(
            language: language, direction: direction, phrases: contents.phrases, notation: notation)
    }

    /// The language that they are in, as a BCP 47 tag.
    public var language: String { contents.language }

    /// Which way it is written.
    public var direction: Direction { contents.direction }

    /// The words of rules and answers in the language, by what they are in English: `yes` to `ja`. The first is the one to show.
    public var notation: [String: [String]] { contents.notation }

    /// The answer yes, as pages say it.
    public var yes: String { notation["yes"]?.first ?? "yes" }

    /// The answer no, as pages say it.
    public var no: String { notation["no"]?.first ?? "no" }

    /// What is said under a key; `nil` where there is no such key.
    public func phrase(_ key: String) -> Phrase? { contents.phrases[key] }

    /// All keys, sorted.
    public var keys: [String] { contents.phrases.keys.sorted() }

    /// What is said under a key, with what goes into its places. A test holds the program's keys to those of the theme.
    public func callAsFunction(_ key: String, _ values: KeyValuePairs<String, String> = [:]) -> String {
        guard case .text(let text)? = contents.phrases[key] else { return key }
        return text.filled(values, isolating: direction == .rightToLeft)
    }

    /// What is said under a key of so many things: the form that the language has for the number.
    public func callAsFunction(
        _ key: String, count: Int, _ values: KeyValuePairs<String, String> = [:]
    ) -> String {
        guard let phrase = contents.phrases[key] else { return key }
        let text: PhraseText?
        switch phrase {
        case .text(let only): text = only
        case .plural(let forms): text = forms[contents.rule.form(for: count)] ?? forms[.other]
        }
        return text?.filled(values, count: number(count), isolating: direction == .rightToLeft) ?? key
    }

    /// What a status, a relation or a part of people is called, by its name in English and in lower case; one of the author's
    /// own has none.
    public func name(_ name: String, in section: String) -> String? { contents.names[section]?[name] }

    /// A whole number with the signs of the language.
    public func number(_ number: Int) -> String {
        let group = self("numbers.group")
        guard !group.isEmpty, number.magnitude >= 1000 else { return String(number) }
        var digits = String(number.magnitude)
        var groups: [String] = []
        while digits.count > 3 {
            groups.insert(String(digits.suffix(3)), at: 0)
            digits.removeLast(3)
        }
        return (number < 0 ? "−" : "") + ([digits] + groups).joined(separator: group)
    }

    /// A number that was written with a point, with the language's sign for it.
    public func decimal(_ written: String) -> String {
        let sign = self("numbers.decimal")
        return sign == "." ? written : written.replacing(".", with: sign)
    }

    /// A day in words: "4 March 2026".
    public func date(day: Int, month: Int, year: Int) -> String {
        let name = contents.months.indices.contains(month - 1) ? contents.months[month - 1] : String(month)
        return contents.longDate?.filled(["day": String(day), "month": name, "year": String(year)])
            ?? "\(day) \(name) \(year)"
    }

    /// How the last thing of a list is joined to the others.
    public enum Joint: String, Sendable {
        case and, or
    }

    /// Things joined as a sentence has them: "RAG", "RAG and Hybrid", "RAG, Fine-tuning or Hybrid".
    public func list(_ things: [String], _ joint: Joint) -> String {
        guard things.count > 1, let last = things.last else { return things.first ?? "" }
        return self(
            "lists.\(joint.rawValue)", ["first": self.list(things.dropLast()), "last": last])
    }

    /// Things beside each other: "RAG, Fine-tuning".
    public func list(_ things: some Sequence<String>) -> String {
        things.joined(separator: self("lists.separator"))
    }
}
