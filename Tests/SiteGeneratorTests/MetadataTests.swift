import Foundation
import Testing

/// What pages say of themselves to other programs, and what they may load.
struct MetadataTests {
    private static func page(
        _ path: String, configuration: String, title: String = "Keep it", _ more: [String: String] = [:]
    ) async throws -> HTMLTags {
        let site = try Scratch(
            [
                "precedent.yml": "title: Log & more\n" + configuration,
                "content/decisions/0001-keep.md":
                    "---\nstatus: accepted\ndate: 2026-03-04\n---\n# \(title)\n\nWe keep it.\n",
            ].merging(more) { $1 })
        try await site.build()
        return HTMLTags(try site.read("public/\(path)"))
    }

    private static func meta(_ page: HTMLTags) -> [String: String] {
        let pairs = page.tags.filter { $0.name == "meta" }.compactMap { tag in
            (tag.attributes["property"] ?? tag.attributes["name"] ?? tag.attributes["http-equiv"]).map {
                ($0, tag.attributes["content"] ?? "")
            }
        }
        return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    }

    @Test func aRecordIsAnArticle() async throws {
        let site = try Scratch([
            "precedent.yml":
                "title: Log\nbase: https://example.org/adr/\nauthor: The \"team\"\nlanguage: de\n",
            "content/decisions/0001-keep.md":
                "---\nstatus: accepted\ndate: 2026-03-04\n---\n# Keep \\</script> & 'it'\n\nWe keep it.\n",
        ])
        try await site.build()
        let html = try site.read("public/decisions/0001-keep.html")
        let page = HTMLTags(html)
        let meta = Self.meta(page)
        #expect(meta["og:title"] == "ADR 1: Keep </script> & 'it'")
        #expect(meta["og:description"] == meta["description"])
        #expect((meta["og:type"], meta["og:site_name"]) == ("article", "Log"))
        #expect(meta["og:url"] == "https://example.org/adr/decisions/0001-keep.html")
        #expect(
            page.tags.contains {
                $0.attributes["rel"] == "canonical"
                    && $0.attributes["href"] == "https://example.org/adr/decisions/0001-keep.html"
            })
        let block = try #require(html.firstMatch(of: /<script type="application\/ld\+json">(.*?)<\/script>/))
            .output.1
        let data = try #require(
            try JSONSerialization.jsonObject(with: Data(block.utf8)) as? [String: Any])
        #expect(data["@context"] as? String == "https://schema.org")
        #expect(data["@type"] as? String == "TechArticle")
        #expect(data["headline"] as? String == "Keep </script> & 'it'")
        #expect(data["datePublished"] as? String == "2026-03-04")
        #expect(data["inLanguage"] as? String == "de")
        #expect(data["url"] as? String == "https://example.org/adr/decisions/0001-keep.html")
        #expect((data["publisher"] as? [String: String])?["name"] == "The \"team\"")
    }

    @Test(arguments: [
        ("title: Log\n", "0001-keep.html"),
        (
            "title: Log\nbase: https://example.org/adr/\n",
            "https://example.org/adr/decisions/0001-keep.html"
        ),
    ]) func aPageThatLeadsOnStandsForWhereItLeads(configuration: String, address: String) async throws {
        let site = try Scratch([
            "precedent.yml": configuration,
            "content/decisions/0001-keep.md":
                "---\nstatus: accepted\naliases: [hold]\n---\n# Keep\n\nWe keep it.\n",
        ])
        try await site.build()
        let page = HTMLTags(try site.read("public/decisions/hold.html"))
        #expect(
            page.tags.contains {
                $0.attributes["rel"] == "canonical" && $0.attributes["href"] == address
            })
    }

    @Test func withoutAnAddressNothingClaimsOne() async throws {
        let page = try await Self.page("decisions/0001-keep.html", configuration: "")
        #expect(Self.meta(page)["og:url"] == nil)
        #expect(!page.tags.contains { $0.attributes["rel"] == "canonical" })
    }

    @Test func aListIsNoArticle() async throws {
        let page = try await Self.page("decisions/index.html", configuration: "")
        #expect(Self.meta(page)["og:type"] == "website")
        #expect(!page.tags.contains { $0.attributes["type"] == "application/ld+json" })
    }

    @Test func theWrongAddressHasNoCanonicalOne() async throws {
        let page = try await Self.page("404.html", configuration: "base: https://example.org/adr/\n")
        #expect(Self.meta(page)["og:url"] == nil)
    }

    @Test func nothingRunsButTheSitesOwnFiles() async throws {
        let page = try await Self.page("decisions/0001-keep.html", configuration: "")
        let policy = try #require(Self.meta(page)["Content-Security-Policy"])
        #expect(policy.hasPrefix("default-src 'self' file:;"))
        #expect(!policy.contains("unsafe"))
    }

    @Test func whereAuthorsHTMLIsPassedOnNoPolicyStopsIt() async throws {
        let page = try await Self.page("decisions/0001-keep.html", configuration: "allowRawHTML: true\n")
        #expect(Self.meta(page)["Content-Security-Policy"] == nil)
    }

    @Test func whatMermaidDrawsMayHaveStyles() async throws {
        let page = try await Self.page(
            "decisions/0001-keep.html", configuration: "mermaid: m.js\n", ["content/m.js": "/* draws */"])
        #expect(
            Self.meta(page)["Content-Security-Policy"]?.contains("style-src 'self' file: 'unsafe-inline'")
                == true)
    }

    @Test(arguments: [("", "../assets/icon.svg"), ("logo: images/logo.svg\n", "../images/logo.svg")])
    func theSiteHasAnIcon(_ configuration: String, _ icon: String) async throws {
        let page = try await Self.page(
            "decisions/0001-keep.html", configuration: configuration,
            ["content/images/logo.svg": "<svg xmlns=\"http://www.w3.org/2000/svg\"/>"])
        #expect(page.tags.first { $0.attributes["rel"] == "icon" }?.attributes["href"] == icon)
    }
}
