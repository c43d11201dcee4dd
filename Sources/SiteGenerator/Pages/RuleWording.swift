public import Decisions
import FoundationEssentials
public import Rules

/// A rule in words: the same ones on pages and in the terminal.
public struct RuleWording: Sendable {
    private let framework: Framework

    /// Words the rules of a framework.
    public init(of framework: Framework) { self.framework = framework }

    private func name(_ option: Int) -> String { framework.options[option].name }

    /// "Kafka", "not Kafka", "Start with SQS; measure first": what is behind the arrow, without its weight.
    public func target(_ rule: Rule) -> String {
        switch rule.target {
        case .signal(let option, let weight, let qualifier):
            (weight < 0 ? "not " : "") + name(option) + (qualifier.map { " \($0)" } ?? "")
        case .gate, .fallback: rule.targetText
        }
    }

    /// "Kafka": the option that a rule speaks of.
    func option(of rule: Rule) -> String { name(rule.target.option) }

    /// "2"; `nil` where it is one, or where a rule has none.
    public func weight(_ rule: Rule) -> String? {
        guard case .signal(_, let weight, _) = rule.target, weight.magnitude != 1 else { return nil }
        return "\(weight.magnitude)"
    }

    /// "Kafka (weight 2)": all of it, for a line of its own.
    public func whole(_ rule: Rule) -> String {
        target(rule) + (weight(rule).map { " (weight \($0))" } ?? "")
    }

    /// "A yes counts 2 for Kafka.": what the answer is asked for.
    public func meaning(_ rule: Rule) -> String {
        switch rule.target {
        case .signal(let option, let signed, let qualifier):
            let count = weight(rule).map { "counts \($0)" } ?? "counts"
            return
                "\(whoever(rule)) \(count) \(signed < 0 ? "against" : "for") \(name(option))\(qualifier.map { " \($0)" } ?? "")."
        case .gate(let option):
            let test = rule.testText == "yes" ? "a yes" : "‘\(rule.testText)’"
            return "Without \(test), \(name(option)) is ruled out."
        case .fallback(let option, _): return "A yes means to start with \(name(option)) for now."
        }
    }

    /// What a question is asked for: the rules that test it, and the tables that read it.
    func meaning(ofQuestion question: Int, in logic: Logic) -> String {
        let rules = logic.rules(testing: question).map(meaning)
        let tables = logic.tables(reading: question).map { "‘\(logic.tables[$0].name)’" }
        let read =
            tables.isEmpty
            ? [] : ["Read by the table\(tables.count == 1 ? "" : "s") \(joined(tables, with: "and"))."]
        let all = rules + read
        return all.isEmpty ? "No rule asks for it." : all.joined(separator: " ")
    }

    /// "A yes", "An answer ‘> 500’", "The rule": what it takes.
    private func whoever(_ rule: Rule) -> String {
        if rule.question == nil { return "It" }
        return rule.testText == "yes" ? "A yes" : "An answer ‘\(rule.testText)’"
    }

    /// "for Kafka, weight 2": what an answer did.
    public func effect(_ fired: FiredRule, of rule: Rule) -> String { effect(fired.effect, of: rule) }

    /// What a rule says when it does something.
    func effect(_ effect: FiredRule.Effect, of rule: Rule) -> String {
        let strength = weight(rule).map { ", weight \($0)" } ?? ""
        switch effect {
        case .signalled(let option, let weight):
            if weight < 0 { return "against \(name(option))\(strength)" }
            guard case .signal(_, _, let qualifier?) = rule.target else {
                return "for \(name(option))\(strength)"
            }
            return "for \(name(option)) \(qualifier)\(strength)"
        case .openedGate(let option): return "allows \(name(option))"
        case .closedGate(let option): return "rules out \(name(option))"
        case .askedToStart(let option): return "start with \(name(option))"
        }
    }
}
