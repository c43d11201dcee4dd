import Decisions
import FoundationEssentials
import Languages
import Rules

/// What the answers say for and against an option, added up.
public struct Tally: Sendable {
    /// The option.
    public let option: Int
    /// Its name.
    public let name: String
    /// The sum of the answers so far: "4", "−1".
    public let total: String
    /// What speaks for it.
    public let votesFor: [Vote]
    /// What speaks against it.
    public let votesAgainst: [Vote]
    /// What may yet do either.
    public let open: [Vote]

    /// An answer that counts, or would.
    public struct Vote: Sendable {
        /// The question; `nil` where it is a rule of a table.
        public let question: Int?
        /// Its short name, or the rule's.
        public let name: String
        /// "+2", "−1".
        public let weight: String
    }
}

extension VerdictWording {
    /// The tally of each option that a rule of the framework speaks of; none where nothing is counted yet.
    public var tallies: [Tally] {
        guard let logic = framework.logic else { return [] }
        let all = verdict.standings.filter { standing in
            logic.atoms(of: standing.option).isEmpty
                || logic.rules.contains {
                    if case .signal(standing.option, _, _) = $0.target { true } else { false }
                }
        }.map { standing in
            Tally(
                option: standing.option, name: name(standing.option), total: phrases.signed(standing.tally),
                votesFor: votes(standing.signalsFor, logic),
                votesAgainst: votes(standing.signalsAgainst, logic),
                open: votes(standing.signalsOpen, logic))
        }
        return all.contains { !$0.votesFor.isEmpty || !$0.votesAgainst.isEmpty } ? all : []
    }

    private func votes(_ signals: [SignalReason], _ logic: Logic) -> [Tally.Vote] {
        signals.map { signal in
            let rule = logic.rules[signal.rule]
            let weight = (signal.weight < 0 ? "" : "+") + phrases.signed(signal.weight)
            return Tally.Vote(
                question: rule.question, name: logic.name(of: rule, in: phrases), weight: weight)
        }
    }
}
