import Decisions
import FoundationEssentials
import Rules

/// An option that is not recommended, and why.
public struct LosingOption: Sendable {
    /// The option.
    public let option: Int
    /// Its name.
    public let name: String
    /// One sentence.
    public let why: String
    /// Whether a gate rules it out.
    public let isRuledOut: Bool
}

extension VerdictWording {
    /// The options that are not recommended or, while that is open, no longer can be; each with what keeps it out.
    public var losing: [LosingOption] {
        guard verdict.decided || verdict.isExact, let logic = framework.logic else { return [] }
        let possible = Set(verdict.possible.flatMap(\.options))
        return verdict.standings.filter { !possible.contains($0.option) }.map { standing in
            LosingOption(
                option: standing.option, name: name(standing.option),
                why: Losing(standing, self, logic, possible: possible).sentence,
                isRuledOut: standing.isViable == false && logic.recommendation == nil)
        }
    }

    /// "Why not the others", and what is said before the reasons.
    public var losingHeading: String { verdict.decided ? "Why not the others" : "No longer possible" }

    /// How far the reasons hold while something is open.
    public var losingNote: String? {
        verdict.open.isEmpty || verdict.ground == .askedToStart
            ? nil : "This holds however the open questions are answered."
    }
}

/// What keeps one option out.
private struct Losing {
    private let standing: Standing
    private let words: VerdictWording
    private let logic: Logic
    /// The options of all recommendations that are possible; decided, those recommended.
    private let possible: Set<Int>

    init(_ standing: Standing, _ words: VerdictWording, _ logic: Logic, possible: Set<Int>) {
        self.standing = standing
        self.words = words
        self.logic = logic
        self.possible = possible
    }

    private var option: Int { standing.option }
    private var isDecided: Bool { words.verdict.decided }
    /// "a yes to Replay", "Message rate over 500": what a rule asks for.
    private func asked(_ rule: Int) -> String {
        let rule = logic.rules[rule]
        let name = logic.name(of: rule)
        guard rule.testText != "yes" else { return "a yes to \(name)" }
        return logic.testInWords(of: rule).map { "\(name) \($0)" } ?? name
    }
    /// The names of the questions that some rules ask a yes to; `nil` where one asks for something else.
    private func yesQuestions(_ rules: [Int]) -> [String]? {
        guard rules.allSatisfy({ logic.rules[$0].testText == "yes" }) else { return nil }
        return rules.map { logic.name(of: logic.rules[$0]) }
    }
    private func names(_ options: [Int]) -> String { joined(options.map(words.name), with: "and") }

    /// Most telling first: what alone would keep it out, then what is missing, then what outweighs it.
    var sentence: String {
        if words.verdict.ground == .askedToStart { return "Not weighed: the way out comes first." }
        if let reason = words.outOfTable(option) { return reason }
        if standing.isViable == false { return ruledOut }
        if let whole = possible.sorted().first(where: { logic.atoms(of: $0).contains(option) }) {
            return isDecided
                ? "Part of \(words.name(whole))." : "Possible only as part of \(words.name(whole))."
        }
        let atoms = logic.atoms(of: option)
        if !atoms.isEmpty, standing.tally <= 0, let incomplete = incomplete(atoms) { return incomplete }
        let counted = (standing.signalsFor + standing.signalsAgainst).filter { $0.weight != 0 }
        if counted.isEmpty { return nothingFor }
        if standing.tally > 0 { return outweighed }
        let terms = counted.map { $0.weight < 0 ? signed($0.weight) : "+\($0.weight)" }.joined(separator: " ")
        if standing.tally == 0 { return "What speaks for it and against it cancels out: \(terms)." }
        return counted.allSatisfy { $0.weight < 0 }
            ? "The answers speak against it: \(terms)." : "More speaks against it than for it: \(terms)."
    }

    private var ruledOut: String {
        let gates = standing.gates.filter { $0.isMet == false }
        let through = gates.filter { $0.option != option }.map(\.option)
        let parts = gates.allSatisfy { $0.option != option } ? " out with \(names(through))" : " out"
        let tally = standing.tally > 0 ? ", though it has \(words.tally(option)) in its favour" : ""
        if let questions = yesQuestions(gates.map(\.rule)) {
            return "Ruled\(parts) by \(joined(questions, with: "and")), answered no\(tally)."
        }
        return "Ruled\(parts), since it takes \(joined(gates.map { asked($0.rule) }, with: "and"))\(tally)."
    }

    /// Why a combination is not exactly what is favoured.
    private func incomplete(_ atoms: [Int]) -> String? {
        let standings = words.verdict.standings
        let missing = atoms.filter { part in
            let part = standings[part]
            return !part.isFavoured && (isDecided || !part.signalsOpen.contains { $0.weight > 0 })
        }
        if !missing.isEmpty {
            let without =
                missing.count == atoms.count && atoms.count > 1
                ? (atoms.count == 2 ? "neither is favoured" : "none of them is favoured")
                : "\(names(missing)) \(missing.count == 1 ? "is" : "are") not favoured"
            return "It combines \(names(atoms)), and \(without)."
        }
        guard isDecided else { return nil }
        let others = standings.filter {
            $0.isFavoured && logic.atoms(of: $0.option).isEmpty && !atoms.contains($0.option)
        }
        return others.isEmpty
            ? nil
            : "It combines only \(names(atoms)), and \(names(others.map(\.option))) \(others.count == 1 ? "is" : "are") favoured too."
    }

    private var nothingFor: String {
        guard !standing.signalsMissed.isEmpty else {
            return standing.signalsOpen.contains { $0.weight > 0 }
                ? "No answer so far speaks for it." : "No answer speaks for it."
        }
        let missed = standing.signalsMissed
        let questions = yesQuestions(missed.map(\.rule))
        let listed = questions ?? missed.map { asked($0.rule) }
        let weighed = missed.count == 1 ? listed : zip(listed, missed).map { "\($0) (\($1.weight))" }
        let what = joined(weighed, with: "and")
        let weight = missed.count == 1 && missed[0].weight != 1 ? " \(missed[0].weight)" : ""
        let counted = "would have counted\(weight) for it."
        guard questions == nil else {
            return "No answer speaks for it. Answered no: \(what), which \(counted)"
        }
        // A name keeps its letters where it starts the sentence.
        let start = what.hasPrefix("a yes") ? "A" + what.dropFirst() : what
        return "No answer speaks for it. \(start) \(counted)"
    }

    private var outweighed: String {
        let own = words.tally(option)
        guard isDecided else { return "It has \(own) in its favour, which cannot be enough any more." }
        if case .composite(let whole, _) = words.verdict.ground {
            return "It has \(own) in its favour, but \(words.name(whole)) combines exactly what is favoured."
        }
        let winners = words.verdict.recommendations.map(\.option).filter {
            words.verdict.standings[$0].tally > standing.tally
        }
        guard !winners.isEmpty else { return "It has \(own) in its favour, which is not enough." }
        let against = joined(winners.map { "\(words.tally($0)) for \(words.name($0))" }, with: "and")
        return "It has \(own) in its favour, against \(against)."
    }
}
