import Rules
import Testing

@testable import Decisions

/// The same subject over time (FORMATS 2), and which of its states a record speaks of.
struct MilestoneTests {
    private static let table = """
        | Question | 2026-03-02 | Evidence | 2026-06-01 | Evidence |
        | --- | --- | --- | --- | --- |
        | Replay | yes | Rebuilt. | | |
        | Order | yes | One consumer. | no | Many. |
        | Team to run it | yes | Two people. | ? | One left. |
        | Unsure | | | no | |

        """

    @Test func eachDateHoldsTheAnswersThatStoodThen() async throws {
        let site = try await MemorySite(answers: Self.table)
        #expect(site.problems == [])
        let milestones = try site.assessment().milestones
        #expect(milestones.map { $0.date?.iso } == ["2026-03-02", "2026-06-01"])
        #expect(
            milestones.map(\.given) == [
                ["replay": "yes", "order": "yes", "team-to-run-it": "yes"],
                // Blank is unchanged, a question mark opens again.
                ["replay": "yes", "order": "no", "unsure": "no"],
            ])
        #expect(try milestones.map { try site.recommended(at: $0) } == [["log"], nil])
        #expect(try site.recommended() == nil)
    }

    @Test func evidenceBelongsToTheDateBeforeIt() async throws {
        let milestones = try await MemorySite(answers: Self.table).assessment().milestones
        #expect(
            milestones.map { $0.answers.compactMapValues(\.evidenceHTML) } == [
                ["replay": "Rebuilt.", "order": "One consumer.", "team-to-run-it": "Two people."],
                ["replay": "Rebuilt.", "order": "Many.", "team-to-run-it": "One left."],
            ])
    }

    @Test func newEvidenceForAnUnchangedAnswerIsKept() async throws {
        let site = try await MemorySite(
            answers: """
                | Question | 2026-03-02 | Evidence | 2026-06-01 | Evidence |
                | --- | --- | --- | --- | --- |
                | Replay | yes | Asked. | | Counted. |

                """)
        let milestones = try site.assessment().milestones
        #expect(milestones.map(\.given) == [["replay": "yes"], ["replay": "yes"]])
        #expect(milestones.map { $0.answers["replay"]?.evidenceHTML } == ["Asked.", "Counted."])
    }

    @Test func theOrderOfTheColumnsIsNotTheOrderOfTheDates() async throws {
        let site = try await MemorySite(
            answers: """
                | Question | 2026-06-01 | 2026-03-02 |
                | --- | --- | --- |
                | Replay | | yes |
                | Order | no | yes |

                """)
        let milestones = try site.assessment().milestones
        #expect(milestones.map { $0.date?.iso } == ["2026-03-02", "2026-06-01"])
        #expect(
            milestones.map(\.given) == [
                ["replay": "yes", "order": "yes"], ["replay": "yes", "order": "no"],
            ])
    }

    @Test func aTableOfALaterDateContinuesAnEarlierOne() async throws {
        let site = try await MemorySite(
            answers: """
                | Question | 2026-03-02 |
                | --- | --- |
                | Replay | yes |
                | Order | yes |

                Three months later:

                | Question | 2026-06-01 |
                | --- | --- |
                | Replay | |
                | Order | no |

                """)
        #expect(site.problems == [])
        #expect(
            try site.assessment().milestones.map(\.given) == [
                ["replay": "yes", "order": "yes"], ["replay": "yes", "order": "no"],
            ])
    }

    @Test func withoutDatesThereIsOneState() async throws {
        let assessment = try await MemorySite(answers: "- Replay: yes\n").assessment()
        #expect(assessment.milestones.count == 1)
        #expect(assessment.latest.date == nil)
    }

    @Test(arguments: [
        ("billing", "2026-06-01"), ("billing@2026-03-02", "2026-03-02"), ("billing@2026-05-31", "2026-03-02"),
        ("billing@2026-06-01", "2026-06-01"), ("billing@2027-01-01", "2026-06-01"),
        // Before the first there is nothing to go by, nor by what is no date.
        ("billing@2025-01-01", "2026-06-01"), ("billing@soon", "2026-06-01"),
    ])
    func aRecordIsJudgedByTheStateItNames(_ reference: String, _ date: String) async throws {
        let site = try await MemorySite([
            "frameworks/queue.md": MemorySite.framework,
            "assessments/billing.md": "---\nframework: queue\n---\n# Billing\n\n\(Self.table)",
            "decisions/0001-log.md": "---\nassessment: \(reference)\n---\n# Use a log\n",
        ])
        let record = try #require(site.model.records.first)
        let found = try #require(site.model.assessment(of: record))
        #expect(found.assessment.id == "billing")
        #expect(found.milestone.date?.iso == date)
    }

    @Test func whatWasRecommendedThenIsHeldAgainstToday() async throws {
        let files = [
            "frameworks/queue.md": MemorySite.framework,
            "assessments/billing.md": """
            ---
            framework: queue
            ---
            # Billing

            | Question | 2026-03-02 | 2026-06-01 |
            | --- | --- | --- |
            | Replay | yes | no |
            | Order | yes | no |
            | Team to run it | yes | yes |

            """,
        ]
        func record(_ front: String) -> [String: String] {
            let text =
                "---\nassessment: billing@2026-03-02\nrecommended: log\nchosen: log\n\(front)\n---\n# Use a log\n"
            return files.merging(["decisions/0001-log.md": text]) { $1 }
        }
        let site = try await MemorySite(record("status: accepted"))
        #expect(site.problems == ["decisions/0001-log.md:3: drift"])
        let milestones = try site.assessment().milestones
        #expect(try milestones.map { try site.recommended(at: $0) } == [["log"], ["queue"]])
        // One that is not in force owes nothing to today.
        #expect(try await MemorySite(record("status: rejected")).problems == [])
    }
}
