import Diagnostics
import Markdown
import Rules

extension AssessmentReader {
    /// Reads a table of which a column names questions. A table none of whose rows does is prose, unless its second
    /// column looks like answers.
    mutating func readTable(_ table: Element) -> Bool {
        let rows = table.children.map { Array($0.children) }
        guard let header = rows.first else { return false }
        let body = Array(rows.dropFirst())
        guard
            let layout = AnswerLayout(
                header: header, body: body, index: index, standing: standingText(of:))
        else {
            for cell in header {
                guard let question = index.question(cell.plainText) else { continue }
                misses.append(.table(index.questions[question], question, at: cell.location))
            }
            return false
        }
        for row in body {
            guard row.indices.contains(layout.question) else { continue }
            let name = row[layout.question]
            guard let question = index.question(standingText(of: name)) else {
                if !row.allSatisfy({ $0.plainText.trimmed.isEmpty }) {
                    problems.append(index.unknown(standingText(of: name), at: name.location))
                }
                continue
            }
            for column in layout.columns { readCell(row, column, question: question) }
        }
        return true
    }

    private mutating func readCell(_ row: [Element], _ column: AnswerLayout.Column, question: Int) {
        guard row.indices.contains(column.answer) else { return }
        let cell = row[column.answer]
        let text = InlineText(cell, includingCode: true, includingStruck: false).string.trimmed
        let struck = cell.descendants.first { $0.kind == .strikethrough }?.plainText
        let value = index.answer(text, to: question, at: cell.location, in: .table, problems: &problems)
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

/// Which columns of a table hold questions, answers and evidence, by what stands in them. What they are headed does not
/// matter, save for dates.
private struct AnswerLayout {
    let question: Int
    let columns: [Column]

    /// A column of answers, the date it is headed by, and the column of evidence that belongs to it.
    struct Column {
        let answer: Int
        let date: CalendarDate?
        let evidence: Int?
    }

    /// `nil` where the table is prose.
    init?(
        header: [Element], body: [[Element]], index: QuestionIndex, standing: (Element) -> String
    ) {
        guard header.count >= 2 else { return nil }
        func texts(_ column: Int) -> [String] {
            body.compactMap { row in
                guard row.indices.contains(column) else { return nil }
                let text = standing(row[column])
                return text.isEmpty ? nil : text
            }
        }
        let cells = header.indices.map(texts)
        // A question named in passing, in a table of something else, makes no column of questions but the first.
        let named = cells.enumerated().map { column, texts in
            let count = texts.count { index.question($0) != nil }
            return column == 0 || count * 2 >= texts.count ? count : 0
        }
        let most = named.max() ?? 0
        let looksLikeAnswers =
            cells[1].contains(where: index.looksLikeAnswer)
            && !header.contains { index.question($0.plainText) != nil }
        guard most > 0 || looksLikeAnswers else { return nil }
        let question = named.firstIndex(of: most) ?? 0
        self.question = question
        let dates = header.map { CalendarDate(iso: $0.plainText.trimmed) }
        let dated = header.indices.filter { $0 != question && dates[$0] != nil }
        guard dated.isEmpty else {
            columns = dated.map { column in
                let next = column + 1
                let hasEvidence = next < header.count && next != question && dates[next] == nil
                return Column(answer: column, date: dates[column], evidence: hasEvidence ? next : nil)
            }
            return
        }
        let others = header.indices.filter { $0 != question }
        // The first column most of which reads as answers: one that is wrong in a cell is still the one that is meant.
        let reading = others.first { column in
            let answers = body.count { row in
                guard let name = row.cell(question), let cell = row.cell(column) else { return false }
                let text = standing(cell)
                return index.question(standing(name)).map { index.looksLikeAnswer(text, to: $0) }
                    ?? index.looksLikeAnswer(text)
            }
            return answers > 0 && answers * 2 >= cells[column].count
        }
        let free = others.filter { column in
            named[column] == 0 && (column > question || !cells[column].allSatisfy(Self.isNumber))
        }
        let answer =
            reading ?? free.first { $0 > question } ?? free.first ?? others.first { $0 > question }
            ?? others[0]
        let evidence = free.first { $0 > answer } ?? free.first { $0 != answer }
        columns = [Column(answer: answer, date: nil, evidence: evidence == answer ? nil : evidence)]
    }

    /// Whether a cell numbers its row: `1`, `2.`, `#3`.
    private static func isNumber(_ text: String) -> Bool {
        text.contains(where: \.isNumber) && text.allSatisfy { $0.isNumber || "#.)(".contains($0) }
    }
}
