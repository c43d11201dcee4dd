import Diagnostics
import FoundationEssentials

/// A rule set that was read without error: all references are indices, and what each option depends on is
/// spelled out. Diagrams are compiled from it, and the state of single options is read off it.
struct Program: Sendable {
    let options: [Option]
    let questions: [Question]
    let rules: [Rule]
    let tables: [DecisionTable]
    /// The tables, each behind those that it reads.
    let tableOrder: [Int]
    let expressions: [TableExpression]
    /// What a diagram branches on: the questions, and behind them the conditions over several inputs whose cases are not
    /// finitely many, by the index of their expression.
    let conditions: [Int]
    /// The cells of each input: of the questions, then of the conditions.
    let domains: [Domain]
    var matrix: WeightedMatrix?
    /// What answers are called in sentences.
    var phrases = AnswerPhrases.english
    /// The rule that names the fallback.
    let fallback: Int?
    /// For each option its signals, by rule.
    let signals: [[Int]]
    /// For each option its gates and those of all that it combines, by rule.
    let gates: [[Int]]
    /// For each option the options that combine nothing of which it is made, however deep; empty for an
    /// option that combines nothing itself.
    let atoms: [[Int]]
    /// How likely the cells of each input are.
    let likelihood: [[Double]]
    /// The inputs in the order of the diagram.
    let order: [Int]

