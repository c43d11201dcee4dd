import Diagnostics
import Markdown
import Rules
import Testing

@testable import Decisions

/// What a file is, what it is called, and where its page stands.
struct ContentFileTests {
    private static func file(_ path: String, _ text: String = "# A\n") -> (ContentFile, [String]) {
        var problems: [Diagnostic] = []
        let file = ContentFile(path: path, shownAs: path, bytes: Array(text.utf8), problems: &problems)
        return (file, problems.map(\.id))
    }

    @Test(arguments: [
        ("frameworks/queue.md", "", ContentKind.framework, "queue", "frameworks/queue.html"),
        ("frameworks/a/queue.md", "", .framework, "a/queue", "frameworks/a/queue.html"),
        ("assessments/billing.markdown", "", .assessment, "billing", "assessments/billing.html"),
        ("decisions/0001-v1.2.md", "", .decisionRecord, "0001-v1.2", "decisions/0001-v1.2.html"),
        ("about.md", "", .page, "about", "about.html"),
        ("notes/about.md", "", .page, "notes/about", "notes/about.html"),
        ("frameworks.md", "", .page, "frameworks", "frameworks.html"),
        ("notes/queue.md", "kind: framework", .framework, "notes/queue", "frameworks/notes/queue.html"),
        ("notes/log.md", "kind: adr", .decisionRecord, "notes/log", "decisions/notes/log.html"),
        ("decisions/README.md", "kind: page", .page, "decisions/README", "decisions/README.html"),
        (
            "frameworks/queue.md", "id: queue-or-log", .framework, "queue-or-log",
            "frameworks/queue-or-log.html"
        ),
        ("frameworks/a/queue.md", "id: b/queue", .framework, "b/queue", "frameworks/b/queue.html"),
        ("frameworks/queue.md", "id: 1.10", .framework, "1.10", "frameworks/1.10.html"),
        ("frameworks/queue.md", "id:", .framework, "queue", "frameworks/queue.html"),
        ("frameworks/queue.md", "aliases: [old, older]", .framework, "queue", "frameworks/queue.html"),
    ])
    func folderAndFrontMatterSayWhatItIs(
        _ path: String, _ front: String, _ kind: ContentKind, _ id: String, _ page: String
    ) {
        let (file, problems) = Self.file(path, "---\n\(front)\n---\n# A\n")
        #expect(problems == [])
        #expect(file.kind == kind)
        #expect(file.id == id)
        #expect(file.pagePath == page)
    }

    @Test(arguments: ["../x", "/x", "a//b", "a/../b", ".hidden", "a/", "a\\b", ".."])
    func anIdDoesNotLeadOutOfItsFolder(_ id: String) {
        let (file, problems) = Self.file("frameworks/queue.md", "---\nid: '\(id)'\n---\n# A\n")
        #expect(problems == ["bad-value"])
        #expect(file.id == "queue")
    }

    @Test(arguments: [("true", true), ("false", false), ("", false), ("maybe", false)])
    func aDraftSaysSo(_ written: String, _ isDraft: Bool) {
        #expect(Self.file("about.md", "---\ndraft: \(written)\n---\n# A\n").0.isDraft == isDraft)
    }

    @Test func draftsAreReadOnRequest() async throws {
        let site = try TemporarySite([
            "precedent.yml": "", "content/about.md": "---\ndraft: true\n---\n# About\n",
            "content/open.md": "# Open\n",
        ])
        let usual = try await SiteLoader.load(site.path)
        #expect(usual.model.pages.map(\.id) == ["open"])
        let all = try await SiteLoader.load(site.path, includingDrafts: true)
        #expect(all.model.pages.map(\.id) == ["about", "open"])
    }

