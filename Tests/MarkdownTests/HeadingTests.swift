import Markdown
import Testing

/// Anchors are those of a Git host, so that a link works in both places.
struct HeadingTests {
    @Test(arguments: [
        ("Hello World", "hello-world"), ("RAG vs. fine-tuning?", "rag-vs-fine-tuning"), ("C++ & C#", "c--c"),
        ("snake_case - and-dash", "snake_case---and-dash"), ("1.2 Version 3", "12-version-3"),
        ("`precedent build` --all", "precedent-build---all"), ("*Em* **strong** ~~gone~~", "em-strong-gone"),
        ("[Link](u) ![alt](v)", "link-alt"), ("Über Größe", "über-größe"), ("日本語、です", "日本語です"),
        ("🎉 Party 🎉", "-party-"), ("a → b", "a--b"), ("x² ½ ٣", "x--٣"), ("a&amp;b &copy;", "ab-"),
        ("a\\*b", "ab"), ("İstanbul", "i\u{307}stanbul"), ("e\u{301}té", "e\u{301}té"),
        ("tab\there", "tabhere"),
        ("a <b>c</b>", "a-c"), ("“Quoted” – dash", "quoted--dash"), ("!?", ""),
    ])
    func anchorsAreThoseOfGitHub(title: String, id: String) throws {
        let heading = try #require(headings("## \(title)\n").first)
        // Bytes, since `==` takes texts for equal that a link does not.
        #expect(Array(heading.id.utf8) == Array(id.utf8))
        #expect(heading.level == 2)
    }

    @Test(arguments: [
        (["Notes", "Notes", "Notes"], ["notes", "notes-1", "notes-2"]),
        (["Notes", "Notes", "Notes 1"], ["notes", "notes-1", "notes-1-1"]),
        (["Notes 1", "Notes", "Notes", "Notes"], ["notes-1", "notes", "notes-2", "notes-3"]),
        (["Notes", "NOTES!", "*notes*"], ["notes", "notes-1", "notes-2"]),
    ])
    func laterOnesOfANameAreCounted(titles: [String], ids: [String]) {
        #expect(headings(titles.map { "# \($0)\n" }.joined()).map(\.id) == ids)
    }

    @Test func titlesAreTheWordsWithoutMarks() {
        let found = headings("# *A* `b` [c](d) &amp; \\# #\n\n> E\n> f\n> ---\n\n- ### G\n")
        #expect(found.map(\.title) == ["A b c & #", "E f", "G"])
        #expect(found.map(\.level) == [1, 2, 3])
    }

    @Test func headingsCarryTheirAnchorsOnThePage() {
        let document = Document(Array("# A\n# \"A\"\n# ?\n".utf8), file: "f")
        var renderer = HTMLRenderer(document)
        #expect(
            renderer.html(of: document.blocks)
                == "<h1 id=\"a\">A</h1>\n<h1 id=\"a-1\">&quot;A&quot;</h1>\n<h1>?</h1>\n")
    }

    @Test func contentsNestTheThirdLevelInTheSecond() {
        let contents = TableOfContents(
            headings("# T\n### Early\n## A & B\n### C\n#### D\n### E\n## `F`\n## ?\n## Ö\n"))
        #expect(contents.count == 3)
        #expect(
            contents.html == """
                <ol>
                <li><a href="#a--b">A &amp; B</a><ol><li><a href="#c">C</a></li><li><a href="#e">E</a></li></ol></li>
                <li><a href="#f">F</a></li>
                <li><a href="#%C3%B6">Ö</a></li>
                </ol>

                """)
    }

    @Test(arguments: ["", "# One\n### Three\n"])
    func withoutASecondLevelThereAreNoContents(text: String) {
        let contents = TableOfContents(headings(text))
        #expect(contents.count == 0)
        #expect(contents.html == "")
    }

    private func headings(_ text: String) -> [Heading] { Document(Array(text.utf8), file: "f").headings() }
}
