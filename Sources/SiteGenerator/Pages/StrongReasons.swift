import Decisions
import FoundationEssentials
import Languages
import Rules

/// An answer that a recommendation rests on.
struct StrongReason: Sendable, Hashable {
    /// The question.
    let question: Int
    /// What becomes possible where the answer is taken back and all others stay: the recommendation hangs on it. Empty
    /// where it stands all the same.
    let without: [Recommendation]
    /// Whether what is possible now would stay so.
    let keepsPresent: Bool
    /// How much its rules count for what is recommended: signals for it, and those against anything else.
    let weight: Number

    /// Whether the recommendation hangs on this answer alone.
    var isDecisive: Bool { !without.isEmpty }

    /// The answers that a verdict rests on, the strongest first.
    ///
    /// Once something is decided, the answers that count for it come first; behind them those that hold it without counting
    /// for it, such as one that lets it in. Within either kind those come first without which it would not stand. That is
    /// exact: the answer is taken back and the rest judged anew, which opens the verdict just where another answer to this
    /// question alone would lead elsewhere. While nothing is decided, those are left that keep something out of what is
    /// possible. Then the heavier comes first, then the author's order.
    static func all(of verdict: Verdict, on answers: Answers, by logic: Logic) -> [StrongReason] {
        guard verdict.isExact else { return [] }
        let weights = weights(of: verdict, by: logic)
        let present = Set(verdict.possible.map(\.options))
        let reasons = logic.questions.indices.compactMap { index -> StrongReason? in
            let id = logic.questions[index].id
            guard answers[id] != nil else { return nil }
            var rest = answers
            rest[id] = nil
            let then = logic.evaluate(rest)
            guard then.isExact else { return nil }
            let others = then.possible.filter { !present.contains($0.options) }
            let weight = verdict.decided ? weights[index, default: 0] : 0
            guard !others.isEmpty || weight > 0 else { return nil }
            return StrongReason(
                question: index, without: others,
                keepsPresent: present.isSubset(of: then.possible.map(\.options)), weight: weight)
        }
        return reasons.sorted { a, b in
            if (a.weight > 0) != (b.weight > 0) { return a.weight > 0 }
            if a.isDecisive != b.isDecisive { return a.isDecisive }
            return (b.weight, a.question) < (a.weight, b.question)
        }
    }

    /// What each question's rules count for what is recommended and what that combines.
    private static func weights(of verdict: Verdict, by logic: Logic) -> [Int: Number] {
        let recommended = verdict.recommendations.map(\.option)
        let wanted = Set(recommended + recommended.flatMap { logic.atoms(of: $0) })
        var weights: [Int: Number] = [:]
        for fired in verdict.fired {
            guard let question = logic.rules[fired.rule].question,
                case .signalled(let option, let weight) = fired.effect
            else { continue }
            if wanted.contains(option) {
                weights[question, default: 0] += weight
            } else if weight < 0 {
                weights[question, default: 0] -= weight
            }
        }
        return weights
    }
}

/// What holds a recommendation up, in words.
struct ReasonWording {
    private let names: ChangeWording
    private var phrases: Phrases { names.phrases }
    private let rules: RuleWording
    private let verdict: Verdict
    private let logic: Logic

    init(_ verdict: Verdict, of framework: Framework, by logic: Logic, in phrases: Phrases) {
        names = ChangeWording(VerdictWording(verdict, of: framework, in: phrases), logic: logic)
        rules = RuleWording(of: framework, in: phrases)
        self.verdict = verdict
        self.logic = logic
    }

    /// "for RAG, weight 2; allows Kafka": what the answer did. One that holds the recommendation without counting for it does
    /// so by the tables that read it, or by rules that another answer would set off.
    func effect(_ reason: StrongReason) -> String {
        var effects = verdict.fired.compactMap { fired -> String? in
            let rule = logic.rules[fired.rule]
            return rule.question == reason.question ? rules.effect(fired, of: rule) : nil
        }
        if effects.isEmpty || reason.isDecisive && reason.weight <= 0 {
            let tables = logic.tables(reading: reason.question).map {
                phrases("quotes.name", ["name": logic.tables[$0].name])
            }
            if !tables.isEmpty {
                effects.append(phrases("reasons.read-by", ["tables": phrases.list(tables, .and)]))
            }
        }
        if effects.isEmpty { effects = logic.rules(testing: reason.question).map(absence) }
        return effects.joined(separator: phrases("lists.semicolon"))
    }

    /// "does not count against Ant": what a rule does not do that another answer would set off.
    private func absence(_ rule: Rule) -> String {
        let option = rules.option(of: rule)
        return switch rule.target {
        case .signal(_, let weight, _) where weight < 0: phrases("reasons.not-against", ["option": option])
        case .signal: phrases("reasons.not-for", ["option": option])
        case .gate: phrases("reasons.not-ruled-out", ["option": option])
        case .fallback: phrases("reasons.not-asked-to-start")
        }
    }

    /// "Without it, RAG and starting with SQS would be possible too."; `nil` where the recommendation stands without it.
    func without(_ reason: StrongReason) -> String? {
        guard reason.isDecisive else { return nil }
        let named = reason.without.filter { !$0.options.isEmpty }.map(names.possibility)
        let mayBeNothing = named.count < reason.without.count
        let most = 3
        let listed =
            named.count > most
            ? named.prefix(most) + [phrases("reasons.more", count: named.count - most)] : named[...]
        let others = phrases.list(Array(listed), reason.keepsPresent ? .and : .or)
        if named.isEmpty { return phrases("reasons.without-nothing") }
        switch (reason.keepsPresent, mayBeNothing) {
        case (true, false): return phrases("reasons.without-too", ["outcomes": others])
        case (true, true): return phrases("reasons.without-too-or-nothing", ["outcomes": others])
        case (false, false): return phrases("reasons.without-instead", ["outcomes": others])
        case (false, true): return phrases("reasons.without-instead-or-nothing", ["outcomes": others])
        }
    }
}

extension ChangeWording {
    /// How far a recommendation is from another: "One other answer, to Format or to Examples, would change it."; `nil`
    /// where nothing is decided, or where it is not known.
    func firmness(_ changes: WhatWouldChange) -> String? {
        guard changes.present != nil, changes.extent == .exact, !changes.isAskedToStart else { return nil }
        guard let size = changes.ways.first?.size else {
            return phrases("changes.firm")
        }
        guard size == 1 else { return phrases("changes.at-once", count: size) }
        let near = changes.ways.filter { $0.size == 1 }
        let questions = near.flatMap(\.changes).flatMap(\.answers).map(\.question)
        let names = Set(questions).sorted().map { logic.questions[$0].name }
        // Of a great many ways only the first are listed, and the others may change other answers.
        if near.contains(where: { $0.shown < $0.count }) {
            return phrases("changes.one-among", ["questions": phrases.list(names, .and)])
        }
        return phrases(
            "changes.one",
            [
                "questions": phrases.list(
                    names.map { phrases("changes.to-question", ["question": $0]) }, .or)
            ])
    }
}
