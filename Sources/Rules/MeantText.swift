extension Logic {
    /// The text that rules read and that an answer to a question asking for text was probably meant to be: it differs from
    /// the answer in capitals, or in the kind of its dashes, quotes and spaces, alone. `nil` where rules read the answer
    /// itself, or nothing like it.
    public func textMeant(by answer: String, to question: Int) -> String? {
        let read = program.domains[question].cells.compactMap { cell in
            if case .text(let text) = cell { text } else { nil }
        }
        guard !read.contains(answer) else { return nil }
        let folded = answer.folded
        return read.first { $0.folded == folded }
    }
}
