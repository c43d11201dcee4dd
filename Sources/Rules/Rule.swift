public import Diagnostics

/// A rule of a compiled framework: which answers to its question mean what.
public struct Rule: Sendable, Hashable {
    /// Its index among the framework's rules.
    public let index: Int
    /// The question whose answer sets it off.
    public let question: Int
    /// What it then means.
    public let target: Target
    /// The target as the author wrote it.
    public let targetText: String
    /// The author's reason.
    public let reason: String?
    /// Where the rule stands.
    public let location: SourceLocation

    /// The cells of the question's domain in which the rule holds.
    let cells: [Int]
}
