public import Decisions
import FoundationEssentials
public import Languages
public import Rules

/// A rule in words.
public struct RuleWording: Sendable {
    private let framework: Framework
    private let phrases: Phrases

    /// Words the rules of a framework.
    public init(of framework: Framework, in phrases: Phrases) {
        self.framework = framework
        self.phrases = phrases
    }

    private func name(_ option: Int) -> String { framework.options[option].name }

    /// "Kafka", "not Kafka", "Start with SQS; measure first": what is behind the arrow, without its weight.
    public func target(_ rule: Rule) -> String {
        switch rule.target {
        case .signal(let option, let weight, let qualifier):
            weight < 0
                ? phrases("rules.not", ["option": qualified(option, qualifier)])
                : qualified(option, qualifier)
        case .gate, .fallback: rule.targetText
        }
    }

    /// "Kafka for the log".
    private func qualified(_ option: Int, _ qualifier: String?) -> String {
        name(option) + (qualifier.map { " \($0)" } ?? "")
    }

    /// "Kafka": the option that a rule speaks of.
    func option(of rule: Rule) -> String { name(rule.target.option) }

    /// "2"; `nil` where it is one, or where a rule has none.
    public func weight(_ rule: Rule) -> String? {
        guard case .signal(_, let weight, _) = rule.target, weight.magnitude != 1 else { return nil }
        return phrases.decimal("\(weight.magnitude)")
    }

    /// "Kafka (weight 2)": all of it, for a line of its own.
    public func whole(_ rule: Rule) -> String {
        target(rule) + (weight(rule).map { " (\(phrases("checklist.weight", ["weight": $0])))" } ?? "")
    }

    /// "A yes counts 2 for Kafka.": what the answer is asked for.
    public func meaning(_ rule: Rule) -> String {
        switch rule.target {
        case .signal(let option, let signed, let qualifier):
            let (who, option) = (whoever(rule), qualified(option, qualifier))
            switch (signed < 0, weight(rule)) {
            case (false, nil): return phrases("rules.counts-for", ["who": who, "option": option])
            case (false, let weight?):
                return phrases("rules.counts-for-weight", ["who": who, "weight": weight, "option": option])
            case (true, nil): return phrases("rules.counts-against", ["who": who, "option": option])
            case (true, let weight?):
                return phrases(
                    "rules.counts-against-weight", ["who": who, "weight": weight, "option": option])
            }
        case .gate(let option):
            guard rule.testText != "yes" else {
                return phrases("rules.without-yes", ["yes": phrases.yes, "option": name(option)])
            }
            return phrases("rules.without", ["test": rule.testText, "option": name(option)])
        case .fallback(let option, _):
            return phrases("rules.means-start", ["yes": phrases.yes, "option": name(option)])
        }
    }

    /// What a question is asked for: the rules that test it, and the tables that read it.
    func meaning(ofQuestion question: Int, in logic: Logic) -> String {
        let rules = logic.rules(testing: question).map(meaning)
        let tables = logic.tables(reading: question).map {
            phrases("quotes.name", ["name": logic.tables[$0].name])
        }
        let read =
            tables.isEmpty
            ? [] : [phrases("rules.read-by", count: tables.count, ["tables": phrases.list(tables, .and)])]
        let all = rules + read
        return all.isEmpty ? phrases("rules.unasked") : all.joined(separator: " ")
    }

    /// "A yes", "An answer ‘> 500’", "It": what it takes.
    private func whoever(_ rule: Rule) -> String {
        if rule.question == nil { return phrases("rules.it") }
        return rule.testText == "yes"
            ? phrases("rules.a-yes", ["yes": phrases.yes])
            : phrases("rules.an-answer", ["test": rule.testText])
    }

    /// "for Kafka, weight 2": what an answer did.
    public func effect(_ fired: FiredRule, of rule: Rule) -> String { effect(fired.effect, of: rule) }

    /// What a rule says when it does something.
    func effect(_ effect: FiredRule.Effect, of rule: Rule) -> String {
        switch effect {
        case .signalled(let option, let signed):
            var option = name(option)
            if signed >= 0, case .signal(_, _, let qualifier?) = rule.target { option += " \(qualifier)" }
            switch (signed < 0, weight(rule)) {
            case (false, nil): return phrases("rules.for", ["option": option])
            case (false, let weight?):
                return phrases("rules.for-weight", ["option": option, "weight": weight])
            case (true, nil): return phrases("rules.against", ["option": option])
            case (true, let weight?):
                return phrases("rules.against-weight", ["option": option, "weight": weight])
            }
        case .openedGate(let option): return phrases("rules.allows", ["option": name(option)])
        case .closedGate(let option): return phrases("rules.rules-out", ["option": name(option)])
        case .askedToStart(let option): return phrases("verdict.start-with", ["option": name(option)])
        }
    }
}
