/// Situations in words: what has to be answered for one to be there. Inputs come in the author's order, the
/// questions before the conditions over several of them.
struct SituationText {
    /// Some cells of one input.
    struct Side: Sendable, Hashable {
        /// The input: a question, or behind all questions a condition over several of them.
        let input: Int
        /// The cells, ascending, each once.
        let cells: [Int]
    }

    private let program: Program

    init(_ program: Program) { self.program = program }

    /// What an input is called.
    func name(ofInput input: Int) -> String { program.source(ofInput: input).name }

    /// Some cells of an input, without its name: `yes`, `over 50000 msg/s`, `low or mid`, `anything but a`.
    func cells(_ cells: [Int], ofInput input: Int) -> String {
        program.domains[input].text(cells, type: type(ofInput: input), in: program.phrases)
    }

    /// An answer that lies in a cell: `yes`, `50001`.
    func answer(_ cell: Int, toInput input: Int) -> String {
        program.domains[input].cells[cell].answer(type(ofInput: input))
    }

    /// All situations whose cells lie in some sides: `Message rate over 50000 msg/s, Replay yes`. Sides that hold all
    /// cells say nothing and are left out.
    func situations(_ sides: [Side]) -> String {
        let telling = sides.filter { $0.cells.count < program.domains[$0.input].cells.count }
        guard !telling.isEmpty else { return "any answers" }
        return joined(telling, " ") { cells($0.cells, ofInput: $0.input) }
    }

    /// One situation in answers that someone could give, written as in an assessment: `Message rate: 50001, Replay: yes`.
    /// The first cell of each side is meant.
    func answers(_ sides: [Side]) -> String {
        guard !sides.isEmpty else { return "any answers" }
        return joined(sides, ": ") { side in side.cells.first.map { answer($0, toInput: side.input) } ?? "" }
    }

    private func joined(_ sides: [Side], _ joint: String, _ text: (Side) -> String) -> String {
        sides.sorted { $0.input < $1.input }.map { "\(name(ofInput: $0.input))\(joint)\(text($0))" }
            .joined(separator: ", ")
    }

    private func type(ofInput input: Int) -> AnswerType? {
        program.questions.indices.contains(input) ? program.questions[input].type : nil
    }
}

extension SituationText {
    /// A box of the program's diagram, whose variables are inputs in the diagram's order.
    func situations(_ box: Box) -> String { situations(sides(box)) }

    /// The answers of a situation to what a box asks, a cell for each variable of the diagram; what the box leaves
    /// open may be answered in any way.
    func answers(_ situation: [Int], in box: Box) -> String {
        answers(box.sides.map { Side(input: program.order[$0.variable], cells: [situation[$0.variable]]) })
    }

    private func sides(_ box: Box) -> [Side] {
        box.sides.map { Side(input: program.order[$0.variable], cells: $0.cells.cells) }
    }
}

extension Domain {
    /// Some cells in words, without the name of what is asked: runs of cells in an order by their ends, labels one by
    /// one, many labels by those that are missing.
    func text(_ chosen: [Int], type: AnswerType?, in phrases: AnswerPhrases) -> String {
        let missing = cells.indices.filter { !chosen.contains($0) }
        if missing.isEmpty { return phrases(.any) }
        if chosen.contains(where: { cells[$0] == .other })
            || (!isRanged && chosen.count > 3 && missing.count < 3)
        {
            return phrases(
                .anythingBut,
                ["answers": phrases.either(missing.map { cells[$0].text(type, in: phrases) })])
        }
        return phrases.either(
            CellSet(chosen).ranges(isOrdered: isRanged).map { text($0, type, phrases) })
    }

    /// Whether runs of cells have ends to be told by; a condition's domain may hold such cells among others.
    private var isRanged: Bool {
        isOrdered
            || cells.contains {
                switch $0 {
                case .numbers, .dates: true
                default: false
                }
            }
    }

    private func text(
        _ run: ClosedRange<Int>, _ type: AnswerType?, _ phrases: AnswerPhrases
    ) -> String {
        let (first, last) = (cells[run.lowerBound], cells[run.upperBound])
        switch (first, last) {
        case (.numbers(let lowest), .numbers(let highest)):
            // No threshold lies where all numbers start and end: under 500 is under 500, from whatever number on.
            let isPoint = lowest.lower?.value == highest.upper?.value
            let isFirst = run.lowerBound == 0 && !isPoint
            let isLast = run.upperBound == cells.lastIndex(where: \.isNumbers) && !isPoint
            let range = NumberRange(lower: isFirst ? nil : lowest.lower, upper: isLast ? nil : highest.upper)
            return Cell.numbers(range).text(type, in: phrases)
        case (.dates(let from, _), .dates(_, let through)):
            return Cell.dates(from: from, through: through).text(type, in: phrases)
        default:
            if run.count == 1 { return first.text(type, in: phrases) }
            return phrases(
                run.count == 2 ? .or : .to,
                ["first": first.text(type, in: phrases), "last": last.text(type, in: phrases)])
        }
    }
}

extension Domain.Cell {
    fileprivate var isNumbers: Bool { if case .numbers = self { true } else { false } }

    /// An answer that lies in the cell, as someone would give it.
    func answer(_ type: AnswerType?) -> String {
        switch self {
        case .numbers, .dates:
            let sample = sample(of: type)
            // Of dates without an end no one day is meant.
            return sample == .null ? text(type) : sample.text
        case .label, .text, .value, .other: return text(type)
        }
    }
}
