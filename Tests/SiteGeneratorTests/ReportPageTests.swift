import Decisions
import Foundation
import Rules
import Testing

@testable import SiteGenerator

/// What a report tells of other days than today, and how it is printed.
struct ReportPageTests {
    private static let framework = """
        ---
        version: 2
        ---
        # Queue or log

        - **Replay.** Must messages be read twice? → Log

          See [the study](https://example.com/study) and [it again](https://example.com/study).
        - **Order.** Must they keep their order? → Log
        - **Simple.** Is little sent? → Queue
        """
        .replacing("version: 2\n", with: "version: 2\noptions: { queue: Queue, log: Log }\n")

    private static func report(_ assessment: String, _ more: [String: String] = [:]) async throws -> HTMLTags
    {
        let site = try Scratch(
            [
                "precedent.yml": "title: Messaging\n", "content/frameworks/queue.md": framework,
                "content/assessments/billing.md": assessment,
            ].merging(more) { $1 })
        try await site.build()
        return HTMLTags(try site.read("public/assessments/billing.html"))
    }

    private static func digest() async throws -> String {
        let site = try Scratch(["precedent.yml": "", "content/frameworks/queue.md": framework])
        return try #require(
            try await SiteLoader.load(site.path).model.framework("queue")?.logic?.meaningDigest)
    }

    private static func signed(_ recommendation: String, _ version: String, _ rules: String) -> String {
        """
        ---
        framework: queue
        signed:
          - { date: 2026-03-02, by: A. Author, recommendation: \(recommendation), version: \(version), rules: \(rules) }
        ---
        # Billing

        - Replay: yes
        - Order: yes
        - Simple: no

        """
    }

    @Test func theSameAsSigned() async throws {
        let text = try await Self.report(Self.signed("log", "2", Self.digest())).text
        #expect(text.contains("The same is recommended as was signed. The rules are the same."))
        #expect(
            text.contains(
                "2 March 2026 Log A. Author version 2, the same rules By the present rules Log version 2"))
    }

    @Test func anotherRecommendationThanSigned() async throws {
        let text = try await Self.report(Self.signed("queue", "2", Self.digest())).text
        #expect(
            text.contains(
                "What is recommended has changed since: Queue was signed, and now it is Log. The rules are the same, so the assessment itself has changed."
            ))
    }

    @Test func otherRulesThanSigned() async throws {
        let text = try await Self.report(
            Self.signed("[queue, log]", "1", String(repeating: "0", count: 64))
        ).text
        #expect(text.contains("Queue and Log was signed, and now it is Log."))
        #expect(text.contains("The rules have changed since, from version 1 to version 2."))
        #expect(text.contains("version 1, other rules"))
    }

    /// The cover and the line under the title: whose name stands for what.
    @Test func aSignatureStandsForWhatWasSigned() async throws {
        let same = try await Self.report(Self.signed("log", "2", Self.digest())).text
        #expect(
            same.contains("Billing Recommended Log Signed 2 March 2026 by A. Author. Queue or log, version 2")
        )
        #expect(same.contains("Assessment Billing Signed 2 March 2026 by A. Author. Recommended Log"))
        let other = try await Self.report(Self.signed("queue", "1", String(repeating: "0", count: 64))).text
        #expect(
            other.contains(
                "Billing Signed 2 March 2026 by A. Author Queue By the rules of version 2: Recommended Log Queue or log"
            ), "\(other)")
        #expect(
            other.contains(
                "Assessment Billing Signed 2 March 2026 by A. Author: Queue . By the rules of version 2: Log."
            ))
        let answers = try await Self.report(Self.signed("queue", "2", Self.digest())).text
        #expect(answers.contains("by A. Author: Queue . By the present answers: Log."))
    }

    @Test func whatWasSignedMayBeOpenNow() async throws {
        let signed = try await Self.signed("log", "2", Self.digest()).replacing(
            "Replay: yes", with: "Replay: ?")
        let text = try await Self.report(signed.replacing("Simple: no", with: "Simple: ?")).text
        #expect(
            text.contains("Log was signed and is still possible; now it is open between Queue and Log."),
            "\(text)")
        #expect(text.contains("What would decide it"))
    }

    @Test func aKeptVersionIsNotToday() async throws {
        let text = try await Self.report(
            "---\nframework: queue@1\n---\n# Billing\n\n| Question | 2026-03-02 | 2026-06-01 |\n| --- | --- | --- |\n| Replay | ? | yes |\n| Order | yes | yes |\n",
            [
                "content/frameworks/queue@1.md": Self.framework.replacing(
                    "version: 2", with: "id: queue@1\nversion: 1")
            ]
        ).text
        #expect(text.contains("Each day’s answers, judged by the rules of version 1."), "\(text)")
    }

    @Test(arguments: [
        ("- Load: 5\n", "Queue. No answer speaks for it. Load over 3000 ms would have counted 2 for it."),
        (
            "- Load: 5\n",
            "Bus. No answer speaks for it. A yes to Edge (1) and Load over 9000 ms (3) would have counted for it."
        ),
        ("- Load: 5\n", "Ant. Ruled out, since it takes Load over 7 ms."),
        ("- Load: 5\n- Plain: no\n", "Plain no does not count against Log"),
    ])
    func whatIsMissingIsSaidInWords(_ answers: String, _ expected: String) async throws {
        let text = try await Self.report(
            "---\nframework: load\n---\n# Billing\n\n- Kept: yes\n- Edge: no\n\(answers)",
            [
                "content/frameworks/load.md": """
                ---
                options: { queue: Queue, bus: Bus, ant: Ant, log: Log }
                ---
                # Load

                | Question | Ask | Answers |
                | --- | --- | --- |
                | Load | How long does it take? | number 0.. (ms) |

                - **Load** > 3000 → Queue (2)
                - **Edge.** Is it at the edge? → Bus
                - **Load** > 9000 → Bus (3)
                - **Load** > 7 → Ant is viable
                - **Kept.** Is it kept? → Log
                - **Plain.** Is it plain? → not Log (2)

                """
            ]
        ).text
        #expect(text.contains(expected), "\(text)")
    }

    @Test func milestonesTellWhatChanged() async throws {
        let text = try await Self.report(
            """
            ---
            framework: queue
            ---
            # Billing

            | Question | 2026-03-02 | 2026-06-01 | 2026-09-01 |
            | --- | --- | --- | --- |
            | Replay | ? | yes | |
            | Order | ? | ? | |
            | Simple | yes | ~~yes~~ no | |

            """
        ).text
        let history = try #require(text.firstRange(of: "How it came about Each day’s answers")).lowerBound
        #expect(
            text[history...].contains(
                "2 March 2026 Open between Queue and Log Open; 1 of 3 answered. 1 June 2026 Recommended Log Decided; 2 of 3 answered, and the other cannot change what is recommended. Replay yes instead of unanswered Simple no instead of yes 1 September 2026"
            ), "\(text[history...])")
        #expect(text[history...].contains("No answer changed."))
    }

    @Test func theRecordThatFollowedSaysWhatWasChosen() async throws {
        let text = try await Self.report(
            "---\nframework: queue\n---\n# Billing\n\n- Replay: yes\n",
            [
                "content/decisions/0001-use-a-queue.md":
                    "---\nstatus: accepted\nassessment: billing\nrecommended: log\nchosen: queue\ndeparture: It was there.\n---\n# Use a queue\n\nWe do.\n"
            ]
        ).text
        #expect(
            text.contains(
                "What followed 1 Use a queue ● accepted Chosen: Queue , where Log was recommended. It was there."
            ))
    }

    @Test func linksOutOfTheSiteAreNumberedForPaper() async throws {
        let page = try await Self.report("---\nframework: queue\n---\n# Billing\n\n- Replay: yes\n")
        #expect(page.text.contains("Links https://example.com/study"))
        let marks = page.tags.filter { $0.attributes["class"] == "note-mark" }
        #expect(marks.count == 2)
    }

    @Test(arguments: [
        ("<a href=\"../index.html\">x</a>", nil, "<a>x</a>"),
        ("<a class=\"k\" href=\"../a/b.html#c\">x</a>", nil, "<a class=\"k\">x</a>"),
        ("<a href=\"#why\">x</a>", nil, "<a href=\"#why\">x</a>"),
        ("<a href=\"mailto:a@b.example\">x</a>", nil, "<a href=\"mailto:a@b.example\">x</a>"),
        ("<a href=\"https://b.example/\">x</a>", nil, "<a href=\"https://b.example/\">x</a>"),
        (
            "<a href=\"../frameworks/q.html#r\">x</a>", "https://a.example/adr",
            "<a href=\"https://a.example/adr/frameworks/q.html#r\">x</a>"
        ),
        (
            "<a href=\"other.html\">x</a>", "https://a.example/",
            "<a href=\"https://a.example/assessments/other.html\">x</a>"
        ),
    ])
    func aDocumentLeadsIntoNoFolderOfThisMachine(_ html: String, _ base: String?, _ expected: String) {
        let page = PrintedPage.document(
            Array("<head></head>\(html)".utf8), at: "assessments/billing.html", title: "A </style> “b”",
            base: base, paper: "a4")
        #expect(
            String(decoding: page, as: UTF8.self)
                == "<head><style>@page{size:a4}html{--running-title:\"A \\3c \\2f style\\3e  \\201c b\\201d \"}</style>\n</head>\(expected)"
        )
    }
}
