/// How the rules of a table that match at once make one result (DMN 1.5, 8.2.10).
public enum HitPolicy: String, Sendable, Hashable, CaseIterable {
    /// At most one rule matches; else the result is null, and an error.
    case unique = "U"
    /// All rules that match have the same outputs; else the result is null, and an error.
    case any = "A"
    /// Of the rules that match the one whose output comes first in the declared order.
    case priority = "P"
    /// The first rule that matches, in the table's order.
    case first = "F"
    /// All outputs, in the table's order.
    case ruleOrder = "R"
    /// All outputs, in the declared order.
    case outputOrder = "O"
    /// All outputs, in no order that matters.
    case collect = "C"
    /// Their sum.
    case sum = "C+"
    /// The least of them.
    case least = "C<"
    /// The greatest of them.
    case greatest = "C>"
    /// How many they are.
    case count = "C#"

    /// Reads the top-left cell of a table; empty is `U`.
    public init?(written text: String) {
        let text = text.filter { !$0.isWhitespace && $0 != "\\" }.uppercased()
        guard let policy = text.isEmpty ? .unique : HitPolicy(rawValue: text) else { return nil }
        self = policy
    }

    /// Whether at most one rule makes the result.
    public var isSingleHit: Bool {
        switch self {
        case .unique, .any, .priority, .first: true
        case .ruleOrder, .outputOrder, .collect, .sum, .least, .greatest, .count: false
        }
    }

    /// Whether the outputs are made into one number.
    var isAggregation: Bool {
        switch self {
        case .sum, .least, .greatest, .count: true
        default: false
        }
    }

    /// Whether the order in which the outputs' values are declared matters.
    var ranksOutputs: Bool { self == .priority || self == .outputOrder }
}
