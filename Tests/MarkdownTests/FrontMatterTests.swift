import Diagnostics
import Markdown
import Testing

/// Where front matter begins and ends, and what is said of one that is wrong.
struct FrontMatterTests {
    @Test(arguments: [
        "---\ntitle: x\n---\n# H\n", "---\r\ntitle: x\r\n---\r\n# H\r\n", "---\rtitle: x\r---\r# H\r",
        "\u{FEFF}---\ntitle: x\n...\n# H", "--- \t\ntitle: x\n---  \n# H\n",
    ])
    func itStandsBetweenTwoLinesOfDashes(text: String) {
        let document = Document(Array(text.utf8), file: "f")
        #expect(document.hasFrontMatter)
        #expect(document.frontMatter["title"]?.text == "x")
        #expect(document.frontMatter["title"]?.location == .init(file: "f", line: 2, column: 8))
        #expect(document.headings().map(\.title) == ["H"])
        #expect(document.headings().first?.element.location.line == 4)
        #expect(document.problems.isEmpty)
    }

    @Test(arguments: [
        "", "# H\n", "\n---\ntitle: x\n---\n", "---\ntitle: x\n", " ---\ntitle: x\n---\n",
        "----\ntitle: x\n----\n",
        "...\ntitle: x\n...\n", "---\ntitle: x\n --- \n", "---x\ntitle: x\n---\n",
    ])
    func anythingElseIsText(text: String) {
        let document = Document(Array(text.utf8), file: "f")
        #expect(!document.hasFrontMatter)
        #expect(document.frontMatter.entries.isEmpty)
        #expect(document.problems.isEmpty)
    }

    @Test(arguments: ["---\n---\n", "---\n\n---\n", "---\n# a remark\n---", "---\n~\n---\n"])
    func itMayBeEmpty(text: String) {
        let document = Document(Array(text.utf8), file: "f")
        #expect(document.hasFrontMatter)
        #expect(document.frontMatter.entries.isEmpty)
        #expect(document.problems.isEmpty)
        #expect(document.blocks.first == nil)
    }

    @Test(arguments: ["---\n- a\n- b\n---\nx\n", "---\njust words\n---\nx\n"])
    func itHoldsKeysAndValues(text: String) throws {
        let document = Document(Array(text.utf8), file: "f")
        let problem = try #require(document.problems.first)
        #expect(document.problems.count == 1)
        #expect(problem.id == "bad-yaml")
        #expect(problem.summary == "front matter is a list of keys and values")
        #expect(problem.suggestion == "write 'key: value', one a line")
        #expect(problem.location?.line == 2)
        #expect(document.root.plainText == "x")
    }

    @Test func aProblemCountsTheLineOfDashesToo() {
        let document = Document(Array("---\r\na: 1\r\nö: @\r\n---\r\n# H\r\n".utf8), file: "f")
        #expect(document.problems.map(\.location) == [.init(file: "f", line: 3, column: 5)])
        #expect(document.headings().map(\.title) == ["H"])
    }
}
