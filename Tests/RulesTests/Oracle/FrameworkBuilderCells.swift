// Cells and expressions of random frameworks.

extension FrameworkBuilder {
    /// A cell in a column of answers to a question.
    mutating func cell(question: Int) -> PlainCell {
        let isOrdered =
            switch plain.questions[question] {
            case .scale, .number, .date: true
            case .yesNo, .choice, .text: false
            }
        return cell(constants[question], isOrdered: isOrdered)
    }

    /// A cell that compares with these values.
    mutating func cell(_ values: [PlainValue], isOrdered: Bool) -> PlainCell {
        if random.chance(25) || values.isEmpty { return .any }
        var tests: [PlainCell.Test] = []
        for _ in 0..<pick([1, 1, 1, 2]) { tests.append(test(values, isOrdered: isOrdered)) }
        return PlainCell(tests: tests, isNegated: random.chance(20))
    }

    private mutating func test(_ values: [PlainValue], isOrdered: Bool) -> PlainCell.Test {
        if random.chance(3) { return .value(.null) }
        if isOrdered, random.chance(30) {
            // Now and then of no width, or the wrong way round.
            return .interval(
                pick(values), includesLower: random.chance(50), pick(values), includesUpper: random.chance(50)
            )
        }
        if isOrdered, random.chance(65) { return .comparison(pick(PlainComparator.allCases), pick(values)) }
        return random.chance(20)
            ? .comparison(pick([.equal, .notEqual]), pick(values)) : .value(pick(values))
    }

    // MARK: Expressions

    /// What expressions may name, with values to compare it with.
    struct Operand {
        var subject: PlainSubject
        var values: [PlainValue]
        /// Whether it is a list of such values.
        var isList = false
        /// The labels of the scale that it is an answer on.
        var order: [String]?

        var isNumber: Bool { !isList && values.contains { $0.number != nil } }
    }

    /// A column headed by an expression, with the values that its cells may compare with.
    mutating func expression(over operands: [Operand]) -> (expression: PlainExpression, values: [PlainValue])
    {
        let small = [0, 1, 2, 5].map { PlainValue.number(PlainNumber($0)) }
        let numbers = operands.filter(\.isNumber)
        switch Int.random(in: 0..<10, using: &random) {
        case 0, 1:
            guard !numbers.isEmpty else { break }
            return (number(numbers), small)
        case 2:
            guard !numbers.isEmpty else { break }
            let comparator = pick(PlainComparator.allCases)
            return (.comparison(comparator, number(numbers), number(numbers)), [.truth(true), .truth(false)])
        case 3:
            // Values of different kinds.
            let results: [PlainValue] = [pick(small), pick([.text("cheap"), .truth(true), pick(small)])]
            return (
                .conditional(condition(operands), .literal(results[0]), .literal(results[1])), results
            )
        default: break
        }
        return (condition(operands), [.truth(true), .truth(false)])
    }

    /// Something true or false, or unknown.
    private mutating func condition(_ operands: [Operand], depth: Int = 0) -> PlainExpression {
        if depth < 2, random.chance(45) {
            let (a, b) = (condition(operands, depth: depth + 1), condition(operands, depth: depth + 1))
            return pick([
                .and(a, b), .or(a, b), .call("not", [a]), .conditional(a, b, .literal(.truth(false))),
            ])
        }
        let operand = pick(operands)
        let name = PlainExpression.name(operand.subject)
        let value = pick(operand.values)
        if operand.isList {
            let count = PlainExpression.call("count", [name])
            return random.chance(50)
                ? .isIn(.literal(value), name)
                : .comparison(pick(PlainComparator.allCases), count, .literal(.number(PlainNumber(1))))
        }
        if let order = operand.order, random.chance(60) {
            var tested = name
            if random.chance(20) {
                let test = PlainExpression.comparison(.equal, name, .literal(value))
                tested = .conditional(test, .literal(.text(pick(order))), name)
            }
            let others = operands.filter { $0.order == order }
            if random.chance(20) {
                return .comparison(
                    pick(PlainComparator.allCases), tested, .name(pick(others).subject))
            }
            return ordered(tested, operand.values)
        }
        switch value {
        case .truth where random.chance(70): return name
        case .number, .day: return ordered(name, operand.values)
        case .text(let text) where random.chance(15):
            let part = String(text.prefix(2))
            return .call(pick(["contains", "starts with"]), [name, .literal(.text(part))])
        default:
            if random.chance(30) { return .isIn(name, .list(operand.values.map { .literal($0) })) }
            return .comparison(pick([.equal, .notEqual]), name, .literal(value))
        }
    }

    /// A comparison of something that has an order with some of these values.
    private mutating func ordered(_ tested: PlainExpression, _ values: [PlainValue]) -> PlainExpression {
        let value = pick(values)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: return .between(tested, .literal(value), .literal(pick(values)))
        case 1: return .membership(tested, [test(values, isOrdered: true), test(values, isOrdered: true)])
        default:
            let literal = PlainExpression.literal(value)
            let comparator = pick(PlainComparator.allCases)
            return random.chance(80)
                ? .comparison(comparator, tested, literal) : .comparison(comparator, literal, tested)
        }
    }

    /// A number reckoned from others.
    private mutating func number(_ operands: [Operand]) -> PlainExpression {
        func literal(_ number: Int, _ bottom: Int = 1) -> PlainExpression {
            .literal(.number(PlainNumber(number, over: bottom)))
        }
        let a = PlainExpression.name(pick(operands).subject)
        let b = random.chance(70) ? .name(pick(operands).subject) : literal(pick([1, 2, 5]), pick([1, 10]))
        switch Int.random(in: 0..<12, using: &random) {
        case 0, 1: return .arithmetic("+", a, b)
        case 2: return .arithmetic("-", a, .negative(b))
        case 3, 4: return .arithmetic("*", a, .arithmetic("+", b, literal(1)))
        case 5: return .arithmetic("/", a, b)
        case 6: return .call(pick(["sum", "min", "max", "mean"]), [.list([a, b])])
        case 7: return .call(pick(["sum", "min", "max", "mean"]), [a, b])
        case 8: return .call(pick(["floor", "ceiling"]), [.arithmetic("*", a, b)])
        case 9:
            return .call(pick(["round up", "round down"]), [.arithmetic("*", a, b), literal(pick([0, 1]))])
        case 10: return .conditional(.comparison(.less, a, b), a, b)
        default: return .arithmetic("**", a, literal(2))
        }
    }
}
