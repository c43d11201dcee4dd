/// Words the default recommendation (FORMATS 1.6) for one framework. Only rows that can apply are given:
/// the diagram knows which.
struct DefaultRules {
    private(set) var rows: [DefaultRule] = []
    private let program: Program
    /// The ways in which steps 4 to 6 can end; `nil` where there is no diagram to tell.
    private let grounds: Set<Ground>?

    init(of program: Program, diagram: Diagram?) {
        self.program = program
        grounds = diagram.map { diagram in
            let reached = diagram.reachable(
                from: diagram.withoutReader, cells: diagram.variables.map { _ in nil })
            return Set(reached.map { diagram.outcomes[$0].ground })
        }
        // What a table recommends is shown as that table.
        guard program.recommendation == nil else { return }
        addStart()
        addGates()
        addComposites()
        addTallies()
        addOtherwise()
    }

    private mutating func add(
        _ kind: DefaultRule.Kind, when: String, then: String, options: [Int] = [], rule: Int? = nil
    ) {
        rows.append(
            DefaultRule(
                number: rows.count + 1, kind: kind, when: when, then: then, options: options, rule: rule))
    }

    private func names(_ options: [Int]) -> String { options.map { program.options[$0].name }.joinedAsList() }

    private func canEnd(_ isEnd: (Ground) -> Bool, otherwise: Bool) -> Bool {
        grounds?.contains(where: isEnd) ?? otherwise
    }

    private mutating func addStart() {
        guard let fallback = program.fallback else { return }
        let rule = program.rules[fallback]
        guard let index = rule.question, program.questions[index].isAsked else { return }
        let question = program.questions[index]
        add(
            .askedToStart, when: "unsure (\(question.name): yes)", then: startText(fallback),
            options: [program.rules[fallback].target.option], rule: fallback)
    }

    private func startText(_ fallback: Int) -> String {
        guard case .fallback(let option, let advice) = program.rules[fallback].target else { return "" }
        return "Start with \(program.options[option].name)" + (advice.map { "; \($0)" } ?? "")
    }

    private mutating func addGates() {
        for rule in program.rules {
            guard case .gate = rule.target, let question = rule.question else { continue }
            let options = program.options.indices.filter { program.gates[$0].contains(rule.index) }
            add(
                .gate,
                when:
                    "\(program.questions[question].name) is not \(rule.testText == "yes" ? "answered yes" : rule.testText)",
                then: "\(names(options)) \(options.count == 1 ? "is" : "are") ruled out", options: options,
                rule: rule.index)
        }
    }

    private mutating func addComposites() {
        let atomCount = program.atoms.count(where: \.isEmpty)
        var seen = Set<[Int]>()
        for atoms in program.atoms where !atoms.isEmpty && seen.insert(atoms).inserted {
            let composites = program.options.indices.filter { program.atoms[$0] == atoms }.filter {
                composite in
                canEnd(
                    { ground in
                        switch ground {
                        case .composite(let option, _): option == composite
                        case .tiedComposites(let options): options.contains(composite)
                        default: false
                        }
                    }, otherwise: true)
            }
            guard !composites.isEmpty else { continue }
            let favoured =
                switch atoms.count {
                case 1: "\(names(atoms)) is favoured"
                case 2: "\(names(atoms)) are both favoured"
                default: "\(names(atoms)) are all favoured"
                }
            add(
                .composite, when: favoured + (atoms.count < atomCount ? ", and nothing else" : ""),
                then: composites.count == 1 ? names(composites) : "a tie between \(names(composites))",
                options: composites)
        }
    }

    private mutating func addTallies() {
        let single = canEnd({ if case .favoured = $0 { true } else { false } }, otherwise: true)
        if single {
            // Behind gates alone "otherwise" would read as their reverse.
            let isElse = rows.last?.kind == .composite
            add(
                .highestTally, when: isElse ? "otherwise" : "something is favoured",
                then: "the option with the most in its favour")
        }
        if canEnd({ if case .tie = $0 { true } else { false } }, otherwise: true) {
            add(.tie, when: "several have equally much in their favour", then: "a tie between them")
        }
    }

    private mutating func addOtherwise() {
        guard canEnd({ $0 == .fallback || $0 == .nothing || $0 == .matrix }, otherwise: true) else { return }
        if let fallback = program.fallback {
            add(
                .otherwise, when: "nothing else decides", then: startText(fallback),
                options: [program.rules[fallback].target.option], rule: fallback)
        } else if let winners = program.matrix?.winners, !winners.isEmpty {
            add(
                .otherwise, when: "nothing favoured",
                then: "the highest total of the weighted comparison: \(names(winners))", options: winners)
        } else {
            add(.otherwise, when: "nothing else decides", then: "no recommendation")
        }
    }
}
