import Decisions
import FoundationEssentials
import Languages
import Rules

/// What rules speak of, in the words of a language.
extension Phrases {
    /// A day in words: "4 March 2026".
    func date(_ date: CalendarDate) -> String { self.date(day: date.day, month: date.month, year: date.year) }

    /// What stretches of answers are called.
    var ofAnswers: AnswerPhrases { AnswerPhrases(yes: yes, no: no) { self("answers.\($0.rawValue)") } }

    /// An answer as people read it: a yes and a no in the language, all else as it is written.
    func answer(_ text: String, to type: AnswerType) -> String {
        guard type == .yesNo else { return text }
        return text == "yes" ? yes : text == "no" ? no : text
    }

    /// An answer as people read it, with its unit.
    func answer(_ value: AnswerValue, to type: AnswerType) -> String { answer(type.text(value), to: type) }

    /// What may be answered, in words: "yes, no", "a number from 0 (ms)".
    func answers(of type: AnswerType) -> String {
        switch type {
        case .yesNo: return list([yes, no])
        case .choice(let labels): return list(labels)
        case .scale(let labels): return labels.joined(separator: " < ")
        case .number(let least, let greatest, let unit):
            let (least, greatest) = (least.map { decimal("\($0)") }, greatest.map { decimal("\($0)") })
            let number =
                switch (least, greatest) {
                case (let least?, let greatest?):
                    self("answers.number-range", ["least": least, "greatest": greatest])
                case (let least?, nil): self("answers.number-from", ["least": least])
                case (nil, let greatest?): self("answers.number-up-to", ["greatest": greatest])
                case (nil, nil): self("answers.number")
                }
            return number + (unit.map { " (\($0))" } ?? "")
        case .date: return self("answers.date")
        case .text: return self("answers.text")
        }
    }

    /// What a status is called; one of the author's own as it is written. Statuses are in lower case.
    func status(_ name: String) -> String { self.name(name, in: "statuses") ?? name }

    /// What a kind of relation is called.
    func relation(_ kind: Relation.Kind) -> String {
        self.name(kind.rawValue.lowercased(), in: "relations") ?? kind.rawValue
    }

    /// What a part of people is called.
    func role(_ part: DecisionRecord.Part) -> String {
        self.name(part.rawValue.lowercased(), in: "roles") ?? part.rawValue
    }
}
