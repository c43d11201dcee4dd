import FoundationEssentials

/// The possible answers to a question, split into cells that no rule tells apart inside.
///
/// A diagram branches on cells, so that answers of any type become finitely many cases. A label has a cell of its own; a
/// number or a date has one for each stretch that the rules treat alike.
public struct Domain: Sendable, Hashable {
    /// A part of a domain.
    public enum Cell: Sendable, Hashable {
        /// One label.
        case label(String)
        /// The numbers of a range.
        case numbers(NumberRange)
        /// The days from one to another, both included; `nil` where there is no end.
        case dates(from: CalendarDate?, through: CalendarDate?)
        /// One text.
        case text(String)
        /// One value of a condition: true, false, null.
        case value(Value)
        /// Every text or value that has no cell of its own.
        case other
    }

    /// The cells: labels in the order declared, numbers and dates ascending. Never empty.
    public let cells: [Cell]
    /// Whether neighbouring cells are next to each other in the order of the answers.
    public let isOrdered: Bool

    /// What a rule asks of an answer, for splitting.
    struct Test {
        /// The values at which what it says may change.
        let boundaries: [Value]
        /// Whether a value meets it.
        let matches: (Value) -> Bool
    }

    /// A domain of cells that are known.
    init(cells: [Cell], isOrdered: Bool) {
        self.cells = cells
        self.isOrdered = isOrdered
    }

    /// The domain of a question of the given type whose answers are put to these tests.
    init(of type: AnswerType, tests: [Test] = []) {
        isOrdered = type.isOrdered
        switch type {
        case .yesNo, .choice, .scale: cells = type.labels.map(Cell.label)
        case .number(let least, let greatest, _):
            cells = Domain.numbers(least: least, greatest: greatest, tests).map(Cell.numbers)
        case .date: cells = Domain.dates(tests)
        case .text: cells = Domain.strings(tests).map(Cell.text) + [.other]
        }
    }

    /// The domain of a condition over several inputs, whose values are put to these tests.
    init(ofConditionWith tests: [Test]) {
        isOrdered = false
        let values = tests.flatMap(\.boundaries)
        func mentions(_ isOfKind: (Value) -> Bool) -> Bool { values.contains(where: isOfKind) }
        let hasNumbers = mentions { if case .number = $0 { true } else { false } }
        let hasDates = mentions { if case .date = $0 { true } else { false } }
        let hasTexts = mentions { if case .string = $0 { true } else { false } }
        let hasTruths = mentions { if case .boolean = $0 { true } else { false } }
        var cells: [Cell] = []
        if hasNumbers { cells += Domain.numbers(least: nil, greatest: nil, tests).map(Cell.numbers) }
        if hasDates { cells += Domain.dates(tests) }
        if hasTexts { cells += Domain.strings(tests).map(Cell.text) }
        if hasTruths || cells.isEmpty { cells += [.value(.boolean(true)), .value(.boolean(false))] }
        // One expression may give values of several kinds, and of a kind that no test mentions.
        self.cells = cells + [.value(.null), .other] + (hasTexts ? [.value(.list([]))] : [])
    }

    /// The cell that an answer lies in; `nil` where the domain does not hold it.
    public func cell(of answer: AnswerValue) -> Int? {
        switch answer {
        case .label(let label): cells.firstIndex(of: .label(label))
        case .number(let number): cell(of: Value.number(number))
        case .date(let date): cell(of: Value.date(date))
        case .text(let text): cell(of: Value.string(text))
        }
    }

    /// The cell that a value lies in.
    func cell(of value: Value) -> Int? {
        let cell =
            switch value {
            case .number, .date: cell(ofOrdered: value)
            default: cells.firstIndex { $0.holds(value) }
            }
        return cell ?? cells.firstIndex(of: .other)
    }

    /// Numbers and dates have their cells in order, so that halving finds the one: comparing decimals is slow.
    private func cell(ofOrdered value: Value) -> Int? {
        // A condition may have cells of both kinds, one behind the other.
        let first = cells.firstIndex { $0.isOfKind(of: value) } ?? 0
        var (low, high) = (first, cells.lastIndex { $0.isOfKind(of: value) }.map { $0 + 1 } ?? first)
        while low < high {
            let middle = (low + high) / 2
            if cells[middle].begins(atOrBefore: value) { low = middle + 1 } else { high = middle }
        }
        return low > first && cells[low - 1].holds(value) ? low - 1 : nil
    }
}

extension Domain.Cell {
    /// Whether the cell holds values of the same kind: numbers, dates.
    fileprivate func isOfKind(of value: Value) -> Bool {
        switch (self, value) {
        case (.numbers, .number), (.dates, .date): true
        default: false
        }
    }

    /// Whether a number or a date lies in the cell or behind it.
    fileprivate func begins(atOrBefore value: Value) -> Bool {
        switch (self, value) {
        case (.numbers(let range), .number(let number)):
            range.lower.map { $0.isIncluded ? number >= $0.value : number > $0.value } ?? true
        case (.dates(let from, _), .date(let date)): from.map { $0 <= date } ?? true
        default: false
        }
    }

