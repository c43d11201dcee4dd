import Diagnostics

/// A FEEL expression (DMN 1.5, 10.3): what heads a computed column of a decision table.
struct Expression: Sendable, Hashable {
    /// How it is made up.
    let root: Node
    /// The names that it uses, by their index among the known ones, in ascending order.
    let names: [Int]

    /// How deep an expression may nest, so that no text exhausts the stack of whoever walks the tree.
    static let greatestDepth = 200

    /// A part of an expression.
    indirect enum Node: Sendable, Hashable {
        /// A value as written.
        case literal(Value)
        /// The value that goes by a name.
        case name(Int)
        /// A number with the other sign.
        case negative(Node)
        /// A calculation.
        case arithmetic(Arithmetic, Node, Node)
        /// A comparison.
        case comparison(Comparison, Node, Node)
        /// Both.
        case and(Node, Node)
        /// Either.
        case or(Node, Node)
        /// The second where the first holds, else the third.
        case conditional(Node, then: Node, otherwise: Node)
        /// Whether a value passes a test: `a in …`, and as an interval `a between b and c`.
        case membership(Node, Test)
        /// A list.
        case list([Node])
        /// A call of a built-in function.
        case call(Function, [Node])
        /// Where a label of a scale stands in its order, from 0: what is compared in its place. Null where it is no label.
        case rank(Node, Scale)
    }

    /// What may stand behind `in`.
    indirect enum Test: Sendable, Hashable {
        /// The value, or an item of it where it is a list.
        case value(Node)
        /// As in `a in > 5`.
        case comparison(Comparison, Node)
        /// As in `a in [1..5]`.
        case interval(Interval<Node>)
        /// Any of several.
        case any([Test])
    }

    /// Reads an expression. `names` may hold spaces and operators: where several of them begin at a place, the
    /// longest that ends at a word's end is meant (10.3.1.6); case does not matter, in keywords either.
    ///
    /// Without problems there is an expression, with problems there is none.
    static func parse(
        _ text: SourcedText, names: [String]
    ) -> (expression: Expression?, problems: [Diagnostic]) {
        var parser = ExpressionParser(text, names: names)
        let root = parser.parse()
        guard let root, parser.problems.isEmpty else { return (nil, parser.problems) }
        return (Expression(root: root, names: parser.usedNames.sorted()), [])
    }

    /// What the expression amounts to, given what the names stand for.
    func evaluate(_ value: (Int) -> Value) -> Value { root.evaluate(value) }
}
