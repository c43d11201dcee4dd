public import Diagnostics

/// A rule that speaks for or against an option: an item of a checklist, or a row of a table of favours.
public struct Rule: Sendable, Hashable {
    /// When a rule holds.
    public enum Condition: Sendable, Hashable {
        /// The answer to a question lies in one of these cells of its domain.
        case answer(question: Int, cells: [Int])
        /// A row of a decision table matches.
        case row(table: Int, row: Int)
    }

    /// Its index among the framework's rules.
    public let index: Int
    /// When it holds.
    public let condition: Condition
    /// What the answer has to be, as the author wrote it: `yes`, `> 500`; for rows their tests.
    public let testText: String
    /// What it then means.
    public let target: Target
    /// The target as the author wrote it.
    public let targetText: String
    /// The author's reason.
    public let reason: String?
    /// Where the rule stands.
    public let location: SourceLocation

    /// The question of a checklist's item; `nil` for a row of a table, which may test several.
    public var question: Int? {
        if case .answer(let question, _) = condition { question } else { nil }
    }

    /// The cells of the question's answer in which an item's rule holds; none for rows.
    var cells: [Int] {
        if case .answer(_, let cells) = condition { cells } else { [] }
    }
}
