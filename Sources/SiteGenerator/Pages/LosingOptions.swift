import Decisions
import FoundationEssentials
import Languages
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
    public var losingHeading: String {
        verdict.decided ? phrases("losing.heading") : phrases("losing.heading-open")
    }

    /// How far the reasons hold while something is open.
    public var losingNote: String? {
        verdict.open.isEmpty || verdict.ground == .askedToStart
            ? nil : phrases("losing.note")
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
    private var phrases: Phrases { words.phrases }
    private var isDecided: Bool { words.verdict.decided }
    /// "a yes to Replay", "Message rate over 500": what a rule asks for.
    private func asked(_ rule: Int) -> String {
        let rule = logic.rules[rule]
        let name = logic.name(of: rule, in: phrases)
        guard rule.testText != "yes" else {
            return phrases("losing.yes-to", ["yes": phrases.yes, "question": name])
        }
        return logic.testInWords(of: rule).map { "\(name) \($0)" } ?? name
    }
    /// The names of the questions that some rules ask a yes to; `nil` where one asks for something else.
    private func yesQuestions(_ rules: [Int]) -> [String]? {
        guard rules.allSatisfy({ logic.rules[$0].testText == "yes" }) else { return nil }
        return rules.map { logic.name(of: logic.rules[$0], in: phrases) }
    }
    private func names(_ options: [Int]) -> String { phrases.list(options.map(words.name), .and) }

    /// Most telling first: what alone would keep it out, then what is missing, then what outweighs it.
    var sentence: String {
        if words.verdict.ground == .askedToStart { return phrases("losing.not-weighed") }
        if let reason = words.outOfTable(option) { return reason }
        if standing.isViable == false { return ruledOut }
        if let whole = possible.sorted().first(where: { logic.atoms(of: $0).contains(option) }) {
            return isDecided
                ? phrases("losing.part-of", ["option": words.name(whole)])
                : phrases("losing.possible-part-of", ["option": words.name(whole)])
        }
        let atoms = logic.atoms(of: option)
        if !atoms.isEmpty, standing.tally <= 0, let incomplete = incomplete(atoms) { return incomplete }
        let counted = (standing.signalsFor + standing.signalsAgainst).filter { $0.weight != 0 }
        if counted.isEmpty { return nothingFor }
        if standing.tally > 0 { return outweighed }
        let terms = counted.map { ($0.weight < 0 ? "" : "+") + phrases.signed($0.weight) }.joined(
            separator: " ")
        if standing.tally == 0 { return phrases("losing.cancels", ["terms": terms]) }
        return counted.allSatisfy { $0.weight < 0 }
            ? phrases("losing.all-against", ["terms": terms])
            : phrases("losing.more-against", ["terms": terms])
    }

    private var ruledOut: String {
        let gates = standing.gates.filter { $0.isMet == false }
        let through = gates.filter { $0.option != option }.map(\.option)
        let isOwn = !gates.allSatisfy { $0.option != option }
        let though = standing.tally > 0 ? phrases("losing.though", ["tally": words.tally(option)]) : ""
        if let questions = yesQuestions(gates.map(\.rule)) {
            let listed = phrases.list(questions, .and)
            return isOwn
                ? phrases("losing.ruled-out-by", ["questions": listed, "no": phrases.no, "though": though])
                : phrases(
                    "losing.ruled-out-with-by",
                    ["options": names(through), "questions": listed, "no": phrases.no, "though": though])
        }
        let tests = phrases.list(gates.map { asked($0.rule) }, .and)
        return isOwn
            ? phrases("losing.ruled-out-since", ["gates": tests, "though": though])
            : phrases(
                "losing.ruled-out-with-since",
                ["options": names(through), "gates": tests, "though": though])
    }

    /// Why a combination is not exactly what is favoured.
    private func incomplete(_ atoms: [Int]) -> String? {
        let standings = words.verdict.standings
        let missing = atoms.filter { part in
            let part = standings[part]
            return !part.isFavoured && (isDecided || !part.signalsOpen.contains { $0.weight > 0 })
        }
        if !missing.isEmpty {
            let without: String
            if missing.count == atoms.count, atoms.count > 1 {
                without =
                    atoms.count == 2
                    ? phrases("losing.neither-favoured") : phrases("losing.none-favoured")
            } else {
                without = phrases(
                    "losing.not-favoured", count: missing.count, ["options": names(missing)])
            }
            return phrases("losing.combines", ["parts": names(atoms), "without": without])
        }
        guard isDecided else { return nil }
        let others = standings.filter {
            $0.isFavoured && logic.atoms(of: $0.option).isEmpty && !atoms.contains($0.option)
        }
        return others.isEmpty
            ? nil
            : phrases(
                "losing.combines-only", count: others.count,
                ["parts": names(atoms), "others": names(others.map(\.option))])
    }

    private var nothingFor: String {
        guard !standing.signalsMissed.isEmpty else {
            return standing.signalsOpen.contains { $0.weight > 0 }
                ? phrases("losing.nothing-so-far") : phrases("losing.nothing")
        }
        let missed = standing.signalsMissed
        let questions = yesQuestions(missed.map(\.rule))
        let listed = questions ?? missed.map { asked($0.rule) }
        let weighed =
            missed.count == 1
            ? listed : zip(listed, missed).map { "\($0) (\(phrases.decimal("\($1.weight)")))" }
        let what = phrases.list(weighed, .and)
        let weight =
            missed.count == 1 && missed[0].weight != 1 ? phrases.decimal("\(missed[0].weight)") : nil
        guard questions == nil else {
            return weight.map {
                phrases("losing.missed-answers-weight", ["no": phrases.no, "questions": what, "weight": $0])
            } ?? phrases("losing.missed-answers", ["no": phrases.no, "questions": what])
        }
        // A name keeps its letters where it starts the sentence.
        let opensWithName = logic.rules[missed[0].rule].testText != "yes"
        let start = opensWithName ? what : what.prefix(1).uppercased() + what.dropFirst()
        return weight.map { phrases("losing.missed-tests-weight", ["tests": start, "weight": $0]) }
            ?? phrases("losing.missed-tests", ["tests": start])
    }

    private var outweighed: String {
        let own = words.tally(option)
        guard isDecided else { return phrases("losing.cannot-be-enough", ["tally": own]) }
        if case .composite(let whole, _) = words.verdict.ground {
            return phrases("losing.combined-instead", ["tally": own, "option": words.name(whole)])
        }
        let winners = words.verdict.recommendations.map(\.option).filter {
            words.verdict.standings[$0].tally > standing.tally
        }
        guard !winners.isEmpty else { return phrases("losing.not-enough", ["tally": own]) }
        return phrases(
            "losing.outweighed",
            ["tally": own, "others": phrases.list(winners.map(words.tallyFor), .and)])
    }
}
