public import Rules

/// A new assessment as Markdown: the form that `precedent` and the page of the live assessment write.
public struct AssessmentDraft: Sendable {
    private let title: String
    private let framework: Framework
    private let logic: Logic
    private let heads: [String]

    /// An assessment of what `title` says by a framework.
    /// - Parameter heads: what the columns of questions, answers and evidence are headed.
    public init(
        title: String, framework: Framework, logic: Logic,
        heads: [String] = ["Question", "Answer", "Evidence"]
    ) {
        self.title = title
        self.heads = heads
        self.framework = framework
        self.logic = logic
    }

    /// The file's text: a row for each question, `?` where one has no answer.
    public func markdown(_ answers: Answers) -> String {
        var text = "---\nframework: \(Self.scalar(framework.id))\n---\n# \(title)\n\n"
        text += "| \(heads.map(Self.cell).joined(separator: " | ")) |\n| --- | --- | --- |\n"
        for question in logic.askedQuestions {
            let isUnique =
                logic.askedQuestions.count { $0.name.lowercased() == question.name.lowercased() } == 1
            let answer =
                switch answers[question.id] {
                case let value?: " \(Self.cell(value.text))"
                // The reader's question is not open while it is not asserted.
                case nil: question.isAboutReader ? "" : " ?"
                }
            text += "| \(Self.cell(isUnique ? question.name : question.id)) |\(answer) | |\n"
        }
        return text
    }

    private static func scalar(_ text: String) -> String {
        let isPlain =
            text.allSatisfy { $0.isLetter || $0.isNumber || "-_/.".contains($0) }
            && text.first?.isLetter == true
        return isPlain ? text : "'" + text.replacing("'", with: "''") + "'"
    }

    private static func cell(_ text: String) -> String {
        text.replacing("\\", with: "\\\\").replacing("|", with: "\\|")
    }
}
