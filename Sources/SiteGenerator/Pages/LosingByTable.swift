import Decisions
import Languages
import Rules

extension VerdictWording {
    /// Why the recommendation table does not name an option, in a sentence; `nil` where no table recommends. What rules
    /// out an option or speaks for it counts there only as far as the table reads it.
    func outOfTable(_ option: Int) -> String? {
        guard let logic = framework.logic, let index = logic.recommendation else { return nil }
        let table = logic.tables[index]
        let naming = table.rows.indices.filter { table.rows[$0].option == option }
        guard !naming.isEmpty else { return phrases("losing.table-names-not", ["table": table.name]) }
        let deciding = verdict.firedRows.filter { $0.table == index }.map(\.row)
        // Where the first rule decides, what stands before it does not hold, and what stands behind it does not count.
        guard table.policy == .first, deciding.count == 1, let first = deciding.first else {
            return verdict.decided
                ? phrases("losing.table-decides-not", ["table": table.name])
                : phrases("losing.table-cannot-decide", ["table": table.name])
        }
        let before = naming.filter { $0 < first }.map { row in
            phrases(
                "losing.table-before",
                ["rule": table.rows[row].number, "test": table.rows[row].testText(table)])
        }
        let behind = naming.filter { $0 > first }.map { table.rows[$0].number }
        let after =
            behind.isEmpty
            ? []
            : [
                phrases(
                    "losing.table-behind", count: behind.count,
                    ["rules": phrases.list(behind, .and), "first": table.rows[first].number])
            ]
        return (before + after).joined(separator: " ")
    }
}
