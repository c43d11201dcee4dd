import Diagnostics
import Markdown
import Rules

/// Finds questions by what people call them: short name, id, or full text.
struct QuestionIndex {
    let questions: [Question]
    let words: Words
    private let byName: [String: Int]

    init(_ questions: [Question], words: Words) {
        self.questions = questions
        self.words = words
        var byName: [String: Int] = [:]
        // An id is certain, a text may be shared: the first to claim a name keeps it.
        for key in [\Question.id, \.name, \.ask] {
            for (index, question) in questions.enumerated() {
                let name = Self.folded(question[keyPath: key])
                if byName[name] == nil { byName[name] = index }
            }
        }
        self.byName = byName
    }

    /// The question of that name.
    func question(_ name: String) -> Int? { byName[Self.folded(name)] }

    /// The question whose name the text begins with, the longest, if a colon, a dash or the end follows; with how many
    /// characters the name has.
    func question(startingIn text: String) -> (index: Int, rest: Substring)? {
        var best: (index: Int, rest: Substring)?
        for end in text.indices.dropFirst() + [text.endIndex] {
            let rest = text[end...]
            guard Separator.begins(rest) || rest.allSatisfy(\.isWhitespace),
                let index = question(String(text[..<end]))
            else { continue }
            best = (index, rest)
        }
        return best
    }

    /// Lower case, one space between words, without the marks at the end.
    private static func folded(_ text: String) -> String {
        let words = text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
        var view = words[...]
        while let last = view.last, ".?!: ".contains(last) { view = view.dropLast() }
        return String(view)
    }

    /// The problem of a name that no question has.
    func unknown(_ name: String, at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            "unknown-question", at: location, "no question is called '\(name)'",
            suggestion: didYouMean(name, among: questions.map(\.name) + questions.map(\.id))
                ?? "the questions are \(questions.map(\.name).joined(separator: ", "))")
    }

    /// Reads an answer: blank and `?` are none.
    func answer(
        _ text: String, to question: Int, at location: SourceLocation, problems: inout [Diagnostic]
    ) -> AnswerValue? {
        let text = text.trimmed
        if text.isEmpty || text == "?" { return nil }
        let asked = questions[question]
        if let value = asked.type.parse(answer: text, words: words) { return value }
        problems.append(
            Diagnostic(
                "bad-answer", at: location, "'\(text)' is no answer to '\(asked.name)'",
                suggestion: didYouMean(text, among: asked.type.labels)
                    ?? "the answers are \(asked.type.labels.joined(separator: ", ")); '?' leaves it open"))
        return nil
    }

    /// Whether a text is how someone answers: a label of some question, or an open mark.
    func looksLikeAnswer(_ text: String) -> Bool {
        let text = text.trimmed
        return text == "?" || questions.contains { $0.type.parse(answer: text, words: words) != nil }
    }
}

/// What stands between an answer and its evidence, and between a question and its answer.
enum Separator {
    private static let dashes: [Character] = ["—", "–", "-"]

    /// Whether a text begins with a colon, or with a dash that has space around it.
    static func begins(_ text: Substring) -> Bool {
        if text.first == ":" { return true }
        guard let first = text.first, first.isWhitespace else { return false }
        let rest = text.drop(while: \.isWhitespace)
        guard let mark = rest.first, dashes.contains(mark) || mark == ":" else { return false }
        return mark == ":" || rest.dropFirst().first?.isWhitespace ?? true
    }

    /// The part before the first dash that has space around it, and the part behind it.
    static func splitAtDash(_ text: String) -> (before: String, behind: Substring?) {
        var index = text.startIndex
        while index < text.endIndex {
            let next = text.index(after: index)
            let isFree = index == text.startIndex || text[text.index(before: index)].isWhitespace
            if dashes.contains(text[index]), isFree, next == text.endIndex || text[next].isWhitespace {
                return (String(text[..<index]), text[next...])
            }
            index = next
        }
        return (text, nil)
    }
}
