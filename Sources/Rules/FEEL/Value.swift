public import FoundationEssentials

/// What an expression or an answer amounts to: the values of DMN 1.5, 10.3.2.1, as far as rules use them.
public enum Value: Sendable, Hashable {
    /// No value: unknown, or what an operation gives that has no result.
    case null
    /// Yes or no.
    case boolean(Bool)
    /// A decimal number.
    case number(Number)
    /// A text, or a label of a choice or a scale.
    case string(String)
    /// A day.
    case date(CalendarDate)
    /// Values in order.
    case list([Value])
}

extension Value {
    /// A truth value; unknown is null.
    init(_ truth: Bool?) { self = truth.map(Value.boolean) ?? .null }

    /// A number; where there is none, null.
    init(_ number: Number?) { self = number.map(Value.number) ?? .null }

    /// The truth value, `nil` for anything else: what `and`, `or` and `not` take an operand for (10.3.2.4).
    var truth: Bool? {
        if case .boolean(let truth) = self { truth } else { nil }
    }

    /// The number, where it is one.
    var number: Number? {
        if case .number(let number) = self, !number.isNaN { number } else { nil }
    }

    /// The text, where it is one.
    var string: String? {
        if case .string(let string) = self { string } else { nil }
    }

    /// What a function takes a list of one for, where it asks for no list (10.3.2.9.4).
    var unwrapped: Value {
        if case .list(let items) = self, items.count == 1 { items[0] } else { self }
    }

    /// Whether two values are equal; `nil` where they are of different kinds.
    ///
    /// Equality with null is two-valued: null equals null and nothing else (DMN 1.5, 10.3.2.2, tables 49 and 53).
    func isEqual(to other: Value) -> Bool? {
        switch (self, other) {
        case (.null, .null): true
        case (.null, _), (_, .null): false
        case (.boolean(let a), .boolean(let b)): a == b
        case (.number(let a), .number(let b)): a.isNaN || b.isNaN ? nil : a == b
        case (.string(let a), .string(let b)): a == b
        case (.date(let a), .date(let b)): a == b
        case (.list(let a), .list(let b)):
            a.count == b.count ? Truth.all(zip(a, b).lazy.map { $0.isEqual(to: $1) }) : false
        default: nil
        }
    }

    /// Whether this comes before another; `nil` where the two have no order. Texts are ordered by their
    /// characters' code points, labels of a scale as they were declared.
    func isLess(than other: Value, scale: Scale? = nil) -> Bool? {
        switch (self, other) {
        case (.number(let a), .number(let b)): return a.isNaN || b.isNaN ? nil : a < b
        case (.date(let a), .date(let b)): return a < b
        case (.string(let a), .string(let b)):
            guard let scale else { return a < b }
            guard let a = scale.rank(of: a), let b = scale.rank(of: b) else { return nil }
            return a < b
        default: return nil
        }
    }
}

/// The labels of a scale, the lowest first.
struct Scale: Sendable, Hashable {
    /// The labels.
    let labels: [String]
    private let ranks: [String: Int]

    /// A scale with the given labels; of two that are the same the first counts.
    init(_ labels: [String]) {
        self.labels = labels
        ranks = Dictionary(labels.enumerated().map { ($1, $0) }) { first, _ in first }
    }

    /// Where a label stands.
    func rank(of label: String) -> Int? { ranks[label] }
}

/// Three-valued logic, with `nil` as the third value (DMN 1.5, 10.3.2.4 and table 50).
enum Truth {
    /// Whether all hold: one that does not settles it, else one that is unknown.
    static func all(_ truths: some Sequence<Bool?>) -> Bool? {
        var result: Bool? = true
        for truth in truths {
            if truth == false { return false }
            if truth == nil { result = nil }
        }
        return result
    }

    /// Whether any holds: one that does settles it, else one that is unknown.
    static func any(_ truths: some Sequence<Bool?>) -> Bool? {
        var result: Bool? = false
        for truth in truths {
            if truth == true { return true }
            if truth == nil { result = nil }
        }
        return result
    }

    /// The contrary.
    static func not(_ truth: Bool?) -> Bool? { truth.map { !$0 } }
}

extension Value {
    /// The value as readers see it.
    public var text: String {
        switch self {
        case .null: "nothing"
        case .boolean(let truth): truth ? "yes" : "no"
        case .number(let number): "\(number)"
        case .string(let text): text
        case .date(let date): date.iso
        case .list(let values): values.map(\.text).joined(separator: ", ")
        }
    }
}
