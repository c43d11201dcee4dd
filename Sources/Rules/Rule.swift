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
    public let question: Int?
    /// The cells of the question's answer in which an item's rule holds; none for rows.
    let cells: [Int]

    init(
        index: Int, condition: Condition, testText: String, target: Target, targetText: String,
        reason: String?,
        location: SourceLocation
    ) {
        self.index = index
        self.condition = condition
        self.testText = testText
        self.target = target
        self.targetText = targetText
        self.reason = reason
        self.location = location
        // Kept and not worked out each time: they are asked for at every step of an evaluation.
        switch condition {
        case .answer(let question, let cells):
            self.question = question
            self.cells = cells
        case .row:
            question = nil
            cells = []
        }
    }
}
