import Decisions
import Foundation
import Diagnostics
import Rules

/// A verdict as `assess --json` prints it. The README documents the fields; they are a contract.
struct VerdictOutput: Encodable {
    let framework: String
    let decided: Bool
    let exact: Bool
    let recommendations: [Recommended]
    let possible: [[String]]
    let leadsTo: [[String]]?
    let signals: [OptionSignals]
    let blocked: [BlockedOption]
    let open: [Open]
    let rules: [Fired]
    let tables: [TableOutput]
    let whatWouldChange: ChangesOutput
    let next: NextOutput

    struct Recommended: Encodable {
        let option: String
        let name: String
        let qualifiers: [String]
        let startingPoint: Bool
    }

    struct OptionSignals: Encodable {
        let option: String
        let tally: Decimal
        let `for`: [Signal]
        let against: [Signal]
    }

    struct Signal: Encodable {
        let question: String?
        let weight: Decimal
        let qualifier: String?
        let file: String
        let line: Int
    }

    struct BlockedOption: Encodable {
        let option: String
        let gates: [String]
    }

    struct Open: Encodable {
        let question: String
        let ask: String
        let matters: Bool
    }

    struct Fired: Encodable {
        let question: String?
        let target: String
        let effect: String
        let option: String
        let reason: String?
        let file: String
        let line: Int
    }

    init(_ verdict: Verdict, framework: Framework, logic: Logic, answers: Answers) {
        let option = { (index: Int) in logic.options[index].id }
        let question = { (index: Int) in logic.questions[index].id }
        let signal = { (reason: SignalReason) in
            let rule = logic.rules[reason.rule]
            return Signal(
                question: rule.question.map(question), weight: reason.weight, qualifier: reason.qualifier,
                file: rule.location.file, line: rule.location.line)
        }
        self.framework = framework.id
        decided = verdict.decided
        exact = verdict.isExact
        recommendations = verdict.recommendations.map {
            Recommended(
                option: option($0.option), name: logic.options[$0.option].name, qualifiers: $0.qualifiers,
                startingPoint: $0.startingPoint)
        }
        possible = verdict.possible.map { $0.options.map(option) }
        leadsTo = verdict.leadsTo?.map { $0.options.map(option) }
        signals = verdict.standings.map {
            OptionSignals(
                option: option($0.option), tally: $0.tally, for: $0.signalsFor.map(signal),
                against: $0.signalsAgainst.map(signal))
        }
        blocked = verdict.blocked.map {
            BlockedOption(option: option($0.option), gates: $0.gates.map(question))
        }
        open = verdict.open.map {
            Open(question: question($0.question), ask: logic.questions[$0.question].ask, matters: $0.matters)
        }
        rules = verdict.fired.map { fired in
            let rule = logic.rules[fired.rule]
            let (effect, index) = Self.words(fired.effect)
            return Fired(
                question: rule.question.map(question), target: rule.targetText, effect: effect,
                option: option(index),
                reason: rule.reason, file: rule.location.file, line: rule.location.line)
        }
        tables = TableOutput.all(of: verdict, in: logic)
        whatWouldChange = ChangesOutput(logic.changes(from: answers), logic)
        next = NextOutput(logic.nextQuestions(given: answers), logic)
    }

    private static func words(_ effect: FiredRule.Effect) -> (String, Int) {
        switch effect {
        case .signalled(let option, let weight): (weight < 0 ? "against" : "for", option)
        case .openedGate(let option): ("opened-gate", option)
        case .closedGate(let option): ("closed-gate", option)
        case .askedToStart(let option): ("start", option)
        }
    }
}
