import Decisions
import Rules

extension VerdictWording {
    /// Why the recommendation table does not name an option, in a sentence; `nil` where no table recommends. What rules
    /// out an option or speaks for it counts there only as far as the table reads it.
    func outOfTable(_ option: Int) -> String? {
        guard let logic = framework.logic, let index = logic.recommendation else { return nil }
        let table = logic.tables[index]
        let naming = table.rows.indices.filter { table.rows[$0].option == option }
        guard !naming.isEmpty else { return "No rule of ‘\(table.name)’ names it." }
        let deciding = verdict.firedRows.filter { $0.table == index }.map(\.row)
        // Where the first rule decides, what stands before it does not hold, and what stands behind it does not count.
        guard table.policy == .first, deciding.count == 1, let first = deciding.first else {
            return
                "No rule of ‘\(table.name)’ that names it \(verdict.decided ? "decides" : "can decide any more")."
        }
        let before = naming.filter { $0 < first }.map { row in
            "Rule \(table.rows[row].number), which names it, does not hold: it needs \(table.rows[row].testText(table))."
        }
        let behind = naming.filter { $0 > first }.map { table.rows[$0].number }
        let after =
            behind.isEmpty
            ? []
            : [
                "Rule\(behind.count == 1 ? "" : "s") \(joined(behind, with: "and")), which name\(behind.count == 1 ? "s" : "") it, come\(behind.count == 1 ? "s" : "") after rule \(table.rows[first].number)."
            ]
        return (before + after).joined(separator: " ")
    }
}
