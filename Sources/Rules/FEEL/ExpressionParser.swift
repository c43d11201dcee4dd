import Diagnostics

/// Reads expressions by precedence climbing (Richards 1979), over the precedences of DMN 1.5, 10.3.1.2.
///
/// An unknown name is reported and read as null, so that all of them are found at once; what else is wrong
/// ends the reading.
struct ExpressionParser {
    /// What is read, and how far.
    var scanner: Scanner
    private(set) var problems: [Diagnostic] = []
    private(set) var usedNames: Set<Int> = []
    private let names: [String]
    private let phrases: [Phrase]

    /// A part of the tree and how deep it is.
    struct Branch {
        /// The part.
        let node: Expression.Node
        /// How many parts lie one in another, itself counted.
        let height: Int
    }

    /// A parser at the start of a text.
    init(_ text: SourcedText, names: [String]) {
        scanner = Scanner(text, isMarkdown: false)
        self.names = names
        phrases = names.map { Phrase($0) }
    }

    /// Reads the whole text; `nil` where it is no expression. `problems` say why.
    mutating func parse() -> Expression.Node? {
        do throws(Refusal) {
            let branch = try expression(.or, depth: 0)
            scanner.skipSpace()
            guard scanner.isAtEnd else { throw unexpected("an operator or the end") }
            return branch.node
        } catch {
            problems.append(error.problem)
            return nil
        }
    }

    /// What binds how tightly, the loosest first.
    enum Precedence: Int, Comparable {
        case or, and, comparison, sum, product, power, operand

        /// The next tighter: what the right side of an operator is read at, since all of them group to the left.
        var next: Precedence { Precedence(rawValue: rawValue + 1) ?? .operand }

        static func < (a: Precedence, b: Precedence) -> Bool { a.rawValue < b.rawValue }
    }

    private enum Operator {
        case or, and, between, `in`
        case comparison(Comparison)
        case arithmetic(Arithmetic)

        var precedence: Precedence {
            switch self {
            case .or: .or
            case .and: .and
            case .between, .in, .comparison: .comparison
            case .arithmetic(.plus), .arithmetic(.minus): .sum
            case .arithmetic(.times), .arithmetic(.divided): .product
            case .arithmetic(.power): .power
            }
        }
    }

    /// Reads an expression of operators that bind at least so tightly, as deep in others as `depth` says; where
    /// its first operand was read already, it goes on from there.
    mutating func expression(
        _ loosest: Precedence, depth: Int, after first: Branch? = nil
    ) throws(Refusal) -> Branch {
        var left: Branch
        if let first { left = first } else { left = try operand(depth: depth) }
        while true {
            scanner.skipSpace()
            let start = scanner.position
            guard let operation = takeOperator() else { return left }
            guard operation.precedence >= loosest else {
                scanner.position = start
                return left
            }
            left = try join(left, operation, depth: depth)
            guard operation.precedence == .comparison else { continue }
            // `1 < x < 5` would compare a truth value with 5, which nobody means.
            scanner.skipSpace()
            let end = scanner.position
            if let next = takeOperator(), next.precedence >= .comparison {
                throw Refusal(.chainedComparison(at: scanner.location(end..<scanner.position)))
            }
            scanner.position = end
        }
    }

    /// Takes the operator that is next; where none is, nothing.
    private mutating func takeOperator() -> Operator? {
        for (phrase, word) in Self.wordOperators where scanner.take(phrase) { return word }
        for (symbol, operation) in Self.symbolOperators where scanner.take(symbol) { return operation }
        return nil
    }

    private static let wordOperators: [(Phrase, Operator)] = [
        (Phrase("or"), .or), (Phrase("and"), .and), (Phrase("between"), .between), (Phrase("in"), .in),
    ]

    /// The longer before those that they start with.
    private static let symbolOperators: [(String, Operator)] =
        (Comparison.allCases.map { ($0.rawValue, Operator.comparison($0)) }
        + Arithmetic.allCases.map { ($0.rawValue, Operator.arithmetic($0)) })
        .sorted { ($0.0.count, $1.0) > ($1.0.count, $0.0) }

