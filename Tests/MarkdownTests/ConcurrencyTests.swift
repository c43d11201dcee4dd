import Testing

@testable import Markdown

/// Files are read on all cores at once, while cmark-gfm keeps the characters that its extensions look for in one table
/// of the process, which the end of any parse resets (github/cmark-gfm#176).
struct ConcurrencyTests {
    private static func html(_ number: Int) -> String {
        let line =
            "Of ~~old~~ *new*, see www.example.org/\(number) and https://example.org, a@example.org.\n\n"
        let document = Document(Array(String(repeating: line, count: 40).utf8), file: "\(number).md")
        var renderer = HTMLRenderer(document)
        return renderer.html(of: document.blocks)
    }

    private static func expected(_ number: Int) -> String {
        let addresses = [
            ("http://www.example.org/\(number)", "www.example.org/\(number)"),
            ("https://example.org", "https://example.org"), ("mailto:a@example.org", "a@example.org"),
        ].map { "<a href=\"\($0.0)\">\($0.1)</a>" }
        let line =
            "<p>Of <del>old</del> <em>new</em>, see \(addresses[0]) and \(addresses[1]), \(addresses[2]).</p>\n"
        return String(repeating: line, count: 40)
    }

    @Test func manyThreadsReadWhatOneReads() async {
        let differing = await withTaskGroup(of: Int.self) { group in
            for worker in 0..<8 {
                group.addTask {
                    (0..<150).count { round in
                        let number = worker * 1000 + round
                        let html = Self.html(number)
                        return html != Self.expected(number)
                    }
                }
            }
            return await group.reduce(0, +)
        }
        #expect(differing == 0)
    }
}
