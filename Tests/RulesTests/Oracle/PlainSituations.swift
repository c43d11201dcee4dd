/// All complete answers to a framework, as far as anything in it tells them apart, and what comes of each.
struct PlainSituations {
    /// What is known of one set of complete answers.
    struct Entry {
        var heard: PlainFramework.Situation
        var unheard: PlainFramework.Situation
        /// For each table the rows that match, those that make its result, and whether it is violated.
        var matching: [Set<Int>]
        var hits: [Set<Int>]
        var isViolated: [Bool]
        /// The options whose gates are all met.
        var viable: Set<Int>
    }

    let framework: PlainFramework
    /// For each question answers of every kind that the rules tell apart.
    let samples: [[PlainValue]]
    /// What comes of each choice of samples, the last question's the fastest to change.
    let entries: [Entry]
    private let strides: [Int]

    /// `nil` where that would be too many.
    init?(_ framework: PlainFramework, atMost most: Int) {
        self.framework = framework
        samples = framework.questions.indices.map(framework.samples)
        var strides = [Int](repeating: 1, count: samples.count)
        for question in samples.indices.dropLast().reversed() {
            strides[question] = strides[question + 1] * samples[question + 1].count
        }
        self.strides = strides
        let count = samples.reduce(1) { $0 * $1.count }
        guard count <= most else { return nil }
        let samples = samples
        entries = (0..<count).map { index in
            let answers = samples.indices.map { samples[$0][index / strides[$0] % samples[$0].count] }
            return Entry(PlainEvaluation(framework, answers))
        }
    }

    func index(of cells: [Int]) -> Int { zip(cells, strides).reduce(0) { $0 + $1.0 * $1.1 } }

    /// The complete answers that agree with some, a sample for each question or `nil` while it is open.
    func completions(of cells: [Int?]) -> [Int] {
        cells.indices.reduce([0]) { found, question in
            let choices = cells[question].map { [$0] } ?? Array(samples[question].indices)
            return found.flatMap { index in choices.map { index + $0 * strides[question] } }
        }
    }

    /// The answers with the reader's question, where it is unanswered or not asked, not asserted.
    func asserted(_ cells: [Int?]) -> [Int?] {
        var cells = cells
        if let reader = framework.readersQuestion {
            let unasserted = samples[reader].firstIndex(of: .truth(false))
            cells[reader] = framework.isReaderAsked ? cells[reader] ?? unasserted : unasserted
        }
        return cells
    }

    /// The indices of what differs from a completion in one question alone.
    func neighbours(of index: Int, in question: Int) -> [Int] {
        let own = index / strides[question] % samples[question].count
        return samples[question].indices.map { index + ($0 - own) * strides[question] }
    }
}

extension PlainSituations.Entry {
    init(_ evaluation: PlainEvaluation) {
        var evaluation = evaluation
        heard = evaluation.situation(isReaderHeard: true)
        unheard =
            heard.step == .asked ? evaluation.situation(isReaderHeard: false) : heard
        let results = evaluation.framework.decisions.indices.map { evaluation.result(of: $0) }
        matching = results.map { Set($0.matching) }
        hits = results.map { Set($0.hits) }
        isViolated = results.map(\.isViolated)
        viable = Set(evaluation.framework.combines.indices.filter(evaluation.isViable))
    }
}

extension PlainFramework {
    /// Everything that rules compare the answers to a question with.
    private func constants(about question: Int) -> [PlainValue] {
        var found: [PlainValue] = []
        for item in items where item.question == question { found += item.cell?.constants ?? [] }
        for decision in decisions {
            for (column, subject) in decision.inputs.enumerated() {
                if subject == .question(question) {
                    found += decision.rows.flatMap { $0.cells[column].constants }
                } else if case .expression(let expression) = subject,
                    expression.subjects.contains(.question(question))
                {
                    found += expression.constants
                }
            }
        }
        return found
    }

    /// Answers to a question: all labels; else what is mentioned, and what lies between and beyond.
    func samples(of question: Int) -> [PlainValue] {
        let constants = constants(about: question)
        switch questions[question] {
        case .yesNo: return [.truth(true), .truth(false)]
        case .choice(let labels), .scale(let labels): return labels.map { .text($0) }
        case .text:
            return Set(constants.compactMap(\.text)).sorted().map { .text($0) } + [.text("something else")]
        case .number(let least, let greatest):
            let points = Set(constants.compactMap(\.number) + [least, greatest].compactMap { $0 }).sorted()
            guard let first = points.first, let last = points.last else { return [.number(PlainNumber(3))] }
            let between = zip(points, points.dropFirst()).map { ($0 + $1) * PlainNumber(1, over: 2) }
            return (points + between + [first - PlainNumber(1), last + PlainNumber(1)]).filter {
                (least ?? $0) <= $0 && $0 <= (greatest ?? $0)
            }.map { .number($0) }
        case .date:
            let days = Set(
                constants.flatMap { value -> [Int] in
                    if case .day(let day) = value { [day - 1, day, day + 1] } else { [] }
                }
            ).filter { (PlainDay.first...PlainDay.last).contains($0) }
            return days.isEmpty ? [.day(700_000)] : days.sorted().map { .day($0) }
        }
    }
}
