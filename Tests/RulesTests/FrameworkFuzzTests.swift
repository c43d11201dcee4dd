import Diagnostics
import FoundationEssentials
import Testing

@testable import Rules

/// Frameworks that were good until something in their text was changed, at random: no text and no answer makes the module
/// trap or hang, and the limit on nodes is kept. `PRECEDENT_FUZZ_SECONDS` says how long this is tried.
struct FrameworkFuzzTests {
    private static let pieces = [
        "a, b", "small", "Team size", "Rate-limit", "C++", "RAG", "RAG store", "not", "not(", "(", ")", "[",
        "]", "..", ",",
        "-", "–", ">", ">=", "≥", "<", "=", "!=", "*", "**", "/", "+", "\"", "“", "\\", "`", "5", "0", ".5",
        "-1",
        "999999999999999", "1,000", "2024-02-29", "2025-02-29", "9999-12-31", "date(\"0001-01-01\")", "null",
        "true", "yes",
        "no", "and", "or", "in", "between", "if", "then", "else", "count(", "sum(", "round up(",
        "string length(", " ", "\n",
        "é", "👩‍👩‍👧", "\u{0}", "→ ", "-> ", "number", "number 0..", "text", "date", "F", "U", "A", "P", "C#",
        "C+", "O",
        "Favours", "→ Favours", "→ Weight", "viable", " is viable", "Start with ", "(2)", "q0", "q1",
        "Risk 0", "Second 1",
    ]
    private static let values: [AnswerValue] = [
        .yes, .no, .label("small"), .label(""), .text("ours"), .text(""), .number(5), .number(.nan),
        .number(.greatestFiniteMagnitude), .number(-1), .number(.leastNonzeroMagnitude), .date(.first),
    ]
    /// The slowest that one framework may be, on a machine that does much else.
    private static let mostSeconds = 30.0

    @Test(arguments: 0..<4)
    func mutatedFrameworks(block: Int) {
        let end = ContinuousClock.now + .seconds(TestSize.fuzzSeconds)
        var seed = block
        while ContinuousClock.now < end {
            let start = ContinuousClock.now
            let problem = Self.problem(seed: seed)
            #expect(problem == nil, "seed \(seed)")
            #expect(ContinuousClock.now - start < .seconds(Self.mostSeconds), "seed \(seed)")
            seed += 4
        }
        #expect(seed > 100)
    }

    /// What went wrong with one framework.
    private static func problem(seed: Int) -> String? {
        var random = SeededGenerator(seed: seed)
        var set = RandomFramework(seed: seed % 5_000).ruleSet
        for _ in 0..<Int.random(in: 1...4, using: &random) { mutate(&set, &random) }
        let nodeLimit = [0, 20, 300, 3_000].randomElement(using: &random) ?? 0
        let (logic, problems) = set.compile(nodeLimit: nodeLimit)
        guard (logic == nil) == problems.hasErrors else {
            return "a logic in spite of errors, or none without"
        }
        guard let logic else { return nil }
        if let nodes = logic.diagram?.nodeCount, nodes > nodeLimit {
            return "\(nodes) nodes, past \(nodeLimit)"
        }
        _ = logic.findings()
        for _ in 0..<3 {
            var answers = Answers()
            for question in logic.questions {
                let read = question.type.parse(answer: pieces.randomElement(using: &random) ?? "")
                answers[question.id] =
                    [nil, read, values.randomElement(using: &random)].randomElement(using: &random) ?? nil
            }
            let verdict = logic.evaluate(answers)
            if verdict.decided, verdict.possible.count != 1 { return "decided, and not by one" }
            if verdict.open.count + verdict.answeredCount != verdict.questionCount {
                return "questions are lost"
            }
        }
        return nil
    }

    private static func mutate(_ set: inout RuleSet, _ random: inout SeededGenerator) {
        switch Int.random(in: 0..<10, using: &random) {
        case 0 where !set.questions.isEmpty:
            change(&set.questions[Int.random(in: set.questions.indices, using: &random)].type.text, &random)
        case 1 where !set.items.isEmpty:
            change(&set.items[Int.random(in: set.items.indices, using: &random)].target.text, &random)
        case 2 where !set.items.isEmpty:
            let item = Int.random(in: set.items.indices, using: &random)
            var test = set.items[item].test?.text ?? ""
            change(&test, &random)
            set.items[item].test = SourcedText(test, at: place())
        case 3 where !set.questions.isEmpty:
            change(&set.questions[Int.random(in: set.questions.indices, using: &random)].name, &random)
        case 4 where !set.options.isEmpty:
            let option = Int.random(in: set.options.indices, using: &random)
            change(&set.options[option].name, &random)
        default:
            guard !set.tables.isEmpty else { return }
            let table = Int.random(in: set.tables.indices, using: &random)
            mutate(&set.tables[table], &random)
        }
    }

    private static func mutate(_ table: inout TableSource, _ random: inout SeededGenerator) {
        let row = table.rows.indices.randomElement(using: &random)
        switch Int.random(in: 0..<8, using: &random) {
        case 0, 1:
            guard let column = table.headers.indices.randomElement(using: &random) else { return }
            change(&table.headers[column].text, &random)
        case 2:
            if let row {
                table.rows[row] = Array(table.rows[row].prefix(Int.random(in: 0...3, using: &random)))
            }
        case 3:
            if let row { table.rows.append(table.rows[row]) }
        case 4:
            if !table.headers.isEmpty {
                table.headers.remove(at: Int.random(in: table.headers.indices, using: &random))
            }
        default:
            guard let row, let column = table.rows[row].indices.randomElement(using: &random) else { return }
            change(&table.rows[row][column].text, &random)
        }
    }

    /// Takes a little out of a text, or puts something in, or puts something else in its place.
    private static func change(_ text: inout String, _ random: inout SeededGenerator) {
        let piece = pieces.randomElement(using: &random) ?? ""
        guard !random.chance(15) else {
            text = piece
            return
        }
        let start = text.index(text.startIndex, offsetBy: Int.random(in: 0...text.count, using: &random))
        let end =
            text.index(start, offsetBy: Int.random(in: 0...3, using: &random), limitedBy: text.endIndex)
            ?? start
        text.replaceSubrange(start..<end, with: random.chance(75) ? piece : "")
    }
}
