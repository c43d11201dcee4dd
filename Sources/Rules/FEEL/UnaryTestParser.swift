import Diagnostics

/// Reads the cells of a decision table. What is wrong with one test of a list does not keep the others from
/// being read, so that every mistake is told at once.
struct UnaryTestParser {
    /// What is read, and how far.
    var scanner: Scanner
    /// What the column's values are.
    let column: ColumnReader
    /// What is wrong with the cell.
    private(set) var problems: [Diagnostic] = []
    private let words: Words

    /// A parser at the start of a cell.
    init(_ cell: SourcedText, column: UnaryTests.Column, names: [String], words: Words) {
        scanner = Scanner(cell, isMarkdown: true)
        self.column = ColumnReader(column, names: names, words: words)
        self.words = words
    }

    /// Reads the whole cell. `problems` say what is wrong with it.
    mutating func parse() -> UnaryTests? {
        scanner.skipSpace()
        if scanner.isAtEnd || takeWholeCell("-") { return tests([.any]) }
        // A label may begin like a negation: `not (yet)`.
        guard column.label(next: scanner) == nil, takeNegation() else {
            let tests = list()
            if !scanner.isAtEnd { refuseRest("',' or the end of the cell") }
            return self.tests(tests)
        }
        let tests = list()
        if scanner.take(")") {
            scanner.skipSpace()
            if !scanner.isAtEnd { problems.append(.partialNegation(at: restOfCell)) }
        } else {
            refuseRest("',' or ')'")
        }
        return self.tests(tests, isNegated: true)
    }

    private func tests(_ tests: [UnaryTests.Test], isNegated: Bool = false) -> UnaryTests {
        UnaryTests(tests: tests, isNegated: isNegated, scale: column.scale)
    }

    /// Takes a symbol that is all of the cell.
    private mutating func takeWholeCell(_ symbol: String) -> Bool {
        var ahead = scanner
        guard ahead.take(symbol) else { return false }
        ahead.skipSpace()
        guard ahead.isAtEnd else { return false }
        scanner = ahead
        return true
    }

    /// Takes `not(`, in the words of the site.
    private mutating func takeNegation() -> Bool {
        for word in words.not {
            var ahead = scanner
            if ahead.take(Phrase(word)), ahead.take("(") {
                scanner = ahead
                return true
            }
        }
        return false
    }

    /// Reads tests with commas between them.
    private mutating func list() -> [UnaryTests.Test] {
        var tests: [UnaryTests.Test] = []
        repeat {
            let start = scanner.position
            do throws(Refusal) {
                tests.append(try test())
                scanner.skipSpace()
                try refuseThousands(from: start)
            } catch {
                problems.append(error.problem)
                skipToComma()
            }
        } while scanner.take(",")
        return tests
    }

    /// Goes on to the next comma, or to the bracket that closes `not(`, or to the end.
    private mutating func skipToComma() {
        while let next = scanner.peek(), next != "," {
            if next == ")" {
                // One that closes something else is part of what cannot be read.
                var ahead = scanner
                ahead.position += 1
                ahead.skipSpace()
                if ahead.isAtEnd { return }
            }
            scanner.position += 1
        }
    }

    /// `1,500` is one number to some and two to others.
    private func refuseThousands(from start: Int) throws(Refusal) {
        var ahead = scanner
        let text = scanner.text(start..<scanner.position)
        guard let last = text.last, last.isPlainDigit, ahead.take(","), !ahead.isAtSpace else { return }
        let group = ahead.position
        while ahead.peek()?.isPlainDigit == true { ahead.position += 1 }
        guard ahead.position - group == 3, let whole = text.split(whereSeparator: { !$0.isPlainDigit }).last,
            whole.count <= 3
        else { return }
        let range = (scanner.position - whole.count)..<ahead.position
        throw Refusal(.thousands(scanner.text(range), at: scanner.location(range)))
    }

    private var restOfCell: SourceLocation {
        var end = scanner
        while !end.isAtEnd { end.position += 1 }
        return scanner.location(scanner.position..<end.position)
    }

