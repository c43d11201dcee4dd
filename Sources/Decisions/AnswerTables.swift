import Diagnostics
import Markdown
import Rules

extension AssessmentReader {
    /// Reads a table whose first column names questions. A table none of whose rows does is prose.
    mutating func readTable(_ table: Element) -> Bool {
        let rows = table.children.map { Array($0.children) }
        guard let header = rows.first, header.count >= 2 else { return false }
        let body = rows.dropFirst()
        let isAnswers = body.contains { row in
            row.first.flatMap { index.question(standingText(of: $0)) } != nil
        }
        let looksLikeAnswers = body.contains { row in row.count > 1 && index.looksLikeAnswer(row[1].plainText)
        }
        guard isAnswers || looksLikeAnswers else { return false }
        let columns = AnswerColumn.columns(of: header)
        for row in body {
            guard let name = row.first else { continue }
            guard let question = index.question(standingText(of: name)) else {
                if !row.allSatisfy({ $0.plainText.trimmed.isEmpty }) {
                    problems.append(index.unknown(standingText(of: name), at: name.location))
                }
                continue
            }
            for column in columns { readCell(row, column, question: question) }
        }
        return true
    }

    private mutating func readCell(_ row: [Element], _ column: AnswerColumn, question: Int) {
        guard row.indices.contains(column.answer) else { return }
        let cell = row[column.answer]
        let text = InlineText(cell, includingCode: true, includingStruck: false).string.trimmed
        let struck = cell.descendants.first { $0.kind == .strikethrough }?.plainText
        let value = index.answer(text, to: question, at: cell.location, problems: &problems)
        let evidence = column.evidence.flatMap { row.indices.contains($0) ? row[$0] : nil }
            .flatMap { $0.plainText.trimmed.isEmpty ? nil : $0 }
        add(
            Entry(
                question: question, date: column.date,
                answer: .init(
                    value: value, struck: struck?.trimmed,
                    evidence: evidence.map { .init(inline: $0, start: nil, blocks: []) }, element: cell),
                isUnchanged: column.date != nil && text.isEmpty && struck == nil))
    }
}

/// A column of answers, the date it is headed by, and the column of evidence that belongs to it.
private struct AnswerColumn {
    let answer: Int
    let date: CalendarDate?
    let evidence: Int?

    /// Columns headed by dates, each with the undated one behind it; else the second and the third column.
    static func columns(of header: [Element]) -> [AnswerColumn] {
        let dates = header.map { CalendarDate(iso: $0.plainText.trimmed) }
        let dated = header.indices.dropFirst().compactMap { column in
            dates[column].map { date in
                let next = column + 1
                return AnswerColumn(
                    answer: column, date: date,
                    evidence: next < header.count && dates[next] == nil ? next : nil)
            }
        }
        return dated.isEmpty
            ? [AnswerColumn(answer: 1, date: nil, evidence: header.count > 2 ? 2 : nil)] : dated
    }
}
