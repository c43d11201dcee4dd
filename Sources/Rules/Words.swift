/// The words that targets and answers are made of, each with its alternatives: those of the site's
/// language (FORMATS 5, `words`) and always the English ones.
public struct Words: Sendable, Hashable {
    /// Ways to answer yes.
    public let yes: [String]
    /// Ways to answer no.
    public let no: [String]
    /// Ways to turn a signal against an option: `not RAG`.
    public let not: [String]
    /// Ways to call an option viable. May be a phrase such as `in Frage`.
    public let viable: [String]
    /// The first word of `Start with RAG`. May be a phrase that holds the second too.
    public let start: [String]
    /// The second word of `Start with RAG`.
    public let with: [String]
    /// The header of a column of weights.
    public let weight: [String]

    /// What the words are called in `words:`, in the order of the initialiser.
    public static let names = ["yes", "no", "not", "viable", "start", "with", "weight"]

    /// The English words alone.
    public static let english = Words()

    /// Creates words by what they are called.
    public init(_ named: [String: [String]]) {
        self.init(
            yes: named["yes"] ?? [], no: named["no"] ?? [], not: named["not"] ?? [],
            viable: named["viable"] ?? [], start: named["start"] ?? [], with: named["with"] ?? [],
            weight: named["weight"] ?? [])
    }

    /// Creates words; those given are understood in addition to the English ones.
    public init(
        yes: [String] = [], no: [String] = [], not: [String] = [], viable: [String] = [],
        start: [String] = [], with: [String] = [], weight: [String] = []
    ) {
        func adding(_ own: [String], to english: String) -> [String] {
            let own = own.map { $0.trimmed }.filter { !$0.isEmpty && $0.folded != english }
            return own + [english]
        }
        self.yes = adding(yes, to: "yes")
        self.no = adding(no, to: "no")
        self.not = adding(not, to: "not")
        self.viable = adding(viable, to: "viable")
        self.start = adding(start, to: "start")
        self.with = adding(with, to: "with")
        self.weight = adding(weight, to: "weight")
    }
}
