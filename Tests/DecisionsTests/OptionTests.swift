import Diagnostics
import Markdown
import Rules
import Testing

@testable import Decisions

/// Where a framework's options come from (FORMATS 1).
struct OptionTests {
    private static func framework(_ text: String) async throws -> Framework {
        try await MemorySite(["frameworks/queue.md": text]).only()
    }

    private static let checklist = "- Must messages be read twice? → Log\n- Unsure? → Start with Queue\n"

    @Test func frontMatterSaysWhatTheyAre() async throws {
        let framework = try await Self.framework(
            """
            ---
            options:
              queue: Queue
              log:
                name: Log
                summary: It keeps all.
                caveat: Disks fill.
                next: Size it.
                url: https://example.org/log
              both: { name: Both, combines: [queue, log] }
              plain:
            ---
            # Queue or log

            \(Self.checklist)
            """)
        #expect(framework.options.map(\.id) == ["queue", "log", "both", "plain"])
        #expect(framework.options.map(\.name) == ["Queue", "Log", "Both", "plain"])
        #expect(framework.options.map(\.combines) == [[], [], ["queue", "log"], []])
        let log = try #require(framework.options.dropFirst().first)
        #expect(
            [log.summary, log.caveat, log.next, log.url] == [
                "It keeps all.", "Disks fill.", "Size it.", "https://example.org/log",
            ])
        #expect(framework.logic != nil)
    }

    @Test func aListOfNamesIsEnough() async throws {
        let framework = try await Self.framework(
            "---\noptions: [Queue, Log]\n---\n# Queue or log\n\n\(Self.checklist)")
        #expect(framework.options.map(\.id) == ["queue", "log"])
        #expect(framework.options.map(\.name) == ["Queue", "Log"])
        #expect(framework.logic != nil)
    }

    @Test func elseTheyAreTheColumnsThatArrowsPointTo() async throws {
        let framework = try await Self.framework(
            """
            # Queue or log

            | Year | Teams | Messages |
            | --- | --- | --- |
            | 2025 | 3 | 400 |

            | Factor | Weight | Message queue | Log |
            | --- | --- | --- | --- |
            | Replay | 3 | none | any time |

            | Factor | Log | Message queue |
            | --- | --- | --- |
            | Order | one | none |

            - Must messages be read twice? -> log on disks
            - Unsure? => Start with message queue

            """)
        #expect(framework.options.map(\.id) == ["message-queue", "log"])
        #expect(framework.options.map(\.name) == ["Message queue", "Log"])
        #expect(framework.options.map(\.location.line) == [7, 7])
        #expect(framework.comparison?.columns.map(\.option) == [0, 1])
        #expect(framework.logic?.rules.map(\.target.option) == [1, 0])
    }

    @Test(arguments: [
        // No arrow points to the last column.
        "| Factor | Queue | Log | Topic |\n| --- | --- | --- | --- |\n| a | b | c | d |\n\n" + checklist,
        "| Factor | Queue | Log |\n| --- | --- | --- |\n| a | b | c |\n\n- Is it so?\n", checklist,
    ])
    func withoutEitherThereAreNone(_ text: String) async throws {
        let framework = try await Self.framework("# Queue or log\n\n\(text)")
        #expect(framework.options.isEmpty)
        #expect(framework.logic == nil)
    }

    @Test func frontMatterPrevailsOverTables() async throws {
        let framework = try await Self.framework(
            """
            ---
            options: { log: Log, queue: Queue, none: Neither }
            ---
            # Queue or log

            | Factor | Queue | Log |
            | --- | --- | --- |
            | Replay | none | any time |

            \(Self.checklist)
            """)
        #expect(framework.options.map(\.id) == ["log", "queue", "none"])
        // A comparison need not name them all, and keeps its own order.
        #expect(framework.comparison?.columns.map(\.option) == [1, 0])
    }

    @Test(arguments: [
        (["a", "b"], ["both"]), (["a"], ["queue"]), (["b"], ["log"]), (["c"], ["topic"]),
        (["a", "b", "c"], ["all"]), (["a", "c"], ["queue", "topic"]), ([], []),
    ])
    func aCompositeIsRecommendedForExactlyItsParts(_ yes: [String], _ recommended: [String]) async throws {
        let framework = """
            ---
            options:
              queue: Queue
              log: Log
              topic: Topic
              both: { name: Both, combines: [queue, log] }
              all: { name: All, combines: [both, topic] }
            ---
            # Queue or log

            - **A.** Is it one? → Queue
            - **B.** Is it another? → Log
            - **C.** Is it a third? → Topic

            """
        let answers = ["a", "b", "c"].map { "- \($0): \(yes.contains($0) ? "yes" : "no")\n" }
        let site = try await MemorySite(answers: answers.joined(), framework: framework)
        #expect(try site.recommended() == recommended)
    }

    @Test func aComparisonKnowsTheQuestionsThatBearOnItsFactors() async throws {
        let site = try await MemorySite(
            answers: "",
            framework: MemorySite.framework.replacing(
                "# Queue", with: "---\nfactors: { replay: [replay, order] }\n---\n# Queue"))
        let rows = try #require(try site.only().comparison?.rows)
        #expect(rows.map(\.id) == ["replay"])
        #expect(rows.map(\.questions) == [["replay", "order"]])
        #expect(rows.map { $0.cells.map(\.plainText) } == [["none", "any time"]])
    }
}
