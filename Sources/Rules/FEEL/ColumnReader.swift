import Diagnostics

/// Reads the values that may stand in the cells of a column.
struct ColumnReader {
    /// What the column's values are.
    let kind: UnaryTests.Column
    /// The order of the labels, where they have one.
    let scale: Scale?
    private let names: [String]
    private let labels: [Label]

    /// A label with the value that it stands for.
    private struct Label {
        let text: String
        let phrase: Phrase
        let value: Value

        init(_ text: String, _ value: Value) {
            (self.text, self.value) = (text, value)
            phrase = Phrase(text)
        }

        /// Whether it has to stand in quotes, since what is in it means something in a cell.
        var needsQuotes: Bool { phrase.characters.contains { ",<>=\"".contains($0) } || text.trimmed == "-" }
    }

    /// A reader for a column. `names` are those that cells cannot refer to.
    init(_ kind: UnaryTests.Column, names: [String], words: Words) {
        self.kind = kind
        self.names = names
        switch kind {
        case .yesNo, .open:
            labels =
                (words.yes + ["true"]).map { Label($0, .boolean(true)) }
                + (words.no + ["false"]).map { Label($0, .boolean(false)) }
        case .choice(let labels), .scale(let labels):
            self.labels = labels.map { Label($0, .string($0)) }
        case .number, .date, .text:
            labels = []
        }
        if case .scale(let labels) = kind { scale = Scale(labels) } else { scale = nil }
    }

    /// The longest label that is next and whole, with where it ends.
    func label(next scanner: Scanner) -> (value: Value, end: Int)? {
        var best: (value: Value, end: Int)?
        for label in labels where !label.needsQuotes {
            guard let end = scanner.end(of: label.phrase), end > best?.end ?? 0 else { continue }
            var behind = scanner
            behind.position = end
            behind.skipSpace()
            if behind.isAtEndOfTest { best = (label.value, end) }
        }
        return best
    }

    /// Reads a value; refuses what does not belong in the column.
    func value(_ scanner: inout Scanner) throws(Refusal) -> Value {
        scanner.skipSpace()
        if let label = label(next: scanner) {
            scanner.position = label.end
            return label.value
        }
        let start = scanner.position
        if takeNull(&scanner) { return .null }
        if let text = try scanner.takeString() ?? scanner.takeEmphasis() {
            return try value(ofText: text, at: scanner.location(start..<scanner.position))
        }
        let isLabels = if case .choice = kind { true } else { scale != nil || kind == .yesNo }
        guard !isLabels, kind != .text else { throw refusal(of: &scanner) }
        if let date = try date(&scanner) {
            guard kind != .number else { throw misplaced(scanner, from: start) }
            return .date(date)
        }
        let isNegative = scanner.take("-")
        if let number = try scanner.takeNumber() {
            if kind == .date { throw refusal(of: &scanner, from: start) }
            return .number(isNegative ? -number : number)
        }
        scanner.position = start
        throw refusal(of: &scanner)
    }

    private func takeNull(_ scanner: inout Scanner) -> Bool {
        var ahead = scanner
        guard ahead.take(Self.null), ahead.isAtEndOfTest(afterSpace: true) else { return false }
        scanner = ahead
        return true
    }

    private static let null = Phrase("null")
    private static let dateFunction = Phrase("date")

    /// Takes `2026-01-31` or `date("2026-01-31")`.
    private func date(_ scanner: inout Scanner) throws(Refusal) -> CalendarDate? {
        let start = scanner.position
        guard scanner.take(Self.dateFunction), scanner.take("("), let text = try scanner.takeString(),
            scanner.take(")")
        else {
            scanner.position = start
            return try scanner.takeDate()
        }
        guard let date = CalendarDate(iso: text) else {
            throw Refusal(.badDate(text, at: scanner.location(start..<scanner.position)))
        }
        return date
    }

    private func value(ofText text: String, at place: SourceLocation) throws(Refusal) -> Value {
        switch kind {
        case .text, .open: return .string(text)
        case .number, .date: throw Refusal(.misplaced("\"\(text)\"", in: kind, at: place))
        case .yesNo, .choice, .scale:
            let folded = text.folded
            guard let label = labels.first(where: { $0.text.folded == folded }) else {
                throw unknownLabel(text, at: place)
            }
            return label.value
        }
    }

    /// Refuses what is next, up to where the test ends.
    private func refusal(of scanner: inout Scanner, from given: Int? = nil) -> Refusal {
        scanner.skipSpace()
        let start = given ?? scanner.position
        var openBrackets = 0
        while let next = scanner.peek(), !scanner.isAtEndOfTest || (next == ")" && openBrackets > 0) {
            openBrackets += next == "(" ? 1 : next == ")" ? -1 : 0
            scanner.position += 1
        }
        if scanner.position == start { return Refusal(.missingTest(at: scanner.location(start..<start))) }
        return misplaced(scanner, from: start)
    }

    private func misplaced(_ scanner: Scanner, from start: Int) -> Refusal {
        let (text, place) = (
            scanner.text(start..<scanner.position), scanner.location(start..<scanner.position)
        )
        if let name = names.first(where: { $0.folded == text.folded }) {
            return Refusal(.nameInCell(name, at: place))
        }
        switch kind {
        case .yesNo, .choice, .scale: return unknownLabel(text, at: place)
        case .number, .date, .text, .open: return Refusal(.misplaced("'\(text)'", in: kind, at: place))
        }
    }

    private func unknownLabel(_ text: String, at place: SourceLocation) -> Refusal {
        let known =
            kind == .yesNo
            ? labels.map(\.text).filter { !["true", "false"].contains($0) } : labels.map(\.text)
        return Refusal(.unknownLabel(text, labels: known, at: place))
    }

    /// Refuses to ask for an order where the column's values have none.
    func requireOrder(for what: String, at place: SourceLocation) throws(Refusal) {
        switch kind {
        case .yesNo, .choice, .text: throw Refusal(.noOrder(what, in: kind, at: place))
        case .scale, .number, .date, .open: break
        }
    }

    /// Refuses to ask for an order with a value that has none, or in a column of any values none for certain.
    func requireOrder(of value: Value, for what: String, at place: SourceLocation) throws(Refusal) {
        switch value {
        case .number, .date: break
        case .string where scale != nil: break
        default: throw Refusal(.noOrder(what, of: value, at: place))
        }
    }
}

extension Scanner {
    /// Whether what is next, if anything, cannot be part of a value.
    fileprivate var isAtEndOfTest: Bool {
        guard let next = peek() else { return true }
        return ",)]".contains(next) || (next == "." && peek(1) == ".") || next == "["
    }

    /// The same, behind any space.
    fileprivate func isAtEndOfTest(afterSpace: Bool) -> Bool {
        var ahead = self
        ahead.skipSpace()
        return ahead.isAtEndOfTest
    }
}
