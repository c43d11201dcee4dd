import FoundationEssentials

/// Which of a table's rules come before which: by the table's order, or by the declared order of what they put out.
struct Ranks {
    private let ranks: [[Int]]

    init(of table: DecisionTable) {
        ranks = table.rows.map { row in
            guard table.policy.ranksOutputs else { return [] }
            // Of several outputs the first column counts first (DMN 1.5, 8.2.10).
            return zip(table.outputs, row.outputs).map { output, value in
                output.values.firstIndex(of: value) ?? output.values.count
            }
        }
    }

    func isBefore(_ a: Int, _ b: Int) -> Bool {
        if ranks[a] != ranks[b] { return ranks[a].lexicographicallyPrecedes(ranks[b]) }
        return a < b
    }
}

/// What has to be remembered of the rules that matched so far.
struct TableState: Hashable, Sendable {
    private enum Kind: Hashable { case none, rows, violated }

    private var kind = Kind.none
    /// The rules that make the result, in the order in which they count.
    private var rows: [Int] = []
    /// Where each of `rows` stands in that order.
    private var keys: [Int] = []
    /// What they put out together, where only that matters.
    private var outputs: [[Value]] = []

    static let none = TableState()

    /// What one rule makes by itself.
    static func first(_ row: Int, of table: DecisionTable, _ ranks: Ranks) -> TableState {
        var state = TableState()
        state.kind = .rows
        let outputs = table.rows[row].outputs
        switch table.policy {
        case .unique, .any: state.outputs = [outputs]
        case .first, .priority, .ruleOrder, .outputOrder, .collect:
            // The place among all rules stands for the rule: equal outputs in the end make equal terminals.
            let place = table.rows.indices.count { ranks.isBefore($0, row) }
            state.rows = [row]
            state.keys = [place]
        case .sum, .least, .greatest: state.outputs = [outputs]
        case .count: state.outputs = [[.number(1)]]
        }
        return state
    }

    func joined(with other: TableState, _ policy: HitPolicy) -> TableState {
        if other.kind == .none { return self }
        if kind == .none { return other }
        var joined = self
        switch policy {
        case .unique:
            joined.outputs = []
            joined.kind = .violated
        case .any:
            guard kind == .violated || other.kind == .violated || outputs != other.outputs else {
                return self
            }
            joined.outputs = []
            joined.kind = .violated
        case .first, .priority: return (keys.first ?? 0) < (other.keys.first ?? 0) ? self : other
        case .ruleOrder, .outputOrder, .collect:
            let all = zip(keys + other.keys, rows + other.rows).sorted { $0.0 < $1.0 }
            joined.keys = all.map(\.0)
            joined.rows = all.map(\.1)
        case .sum, .count: joined.outputs = [TableState.each(outputs, other.outputs, TableState.sum)]
        case .least: joined.outputs = [TableState.each(outputs, other.outputs) { TableState.least($0, $1) }]
        case .greatest:
            joined.outputs = [TableState.each(outputs, other.outputs) { TableState.greatest($0, $1) }]
        }
        return joined
    }

    private static func each(
        _ a: [[Value]], _ b: [[Value]], _ operation: (Value, Value) -> Value
    ) -> [Value] {
        zip(a.first ?? [], b.first ?? []).map(operation)
    }

    /// A sum with null is null (DMN 1.5, 10.3.2.5).
    private static func sum(_ a: Value, _ b: Value) -> Value {
        if case .number(let a) = a, case .number(let b) = b { .number(a + b) } else { .null }
    }

    private static func least(_ a: Value, _ b: Value) -> Value {
        switch (a, b) {
        case (.number(let x), .number(let y)): .number(min(x, y))
        case (.date(let x), .date(let y)): .date(min(x, y))
        default: .null
        }
    }

    private static func greatest(_ a: Value, _ b: Value) -> Value {
        switch (a, b) {
        case (.number(let x), .number(let y)): .number(max(x, y))
        case (.date(let x), .date(let y)): .date(max(x, y))
        default: .null
        }
    }

    /// What comes of it in the end.
    func terminal(of table: DecisionTable, _ ranks: Ranks) -> TableTerminal {
        switch kind {
        case .none: return .none
        case .violated: return .violated
        case .rows: break
        }
        guard outputs.isEmpty else { return .outputs(outputs) }
        let all = rows.map { table.rows[$0].outputs }
        guard table.policy == .collect else { return .outputs(all) }
        // In no order that matters: the same outputs are the same result.
        let firsts = table.rows.map(\.outputs)
        return .outputs(all.sorted { (firsts.firstIndex(of: $0) ?? 0) < (firsts.firstIndex(of: $1) ?? 0) })
    }
}

extension TableTerminal {
    /// What stands in an output of the table, by its place among the outputs: several values where several rules make the
    /// result (`C` and its like), none where none does, or where the table contradicts itself.
    public func values(_ column: Int, of table: DecisionTable) -> [Value] {
        switch value(column, table.policy) {
        case .null: []
        case .list(let values): values
        case let single: [single]
        }
    }

    /// What stands in one column: for several hits the list of their values.
    func value(_ column: Int, _ policy: HitPolicy) -> Value {
        guard case .outputs(let rows) = self else { return .null }
        if policy.isSingleHit || policy.isAggregation {
            guard let row = rows.first else { return .null }
            return policy == .count ? row.first ?? .null : row.indices.contains(column) ? row[column] : .null
        }
        return .list(rows.map { $0[column] })
    }
}
