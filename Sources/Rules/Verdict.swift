/// What the rules say about some answers, complete or not (FORMATS 3). Options, questions and rules by
/// their index in the `Logic`, in the author's order throughout.
public struct Verdict: Sendable, Hashable {
    /// Whether one recommendation is certain, whatever the open answers turn out to be. *Nothing* is a
    /// recommendation too.
    public let decided: Bool
    /// Every recommendation still possible, each once: single options first, then ties, *nothing* last.
    public let possible: [Recommendation]
    /// Whether `possible`, `leadsTo` and `open` are exact. Where not (a framework past the node limit with
    /// answers open), the first two hold only what was found, and every open question is said to matter.
    public let isExact: Bool
    /// The options of the decided recommendation; empty where undecided and where it is *nothing*.
    public let recommendations: [RecommendedOption]
    /// Why, where it is the same over every completion of the open answers.
    public let ground: Ground?
    /// Where the fallback was chosen by its own question: what steps 2 to 6 of FORMATS 1.6 give, as far
    /// as it is known; else `nil`.
    public let leadsTo: [Recommendation]?
    /// The state of each option.
    public let standings: [Standing]
    /// The options that the answers favour but a gate answered *no* forbids.
    public let blocked: [Blocked]
    /// The unanswered questions, without the reader's.
    public let open: [OpenQuestion]
    /// The rules that the answers set off, in the author's order.
    public let fired: [FiredRule]
    /// The rules of decision tables that are certain to make their table's result, table by table.
    public let firedRows: [FiredRow]
    /// What each decision table puts out; `nil` while open answers leave it open.
    public let tableResults: [TableTerminal?]
    /// How many questions are answered, without the reader's.
    public let answeredCount: Int
    /// How many questions there are, without the reader's.
    public let questionCount: Int

    /// The tables of which it is certain that rules match at once that must not (DMN's U and A): they say nothing.
    public var violated: [Int] { tableResults.indices.filter { tableResults[$0] == .violated } }
}

/// A set of options that may be recommended together; several are a tie, none is *nothing*.
public struct Recommendation: Sendable, Hashable {
    /// The options, ascending.
    public let options: [Int]
    /// Whether it is a starting point in every completion that leads here.
    public let startingPoint: Bool
}

/// One option of the decided recommendation.
public struct RecommendedOption: Sendable, Hashable {
    /// The option.
    public let option: Int
    /// The qualifiers of the signals for it that are answered, each once.
    public let qualifiers: [String]
    /// Whether it is a starting point in every completion of the open answers.
    public let startingPoint: Bool
}

/// Why something is recommended: the step of FORMATS 1.6 that settled it, or a table.
public enum Ground: Sendable, Hashable {
    /// Step 1: the fallback's question is answered *yes*.
    case askedToStart
    /// Step 4: a composite of exactly the favoured options (those that combine nothing).
    case composite(Int, of: [Int])
    /// Step 4: several composites of exactly the favoured options.
    case tiedComposites([Int])
    /// Step 5: the favoured option with the highest tally.
    case favoured(Int)
    /// Step 5: several favoured options share the highest tally.
    case tie([Int])
    /// Step 6: nothing is favoured, and there is a fallback.
    case fallback
    /// Step 6: nothing is favoured, there is no fallback, and the weighted matrix has winners.
    case matrix
    /// Step 6: nothing is favoured, and there is nothing else to go by; or no rule of the recommendation table matches.
    case nothing
    /// The recommendation table says so.
    case table(Int)
    /// Rules of a table match at once that must not: it says nothing (DMN's U and A).
    case violated(table: Int)
}

/// How an option stands by the answers given so far.
public struct Standing: Sendable, Hashable {
    /// The option.
    public let option: Int
    /// The sum of its signals that are answered *yes*.
    public let tally: Number
    /// The signals answered *yes* that speak for it (or weigh nothing).
    public let signalsFor: [SignalReason]
    /// The signals answered *yes* that speak against it.
    public let signalsAgainst: [SignalReason]
    /// The signals for it that another answer than *yes* left out.
    public let signalsMissed: [SignalReason]
    /// The signals for or against it whose questions are open.
    public let signalsOpen: [SignalReason]
    /// The gates that must be met, its own and those of all that it combines.
    public let gates: [GateReason]
    /// Whether all gates are met; `nil` while that is open.
    public let isViable: Bool?
    /// Whether its tally is positive and no gate is answered *no*.
    public let isFavoured: Bool
}

/// A signal that counts.
public struct SignalReason: Sendable, Hashable {
    /// The rule that gave it.
    public let rule: Int
    /// Its weight; negative where it speaks against.
    public let weight: Number
    /// The words that qualify it.
    public let qualifier: String?
}

/// A gate and how it was answered.
public struct GateReason: Sendable, Hashable {
    /// The rule that set it.
    public let rule: Int
    /// Its question.
    public let question: Int
    /// The option whose own gate it is: for a composite maybe one of its parts.
    public let option: Int
    /// Whether it is met; `nil` while its question is open.
    public let isMet: Bool?
}

/// An option with a positive tally that is not viable.
public struct Blocked: Sendable, Hashable {
    /// The option.
    public let option: Int
    /// The questions of the gates that are not met.
    public let gates: [Int]
    /// The rules that set these gates.
    public let rules: [Int]
}

/// A question without an answer.
public struct OpenQuestion: Sendable, Hashable {
    /// The question.
    public let question: Int
    /// Whether its answer can still change which options are recommended.
    public let matters: Bool
    /// Whether its answer can still change what `leadsTo` says; the same as `matters` where the fallback
    /// was not chosen by its question.
    public let mattersToWhatFollows: Bool
}

/// A rule that an answer set off.
public struct FiredRule: Sendable, Hashable {
    /// What a rule did.
    public enum Effect: Sendable, Hashable {
        /// It counted for an option, or against it.
        case signalled(option: Int, weight: Number)
        /// It met a gate of an option.
        case openedGate(option: Int)
        /// It left a gate of an option unmet.
        case closedGate(option: Int)
        /// It asked to start from the fallback.
        case askedToStart(option: Int)
    }

    /// The rule.
    public let rule: Int
    /// What it did.
    public let effect: Effect
}

/// A rule of a decision table that is certain to make its table's result.
public struct FiredRow: Sendable, Hashable {
    /// The table.
    public let table: Int
    /// The rule, by its place in the table.
    public let row: Int
}
