import Diagnostics

extension RuleAnalysis {
    /// The rules that change nothing: without them, all at once, each table says what it says now. Under U such a rule
    /// always conflicts with others, and in tallies each rule counts. A rule that gives a reason or words of its own
    /// changes what readers see.
    func redundantRules(leavingOut deaf: Set<RowID>) -> (problems: [Diagnostic], rows: Set<RowID>) {
        var problems: [Diagnostic] = []
        var rows = Set<RowID>()
        guard let compiler else { return ([], []) }
        for (index, table) in program.tables.enumerated()
        where table.role != .favours && table.policy != .unique {
            let exempt = Set(
                table.rows.indices.filter {
                    deaf.contains(RowID(table: index, row: $0)) || speaksForItself($0, in: table)
                })
            do throws(LimitExceeded) {
                var join = RowJoin(compiler, table: index)
                let found = try join.redundant { exempt.contains($0) }
                for row in found {
                    problems.append(try redundant(row, of: index, among: Set(found), compiler))
                }
                rows.formUnion(found.map { RowID(table: index, row: $0) })
            } catch {
                problems.append(.partlyAnalysed(table, "rules that change nothing"))
            }
        }
        return (problems, rows)
    }

    private func redundant(
        _ row: Int, of index: Int, among found: Set<Int>, _ compiler: Compiler
    ) throws(LimitExceeded) -> Diagnostic {
        let table = program.tables[index]
        var builder = compiler.builder
        let matches = compiler.results[index]?.matches ?? []
        var region = matches[row]
        var others = table.rows.indices.filter { $0 != row }
        if let order = table.rankOrder, let place = order.firstIndex(of: row) {
            for earlier in order.prefix(place) { region = try builder.difference(region, matches[earlier]) }
            others = Array(order.dropFirst(place + 1))
        }
        // Of several rules' sums, or the like, no one rule says the same.
        let alike = others.filter { other in
            !found.contains(other) && table.policy.isSingleHit
                && table.rows[other].outputs == table.rows[row].outputs
        }
        let by = try builder.cover(of: region, by: alike.map { ($0, matches[$0]) }).sorted()
        let same =
            by.isEmpty
            ? "the table says the same" : "\(names(by, of: index)) \(by.count == 1 ? "says" : "say") the same"
        return Diagnostic(
            "redundant-rule", .warning, at: table.rows[row].location,
            "\(name(row, of: index)) of '\(table.name)' changes nothing: without it, \(same)",
            suggestion: "take it out, or correct what it puts out",
            notes: [.init("for example with \(shown(region, in: builder)?.witness ?? "any answers")")])
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
