/// What a table makes of the answers, as diagrams.
struct TableResult {
    /// What each output column holds, over values.
    let columns: [Int32]
    /// Whether each rule's tests all hold, over truths.
    let matches: [Int32]
    /// What the table as a whole puts out, over `TableTerminal`s.
    let root: Int32
    /// The terminals of `root`.
    let terminals: Interner<TableTerminal>
}

/// What the rules of a decision table that match make together.
public enum TableTerminal: Hashable, Sendable {
    /// No rule matches.
    case none
    /// More rules match than may (U), or they disagree (A).
    case violated
    /// These outputs, in this order; for a single hit just one.
    case outputs([[Value]])
}

// The hit policies of DMN 1.5, 8.2.10, each as an operation that joins what two sets of rules make. All are associative and
// commutative, so that rules can be joined in the order that keeps diagrams small.
extension Compiler {
    /// What a table puts out. All that it reads is compiled before it.
    mutating func result(of index: Int) throws(LimitExceeded) -> TableResult {
        let table = program.tables[index]
        var columns: [[Int32]] = []
        for input in table.inputs { columns.append([try value(of: input.subject)]) }
        var matches: [Int32] = []
        for row in table.rows {
            var match = ~Compiler.isTrue
            // Last columns first: what lies deeper is joined before what lies above it.
            for (column, test) in row.tests.enumerated().reversed() where !test.isAny {
                let held = try holds(test, table.inputs[column].subject, columns[column][0])
                match = try builder.combine(match, held, known: Compiler.andKnown) { $0 & $1 }
            }
            matches.append(match)
        }
        let ranks = Ranks(of: table)
        var states = Interner<TableState>()
        let none = states.number(of: .none)
        var root = ~none
        let deepFirst = matches.indices.sorted {
            (builder.level(matches[$1]), $1) < (builder.level(matches[$0]), $0)
        }
        for row in deepFirst {
            let own = states.number(of: .first(row, of: table, ranks))
            root = try builder.combine(matches[row], root) { a, b in
                if a == ~Compiler.isFalse { return b }
                return a == ~Compiler.isTrue && b == ~none ? ~own : nil
            } _: { matched, state in
                matched == Compiler.isTrue
                    ? states.number(of: states[own].joined(with: states[state], table.policy)) : state
            }
        }
        var terminals = Interner<TableTerminal>()
        let result = try builder.map(root) { terminals.number(of: states[$0].terminal(of: table, ranks)) }
        var outputs: [Int32] = []
        for column in table.outputs.indices {
            outputs.append(
                try builder.map(result) { values.number(of: terminals[$0].value(column, table.policy)) })
        }
        return TableResult(columns: outputs, matches: matches, root: result, terminals: terminals)
    }

    static func andKnown(_ a: Int32, _ b: Int32) -> Int32? {
        if a == ~isFalse || b == ~isFalse { return ~isFalse }
        if a == ~isTrue { return b }
        return b == ~isTrue ? a : nil
    }

    /// Whether a test holds of what a subject is.
    private mutating func holds(
        _ test: UnaryTests, _ subject: DecisionTable.Subject, _ root: Int32
    ) throws(LimitExceeded) -> Int32 {
        try builder.map(root) { test.matches(values[$0]) ? Compiler.isTrue : Compiler.isFalse }
    }

    /// What a subject is, as a diagram over values.
    mutating func value(of subject: DecisionTable.Subject) throws(LimitExceeded) -> Int32 {
        switch subject {
        case .question(let question): return try value(ofQuestion: question)
        case .output(let table, let column):
            return results[table]?.columns[column] ?? ~values.number(of: .null)
        case .tally(let option): return try tally(of: option)
        case .viable(let option):
            return try builder.map(try viability(of: option)) {
                values.number(of: .boolean($0 == Compiler.isTrue))
            }
        case .expression(let index):
            guard program.expressions.indices.contains(index) else { return ~values.number(of: .null) }
            return try value(ofExpression: index)
        }
    }

    private mutating func value(ofQuestion question: Int) throws(LimitExceeded) -> Int32 {
        if let value = known[question] { return ~values.number(of: value) }
        let cells = program.domains[question].cells
        let type = program.questions[question].type
        if let cell = given[question] { return ~values.number(of: cells[cell].sample(of: type)) }
        return try builder.node(
            level: levels[question], children: cells.map { ~values.number(of: $0.sample(of: type)) })
    }

