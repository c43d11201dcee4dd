// The oracle: FORMATS 1.4 to 1.6 and 3 carried out literally, by trying every completion of the open answers. It shares no
// code with Rules, not even its types.

/// What may be answered.
enum PlainType: Hashable {
    case yesNo
    case choice([String])
    case scale([String])
    case number(least: PlainNumber?, greatest: PlainNumber?)
    case date
    case text

    /// The order that tests go by where labels have one.
    var order: [String]? { if case .scale(let labels) = self { labels } else { nil } }

    /// Whether finitely many answers are all that there are.
    var isFinite: Bool {
        switch self {
        case .yesNo, .choice, .scale: true
        case .number, .date, .text: false
        }
    }
}

/// What an item means where its test holds.
enum PlainMeaning: Hashable {
    case signal(option: Int, weight: PlainNumber, qualifier: String?)
    case gate(option: Int)
    case start(option: Int)
}

/// An item of a checklist.
struct PlainItem {
    var question: Int
    /// The test of a question of the table; `nil` where the item asks for itself.
    var cell: PlainCell?
    var meaning: PlainMeaning
}

/// A framework as the oracle sees it.
struct PlainFramework {
    var optionNames: [String]
    /// For each option what it combines.
    var combines: [[Int]]
    /// The questions of the table, then those of the items.
    var questions: [PlainType]
    var items: [PlainItem]
    var decisions: [PlainDecision] = []
    /// The weight of each factor and its score for each option.
    var matrix: [(weight: PlainNumber, scores: [PlainNumber])] = []
    var fixed: Set<Int> = []
    /// Whether the fallback's item asks anything.
    var isReaderAsked = true

    /// What comes of complete answers.
    struct Situation: Hashable {
        /// Which options are recommended, a bit each.
        var options: Int
        var isStart: Bool
        var step: Step
    }

    /// What settles a recommendation.
    enum Step: Hashable { case asked, composite, tally, fallback, matrix, nothing, table, violated }

    /// The fallback's item.
    var fallback: Int? { items.firstIndex { if case .start = $0.meaning { true } else { false } } }
    /// The question that asks about the reader.
    var readersQuestion: Int? { fallback.map { items[$0].question } }
    var recommendation: Int? { decisions.firstIndex { $0.role == .recommendation } }

    func atoms(of option: Int) -> Set<Int> {
        combines[option].isEmpty
            ? [option] : combines[option].reduce(into: []) { $0.formUnion(atoms(of: $1)) }
    }

    /// The gates of an option and of all that it combines, by item.
    func gates(of option: Int) -> Set<Int> {
        let own = items.indices.filter { items[$0].meaning == .gate(option: option) }
        return combines[option].reduce(into: Set(own)) { $0.formUnion(gates(of: $1)) }
    }

    func holds(_ item: PlainItem, _ answer: PlainValue) -> Bool {
        item.cell?.holds(answer, order: questions[item.question].order) ?? (answer == .truth(true))
    }

    /// The options with the highest sum of weighted scores.
    var matrixWinners: [Int] {
        let totals = combines.indices.map { option in
            matrix.reduce(PlainNumber(0)) { $0 + $1.weight * $1.scores[option] }
        }
        return matrix.isEmpty ? [] : combines.indices.filter { totals[$0] == totals.max() }
    }

    /// Whether some column's expression reckons with answers that are not finitely many, or compares them: then partial
    /// answers are only judged with caution.
    var hasConditions: Bool {
        decisions.contains { decision in
            decision.inputs.contains { subject in
                guard case .expression(let expression) = subject else { return false }
                return !expression.onlyComparesWithConstants(questions)
            }
        }
    }
}

extension PlainExpression {
    /// Whether each answer that is one of infinitely many is only compared with what is written there.
    fileprivate func onlyComparesWithConstants(_ questions: [PlainType]) -> Bool {
        func isInfinite(_ node: PlainExpression) -> Bool {
            if case .name(.question(let question)) = node { !questions[question].isFinite } else { false }
        }
        var compared = 0
        var all = 0
        forEachPart { part in
            if isInfinite(part) { all += 1 }
            switch part {
            case .comparison(_, let a, let b):
                if isInfinite(a), b.subjects.isEmpty { compared += 1 }
                if isInfinite(b), a.subjects.isEmpty { compared += 1 }
            case .between(let a, let b, let c):
                if isInfinite(a), b.subjects.isEmpty, c.subjects.isEmpty { compared += 1 }
            case .membership(let a, _): if isInfinite(a) { compared += 1 }
            case .isIn(let a, let b): if isInfinite(a), b.subjects.isEmpty { compared += 1 }
            default: break
            }
        }
        return all == compared
    }
}

