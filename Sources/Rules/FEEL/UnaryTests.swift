import Diagnostics

/// What stands in an input cell of a decision table (DMN 1.5, 10.3.1.2, rules 7 to 15; FORMATS 1.5): the tests
/// that an answer or a computed value has to pass.
struct UnaryTests: Sendable, Hashable {
    /// The tests, of which one has to be passed.
    let tests: [Test]
    /// Whether none of them may be passed instead: `not(…)`.
    let isNegated: Bool
    /// The order of a scale's labels, where the column is a scale.
    let scale: Scale?

    /// One test. Labels are strings, those of yes/no are truth values.
    enum Test: Sendable, Hashable {
        /// Passed by everything, null too.
        case any
        /// A value as written.
        case value(Value)
        /// A comparison with what is written.
        case comparison(Comparison, Value)
        /// Between two ends.
        case interval(Interval<Value>)
    }

    /// What the values of a column are, and so what its cells may say.
    enum Column: Sendable, Hashable {
        /// Yes or no.
        case yesNo
        /// One of several labels.
        case choice([String])
        /// One of several labels that have an order, the lowest first.
        case scale([String])
        /// Numbers.
        case number
        /// Days.
        case date
        /// Texts, which can only be the same or not.
        case text
        /// Any values: those of an expression, or of an output that declares none.
        case open
    }

    /// Reads a cell, handed over as Markdown source. `names` are those of other columns and questions: they
    /// cannot stand in a cell, and someone who tries is told so.
    ///
    /// Without problems there are tests, with problems there are none.
    static func parse(
        _ cell: SourcedText, column: Column, names: [String] = [], words: Words = .english
    ) -> (tests: UnaryTests?, problems: [Diagnostic]) {
        var parser = UnaryTestParser(cell, column: column, names: names, words: words)
        let tests = parser.parse()
        return parser.problems.isEmpty ? (tests, []) : (nil, parser.problems)
    }

    /// Whether a value passes: known to, for a rule does not hold by what is unknown (DMN 1.5, 10.3.2.10).
    func matches(_ value: Value) -> Bool { truth(of: value) == true }

    /// Whether a value passes; `nil` where that is unknown, which `not` leaves unknown.
    func truth(of value: Value) -> Bool? {
        let passes = Truth.any(
            tests.lazy.map { test in
                switch test {
                case .any: true
                case .value(let wanted): value.isEqual(to: wanted)
                case .comparison(let comparison, let end): comparison.holds(value, end, scale: scale)
                case .interval(let interval): interval.contains(value, scale: scale)
                }
            })
        return isNegated ? Truth.not(passes) : passes
    }

    /// The values that the tests mention, each once, as they come: for numbers and dates those at which, and
    /// only at which, the truth may change; for texts those that any two others are alike beside.
    var boundaries: [Value] {
        var seen = Set<Value>()
        return tests.flatMap { test -> [Value] in
            switch test {
            case .any: []
            case .value(let value), .comparison(_, let value): [value]
            case .interval(let interval): [interval.lower, interval.upper]
            }
        }.filter { $0 != .null && seen.insert($0).inserted }
    }
}

extension UnaryTests {
    /// What `-` says: anything will do.
    static let any = UnaryTests(tests: [.any], isNegated: false, scale: nil)

    /// Whether anything passes, null too.
    var isAny: Bool { !isNegated && tests.contains(.any) }
}
