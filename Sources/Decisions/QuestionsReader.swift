import Diagnostics
import Markdown
import Rules

extension TableRecogniser {
    /// The table as one of questions (FORMATS 1.2): a column holds answer types, another cells that end in a question mark.
    mutating func questions() -> (QuestionsTable, [QuestionSource])? {
        guard headers.count >= 3, !rows.isEmpty else { return nil }
        let columns = Array(headers.indices.dropFirst())
        let words = words
        let notAsking = columns.map { column in
            rows.filter { $0.cell(column)?.plainText.isQuestion != true }
        }
        let notTypes = columns.map { column in
            rows.filter { !AnswerType.isNotation($0.cell(column)?.source ?? "", words: words) }
        }
        let ask = zip(columns, notAsking).first { $1.isEmpty }?.0
        let type = zip(columns, notTypes).first { $1.isEmpty }?.0
        if let ask, let type { return questions(askColumn: ask, typeColumn: type) }
        guard rows.count >= 2 else { return nil }
        if ask != nil, let (cell, text) = Self.odd(notTypes, columns, \.source) {
            problems.append(Messages.almostType(cell))
            take(as: "prose", because: "'\(text)' is no answer type")
        } else if type != nil, let (cell, text) = Self.odd(notAsking, columns, { $0.plainText.trimmed }) {
            problems.append(Messages.almostAsk(cell))
            take(as: "prose", because: "'\(text)' is no question")
        }
        return nil
    }

    /// The one cell for which a column is not what it else would be, and what it says.
    private static func odd(
        _ misfits: [[[Element]]], _ columns: [Int], _ text: (Element) -> String
    ) -> (cell: Element, text: String)? {
        guard let (rows, column) = zip(misfits, columns).first(where: { $0.0.count == 1 }),
            let cell = rows[0].cell(column)
        else { return nil }
        return (cell, text(cell))
    }

    private mutating func questions(
        askColumn: Int, typeColumn: Int
    ) -> (QuestionsTable, [QuestionSource]) {
        var table: [QuestionsTable.Row] = []
        var sources: [QuestionSource] = []
        for cells in rows {
            guard let first = cells.first, let ask = cells.cell(askColumn), let type = cells.cell(typeColumn)
            else { continue }
            let asked = ask.plainText.trimmed
            // A row may go without a short name, and is called by what it asks.
            let name = first.plainText.trimmed.isEmpty ? asked : first.plainText.trimmed
            let id = slug(name)
            guard !id.isEmpty else {
                problems.append(Messages.noName(first))
                continue
            }
            let reasons = cells.indices.dropFirst().filter { $0 != askColumn && $0 != typeColumn }
                .map { cells[$0].plainText.trimmed }.filter { !$0.isEmpty }
            table.append(.init(id: id, cells: cells))
            sources.append(
                QuestionSource(
                    id: id, name: name, ask: asked, type: SourcedText(type.source, at: type.location),
                    reason: reasons.isEmpty ? nil : reasons.joined(separator: " "), location: first.location))
        }
        take(
            as: "\(sources.count) question\(sources.count == 1 ? "" : "s")",
            because: "a column holds answer types, another cells that end in a question mark")
        let questions = QuestionsTable(
            element: self.table, headings: headers, askColumn: askColumn, typeColumn: typeColumn, rows: table)
        return (questions, sources)
    }
}

extension [Element] {
    /// The cell of a column; `nil` where the row is short.
    func cell(_ column: Int) -> Element? { indices.contains(column) ? self[column] : nil }
}

private enum Messages {
    static func noName(_ cell: Element) -> Diagnostic {
        Diagnostic(
            "missing-question", at: cell.location, "this question has no name that an address can hold",
            suggestion: "write a short name of letters in the first column")
    }

    static func almostType(_ cell: Element) -> Diagnostic {
        Diagnostic(
            "almost-questions", .warning, at: cell.location,
            "'\(cell.source)' is no answer type, so this table is read as prose",
            suggestion: "the answer types are 'yes, no', 'a, b, c', 'a < b < c', 'number', 'date' and 'text'")
    }

    static func almostAsk(_ cell: Element) -> Diagnostic {
        Diagnostic(
            "almost-questions", .warning, at: cell.location,
            "'\(cell.plainText.trimmed)' does not end in a question mark, so this table is read as prose",
            suggestion: "end it with '?'")
    }
}
