import Diagnostics
import FoundationEssentials

@testable import Rules

/// Random frameworks of questions of every type under one first-hit table, and telling answers to them.
struct TypedFramework: CustomStringConvertible {
    /// A question that may be asked: its type as written, tests of it, and answers on both sides of each of their ends.
    struct Source {
        let id: String
        let type: String
        let tests: [String]
        let answers: [AnswerValue]
    }

    static let sources: [Source] = [
        Source(
            id: "X", type: "number 0..10 (ms)", tests: ["-", "> 5", "<= 3", "[3..7]", "8"],
            answers: [0, 3, 4, 5, 6, 7, 7.5, 8, 9].map { .number($0) }),
        Source(
            id: "S", type: "low < mid < high", tests: ["-", "> low", "mid", "<= mid"],
            answers: ["low", "mid", "high"].map { .label($0) }),
        Source(id: "Q", type: "yes, no", tests: ["-", "yes", "no"], answers: [.yes, .no]),
        Source(
            id: "C", type: "a, b, c", tests: ["-", "a", "a, b", "not(c)"],
            answers: ["a", "b", "c"].map { .label($0) }),
        Source(
            id: "D", type: "date", tests: ["-", "< 2026-03-01", ">= 2026-06-01"],
            answers: ["2026-02-28", "2026-03-01", "2026-05-31", "2026-06-01"].compactMap {
                CalendarDate(iso: $0).map(AnswerValue.date)
            }),
    ]

    let asked: [Source]
    let rows: [String]
    let ruleSet: RuleSet
    var description: String { rows.joined(separator: "\n") }

    init(
        _ random: inout SeededGenerator, count: Int = 3, fixed: [String] = [],
        likelihood: [String: [String: Number]] = [:], types: [String: String] = [:]
    ) {
        asked = Array(Self.sources.shuffled(using: &random).prefix(count))
        var rows = ["F | " + asked.map(\.id).joined(separator: " | ") + " | → Go"]
        for row in 1...Int.random(in: 2...4, using: &random) {
            let tests = asked.map { $0.tests.randomElement(using: &random) ?? "-" }
            let option = ["A", "B", "C"].randomElement(using: &random) ?? "A"
            rows.append("\(row) | " + tests.joined(separator: " | ") + " | \(option)")
        }
        self.rows = rows
        ruleSet = Self.ruleSet(
            asked.map { ($0.id, types[$0.id] ?? $0.type) }, rows, fixed: fixed, likelihood: likelihood)
    }

    /// A framework of questions and one table; its options are A, B and C.
    static func ruleSet(
        _ questions: [(id: String, type: String)], _ rows: [String], items: [ChecklistItem] = [],
        fixed: [String] = [], likelihood: [String: [String: Number]] = [:]
    ) -> RuleSet {
        let cells = rows.map { row in
            row.split(separator: "|").map { cell in
                SourcedText(cell.split(separator: " ").joined(separator: " "), at: place())
            }
        }
        let tables =
            cells.isEmpty
            ? []
            : [
                TableSource(name: "Go", headers: cells[0], rows: Array(cells.dropFirst()), location: place())
            ]
        return RuleSet(
            id: "typed", options: ["A", "B", "C"].map { Option($0) },
            questions: questions.map { id, type in
                QuestionSource(
                    id: id.lowercased(), name: id, ask: "\(id)?", type: SourcedText(type, at: place()),
                    location: place())
            }, items: items, tables: tables, fixed: fixed, likelihood: likelihood)
    }

    /// All ways to answer some questions, each with those answers that are given.
    static func completions(_ asked: [Source], _ given: [String: AnswerValue]) -> [[String: AnswerValue]] {
        asked.reduce([given]) { all, source in
            let id = source.id.lowercased()
            return given[id] != nil
                ? all
                : all.flatMap { one in
                    source.answers.map { answer in one.merging([id: answer]) { _, new in new } }
                }
        }
    }

    /// Some of the telling answers.
    func answers(_ random: inout SeededGenerator, open percent: Int) -> [String: AnswerValue] {
        var answers: [String: AnswerValue] = [:]
        for source in asked where !random.chance(percent) {
            answers[source.id.lowercased()] = source.answers.randomElement(using: &random)
        }
        return answers
    }
}