    @Test func twoFilesAreNotOnePage() async throws {
        let site = try await MemorySite([
            "frameworks/a.md": "---\nid: same\n---\n# A\n", "frameworks/b.md": "---\nid: same\n---\n# B\n",
            "decisions/0001-a.md": "---\nid: log\n---\n# A\n",
            "decisions/0002-b.md": "---\nid: log\n---\n# B\n",
        ])
        #expect(site.problems == ["decisions/0002-b.md:2: duplicate-id", "frameworks/b.md:2: duplicate-id"])
        #expect(site.model.frameworks.map(\.title) == ["A"])
        // Of a log no record is lost.
        #expect(site.model.records.map(\.id) == ["log", "0002-b"])
    }

    /// The same files as other editors and systems save them.
    private static let endings: [@Sendable (String) -> String] = [
        { $0 }, { $0.replacing("\n", with: "\r\n") }, { "\u{FEFF}" + $0 },
        { $0.replacing(/\n+$/, with: "") },
        { "\u{FEFF}" + $0.replacing(/\n+$/, with: "").replacing("\n", with: "\r\n") },
    ]

    @Test(arguments: endings.indices)
    func lineEndsMarksAndAMissingLastLineEndChangeNothing(_ ending: Int) async throws {
        let files = [
            "frameworks/queue.md": "---\ntitle: Which\noptions: { queue: Queue, log: Log }\n---\n"
                + MemorySite.framework,
            "frameworks/bare.md": MemorySite.framework,
            "assessments/table.md":
                "---\nframework: queue\ndate: 2026-03-02\n---\n# Billing\n\n| Question | Answer |\n| --- | --- |\n| Replay | yes |\n| Order | no |\n",
            "assessments/list.md": "---\nframework: bare\n---\n# Billing\n\n- Replay: yes\n- Order: no\n",
            "assessments/heading.md":
                "---\nframework: queue\n---\n# Billing\n\n## Replay\n\n**yes**\n\n## Order\n\n**no**\n",
            "decisions/0001-a.md":
                "# 1. A\n\nDate: 2026-03-02\n\n## Status\n\nSuperseded by [B](0002-b.md)\n",
            "decisions/0002-b.md": "---\nstatus: accepted\ndate: 2026-03-04\n---\n# B\n",
            "about.md": "# About\n",
        ].mapValues(Self.endings[ending])
        let site = try await MemorySite(files)
        #expect(site.problems == [])
        let model = site.model
        #expect(model.frameworks.map(\.title) == ["Queue or log", "Which"])
        for framework in model.frameworks {
            #expect(
                framework.recognitions.map(\.taken) == [
                    "comparison of Queue, Log by 1 factors", "checklist of 4 rules",
                ])
            #expect(
                framework.recognitions.map(\.location.line) == (framework.id == "bare" ? [3, 7] : [7, 11]))
        }
        #expect(model.assessments.map(\.id) == ["heading", "list", "table"])
        #expect(model.assessments.map(\.title) == ["Billing", "Billing", "Billing"])
        #expect(model.assessments.map { $0.date?.iso } == [nil, nil, "2026-03-02"])
        for assessment in model.assessments {
            #expect(assessment.latest.given == ["replay": "yes", "order": "no"], "\(assessment.id)")
        }
        #expect(model.records.map(\.title) == ["A", "B"])
        #expect(model.records.map { $0.date?.iso } == ["2026-03-02", "2026-03-04"])
        #expect(model.records.map { $0.status?.name } == ["superseded", "accepted"])
        #expect(model.pages.map { $0.titleHeading?.plainText } == ["About"])
    }

    @Test(arguments: endings.indices)
    func answersFromOutsideAreReadWithAnyLineEnd(_ ending: Int) async throws {
        let framework = try await MemorySite(answers: "").only()
        let logic = try #require(framework.logic)
        for text in [
            "Replay: yes\norder: no\nunsure: ?\n", "{\n  \"Replay\": true,\n  \"order\": \"no\"\n}\n",
        ] {
            let file = AnswersFile(Array(Self.endings[ending](text).utf8), file: "answers.yml", logic: logic)
            #expect(file.problems == [])
            #expect(file.answers == Answers(["replay": .yes, "order": .no]))
        }
    }
}
