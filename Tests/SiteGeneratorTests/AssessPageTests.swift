import Decisions
import Foundation
import Rules
import Testing

/// The page of the live assessment, as a build writes it. What its script makes of answers, `Tools/check-assess.py` holds to
/// `precedent assess` in a browser.
struct AssessPageTests {
    private static let page = "public/frameworks/queue-assess.html"

    /// The text of a data block of the page.
    private static func block(_ id: String, of html: String) throws -> String {
        let parts = html.components(separatedBy: "<script type=\"application/json\" id=\"\(id)\">")
        let rest = try #require(parts.count == 2 ? parts[1] : nil)
        return try #require(rest.components(separatedBy: "</script>").first)
    }

    private static func object(_ id: String, of html: String) throws -> NSDictionary {
        let text = try block(id, of: html)
        return try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? NSDictionary)
    }

    private static func links(_ path: String, of site: Scratch) throws -> [String] {
        HTMLTags(try site.read(path)).tags.filter { $0.name == "a" }.compactMap { $0.attributes["href"] }
    }

    @Test func theFrameworkLeadsToItAndEveryReportWithItsAnswers() async throws {
        let site = try Scratch(Scratch.files)
        try await site.build()
        let links = try Self.links("public/frameworks/queue.html", of: site)
        #expect(links.count { $0 == "queue-assess.html" } == 2)
        #expect(
            try Self.links("public/assessments/billing.html", of: site).contains(
                "../frameworks/queue-assess.html#replay=yes&.subject=Billing"))
    }

    @Test func answersAndNamesOfAnyKindStandInTheAddress() async throws {
        var files = Scratch.files
        files["content/frameworks/queue.md"] = """
            # Queue or log

            | Question | Ask | Answers |
            | --- | --- | --- |
            | Größe & Co | How much? | number 0..100 (GB) |
            | Whom | For whom? | one worker, "a = b", all |
            | Where | Where? | text |

            - **Größe & Co** > 5 → Queue
            - **Whom** "a = b" → Log

            | Factor | Queue | Log |
            | --- | --- | --- |
            | Replay | none | any time |

            """
        files["content/assessments/billing.md"] =
            "---\nframework: queue\n---\n# 100% & more\n\n- Größe & Co: 7.5\n- Whom: a = b\n- Where: C#, 5%\n"
        let site = try Scratch(files)
        try await site.build()
        #expect(
            try Self.links("public/assessments/billing.html", of: site).contains(
                "../frameworks/queue-assess.html#gr%C3%B6%C3%9Fe--co=7.5&whom=a%20%3D%20b&where=C%23%2C%205%25&.subject=100%25%20%26%20more"
            ))
    }

    @Test func itHoldsTheCompiledFrameworkAsItIs() async throws {
        let site = try Scratch(Scratch.files)
        try await site.build()
        let loaded = try await SiteLoader.load(site.path, readingHistory: false)
        let logic = try #require(loaded.model.frameworks[0].logic)
        let compiled = try #require(logic.compiled(as: "queue").framework).json
        let form = try JSONSerialization.jsonObject(with: Data(compiled.utf8)) as? NSDictionary
        #expect(try Self.object("assess.framework", of: site.read(Self.page)) == form)
    }

    @Test func everyQuestionHasTheControlOfItsType() async throws {
        var files = Scratch.files
        files["content/frameworks/queue.md"] = """
            ---
            options: { queue: Queue, log: Log }
            ---
            # Queue or log

            | Question | Ask | Answers |
            | --- | --- | --- |
            | Size | How much? | number 0..100 (GB) |
            | From | From when? | date |
            | Whom | For whom? | one, several, all |
            | Order | In order? | none < some < all |
            | Where | Where? | text |
            | Replay | Read again? | yes, no |

            - **Size** > 5 → Queue
            - **From** > 2030-01-01 → Log
            - **Whom** several → Log
            - **Order** >= some → Log
            - **Where** = "here" → Log
            - **Replay** yes → Log

            """
        files["content/assessments/billing.md"] = nil
        let site = try Scratch(files)
        try await site.build()
        let page = HTMLTags(try site.read(Self.page))
        let inputs = page.tags.filter { $0.name == "input" }
        func values(_ name: String) -> [String?] {
            inputs.filter { $0.attributes["name"] == "answer.\(name)" && $0.attributes["type"] == "radio" }
                .map {
                    $0.attributes["value"]
                }
        }
        #expect(values("whom") == ["one", "several", "all", "?"])
        #expect(values("order") == ["none", "some", "all", "?"])
        #expect(values("replay") == ["yes", "no", "?"])
        #expect(inputs.count { $0.attributes["inputmode"] == "decimal" } == 1)
        #expect(page.text.contains("a number from 0 to 100 (GB)"))
        #expect(inputs.count { $0.attributes["type"] == "date" } == 2)
        #expect(
            page.tags.filter { $0.name == "option" }.map { $0.attributes["value"] } == ["here"])
        // Nothing is answered before somebody does.
        #expect(
            inputs.filter { $0.attributes["checked"] != nil }.map { $0.attributes["name"] } == ["assess.view"]
        )
    }

    @Test func whatOnlyTheCommandLineReckonsWithIsAFormToPrint() async throws {
        var files = Scratch.files
        files["content/frameworks/queue.md"] = """
            ---
            options: { queue: Queue, log: Log }
            ---
            # Queue or log

            | Question | Ask | Answers |
            | --- | --- | --- |
            | Size | How much? | number |

            | F | `max(Size, 3) > 4` | → Recommend |
            | --- | --- | --- |
            | 1 | true | Log |
            | 2 | - | Queue |

            """
        files["content/assessments/billing.md"] = "---\nframework: queue\n---\n# Billing\n\n- Size: 5\n"
        let site = try Scratch(files)
        try await site.build()
        let html = try site.read(Self.page)
        // The search's and the reader's.
        #expect(html.matches(of: /<script/).count == 2)
        #expect(html.contains("inputmode=\"decimal\""))
        #expect(HTMLTags(html).text.contains("worked out by the command line alone"))
    }

    @Test func theFileAtItsEndIsAnAssessmentWithEveryQuestionOpen() async throws {
        let site = try Scratch(Scratch.files)
        try await site.build()
        let html = try site.read(Self.page)
        let draft = try #require(html.firstMatch(of: /(?s)id="assess.markdown">(.*?)<\/code>/)).output.1
        #expect(
            draft == """
                ---
                framework: queue
                ---
                # What is assessed

                | Question | Answer | Evidence |
                | --- | --- | --- |
                | Replay | ? | |
                | Unsure | | |

                """)
        try site.write("content/assessments/new.md", String(draft))
        try await site.build()
        #expect(HTMLTags(try site.read("public/assessments/new.html")).text.contains("0 of 1 answered"))
    }

    @Test func anAuthorsOwnPageKeepsItsPlace() async throws {
        var files = Scratch.files
        files["content/frameworks/queue-assess.md"] = "---\nkind: page\n---\n# How we assess\n\nTogether.\n"
        let site = try Scratch(files)
        try await site.build()
        #expect(try site.read(Self.page).contains("Together."))
        let links = try Self.links("public/frameworks/queue.html", of: site)
        #expect(!links.contains("queue-assess.html") && links.contains("#framework.start"))
        #expect(
            try !Self.links("public/assessments/billing.html", of: site).contains {
                $0.contains("queue-assess")
            })
    }

    @Test(arguments: ["</script><b>", "\"q\" & 'a'", "<!--x", "\\u003c {{name}}", "]]>"])
    func noTextEndsTheData(_ nasty: String) async throws {
        let escaped = nasty.replacing("<", with: #"\<"#).replacing("\\u", with: #"\\u"#)
        var files = Scratch.files
        files["content/frameworks/queue.md"] = """
            # Queue or log

            | Factor | Queue | Log |
            | --- | --- | --- |
            | Replay | none | any time |

            - **Replay.** Must messages be read \(escaped) twice? → Log if \(escaped)

              Because \(escaped)
            - **Unsure.** Still unsure? → Start with Queue

            """
        files["content/assessments/billing.md"] = nil
        let site = try Scratch(files)
        try await site.build()
        let html = try site.read(Self.page)
        let scripts = PageScripts.expected(on: "frameworks/queue-assess.html").count
        #expect(html.matches(of: /<script/).count == scripts)
        #expect(html.matches(of: /<\/script/).count == scripts)
        let form = try Self.object("assess.framework", of: html)
        let questions = try #require(form["questions"] as? [NSDictionary])
        #expect(questions[0]["ask"] as? String == "Must messages be read \(nasty) twice?")
        let words = try Self.object("assess.words", of: html)
        let rules = try #require(words["rules"] as? [NSDictionary])
        #expect(rules[0]["on"] as? String == "for Log if \(nasty)")
        // The reason is HTML, in which the text is text.
        #expect(HTMLTags(try #require(rules[0]["reason"] as? String)).text.contains("Because \(nasty)"))
    }
}
