import Foundation
import Testing

/// Mermaid diagrams in authors' Markdown.
struct MermaidTests {
    /// Stands for mermaid-cli: says how it was called, draws, and refuses a diagram of no kind.
    private static let drawer = """
        #!/bin/sh
        text=$(cat)
        echo "$* <$text>" >> drawn.txt
        case "$text" in
          nonsense*) echo 'Error: no diagram type found' >&2; exit 1 ;;
        esac
        printf '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120.4 60"><text>%s</text></svg>' "${#text}"

        """
    private static let record = """
        # Split the queue

        ```mermaid
        graph TD
          accTitle: How orders <flow>
          a --> b
        ```

        ```mermaid
        graph TD
          c --> d
        ```

        ```swift
        let a = 1
        ```

        """

    private func site(_ configuration: String, _ record: String = record) throws -> TemporaryFolder {
        let site = try TemporaryFolder()
        try site.write("precedent.yml", "title: Log\n\(configuration)\n")
        try site.write("content/decisions/0001-split.md", record)
        try site.write("draw", Self.drawer)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: "\(site.path)/draw")
        return site
    }

    @Test func theyAreCodeWhereNothingDraws() async throws {
        let site = try site("")
        let run = try await Program.run(["build"], in: site.path)
        #expect(run.code == 0)
        #expect(
            run.output.hasSuffix(
                "2 Mermaid diagrams are shown as code: 'mermaid: mmdc' in precedent.yml has them drawn.\n"),
            "\(run.output)")
        let page = try site.read("public/decisions/0001-split.html")
        #expect(page.contains("<code class=\"language-mermaid\">graph TD"))
        #expect(page.matches(of: /<script src/).count == 1 && page.contains("assets/reader.js"))
        #expect(!site.has("drawn.txt"))
    }

    /// What a repository names is run where its site is made, and nowhere else.
    @Test(arguments: [["check"], ["list"], ["build"]])
    func onlyToBuildRunsAProgram(_ arguments: [String]) async throws {
        let site = try site("mermaid: ./draw")
        #expect(try await Program.run(arguments, in: site.path).code == 0)
        #expect(site.has("drawn.txt") == (arguments == ["build"]))
    }

    @Test(arguments: [
        ("titlePage --> b", "A diagram, which follows as text"),
        ("title --> b", "A diagram, which follows as text"),
        ("title[x] --> b", "A diagram, which follows as text"), ("title Orders", "Orders"),
        ("title: Orders", "Orders"),
        ("accTitle: Orders", "Orders"), ("accTitle", "A diagram, which follows as text"),
    ])
    func aTitleIsWhatItsWordSays(_ line: String, _ title: String) async throws {
        let site = try site("mermaid: ./draw", "# A\n\n```mermaid\ngraph TD\n  \(line)\n```\n")
        #expect(try await Program.run(["build"], in: site.path).code == 0)
        #expect(try site.read("public/decisions/0001-split.html").contains("alt=\"\(title)\""))
    }

    @Test func aProgramDrawsThemOnce() async throws {
        let site = try site("mermaid: ./draw")
        let run = try await Program.run(["build"], in: site.path)
        #expect((run.code, run.errors) == (0, ""), "\(run.errors)")
        let page = try site.read("public/decisions/0001-split.html")
        let sources = page.matches(of: /src="\.\.\/(assets\/diagrams\/[0-9a-f]{16}\.svg)"/).map {
            String($0.output.1)
        }
        #expect(Set(sources).count == 2)
        for source in sources { #expect(try site.read("public/\(source)").hasPrefix("<svg")) }
        #expect(page.contains("alt=\"How orders &lt;flow&gt;\" width=\"121\" height=\"60\" loading=\"lazy\""))
        #expect(page.contains("alt=\"A diagram, which follows as text\""))
        #expect(page.contains("<code class=\"language-swift\">"))
        let asked = try site.read("drawn.txt")
        #expect(
            asked.contains(
                "--input - --output - --outputFormat svg --backgroundColor white --quiet <graph TD"))

        // The second build takes what the first has drawn, and one that is new alone is drawn.
        let before = try site.read("drawn.txt").split(separator: "<").count
        try site.write("content/decisions/0001-split.md", Self.record.replacing("c --> d", with: "c --> e"))
        #expect(try await Program.run(["build"], in: site.path).code == 0)
        #expect(try site.read("drawn.txt").split(separator: "<").count == before + 1)
        // Nothing that is no longer asked for stays.
        let left = try FileManager.default.contentsOfDirectory(atPath: "\(site.path)/public/assets/diagrams")
        #expect(left.count == 2)
    }

    @Test func whatCannotBeDrawnIsCodeAndSaid() async throws {
        let site = try site("mermaid: ./draw", "# Odd\n\n```mermaid\nnonsense\n```\n")
        let run = try await Program.run(["build"], in: site.path)
        #expect(run.code == 0)
        #expect(
            run.errors == """
                content/decisions/0001-split.md:3:1: warning: './draw' did not draw this diagram, which is shown as code [undrawn-diagram]
                 3 | ```mermaid
                   | ^
                note: it says: Error: no diagram type found
                1 warning

                """, "\(run.errors)")
        #expect(
            try site.read("public/decisions/0001-split.html").contains(
                "<code class=\"language-mermaid\">nonsense"))
    }

    @Test func aProgramThatIsNotThereIsSaidOnce() async throws {
        let site = try site("mermaid: no-such-drawer")
        let run = try await Program.run(["build"], in: site.path)
        #expect(run.code == 0)
        #expect(
            run.errors == """
                precedent.yml:2:10: warning: there is no program 'no-such-drawer', so diagrams are shown as code [undrawn-diagram]
                 2 | mermaid: no-such-drawer
                   |          ^~~~~~~~~~~~~~
                  help: install mermaid-cli, or name a script of the content folder, such as 'scripts/mermaid.min.js'
                1 warning

                """, "\(run.errors)")
    }

    @Test func aScriptDrawsThemInTheBrowser() async throws {
        let site = try site("mermaid: scripts/mermaid.js")
        try site.write("content/scripts/mermaid.js", "/* draws */\n")
        let run = try await Program.run(["build"], in: site.path)
        #expect((run.code, run.errors) == (0, ""), "\(run.errors)")
        let page = try site.read("public/decisions/0001-split.html")
        #expect(page.matches(of: /<pre class="mermaid" tabindex="0">graph TD/).count == 2)
        #expect(page.matches(of: /<script src="\.\.\/scripts\/mermaid\.js" defer><\/script>/).count == 1)
        #expect(site.has("public/scripts/mermaid.js"))
        #expect(try !site.read("public/index.html").contains("mermaid"))
    }

    @Test func aScriptThatIsNotThereIsAnError() async throws {
        let site = try site("mermaid: scripts/mermaid.js")
        let run = try await Program.run(["build"], in: site.path)
        #expect(run.code == 1)
        #expect(
            run.errors.contains(
                "precedent.yml:2:10: error: 'scripts/mermaid.js' is no script of the content folder [dangling-link]"
            ))
    }
}
