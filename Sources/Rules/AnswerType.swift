public import FoundationEssentials

/// What may be answered to a question (FORMATS 1.3).
public enum AnswerType: Sendable, Hashable {
    /// `yes, no`
    case yesNo
    /// `a, b, c`
    case choice([String])
    /// `a < b < c`, the least first.
    case scale([String])
    /// `number`, `number 0..100`, `number 0.. (ms)`: least and greatest value, and the unit.
    case number(least: Number?, greatest: Number?, unit: String?)
    /// `date`
    case date
    /// `text`
    case text
}

extension AnswerType {
    /// The labels that may be answered, in the order declared; none for numbers, dates and text.
    public var labels: [String] {
        switch self {
        case .yesNo: ["yes", "no"]
        case .choice(let labels), .scale(let labels): labels
        case .number, .date, .text: []
        }
    }

    /// What its numbers count; `nil` where they have no unit, and for all that is no number.
    public var unit: String? {
        if case .number(_, _, let unit) = self { unit } else { nil }
    }

    /// The spellings of its labels that people use, the site's own among them.
    public func spellings(words: Words = .english) -> [String] {
        self == .yesNo ? words.yes + words.no + ["y", "n", "true", "false"] : labels
    }

    /// Whether its answers have an order, so that a threshold can be named.
    public var isOrdered: Bool {
        switch self {
        case .scale, .number, .date: true
        case .yesNo, .choice, .text: false
        }
    }

    /// An answer as people read it: `yes`, `4000 msg/s`.
    public func text(_ answer: AnswerValue) -> String {
        guard case .number(_, _, let unit?) = self else { return answer.text }
        return "\(answer.text) \(unit)"
    }

    /// What may be answered, in words: `yes, no`, `a number from 0 (ms)`.
    public var description: String {
        switch self {
        case .yesNo, .choice: labels.joined(separator: ", ")
        case .scale: labels.joined(separator: " < ")
        case .number(let least, let greatest, let unit):
            AnswerType.numberText(least, greatest) + (unit.map { " (\($0))" } ?? "")
        case .date: "a date as YYYY-MM-DD"
        case .text: "text"
        }
    }

    private static func numberText(_ least: Number?, _ greatest: Number?) -> String {
        switch (least, greatest) {
        case (let least?, let greatest?): "a number from \(least) to \(greatest)"
        case (let least?, nil): "a number from \(least)"
        case (nil, let greatest?): "a number up to \(greatest)"
        case (nil, nil): "a number"
        }
    }
}

/// Why a text that is written like an answer type is none.
public enum AnswerTypeProblem: Error, Hashable {
    /// A label stands there twice.
    case duplicateLabel(String)
    /// The least value is not below the greatest.
    case emptyRange
}

extension AnswerType {
    /// Reads a written type.
    /// - Returns: `nil` where the text is not written like a type at all.
    public static func read(_ text: String, words: Words = .english) -> Result<AnswerType, AnswerTypeProblem>?
    {
        switch text.folded {
        case "date": return .success(.date)
        case "text": return .success(.text)
        default: break
        }
        if let rest = text[...].after(phrase: "number") { return number(rest) }
        if let labels = labels(in: text, separatedBy: "<") {
            // `a <= b` is a test, not a scale.
            guard labels.allSatisfy({ $0.first != "=" }) else { return nil }
            return duplicate(in: labels).map { .failure(.duplicateLabel($0)) } ?? .success(.scale(labels))
        }
        guard let labels = labels(in: text, separatedBy: ",") else { return nil }
        if let twice = duplicate(in: labels) { return .failure(.duplicateLabel(twice)) }
        let isYesNo =
            labels.count == 2
            && [labels, labels.reversed()].contains { pair in
                words.yes.contains { $0.folded == pair[0].folded }
                    && words.no.contains { $0.folded == pair[1].folded }
            }
        return .success(isYesNo ? .yesNo : .choice(labels))
    }

    /// Whether a text is written like an answer type, be it a good one or not.
    public static func isNotation(_ text: String, words: Words = .english) -> Bool {
        read(text, words: words) != nil
    }

    private static func duplicate(in labels: [String]) -> String? {
        var seen = Set<String>()
        return labels.first { !seen.insert($0.folded).inserted }
    }

    /// What follows `number`: a range, a unit in brackets, both, or nothing.
    private static func number(_ text: Substring) -> Result<AnswerType, AnswerTypeProblem>? {
        var range = text.trimmed[...]
        var unit: String?
        if range.last == ")", let open = range.firstIndex(of: "(") {
            unit = String(range[range.index(after: open)...].dropLast()).trimmed
            range = range[..<open].trimmed[...]
            guard unit?.isEmpty == false else { return nil }
        }
        guard !range.isEmpty else { return .success(.number(least: nil, greatest: nil, unit: unit)) }
        let parts = range.replacing("…", with: "..").split(separator: "..", omittingEmptySubsequences: false)
        guard parts.count == 2 else { return nil }
        let bounds = parts.map { $0.trimmed }
        let numbers = bounds.map { Number(plain: $0.folded) }
        guard bounds.contains(where: { !$0.isEmpty }),
            zip(bounds, numbers).allSatisfy({ $0.isEmpty || $1 != nil })
        else { return nil }
        if let least = numbers[0], let greatest = numbers[1], least >= greatest {
            return .failure(.emptyRange)
        }
        return .success(.number(least: numbers[0], greatest: numbers[1], unit: unit))
    }

    /// The labels between separators outside quotes; `nil` for fewer than two or an empty one.
    private static func labels(in text: String, separatedBy separator: Character) -> [String]? {
        guard let labels = unquotedParts(of: text, separatedBy: separator) else { return nil }
        return labels.count >= 2 && labels.allSatisfy { !$0.isEmpty } ? labels : nil
    }

    /// What stands between separators outside quotes, without space and quotes around it; `nil` where a quote is left open.
    static func unquotedParts(of text: String, separatedBy separator: Character) -> [String]? {
        var labels = [""]
        var isQuoted = false
        for character in text {
            if character.folded == "\"" { isQuoted.toggle() }
            if character == separator, !isQuoted {
                labels.append("")
            } else {
                labels[labels.count - 1].append(character)
            }
        }
        return isQuoted ? nil : labels.map { unquoted($0.trimmed) }
    }

    private static func unquoted(_ label: String) -> String {
        guard label.count >= 2, label.first?.folded == "\"", label.last?.folded == "\"" else { return label }
        return String(label.dropFirst().dropLast()).trimmed
    }
}
