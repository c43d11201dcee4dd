import Decisions
import Foundation
import Testing

@testable import SiteGenerator

/// What a site offers to other programs.
struct DataFileTests {
    private static func site(_ settings: String = "") throws -> Scratch {
        try Scratch([
            "precedent.yml": "title: Log & \"more\"\n\(settings)",
            "content/decisions/0001-a.md":
                "---\nstatus: superseded by 2\ndate: 2024-01-02\ntags: [x]\n---\n# A \\<b> & [c]\n\nFirst\u{1}.\n",
            "content/decisions/0002-b.md": "---\nstatus: accepted\ndate: 2025-01-02\n---\n# B\n\nSecond.\n",
            "content/decisions/0003-c.md": "# C\n\nNo day.\n",
        ])
    }

    @Test(arguments: ["", "base: https://example.org:8080/adr/\n"])
    func theFeedHasAnEntryForEachStatusOfADecision(_ settings: String) async throws {
        let site = try Self.site(settings)
        try await site.build()
        let feed = try site.read("public/feed.xml")
        let updated = feed.matches(of: /<updated>(.*?)<\/updated>/).map { String($0.output.1) }
        // The feed's own, then the newest first; one was superseded on the day of the other.
        #expect(updated == Array(repeating: "2025-01-02T00:00:00Z", count: 3))
        #expect(feed.contains("<published>2024-01-02T00:00:00Z</published>"))
        #expect(feed.contains("<title>1. A &lt;b&gt; &amp; [c] (superseded)</title>"))
        #expect(!feed.contains("\u{1}"))
        let ids = feed.matches(of: /<id>(.*?)<\/id>/).map { String($0.output.1) }
        #expect(Set(ids).count == 3)
        if settings.isEmpty {
            let uuid = /urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/
            #expect(ids.allSatisfy { $0.wholeMatch(of: uuid) != nil })
            #expect(!feed.contains("rel=\"self\""))
        } else {
            #expect(
                ids == [
                    "tag:example.org,2026:adr/decisions/index",
                    "tag:example.org,2026:adr/decisions/0002-b/accepted",
                    "tag:example.org,2026:adr/decisions/0001-a/superseded",
                ])
            #expect(
                feed.contains(
                    "rel=\"self\" type=\"application/atom+xml\" href=\"https://example.org:8080/adr/feed.xml\""
                ))
        }
        // What is read again has the same names.
        try site.write("content/decisions/0004-d.md", "---\nstatus: proposed\ndate: 2026-01-02\n---\n# D\n")
        try await site.build()
        let later = try site.read("public/feed.xml")
        #expect(ids.allSatisfy { later.contains("<id>\($0)</id>") })
        #expect(later.contains("<updated>2026-01-02T00:00:00Z</updated>"))
    }

    @Test func theDecisionsAreJSONWithTheFieldsOfTheReadme() async throws {
        let site = try Self.site("base: https://example.org\n")
        try await site.build()
        let json = try JSONSerialization.jsonObject(with: Data(try site.read("public/decisions.json").utf8))
        let object = try #require(json as? [String: Any])
        #expect(object["title"] as? String == "Log & \"more\"")
        let decisions = try #require(object["decisions"] as? [[String: Any]])
        #expect(decisions.map { $0["number"] as? Int } == [3, 2, 1])
        let first = decisions[2]
        #expect(
            first.keys.sorted() == [
                "date", "dateFrom", "file", "group", "inForce", "markdown", "number", "people", "relations",
                "scope",
                "status", "story", "supersededBy", "supersedes", "tags", "title", "url",
            ])
        #expect(first["title"] as? String == "A <b> & [c]")
        #expect(first["supersededBy"] as? [String] == ["https://example.org/decisions/0002-b.html"])
        #expect(first["markdown"] as? String == "https://example.org/decisions/0001-a.md")
        #expect(decisions[0]["date"] is NSNull)
    }

    @Test func pagesHaveCopiesAsTheirAuthorsWroteThem() async throws {
        let site = try Self.site()
        try await site.build()
        for name in ["0001-a", "0002-b", "0003-c"] {
            #expect(
                try site.read("public/decisions/\(name).md") == site.read("content/decisions/\(name).md"))
            let page = try site.read("public/decisions/\(name).html")
            #expect(page.contains("<link rel=\"alternate\" type=\"text/markdown\" href=\"\(name).md\">"))
            #expect(
                page.contains(
                    "type=\"application/atom+xml\" title=\"Log &amp; &quot;more&quot;\" href=\"../feed.xml\"")
            )
        }
        let list = try site.read("public/llms.txt")
        #expect(list.hasPrefix("# Log & \"more\"\n\n> "))
        #expect(list.contains("- [1. A <b> & \\[c\\]](decisions/0001-a.md): superseded, 2024-01-02\n"))
    }

    @Test func theSitemapNeedsAnAddress() async throws {
        let plain = try Self.site()
        try await plain.build()
        #expect(throws: (any Error).self) { try plain.read("public/sitemap.xml") }
        let site = try Self.site("base: https://example.org/adr\n")
        try await site.build()
        let map = try site.read("public/sitemap.xml")
        #expect(
            map.contains(
                "<loc>https://example.org/adr/decisions/0002-b.html</loc><lastmod>2025-01-02</lastmod>"))
        let pages = try site.files(in: "public").keys.filter { $0.hasSuffix(".html") && $0 != "404.html" }
        #expect(map.matches(of: /<loc>/).count == pages.count)
    }
}
