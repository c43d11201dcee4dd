import Diagnostics

extension RuleAnalysis {
    /// The rules that change nothing: without them, all at once, each table says what it says now, in the same words and
    /// for a reason as good. Under U such a rule always conflicts with others, and in tallies each rule counts.
    func redundantRules(leavingOut deaf: Set<RowID>) -> (problems: [Diagnostic], rows: Set<RowID>) {
        var problems: [Diagnostic] = []
        var rows = Set<RowID>()
        guard let compiler else { return ([], []) }
        for (index, table) in program.tables.enumerated()
        where table.role != .favours && table.policy != .unique {
            do throws(LimitExceeded) {
                var removal = RowRemoval(compiler, table: index)
                for found in try removal.redundant(except: { deaf.contains(RowID(table: index, row: $0)) }) {
                    rows.insert(RowID(table: index, row: found.row))
                    problems.append(redundant(found, of: index, in: removal.compiler.builder))
                }
            } catch {
                problems.append(.partlyAnalysed(table, "rules that change nothing"))
            }
        }
        return (problems, rows)
    }

    private func redundant(_ found: RowRemoval.Found, of index: Int, in builder: DiagramBuilder) -> Diagnostic
    {
        let same =
            found.by.isEmpty
            ? "the table says the same"
            : "\(names(found.by, of: index)) \(found.by.count == 1 ? "says" : "say") the same"
        let own = program.tables[index].rows[found.row]
        return Diagnostic(
            "redundant-rule", .warning, at: own.location,
            "\(name(found.row, of: index)) of '\(program.tables[index].name)' changes nothing: without it, \(same)",
            suggestion: "take it out, or correct what it puts out",
            notes: [
                .init("for example with \(shown(found.region, in: builder)?.witness ?? "any answers")")
            ])
    }
}

/// Takes rules out of a table one by one, as long as it says the same. Goes from the last to the first, each time with all
/// that come before and those kept behind it; so what is left out can be left out together.
private struct RowRemoval {
    typealias LimitExceeded = DiagramBuilder.LimitExceeded

    /// A rule that changes nothing.
    struct Found {
        let row: Int
        /// The rules that say the same in its place; none where it adds nothing to a sum or the like.
        let by: [Int]
        /// The answers for which readers are told of it.
        let region: Int32
    }

    private(set) var compiler: Compiler
    private let table: DecisionTable
    private let matches: [Int32]

    init(_ compiler: Compiler, table index: Int) {
        self.compiler = compiler
        table = compiler.program.tables[index]
        matches = compiler.results[index]?.matches ?? []
    }

    mutating func redundant(except isExempt: (Int) -> Bool) throws(LimitExceeded) -> [Found] {
        let found =
            switch table.policy {
            case .first, .priority: try decisive(isExempt)
            case .any: try repeated(isExempt)
            case .sum, .least, .greatest: try idle(isExempt)
            // In lists and counts each rule shows, and under U a second one is a conflict.
            case .unique, .ruleOrder, .outputOrder, .collect, .count: [Found]()
            }
        return found.sorted { $0.row < $1.row }
    }

    /// Whether readers who get one rule instead of another miss nothing: neither what it puts out, nor its words, nor its
    /// reason.
    private func says(_ other: Int, theSameAs row: Int) -> Bool {
        let (own, other) = (table.rows[row], table.rows[other])
        return other.outputs == own.outputs && other.qualifier == own.qualifier
            && (own.reason == nil || other.reason == own.reason)
    }

    /// F and P: those in whose cases the next rule says the same.
    private mutating func decisive(_ isExempt: (Int) -> Bool) throws(LimitExceeded) -> [Found] {
        let order = table.rankOrder ?? []
        var taken: [Int32] = []
        var all = ~Compiler.isFalse
        for row in order {
            taken.append(all)
            all = try compiler.builder.combine(all, matches[row]) { $0 | $1 }
        }
        var kept: [Int] = []
        var found: [Found] = []
        // What never fires says nothing in another's place.
        for (place, row) in order.enumerated().reversed() where !isExempt(row) {
            if let own = try next(after: row, taken[place], behind: kept) {
                found.append(own)
            } else {
                kept.insert(row, at: 0)
            }
        }
        return found
    }

