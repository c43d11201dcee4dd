/// What may be answered to a question (FORMATS 1.3).
public enum AnswerType: Sendable, Hashable {
    /// `yes, no`
    case yesNo
}

extension AnswerType {
    /// Reads a written type; `nil` where it is none, or none that is supported yet
    /// (`AnswerNotation` tells these apart).
    public init?(parsing text: String, words: Words = .english) {
        guard AnswerNotation(recognising: text, words: words) == .yesNo else { return nil }
        self = .yesNo
    }

    /// The labels that may be answered, in the order declared.
    public var labels: [String] {
        switch self {
        case .yesNo: ["yes", "no"]
        }
    }

    /// The spellings of its labels that people use, the site's own among them.
    public func spellings(words: Words = .english) -> [String] {
        switch self {
        case .yesNo: words.yes + words.no + ["y", "n", "true", "false"]
        }
    }

    /// Reads an answer as an author writes it, in any case and with space around it; `nil` where the
    /// type has no such answer. Blank and `?` are no answers: the caller keeps them apart.
    public func parse(answer: String, words: Words = .english) -> AnswerValue? {
        let answer = answer.folded
        switch self {
        case .yesNo:
            if words.yes.contains(where: { $0.folded == answer }) { return .yes }
            if words.no.contains(where: { $0.folded == answer }) { return .no }
            // As people abbreviate and as programs write it.
            return ["y": .yes, "true": .yes, "n": .no, "false": .no][answer]
        }
    }
}
