// Which values of a name an expression tells apart. Where it only compares a name with fixed values, finitely many cases
// stand for all: those values, and what lies between them.

extension Expression {
    /// The values with which the expression compares a name, by its index; `nil` where it does more with it, such as to
    /// reckon with it or to compare it with another.
    func thresholds(ofName name: Int) -> [Value]? {
        var found: [Value] = []
        return root.collectThresholds(of: name, in: &found) ? found : nil
    }
}

extension Expression.Node {
    /// Adds what a name is compared with; false where it is used otherwise.
    fileprivate func collectThresholds(of name: Int, in found: inout [Value]) -> Bool {
        switch self {
        case .literal: return true
        case .name(let index): return index != name
        case .comparison(_, .name(name), let other):
            return other.constant.map { found.append($0) } != nil
        case .comparison(_, let other, .name(name)):
            return other.constant.map { found.append($0) } != nil
        case .membership(.name(name), let test): return test.collectConstants(in: &found)
        case .negative(let node), .rank(let node, _): return node.collectThresholds(of: name, in: &found)
        case .arithmetic(_, let a, let b), .comparison(_, let a, let b), .and(let a, let b),
            .or(let a, let b):
            return a.collectThresholds(of: name, in: &found) && b.collectThresholds(of: name, in: &found)
        case .conditional(let test, let then, let otherwise):
            return [test, then, otherwise].allSatisfy { $0.collectThresholds(of: name, in: &found) }
        case .membership(let node, let test):
            return node.collectThresholds(of: name, in: &found)
                && test.collectThresholds(of: name, in: &found)
        case .list(let nodes), .call(_, let nodes):
            return nodes.allSatisfy { $0.collectThresholds(of: name, in: &found) }
        }
    }

    /// The value, where it depends on no name.
    fileprivate var constant: Value? {
        switch self {
        case .literal(let value): value
        case .negative(let node): node.constant.flatMap { _ in evaluate { _ in .null } }
        case .call(_, let nodes): nodes.allSatisfy { $0.constant != nil } ? evaluate { _ in .null } : nil
        default: nil
        }
    }
}

extension Expression.Test {
    fileprivate func collectConstants(in found: inout [Value]) -> Bool {
        switch self {
        case .value(.list(let items)):
            // `x in ["a", "b"]` compares with each; a list in a list is no answer's equal.
            let values = items.compactMap(\.constant)
            found += values
            return values.count == items.count
        case .value(let node), .comparison(_, let node):
            return node.constant.map { found.append($0) } != nil
        case .interval(let interval):
            guard let lower = interval.lower.constant, let upper = interval.upper.constant else {
                return false
            }
            found += [lower, upper]
            return true
        case .any(let tests): return tests.allSatisfy { $0.collectConstants(in: &found) }
        }
    }

    fileprivate func collectThresholds(of name: Int, in found: inout [Value]) -> Bool {
        switch self {
        case .value(let node), .comparison(_, let node): node.collectThresholds(of: name, in: &found)
        case .interval(let interval):
            interval.lower.collectThresholds(of: name, in: &found)
                && interval.upper.collectThresholds(of: name, in: &found)
        case .any(let tests): tests.allSatisfy { $0.collectThresholds(of: name, in: &found) }
        }
    }
}
