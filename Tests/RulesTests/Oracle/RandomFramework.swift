import Rules

/// A random framework, as the oracle sees it and as an author would have written it.
struct RandomFramework: CustomStringConvertible {
    let plain: PlainFramework
    let situations: PlainSituations
    let ruleSet: RuleSet

    /// Names that are prefixes of each other, and letters beyond ASCII.
    private static let optionNames = ["RAG", "RAG store", "Fine-tuning", "Écluse", "C++"]
    /// Names with spaces, operators and words of FEEL in them.
    private static let questionNames = [
        "Load", "Team size", "Team", "Rate-limit", "Größe", "n/a share", "2 factor", "Profit and loss", "検索",
    ]
    /// More situations than these would take too long.
    private static let mostSituations = 72

    /// What frameworks are made of.
    enum Kind {
        /// Checklists of yes/no questions alone.
        case checklist
        /// Anything.
        case any
    }

    init(seed: Int, _ kind: Kind = .any) {
        var random = SeededGenerator(seed: seed)
        while true {
            var builder = FrameworkBuilder(optionNames: Self.optionNames, random: random)
            let plain = builder.framework(kind)
            random = builder.random
            guard let situations = PlainSituations(plain, atMost: Self.mostSituations) else { continue }
            self.plain = plain
            self.situations = situations
            var names = Self.questionNames
            names.shuffle(using: &random)
            var writer = FrameworkWriter(plain, questionNames: names, seed: seed)
            ruleSet = writer.ruleSet()
            return
        }
    }

    /// The framework as its author would have it before their eyes.
    var description: String {
        var lines = ruleSet.options.map { "option \($0.name) \($0.combines)" }
        lines += ruleSet.questions.map { "\($0.id) \($0.name): \($0.type.text)" }
        lines += ruleSet.items.map { "- \($0.id) \($0.name) \($0.test?.text ?? "") → \($0.target.text)" }
        for table in ruleSet.tables {
            lines.append("| " + table.headers.map(\.text).joined(separator: " | "))
            lines += table.rows.map { "| " + $0.map(\.text).joined(separator: " | ") }
        }
        return "\n" + lines.joined(separator: "\n")
            + "\nmatrix \(plain.matrix.count) fixed \(plain.fixed.sorted())\n"
    }

    /// Some answers: a sample for each question, `nil` for those that are open.
    func answers(_ random: inout SeededGenerator, open percent: Int) -> [Int?] {
        situations.samples.map { samples in
            random.chance(percent) ? nil : Int.random(in: samples.indices, using: &random)
        }
    }
}

/// Puts random frameworks together.
struct FrameworkBuilder {
    let allNames: [String]
    var random: SeededGenerator
    var plain = PlainFramework(optionNames: [], combines: [], questions: [], items: [])
    /// What cells about a question compare with, so that few answers are told apart.
    var constants: [[PlainValue]] = []

    init(optionNames: [String], random: SeededGenerator) {
        allNames = optionNames
        self.random = random
    }

    mutating func pick<Choice>(_ choices: [Choice]) -> Choice {
        choices[Int.random(in: choices.indices, using: &random)]
    }

    mutating func framework(_ kind: RandomFramework.Kind) -> PlainFramework {
        addOptions()
        let hasTables = kind == .any && random.chance(80)
        let tableQuestions = hasTables ? Int.random(in: 1...3, using: &random) : random.chance(25) ? 1 : 0
        for _ in 0..<(kind == .any ? tableQuestions : 0) { addQuestion() }
        for _ in 0..<(plain.questions.isEmpty ? 0 : Int.random(in: 0...2, using: &random)) { addTestedItem() }
        let ownItems = Int.random(in: hasTables ? 0...2 : 1...5, using: &random)
        for _ in 0..<ownItems { addItem() }
        if random.chance(30) { addMatrix() }
        plain.isReaderAsked = random.chance(85)
        plain.fixed = Set(plain.questions.indices.filter { _ in random.chance(20) })
        if hasTables { addTables() }
        return plain
    }

