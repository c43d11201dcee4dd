public import Decisions
import FoundationEssentials
public import Rules

/// A verdict in words: the same ones on pages and in the terminal.
public struct VerdictWording: Sendable {
    private let verdict: Verdict
    private let framework: Framework

    /// Words a verdict of a framework.
    public init(_ verdict: Verdict, of framework: Framework) {
        self.verdict = verdict
        self.framework = framework
    }

    private func name(_ option: Int) -> String { framework.options[option].name }

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
        return joined(verdict.possible.map(names), with: "or")
    }

    /// The options of one recommendation.
    public func names(_ recommendation: Recommendation) -> String {
        recommendation.options.isEmpty ? "nothing" : joined(recommendation.options.map(name), with: "and")
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

    /// How sure it is.
    public var sureness: String {
        let count = "\(verdict.answeredCount) of \(verdict.questionCount) answered"
        guard verdict.decided else {
            return verdict.isExact
                ? "Open; \(count)." : "Open; \(count). Too much is open to tell all that is possible."
        }
        return verdict.answeredCount == verdict.questionCount
            ? "Decided; \(count)." : "Decided; \(count), the rest no longer matters."
    }

    /// Why, in a sentence.
    public var because: String {
        guard verdict.decided else {
            let missing = verdict.open.count { $0.matters }
            return missing == 1
                ? "One answer is missing that can still change the result."
                : "\(missing) answers are missing that can still change the result."
        }
        return ground
    }

    private var ground: String {
        switch verdict.ground {
        case .askedToStart: return "The assessors are unsure, and the framework says where to start."
        case .composite(let option, let parts):
            let verb =
                parts.count == 2 ? "are both favoured" : parts.count == 1 ? "is favoured" : "are all favoured"
            return
                "\(joined(parts.map(name), with: "and")) \(verb), and \(name(option)) combines exactly \(parts.count == 1 ? "this" : "these")."
        case .tiedComposites(let options):
            return "\(joined(options.map(name), with: "and")) combine exactly what is favoured."
        case .favoured(let option): return favoured(option)
        case .tie(let options):
            return
                "\(joined(options.map(name), with: "and")) are equally favoured, and nothing combines them."
        case .fallback:
            return blockedSentence.map { "\($0) Nothing else is favoured." }
                ?? "No answer favours an option, so the framework says where to start."
        case .nothing:
            return blockedSentence
                ?? "No answer favours an option, and the framework names none to start from."
        case nil: return "Every way to answer the open questions leads here."
        }
    }

    private func favoured(_ option: Int) -> String {
        let others = verdict.standings.filter { $0.option != option && $0.isFavoured && $0.tally > 0 }
        if let blockedSentence { return "It is favoured. \(blockedSentence)" }
        return others.isEmpty
            ? "It is the only option that the answers favour."
            : "It is the option that the answers favour most."
    }

    /// "Fine-tuning is favoured too, but blocked by Examples."
    private var blockedSentence: String? {
        guard let blocked = verdict.blocked.first, let logic = framework.logic else { return nil }
        let gates = joined(blocked.gates.map { logic.questions[$0].name }, with: "and")
        return "\(name(blocked.option)) would be favoured, but is blocked by \(gates)."
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