    private mutating func refuseRest(_ expected: String) {
        // What follows a mistake is no second one.
        guard problems.isEmpty else { return }
        scanner.skipSpace()
        let start = scanner.position
        let end = scanner.endOfWord()
        problems.append(
            .unexpectedInCell(
                scanner.text(start..<end), expected: expected, column: column.kind,
                without: cell(without: start..<end), at: scanner.location(start..<end)))
    }

    /// The whole cell without a word that cannot be read, such as a unit, wherever that stands; `nil` where the rest is no
    /// cell either.
    private func cell(without word: Range<Int>) -> String? {
        let (whole, word) = (scanner.text(0..<Int.max), scanner.text(word))
        guard !word.isEmpty else { return nil }
        let rest = whole.replacing(" " + word, with: "").replacing(word, with: "").trimmed
        let place = scanner.location(0..<0)
        var parser = UnaryTestParser(
            SourcedText(rest, at: place), column: column.kind, names: [], words: words)
        _ = parser.parse()
        return parser.problems.isEmpty ? rest : nil
    }
}

extension UnaryTestParser {
    /// Reads one test.
    private mutating func test() throws(Refusal) -> UnaryTests.Test {
        scanner.skipSpace()
        let start = scanner.position
        if scanner.isAtEnd || scanner.peek() == "," {
            throw Refusal(.missingTest(at: scanner.location(start..<start)))
        }
        if column.label(next: scanner) == nil {
            if takeNegation() {
                throw Refusal(.partialNegation(at: scanner.location(start..<scanner.position)))
            }
            for comparison in Comparison.longestFirst where scanner.take(comparison.rawValue) {
                return try self.comparison(comparison, from: start)
            }
            for bracket in ["[", "(", "]"] where scanner.take(bracket) {
                return try interval(open: bracket, from: start)
            }
            if takeLoneDash() { throw Refusal(.dashInList(at: scanner.location(start..<scanner.position))) }
        }
        return .value(try column.value(&scanner))
    }

    private mutating func takeLoneDash() -> Bool {
        var ahead = scanner
        guard ahead.take("-") else { return false }
        ahead.skipSpace()
        guard ahead.isAtEnd || ahead.peek() == "," || ahead.peek() == ")" else { return false }
        scanner = ahead
        return true
    }

    private mutating func comparison(
        _ comparison: Comparison, from start: Int
    ) throws(Refusal) -> UnaryTests.Test {
        let place = scanner.location(start..<scanner.position)
        if let next = scanner.peek(), "=<>".contains(next) {
            let range = start..<(scanner.position + 1)
            throw Refusal(.unknownComparison(scanner.text(range), at: scanner.location(range)))
        }
        if comparison.needsOrder { try column.requireOrder(for: "'\(comparison.rawValue)'", at: place) }
        let value = try column.value(&scanner)
        if comparison.needsOrder {
            try column.requireOrder(of: value, for: "'\(comparison.rawValue)'", at: place)
        }
        return .comparison(comparison, value)
    }

    private mutating func interval(open: String, from start: Int) throws(Refusal) -> UnaryTests.Test {
        try column.requireOrder(for: "an interval", at: scanner.location(start..<scanner.position))
        let lower = try end()
        guard scanner.take("..") else { throw expectedInInterval("'..'") }
        let upper = try end()
        scanner.skipSpace()
        let includesUpper = scanner.take("]")
        guard includesUpper || scanner.take(")") || scanner.take("[") else {
            throw expectedInInterval("']', ')' or '['")
        }
        if lower.isLess(than: upper, scale: column.scale) == nil {
            throw Refusal(.mixedInterval(at: scanner.location(start..<scanner.position)))
        }
        return .interval(
            Interval(lower: lower, includesLower: open == "[", upper: upper, includesUpper: includesUpper))
    }

    private mutating func end() throws(Refusal) -> Value {
        let start = scanner.position
        let value = try column.value(&scanner)
        try column.requireOrder(
            of: value, for: "an interval", at: scanner.location(start..<scanner.position))
        return value
    }

    private func expectedInInterval(_ expected: String) -> Refusal {
        var ahead = scanner
        ahead.skipSpace()
        let range = ahead.position..<ahead.endOfWord()
        return Refusal(
            .unexpectedInCell(
                ahead.text(range), expected: expected, column: column.kind, without: cell(without: range),
                at: ahead.location(range)))
    }
}
