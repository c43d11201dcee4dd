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

    /// Prepares a framework; `nil` past the node limit, and where a condition over several inputs has to be reckoned.
    public init?(_ logic: Logic) {
        let program = logic.program
        guard let diagram = logic.diagram, program.conditions.isEmpty else { return nil }
        outcomes = diagram.outcomes
        root = diagram.verdict.rawValue
        levels = diagram.levels
        firstEdges = diagram.firstEdges
        edges = diagram.edges
        columns = diagram.variables.map {
            Column(
                question: $0.input, domain: $0.domain, type: program.questions[$0.input].type,
                unasserted: program.unassertedCell(ofQuestion: $0.input))
        }
    }

    /// What is recommended, as an index into `outcomes`.
    /// - Parameter answers: one for each of the framework's questions, in their order, `nil` where there is none. The
    ///   reader's question may be left open.
    /// - Returns: `nil` where an answer that counts is missing or is none of its question's type.
    public func outcome(of answers: [Answer?]) -> Int? {
        var reference = root
        while reference >= 0 {
            let node = Int(reference)
            let column = columns[Int(levels[node])]
            guard answers.indices.contains(column.question),
                let cell = answers[column.question].map(column.cell) ?? column.unasserted
            else { return nil }
            reference = edges[Int(firstEdges[node]) + cell]
        }
        return Int(~reference)
    }

    /// What the diagram branches on, its cells told apart by integers.
    private struct Column: Sendable {
        let question: Int
        let unasserted: Int?
        private let domain: Domain
        /// The digits behind the point of the bounds between the cells; `nil` where the answers are no numbers, or the
        /// bounds have too many digits.
        private let scale: Int?
        /// The places (`FixedPoint.place`) at which the cells begin, ascending.
        private let starts: [Int64]
        /// The last place of the last cell.
        private let end: Int64

        init(question: Int, domain: Domain, type: AnswerType, unasserted: Int?) {
            self.question = question
            self.domain = domain
            self.unasserted = unasserted
            let places = NumberPlaces(of: domain)
            scale = places?.scale
            starts = places?.starts ?? []
            end = places?.end ?? .max
        }

        func cell(of answer: Answer) -> Int? {
            switch answer {
            case .label(let place):
                guard domain.cells.indices.contains(place), case .label = domain.cells[place] else {
                    return nil
                }
                return place
            case .number(let number):
                guard let scale else { return domain.cell(of: AnswerValue.number(number.number)) }
                let place = number.place(scale: scale)
                guard place <= end else { return nil }
                var (low, high) = (0, starts.count)
                while low < high {
                    let middle = (low + high) / 2
                    if starts[middle] <= place { low = middle + 1 } else { high = middle }
                }
                return low > 0 ? low - 1 : nil
            case .date(let date): return domain.cell(of: AnswerValue.date(date))
            case .text(let text): return domain.cell(of: AnswerValue.text(text))
            }
        }
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
