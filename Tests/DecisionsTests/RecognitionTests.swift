import Diagnostics
import Markdown
import Rules
import Testing

@testable import Decisions

/// What tables and lists of a framework are taken for, which is what `explain` prints.
struct RecognitionTests {
    /// A framework of the options Queue and Log, in which a text stands.
    private static func site(with text: String) async throws -> MemorySite {
        try await MemorySite([
            "frameworks/queue.md":
                "---\noptions: { queue: Queue, log: Log }\n---\n# Queue or log\n\n\(text)\n"
        ])
    }

    /// What each table and list is taken for.
    private static func taken(_ text: String) async throws -> [String] {
        try await site(with: text).only().recognitions.map { "\($0.taken): \($0.reason)" }
    }

    private static func table(_ rows: String...) -> String {
        let bars = rows.first.map { $0.count { $0 == "|" } } ?? 0
        let rule = "|" + String(repeating: " --- |", count: bars - 1)
        return ([rows[0], rule] + rows.dropFirst()).joined(separator: "\n") + "\n\n"
    }

    private static let comparison = "each column after the first is an option"
    private static let noTable = "its columns are neither options nor answer types"
    private static let arrows = "an item's arrow points to an option"

    @Test func everythingIsListedInOrderWithItsLine() async throws {
        let site = try await Self.site(
            with: Self.table("| Factor | Log | Queue |", "| Replay | yes | no |", "| Order | yes | no |")
                + "- Read twice? → Log\n- Unsure? → Start with Queue\n\nText.\n\n- a\n- b\n\n"
                + Self.table("| Year | Teams |", "| 2025 | 3 |"))
        #expect(site.problems == [])
        let found = try site.only().recognitions
        #expect(
            found.map(\.taken) == [
                "comparison of Log, Queue by 2 factors", "checklist of 2 rules", "prose", "prose",
            ])
        #expect(found.map(\.location.line) == [6, 11, 16, 19])
        #expect(found.map(\.reason) == [Self.comparison, Self.arrows, "no item has an arrow", Self.noTable])
    }

    @Test(arguments: [
        (table("| | queue |", "| a | b |"), "comparison of Queue by 1 factor: \(comparison)"),
        (
            table("| F | **Queue** | `Log` |", "| a | b | c |"),
            "comparison of Queue, Log by 1 factor: \(comparison)"
        ),
        (table("| F | Weight | Queue |", "| a | 3 | c |"), "comparison of Queue by 1 factor: \(comparison)"),
        (
            table("| F | Queue | Log | → Recommend |", "| a | - | - | Log |"),
            "decision table of 1 rule (F): a column's header starts with an arrow"
        ),
        (
            table("| Question | Ask | Answers |", "| R | Read twice? | yes, no |"),
            "1 question: a column holds answer types, another cells that end in a question mark"
        ),
        (table("| Year |", "| 2025 |"), "prose: \(noTable)"),
        (table("| F | Queue, Log |", "| a | b |"), "prose: \(noTable)"),
        // Two strangers are no slip.
        (table("| F | Queue | A | B |", "| a | b | c | d |"), "prose: \(noTable)"),
        (table("| F | Queue | Log → |", "| a | b | c |"), "prose: 'Log →' is no option"),
    ])
    func aTableIsTheFirstThatItFits(_ table: String, _ taken: String) async throws {
        #expect(try await Self.taken(table) == [taken])
    }

    @Test(arguments: [
        ("- Read twice? → Log", "checklist of 1 rule: \(arrows)"),
        ("1. Read twice? -> log on disks", "checklist of 1 rule: \(arrows)"),
        ("* Read twice? => not Log", "checklist of 1 rule: \(arrows)"),
        ("- A → B? → Log (2)", "checklist of 1 rule: \(arrows)"),
        ("- Read twice? → *Log*", "checklist of 1 rule: \(arrows)"),
        ("- Read twice? `→ Log`", "prose: no item has an arrow"),
        ("- Read twice? <!-- → Log -->", "prose: no item has an arrow"),
        ("- Read twice? → the logger", "prose: no arrow points to the name of an option"),
        ("- Read twice? → Logs", "prose: no arrow points to the name of an option"),
        ("- Read twice? ⇒ Log", "prose: '⇒' is no arrow"),
        ("- Read twice? » the end", "prose: no item has an arrow"),
        ("- Read twice?\n\n  → Log", "prose: no item has an arrow"),
        ("- outer\n  - Read twice? → Log", "prose: no item has an arrow"),
    ])
    func aListIsAChecklistByItsArrows(_ list: String, _ taken: String) async throws {
        #expect(try await Self.taken(list) == [taken])
    }

    @Test(arguments: [
        (table("| F | Queue | Lag |", "| a | b | c |"), "almost-comparison"),
        (
            table("| Q | Ask | Answers |", "| R | Twice? | yes, no |", "| O | Order? | yes |"),
            "almost-questions"
        ),
        (
            table("| Q | Ask | Answers |", "| R | Twice? | yes, no |", "| O | Order. | yes, no |"),
            "almost-questions"
        ),
        ("- Read twice? → Lag", "almost-checklist"), ("- Read twice? ➔ Log", "almost-checklist"),
    ])
    func aNearMissIsProseAndWarnedOf(_ text: String, _ id: String) async throws {
        let site = try await Self.site(with: text)
        #expect(site.problems.map { $0.split(separator: " ").last.map(String.init) } == [id])
        let framework = try site.only()
        #expect(framework.recognitions.map(\.taken) == ["prose"])
        // It is shown all the same.
        #expect(framework.parts.count == 1)
        guard case .prose(let blocks)? = framework.parts.first else {
            Issue.record("what is almost something is not prose")
            return
        }
        #expect(blocks.count == 1)
    }

    @Test(arguments: [
        table("| F | Size | Cost |", "| a | b | c |"), "- a → b\n- c\n", "- Read twice?\n- Order?\n",
        table("| Q | Ask | Answers |", "| R | Twice? | often |"), "```\n- Twice? → Lag\n```\n",
    ])
    func whatIsFarFromAllIsNotWarnedOf(_ text: String) async throws {
        let problems = try await Self.site(with: text).problems
        #expect(
            problems.allSatisfy { !$0.hasSuffix("almost-comparison") && !$0.hasSuffix("almost-questions") })
    }

    @Test func theArticleKeepsItsOrder() async throws {
        let framework = try await Self.site(
            with: "One.\n\n" + Self.table("| F | Queue |", "| a | b |")
                + "Two.\n\n- Twice? → Log\n\nThree.\n\n- x\n"
        ).only()
        let kinds = framework.parts.map { part in
            switch part {
            case .prose(let blocks): "prose of \(blocks.count)"
            case .comparison: "comparison"
            case .checklist: "checklist"
            case .questions: "questions"
            case .decisionTable: "decision table"
            }
        }
        #expect(kinds == ["prose of 1", "comparison", "prose of 1", "checklist", "prose of 2"])
    }

    @Test func anItemHasANameAQuestionAndAReason() async throws {
        let framework = try await Self.site(
            with: """
                - **Replay.** Must it be
                  read twice? → Log

                  Invoices are rebuilt.

                  And audited.
                - Is `→` an arrow? → not Queue (2)
                """
        ).only()
        let logic = try #require(framework.logic)
        #expect(logic.questions.map(\.id) == ["replay", "is--an-arrow"])
        #expect(logic.questions.map(\.name) == ["Replay", "Is → an arrow"])
        #expect(logic.questions.map(\.ask) == ["Must it be read twice?", "Is → an arrow?"])
        #expect(logic.questions.map(\.reason) == ["Invoices are rebuilt. And audited.", nil])
        #expect(logic.rules.map(\.targetText) == ["Log", "not Queue (2)"])
    }
}
