extension Logic {
    /// Whether some rule may make a difference between two answers to a question: whether they lie in different cells of
    /// it, or where conditions reckon with it whether they are different at all.
    public func tellsApart(_ one: AnswerValue, _ other: AnswerValue, toQuestion question: Int) -> Bool {
        let isReckonedWith = program.conditions.indices.contains {
            program.questions(behindCondition: program.questions.count + $0).contains(question)
        }
        guard !isReckonedWith else { return one != other }
        let id = questions[question].id
        let cells = [one, other].map { AnsweredCells(Answers([id: $0]), of: program).cells[question] }
        return cells[0] != cells[1]
    }
}
