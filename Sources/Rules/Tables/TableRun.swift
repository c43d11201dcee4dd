import FoundationEssentials

/// The decision tables carried out on complete answers, value by value: which rules make the results.
///
/// The diagram knows what is recommended but not why. This says it, without compiling anything.
struct TableRun {
    /// For each table whether each of its rules is among those that make the result.
    private(set) var rowHits: [[Bool?]]
    private let program: Program
    private let cells: [Int?]
    private let known: [Value?]
    /// What each table puts out, by table.
    private var terminals: [Int: TableTerminal] = [:]
    /// Whether each rule of each table matches.
    private var matches: [Int: [Bool]] = [:]

    /// - Parameters:
    ///   - cells: the cell of each question's answer.
    ///   - known: the answers themselves, where there is more to them than their cell.
    init(of program: Program, cells: [Int?], known: [Value?]) {
        self.program = program
        self.cells = cells
        self.known = known
        rowHits = program.tables.map { _ in [] }
        for index in program.tableOrder { run(index) }
    }

    /// What each table puts out.
    var results: [TableTerminal?] { program.tables.indices.map { terminals[$0] } }

    private mutating func run(_ index: Int) {
        let table = program.tables[index]
        let inputs = table.inputs.map { value(of: $0.subject) }
        let matches = table.rows.map { row in zip(row.tests, inputs).allSatisfy { $0.isAny || $0.matches($1) }
        }
        self.matches[index] = matches
        rowHits[index] = table.hits(matches)
        let ranks = Ranks(of: table)
        var state = TableState.none
        for row in table.rows.indices where rowHits[index][row] == true {
            state = TableState.first(row, of: table, ranks).joined(with: state, table.policy)
        }
        terminals[index] = state.terminal(of: table, ranks)
    }

    private func value(of subject: DecisionTable.Subject) -> Value {
        switch subject {
        case .question(let question):
            if let value = known[question] { return value }
            return cells[question].map {
                program.domains[question].cells[$0].sample(of: program.questions[question].type)
            } ?? .null
        case .output(let table, let column):
            return terminals[table]?.value(column, program.tables[table].policy) ?? .null
        case .tally(let option): return .number(tally(of: option))
        case .viable(let option): return .boolean(program.gates[option].allSatisfy(holds))
        case .expression(let index):
            guard program.expressions.indices.contains(index) else { return .null }
            let expression = program.expressions[index]
            return expression.expression.evaluate { name in
                expression.nameIndices.firstIndex(of: name).map { value(of: expression.subjects[$0]) }
                    ?? .null
            }
        }
    }

    private func holds(_ rule: Int) -> Bool {
        switch program.rules[rule].condition {
        case .answer(let question, let holding): cells[question].map(holding.contains) ?? false
        case .row(let table, let row): matches[table]?[row] ?? false
        }
    }

    private func tally(of option: Int) -> Number {
        program.signals[option].reduce(0) { sum, signal in
            guard case .signal(_, let weight, _) = program.rules[signal].target, holds(signal) else {
                return sum
            }
            return sum + weight
        }
    }
}
