public import Decisions
import FoundationEssentials
public import Rules

/// A verdict in words: the same ones on pages and in the terminal.
public struct VerdictWording: Sendable {
    let verdict: Verdict
    let framework: Framework

    /// Words a verdict of a framework.
    public init(_ verdict: Verdict, of framework: Framework) {
        self.verdict = verdict
        self.framework = framework
    }

    func name(_ option: Int) -> String { framework.options[option].name }

    /// "Recommended", "Open between".
    public var label: String {
        guard verdict.decided else { return "Open between" }
        if verdict.recommendations.isEmpty { return "No recommendation" }
        if isStartingPoint { return "Recommended as a starting point" }
        return verdict.recommendations.count > 1 ? "Tie between" : "Recommended"
    }

    /// The options, or those still possible.
    public var headline: String {
        if verdict.decided {
            let names = verdict.recommendations.map { name($0.option) }
            return names.isEmpty ? "Nothing is favoured" : joined(names, with: "and")
        }
        return OpenHeadline(possible: verdict.possible).text(name)
    }

    /// "Kafka", "open between Kafka and SQS": what it comes to within a sentence.
    public var outcome: String {
        guard verdict.decided else { return "open between \(headline)" }
        return verdict.recommendations.isEmpty ? "no recommendation" : headline
    }

    /// The options of one recommendation.
    public func names(_ recommendation: Recommendation) -> String {
        switch recommendation.options.count {
        case 0: "no recommendation"
        case 1: name(recommendation.options[0])
        default: "a tie of \(joined(recommendation.options.map(name), with: "and"))"
        }
    }

    /// The words that qualify the recommendation.
    public var qualifiers: String? {
        let single = verdict.recommendations.count == 1
        let parts = verdict.recommendations.compactMap { recommended -> String? in
            guard !recommended.qualifiers.isEmpty else { return nil }
            let words = joined(recommended.qualifiers, with: "and")
            return single ? words : "\(name(recommended.option)) \(words)"
        }
        return parts.isEmpty ? nil : parts.joined(separator: "; ")
    }

    /// Whether what is decided is where to start.
    public var isStartingPoint: Bool { verdict.recommendations.first?.startingPoint ?? false }

    /// "What would change it", or while nothing is decided what would decide it.
    public var changesHeading: String { "What would \(verdict.decided ? "change" : "decide") it" }

    /// How sure it is.
    public var sureness: String {
        let count = "\(verdict.answeredCount) of \(verdict.questionCount) answered"
        let missing = verdict.questionCount - verdict.answeredCount
        guard verdict.decided else {
            return verdict.isExact
                ? "Open; \(count)." : "Open; \(count). Too much is open to tell all that is possible."
        }
        // Asked where to start, the rules weigh nothing; what is open is then not beside the point.
        if missing == 0 || verdict.ground == .askedToStart { return "Decided; \(count)." }
        return
            "Decided; \(count), and the other\(missing == 1 ? "" : " \(missing)") cannot change what is recommended."
    }

    /// Where the answers lead that the way out set aside.
    public var leadsTo: String? {
        guard let leads = verdict.leadsTo, verdict.decided else { return nil }
        guard leads.count == 1, let only = leads.first else {
            return "The answers alone may lead to \(joined(leads.map(names), with: "or"))."
        }
        return only.options == verdict.recommendations.map(\.option)
            ? "The answers alone lead there too." : "The answers alone lead to \(names(only))."
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
