import Diagnostics
import Markdown
import Rules

extension AssessmentReader {
    /// Prose that names a question, as if it answered it.
    struct Miss {
        /// The question; it is no miss where that is answered elsewhere.
        let question: Int?
        let problem: Diagnostic
    }

    /// A paragraph that opens with an answer, as an item of a list would.
    mutating func noteParagraph(_ paragraph: Element) {
        let text = InlineText(paragraph, includingCode: true, includingStruck: false)
        let opening = String(text.string.prefix(300))
        guard let found = index.question(startingIn: opening), let mark = Separator.mark(of: found.rest),
            let word = mark.behind.split(whereSeparator: \.isWhitespace).first,
            index.phrase(word, to: found.index) != nil
        else { return }
        misses.append(.paragraph(index.questions[found.index], found.index, at: paragraph.location))
    }

    /// What is said when all is read: prose that was almost answers, and that there are none.
    func findings() -> [Diagnostic] {
        let found = misses.filter { miss in
            miss.question.map { question in !entries.contains { $0.question == question } } ?? true
        }.map(\.problem)
        guard found.isEmpty, entries.isEmpty, !index.names.isEmpty, !problems.hasErrors,
            let framework = file.document.frontMatter["framework"]
        else { return found }
        return [
            Diagnostic(
                "no-answers", .warning, at: framework.location,
                "this assessment answers no question of '\(framework.text ?? "")'",
                suggestion:
                    "write a table, '| Question | Answer | Evidence |', or a list, '- \(index.names[0]): yes — evidence'"
            )
        ]
    }
}

extension AssessmentReader.Miss {
    static func heading(_ question: Question, _ number: Int, at location: SourceLocation) -> Self {
        Self(
            number, at: location,
            "this heading names '\(question.name)', but no answer is found under it",
            suggestion: "begin the first line with the answer, as in 'yes — evidence'")
    }

    static func item(_ question: Question, _ number: Int, at location: SourceLocation) -> Self {
        Self(
            number, at: location, "this item names '\(question.name)', but its list is read as prose",
            suggestion: "write '\(question.name): yes — evidence'")
    }

    static func table(_ question: Question, _ number: Int, at location: SourceLocation) -> Self {
        Self(
            number, at: location, "this table names '\(question.name)', but it is read as prose",
            suggestion: "give each question a row of its own: '| \(question.name) | yes | evidence |'")
    }

    static func paragraph(_ question: Question, _ number: Int, at location: SourceLocation) -> Self {
        Self(
            number, at: location, "this paragraph names '\(question.name)', but it is read as prose",
            suggestion: "write an item of a list, '- \(question.name): yes — evidence'")
    }

    private init(_ question: Int, at location: SourceLocation, _ summary: String, suggestion: String) {
        self.question = question
        problem = Diagnostic("almost-answers", .warning, at: location, summary, suggestion: suggestion)
    }
}