    private mutating func value(ofExpression index: Int) throws(LimitExceeded) -> Int32 {
        let expression = program.expressions[index]
        let condition = program.conditions.firstIndex(of: index)
        var operands: [Int32] = []
        for subject in expression.subjects { operands.append(try value(of: subject)) }
        func evaluated(_ operands: [Value]) -> Value {
            expression.expression.evaluate { name in
                expression.nameIndices.firstIndex(of: name).map { operands[$0] } ?? .null
            }
        }
        if let condition {
            let input = program.questions.count + condition
            if isKnown(expression), operands.allSatisfy({ $0 < 0 }) {
                return ~values.number(of: evaluated(operands.map { values[~$0] }))
            }
            if let cell = given[input] {
                return ~values.number(of: program.domains[input].cells[cell].sample(of: nil))
            }
            return try builder.node(
                level: levels[input],
                children: program.domains[input].cells.map { ~values.number(of: $0.sample(of: nil)) })
        }
        var tuples = Interner<[Value]>()
        var root = ~tuples.number(of: [])
        for operand in operands {
            root = try builder.combine(root, operand) { tuple, value in
                tuples.number(of: tuples[tuple] + [values[value]])
            }
        }
        return try builder.map(root) { values.number(of: evaluated(tuples[$0])) }
    }

    /// Whether the answers that an expression reckons with are known themselves, not only their cells.
    private func isKnown(_ expression: TableExpression) -> Bool {
        expression.subjects.allSatisfy { subject in
            guard case .question(let question) = subject else { return true }
            return known[question] != nil || !program.questions[question].type.labels.isEmpty
        }
    }

    /// What a table recommends, as a diagram over outcomes.
    mutating func recommended(
        by index: Int, _ outcomes: inout Interner<Outcome>
    ) throws(LimitExceeded) -> Int32 {
        guard let result = results[index],
            let column = program.tables[index].outputs.firstIndex(where: \.isOption)
        else { return ~outcomes.number(of: Outcome(options: [], ground: .nothing)) }
        let program = program
        return try builder.map(result.root) { terminal in
            outcomes.number(of: Compiler.outcome(result.terminals[terminal], column, of: index, in: program))
        }
    }

    private static func outcome(
        _ terminal: TableTerminal, _ column: Int, of table: Int, in program: Program
    ) -> Outcome {
        switch terminal {
        case .violated: return Outcome(options: [], ground: .violated(table: table))
        case .none: return Outcome(options: [], ground: .nothing)
        case .outputs(let rows):
            let options = Set(
                rows.compactMap { row in
                    program.options.firstIndex { row[column] == .string($0.name) }
                })
            return options.isEmpty
                ? Outcome(options: [], ground: .nothing)
                : Outcome(options: options.sorted(), ground: .table(table))
        }
    }

    /// What each table puts out, where that is certain.
    var tableResults: [TableTerminal?] {
        program.tables.indices.map { index in
            guard let result = results[index], result.root < 0 else { return nil }
            return result.terminals[~result.root]
        }
    }

    /// For each table whether each of its rules is among those that make the result, where that is certain.
    func rowHits() -> [[Bool?]] {
        program.tables.indices.map { index in
            guard let result = results[index] else { return program.tables[index].rows.map { _ in nil } }
            let matches = result.matches.map { $0 < 0 ? ~$0 == Compiler.isTrue : nil }
            return program.tables[index].hits(matches)
        }
    }
}

extension DecisionTable {
    /// Which rules are among those that make the result, by which of them match; `nil` while that is open.
    func hits(_ matches: [Bool?]) -> [Bool?] {
        guard let order = rankOrder else { return matches }
        var hits = matches
        var isTaken: Bool? = false
        for row in order {
            switch (isTaken, matches[row]) {
            case (true, _), (_, false): hits[row] = false
            case (false, let match): hits[row] = match
            case (nil, _): hits[row] = nil
            }
            isTaken =
                isTaken == true || matches[row] == true
                ? true : isTaken == false && matches[row] == false ? false : nil
        }
        return hits
    }

    /// The rules, those first that come before the others; `nil` where all that match make the result.
    var rankOrder: [Int]? {
        guard policy == .first || policy == .priority else { return nil }
        let ranks = Ranks(of: self)
        return rows.indices.sorted { ranks.isBefore($0, $1) }
    }
}
