import Diagnostics
import Markdown
import Rules

/// Finds questions by what people call them: short name, id, or full text.
struct QuestionIndex {
    let questions: [Question]
    let words: Words
    private let logic: Logic?
    private let byName: [String: Int]

    /// - Parameters:
    ///   - logic: the rules that read the answers; without them no question is known.
    ///   - renamed: former ids and what they are now.
    init(_ logic: Logic?, words: Words, renamed: [String: String] = [:]) {
        self.logic = logic
        let questions = logic?.questions ?? []
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
        // As an item of a checklist reads.
        for (index, question) in questions.enumerated() {
            let name = Self.folded("\(question.name). \(question.ask)")
            if byName[name] == nil { byName[name] = index }
        }
        for (old, new) in renamed.sorted(by: { $0.key < $1.key }) {
            let name = Self.folded(old)
            if byName[name] == nil { byName[name] = questions.firstIndex { $0.id == new } }
        }
        self.byName = byName
    }

    /// The question of that name.
    func question(_ name: String) -> Int? { byName[Self.folded(name)] }

    /// The question whose name the text begins with, the longest, and what follows it: a separator, nothing, or, where
    /// the name ends in a question mark or a full stop, anything behind a space.
    func question(startingIn text: String) -> (index: Int, rest: Substring)? {
        var best: (index: Int, rest: Substring)?
        // An empty heading begins with no name.
        for end in text.indices.dropFirst() + [text.endIndex] where end > text.startIndex {
            let rest = text[end...]
            let last = text[text.index(before: end)]
            let isBehindMark = "?？.".contains(last) && rest.first?.isWhitespace == true
            guard isBehindMark || Separator.begins(rest) || rest.allSatisfy(\.isWhitespace),
                !Self.endsInSeparator(text[..<end]), let index = question(String(text[..<end]))
            else { continue }
            best = (index, rest)
        }
        return best
    }

    /// Whether a name would take in the colon behind it, and with it an open mark: `Replay: ?`.
    private static func endsInSeparator(_ name: Substring) -> Bool {
        name.last { !".?？!".contains($0) && !$0.isWhitespace }.map { ":：=".contains($0) } ?? true
    }

    /// Lower case, one space between words, without the marks at the end.
    private static func folded(_ text: String) -> String {
        let words = text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
        var view = words[...]
        while let last = view.last, ".?？!: ".contains(last) { view = view.dropLast() }
        return String(view)
    }

    /// The questions that take an answer.
    private var asked: [Question] { questions.filter(\.isAsked) }

    /// What the questions that take an answer are called.
    var names: [String] { asked.map(\.name) }

    /// The problem of a name that no question has.
    func unknown(_ name: String, at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            "unknown-question", at: location, "no question is called '\(name)'",
            suggestion: didYouMean(name, among: asked.map(\.name) + asked.map(\.id))
                ?? "the questions are \(asked.map(\.name).joined(separator: ", "))")
    }

    /// Reads an answer: blank and `?` are none.
    func answer(
        _ text: String, to question: Int, at location: SourceLocation, in notation: AnswerPhrase.Notation,
        problems: inout [Diagnostic]
    ) -> AnswerValue? {
        let text = text.trimmed
        if text.isEmpty || text == "?" { return nil }
        let asked = questions[question]
        guard asked.isAsked else {
            problems.append(
                Diagnostic(
                    "not-asked", at: location,
                    "'\(asked.name)' asks nothing: it says where to start when nothing else decides",
                    suggestion: "leave it out, or end it with '?' in the framework"))
            return nil
        }
        switch asked.type.read(answer: text, words: words) {
        case .answer(let value):
            if case .text(let text) = value, let meant = logic?.textMeant(by: text, to: question) {
                problems.append(
                    Diagnostic(
                        "almost-text", .warning, at: location,
                        "the rules read '\(meant)', and '\(text)' is another text",
                        suggestion: "did you mean '\(meant)'?"))
            }
            return value
        case .doubtful(let value, let reason):
            problems.append(Diagnostic("doubtful-number", .warning, at: location, reason))
            return value
        case .none(let reason, let suggestion):
            let isListed = !asked.type.labels.isEmpty
            problems.append(
                Diagnostic(
                    "bad-answer", at: location,
                    isListed
                        ? "'\(text)' is no answer to '\(asked.name)'"
                        : "\(reason), so this is no answer to '\(asked.name)'",
                    suggestion: suggestion
                        ?? AnswerPhrase.help(for: text, to: asked, in: notation, words: words)))
            return nil
        }
    }

    /// Whether a text is how someone answers: a label of some question, a number or a date where one asks for it, or an
    /// open mark. Free text tells nothing, since all is.
    func looksLikeAnswer(_ text: String) -> Bool {
        let text = text.trimmed
        return text == "?" || questions.contains { $0.type != .text && isAnswer(text, to: $0) }
    }

    /// Whether a text answers a question, as far as that can be told: free text never, but for an open mark.
    func looksLikeAnswer(_ text: String, to question: Int) -> Bool {
        let text = text.trimmed
        return text == "?" || questions[question].type != .text && isAnswer(text, to: questions[question])
    }

    private func isAnswer(_ text: String, to question: Question) -> Bool {
        question.type.parse(answer: text, words: words) != nil
    }

    /// Reads an answer with its evidence behind it, as a list or a heading has them.
    func phrase(_ text: Substring, to question: Int) -> AnswerPhrase? {
        AnswerPhrase(text, type: questions[question].type, words: words)
    }
}
