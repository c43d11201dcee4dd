import Foundation
import Testing

/// Blocks of code on pages.
struct MarkedCodeTests {
    private static let code = "func f() -> Int { \"<&>\" } // größer 🙂"
    private static let marked =
        "<pre tabindex=\"0\"><code class=\"language-swift\"><span class=\"k\">func</span> <span class=\"t\">f</span>() -&gt; "
        + "<span class=\"t\">Int</span> { <span class=\"s\">&quot;&lt;&amp;&gt;&quot;</span> } "
        + "<span class=\"c\">// größer 🙂</span>\n</code></pre>"

    private static let fence = "```swift\n\(code)\n```\n"

    /// A fence wherever authors may write one.
    private static var files: [String: String] {
        let within = fence.split(separator: "\n").map { "  \($0)\n" }.joined()
        return Scratch.files.merging(
            [
                "content/index.md": "Our decisions.\n\n\(fence)",
                "content/about.md": "# About\n\n\(fence)",
                "content/frameworks/queue.md": """
                # Queue or log

                \(fence)
                | Factor | Queue | Log |
                | --- | --- | --- |
                | Replay | none | any time |

                - **Replay.** Must messages be read twice? → Log

                \(within)
                - **Unsure.** Still unsure? → Start with Queue

                """,
                "content/assessments/billing.md":
                    "---\nframework: queue\n---\n# Billing\n\n\(fence)\n- Replay: yes — Twice.\n\n\(within)\n",
                "content/decisions/0001-use-a-log.md":
                    "---\nstatus: accepted\n---\n# Use a log\n\nWe do.\n\n\(fence)",
            ], uniquingKeysWith: { $1 })
    }

    @Test func codeIsMarkedWhereverAuthorsWriteIt() async throws {
        let site = try Scratch(Self.files)
        try await site.build()
        for page in [
            "index", "about", "frameworks/queue", "assessments/billing", "decisions/0001-use-a-log",
        ] {
            let html = try site.read("public/\(page).html")
            #expect(html.contains(Self.marked), "\(page)")
            #expect(!html.contains("<code class=\"language-swift\">func"), "\(page)")
        }
    }

    @Test func whatOtherProgramsReadStaysPlain() async throws {
        let site = try Scratch(
            Self.files.merging(
                ["precedent.yml": "title: A\nbase: https://example.org/\n"], uniquingKeysWith: { $1 }))
        try await site.build()
        for file in ["feed.xml", "decisions.json", "llms.txt"] {
            #expect(try !site.read("public/\(file)").contains("class=\"k\""), "\(file)")
        }
        #expect(
            try site.read("public/decisions/0001-use-a-log.md")
                == site.read("content/decisions/0001-use-a-log.md"))
    }

    @Test(arguments: ["", "text", "brainfuck", "a\"b<c"])
    func codeInAnUnknownLanguageIsLeftAsItIs(_ language: String) async throws {
        let site = try Scratch(Self.files)
        try site.write("content/about.md", "# About\n\n```\(language)\nlet a = \"<b>\"\n```\n")
        try await site.build()
        #expect(
            try site.read("public/about.html").contains(">let a = &quot;&lt;b&gt;&quot;\n</code></pre>"))
    }

    /// Without its tags a marked text is the author's, whatever is in it.
    @Test func theTextIsTheAuthors() async throws {
        let hard = [
            "<b>&amp;</b>", "\"a\" 'b' `c`", "/* <!-- ", "${x} \\\" é🙂", "- a\n+ b", "if (a && b) { }",
        ]
        let languages = ["js", "html", "diff", "sh", "py", "yaml", "sql", "cs", "docker", "tf"]
        let blocks = languages.flatMap { language in hard.map { (language, $0) } }
        let site = try Scratch(Self.files)
        try site.write(
            "content/about.md",
            "# About\n\n" + blocks.map { "~~~~~\($0)\n\($1)\n~~~~~\n\n" }.joined())
        try await site.build()
        let html = try site.read("public/about.html")
        let found = html.matches(
            of: /(?s)<pre tabindex="0"><code class="language-[^"]*">(.*?)<\/code><\/pre>/)
        #expect(found.count == blocks.count)
        for (match, block) in zip(found, blocks) {
            let text = match.output.1.replacing(/<\/?span[^>]*>/, with: "")
                .replacing("&lt;", with: "<").replacing("&gt;", with: ">")
                .replacing("&quot;", with: "\"").replacing("&amp;", with: "&")
            #expect(text == block.1 + "\n", "\(block.0)")
        }
    }
}
