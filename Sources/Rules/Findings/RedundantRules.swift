import Diagnostics

extension RuleAnalysis {
    /// The rules that change nothing: without them, all at once, each table says what it says now. Under U such a rule
    /// always conflicts with others, and in tallies each rule counts.
    func redundantRules(leavingOut deaf: Set<RowID>) -> (problems: [Diagnostic], rows: Set<RowID>) {
        var problems: [Diagnostic] = []
        var rows = Set<RowID>()
        guard let compiler else { return ([], []) }
        for (index, table) in program.tables.enumerated()
        where table.role != .favours && table.policy != .unique {
            var join = RowJoin(compiler, table: index)
            let found: [Int]
            do throws(DiagramBuilder.LimitExceeded) {
                found = try join.redundant { row in
                    deaf.contains(RowID(table: index, row: row)) || isQualified(row, in: table)
                }
            } catch {
                problems.append(.partlyAnalysed(table, "rules that change nothing"))
                continue
            }
            for row in found {
                rows.insert(RowID(table: index, row: row))
                let witness = compiler.results[index].flatMap { shown($0.matches[row], in: compiler.builder) }
                problems.append(
                    .redundant(
                        name(row, of: index), table, witness?.witness ?? "any answers",
                        at: table.rows[row].location))
            }
        }
        return (problems, rows)
    }

    /// Whether a rule says its option with other words than another does, which a reader sees.
    private func isQualified(_ row: Int, in table: DecisionTable) -> Bool {
        let own = table.rows[row]
        return table.rows.contains { $0.option == own.option && $0.qualifier != own.qualifier }
    }
}

/// Joins what rules of a table make together, with some of them left out.
private struct RowJoin {
    private var compiler: Compiler
    private let table: DecisionTable
    private let matches: [Int32]
    private let ranks: Ranks
    private var states = Interner<TableState>()
    private var terminals = Interner<TableTerminal>()
    private let none: Int32

    init(_ compiler: Compiler, table index: Int) {
        self.compiler = compiler
        table = compiler.program.tables[index]
        matches = compiler.results[index]?.matches ?? []
        ranks = Ranks(of: table)
        none = ~states.number(of: .none)
    }

    /// Goes from the last rule to the first, each time with all before it and those kept behind it; what is left out
    /// can be left out together.
    mutating func redundant(except isExempt: (Int) -> Bool) throws(DiagramBuilder.LimitExceeded) -> [Int] {
        var before: [Int32] = [none]
        for row in matches.indices { before.append(try joined(before[row], try state(of: row))) }
        let whole = try result(before[matches.count])
        var behind = none
        var found: [Int] = []
        for row in matches.indices.reversed() {
            let isConstant = matches[row] == ~Compiler.isFalse
            if !isConstant, !isExempt(row), try result(try joined(before[row], behind)) == whole {
                found.append(row)
            } else {
                behind = try joined(try state(of: row), behind)
            }
        }
        return found.reversed()
    }

    private mutating func state(of row: Int) throws(DiagramBuilder.LimitExceeded) -> Int32 {
        let own = states.number(of: .first(row, of: table, ranks))
        return try compiler.builder.map(matches[row]) { $0 == Compiler.isTrue ? own : ~none }
    }

    private mutating func joined(_ a: Int32, _ b: Int32) throws(DiagramBuilder.LimitExceeded) -> Int32 {
        var states = states
        defer { self.states = states }
        let (policy, none) = (table.policy, none)
        return try compiler.builder.combine(a, b) { x, y in
            x == none ? y : y == none ? x : nil
        } _: {
            states.number(of: states[$0].joined(with: states[$1], policy))
        }
    }

    private mutating func result(_ root: Int32) throws(DiagramBuilder.LimitExceeded) -> Int32 {
        var terminals = terminals
        defer { self.terminals = terminals }
        let (table, ranks, states) = (table, ranks, states)
        return try compiler.builder.map(root) { terminals.number(of: states[$0].terminal(of: table, ranks)) }
    }
}

extension Diagnostic {
    fileprivate static func redundant(
        _ rule: String, _ table: DecisionTable, _ witness: String, at place: SourceLocation
    ) -> Diagnostic {
        Diagnostic(
            "redundant-rule", .warning, at: place,
            "\(rule) of '\(table.name)' changes nothing: without it the table says the same",
            suggestion: "take it out, or correct what it puts out",
            notes: [Note("for example with \(witness)")])
    }
}
