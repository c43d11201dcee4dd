import Decisions
import Foundation
import Rules
import Testing

@testable import SiteGenerator

/// Sites in other languages than English.
struct LanguageTests {
    private static func site(_ language: String, _ more: [String: String] = [:]) throws -> Scratch {
        var files = Scratch.files.merging(more) { $1 }
        files["precedent.yml", default: ""] += "language: \(language)\n"
        return try Scratch(files)
    }

    @Test func aGermanSiteSaysWhatItSaysInGerman() async throws {
        let site = try Self.site(
            "de",
            [
                "content/frameworks/queue.md": """
                # Schlange oder Log

                | Faktor | Schlange | Log |
                | --- | --- | --- |
                | Wiederholen | nie | immer |

                - **Wiederholen.** Wird jede Nachricht zweimal gelesen? → Log
                - **Kosten.** Ist das Budget klein? → nicht Log
                - **Unsicher.** Noch unsicher? → Start mit Schlange

                """,
                "content/assessments/billing.md":
                    "---\nframework: queue\ndate: 2026-03-04\n---\n# Billing\n\n- Wiederholen: ja\n- Kosten: nein\n",
            ])
        try await site.build()
        let report = try site.read("public/assessments/billing.html")
        #expect(report.contains("<html lang=\"de\" data"))
        #expect(report.contains("4. März 2026"))
        #expect(report.contains("<span class=\"answer\">ja</span>"))
        #expect(report.contains("<p class=\"answer yes\">ja</p>"))
        #expect(report.contains("<p class=\"answer no\">nein</p>"))
        #expect(try site.read("public/assets/words.js").contains("\"language\":\"de\""))
    }

    @Test func wordsOfTheSiteWinOverThoseOfTheLanguage() async throws {
        let site = try Scratch([
            "precedent.yml": "language: de\nwords: { yes: jawohl }\n",
            "content/frameworks/f.md": "# F\n\n- **A.** Geht das? → Eins\n- **B.** Sonst? → Start mit Zwei\n",
            "content/index.md": "Hier.\n",
        ])
        let words = try await SiteLoader.load(site.path, readingHistory: false).configuration.words
        #expect(words.yes == ["jawohl", "yes"] && words.no == ["nein", "no"])
    }

    @Test func aLanguageThatIsWrittenFromRightToLeftIsSaidToBe() async throws {
        let site = try Self.site("ar", ["templates/words/ar.yml": "page: { contents: المحتويات }\n"])
        try await site.build()
        #expect(try site.read("public/index.html").contains("<html lang=\"ar\" dir=\"rtl\""))
    }

    @Test func aSiteMaySayAThingItsOwnWay() async throws {
        let site = try Self.site(
            "en", ["templates/words/en.yml": "page:\n  set-by: \"Made <here> with {generator}\"\n"])
        try await site.build()
        let home = try site.read("public/index.html")
        #expect(home.contains("<p>Made &lt;here&gt; with Precedent"))
        #expect(home.contains("Decided lately"))
    }

    @Test func aChangedWordIsAChangedSite() async throws {
        let site = try Self.site("en")
        try await site.build()
        try site.write("templates/words/en.yml", "home: { lately: Beschlossen }\n")
        try await site.build()
        #expect(try site.read("public/index.html").contains("Beschlossen"))
    }
}