    /// Reads what stands behind an operator, which was taken.
    private mutating func join(
        _ left: Branch, _ operation: Operator, depth: Int
    ) throws(Refusal) -> Branch {
        switch operation {
        case .in:
            let test = try test(depth: depth + 1)
            let height = try height(over: [left.height, test.height])
            return Branch(node: .membership(left.node, test.test), height: height)
        case .between:
            let lower = try expression(.sum, depth: depth + 1)
            try expect("and", for: "'between'")
            let upper = try expression(.sum, depth: depth + 1)
            let interval = Interval(
                lower: lower.node, includesLower: true, upper: upper.node, includesUpper: true)
            return try branch([left, lower, upper]) { _ in .membership(left.node, .interval(interval)) }
        default:
            let right = try expression(operation.precedence.next, depth: depth + 1)
            return try branch([left, right]) { parts in
                switch operation {
                case .or: .or(parts[0], parts[1])
                case .and: .and(parts[0], parts[1])
                case .comparison(let comparison): .comparison(comparison, parts[0], parts[1])
                case .arithmetic(let arithmetic): .arithmetic(arithmetic, parts[0], parts[1])
                case .in, .between: .literal(.null)
                }
            }
        }
    }

    /// A part made of others, unless it is too deep.
    func branch(
        _ parts: [Branch], _ make: ([Expression.Node]) -> Expression.Node
    ) throws(Refusal) -> Branch {
        let height = try height(over: parts.map(\.height))
        return Branch(node: make(parts.map(\.node)), height: height)
    }

    /// How deep something is that is made of parts so deep, unless that is too deep.
    func height(over parts: [Int]) throws(Refusal) -> Int {
        let height = 1 + (parts.max() ?? 0)
        guard height <= Expression.greatestDepth else { throw tooDeep() }
        return height
    }

    /// A refusal of what is next, for lying too deep.
    func tooDeep() -> Refusal {
        Refusal(.tooDeep(at: scanner.location(scanner.position..<(scanner.position + 1))))
    }

    /// Takes a word or a symbol that has to come next.
    mutating func expect(_ word: String, for what: String) throws(Refusal) {
        let isWord = word.allSatisfy(\.isLetter)
        guard isWord ? scanner.take(Phrase(word)) : scanner.take(word) else {
            throw unexpected("'\(word)' for \(what)")
        }
    }

    /// A refusal of what is next, where something else is needed.
    func unexpected(_ expected: String) -> Refusal {
        var end = scanner
        end.skipSpace()
        let start = end.position
        end.position = end.endOfWord()
        return Refusal(
            .unexpected(
                end.text(start..<end.position), expected: expected, at: end.location(start..<end.position)))
    }
}

extension ExpressionParser {
    /// Reads what an operator can stand behind.
    private mutating func operand(depth: Int) throws(Refusal) -> Branch {
        guard depth < Expression.greatestDepth else { throw tooDeep() }
        scanner.skipSpace()
        if let name = longestName() {
            usedNames.insert(name.index)
            scanner.position = name.end
            return Branch(node: .name(name.index), height: 1)
        }
        if let dateEnd = scanner.endOfDate() {
            let range = scanner.position..<dateEnd
            throw Refusal(.bareDate(scanner.text(range), at: scanner.location(range)))
        }
        if let number = try scanner.takeNumber() { return Branch(node: .literal(.number(number)), height: 1) }
        if let text = try scanner.takeString() { return Branch(node: .literal(.string(text)), height: 1) }
        if scanner.take("-") {
            // Tighter than a power: -3 ** 2 is 9.
            let operand = try operand(depth: depth + 1)
            if case .literal(.number(let number)) = operand.node {
                return Branch(node: .literal(.number(-number)), height: 1)
            }
            return try branch([operand]) { .negative($0[0]) }
        }
        if scanner.take("(") {
            let inner = try expression(.or, depth: depth + 1)
            try expect(")", for: "the bracket before")
            return inner
        }
        if scanner.take("[") {
            return try branch(try arguments(until: "]", depth: depth)) { .list($0) }
        }
        for (word, value) in Self.constants where scanner.take(word) {
            return Branch(node: .literal(value), height: 1)
        }
        if scanner.take(Self.if) { return try conditional(depth: depth) }
        if let call = try call(depth: depth) { return call }
        return try unknownName()
    }

