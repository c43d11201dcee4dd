public import FoundationEssentials

/// One answer.
public enum AnswerValue: Sendable, Hashable {
    /// One of the labels of the question's type.
    case label(String)
    /// A number, in the question's unit.
    case number(Number)
    /// A day.
    case date(CalendarDate)
    /// Free text.
    case text(String)

    /// The answer *yes*.
    public static let yes = AnswerValue.label("yes")
    /// The answer *no*.
    public static let no = AnswerValue.label("no")

    /// The answer as it is written: `yes`, `4000`, `2026-03-02`.
    public var text: String {
        switch self {
        case .label(let text), .text(let text): text
        case .number(let number): "\(number)"
        case .date(let date): date.iso
        }
    }
}

/// What is known about a subject: answers by the id of their question. A question without one is
/// unanswered, which is never *no*.
public struct Answers: Sendable, Hashable {
    private var values: [String: AnswerValue]

    /// Creates answers by question id.
    public init(_ values: [String: AnswerValue] = [:]) { self.values = values }

    /// The answer to a question; `nil` while it is unanswered.
    public subscript(questionID: String) -> AnswerValue? {
        get { values[questionID] }
        set { values[questionID] = newValue }
    }
}
