import Markdown
import Rules
import Testing

@testable import Decisions

/// The three notations of answers (FORMATS 2) say the same.
struct AnswerNotationTests {
    /// A notation, and how an answer with its evidence is written in it.
    enum Notation: CaseIterable {
        case table, list, headings

        func written(_ answers: [(question: String, answer: String, evidence: String)]) -> String {
            switch self {
            case .table:
                "| Question | Answer | Evidence |\n| --- | --- | --- |\n"
                    + answers.map { "| \($0.question) | \($0.answer) | \($0.evidence) |\n" }.joined()
            case .list: answers.map { "- \($0.question): \($0.answer) — \($0.evidence)\n" }.joined()
            case .headings:
                answers.map { "## \($0.question)\n\n**\($0.answer)** — \($0.evidence)\n\n" }.joined()
            }
        }
    }

    @Test(arguments: Notation.allCases)
    func answersAndEvidenceAreTheSameInEach(_ notation: Notation) async throws {
        let site = try await MemorySite(
            answers: notation.written([
                ("Replay", "yes", "Invoices are *rebuilt* - twice."),
                ("Must their order be kept?", "no", "Each stands alone: see `ids`."),
                ("team-to-run-it", "?", "Being counted."),
            ]))
        #expect(site.problems == [])
        let answers = try site.assessment().latest
        #expect(answers.given == ["replay": "yes", "order": "no"])
        #expect(
            answers.answers.compactMapValues(\.evidenceHTML) == [
                "replay": "Invoices are <em>rebuilt</em> - twice.",
                "order": "Each stands alone: see <code>ids</code>.", "team-to-run-it": "Being counted.",
            ])
        #expect(answers.answers["unsure"] == nil)
    }

    @Test(arguments: Notation.allCases)
    func theThreeComeToTheSameRecommendation(_ notation: Notation) async throws {
        let open = try await MemorySite(
            answers: notation.written([("Replay", "yes", "x"), ("Team to run it", "?", "y")]))
        #expect(try open.recommended() == nil)
        let decided = try await MemorySite(
            answers: notation.written([
                ("Replay", "yes", "x"), ("Order", "yes", "y"), ("Team to run it", "yes", "z"),
            ]))
        #expect(try decided.recommended() == ["log"])
        let blocked = try await MemorySite(
            answers: notation.written([
                ("Replay", "yes", "x"), ("Order", "yes", "y"), ("Team to run it", "no", "z"),
            ]))
        #expect(try blocked.recommended() == ["queue"])
    }

    @Test(
        arguments: Notation.allCases,
        [
            "Team to run it", "team to run it", "TEAM TO RUN IT", "team-to-run-it", "Team  to run it.",
            "Is a team free to run it?", "Is a team free to run it", "**Team to run it**",
        ])
    func questionsGoByShortNameIdAndFullText(_ notation: Notation, _ name: String) async throws {
        let site = try await MemorySite(answers: notation.written([(name, "yes", "Two people.")]))
        #expect(site.problems == [])
        #expect(try site.assessment().latest.given == ["team-to-run-it": "yes"])
    }

    @Test(arguments: Notation.allCases, ["yes", "Yes", "YES", "ja", "Ja"])
    func answersMayBeInTheLanguageOfTheSite(_ notation: Notation, _ answer: String) async throws {
        let site = try await MemorySite(
            answers: notation.written([("Replay", answer, "x"), ("Order", "nein", "y")]),
            words: Words(yes: ["ja"], no: ["nein"]))
        #expect(site.problems == [])
        #expect(try site.assessment().latest.given == ["replay": "yes", "order": "no"])
    }

    @Test func theNotationsMayBeMixed() async throws {
        let site = try await MemorySite(
            answers: """
                What the team knows.

                ## Answers

                | Question | Answer |
                | --- | --- |
                | Replay | yes |

                - [x] Order — One consumer.

                ### Team to run it

                **no** — Nobody.

                ## Afterword

                Asked again next year.

                """)
        #expect(site.problems == [])
        let assessment = try site.assessment()
        #expect(assessment.latest.given == ["replay": "yes", "order": "yes", "team-to-run-it": "no"])
        // A heading over nothing but answers introduces nothing.
        #expect(
            assessment.introduction.map(\.plainText) == [
                "What the team knows.", "Afterword", "Asked again next year.",
            ])
    }

    private static let items: [(String, String?, String?)] = [
        ("- [x] Replay — Twice.", "yes", "Twice."), ("- [X] Replay", "yes", nil),
        ("- [x] Replay: yes — Twice.", "yes", "Twice."), ("- [ ] Replay — Not asked.", nil, "Not asked."),
        ("- [ ] Replay", nil, nil), ("- Replay: yes", "yes", nil), ("- Replay: no - Once.", "no", "Once."),
        ("- Replay: no – Once.", "no", "Once."), ("1. Replay: **no** — Once.", "no", "Once."),
        ("- Replay: ~~no~~ yes — Twice.", "yes", "Twice."),
        (
            "- Replay: yes\n\n  Read twice.\n\n  And thrice.", "yes",
            "<p>Read twice.</p>\n<p>And thrice.</p>\n"
        ),
        ("- Replay: yes — ~~Once.~~ Twice.", "yes", "<del>Once.</del> Twice."),
    ]

    @Test(arguments: items)
    func itemsOfListsAreWrittenInManyWays(_ item: String, _ answer: String?, _ evidence: String?) async throws
    {
        let site = try await MemorySite(answers: item)
        #expect(site.problems == [])
        let found = try #require(try site.assessment().latest.answers["replay"])
        #expect(try site.assessment().latest.given["replay"] == answer)
        #expect(found.evidenceHTML == evidence)
    }

    private static let paragraphs: [(String, String?, String?)] = [
        ("**yes**", "yes", nil), ("**Yes.** Twice.", "yes", "Twice."), ("**no**: Once.", "no", "Once."),
        ("**no**\n\nOnce.", "no", "<p>Once.</p>\n"), ("**?** — Asked.", nil, "Asked."),
        ("**yes** — Twice.\n\n- a\n- b", "yes", "Twice.<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n"),
    ]

    @Test(arguments: paragraphs)
    func paragraphsUnderHeadingsAreWrittenInManyWays(
        _ text: String, _ answer: String?, _ evidence: String?
    ) async throws {
        let site = try await MemorySite(answers: "### Replay\n\n\(text)\n")
        #expect(site.problems == [])
        let found = try #require(try site.assessment().latest.answers["replay"])
        #expect(try site.assessment().latest.given["replay"] == answer)
        #expect(found.evidenceHTML == evidence)
    }

    @Test(arguments: [
        "", "| Question | Answer |\n| --- | --- |\n| Replay | |\n", "- Replay:", "- Replay: ?", "- Replay",
        "| Question | Answer |\n| --- | --- |\n| Replay | ? |\n", "- [ ] Replay", "## Replay\n\n**?**",
        "## Replay\n\n## Order\n",
    ])
    func whatIsLeftOpenIsNeverNo(_ written: String) async throws {
        let site = try await MemorySite(
            answers: "- [x] Team to run it\n- Order: no\n\n<!-- -->\n\n\(written)")
        #expect(site.problems == [])
        #expect(try site.assessment().latest.given == ["team-to-run-it": "yes", "order": "no"])
        // A no would settle it.
        #expect(try site.recommended() == nil)
    }

    @Test func textThatAnswersNothingIsTheIntroduction() async throws {
        let site = try await MemorySite(
            answers: """
                ## Background

                **Important.** Read this.

                | Load | Peak |
                | --- | --- |
                | 10 | 20 |

                - Budget: none
                - A line — with a dash

                """)
        #expect(site.problems == ["assessments/billing.md:2: no-answers"])
        let assessment = try site.assessment()
        #expect(assessment.latest.answers.isEmpty)
        #expect(assessment.introduction.map(\.kind) == [.heading, .paragraph, .table, .list])
    }

    @Test(arguments: [
        "##\n", "##\n\nyes\n", "## <!-- none -->\n\n**yes** — so\n", "## :\n\nno\n",
        "-\n-\n",
        "- [ ]\n- [x]\n", "- :\n- —\n- =\n", "- ~~Replay: yes~~\n-\n", "| |\n| --- |\n| |\n",
        "| | |\n| --- | --- |\n| | |\n",
        "| Question | Answer |\n| --- | --- |\n",
        "| Question | | Evidence |\n| --- | --- | --- |\n| | yes | |\n", "**\u{a0}**\n",
        "## ![](x.png)\n\n![](x.png)\n", "- ![](x.png)\n", "##\u{200b}\n\n— x\n", "> ##\n", "1.\n2. :\n",
        "| Factor | Weight |\n| --- | --- |\n| | |\n",
    ])
    func placesThatAreEmptyAnswerNothing(_ answers: String) async throws {
        let framework = Self.typed
        for framework in [MemorySite.framework, framework] {
            let site = try await MemorySite(answers: answers, framework: framework)
            #expect(try site.assessment().latest.answers.allSatisfy { $0.value.value == nil })
        }
    }

    /// Every type of answer, and a matrix.
    private static let typed = """
        ---
        options: { queue: Queue, log: Log }
        ---
        # Queue or log

        | Factor | Weight | Queue | Log |
        | --- | --- | --- | --- |
        | Cost | 1 | 2 | 3 |

        | Question | Ask | Answers |
        | --- | --- | --- |
        | Rate | How many? | number 0.. (ms) |
        | Due | Until when? | date |
        | Words | Which words? | text |
        | Load | How much? | low < mid < high |

        - **Replay.** Must messages be read twice? → Log
        - **Rate** > 5 → Queue

        """
}
