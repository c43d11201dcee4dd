import Decisions
import Foundation
import Rules
import Testing

@testable import SiteGenerator

/// All assessments of a framework side by side.
struct PortfolioTests {
    private static func site(_ more: [String: String] = [:]) async throws -> Scratch {
        var files = [
            "precedent.yml": "title: Messaging\n",
            "content/frameworks/queue.md": """
            ---
            options: { queue: Queue, log: Log }
            ---
            # Queue or log

            - **Replay.** Must messages be read twice? → Log (2)
            - **Order.** Must they keep their order? → Log
            - **Simple.** Is little sent? → Queue
            """,
        ]
        let assessments = [
            ("billing", "2026-03-01", "Billing", "yes", "yes", "no"),
            ("mail", "2026-03-02", "Mail, \"daily\"", "no", "no", "yes"),
            ("search", "2026-03-03", "Search", "?", "no", "yes"),
        ]
        for (id, date, title, replay, order, simple) in assessments {
            files["content/assessments/\(id).md"] =
                "---\nframework: queue\ndate: \(date)\n---\n# \(title)\n\n- Replay: \(replay)\n- Order: \(order)\n- Simple: \(simple)\n"
        }
        let site = try Scratch(files.merging(more) { $1 })
        try await site.build()
        return site
    }

