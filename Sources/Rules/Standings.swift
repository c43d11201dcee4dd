import FoundationEssentials

/// The state of single options and rules under some answers: tallies so far, gates, what fired.
struct Standings {
    let all: [Standing]
    let fired: [FiredRule]

    /// The options that the answers favour and a gate answered *no* forbids.
    var blocked: [Blocked] {
        all.filter { $0.tally > 0 && $0.isViable == false }.map { standing in
            let unmet = standing.gates.filter { $0.isMet == false }
            return Blocked(option: standing.option, gates: unmet.map(\.question), rules: unmet.map(\.rule))
        }
    }

    init(of program: Program, cells: [Int?]) {
        all = program.options.indices.map { Standings.standing(of: $0, in: program, cells: cells) }
        fired = program.rules.compactMap { rule in
            rule.effect(in: cells).map { FiredRule(rule: rule.index, effect: $0) }
        }
    }

    /// The qualifiers of the signals for an option that are answered, each once, in the author's order.
    static func qualifiers(of option: Int, in program: Program, cells: [Int?]) -> [String] {
        var seen = Set<String>()
        return signals(of: option, in: program, cells: cells, where: true).filter { $0.weight >= 0 }
            .compactMap(\.qualifier).filter { seen.insert($0).inserted }
    }

    /// The signals of an option that hold, that do not, or (`nil`) of which that is open.
    private static func signals(
        of option: Int, in program: Program, cells: [Int?], where holds: Bool?
    ) -> [SignalReason] {
        program.signals[option].compactMap { index in
            let rule = program.rules[index]
            guard case .signal(_, let weight, let qualifier) = rule.target, rule.holds(in: cells) == holds
            else { return nil }
            return SignalReason(rule: index, weight: weight, qualifier: qualifier)
        }
    }

    private static func standing(of option: Int, in program: Program, cells: [Int?]) -> Standing {
        let signals = signals(of: option, in: program, cells: cells, where: true)
        let gates = program.gates[option].map { index in
            let rule = program.rules[index]
            return GateReason(
                rule: index, question: rule.question, option: rule.target.option, isMet: rule.holds(in: cells)
            )
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
            signalsMissed: Standings.signals(of: option, in: program, cells: cells, where: false).filter {
                $0.weight > 0
            },
            signalsOpen: Standings.signals(of: option, in: program, cells: cells, where: nil), gates: gates,
            isViable: isViable,
            isFavoured: tally > 0 && isViable != false)
    }
}

extension Rule {
    /// Whether it holds in the cells that are answered, by question; `nil` while its question is open.
    func holds(in answered: [Int?]) -> Bool? { answered[question].map(cells.contains) }

    /// What it does in these cells; `nil` where nothing.
    fileprivate func effect(in answered: [Int?]) -> FiredRule.Effect? {
        guard let holds = holds(in: answered) else { return nil }
        return switch target {
        case .signal(let option, let weight, _): holds ? .signalled(option: option, weight: weight) : nil
        case .gate(let option): holds ? .openedGate(option: option) : .closedGate(option: option)
        case .fallback(let option, _): holds ? .askedToStart(option: option) : nil
        }
    }
}
