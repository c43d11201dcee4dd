/// A FEEL expression of the oracle, carried out as DMN 1.5, 10.3 says.
indirect enum PlainExpression: Hashable {
    case literal(PlainValue)
    case name(PlainSubject)
    case negative(PlainExpression)
    /// One of `+ - * / **`.
    case arithmetic(String, PlainExpression, PlainExpression)
    case comparison(PlainComparator, PlainExpression, PlainExpression)
    case and(PlainExpression, PlainExpression)
    case or(PlainExpression, PlainExpression)
    case conditional(PlainExpression, PlainExpression, PlainExpression)
    case between(PlainExpression, PlainExpression, PlainExpression)
    /// `a in …`, with what may stand in a cell but `not`.
    case membership(PlainExpression, [PlainCell.Test])
    case isIn(PlainExpression, PlainExpression)
    case list([PlainExpression])
    case call(String, [PlainExpression])
}

/// What a column of tests, or a name in an expression, stands for.
indirect enum PlainSubject: Hashable {
    case question(Int)
    case output(decision: Int, column: Int)
    case tally(option: Int)
    case viable(option: Int)
    case expression(PlainExpression)
}

extension PlainExpression {
    /// What it amounts to. `orders` are the labels of the names that stand for answers on a scale, the least first: these are
    /// ordered as they were declared (FORMATS 1.3).
    func evaluate(
        _ value: (PlainSubject) -> PlainValue, orders: (PlainSubject) -> [String]?
    ) -> PlainValue {
        func known(_ truth: Bool?) -> PlainValue { truth.map(PlainValue.truth) ?? .null }
        switch self {
        case .literal(let literal): return literal
        case .name(let subject): return value(subject)
        case .negative(let inner):
            return inner.evaluate(value, orders: orders).number.map { .number(-$0) } ?? .null
        case .arithmetic(let symbol, let a, let b):
            return Self.calculated(
                symbol, a.evaluate(value, orders: orders), b.evaluate(value, orders: orders))
        case .comparison(let comparator, let a, let b):
            return known(
                comparator.holds(
                    a.evaluate(value, orders: orders), b.evaluate(value, orders: orders),
                    order: a.order(orders) ?? b.order(orders)))
        case .and(let a, let b):
            return known(
                conjunction([
                    a.evaluate(value, orders: orders).truth, b.evaluate(value, orders: orders).truth,
                ]))
        case .or(let a, let b):
            return known(
                disjunction([
                    a.evaluate(value, orders: orders).truth, b.evaluate(value, orders: orders).truth,
                ]))
        case .conditional(let test, let then, let otherwise):
            return (test.evaluate(value, orders: orders) == .truth(true) ? then : otherwise).evaluate(
                value, orders: orders)
        case .between(let tested, let lower, let upper):
            let order = tested.order(orders)
            let tested = tested.evaluate(value, orders: orders)
            return known(
                conjunction([
                    PlainComparator.greaterOrEqual.holds(
                        tested, lower.evaluate(value, orders: orders), order: order),
                    PlainComparator.lessOrEqual.holds(
                        tested, upper.evaluate(value, orders: orders), order: order),
                ]))
        case .membership(let tested, let tests):
            let order = tested.order(orders)
            let tested = tested.evaluate(value, orders: orders)
            return known(disjunction(tests.map { $0.holds(tested, order) }))
        case .isIn(let tested, let whole):
            let tested = tested.evaluate(value, orders: orders)
            guard case .list(let items) = whole.evaluate(value, orders: orders) else {
                return known(areEqual(tested, whole.evaluate(value, orders: orders)))
            }
            return .truth(items.contains { areEqual(tested, $0) == true })
        case .list(let items): return .list(items.map { $0.evaluate(value, orders: orders) })
        case .call(let name, let arguments):
            return Self.called(name, arguments.map { $0.evaluate(value, orders: orders) })
        }
    }

    /// The labels of the scale on which its value stands.
    private func order(_ orders: (PlainSubject) -> [String]?) -> [String]? {
        switch self {
        case .name(let subject): orders(subject)
        case .conditional(_, let then, let otherwise): then.order(orders) ?? otherwise.order(orders)
        default: nil
        }
    }

