/// A rule set that was read without error: all references are indices, and what each option depends on is
/// spelled out. Diagrams are compiled from it, and the state of single options is read off it.
struct Program: Sendable {
    let options: [Option]
    let questions: [Question]
    let domains: [Domain]
    let rules: [Rule]
    /// The rule that names the fallback.
    let fallback: Int?
    /// For each option its signals, by rule.
    let signals: [[Int]]
    /// For each option its gates and those of all that it combines, by rule.
    let gates: [[Int]]
    /// For each option the options that combine nothing of which it is made, however deep; empty for an
    /// option that combines nothing itself.
    let atoms: [[Int]]
    /// The questions in the order of the diagram.
    let order: [Int]

    init(options: [Option], questions: [Question], rules: [Rule], parts: CompositeParts) {
        self.options = options
        self.questions = questions
        self.rules = rules
        domains = questions.map { Domain(of: $0.type) }
        atoms = parts.atoms
        fallback = rules.firstIndex { if case .fallback = $0.target { true } else { false } }
        func indices(of option: Int, where holds: (Target) -> Bool) -> [Int] {
            rules.indices.filter { rules[$0].target.option == option && holds(rules[$0].target) }
        }
        signals = options.indices.map { option in
            indices(of: option) { if case .signal = $0 { true } else { false } }
        }
        let ownGates = options.indices.map { option in
            indices(of: option) { if case .gate = $0 { true } else { false } }
        }
        gates = options.indices.map { option in
            ([option] + parts.all[option]).flatMap { ownGates[$0] }.sorted()
        }
        order = Program.order(
            rules: rules, fallback: fallback, ownGates: ownGates, signals: signals, atoms: atoms,
            questionCount: questions.count)
    }

    /// The options in the order in which they are weighed: those that combine nothing first, since whether
    /// a composite is exactly what is favoured is known once they are.
    var weighingOrder: [Int] {
        options.indices.filter { atoms[$0].isEmpty } + options.indices.filter { !atoms[$0].isEmpty }
    }

    /// The fallback's option.
    var fallbackOption: Int? { fallback.map { rules[$0].target.option } }

    /// A good order of variables: the reader's question on top, then option by option its gates and its
    /// signals. Once all questions of an option are passed, only its standing has to be remembered.
    private static func order(
        rules: [Rule], fallback: Int?, ownGates: [[Int]], signals: [[Int]], atoms: [[Int]], questionCount: Int
    ) -> [Int] {
        let grouped =
            atoms.indices.filter { atoms[$0].isEmpty } + atoms.indices.filter { !atoms[$0].isEmpty }
        let byOption = grouped.flatMap { ownGates[$0] + signals[$0] }.map { rules[$0].question }
        var seen = Set<Int>()
        return ((fallback.map { [rules[$0].question] } ?? []) + byOption + Array(0..<questionCount))
            .filter { seen.insert($0).inserted }
    }
}