/// A framework under complete answers.
struct PlainEvaluation {
    let framework: PlainFramework
    /// An answer to each question; that to the reader's is *no* unless it is asserted.
    let answers: [PlainValue]
    private var results: [PlainDecision.Result?]

    init(_ framework: PlainFramework, _ answers: [PlainValue]) {
        self.framework = framework
        self.answers = answers
        results = framework.decisions.map { _ in nil }
    }

    func holds(_ item: Int) -> Bool {
        framework.holds(framework.items[item], answers[framework.items[item].question])
    }

    mutating func tally(of option: Int) -> PlainNumber {
        var sum = PlainNumber(0)
        for (index, item) in framework.items.enumerated() {
            if case .signal(option, let weight, _) = item.meaning, holds(index) { sum = sum + weight }
        }
        for (index, decision) in framework.decisions.enumerated() where decision.role == .favours {
            for row in result(of: index).matching
            where decision.rows[row].outputs[0] == .text(framework.optionNames[option]) {
                sum = sum + decision.rows[row].weight
            }
        }
        return sum
    }

    func isViable(_ option: Int) -> Bool { framework.gates(of: option).allSatisfy(holds) }

    mutating func value(of subject: PlainSubject) -> PlainValue {
        switch subject {
        case .question(let question): return answers[question]
        case .output(let decision, let column): return result(of: decision).columns[column]
        case .tally(let option): return .number(tally(of: option))
        case .viable(let option): return .truth(isViable(option))
        case .expression(let expression):
            var values: [PlainSubject: PlainValue] = [:]
            for name in expression.subjects { values[name] = value(of: name) }
            return expression.evaluate {
                values[$0] ?? .null
            } orders: { subject in
                if case .question(let question) = subject { framework.questions[question].order } else { nil }
            }
        }
    }

    mutating func result(of index: Int) -> PlainDecision.Result {
        if let known = results[index] { return known }
        let decision = framework.decisions[index]
        var values: [PlainValue] = []
        for subject in decision.inputs { values.append(value(of: subject)) }
        let matching = decision.rows.indices.filter { row in
            decision.rows[row].cells.indices.allSatisfy {
                decision.rows[row].cells[$0].holds(values[$0], order: decision.orders[$0])
            }
        }
        let result = decision.result(matching, optionNames: framework.optionNames)
        results[index] = result
        return result
    }

    /// What is recommended; without step 1 of FORMATS 1.6 where `isReaderHeard` is false.
    mutating func situation(isReaderHeard: Bool) -> PlainFramework.Situation {
        func found(_ options: [Int], _ step: PlainFramework.Step, isStart: Bool = false)
            -> PlainFramework.Situation
        {
            PlainFramework.Situation(
                options: options.reduce(0) { $0 | 1 << $1 }, isStart: isStart, step: step)
        }
        if let table = framework.recommendation { return recommended(by: table, found) }
        var fallback: Int?
        if let item = framework.fallback, case .start(let option) = framework.items[item].meaning {
            fallback = option
            if isReaderHeard, framework.isReaderAsked, holds(item) {
                return found([option], .asked, isStart: true)
            }
        }
        var tallies: [PlainNumber] = []
        for option in framework.combines.indices { tallies.append(tally(of: option)) }
        let viable = framework.combines.indices.filter(isViable)
        let favoured = viable.filter { tallies[$0] > PlainNumber(0) }
        let simple = Set(favoured.filter { framework.combines[$0].isEmpty })
        let composites = viable.filter {
            !framework.combines[$0].isEmpty && framework.atoms(of: $0) == simple
        }
        if !composites.isEmpty { return found(composites, .composite) }
        if let most = favoured.map({ tallies[$0] }).max() {
            return found(favoured.filter { tallies[$0] == most }, .tally)
        }
        if let fallback { return found([fallback], .fallback, isStart: true) }
        let winners = framework.matrixWinners
        return winners.isEmpty ? found([], .nothing) : found(winners, .matrix)
    }

    private mutating func recommended(
        by table: Int, _ found: ([Int], PlainFramework.Step, Bool) -> PlainFramework.Situation
    ) -> PlainFramework.Situation {
        let result = result(of: table)
        if result.isViolated { return found([], .violated, false) }
        let column = framework.decisions[table].outputs.firstIndex(where: \.isOption) ?? 0
        let named = (result.rows ?? []).compactMap {
            $0[column].text.flatMap(framework.optionNames.firstIndex)
        }
        return found(named, named.isEmpty ? .nothing : .table, false)
    }
}