    private static func calculated(_ symbol: String, _ a: PlainValue, _ b: PlainValue) -> PlainValue {
        if symbol == "+", let a = a.text, let b = b.text { return .text(a + b) }
        guard let a = a.number, let b = b.number else { return .null }
        switch symbol {
        case "+": return .number(a + b)
        case "-": return .number(a - b)
        case "*": return .number(a * b)
        case "/": return a.divided(by: b).map { .number($0) } ?? .null
        // The generator raises to the second power alone.
        default: return .number(a * a)
        }
    }

    private static func called(_ name: String, _ arguments: [PlainValue]) -> PlainValue {
        /// The one list that is given, or the arguments as one.
        let items: [PlainValue]? =
            if arguments.count == 1 {
                switch arguments[0] {
                case .list(let items): items
                case .null: nil
                case let single: [single]
                }
            } else {
                arguments
            }
        func numbers() -> [PlainNumber]? {
            guard let items, !items.isEmpty else { return nil }
            let numbers = items.compactMap(\.number)
            return numbers.count == items.count ? numbers : nil
        }
        func number(_ place: Int) -> PlainNumber? { arguments[place].number }
        func found(_ number: PlainNumber?) -> PlainValue { number.map { .number($0) } ?? .null }
        switch name {
        case "count": return found((items?.count).map { PlainNumber($0) })
        case "sum": return found(numbers()?.reduce(PlainNumber(0), +))
        case "mean":
            return found(
                numbers().flatMap { $0.reduce(PlainNumber(0), +).divided(by: PlainNumber($0.count)) })
        case "min": return found(numbers()?.min())
        case "max": return found(numbers()?.max())
        case "floor": return found(number(0)?.floor)
        case "ceiling": return found(number(0).map { -(-$0).floor })
        case "round up", "round down":
            guard let value = number(0), let places = number(1) else { return .null }
            let scale = (0..<places.top).reduce(PlainNumber(1)) { scale, _ in scale * PlainNumber(10) }
            let magnitude = (value < PlainNumber(0) ? -value : value) * scale
            let whole = name == "round down" ? magnitude.floor : -(-magnitude).floor
            return found((value < PlainNumber(0) ? -whole : whole).divided(by: scale))
        case "string length": return found((arguments[0].text?.unicodeScalars.count).map { PlainNumber($0) })
        case "contains", "starts with":
            guard let text = arguments[0].text, let part = arguments[1].text else { return .null }
            let (whole, sought) = (Array(text.unicodeScalars), Array(part.unicodeScalars))
            guard sought.count <= whole.count else { return .truth(false) }
            let starts = name == "contains" ? 0...(whole.count - sought.count) : 0...0
            return .truth(starts.contains { Array(whole[$0..<$0 + sought.count]) == sought })
        case "date": if case .day = arguments[0] { return arguments[0] } else { return .null }
        default: return arguments[0].truth.map { .truth(!$0) } ?? .null
        }
    }

    /// Goes over this and all its parts.
    func forEachPart(_ body: (PlainExpression) -> Void) {
        body(self)
        switch self {
        case .literal, .name: break
        case .negative(let a), .membership(let a, _): a.forEachPart(body)
        case .arithmetic(_, let a, let b), .comparison(_, let a, let b), .and(let a, let b),
            .or(let a, let b),
            .isIn(let a, let b):
            a.forEachPart(body)
            b.forEachPart(body)
        case .conditional(let a, let b, let c), .between(let a, let b, let c):
            [a, b, c].forEach { $0.forEachPart(body) }
        case .list(let items), .call(_, let items): items.forEach { $0.forEachPart(body) }
        }
    }

    /// The values that it mentions.
    var constants: [PlainValue] {
        var found: [PlainValue] = []
        forEachPart { part in
            switch part {
            case .literal(let value): found.append(value)
            case .membership(_, let tests): found += PlainCell(tests: tests).constants
            default: break
            }
        }
        return found
    }

    /// What its names stand for.
    var subjects: [PlainSubject] {
        var found: [PlainSubject] = []
        forEachPart { if case .name(let subject) = $0, !found.contains(subject) { found.append(subject) } }
        return found
    }
}
