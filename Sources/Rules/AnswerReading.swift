import FoundationEssentials

/// How an answer was understood.
public enum AnswerReading: Sendable, Hashable {
    /// It is an answer of the type.
    case answer(AnswerValue)
    /// It is read as this answer, and may have been meant otherwise, for the reason given.
    case doubtful(AnswerValue, String)
    /// It is not within the type: what is wrong, and what to write where that can be said.
    case none(String, suggestion: String?)
}

extension AnswerType {
    /// Reads an answer as an author writes it, in any case and with space around it. Blank and `?` are no
    /// answers: the caller keeps them apart.
    public func read(answer: String, words: Words = .english) -> AnswerReading {
        let answer = answer.trimmed
        switch self {
        case .yesNo:
            if words.yes.contains(where: { $0.folded == answer.folded }) { return .answer(.yes) }
            if words.no.contains(where: { $0.folded == answer.folded }) { return .answer(.no) }
            // As people abbreviate and as programs write it.
            let short: [String: AnswerValue] = ["y": .yes, "true": .yes, "n": .no, "false": .no]
            return short[answer.folded].map { .answer($0) } ?? unknownLabel(answer)
        case .choice(let labels), .scale(let labels):
            let unquoted = answer.filter { $0.folded != "\"" }.folded
            guard let label = labels.first(where: { $0.folded == answer.folded || $0.folded == unquoted })
            else { return unknownLabel(answer) }
            return .answer(.label(label))
        case .number(let least, let greatest, let unit):
            return NumberReading(answer, unit: unit).reading(least: least, greatest: greatest)
        case .date:
            guard let date = CalendarDate(iso: answer) else {
                return .none("'\(answer)' is no date", suggestion: "write it as YYYY-MM-DD")
            }
            return .answer(.date(date))
        case .text: return .answer(.text(answer))
        }
    }

    /// Reads an answer; `nil` where the type has no such answer.
    public func parse(answer: String, words: Words = .english) -> AnswerValue? {
        switch read(answer: answer, words: words) {
        case .answer(let value), .doubtful(let value, _): value
        case .none: nil
        }
    }

    private func unknownLabel(_ answer: String) -> AnswerReading {
        .none("'\(answer)' is not among the answers", suggestion: nil)
    }
}

/// A number as people write it: with thousands separators, with its unit before or behind it.
private struct NumberReading {
    private let text: String
    private let unit: String?
    /// The digits, sign and point without separators, and what stands around them.
    private let digits: String
    private let foreignUnit: String?

    init(_ text: String, unit: String?) {
        self.text = text
        self.unit = unit
        var rest = text.trimmed
        var foreign: String?
        if let unit, !unit.isEmpty {
            if let behind = rest[...].after(unit: unit) {
                rest = behind
            } else if rest.folded.hasSuffix(unit.folded) {
                rest = String(rest.dropLast(unit.count)).trimmed
            }
        }
        let isPart = { (character: Character) in
            character.isNumber || character.isWhitespace || "+-.,'’−".contains(character)
        }
        if let end = rest.firstIndex(where: { !isPart($0) }) {
            foreign = String(rest[end...]).trimmed
            rest = String(rest[..<end])
        }
        digits = rest.trimmed.replacing("−", with: "-")
        foreignUnit = foreign
    }

    func reading(least: Number?, greatest: Number?) -> AnswerReading {
        let plain = withoutSeparators(digits)
        if foreignUnit != nil || plain.flatMap({ Number(plain: $0) }) == nil,
            let help = NumberHelp(text, unit: unit)
        {
            return .none("'\(text)' is no number", suggestion: help.suggestion)
        }
        if let foreignUnit {
            let suggestion = unit.map { "write it in \($0)" } ?? "write the number alone"
            return .none(
                digits.contains(where: \.isNumber)
                    ? "'\(foreignUnit)' is not the unit of this number" : "'\(text)' is no number",
                suggestion: suggestion)
        }
        guard let plain, let number = Number(plain: plain) else {
            return .none(
                "'\(text)' is no number", suggestion: "write it with a decimal point, as in 4000 or 0.5")
        }
        if let least, number < least { return .none("\(number) is below \(least)", suggestion: nil) }
        if let greatest, number > greatest { return .none("\(number) is above \(greatest)", suggestion: nil) }
        if looksLikeThousands(plain) {
            return .doubtful(
                .number(number),
                "'\(digits)' is read as \(number): write \(plain.filter { $0 != "." }) if thousands are meant"
            )
        }
        return .answer(.number(number))
    }

    /// Takes thousands separators out: commas, spaces or apostrophes, each before just three digits.
    /// `nil` where they stand elsewhere, as in `4,5`.
    private func withoutSeparators(_ text: String) -> String? {
        let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard let whole = parts.first else { return nil }
        let groups = whole.split(omittingEmptySubsequences: false) { $0.isWhitespace || ",'’".contains($0) }
        guard groups.count > 1 else { return text }
        let first = groups[0].drop { "+-".contains($0) }
        guard (1...3).contains(first.count), groups.dropFirst().allSatisfy({ $0.count == 3 }) else {
            return nil
        }
        return groups.joined() + (parts.count > 1 ? "." + parts[1] : "")
    }

    /// Whether a number is written like `4.000`, which is four here and four thousand elsewhere.
    private func looksLikeThousands(_ plain: String) -> Bool {
        let parts = plain.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[1].count == 3 else { return false }
        let whole = parts[0].drop { "+-".contains($0) }
        return (1...3).contains(whole.count) && whole != "0"
    }
}

extension Substring {
    /// What stands behind a unit that a text begins with, as in `€ 500`.
    fileprivate func after(unit: String) -> String? {
        let rest = String(self)
        guard rest.folded.hasPrefix(unit.folded), unit.first?.isNumber == false else { return nil }
        return String(rest.dropFirst(unit.count)).trimmed
    }
}
