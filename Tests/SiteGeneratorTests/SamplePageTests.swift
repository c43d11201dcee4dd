import Decisions
import Foundation
import Markdown
import Platform
import Rules
import Testing

/// What the sample's pages say, read off the committed site, which another test holds to what a build makes.
struct SamplePageTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    private static func page(_ path: String) throws -> HTMLTags {
        HTMLTags(try String(contentsOf: root.appending(path: "public/\(path)"), encoding: .utf8))
    }

    /// The cells of the table and the items of the checklist as they stand in the source, read without the program.
    private static func framework() throws -> (cells: [String], questions: [String]) {
        let text = try String(
            contentsOf: root.appending(path: "content/frameworks/rag-or-fine-tuning.md"), encoding: .utf8)
        let lines = text.split(separator: "\n")
        let cells = lines.filter { $0.hasPrefix("| ") && !$0.hasPrefix("| ---") }.flatMap { line in
            line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
        }
        let questions = lines.compactMap { $0.firstMatch(of: /^\d\. \*\*(.*?)\*\* (.*?) →/) }
        return (cells, questions.map { "\($0.output.1) \($0.output.2)" })
    }

    @Test func theFrameworkShowsEveryCellOfTheComparison() throws {
        let cells = try Self.framework().cells
        #expect(cells.count == 21)
        let html = try String(
            contentsOf: Self.root.appending(path: "public/frameworks/rag-or-fine-tuning.html"),
            encoding: .utf8)
        let table = try #require(html.firstMatch(of: /(?s)<div class="table comparison".*?<\/div>/)).output
        let shown = table.matches(of: /(?s)<t[hd][^>]*>(.*?)<\/t[hd]>/).map {
            HTMLTags(String($0.output.1)).text
        }
        #expect(shown.count == 21)
        for (cell, found) in zip(cells, shown) {
            // Behind a factor stand the questions that bear on it.
            #expect(found == cell || found.hasPrefix(cell + " "), "\(found)")
        }
    }

    @Test func theFrameworkAndEachReportShowEveryQuestion() throws {
        let questions = try Self.framework().questions
        #expect(questions.count == 6)
        let page = try Self.page("frameworks/rag-or-fine-tuning.html")
        for question in questions { #expect(page.text.contains(question), "\(question)") }
        for name in ["clause-reviewer", "incident-search", "offline-forms", "support-desk", "catalogue-copy"]
        {
            let report = try Self.page("assessments/\(name).html")
            for question in questions {
                let ask = question.split(separator: ". ", maxSplits: 1).last ?? ""
                #expect(report.text.contains(ask), "\(name): \(ask)")
            }
        }
    }

    @Test func theLegalReviewersReportRecommendsTheHybridAndSaysWhy() throws {
        let text = try Self.page("assessments/clause-reviewer.html").text
        #expect(text.contains("Recommended Hybrid"))
        #expect(
            text.contains(
                "Each of RAG (2) and Fine-tuning (1) is favoured, and ‘Hybrid’ combines exactly these"))
        #expect(text.contains("Decided; 5 of 5 answered."))
        #expect(text.contains("The case-law index is updated weekly."))
        #expect(!text.contains("Still possible"))
        // The first page: what the recommendation hangs on, and what was signed.
        #expect(
            text.contains(
                "Why Format yes for Fine-tuning Without it, RAG would be possible too. Fresh knowledge yes for RAG Citations yes for RAG Examples yes allows Fine-tuning Without it, RAG would be possible too. One other answer, to Format or to Examples, would change it."
            ))
        #expect(text.contains("The same is recommended as was signed. The rules are the same."))
        #expect(text.contains("Chosen: Hybrid , as was recommended."))
    }

    @Test func theHalfAnsweredReportListsWhatIsStillPossible() throws {
        let text = try Self.page("assessments/incident-search.html").text
        #expect(text.contains("Open between RAG, Fine-tuning and Hybrid"))
        let possible = try #require(
            text.firstMatch(
                of:
                    /Still possible (◌.*?) What is open (.*?) The subject .*? What would decide it (.*?) Comparison/
            ))
        // With a format required, RAG is where to start without examples; with them it is training, or both.
        #expect(
            possible.output.1.split(separator: "◌").map { $0.trimmingCharacters(in: .whitespaces) }.sorted()
                == ["Fine-tuning", "Hybrid", "RAG"])
        #expect(possible.output.3.contains("→ RAG Format no instead of yes"))
        #expect(possible.output.2.contains("Fresh knowledge"))
        #expect(possible.output.2.contains("Examples"))
        #expect(possible.output.2.contains("yes → RAG or Hybrid no → Fine-tuning or start with RAG"))
        #expect(possible.output.2.contains("yes → Fine-tuning or Hybrid no → RAG"))
    }

    @Test func pagesNeedNoScriptAndFetchNothingFromElsewhere() throws {
        let folder = Self.root.appending(path: "public").path(percentEncoded: false)
        let pages = try Files.tree(below: folder).filter { $0.hasSuffix(".html") }
        #expect(pages.count > 20)
        for path in pages {
            let page = try Self.page(path)
            #expect(
                page.tags.contains { $0.name == "link" && $0.attributes["rel"] == "stylesheet" }, "\(path)")
            for tag in page.tags where tag.name != "a" {
                for name in ["src", "href", "srcset", "poster", "data", "action"] {
                    guard let address = tag.attributes[name] else { continue }
                    #expect(
                        !address.contains("//") && !address.contains(":"),
                        "\(path): <\(tag.name) \(name)=\(address)>")
                }
                #expect(tag.attributes.keys.allSatisfy { !$0.hasPrefix("on") }, "\(path)")
                #expect(tag.attributes["style"] == nil, "\(path)")
            }
            // A page that only scripts fill would be empty without them: those that sort and filter tables and those of the
            // live assessment add to it.
            #expect(!page.tags.contains { ["iframe", "noscript", "object"].contains($0.name) }, "\(path)")
            let scripts = page.tags.filter { $0.name == "script" }.map { $0.attributes["src"] }
            #expect(scripts == PageScripts.expected(on: path), "\(path)")
        }
    }

    @Test func theStylesheetFetchesNothing() throws {
        let style = try String(
            contentsOf: Self.root.appending(path: "public/assets/style.css"), encoding: .utf8)
        #expect(style.contains("{"))
        #expect(!style.contains("@import"))
        for address in style.matches(of: /url\(\s*["']?([^)"']*)/) {
            #expect(!address.output.1.contains("//"), "\(address.output.1)")
        }
    }
}
