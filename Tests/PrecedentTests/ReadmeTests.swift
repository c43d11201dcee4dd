import Foundation
import Testing

/// What the README shows works as it stands there.
struct ReadmeTests {
    /// The blocks of code in a language, below a heading.
    private static func blocks(_ language: String, below heading: String) throws -> [String] {
        try Manual.readme.blocks(language, below: heading)
    }

    @Test func theTenLinesLeadToTheReportThatItTells() async throws {
        let files = try Self.blocks("markdown", below: "Ten lines")
        #expect(files.count == 2)
        let site = try TemporaryFolder()
        try site.write("precedent.yml", "")
        try site.write("content/frameworks/cache-or-not.md", files[0])
        try site.write("content/assessments/product-page.md", files[1])
        let run = try await Program.run(["build"], in: site.path)
        #expect((run.code, run.errors) == (0, ""))
        let report = try site.read("public/assessments/product-page.html")
        #expect(report.contains("<span class=\"label\">Open between</span>"))
        #expect(report.contains("<span class=\"headline\">Cache and No cache</span>"))
        #expect(report.contains("<strong>yes</strong> <span class=\"arrow\">→</span> Cache<"))
        #expect(report.contains("<strong>no</strong> <span class=\"arrow\">→</span> start with No cache<"))
    }

    @Test func aGermanSiteIsALineAndAnotherLanguageAFile() async throws {
        let yaml = try Self.blocks("yaml", below: "Languages")
        let framework = try #require(try Self.blocks("markdown", below: "Languages").first)
        let site = try TemporaryFolder()
        try site.write("precedent.yml", yaml[0])
        try site.write("content/frameworks/cache.md", framework)
        try site.write(
            "content/assessments/suche.md",
            "---\nframework: cache\n---\n# Suche\n\n- Wiederholung: ja\n- Aktualität: nein\n")
        let german = try await Program.run(["build"], in: site.path)
        #expect(german.code == 0)
        #expect(try site.read("public/assessments/suche.html").contains("<p class=\"answer yes\">ja</p>"))
        try site.write("precedent.yml", "language: pl\n")
        try site.write("templates/words/pl.yml", yaml[1])
        try site.write(
            "content/frameworks/cache.md",
            framework.replacing("Start mit", with: "Zacznij od").replacing("nicht Cache", with: "nie Cache"))
        try site.write(
            "content/assessments/suche.md",
            "---\nframework: cache\n---\n# Suche\n\n- Wiederholung: tak\n- Aktualität: nie\n")
        let polish = try await Program.run(["build"], in: site.path)
        #expect(polish.code == 0)
        #expect(polish.errors.contains("[untranslated-words]"))
        #expect(try site.read("public/assessments/suche.html").contains("<p class=\"answer yes\">tak</p>"))
        #expect(try site.read("public/frameworks/cache.html").contains("1 ocena"))
    }

    @Test func theTablesAreReadAsItTells() async throws {
        let framework = try #require(try Self.blocks("markdown", below: "Questions of every type").first)
        let site = try TemporaryFolder()
        try site.write("precedent.yml", "")
        try site.write(
            "content/frameworks/caches.md",
            "---\noptions: { cache: Cache, none: No cache }\n---\n# Caches\n\n\(framework)")
        let check = try await Program.run(["check"], in: site.path)
        #expect((check.code, check.errors) == (0, ""))
        try site.write(
            "answers.yml", "Requests: 4,000 req/s\nChange: daily\nData: internal\nStart: 2027-03-01\n")
        let assess = try await Program.run(["assess", "caches", "--answers", "answers.yml"], in: site.path)
        #expect(assess.output.contains("Recommended: Cache\n"))
    }

    @Test func whatFrontMatterCanSayIsUnderstood() async throws {
        let yaml = try Self.blocks("yaml", below: "What front matter")
        let record = try #require(try Self.blocks("markdown", below: "What front matter").first)
        let site = try TemporaryFolder()
        try site.write("precedent.yml", "")
        try site.write(
            "content/frameworks/caches.md",
            """
            ---
            \(yaml[0])---
            # Caches

            | Factor | Cache | Edge cache |
            | --- | --- | --- |
            | Freshness | minutes | hours |

            - **Repeats.** Are the same things asked again? → Cache
            - **Upkeep.** Does someone know when they are stale? → Edge cache

            """)
        try site.write(
            "content/assessments/product-page.md",
            "---\nframework: caches\n---\n# Product page\n\n- Repeats: yes\n- Upkeep: no\n")
        try site.write(
            "content/decisions/0001-do-not-cache.md", "---\n\(yaml[1])---\n# Do not cache\n\nNo.\n")
        try site.write("content/decisions/0002-cache-product-pages-at-the-edge.md", record)
        let run = try await Program.run(["build"], in: site.path)
        #expect((run.code, run.errors) == (0, ""))
        let page = try site.read("public/decisions/0002-cache-product-pages-at-the-edge.html")
        #expect(page.contains("Chosen against the recommendation"))
        #expect(page.contains("Supersedes"))
    }

    @Test func theSettingsAreUnderstood() async throws {
        let settings = try #require(try Self.blocks("yaml", below: "The site's settings").first)
        let organisation = try TemporaryFolder()
        let site = try TemporaryFolder(in: organisation)
        try site.write("precedent.yml", settings)
        for log in ["docs/adr", "../billing/docs/adr"] { try site.write("\(log)/0001-a.md", "# A\n") }
        try site.write("content/about.md", "# About\n\nWho we are.\n")
        try site.write("content/images/logo.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>")
        try site.write("templates/assets/own.css", "")
        let run = try await Program.run(["check"], in: site.path)
        #expect((run.code, run.errors) == (0, ""))
    }
}