    func holds(_ value: Value) -> Bool {
        switch (self, value) {
        case (.label(let label), .string(let text)): label == text
        case (.label(let label), .boolean(let truth)): label == (truth ? "yes" : "no")
        case (.numbers(let range), .number(let number)): range.contains(number)
        case (.dates(let from, let through), .date(let date)):
            from.map { $0 <= date } ?? true && through.map { date <= $0 } ?? true
        case (.text(let own), .string(let text)): own == text
        case (.value(let own), _): own == value
        default: false
        }
    }

    /// The cell in words: `yes`, `over 500 ms`, `until 2026-03-01`.
    public func text(_ type: AnswerType?, in phrases: AnswerPhrases = .english) -> String {
        switch self {
        case .label(let label) where type == .yesNo: return label == "yes" ? phrases.yes : phrases.no
        case .label(let label), .text(let label): return label
        case .numbers(let range):
            if case .number(_, _, let unit) = type { return range.text(unit: unit, in: phrases) }
            return range.text(in: phrases)
        case .dates(let from, let through):
            switch (from, through) {
            case (nil, nil): return phrases(.anyDay)
            case (let from?, nil): return phrases(.since, ["day": from.iso])
            case (nil, let through?): return phrases(.until, ["day": through.iso])
            case (let from?, let through?):
                return from == through
                    ? from.iso : phrases(.dates, ["first": from.iso, "last": through.iso])
            }
        case .value(let value): return value.text
        case .other: return phrases(.anythingElse)
        }
    }

    /// A value that lies in the cell. What rules say of it, they say of all others in it.
    func sample(of type: AnswerType?) -> Value {
        switch self {
        case .label(let label): type == .yesNo ? .boolean(label == "yes") : .string(label)
        case .numbers(let range): .number(range.sample)
        case .dates(let from, let through): .date(from ?? through ?? .first)
        case .text(let text): .string(text)
        case .value(let value): value
        // No author writes it, so no test mentions it.
        case .other: .string("\u{1}")
        }
    }
}

// MARK: Splitting

extension Domain {
    private static func strings(_ tests: [Test]) -> [String] {
        var seen = Set<String>()
        return tests.flatMap(\.boundaries).compactMap { value -> String? in
            guard case .string(let text) = value, seen.insert(text).inserted else { return nil }
            return text
        }
    }

    /// Which tests a value meets: cells next to each other that meet the same ones are one.
    private static func signature(_ value: Value, _ tests: [Test]) -> [Bool] {
        tests.map { $0.matches(value) }
    }

    private static func numbers(least: Number?, greatest: Number?, _ tests: [Test]) -> [NumberRange] {
        let whole = NumberRange(
            lower: least.map { .init($0, isIncluded: true) },
            upper: greatest.map { .init($0, isIncluded: true) })
        let mentioned = tests.flatMap(\.boundaries).compactMap { value -> Number? in
            if case .number(let number) = value, whole.contains(number) { number } else { nil }
        }
        var pieces: [NumberRange] = []
        var lower = whole.lower
        for point in Set(mentioned).sorted() {
            if lower?.value != point || lower?.isIncluded == false {
                pieces.append(NumberRange(lower: lower, upper: .init(point, isIncluded: false)))
            }
            pieces.append(
                NumberRange(lower: .init(point, isIncluded: true), upper: .init(point, isIncluded: true)))
            lower = .init(point, isIncluded: false)
        }
        if lower == nil || lower?.value != greatest || lower?.isIncluded == true {
            pieces.append(NumberRange(lower: lower, upper: whole.upper))
        }
        pieces.removeAll { $0.isEmpty }
        return merged(pieces, tests, sample: { .number($0.sample) }) {
            NumberRange(lower: $0.lower, upper: $1.upper)
        }
    }

    private static func dates(_ tests: [Test]) -> [Cell] {
        let mentioned = tests.flatMap(\.boundaries).compactMap { value -> CalendarDate? in
            if case .date(let date) = value { date } else { nil }
        }
        var pieces: [(from: CalendarDate?, through: CalendarDate?)] = []
        var next: CalendarDate? = nil
        var isAtEnd = false
        for day in Set(mentioned).sorted() {
            if let before = day.previous, next.map({ $0 <= before }) ?? true { pieces.append((next, before)) }
            pieces.append((day, day))
            next = day.next
            isAtEnd = next == nil
        }
        if !isAtEnd { pieces.append((next, nil)) }
        return merged(
            pieces, tests, sample: { Cell.dates(from: $0.from, through: $0.through).sample(of: .date) }
        ) {
            ($0.from, $1.through)
        }.map { Cell.dates(from: $0.from, through: $0.through) }
    }

    private static func merged<Piece>(
        _ pieces: [Piece], _ tests: [Test], sample: (Piece) -> Value, _ join: (Piece, Piece) -> Piece
    ) -> [Piece] {
        var result: [Piece] = []
        var last: [Bool]?
        for piece in pieces {
            let own = signature(sample(piece), tests)
            if let previous = result.last, own == last {
                result[result.count - 1] = join(previous, piece)
            } else {
                result.append(piece)
            }
            last = own
        }
        return result
    }
}
