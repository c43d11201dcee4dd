public import Diagnostics
import FoundationEssentials

/// A decision table of a compiled framework (FORMATS 1.5).
public struct DecisionTable: Sendable {
    /// What a table is for.
    public enum Role: Sendable, Hashable {
        /// It says what is recommended.
        case recommendation
        /// Its rules are signals for options.
        case favours
        /// Other tables read what it puts out.
        case intermediate
    }

    /// Its name: the nearest heading.
    public let name: String
    /// What it is for.
    public let role: Role
    /// How rules that match at once make one result.
    public let policy: HitPolicy
    /// Whether its first column numbers the rules.
    public let isNumbered: Bool
    /// The columns that are asked.
    public let inputs: [Input]
    /// The columns that are put out.
    public let outputs: [Output]
    /// The rules, in the author's order.
    public let rows: [Row]
    /// Where the table stands.
    public let location: SourceLocation

    /// What a rule is called: "Recommendation, rule 3".
    public func name(of row: Row) -> String { "\(name), rule \(row.number)" }

    /// A column that rules test.
    public struct Input: Sendable {
        /// What stands in its header.
        public let text: String
        /// What is tested.
        let subject: Subject
    }

    /// What a column of a table, or a name in an expression, stands for.
    enum Subject: Sendable, Hashable {
        /// The answer to a question.
        case question(Int)
        /// What a table puts out in a column.
        case output(table: Int, column: Int)
        /// The sum of an option's signals.
        case tally(option: Int)
        /// Whether an option is viable.
        case viable(option: Int)
        /// An expression, by its index in the program.
        case expression(Int)
    }

    /// A column that rules fill.
    public struct Output: Sendable, Hashable {
        /// Its name, without the arrow.
        public let name: String
        /// Its values, the highest priority first: those declared, else those that stand in it.
        let values: [Value]
        /// Whether its values are options.
        public let isOption: Bool
    }

    /// A rule.
    public struct Row: Sendable {
        /// Its number as the author wrote it, or its place from 1.
        public let number: String
        /// The tests, one for each input.
        let tests: [UnaryTests]
        /// What it puts out, one for each output; null where the cell is empty.
        let outputs: [Value]
        /// The option that it names.
        public let option: Int?
        /// How much the option's cell says that it counts, in a table of favours: `A (2)`, `not A`.
        let weight: Number
        /// The words that qualify the option.
        public let qualifier: String?
        /// The cells as they are written, inputs and outputs.
        public let texts: [String]
        /// The author's annotations.
        public let reason: String?
        /// Where the rule stands.
        public let location: SourceLocation
    }
}
