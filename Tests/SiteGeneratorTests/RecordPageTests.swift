import Decisions
import Foundation
import Platform
import Testing

@testable import SiteGenerator

/// What a record's page shows beside the author's text.
struct RecordPageTests {
    private static func page(_ text: String, _ more: [String: String] = [:]) async throws -> String {
        var files = ["precedent.yml": "repository: https://gitlab.com/a/b/-/tree/main/site\n"]
        files["content/decisions/0001-a.md"] = text
        for (name, text) in more { files["content/\(name)"] = text }
        let site = try Scratch(files)
        try await site.build()
        return try site.read("public/decisions/0001-a.html")
    }

    @Test func optionsAreShownWithWhatSpeaksForAndAgainst() async throws {
        let page = try await Self.page(
            """
            # A

            ## Decision Outcome

            Chosen option: "Use a log", because it is read twice.

            ### Consequences

            * Good, because it is fast

            ### Confirmation

            A test.

            ## Pros and Cons of the Options

            ### Use a log

            A log keeps.

            * Good, because `it` is **fast**
            * Bad: it grows
            * Neutral, because it is
            * Whatever

            See [it](https://example.org).

            ### Use a queue

            Pros:

            * simple

            Cons:

            * Goodness is missed

            ## More

            * Good things
            """)
        let options = page.split(separator: "<section class=\"option").dropFirst().map {
            $0.prefix { $0 != "§" }
        }
        #expect(options.count == 2)
        #expect(options[0].hasPrefix(" chosen\">"))
        #expect(options[0].contains("<h3 id=\"use-a-log\">Use a log</h3>"))
        #expect(
            options[0].contains("<ul class=\"pros\"><li><code>it</code> is <strong>fast</strong></li></ul>"))
        #expect(options[0].contains("<ul class=\"cons\"><li>it grows</li></ul>"))
        #expect(options[0].contains("<ul class=\"neutral\"><li>it is</li><li>Whatever</li></ul>"))
        #expect(options[0].contains("<p>See <a href=\"https://example.org\">it</a>.</p>"))
        #expect(options[1].hasPrefix("\">"))
        #expect(options[1].contains("<ul class=\"pros\"><li>simple</li></ul>"))
        #expect(options[1].contains("<ul class=\"cons\"><li>Goodness is missed</li></ul>"))
        #expect(page.contains("<section class=\"marked consequences\">"))
        #expect(page.contains("<section class=\"marked confirmation\">"))
        #expect(page.contains("<dd><a href=\"#confirmation\">Confirmation</a></dd>"))
        #expect(page.contains("<li>Good things</li>"))
    }

    @Test func aSupersededRecordLeadsThroughChainsToWhatHolds() async throws {
        let page = try await Self.page(
            "---\nstatus: superseded by 2\n---\n# A\n",
            [
                "decisions/0002-b.md": "---\nstatus: superseded by 3\n---\n# B\n",
                "decisions/0003-c.md": "---\nstatus: accepted\n---\n# C\n",
            ])
        let banner = try #require(page.firstMatch(of: /(?s)<p class="banner">.*?<\/p>/)).output
        #expect(banner.contains("What holds now: <a href=\"0003-c.html\">"))
        #expect(!banner.contains("0002-b.html"))
    }

    @Test func assessmentsFrameworksAndPagesThatReferToARecordAreNamed() async throws {
        let page = try await Self.page(
            "# A\n",
            [
                "about.md": "# About\n\nSee [it](decisions/0001-a.md).\n",
                "frameworks/f.md":
                    "# F\n\nSee [it](../decisions/0001-a.md).\n\n| Factor | X | Y |\n| --- | --- | --- |\n| a | b | c |\n\n- **Q.** Why? → X\n- **R.** Who? → Y\n",
            ])
        #expect(page.contains("<dd><a href=\"../about.html\">About</a></dd>"))
        #expect(page.contains("<dd><a href=\"../frameworks/f.html\">F</a></dd>"))
    }

    @Test func relationsStandUnderTheAuthorsOwnWords() async throws {
        let page = try await Self.page(
            "# 1. A\n\n## Status\n\nAccepted\n\nPays the way of [2. B](0002-b.md)\n\nAmends [2. B](0002-b.md)\n",
            ["decisions/0002-b.md": "# 2. B\n\n## Status\n\nAccepted\n"])
        let labels = page.matches(of: /<dt><span class="glyph" aria-hidden="true">.<\/span> ([^<]*)<\/dt>/)
        #expect(labels.map { String($0.output.1) } == ["Amends", "Pays the way of"])
    }

    @Test func linksLeadToTheHostsEditor() async throws {
        let page = try await Self.page("# A\n")
        #expect(page.contains("https://gitlab.com/a/b/-/edit/main/site/content/decisions/0001-a.md"))
        #expect(
            page.contains("https://gitlab.com/a/b/-/new/main/site/content/decisions?file_name=0002-title.md"))
    }

    @Test func historyAndTheDayOfTheFirstCommitAreThoseOfGit() async throws {
        let site = try Scratch([
            "precedent.yml": "repository: https://github.com/a/b\n",
            "content/decisions/0001-a.md": "# A\n\nA text that is long enough to be the same file.\n",
        ])
        func git(_ arguments: String...) throws {
            _ = try Git(in: site.path).output(
                of: ["-c", "user.name=Ann B", "-c", "user.email=a@example.org"] + arguments)
        }
        try git("init", "-q")
        try git("add", ".")
        try git("commit", "-q", "--date=2024-03-04T12:00:00", "-m", "Write <it> down\n\nAt length.")
        try git("mv", "content/decisions/0001-a.md", "content/decisions/0001-b.md")
        try git("commit", "-q", "--date=2025-03-04T12:00:00", "-m", "Rename it")
        try await site.build()
        let page = try site.read("public/decisions/0001-b.html")
        let history = try #require(page.firstMatch(of: /(?s)<section class="history".*?<\/section>/)).output
        #expect(history.matches(of: /<li>/).count == 2)
        #expect(history.contains("\">Write &lt;it&gt; down</a></span> <span class=\"author\">Ann B</span>"))
        #expect(history.contains(/href="https:\/\/github\.com\/a\/b\/commit\/[0-9a-f]{40}">Rename it</))
        #expect(page.contains("4 March 2024</time> (first commit; the record states no date)"))
        #expect(
            try site.read("public/decisions.json").contains("\"date\":\"2024-03-04\",\"dateFrom\":\"git\""))
        try site.write("precedent.yml", "history: off\n")
        try await site.build()
        let plain = try site.read("public/decisions/0001-b.html")
        #expect(!plain.contains("class=\"history\""))
        #expect(!plain.contains("2024"))
    }
}
