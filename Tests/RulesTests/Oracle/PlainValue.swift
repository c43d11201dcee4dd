// What values are to the oracle, and DMN 1.5, 10.3.2, on how they compare.

/// A value; labels are texts.
enum PlainValue: Hashable {
    case null
    case truth(Bool)
    case number(PlainNumber)
    case text(String)
    case day(Int)
    case list([PlainValue])

    var number: PlainNumber? { if case .number(let number) = self { number } else { nil } }
    var text: String? { if case .text(let text) = self { text } else { nil } }
    var truth: Bool? { if case .truth(let truth) = self { truth } else { nil } }
}

/// The operators that compare.
enum PlainComparator: String, CaseIterable {
    case equal = "=", notEqual = "!=", less = "<", lessOrEqual = "<=", greater = ">", greaterOrEqual = ">="

    var asksForOrder: Bool { self != .equal && self != .notEqual }

    /// Tables 52 to 54. Null equals null alone, everything else about it is unknown, and so is what compares values of
    /// different kinds. `order` holds the labels of a scale, the least first.
    func holds(_ a: PlainValue, _ b: PlainValue, order: [String]? = nil) -> Bool? {
        if !asksForOrder {
            guard let isEqual = areEqual(a, b) else { return nil }
            return self == .equal ? isEqual : !isEqual
        }
        guard let sign = difference(a, b, order) else { return nil }
        return switch self {
        case .less: sign < 0
        case .lessOrEqual: sign <= 0
        case .greater: sign > 0
        default: sign >= 0
        }
    }

    private func difference(_ a: PlainValue, _ b: PlainValue, _ order: [String]?) -> Int? {
        switch (a, b) {
        case (.number(let a), .number(let b)): return a == b ? 0 : a < b ? -1 : 1
        case (.day(let a), .day(let b)): return a - b
        case (.text(let a), .text(let b)):
            guard let order else { return a == b ? 0 : a < b ? -1 : 1 }
            guard let a = order.firstIndex(of: a), let b = order.firstIndex(of: b) else { return nil }
            return a - b
        default: return nil
        }
    }
}

func areEqual(_ a: PlainValue, _ b: PlainValue) -> Bool? {
    switch (a, b) {
    case (.null, _), (_, .null): return a == b
    case (.truth, .truth), (.number, .number), (.text, .text), (.day, .day): return a == b
    case (.list(let a), .list(let b)):
        return a.count == b.count ? conjunction(zip(a, b).map { areEqual($0, $1) }) : false
    default: return nil
    }
}

/// Three-valued `and` (10.3.2.4): one that is false settles it.
func conjunction(_ truths: [Bool?]) -> Bool? {
    var isUnknown = false
    for truth in truths {
        if truth == false { return false }
        if truth == nil { isUnknown = true }
    }
    return isUnknown ? nil : true
}

/// Three-valued `or`: one that is true settles it.
func disjunction(_ truths: [Bool?]) -> Bool? {
    conjunction(truths.map { $0.map { !$0 } }).map { !$0 }
}

/// What an author writes in a cell of tests (FORMATS 1.5).
struct PlainCell: Hashable {
    enum Test: Hashable {
        case value(PlainValue)
        case comparison(PlainComparator, PlainValue)
        case interval(PlainValue, includesLower: Bool, PlainValue, includesUpper: Bool)
    }

    /// No tests at all are `-`, which everything passes, null too.
    var tests: [Test] = []
    var isNegated = false

    static let any = PlainCell()

    /// Whether a value is known to pass.
    func holds(_ value: PlainValue, order: [String]? = nil) -> Bool {
        if tests.isEmpty { return true }
        let passed = disjunction(tests.map { $0.holds(value, order) })
        return isNegated ? passed == false : passed == true
    }

    /// All values that it mentions.
    var constants: [PlainValue] {
        tests.flatMap { test -> [PlainValue] in
            switch test {
            case .value(let value), .comparison(_, let value): [value]
            case .interval(let lower, _, let upper, _): [lower, upper]
            }
        }
    }
}

extension PlainCell.Test {
    func holds(_ value: PlainValue, _ order: [String]?) -> Bool? {
        switch self {
        case .value(let wanted): areEqual(value, wanted)
        case .comparison(let comparator, let end): comparator.holds(value, end, order: order)
        case .interval(let lower, let includesLower, let upper, let includesUpper):
            conjunction([
                (includesLower ? PlainComparator.greaterOrEqual : .greater).holds(value, lower, order: order),
                (includesUpper ? PlainComparator.lessOrEqual : .less).holds(value, upper, order: order),
            ])
        }
    }
}
