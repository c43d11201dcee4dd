public import Decisions
import FoundationEssentials
public import Languages
public import Rules

/// A verdict in words: on pages in those of the site's language, in the terminal in English.
public struct VerdictWording: Sendable {
    let verdict: Verdict
    let framework: Framework
    let phrases: Phrases

    /// Words a verdict of a framework.
    public init(_ verdict: Verdict, of framework: Framework, in phrases: Phrases) {
        self.verdict = verdict
        self.framework = framework
        self.phrases = phrases
    }

    func name(_ option: Int) -> String { framework.options[option].name }

    /// "Recommended", "Open between".
    public var label: String {
        guard verdict.decided else { return phrases("verdict.open-between") }
        if verdict.recommendations.isEmpty { return phrases("verdict.none") }
        if isStartingPoint { return phrases("verdict.starting-point") }
        return verdict.recommendations.count > 1
            ? phrases("verdict.tie-between") : phrases("verdict.recommended")
    }

    /// The options, or those still possible.
    public var headline: String {
        if verdict.decided {
            let names = verdict.recommendations.map { name($0.option) }
            return names.isEmpty ? phrases("verdict.nothing-favoured") : phrases.list(names, .and)
        }
        return OpenHeadline(possible: verdict.possible, in: phrases).text(name)
    }

    /// "Kafka", "open between Kafka and SQS": what it comes to within a sentence.
    public var outcome: String {
        guard verdict.decided else { return phrases("verdict.outcome-open", ["options": headline]) }
        return verdict.recommendations.isEmpty ? phrases("verdict.outcome-none") : headline
    }

    /// The options of one recommendation.
    public func names(_ recommendation: Recommendation) -> String {
        switch recommendation.options.count {
        case 0: phrases("verdict.outcome-none")
        case 1: name(recommendation.options[0])
        default:
            phrases("verdict.tie-of", ["options": phrases.list(recommendation.options.map(name), .and)])
        }
    }

    /// The words that qualify the recommendation.
    public var qualifiers: String? {
        let single = verdict.recommendations.count == 1
        let parts = verdict.recommendations.compactMap { recommended -> String? in
            guard !recommended.qualifiers.isEmpty else { return nil }
            let words = phrases.list(recommended.qualifiers, .and)
            return single ? words : "\(name(recommended.option)) \(words)"
        }
        return parts.isEmpty ? nil : parts.joined(separator: phrases("lists.semicolon"))
    }

    /// Whether what is decided is where to start.
    public var isStartingPoint: Bool { verdict.recommendations.first?.startingPoint ?? false }

    /// "What would change it", or while nothing is decided what would decide it.
    public var changesHeading: String {
        verdict.decided ? phrases("verdict.would-change") : phrases("verdict.would-decide")
    }

    /// How sure it is.
    public var sureness: String {
        let missing = verdict.questionCount - verdict.answeredCount
        let counts: KeyValuePairs = [
            "answered": phrases.number(verdict.answeredCount),
            "questions": phrases.number(verdict.questionCount),
        ]
        guard verdict.decided else {
            return verdict.isExact
                ? phrases("verdict.sureness-open", counts) : phrases("verdict.sureness-inexact", counts)
        }
        // Asked where to start, the rules weigh nothing; what is open is then not beside the point.
        if missing == 0 || verdict.ground == .askedToStart {
            return phrases("verdict.sureness-decided", counts)
        }
        return phrases("verdict.sureness-rest", count: missing, counts)
    }

    /// Where the answers lead that the way out set aside.
    public var leadsTo: String? {
        guard let leads = verdict.leadsTo, verdict.decided else { return nil }
        guard leads.count == 1, let only = leads.first else {
            return phrases("verdict.may-lead", ["outcomes": phrases.list(leads.map(names), .or)])
        }
        return only.options == verdict.recommendations.map(\.option)
            ? phrases("verdict.leads-there") : phrases("verdict.leads-to", ["outcome": names(only)])
    }

    /// The words behind the fallback, where it is what is recommended.
    public var advice: String? {
        guard isStartingPoint, let logic = framework.logic else { return nil }
        for rule in logic.rules {
            if case .fallback(_, let advice) = rule.target { return advice }
        }
        return nil
    }
}
