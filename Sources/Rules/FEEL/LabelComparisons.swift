import Diagnostics

/// Makes an expression compare answers that are labels as their question declares them: those of a scale in its order,
/// where FEEL by itself would compare letters (FORMATS 1.3), and only with labels that there are.
///
/// What asks for an order is given the ranks of the labels in their place. Null has no rank, so that its comparisons stay
/// null.
struct LabelComparisons {
    /// The expression; `nil` where there are problems.
    private(set) var expression: Expression?
    /// What is wrong with it.
    private(set) var problems: [Diagnostic] = []
    private let names: SubjectNames
    private let place: SourceLocation

    init(_ expression: Expression, names: SubjectNames, at place: SourceLocation) {
        self.names = names
        self.place = place
        let root = ranked(expression.root)
        self.expression = problems.isEmpty ? Expression(root: root, names: expression.names) : nil
    }

    // MARK: The tree

    private mutating func ranked(_ node: Expression.Node) -> Expression.Node {
        switch node {
        case .literal, .name, .rank: return node
        case .negative(let operand): return .negative(ranked(operand))
        case .arithmetic(let operation, let a, let b): return .arithmetic(operation, ranked(a), ranked(b))
        case .and(let a, let b): return .and(ranked(a), ranked(b))
        case .or(let a, let b): return .or(ranked(a), ranked(b))
        case .conditional(let test, let then, let otherwise):
            return .conditional(ranked(test), then: ranked(then), otherwise: ranked(otherwise))
        case .list(let items):
            var ranked: [Expression.Node] = []
            for item in items { ranked.append(self.ranked(item)) }
            return .list(ranked)
        case .call(let function, let arguments):
            if function == .min || function == .max { refuseLabels(in: arguments, of: function) }
            var ranked: [Expression.Node] = []
            for argument in arguments { ranked.append(self.ranked(argument)) }
            return .call(function, ranked)
        case .comparison(let comparison, let a, let b):
            let scale = scale(comparing: [a, b], by: comparison.needsOrder ? comparison.rawValue : nil)
            return .comparison(comparison, self.operand(a, scale), self.operand(b, scale))
        case .membership(let tested, let test):
            let scale = scale(comparing: [tested] + test.compared, by: test.order)
            return .membership(self.operand(tested, scale), ranked(test, scale))
        }
    }

    private mutating func ranked(_ test: Expression.Test, _ scale: Scale?) -> Expression.Test {
        switch test {
        case .value(.list(let items)):
            var ranked: [Expression.Node] = []
            for item in items { ranked.append(operand(item, scale)) }
            return .value(.list(ranked))
        case .value(let node): return .value(operand(node, scale))
        case .comparison(let comparison, let node): return .comparison(comparison, operand(node, scale))
        case .interval(let interval):
            let (lower, upper) = (operand(interval.lower, scale), operand(interval.upper, scale))
            return .interval(
                Interval(
                    lower: lower, includesLower: interval.includesLower, upper: upper,
                    includesUpper: interval.includesUpper))
        case .any(let tests):
            var ranked: [Expression.Test] = []
            for test in tests { ranked.append(self.ranked(test, scale)) }
            return .any(ranked)
        }
    }

    /// What is compared: itself, or its rank.
    private mutating func operand(_ node: Expression.Node, _ scale: Scale?) -> Expression.Node {
        let node = ranked(node)
        return scale.map { .rank(node, $0) } ?? node
    }

    /// The least and the greatest are found by comparing, and what comes out is to be a label again, not its rank.
    private mutating func refuseLabels(in arguments: [Expression.Node], of function: Function) {
        let items = arguments.flatMap { argument -> [Expression.Node] in
            if case .list(let items) = argument { items } else { [argument] }
        }
        for case .labels(let labels, _, let name) in items.flatMap(sides) {
            problems.append(.comparedByLetters(function.rawValue, name, labels, at: place))
            return
        }
    }

    // MARK: What is compared

    /// What may stand on one side of a comparison.
    private enum Side {
        /// The answer to a question whose answers are labels.
        case labels([String], isScale: Bool, name: String)
        /// A text as written.
        case text(String)
        /// A value that is no text, or what cannot be told.
        case other
    }

