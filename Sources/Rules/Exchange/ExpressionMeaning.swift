/// An expression as it was understood, for the digest: how it is made up, not how it is written.
struct ExpressionMeaning {
    /// What a value is written as.
    let value: (Value) -> JSON
    /// What a name stands for.
    let name: (Int) -> JSON

    func json(_ node: Expression.Node) -> JSON {
        switch node {
        case .literal(let literal): .array([.string("literal"), value(literal)])
        case .name(let index): .array([.string("name"), name(index)])
        case .negative(let operand): .array([.string("negative"), json(operand)])
        case .arithmetic(let operation, let a, let b):
            .array([.string(operation.rawValue), json(a), json(b)])
        case .comparison(let comparison, let a, let b):
            .array([.string(comparison.rawValue), json(a), json(b)])
        case .and(let a, let b): .array([.string("and"), json(a), json(b)])
        case .or(let a, let b): .array([.string("or"), json(a), json(b)])
        case .conditional(let test, let then, let otherwise):
            .array([.string("if"), json(test), json(then), json(otherwise)])
        case .membership(let operand, let test): .array([.string("in"), json(operand), json(test)])
        case .list(let items): .array([.string("list")] + items.map(json))
        case .call(let function, let arguments): .array([.string(function.rawValue)] + arguments.map(json))
        case .rank(let node, let scale): .array([.string("rank"), json(node), .strings(scale.labels)])
        }
    }

    private func json(_ test: Expression.Test) -> JSON {
        switch test {
        case .value(let node): json(node)
        case .comparison(let comparison, let node): .array([.string(comparison.rawValue), json(node)])
        case .interval(let interval): Meaning.interval(interval.map(json))
        case .any(let tests): .array([.string("any")] + tests.map(json))
        }
    }
}
