import Rules
import Testing

@testable import Decisions

/// Struck text is a correction, kept and shown (FORMATS 2).
struct CorrectionTests {
    /// A table of one row.
    private static func row(_ question: String, _ answer: String) -> String {
        "| Question | Answer | Evidence |\n| --- | --- | --- |\n| \(question) | \(answer) | Counted. |\n"
    }

    private static let struck: [(String, String?, String)] = [
        (row("Replay", "~~yes~~ no"), "no", "yes"), (row("Replay", "no ~~yes~~"), "no", "yes"),
        (row("Replay", "~~no~~ **yes**"), "yes", "no"), (row("Replay", "~~yes~~"), nil, "yes"),
        (row("Replay", "~~yes~~ ?"), nil, "yes"), (row("~~Replay~~", "~~yes~~"), nil, "yes"),
        ("- Replay: ~~yes~~ no — Counted.", "no", "yes"), ("- Replay: ~~yes~~ — Counted.", nil, "yes"),
        ("- Replay: ~~yes~~ ? — Counted.", nil, "yes"),
        ("## Replay\n\n~~yes~~ **no** — Counted.", "no", "yes"),
        ("## Replay\n\n**~~yes~~ no** — Counted.", "no", "yes"),
        ("## Replay\n\n**no** ~~yes~~ — Counted.", "no", "yes"),
        ("## Replay\n\n~~yes~~ — Counted.", nil, "yes"),
    ]

    @Test(arguments: struck)
    func aStruckAnswerIsKeptAndDoesNotCount(_ written: String, _ answer: String?, _ struck: String)
        async throws
    {
        let site = try await MemorySite(answers: written)
        #expect(site.problems == [])
        let found = try #require(try site.assessment().latest.answers["replay"])
        #expect(try site.assessment().latest.given["replay"] == answer)
        #expect(found.struck == struck)
        #expect(found.evidenceHTML == "Counted.")
    }

    @Test(arguments: [
        "| Question | Answer | Evidence |\n| --- | --- | --- |\n| Replay | yes | ~~Yes~~ twice. |\n",
        "- Replay: yes — ~~Yes~~ twice.", "- Replay: yes — It is ~~no~~ twice.",
        "## Replay\n\n**yes** — ~~Once~~ twice.", "## Replay\n\n**yes** — It is ~~no~~ twice.",
    ])
    func whatIsStruckInTheEvidenceIsNoFormerAnswer(_ written: String) async throws {
        let site = try await MemorySite(answers: written)
        #expect(site.problems == [])
        let found = try #require(try site.assessment().latest.answers["replay"])
        #expect(found.value == .yes)
        #expect(found.struck == nil)
        #expect(found.evidenceHTML?.contains("<del>") == true)
    }

    @Test(arguments: [
        "| Question | Answer |\n| --- | --- |\n| ~~Replay~~ Order | yes |\n", "- ~~Replay~~ Order: yes",
        "## ~~Replay~~ Order\n\n**yes**",
    ])
    func aCorrectedQuestionIsTheOneThatStands(_ written: String) async throws {
        let site = try await MemorySite(answers: written)
        #expect(site.problems == [])
        #expect(try site.assessment().latest.given == ["order": "yes"])
    }

    @Test func anItemStruckAsAWholeIsWithdrawn() async throws {
        let site = try await MemorySite(answers: "- ~~Replay: yes — Twice.~~\n- Order: no\n")
        #expect(site.problems == [])
        let latest = try site.assessment().latest
        #expect(latest.given == ["order": "no"])
        #expect(latest.answers["replay"]?.struck == "yes")
    }
}
