/// The written forms of answer types (FORMATS 1.3), told apart without reading them in full, so that one
/// that is not supported yet can be called by its name.
public enum AnswerNotation: String, Sendable, Hashable, CaseIterable {
    /// `yes, no`
    case yesNo = "yes/no"
    /// `a, b, c`
    case choice
    /// `a < b < c`
    case scale
    /// `number`, `number 0..100`, `number 0.. (ms)`
    case number
    /// `date`
    case date
    /// `text`
    case text

    /// Recognises the notation of `text`; `nil` where it is no answer type.
    public init?(recognising text: String, words: Words = .english) {
        let folded = text.folded
        switch folded {
        case "date": self = .date
        case "text": self = .text
        case "number": self = .number
        default:
            if folded.hasPrefix("number "),
                folded.dropFirst(7).first.map({ "0123456789-+.(".contains($0) }) == true
            {
                self = .number
            } else if let labels = AnswerNotation.labels(of: folded, separatedBy: "<") {
                // `a <= b` is a test, not a scale.
                guard labels.allSatisfy({ $0.first != "=" }) else { return nil }
                self = .scale
            } else if let labels = AnswerNotation.labels(of: folded, separatedBy: ",") {
                let isYesNo =
                    labels.count == 2
                    && [labels, labels.reversed()].contains { pair in
                        words.yes.contains { $0.folded == pair[0] }
                            && words.no.contains { $0.folded == pair[1] }
                    }
                self = isYesNo ? .yesNo : .choice
            } else {
                return nil
            }
        }
    }

    /// The labels between separators outside quotes; `nil` for fewer than two or an empty one.
    private static func labels(of text: String, separatedBy separator: Character) -> [String]? {
        var labels = [""]
        var isQuoted = false
        for character in text {
            if character == "\"" { isQuoted.toggle() }
            if character == separator, !isQuoted {
                labels.append("")
            } else {
                labels[labels.count - 1].append(character)
            }
        }
        let trimmed = labels.map(\.trimmed)
        return trimmed.count >= 2 && !isQuoted && trimmed.allSatisfy { !$0.isEmpty } ? trimmed : nil
    }
}
