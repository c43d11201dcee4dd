import Diagnostics

/// Which tables read which: the decision requirements graph (DMN 1.5, 6.2).
struct TableGraph {
    /// The tables, each behind all that it reads; empty where there is a circle.
    private(set) var order: [Int] = []
    private(set) var problems: [Diagnostic] = []

    init(_ tables: [DecisionTable], expressions: [TableExpression]) {
        let favours = tables.indices.filter { tables[$0].role == .favours }
        let reads = tables.map { table -> [Int] in
            var found: [Int] = []
            func add(_ subject: DecisionTable.Subject) {
                switch subject {
                case .output(let table, _): found.append(table)
                // A tally is the sum of what every table of favours says.
                case .tally: found += favours
                case .expression(let index) where expressions.indices.contains(index):
                    expressions[index].subjects.forEach(add)
                case .question, .viable, .expression: break
                }
            }
            table.inputs.map(\.subject).forEach(add)
            return Array(Set(found)).sorted()
        }
        var isPlaced = [Bool](repeating: false, count: tables.count)
        var didPlace = true
        while didPlace {
            didPlace = false
            for table in tables.indices where !isPlaced[table] && reads[table].allSatisfy({ isPlaced[$0] }) {
                isPlaced[table] = true
                order.append(table)
                didPlace = true
            }
        }
        guard order.count < tables.count else { return }
        let left = tables.indices.filter { !isPlaced[$0] }
        order = []
        problems = [.circle(Self.circle(in: reads, among: left).map { tables[$0] })]
    }

    /// A way from a table back to itself. Each of those left reads another of them.
    private static func circle(in reads: [[Int]], among left: [Int]) -> [Int] {
        var path: [Int] = []
        var table = left.first
        while let current = table, !path.contains(current) {
            path.append(current)
            table = reads[current].first(where: left.contains)
        }
        guard let table, let start = path.firstIndex(of: table) else { return path }
        return Array(path[start...])
    }
}

extension Diagnostic {
    fileprivate static func circle(_ tables: [DecisionTable]) -> Diagnostic {
        let names = tables.map { "'\($0.name)'" }
        return Diagnostic(
            "table-circle", at: tables.first?.location,
            tables.count == 1
                ? "the table \(names[0]) reads its own output"
                : "the tables \(names.joinedAsList()) read each other in a circle",
            suggestion: "let one of them read questions instead",
            notes: tables.dropFirst().map { Note("'\($0.name)' is here", at: $0.location) })
    }
}
