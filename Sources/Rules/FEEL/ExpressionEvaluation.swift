import FoundationEssentials

extension Expression.Node {
    /// What this part amounts to, given what the names stand for (DMN 1.5, 10.3.2.15). What has no result is
    /// null; nothing is an error.
    func evaluate(_ value: (Int) -> Value) -> Value {
        switch self {
        case .literal(let literal):
            return literal
        case .name(let index):
            return value(index)
        case .negative(let operand):
            return Value(operand.evaluate(value).number.map { -$0 })
        case .arithmetic(let operation, let a, let b):
            return operation.apply(a.evaluate(value), b.evaluate(value))
        case .comparison(let comparison, let a, let b):
            return Value(comparison.holds(a.evaluate(value), b.evaluate(value)))
        case .and(let a, let b):
            return Value(Truth.all([a, b].map { $0.evaluate(value).truth }))
        case .or(let a, let b):
            return Value(Truth.any([a, b].map { $0.evaluate(value).truth }))
        case .conditional(let condition, let then, let otherwise):
            // Only what is true leads to the first branch: null and numbers lead to the other.
            return condition.evaluate(value).truth == true ? then.evaluate(value) : otherwise.evaluate(value)
        case .membership(let operand, let test):
            return Value(test.holds(for: operand.evaluate(value), value))
        case .list(let items):
            return .list(items.map { $0.evaluate(value) })
        case .call(let function, let arguments):
            return function.apply(arguments.map { $0.evaluate(value) })
        case .rank(let node, let scale):
            return Value(node.evaluate(value).string.flatMap(scale.rank).map { Number($0) })
        }
    }
}

extension Expression.Test {
    /// Whether a value passes; `nil` where that is unknown (DMN 1.5, table 55).
    func holds(for tested: Value, _ value: (Int) -> Value) -> Bool? {
        switch self {
        case .value(let node):
            let other = node.evaluate(value)
            // A list either holds a value or not: `true in [false, 2]` is false, though `true = 2` is null.
            guard case .list(let items) = other else { return tested.isEqual(to: other) }
            return items.contains { tested.isEqual(to: $0) == true } || tested.isEqual(to: other) == true
        case .comparison(let comparison, let node):
            return comparison.holds(tested, node.evaluate(value))
        case .interval(let interval):
            return interval.map { $0.evaluate(value) }.contains(tested)
        case .any(let tests):
            return Truth.any(tests.map { $0.holds(for: tested, value) })
        }
    }
}
