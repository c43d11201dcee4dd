/// Answers as a program takes them. Answers outside a question's type, and to questions that are not asked, are none.
struct AnsweredCells {
    /// The cells that are answered, by question; `nil` for those that are open.
    let cells: [Int?]
    /// The answers themselves, by question.
    let known: [Value?]
    /// The cells by input: the questions, the reader's asserted, then the conditions, which nobody answers.
    let given: [Int?]

    init(_ answers: Answers, of program: Program) {
        let values = program.questions.map { $0.isAsked ? answers[$0.id] : nil }
        let cells = values.enumerated().map { index, answer in
            answer.flatMap { program.domains[index].cell(of: $0) }
        }
        self.cells = cells
        known = zip(program.questions, zip(values, cells)).map { question, answer in
            answer.1 == nil ? nil : answer.0.map { $0.value(for: question.type) }
        }
        // The reader's question is not asserted while it is unanswered.
        given =
            cells.enumerated().map { $1 ?? program.unassertedCell(ofQuestion: $0) }
            + program.conditions.map { _ in nil }
    }
}
