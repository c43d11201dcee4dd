import FoundationEssentials

/// The state of single options and rules under some answers: tallies so far, gates, what fired.
struct Standings {
    let all: [Standing]
    let fired: [FiredRule]
    private let program: Program
    /// Whether each rule holds; `nil` while that is open.
    private let holds: [Bool?]

    /// The options that the answers favour and a gate that is not met forbids.
    var blocked: [Blocked] {
        all.filter { $0.tally > 0 && $0.isViable == false }.map { standing in
            let unmet = standing.gates.filter { $0.isMet == false }
            return Blocked(option: standing.option, gates: unmet.map(\.question), rules: unmet.map(\.rule))
        }
    }

    init(of program: Program, holds: [Bool?]) {
        self.program = program
        self.holds = holds
        all = program.options.indices.map { Standings.standing(of: $0, in: program, holds) }
        fired = program.rules.compactMap { rule in
            holds[rule.index].flatMap(rule.effect).map { FiredRule(rule: rule.index, effect: $0) }
        }
    }

    /// The qualifiers of the signals for an option that hold, each once, in the author's order.
    func qualifiers(of option: Int) -> [String] {
        var seen = Set<String>()
        return Standings.signals(of: option, in: program, holds, where: true).filter { $0.weight >= 0 }
            .compactMap(\.qualifier).filter { seen.insert($0).inserted }
    }

    /// The signals of an option that hold, that do not, or (`nil`) of which that is open.
    private static func signals(
        of option: Int, in program: Program, _ holds: [Bool?], where wanted: Bool?
    ) -> [SignalReason] {
        program.signals[option].compactMap { index in
            guard case .signal(_, let weight, let qualifier) = program.rules[index].target,
                holds[index] == wanted
            else { return nil }
            return SignalReason(rule: index, weight: weight, qualifier: qualifier)
        }
    }

    private static func standing(of option: Int, in program: Program, _ holds: [Bool?]) -> Standing {
        let signals = signals(of: option, in: program, holds, where: true)
        let gates = program.gates[option].compactMap { index -> GateReason? in
            let rule = program.rules[index]
            return rule.question.map {
                GateReason(rule: index, question: $0, option: rule.target.option, isMet: holds[index])
            }
        }
        let isViable: Bool? =
            if gates.contains(where: { $0.isMet == false }) {
                false
            } else {
                gates.allSatisfy { $0.isMet == true } ? true : nil
            }
        let tally = signals.reduce(0) { $0 + $1.weight }
        return Standing(
            option: option, tally: tally, signalsFor: signals.filter { $0.weight >= 0 },
            signalsAgainst: signals.filter { $0.weight < 0 },
            signalsMissed: Standings.signals(of: option, in: program, holds, where: false).filter {
                $0.weight > 0
            },
            signalsOpen: Standings.signals(of: option, in: program, holds, where: nil), gates: gates,
            isViable: isViable,
            isFavoured: tally > 0 && isViable != false)
    }
}

extension Rule {
    /// What it does where it holds, or does not; `nil` where nothing.
    fileprivate func effect(_ holds: Bool) -> FiredRule.Effect? {
        switch target {
        case .signal(let option, let weight, _): holds ? .signalled(option: option, weight: weight) : nil
        case .gate(let option): holds ? .openedGate(option: option) : .closedGate(option: option)
        case .fallback(let option, _): holds ? .askedToStart(option: option) : nil
        }
    }
}