    private mutating func next(
        after row: Int, _ taken: Int32, behind: [Int]
    ) throws(LimitExceeded) -> Found? {
        let region = try compiler.builder.difference(matches[row], taken)
        guard region != ~Compiler.isFalse else { return nil }
        var rest = region
        var by: [Int] = []
        for other in behind where rest != ~Compiler.isFalse {
            let left = try compiler.builder.difference(rest, matches[other])
            guard left != rest else { continue }
            guard says(other, theSameAs: row) else { return nil }
            by.append(other)
            rest = left
        }
        return rest == ~Compiler.isFalse ? Found(row: row, by: by.sorted(), region: region) : nil
    }

    /// A: those in whose cases others say the same.
    private mutating func repeated(_ isExempt: (Int) -> Bool) throws(LimitExceeded) -> [Found] {
        var found: [Found] = []
        for row in matches.indices.reversed() where matches[row] != ~Compiler.isFalse && !isExempt(row) {
            let sets = matches.indices.filter { other in
                other != row && says(other, theSameAs: row) && !found.contains { $0.row == other }
            }.map { (number: $0, set: matches[$0]) }
            var rest = matches[row]
            for (_, set) in sets { rest = try compiler.builder.difference(rest, set) }
            guard rest == ~Compiler.isFalse else { continue }
            let by = try compiler.builder.cover(of: matches[row], by: sets)
            found.append(Found(row: row, by: by.sorted(), region: matches[row]))
        }
        return found
    }

    /// C+, C< and C>: those without which the number is the same.
    private mutating func idle(_ isExempt: (Int) -> Bool) throws(LimitExceeded) -> [Found] {
        var join = RowJoin(of: table)
        var before = [join.none]
        for row in matches.indices {
            before.append(try join.joining(row, matches[row], to: before[row], &compiler))
        }
        let whole = try join.result(before[matches.count], &compiler)
        var behind = join.none
        var found: [Found] = []
        for row in matches.indices.reversed() {
            let reason = table.rows[row].reason
            let isMissed = reason != nil && table.rows.count { $0.reason == reason } == 1
            if matches[row] != ~Compiler.isFalse, !isMissed, !isExempt(row),
                try join.result(try join.joined(before[row], behind, &compiler), &compiler) == whole
            {
                found.append(Found(row: row, by: [], region: matches[row]))
            } else {
                behind = try join.joining(row, matches[row], to: behind, &compiler)
            }
        }
        return found
    }
}

/// Joins what rules of a table make together, with some of them left out.
private struct RowJoin {
    typealias LimitExceeded = DiagramBuilder.LimitExceeded

    private let table: DecisionTable
    private let ranks: Ranks
    private var states = Interner<TableState>()
    private var terminals = Interner<TableTerminal>()
    /// What no rule makes.
    let none: Int32

    init(of table: DecisionTable) {
        self.table = table
        ranks = Ranks(of: table)
        none = ~states.number(of: .none)
    }

    mutating func joining(
        _ row: Int, _ match: Int32, to root: Int32, _ compiler: inout Compiler
    ) throws(LimitExceeded) -> Int32 {
        let own = states.number(of: .first(row, of: table, ranks))
        let none = none
        return try joined(
            try compiler.builder.map(match) { $0 == Compiler.isTrue ? own : ~none }, root, &compiler)
    }

    mutating func joined(_ a: Int32, _ b: Int32, _ compiler: inout Compiler) throws(LimitExceeded) -> Int32 {
        var states = states
        defer { self.states = states }
        let (policy, none) = (table.policy, none)
        return try compiler.builder.combine(a, b) { x, y in
            x == none ? y : y == none ? x : nil
        } _: {
            states.number(of: states[$0].joined(with: states[$1], policy))
        }
    }

    mutating func result(_ root: Int32, _ compiler: inout Compiler) throws(LimitExceeded) -> Int32 {
        var terminals = terminals
        defer { self.terminals = terminals }
        let (table, ranks, states) = (table, ranks, states)
        return try compiler.builder.map(root) { terminals.number(of: states[$0].terminal(of: table, ranks)) }
    }
}
