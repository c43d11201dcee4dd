import Foundation
import Platform
import Testing

/// Whatever authors write is text: no page takes it for markup, for a template, or for part of an address.
struct HostileTextTests {
    /// For HTML, for attributes, for entities, for Mustache: once with all tags whole, once with one cut off, at which a
    /// template would not compile.
    private static let texts = [
        #"<script>alert(1)</script> "q" 'a' & &lt; {{title}} {{{site.title}}} }}"#,
        #"<script>alert(1)</script> {{> page}} {{#site}} {{"#,
    ]

    private static func built(_ nasty: String) async throws -> Scratch {
        // In Markdown, where the author means it to be read, and as a quoted scalar of YAML.
        let escaped = nasty.replacing("<", with: #"\<"#).replacing("&lt;", with: #"\&lt;"#)
        let quoted = "\"" + nasty.replacing("\"", with: #"\""#) + "\""
        let options =
            "options:\n  a: { name: \(quoted), summary: \(quoted), caveat: \(quoted), next: \(quoted) }\n  b: Log\n"
        let site = try Scratch([
            "precedent.yml":
                "title: \(quoted)\nauthor: \(quoted)\nnav: { \(quoted): about.md }\n",
            "content/index.md": "# \(escaped)\n\nHome \(escaped)\n",
            "content/about.md":
                "---\ntitle: \(quoted)\nsummary: \(quoted)\n---\n# \(escaped)\n\n## \(escaped)\n\nPage \(escaped)\n",
            "content/frameworks/queue.md": """
            ---
            title: \(quoted)
            summary: \(quoted)
            category: \(quoted)
            version: \(quoted)
            \(options)---
            # \(escaped)

            | \(escaped) | \(escaped) | Log |
            | --- | --- | --- |
            | \(escaped) | \(escaped) | b |

            - **\(escaped)** Is it so, \(escaped)? → \(escaped)

              Since \(escaped)
            - **Other.** Is it \(escaped)? → Log if \(escaped)
            - Still unsure? → Start with Log; \(escaped)

            """,
            "content/assessments/billing.md": """
            ---
            framework: queue
            assessors: [\(quoted)]
            ---
            # \(escaped)

            | Question | Answer | Evidence |
            | --- | --- | --- |
            | \(escaped) | yes | \(escaped) |
            | Other | no | \(escaped) |

            """,
            "content/assessments/open.md":
                "---\nframework: queue\n---\n# \(escaped)\n\n- Other: yes — \(escaped)\n",
            "content/decisions/0001-a.md": """
            ---
            status: \(quoted)
            deciders: [\(quoted)]
            tags: [\(quoted)]
            assessment: billing
            recommended: a
            chosen: b
            departure: \(quoted)
            ---
            # \(escaped)

            ## \(escaped)

            See [\(escaped)](0002-b.md). `\(nasty)`

            """,
            "content/decisions/0002-b.md":
                "# \(escaped)\n\n## Status\n\nSupersedes [\(escaped)](0001-a.md)\n\n```\n\(nasty)\n```\n",
            "content/decisions/0003-\(nasty.replacing("/", with: "")).md": "Text.\n",
        ])
        try await site.build()
        return site
    }

    @Test(arguments: texts)
    func noTitleOrNameBecomesMarkupOrATemplate(_ nasty: String) async throws {
        let site = try await Self.built(nasty)
        let pages = try site.files(in: "public").filter { $0.key.hasSuffix(".html") }
        #expect(pages.count >= 12)
        for (path, bytes) in pages {
            let html = String(decoding: bytes, as: UTF8.self)
            let page = HTMLTags(html)
            let scripts = page.tags.filter { $0.name == "script" }.map { $0.attributes["src"] }
            #expect(scripts == PageScripts.expected(on: path), "\(path)")
            #expect(html.matches(of: /<script/).count == scripts.count, "\(path)")
            // Were a tag read anew, the page would hold another inside it.
            #expect(html.matches(of: /<html/).count == 1, "\(path)")
            #expect(html.matches(of: /<body/).count == 1, "\(path)")
            // The site's title, which every page has, is there to the letter.
            #expect(page.text.contains(nasty), "\(path)")
            // Every ampersand begins an entity that the program writes.
            #expect(html.matches(of: /&(?!amp;|lt;|gt;|quot;|#x27;)/).isEmpty, "\(path)")
        }
    }

    @Test(arguments: texts)
    func everyAttributeIsClosedWhereItShouldBe(_ nasty: String) async throws {
        let site = try await Self.built(nasty)
        for (path, bytes) in try site.files(in: "public") where path.hasSuffix(".html") {
            let html = String(decoding: bytes, as: UTF8.self)
            // Without the tags that are well formed nothing is left that could be part of one.
            let rest = html.replacing(
                /<\/?[a-z][a-z0-9]*(?:\s+[A-Za-z-]+(?:="[^"<>]*")?)*\s*>|<!doctype html>/, with: "")
            #expect(!rest.contains("<"), "\(path): \(rest.prefix { $0 != "<" }.suffix(80))")
            let known = Set([
                "lang", "data-running-title", "charset", "name", "content", "rel", "href", "id", "class",
                "tabindex", "role",
                "aria-label", "aria-labelledby", "aria-current", "aria-hidden", "scope", "datetime", "start",
                "value", "type", "title", "hidden", "autocomplete", "src", "defer", "data-sort",
                "data-record",
                "data-records", "data-count", "property", "http-equiv", "data-question", "data-do",
                "data-scripted", "min", "max",
                "inputmode", "list", "rows", "readonly", "checked", "accept", "aria-describedby",
                "viewbox", "viewBox", "width", "height", "d", "cx", "cy", "r",
                "x", "y", "rx", "text-anchor", "data-key", "data-sortable", "action", "placeholder",
                "autocapitalize", "spellcheck", "data-engine", "data-index", "data-root",
                "aria-keyshortcuts",
                "aria-autocomplete", "aria-expanded", "aria-controls",
                "data-failed", "data-copy", "data-copied", "data-section", "data-keys", "data-search",
                "data-help", "data-escape", "data-close",
            ])
            for tag in HTMLTags(html).tags {
                #expect(Set(tag.attributes.keys).subtracting(known) == [], "\(path): <\(tag.name)>")
            }
        }
    }

    @Test(arguments: [
        "why?", "100% sure", "a#b", "a b", "über", "q\"uote", "a&b", "it's", "note: x", "50%25", "{{x}}",
        "<b>",
    ])
    func everyLinkLeadsToTheFileThatItNames(_ name: String) async throws {
        var files = Scratch.files
        files["content/decisions/0003-\(name).md"] = "---\nstatus: proposed\n---\n# Third\n"
        files["content/\(name).md"] = "# Page\n"
        files["content/assessments/\(name).md"] = "---\nframework: queue\n---\n# Second\n"
        let site = try Scratch(files)
        try await site.build()
        let built = Set(try site.files(in: "public").keys)
        #expect(built.contains("decisions/0003-\(name).html"))
        for path in built where path.hasSuffix(".html") && path != "404.html" {
            for tag in HTMLTags(try site.read("public/\(path)")).tags {
                guard let href = tag.attributes["href"], !href.hasPrefix("#") else { continue }
                let file = try #require(Self.file(at: href, on: path), "\(path): \(href)")
                #expect(built.contains(file), "\(path): \(href)")
            }
        }
    }

    /// The file that a browser asks for where it follows a relative address.
    private static func file(at address: String, on page: String) -> String? {
        let colon = address.firstIndex(of: ":") ?? address.endIndex
        if colon < address.firstIndex(of: "/") ?? address.endIndex { return nil }
        let path = address.prefix { $0 != "?" && $0 != "#" }
        var parts = page.split(separator: "/").dropLast().map(String.init)
        for part in path.split(separator: "/") {
            if part == ".." { parts.removeLast() } else { parts.append(String(part)) }
        }
        return parts.joined(separator: "/").removingPercentEncoding
    }
}
