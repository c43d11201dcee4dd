import Decisions
public import Languages
import Markdown
public import Rules

extension FrameworkSections {
    /// A table of questions.
    func questions(_ table: QuestionsTable, _ renderer: inout HTMLRenderer) -> QuestionsContext {
        QuestionsContext(
            headings: table.headings.map { CellContext(html: renderer.innerHTML(of: $0), role: .prose) },
            rows: table.rows.map { row in
                QuestionsContext.Row(
                    id: anchors.id(ofQuestion: row.id),
                    name: row.cells.first.map { renderer.innerHTML(of: $0) } ?? "",
                    cells: row.cells.enumerated().dropFirst().map { column, cell in
                        CellContext(
                            html: renderer.innerHTML(of: cell),
                            role: column == table.typeColumn ? .test : .prose)
                    })
            })
    }

    /// A decision table; `nil` where its rules are in error.
    func decisionTable(_ source: DecisionTableSource, _ renderer: inout HTMLRenderer) -> DecisionTableContext?
    {
        guard let logic = framework.logic, logic.tables.indices.contains(source.index) else { return nil }
        let table = logic.tables[source.index]
        let width = source.headings.count
        let roles = table.roles(ofColumns: width)
        func cells(_ elements: [Element], isHead: Bool) -> [CellContext] {
            (0..<width).map { column in
                let element = elements.indices.contains(column) ? elements[column] : nil
                let role = roles[column]
                // A test is shown as it is written: Markdown takes some of it for marks of its own.
                let html = element.map {
                    role == .test && !isHead ? TestText.html($0.source) : renderer.innerHTML(of: $0)
                }
                return CellContext(html: html ?? "", role: role)
            }
        }
        return DecisionTableContext(
            id: table.anchor(source.index), name: table.name, policy: table.policy.rawValue,
            policyMeaning: table.policy.meaning(in: phrases), headings: cells(source.headings, isHead: true),
            rows: source.rows.enumerated().map { row, elements in
                DecisionTableContext.Row(
                    id: table.anchor(source.index, row: row), cells: cells(elements, isHead: false))
            })
    }
}

extension Verdict {
    /// The rules of tables of one kind that made their table's result. Those of a table that contradicts itself made none.
    public func firedRows(of role: DecisionTable.Role, in logic: Logic) -> [FiredRow] {
        firedRows.filter { logic.tables[$0.table].role == role && !violated.contains($0.table) }
    }
}

extension DecisionTable {
    /// The id of the table's place on its framework's page, or of a rule's. It holds a dot, which no heading's id can.
    func anchor(_ index: Int, row: Int? = nil) -> String {
        "table.\(index + 1)" + (row.map { ".\($0 + 1)" } ?? "")
    }

    /// "Recommend: Kafka", "Load: high, Trend: rising": what a rule puts out.
    public func outputText(of row: Row, in phrases: Phrases) -> String {
        phrases.list(
            zip(outputs, row.texts.dropFirst(inputs.count)).map {
                "\($0.name): \($1.isEmpty ? phrases("table.nothing") : $1)"
            })
    }

    /// What each of so many columns is: the rules' numbers where they have any, tests, outputs, annotations.
    fileprivate func roles(ofColumns width: Int) -> [CellContext.Role] {
        let numbers = Array(repeating: CellContext.Role.number, count: isNumbered ? 1 : 0)
        let read = numbers + inputs.map { _ in .test } + outputs.map { _ in .output }
        return read + Array(repeating: .prose, count: max(0, width - read.count))
    }
}

extension HitPolicy {
    /// What becomes of rules that match at once, in a sentence.
    func meaning(in phrases: Phrases) -> String {
        switch self {
        case .unique: phrases("policies.unique")
        case .any: phrases("policies.any")
        case .priority: phrases("policies.priority")
        case .first: phrases("policies.first")
        case .ruleOrder: phrases("policies.rule-order")
        case .outputOrder: phrases("policies.output-order")
        case .collect: phrases("policies.collect")
        case .sum: phrases("policies.sum")
        case .least: phrases("policies.least")
        case .greatest: phrases("policies.greatest")
        case .count: phrases("policies.count")
        }
    }
}
