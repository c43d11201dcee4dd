import Diagnostics
import Foundation
import Rules

/// A random framework of decision tables over questions of every type, some with conditions over several inputs.
struct RandomTables {
    let ruleSet: RuleSet
    let hasCondition: Bool

    static let types = [
        "x": "number 0..10", "y": "number", "q": "yes, no", "s": "low < mid < high", "d": "date", "t": "text",
    ]

    init(seed: Int) {
        var random = SeededGenerator(seed: seed)
        hasCondition = random.chance(40)
        var tables: [String] = []
        var names = ["X", "Y", "Q", "S", "D", "T"]
        if hasCondition {
            names.append(
                ["`X * Y > 7`", "`X + Y`", "`X - Y in [0..2]`"].randomElement(using: &random) ?? "X")
        }
        if random.chance(50) {
            tables.append(
                Self.table("C+", names.shuffled(using: &random).prefix(2), "Load", ["1", "2", "-1"], &random))
            names.append("Load")
            // What conditions read may itself be reckoned.
            if hasCondition, random.chance(40) { names.append("`X * Load > 3`") }
        }
        if random.chance(30) {
            tables.append(
                Self.table(
                    "C", names.prefix(6).shuffled(using: &random).prefix(2), "Favours", ["A", "B", "C"],
                    &random))
            names.append("A")
        }
        let policy = ["U", "A", "P", "F", "R", "C", "O"].randomElement(using: &random) ?? "F"
        tables.append(
            Self.table(policy, names.shuffled(using: &random).prefix(3), "Go", ["A", "B", "C"], &random))
        ruleSet = Self.ruleSet(tables)
    }

    private static func table(
        _ policy: String, _ inputs: ArraySlice<String>, _ output: String, _ outputs: [String],
        _ random: inout SeededGenerator
    ) -> String {
        var lines = ["\(policy) | \(inputs.joined(separator: " | ")) | → \(output)"]
        for row in 1...Int.random(in: 2...6, using: &random) {
            let cells = inputs.map { random.chance(30) ? "-" : test($0, &random) }
            lines.append(
                "\(row) | \(cells.joined(separator: " | ")) | \(outputs.randomElement(using: &random) ?? "")")
        }
        return lines.joined(separator: "\n")
    }

    private static func test(_ input: String, _ random: inout SeededGenerator) -> String {
        let tests: [String]
        switch input {
        case "Q": tests = ["yes", "no"]
        case "S": tests = ["low", "> low", "not(mid)", "low, high"]
        case "D": tests = ["< 2026-03-01", ">= 2026-03-01", "[2026-01-31..2026-03-01)"]
        case "T": tests = ["\"ours\"", "not(\"ours\")", "\"theirs\", \"ours\""]
        case "`X * Y > 7`", "`X * Load > 3`", "`X - Y in [0..2]`": tests = ["true", "false", "not(true)"]
        default: tests = ["> 2", "<= 2.5", "[1..4)", "not(3)", "5", "< 0"]
        }
        return tests.randomElement(using: &random) ?? "-"
    }

    static func ruleSet(_ tables: [String]) -> RuleSet {
        RuleSet(
            id: "f", options: ["A", "B", "C"].map { Option($0) },
            questions: ["X", "Y", "Q", "S", "D", "T"].map { name in
                QuestionSource(
                    id: name.lowercased(), name: name, ask: "\(name)?",
                    type: SourcedText(types[name.lowercased()] ?? "", at: place()), location: place())
            },
            items: [], tables: tables.enumerated().map { source($1, number: $0 + 1) })
    }

    private static func source(_ text: String, number: Int) -> TableSource {
        let lines = text.split(separator: "\n").map { line in
            line.split(separator: "|", omittingEmptySubsequences: false).map {
                SourcedText($0.trimmingCharacters(in: .whitespaces), at: place(100 * number))
            }
        }
        return TableSource(
            name: "Table \(number)", headers: lines[0], rows: Array(lines.dropFirst()),
            location: place(100 * number))
    }

    /// Random answers, some of them at the edges of what rules ask.
    func answers(_ random: inout SeededGenerator, open percent: Int) -> [String: AnswerValue] {
        var answers: [String: AnswerValue] = [:]
        for id in Self.types.keys.sorted() where !random.chance(percent) {
            let texts =
                switch id {
                case "x": ["0", "1", "2", "2.5", "2.5000001", "3", "4", "5", "10"]
                case "y": ["-3.25", "0", "1", "2", "2.51", "3", "4", "5", "100000000000"]
                case "q": ["yes", "no"]
                case "s": ["low", "mid", "high"]
                case "d": ["2026-01-30", "2026-01-31", "2026-02-28", "2026-03-01"]
                default: ["ours", "theirs", "nobody's"]
                }
            let text = texts.randomElement(using: &random) ?? ""
            switch id {
            case "x", "y": answers[id] = Decimal(string: text).map(AnswerValue.number)
            case "d": answers[id] = CalendarDate(iso: text).map(AnswerValue.date)
            case "t": answers[id] = .text(text)
            default: answers[id] = .label(text)
            }
        }
        return answers
    }

    /// An answer by its position.
    func position(_ question: Question, _ answer: AnswerValue?) -> Walker.Answer? {
        switch answer {
        case .label(let label): question.type.labels.firstIndex(of: label).map { .label($0) }
        case .number(let number): FixedPoint(number).map { .number($0) }
        case .date(let date): .date(date)
        case .text(let text): .text(text)
        case nil: nil
        }
    }
}