    @Test func theTableForOtherProgramsHasARowForEach() async throws {
        let site = try await Self.site()
        #expect(
            try site.read("public/frameworks/queue-portfolio.csv")
                == [
                    "assessment,title,date,framework,decided,recommended,possible,answered,questions,changes,nearest,signed,signedDate,signedAgrees,url,replay,order,simple",
                    "search,Search,2026-03-03,queue,no,,queue; log,2,3,,,,,,assessments/search.html,,no,yes",
                    "mail,\"Mail, \"\"daily\"\"\",2026-03-02,queue,yes,queue,queue,3,3,1,log; queue + log; nothing,,,,assessments/mail.html,no,no,yes",
                    "billing,Billing,2026-03-01,queue,yes,log,log,3,3,2,queue + log; nothing,,,,assessments/billing.html,yes,yes,no",
                    "",
                ].joined(separator: "\r\n"))
    }

    @Test func theJSONSaysTheSame() async throws {
        let site = try await Self.site()
        let json = try #require(
            try JSONSerialization.jsonObject(
                with: Data(site.read("public/frameworks/queue-portfolio.json").utf8)) as? [String: Any])
        #expect(json["framework"] as? String == "queue")
        #expect(json["pairs"] as? Int == 1)
        let rows = try #require(json["assessments"] as? [[String: Any]])
        #expect(rows.map { $0["assessment"] as? String } == ["search", "mail", "billing"])
        #expect(rows.map { $0["changes"] as? Int } == [nil, 1, 2])
        #expect((rows[1]["answers"] as? [String: String])?["simple"] == "yes")
        let dividers = try #require(json["dividers"] as? [[String: Any]])
        #expect(dividers.map { $0["question"] as? String } == ["replay", "order", "simple"])
    }

    @Test func thePageSaysHowEachStands() async throws {
        let site = try await Self.site()
        let text = HTMLTags(try site.read("public/frameworks/queue-portfolio.html")).text
        #expect(
            text.contains(
                "Billing – not recommended ● recommended (3) 2 answers: a tie of Queue and Log or no recommendation 2026-03-01"
            ), "\(text)")
        #expect(text.contains("Search ◌ possible (1) ◌ possible open; 2 of 3 answered 2026-03-03"), "\(text)")
        #expect(text.contains("One pair of assessments comes to different recommendations."))
        #expect(text.contains("Replay 1 of 1 no Mail, \"daily\" yes Billing"), "\(text)")
        #expect(
            HTMLTags(try site.read("public/frameworks/queue.html")).tags.contains {
                $0.attributes["href"] == "queue-portfolio.html"
            })
    }

    @Test func whatLooksLikeAFormulaIsText() async throws {
        let site = try await Self.site([
            "content/frameworks/load.md": """
            ---
            options: { "=queue": Queue, "c++": C++, log: Log }
            ---
            # Load

            | Question | Ask | Answers |
            | --- | --- | --- |
            | Warmth | How warm is it? | number (°C) |
            | Words | Which words? | text |

            - **Warmth** > 5 → C++
            - **Warmth** > 5 → Queue

            """,
            "content/assessments/a.md":
                "---\nframework: load\n---\n# =HYPERLINK(\"x\")\n\n- Warmth: -5\n- Words: @SUM(1)\n",
            "content/assessments/b.md": "---\nframework: load\n---\n# -1+1\n\n- Warmth: 7.5\n- Words: so\n",
        ])
        let lines = try site.read("public/frameworks/load-portfolio.csv").split(separator: "\r\n")
        #expect(lines[0].hasSuffix(",warmth (°C),words"), "\(lines[0])")
        #expect(lines[1].hasPrefix("a,\"'=HYPERLINK(\"\"x\"\")\","), "\(lines[1])")
        #expect(lines[1].hasSuffix(",-5,'@SUM(1)"), "\(lines[1])")
        #expect(lines[2].hasPrefix("b,'-1+1,") && lines[2].contains(",'=queue + c++,"), "\(lines[2])")
        #expect(lines[2].hasSuffix(",7.5,so"), "\(lines[2])")
        let json = try site.read("public/frameworks/load-portfolio.json")
        #expect(json.contains("\"units\":{\"warmth\":\"°C\"}"))
        #expect(json.contains("\"answers\":{\"warmth\":-5,\"words\":\"@SUM(1)\"}"), "\(json)")
    }

    /// A version that is kept has no portfolio of its own: its assessments stand with those of the present one.
    @Test func assessmentsByAKeptVersionStandWithTheOthers() async throws {
        let site = try await Self.site([
            "content/frameworks/queue@1.md": """
            ---
            id: queue@1
            version: 1
            options: { queue: Queue, bus: Bus }
            ---
            # Queue or log

            - **Replay.** Must messages be read twice? → Bus
            - **Simple.** Is little sent? → Queue

            """,
            "content/assessments/old.md":
                "---\nframework: queue@1\ndate: 2026-02-01\nsigned: { date: 2026-02-02, by: A. Author, recommendation: queue, version: 1 }\n---\n# Old\n\n- Replay: ?\n- Simple: yes\n",
        ])
        let text = HTMLTags(try site.read("public/frameworks/queue-portfolio.html")).text
        #expect(
            text.contains(
                "Old version 1 ◌ possible (1) – not an option then open; 1 of 2 answered Queue, 2026-02-02 , open now"
            ),
            "\(text)")
        #expect(text.contains("One pair of assessments comes to different recommendations."))
        let lines = try site.read("public/frameworks/queue-portfolio.csv").split(separator: "\r\n")
        #expect(lines[4].hasPrefix("old,Old,2026-02-01,queue@1,no,,queue; queue + bus,"), "\(lines[4])")
        #expect(lines[4].contains(",queue,2026-02-02,open,"), "\(lines[4])")
        #expect(
            !FileManager.default.fileExists(atPath: "\(site.path)/public/frameworks/queue@1-portfolio.html"))
        #expect(try site.read("public/frameworks/queue@1.html").contains("href=\"queue-portfolio.html\""))
    }

    @Test func anAuthorsPageOfThatNameIsKept() async throws {
        let site = try await Self.site([
            "content/frameworks/queue-portfolio.md": "---\nkind: page\n---\n# Ours\n"
        ])
        let text = HTMLTags(try site.read("public/frameworks/queue-portfolio.html")).text
        #expect(text.contains("Ours"))
        #expect(!FileManager.default.fileExists(atPath: "\(site.path)/public/frameworks/queue-portfolio.csv"))
        #expect(!(try site.read("public/frameworks/queue.html").contains("Side by side")))
    }
}
