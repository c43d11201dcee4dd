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
                var join = RowJoin(compiler, table: index)
                for found in try join.redundant(except: { deaf.contains(RowID(table: index, row: $0)) }) {
                    rows.insert(RowID(table: index, row: found.row))
                    problems.append(redundant(found, of: index, in: join.compiler.builder))
                }
            } catch {
                problems.append(.partlyAnalysed(table, "rules that change nothing"))
            }
        }
        return (problems, rows)
    }

    private func redundant(_ found: RowJoin.Found, of index: Int, in builder: DiagramBuilder) -> Diagnostic {
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

/// Joins what rules of a table make together, with some of them left out.
private struct RowJoin {
    /// A rule that changes nothing.
    struct Found {
        let row: Int
        /// The rules that say the same in its place; none where it adds nothing to a sum or the like.
        let by: [Int]
        /// Where it is told by readers.
        let region: Int32
    }

    private(set) var compiler: Compiler
    private let table: DecisionTable
    private let matches: [Int32]
    private let ranks: Ranks
    /// The rules, those first that come before the others.
    private let order: [Int]
    private var states = Interner<TableState>()
    private var terminals = Interner<TableTerminal>()
    private let none: Int32

    init(_ compiler: Compiler, table index: Int) {
        self.compiler = compiler
        table = compiler.program.tables[index]
        matches = compiler.results[index]?.matches ?? []
        ranks = Ranks(of: table)
        order = table.rankOrder ?? Array(table.rows.indices)
        none = ~states.number(of: .none)
    }

    /// Goes from the last rule to the first, each time with all before it and those kept behind it; what is left out
    /// can be left out together.
    mutating func redundant(
        except isExempt: (Int) -> Bool
    ) throws(DiagramBuilder.LimitExceeded) -> [Found] {
        // For each place what the rules before it make, and where one of them matches.
        var before: [Int32] = [none]
        var taken: [Int32] = [~Compiler.isFalse]
        for (place, row) in order.enumerated() {
            before.append(try joined(before[place], try state(of: row)))
            taken.append(try compiler.builder.combine(taken[place], matches[row]) { $0 | $1 })
        }
        let whole = try result(before[order.count])
        var behind = none
        var kept: [Int] = []
        var found: [Found] = []
        for (place, row) in order.enumerated().reversed() {
            if matches[row] != ~Compiler.isFalse, !isExempt(row),
                try result(try joined(before[place], behind)) == whole,
                let own = try replacement(
                    of: row, before: Array(order.prefix(place)), taken[place], behind: kept)
            {
                found.append(own)
            } else {
                behind = try joined(try state(of: row), behind)
                kept.insert(row, at: 0)
            }
        }
        return found.sorted { $0.row < $1.row }
    }

    /// The rules that say the same as one that makes no difference; `nil` where readers would miss its words or its
    /// reason.
    private mutating func replacement(
        of row: Int, before: [Int], _ taken: Int32, behind: [Int]
    ) throws(DiagramBuilder.LimitExceeded) -> Found? {
        let own = table.rows[row]
        func saysTheSame(_ other: Int) -> Bool {
            let other = table.rows[other]
            return other.outputs == own.outputs && other.qualifier == own.qualifier
                && (own.reason == nil || other.reason == own.reason)
        }
        if !table.policy.isSingleHit {
            let isGivenElsewhere = table.rows.indices.contains {
                $0 != row && table.rows[$0].reason == own.reason
            }
            return own.reason == nil || isGivenElsewhere
                ? Found(row: row, by: [], region: matches[row]) : nil
        }
        if table.policy == .any {
            let sets = (before + behind).filter(saysTheSame).map { (number: $0, set: matches[$0]) }
            var rest = matches[row]
            for (_, set) in sets { rest = try compiler.builder.difference(rest, set) }
            guard rest == ~Compiler.isFalse else { return nil }
            let by = try compiler.builder.cover(of: matches[row], by: sets)
            return Found(row: row, by: by.sorted(), region: matches[row])
        }
        let region = try compiler.builder.difference(matches[row], taken)
        var rest = region
        var by: [Int] = []
        for other in behind where rest != ~Compiler.isFalse {
            let left = try compiler.builder.difference(rest, matches[other])
            guard left != rest else { continue }
            guard saysTheSame(other) else { return nil }
            by.append(other)
            rest = left
        }
        return Found(row: row, by: by.sorted(), region: region)
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