    init(
        options: [Option], items: ItemReading, tables: TableReading, parts: CompositeParts,
        matrix: WeightedMatrix?, likelihood: [String: [String: Number]]
    ) {
        self.options = options
        self.matrix = matrix
        questions = items.questions
        self.tables = tables.tables
        tableOrder = tables.order
        expressions = tables.expressions
        let inputs = InputCells(items: items, tables: tables)
        let domains = inputs.domains
        self.domains = domains
        conditions = inputs.conditions
        self.likelihood = Program.likelihood(likelihood, items.questions, domains)
        var rules = items.drafts.enumerated().map { index, draft in
            draft.rule(
                index: index, cells: domains[draft.question], of: items.questions[draft.question].type)
        }
        for (table, decision) in tables.tables.enumerated() where decision.role == .favours {
            for row in decision.rows.indices {
                if let rule = Program.rule(rules.count, table: table, row: row, of: decision) {
                    rules.append(rule)
                }
            }
        }
        self.rules = rules
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
            inputCount: domains.count)
    }

    /// A row of a table of favours as a rule; `nil` where it names no option.
    private static func rule(_ index: Int, table: Int, row: Int, of decision: DecisionTable) -> Rule? {
        let own = decision.rows[row]
        guard let option = own.option else { return nil }
        let written = zip(decision.outputs, own.outputs).first { !$0.isOption && $1.number != nil }?.1.number
        // Beside a column of weights a cell says at most that the rule counts against its option.
        let weight = own.weight * (written ?? 1)
        return Rule(
            index: index, condition: .row(table: table, row: row), testText: own.testText(decision),
            target: .signal(option: option, weight: weight, qualifier: own.qualifier),
            targetText: own.texts.dropFirst(decision.inputs.count).first ?? "", reason: own.reason,
            location: own.location)
    }

    /// The table that says what is recommended.
    var recommendation: Int? { tables.firstIndex { $0.role == .recommendation } }

    /// The options in the order in which they are weighed: those that combine nothing first, since whether
    /// a composite is exactly what is favoured is known once they are.
    var weighingOrder: [Int] {
        options.indices.filter { atoms[$0].isEmpty } + options.indices.filter { !atoms[$0].isEmpty }
    }

    /// What an input is called, and where it is asked or written.
    func source(ofInput input: Int) -> (name: String, location: SourceLocation) {
        if input < questions.count { return (questions[input].name, questions[input].location) }
        let expression = expressions[conditions[input - questions.count]]
        return (expression.text, expression.location)
    }

    /// The questions that a condition's value may depend on.
    func questions(behindCondition input: Int) -> Set<Int> {
        questions(behind: [.expression(conditions[input - questions.count])])
    }

    /// The questions that some subjects may depend on.
    func questions(behind subjects: [DecisionTable.Subject]) -> Set<Int> {
        var found = Set<Int>()
        var seen = Set<DecisionTable.Subject>()
        var waiting = subjects
        while let subject = waiting.popLast() {
            guard seen.insert(subject).inserted else { continue }
            switch subject {
            case .question(let question): found.insert(question)
            case .expression(let index) where expressions.indices.contains(index):
                waiting += expressions[index].subjects
            case .expression: break
            case .output(let table, _): waiting += tables[table].inputs.map(\.subject)
            case .viable(let option): found.formUnion(gates[option].compactMap { rules[$0].question })
            case .tally(let option):
                for signal in signals[option] {
                    switch rules[signal].condition {
                    case .answer(let question, _): found.insert(question)
                    case .row(let table, _): waiting += tables[table].inputs.map(\.subject)
                    }
                }
            }
        }
        return found
    }

    /// The cell in which the reader's question lies while it is unanswered: it is not asserted, so that the fallback's rule
    /// does not hold. `nil` for all other questions.
    func unassertedCell(ofQuestion question: Int) -> Int? {
        guard let fallback, rules[fallback].question == question else { return nil }
        return domains[question].cells.indices.first { !rules[fallback].cells.contains($0) }
    }

    /// For each input the only cell that it can have: that of a fallback's question that asks nothing; `nil` for the others.
    var unaskedCells: [Int?] {
        domains.indices.map { input in
            questions.indices.contains(input) && !questions[input].isAsked
                ? unassertedCell(ofQuestion: input) : nil
        }
    }

    /// Whether the question of a rule takes an answer.
    func isAsked(_ rule: Rule) -> Bool { rule.question.map { questions[$0].isAsked } ?? true }

    /// The fallback's option.
    var fallbackOption: Int? { fallback.map { rules[$0].target.option } }

    /// A good order of variables: the reader's question on top, then option by option its gates and its
    /// signals. Once all questions of an option are passed, only its standing has to be remembered. What only tables read
    /// follows in the author's order, who puts together what belongs together.
    private static func order(
        rules: [Rule], fallback: Int?, ownGates: [[Int]], signals: [[Int]], atoms: [[Int]], inputCount: Int
    ) -> [Int] {
        let grouped =
            atoms.indices.filter { atoms[$0].isEmpty } + atoms.indices.filter { !atoms[$0].isEmpty }
        let byOption = grouped.flatMap { ownGates[$0] + signals[$0] }.compactMap { rules[$0].question }
        var seen = Set<Int>()
        return
            ((fallback.flatMap { rules[$0].question }.map { [$0] } ?? []) + byOption + Array(0..<inputCount))
            .filter { seen.insert($0).inserted }
    }

    /// The author's weights for labels; all cells alike where there are none, or where they are no labels.
    private static func likelihood(
        _ written: [String: [String: Number]], _ questions: [Question], _ domains: [Domain]
    ) -> [[Double]] {
        domains.enumerated().map { index, domain in
            let weights = questions.indices.contains(index) ? written[questions[index].id] : nil
            return domain.cells.map { cell in
                guard let weights, case .label(let label) = cell else { return 1 }
                let weight = weights.first { $0.key.folded == label.folded }?.value ?? 1
                return Double("\(weight)") ?? 1
            }
        }
    }
}

extension DecisionTable.Row {
    /// The tests of a row in words: `Message rate > 50000, Replay yes`; empty where it holds for all answers.
    public func testText(_ table: DecisionTable) -> String {
        zip(table.inputs, texts).filter { !$1.isEmpty && $1 != "-" }.map { "\($0.text) \($1)" }
            .joined(separator: ", ")
    }
}
