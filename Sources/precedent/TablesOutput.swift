import Diagnostics
import Rules

/// What a decision table makes of the answers, as `assess --json` prints it.
struct TableOutput: Encodable {
    let table: String
    let policy: String
    let role: String
    /// `certain`, `open`, or `contradiction`.
    let state: String
    let result: [Result]
    let rows: [Row]

    /// An output, and what stands in it.
    struct Result: Encodable {
        let output: String
        let values: [String]
    }

    /// A rule that is certain to make the result.
    struct Row: Encodable {
        let row: String
        let result: [String]
        let annotation: String?
        let file: String
        let line: Int
    }

    /// All tables of a framework, in the author's order.
    static func all(of verdict: Verdict, in logic: Logic) -> [TableOutput] {
        logic.tables.enumerated().map { index, table in
            TableOutput(
                table, verdict.tableResults[index],
                rows: verdict.firedRows.filter { $0.table == index }.map { table.rows[$0.row] })
        }
    }

    private init(_ table: DecisionTable, _ terminal: TableTerminal?, rows: [DecisionTable.Row]) {
        self.table = table.name
        policy = table.policy.rawValue
        role =
            switch table.role {
            case .recommendation: "recommendation"
            case .favours: "favours"
            case .intermediate: "intermediate"
            }
        state =
            switch terminal {
            case nil: "open"
            case .violated: "contradiction"
            case .some(.none), .outputs: "certain"
            }
        result =
            terminal.map { terminal in
                table.outputs.enumerated().map { column, output in
                    Result(output: output.name, values: terminal.values(column, of: table).map(\.text))
                }
            } ?? []
        self.rows = rows.map { row in
            Row(
                row: row.number, result: Array(row.texts.dropFirst(table.inputs.count)),
                annotation: row.reason, file: row.location.file, line: row.location.line)
        }
    }
}
