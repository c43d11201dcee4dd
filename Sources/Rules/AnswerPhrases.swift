/// What answers and stretches of them are called in sentences, in some language: `over 500 ms`, `low or mid`.
public struct AnswerPhrases: Sendable, Hashable {
    /// The phrases by key, each with places such as `{number}`; those of English where a language has none.
    private let texts: [Key: String]
    /// The answers to a question of yes and no.
    let yes: String
    let no: String

    /// What is said.
    public enum Key: String, Sendable, Hashable, CaseIterable {
        case any = "any", anyDay = "any-day", anythingElse = "anything-else", anythingBut = "anything-but"
        case or, to
        case atLeast = "at-least", over, atMost = "at-most", under
        case fromTo = "from-to", fromToUnder = "from-to-under", overTo = "over-to", overToUnder =
            "over-to-under"
        case since, until, dates

        /// In English.
        public var english: String {
            switch self {
            case .any: "any"
            case .anyDay: "any day"
            case .anythingElse: "anything else"
            case .anythingBut: "anything but {answers}"
            case .or: "{first} or {last}"
            case .to: "{first} to {last}"
            case .atLeast: "at least {number}"
            case .over: "over {number}"
            case .atMost: "at most {number}"
            case .under: "under {number}"
            case .fromTo: "from {least} to {greatest}"
            case .fromToUnder: "from {least} to under {greatest}"
            case .overTo: "over {least} to {greatest}"
            case .overToUnder: "over {least} to under {greatest}"
            case .since: "from {day}"
            case .until: "until {day}"
            case .dates: "{first} to {last}"
            }
        }
    }

    /// Creates phrases.
    public init(yes: String, no: String, _ text: (Key) -> String) {
        self.yes = yes
        self.no = no
        texts = Dictionary(uniqueKeysWithValues: Key.allCases.map { ($0, text($0)) })
    }

    /// Those in English.
    public static let english = AnswerPhrases(yes: "yes", no: "no") { $0.english }

    func callAsFunction(_ key: Key, _ places: KeyValuePairs<String, String> = [:]) -> String {
        var text = texts[key] ?? key.english
        for (name, value) in places { text = text.replacing("{\(name)}", with: value) }
        return text
    }

    /// Several answers, of which one is meant.
    func either(_ answers: [String]) -> String {
        answers.dropFirst().reduce(answers.first ?? "") { self(.or, ["first": $0, "last": $1]) }
    }
}