    /// The scale by which values that are compared with each other are ordered; `nil` where they need no order, or have one
    /// of their own.
    /// - Parameter symbol: what asks for an order; `nil` where nothing does.
    private mutating func scale(comparing nodes: [Expression.Node], by symbol: String?) -> Scale? {
        let sides = nodes.flatMap(sides)
        var found: (labels: [String], isScale: Bool, name: String)?
        for case .labels(let labels, let isScale, let name) in sides {
            guard let first = found else {
                found = (labels, isScale, name)
                continue
            }
            // Which labels are meant cannot be told where both questions have some.
            guard first.labels != labels else { continue }
            if symbol != nil { problems.append(.differentScales(first.name, name, at: place)) }
            return nil
        }
        guard let found else { return nil }
        let (labels, name) = (found.labels, found.name)
        for case .text(let text) in sides where !labels.contains(text) {
            problems.append(.unknownLabel(text, of: name, labels, at: place))
        }
        guard let symbol else { return nil }
        guard found.isScale else {
            problems.append(.noOrder(symbol, of: name, labels, at: place))
            return nil
        }
        let isOther = sides.contains { if case .other = $0 { true } else { false } }
        if isOther { problems.append(.notOnScale(name, labels, at: place)) }
        return Scale(labels)
    }

    /// What a part may amount to.
    private func sides(_ node: Expression.Node) -> [Side] {
        switch node {
        case .literal(.string(let text)): return [.text(text)]
        // Null may be compared with anything.
        case .literal(.null): return []
        case .conditional(_, let then, let otherwise): return sides(then) + sides(otherwise)
        case .name(let index):
            guard case .question(let question) = names.subjects[index] else { return [.other] }
            let asked = names.questions[question]
            switch asked.type {
            case .scale(let labels): return [.labels(labels, isScale: true, name: names.names[index])]
            case .choice(let labels): return [.labels(labels, isScale: false, name: names.names[index])]
            case .yesNo, .number, .date, .text: return [.other]
            }
        default: return [.other]
        }
    }
}

extension Expression.Test {
    /// What is compared with what is tested.
    fileprivate var compared: [Expression.Node] {
        switch self {
        case .value(.list(let items)): items
        case .value(let node), .comparison(_, let node): [node]
        case .interval(let interval): [interval.lower, interval.upper]
        case .any(let tests): tests.flatMap(\.compared)
        }
    }

    /// What asks for an order in it, in words or as written; `nil` where nothing does.
    fileprivate var order: String? {
        switch self {
        case .value: nil
        case .comparison(let comparison, _): comparison.needsOrder ? comparison.rawValue : nil
        case .interval: "an interval"
        case .any(let tests): tests.lazy.compactMap(\.order).first
        }
    }
}

extension Diagnostic {
    fileprivate static func differentScales(
        _ a: String, _ b: String, at place: SourceLocation
    ) -> Diagnostic {
        Diagnostic(
            "no-order", at: place,
            "'\(a)' and '\(b)' have other answers, so that none comes before the other",
            suggestion: "compare each with one of its own answers")
    }

    fileprivate static func unknownLabel(
        _ text: String, of name: String, _ labels: [String], at place: SourceLocation
    ) -> Diagnostic {
        Diagnostic(
            "unknown-value", at: place, "\"\(text)\" is no answer to '\(name)'",
            suggestion: didYouMean(text, among: labels) ?? "the answers are \(labels.joined(separator: ", "))"
        )
    }

    fileprivate static func noOrder(
        _ symbol: String, of name: String, _ labels: [String], at place: SourceLocation
    ) -> Diagnostic {
        Diagnostic(
            "no-order", at: place,
            "\(symbol.first?.isLetter == true ? symbol : "'\(symbol)'") needs an order, and the answers to '\(name)' have none",
            suggestion:
                "declare the question as a scale, '\(labels.joined(separator: " < "))', or compare with '='")
    }

    fileprivate static func comparedByLetters(
        _ function: String, _ name: String, _ labels: [String], at place: SourceLocation
    ) -> Diagnostic {
        Diagnostic(
            "no-order", at: place, "'\(function)' would compare the answers to '\(name)' by their letters",
            suggestion: labels.last.map { "test each answer by itself, as in \(name) = \"\($0)\"" })
    }

    fileprivate static func notOnScale(
        _ name: String, _ labels: [String], at place: SourceLocation
    ) -> Diagnostic {
        Diagnostic(
            "no-order", at: place, "'\(name)' is a scale, and is compared with what is none of its answers",
            suggestion: labels.first.map { "write one of its answers in quotes, as in \(name) >= \"\($0)\"" })
    }
}
