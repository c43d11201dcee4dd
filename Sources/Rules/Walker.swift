/// A framework made ready for complete answers by the million: answers by position, numbers in fixed point, and nothing but
/// the way through the diagram.
///
/// It says what is recommended, exactly as `Logic.evaluate` does; for the reasons ask that.
public struct Walker: Sendable {
    /// One answer, as programs hold it.
    public enum Answer: Sendable, Hashable {
        /// A label, by its place among those of the question's type: *yes* is 0, *no* is 1.
        case label(Int)
        /// A number, in the question's unit.
        case number(FixedPoint)
        /// A day.
        case date(CalendarDate)
        /// Free text.
        case text(String)
    }

    /// The outcomes that some answers reach; `outcome(of:)` gives an index into them.
    public let outcomes: [Outcome]

    private let root: Int32
    private let levels: [Int32]
    private let firstEdges: [Int32]
    private let edges: [Int32]
    private let columns: [Column]
    /// The domain of each column, for answers that are no numbers in fixed point.
    private let domains: [Domain]
    /// The places (`FixedPoint.place`) at which the cells of numbers begin, column by column, ascending in each.
    private let starts: [Int64]

    /// Prepares a framework; `nil` past the node limit, and where a condition over several inputs has to be reckoned.
    public init?(_ logic: Logic) {
        let program = logic.program
        guard let diagram = logic.diagram, program.conditions.isEmpty else { return nil }
        outcomes = diagram.outcomes
        root = diagram.verdict.rawValue
        levels = diagram.levels
        firstEdges = diagram.firstEdges
        edges = diagram.edges
        domains = diagram.variables.map(\.domain)
        var starts: [Int64] = []
        columns = diagram.variables.map { variable in
            let places = NumberPlaces(of: variable.domain)
            defer { starts += places?.starts ?? [] }
            return Column(
                question: variable.input,
                unasserted: program.unassertedCell(ofQuestion: variable.input) ?? -1,
                scale: places?.scale ?? -1, firstStart: starts.count, count: places?.starts.count ?? 0,
                end: places?.end ?? .max)
        }
        self.starts = starts
    }

    /// What is recommended, as an index into `outcomes`.
    /// - Parameter answers: one for each of the framework's questions, in their order, `nil` where there is none. The
    ///   reader's question may be left open.
    /// - Returns: `nil` where an answer that counts is missing or is none of its question's type.
    public func outcome(of answers: [Answer?]) -> Int? {
        var reference = root
        while reference >= 0 {
            let node = Int(reference)
            let level = Int(levels[node])
            let column = columns[level]
            guard answers.indices.contains(column.question) else { return nil }
            let cell: Int
            if case .number(let number)? = answers[column.question], column.scale >= 0 {
                cell = self.cell(of: number, in: column)
            } else {
                cell = self.cell(of: answers[column.question], in: column, level)
            }
            guard cell >= 0 else { return nil }
            reference = edges[Int(firstEdges[node]) + cell]
        }
        return Int(~reference)
    }

    /// The cell of a number; -1 where it has none.
    private func cell(of number: FixedPoint, in column: Column) -> Int {
        let place = number.place(scale: column.scale)
        guard place <= column.end else { return -1 }
        var (low, high) = (column.firstStart, column.firstStart + column.count)
        while low < high {
            let middle = (low + high) / 2
            if starts[middle] <= place { low = middle + 1 } else { high = middle }
        }
        return low - column.firstStart - 1
    }

    /// The cell of an answer that is no number in fixed point, or of none; -1 where it has none.
    private func cell(of answer: Answer?, in column: Column, _ level: Int) -> Int {
        let domain = domains[level]
        switch answer {
        case nil: return column.unasserted
        case .label(let place):
            guard domain.cells.indices.contains(place), case .label = domain.cells[place] else { return -1 }
            return place
        case .number(let number): return domain.cell(of: AnswerValue.number(number.number)) ?? -1
        case .date(let date): return domain.cell(of: AnswerValue.date(date)) ?? -1
        case .text(let text): return domain.cell(of: AnswerValue.text(text)) ?? -1
        }
    }

    /// What the diagram branches on: integers alone, so that a step on the way counts no references.
    private struct Column: Sendable {
        let question: Int
        /// The cell of the reader's question while it is unanswered; -1 for all other questions.
        let unasserted: Int
        /// The digits behind the point of the bounds between the cells; -1 where the answers are no numbers, or the bounds
        /// have too many digits.
        let scale: Int
        /// Where the places of its cells are in `starts`, and how many there are.
        let firstStart: Int
        let count: Int
        /// The last place of the last cell.
        let end: Int64
    }
}

/// Where the cells of a number begin, in whole places of one scale.
private struct NumberPlaces {
    let scale: Int
    let starts: [Int64]
    let end: Int64

    /// `nil` where the cells are no numbers, or their bounds do not fit.
    init?(of domain: Domain) {
        var ranges: [NumberRange] = []
        for cell in domain.cells {
            guard case .numbers(let range) = cell else { return nil }
            ranges.append(range)
        }
        var bounds: [FixedPoint] = []
        for bound in ranges.flatMap({ [$0.lower, $0.upper] }) {
            guard let bound else { continue }
            guard let fixed = FixedPoint(bound.value) else { return nil }
            bounds.append(fixed)
        }
        let scale = bounds.map(\.scale).max() ?? 0
        // Far enough from the ends that a number beyond 63 bits lies beyond every bound.
        guard bounds.allSatisfy({ $0.place(scale: scale).magnitude < UInt64(1) << 62 }) else { return nil }
        func place(_ bound: NumberRange.Bound?, isLower: Bool) -> Int64? {
            guard let bound, let fixed = FixedPoint(bound.value) else { return nil }
            let place = fixed.place(scale: scale)
            return bound.isIncluded ? place : isLower ? place + 1 : place - 1
        }
        self.scale = scale
        starts = ranges.map { place($0.lower, isLower: true) ?? .min }
        end = place(ranges.last?.upper, isLower: false) ?? .max
    }
}
