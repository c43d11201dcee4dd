/// The operators that compare two values.
enum Comparison: String, Sendable, Hashable, CaseIterable {
    /// The same value.
    case equal = "="
    /// Another value.
    case notEqual = "!="
    /// Before.
    case less = "<"
    /// Before, or the same.
    case lessOrEqual = "<="
    /// Behind.
    case greater = ">"
    /// Behind, or the same.
    case greaterOrEqual = ">="

    /// Whether it asks for an order, and not only for sameness.
    var needsOrder: Bool { self != .equal && self != .notEqual }

    /// Whether the first value stands to the second as the operator says; `nil` where that is unknown: the
    /// values are of different kinds, or have no order (DMN 1.5, tables 53 and 54).
    func holds(_ a: Value, _ b: Value, scale: Scale? = nil) -> Bool? {
        switch self {
        case .equal: a.isEqual(to: b)
        case .notEqual: Truth.not(a.isEqual(to: b))
        case .less: a.isLess(than: b, scale: scale)
        case .lessOrEqual: Truth.not(b.isLess(than: a, scale: scale))
        case .greater: b.isLess(than: a, scale: scale)
        case .greaterOrEqual: Truth.not(a.isLess(than: b, scale: scale))
        }
    }
}

/// A stretch between two ends, each of which may lie in it or not.
struct Interval<End: Sendable & Hashable>: Sendable, Hashable {
    /// The end that comes first.
    var lower: End
    /// Whether the lower end lies in it.
    var includesLower: Bool
    /// The end that comes last.
    var upper: End
    /// Whether the upper end lies in it.
    var includesUpper: Bool

    /// The same stretch with other ends.
    func map<Other>(_ transform: (End) -> Other) -> Interval<Other> {
        Interval<Other>(
            lower: transform(lower), includesLower: includesLower, upper: transform(upper),
            includesUpper: includesUpper)
    }
}

extension Interval<Value> {
    /// Whether a value lies in it; `nil` where that is unknown. Ends in the wrong order hold nothing between
    /// them (DMN 1.5, table 55).
    func contains(_ value: Value, scale: Scale? = nil) -> Bool? {
        let afterLower: Comparison = includesLower ? .greaterOrEqual : .greater
        let beforeUpper: Comparison = includesUpper ? .lessOrEqual : .less
        return Truth.all([
            afterLower.holds(value, lower, scale: scale), beforeUpper.holds(value, upper, scale: scale),
        ])
    }
}
