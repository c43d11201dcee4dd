import Testing

@testable import SiteGenerator

/// Dates in the tests of decision tables stay on one line, and nothing else is marked.
struct TestTextTests {
    @Test(arguments: [
        (">= 2026-12-24", "&gt;= <span class=\"date\">2026-12-24</span>"),
        (
            "[2026-01-31..2026-02-28)",
            "[<span class=\"date\">2026-01-31</span>..<span class=\"date\">2026-02-28</span>)"
        ),
        ("2026-02-30", "2026-02-30"), ("12026-01-31", "12026-01-31"), ("not(a, b)", "not(a, b)"), ("", ""),
    ])
    func datesAreMarked(_ text: String, _ html: String) {
        #expect(TestText.html(text) == html)
    }
}