    private mutating func addOptions() {
        let atoms = Int.random(in: 1...3, using: &random)
        plain.combines = Array(repeating: [], count: atoms)
        for _ in 0..<(random.chance(30) ? 0 : Int.random(in: 1...2, using: &random)) {
            // A second composite may combine the first.
            let parts = plain.combines.indices.filter { _ in random.chance(55) }
            plain.combines.append(parts.isEmpty ? [0] : parts)
        }
        plain.optionNames = Array(allNames.prefix(plain.combines.count))
    }

    // MARK: Questions

    private mutating func addQuestion() {
        let (type, pool) = questionType()
        plain.questions.append(type)
        constants.append(Array(pool.shuffled(using: &random).prefix(2)))
    }

    private static let labels = [
        ["small", "medium", "large"], ["a, b", "n/a", "x > y"], ["on-site (EU)", "anywhere"],
    ]
    private static let numbers = [0, 10, 25, 50, 100, -30, 1, 3].map {
        PlainValue.number(PlainNumber($0, over: 10))
    }
    private static let days = [
        PlainDay.first, PlainDay.first + 1, PlainDay.last, PlainDay.number(of: 2024, 2, 28),
        PlainDay.number(of: 2024, 2, 29), PlainDay.number(of: 2024, 3, 1), PlainDay.number(of: 2026, 1, 1),
    ].map { PlainValue.day($0) }
    private static let texts = ["ours", "their, mostly", "> 5", "é"].map { PlainValue.text($0) }

    private mutating func questionType() -> (PlainType, [PlainValue]) {
        func values(_ labels: [String]) -> [PlainValue] { labels.map { .text($0) } }
        switch Int.random(in: 0..<9, using: &random) {
        case 0: return (.yesNo, [.truth(true), .truth(false)])
        case 1, 2:
            let labels = pick(Self.labels)
            return (.choice(labels), values(labels))
        case 3, 4:
            let labels = pick(Self.labels)
            return (.scale(labels), values(labels))
        case 5: return (.date, Self.days)
        case 6: return (.text, Self.texts)
        default:
            let bounds = pick([(nil, nil), (0, 10), (0, nil), (nil, 5), (-3, 1)] as [(Int?, Int?)])
            let type = PlainType.number(
                least: bounds.0.map { PlainNumber($0) }, greatest: bounds.1.map { PlainNumber($0) })
            return (type, Self.numbers)
        }
    }

    // MARK: Checklist

    private mutating func addTestedItem() {
        let question = Int.random(in: plain.questions.indices, using: &random)
        var written = cell(question: question)
        if written == .any { written = PlainCell(tests: [.value(pick(constants[question]))]) }
        plain.items.append(PlainItem(question: question, cell: written, meaning: meaning(canStart: false)))
    }

    private mutating func addItem() {
        plain.items.append(PlainItem(question: plain.questions.count, meaning: meaning(canStart: true)))
        plain.questions.append(.yesNo)
        constants.append([.truth(true), .truth(false)])
    }

    private mutating func meaning(canStart: Bool) -> PlainMeaning {
        let option = Int.random(in: plain.combines.indices, using: &random)
        if canStart, plain.fallback == nil, random.chance(25) { return .start(option: option) }
        if random.chance(30) { return .gate(option: option) }
        return .signal(option: option, weight: weight(), qualifier: qualifier())
    }

    mutating func weight() -> PlainNumber {
        PlainNumber(
            pick([100, 100, 100, 100, 200, 50, 150, 10, 20, 30, 0, -100, -50, -200]), over: 100)
    }

    mutating func qualifier() -> String? { pick([nil, nil, "on a smaller model", "where “cost” allows"]) }

    private mutating func addMatrix() {
        for _ in 0..<Int.random(in: 1...3, using: &random) {
            let weight = PlainNumber(pick([1, 2, 3, 5]), over: pick([1, 2, 10]))
            let scores = plain.combines.map { _ in PlainNumber(Int.random(in: 0...3, using: &random)) }
            plain.matrix.append((weight, scores))
        }
    }
}
