import FoundationEssentials

/// A condition over several inputs as a postfix program, for those who walk the diagram elsewhere: a stack of decimals,
/// truths and null, and operators that take their operands from it.
struct ConditionProgram: Sendable {
    /// One step.
    enum Step: Sendable, Hashable {
        /// Pushes what a name stands for, by its place among the operands.
        case operand(Int)
        /// Pushes a value as written: a number, a truth, null.
        case value(Value)
        /// Replaces its operands by its result.
        case operation(String)
    }

    /// Why an expression is none that others can carry out.
    struct Refusal: Error {
        /// What it asks for: "functions", "texts".
        let what: String
    }

    /// The steps, in order.
    private(set) var steps: [Step] = []
    private let expression: TableExpression
    private let kinds: [Kinds]

    /// So many steps are a condition that a person wrote; more come of intervals within intervals.
    private static let mostSteps = 500

    /// What a value may be.
    struct Kinds: OptionSet, Sendable, Hashable {
        let rawValue: Int
        static let number = Kinds(rawValue: 1)
        static let truth = Kinds(rawValue: 2)
        static let null = Kinds(rawValue: 4)
    }

    /// Translates an expression whose values are split into cells.
    /// - Parameter operands: what its names stand for.
    init(
        _ expression: TableExpression, operands: [SharedDiagram.Operand], of program: Program, domain: Domain
    ) throws(Refusal) {
        self.expression = expression
        kinds = operands.map { operand in
            switch operand {
            case .answer(let question): program.questions[question].type == .yesNo ? .truth : .number
            case .walk(_, let values): values.reduce(into: []) { $0.formUnion(Kinds(of: $1)) }
            }
        }
        let result = try translate(expression.expression.root)
        // A value without a cell would be none of those that the diagram tells apart.
        guard domain.kinds.isSuperset(of: result) else {
            throw Refusal(what: "tests that its results can never meet")
        }
    }

    // MARK: Translation

    /// Adds the steps of a part, and says what it may amount to.
    private mutating func translate(_ node: Expression.Node) throws(Refusal) -> Kinds {
        switch node {
        case .literal(let value):
            guard let kind = Kinds(reckonable: value) else { throw Refusal(what: "texts, dates or lists") }
            try add(.value(value))
            return kind
        case .name(let name):
            guard let operand = expression.nameIndices.firstIndex(of: name) else {
                throw Refusal(what: "a name that stands for nothing")
            }
            try add(.operand(operand))
            return kinds[operand]
        case .negative(let a):
            return try operation("negate", [a], gives: .number)
        case .arithmetic(.power, _, _): throw Refusal(what: "powers")
        case .arithmetic(let arithmetic, let a, let b):
            return try operation(arithmetic.rawValue, [a, b], gives: .number)
        case .comparison(let comparison, let a, let b):
            return try operation(comparison.rawValue, [a, b], gives: .truth)
        case .and(let a, let b): return try operation("and", [a, b], gives: .truth)
        case .or(let a, let b): return try operation("or", [a, b], gives: .truth)
        case .call(.not, let arguments): return try operation("not", arguments, gives: .truth)
        case .conditional(let test, let then, let otherwise):
            _ = try translate(test)
            let kinds = try translate(then).union(try translate(otherwise))
            try add(.operation("if"))
            return kinds
        case .membership(let operand, let test):
            try translate(test, of: operand)
            return [.truth, .null]
        case .rank: throw Refusal(what: "the order of a scale")
        case .list: throw Refusal(what: "lists")
        case .call: throw Refusal(what: "functions")
        }
    }

    private mutating func operation(
        _ name: String, _ operands: [Expression.Node], gives kind: Kinds
    ) throws(Refusal) -> Kinds {
        for operand in operands { _ = try translate(operand) }
        try add(.operation(name))
        return [kind, .null]
    }

    /// A test, with what is tested written before each part of it.
    private mutating func translate(_ test: Expression.Test, of operand: Expression.Node) throws(Refusal) {
        switch test {
        case .value(let node): _ = try operation("=", [operand, node], gives: .truth)
        case .comparison(let comparison, let node):
            _ = try operation(comparison.rawValue, [operand, node], gives: .truth)
        case .interval(let interval):
            _ = try operation(interval.includesLower ? ">=" : ">", [operand, interval.lower], gives: .truth)
            _ = try operation(interval.includesUpper ? "<=" : "<", [operand, interval.upper], gives: .truth)
            try add(.operation("and"))
        case .any(let tests):
            try add(.value(.boolean(false)))
            for test in tests {
                try translate(test, of: operand)
                try add(.operation("or"))
            }
        }
    }

    private mutating func add(_ step: Step) throws(Refusal) {
        guard steps.count < ConditionProgram.mostSteps else { throw Refusal(what: "very many steps") }
        steps.append(step)
    }

    // MARK: Examples

    /// What an example amounts to.
    struct Vector: Sendable, Hashable {
        /// One value for each operand.
        let operands: [Value]
        /// What comes of them.
        let result: Value
    }

    /// A few examples, worked out from the expression itself: the same on every machine.
    func vectors(_ operands: [SharedDiagram.Operand], of program: Program) -> [Vector] {
        let choices = operands.map { operand -> [Value] in
            switch operand {
            case .answer(let question):
                let type = program.questions[question].type
                let samples = program.domains[question].cells.map { $0.sample(of: type) }
                guard type != .yesNo else { return samples }
                return samples
                    + [0, 1, Number(sign: .plus, exponent: -1, significand: 3), 7, -2, 12_345].map(
                        Value.number)
            case .walk(_, let values): return values
            }
        }
        var vectors: [Vector] = []
        for turn in 0..<8 {
            // Each operand at a pace of its own, so that they meet in several combinations.
            let values = choices.enumerated().map { place, choices in
                choices.isEmpty ? Value.null : choices[(turn * (2 * place + 1) + place) % choices.count]
            }
            vectors.append(vector(values))
        }
        vectors.append(vector(operands.map { _ in .null }))
        var seen = Set<Vector>()
        return vectors.filter { seen.insert($0).inserted }
    }

    private func vector(_ operands: [Value]) -> Vector {
        Vector(
            operands: operands,
            result: expression.expression.evaluate { name in
                expression.nameIndices.firstIndex(of: name).map { operands[$0] } ?? .null
            })
    }
}

extension ConditionProgram.Kinds {
    fileprivate init(of value: Value) { self = Self(reckonable: value) ?? [] }

    /// The kind of a value; `nil` where programs do not know it.
    fileprivate init?(reckonable value: Value) {
        switch value {
        case .null: self = .null
        case .boolean: self = .truth
        case .number: self = .number
        case .string, .date, .list: return nil
        }
    }
}

extension Domain {
    /// The kinds of values that have cells.
    fileprivate var kinds: ConditionProgram.Kinds {
        cells.reduce(into: []) { kinds, cell in
            switch cell {
            case .numbers: kinds.formUnion(.number)
            case .value(.boolean): kinds.formUnion(.truth)
            case .value(.null): kinds.formUnion(.null)
            case .value, .label, .dates, .text, .other: break
            }
        }
    }
}