    private static let constants = [
        (Phrase("true"), Value.boolean(true)), (Phrase("false"), .boolean(false)), (Phrase("null"), .null),
    ]
    private static let `if` = Phrase("if")
    private static let functions = Function.allCases.map { ($0, Phrase($0.rawValue)) }

    /// The longest known name that is next; `nil` where a longer or equally long word of the language is.
    private func longestName() -> (index: Int, end: Int)? {
        var best: (index: Int, end: Int)?
        for (index, phrase) in phrases.enumerated() {
            if let end = scanner.end(of: phrase), end > best?.end ?? scanner.position { best = (index, end) }
        }
        guard let best else { return nil }
        let words =
            Self.constants.compactMap { scanner.end(of: $0.0) } + [scanner.end(of: Self.if)].compactMap { $0 }
        let calls = functionsNext().map(\.end)
        return (words + calls).contains { $0 >= best.end } ? nil : best
    }

    /// The functions that are called next, with the place behind the bracket.
    private func functionsNext() -> [(function: Function, end: Int)] {
        Self.functions.compactMap { function, phrase in
            var ahead = scanner
            return ahead.take(phrase) && ahead.take("(") ? (function, ahead.position) : nil
        }
    }

    private mutating func conditional(depth: Int) throws(Refusal) -> Branch {
        let condition = try expression(.or, depth: depth + 1)
        try expect("then", for: "'if'")
        let then = try expression(.or, depth: depth + 1)
        try expect("else", for: "'if'")
        let otherwise = try expression(.or, depth: depth + 1)
        return try branch([condition, then, otherwise]) {
            .conditional($0[0], then: $0[1], otherwise: $0[2])
        }
    }

    /// Reads the items of a list or the arguments of a function up to the bracket that closes them.
    private mutating func arguments(until close: String, depth: Int) throws(Refusal) -> [Branch] {
        var parts: [Branch] = []
        if scanner.take(close) { return parts }
        repeat { parts.append(try expression(.or, depth: depth + 1)) } while scanner.take(",")
        guard scanner.take(close) else { throw unexpected("',' or '\(close)'") }
        return parts
    }

    private mutating func call(depth: Int) throws(Refusal) -> Branch? {
        guard let (function, start) = functionsNext().first else { return nil }
        let nameStart = scanner.position
        scanner.position = start
        let parts = try arguments(until: ")", depth: depth)
        let place = scanner.location(nameStart..<scanner.position)
        guard function.arity.contains(parts.count) else {
            throw Refusal(.wrongArgumentCount(function, count: parts.count, at: place))
        }
        if function == .date, case .literal(.string(let text)) = parts[0].node {
            // A date that is none is a slip of the pen, and told, rather than null for ever.
            guard let date = CalendarDate(iso: text) else { throw Refusal(.badDate(text, at: place)) }
            return Branch(node: .literal(.date(date)), height: 1)
        }
        return try branch(parts) { .call(function, $0) }
    }

    private mutating func unknownName() throws(Refusal) -> Branch {
        let start = scanner.position
        let end = scanner.endOfName()
        guard end > start else { throw unexpected("a value") }
        scanner.position = end
        let (text, place) = (scanner.text(start..<end), scanner.location(start..<end))
        if scanner.take("(") { throw Refusal(.unknownFunction(text, at: place)) }
        problems.append(.unknownName(text, names: names, at: place))
        return Branch(node: .literal(.null), height: 1)
    }
}
