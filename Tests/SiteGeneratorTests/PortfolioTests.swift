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
                    "assessment,title,date,decided,recommended,possible,answered,questions,changes,nearest,signed,signedDate,signedAgrees,url,replay,order,simple",
                    "search,Search,2026-03-03,no,,queue log,2,3,,,,,,assessments/search.html,,no,yes",
                    "mail,\"Mail, \"\"daily\"\"\",2026-03-02,yes,queue,queue,3,3,1,log queue+log nothing,,,,assessments/mail.html,no,no,yes",
                    "billing,Billing,2026-03-01,yes,log,log,3,3,2,queue+log nothing,,,,assessments/billing.html,yes,yes,no",
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
                "Billing – out ● recommended (3) 2 answers: a tie of Queue and Log or no recommendation 2026-03-01"
            ), "\(text)")
        #expect(text.contains("Search ◌ possible (1) ◌ possible open; 2 of 3 answered 2026-03-03"), "\(text)")
        #expect(text.contains("One pair of assessments comes to different recommendations."))
        #expect(text.contains("Replay 1 of 1 no Mail, \"daily\" yes Billing"), "\(text)")
        #expect(
            HTMLTags(try site.read("public/frameworks/queue.html")).tags.contains {
                $0.attributes["href"] == "queue-portfolio.html"
            })
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
