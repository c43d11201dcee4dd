/// A row of the table that shows the default recommendation (FORMATS 1.6) in a framework's own terms, so
/// that nothing is hidden.
public struct DefaultRule: Sendable, Hashable {
    /// The step of FORMATS 1.6 that a row stands for, for pages that word it themselves.
    public enum Kind: Sendable, Hashable {
        /// Step 1: the fallback is asked for.
        case askedToStart
        /// Step 2: options that a gate leaves out.
        case gate
        /// Step 4: a composite of the favoured options, or a tie of several.
        case composite
        /// Step 5: the highest tally.
        case highestTally
        /// Step 5: several share the highest tally.
        case tie
        /// Step 6: nothing is favoured.
        case otherwise
    }

    /// The row's number, from 1. The first row that applies decides; gates only leave options out.
    public let number: Int
    /// What kind of row it is.
    public let kind: Kind
    /// When it applies, in words.
    public let when: String
    /// What it means, in words.
    public let then: String
    /// The options that `then` names.
    public let options: [Int]
    /// The author's rule on which it rests.
    public let rule: Int?
}
