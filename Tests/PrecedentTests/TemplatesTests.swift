import Foundation
import Testing

/// `precedent templates`.
struct TemplatesTests {
    private func site() throws -> TemporaryFolder {
        let site = try TemporaryFolder()
        try SmallSite.write(to: site)
        return site
    }

    @Test func itListsTheFilesOfTheTheme() async throws {
        let site = try site()
        try site.write("templates/partials/colophon.mustache", "<footer>ours</footer>\n")
        let run = try await Program.run(["templates"], in: site.path)
        #expect((run.code, run.errors) == (0, ""))
        let lines = run.output.split(separator: "\n")
        #expect(lines.contains("record"))
        #expect(lines.contains("assets/style.css"))
        #expect(lines.contains("partials/colophon  (the site's own)"))
    }

    @Test func aFileThatWasTakenOverStandsInThePlaceOfOurs() async throws {
        let site = try site()
        let run = try await Program.run(["templates", "eject", "partials/colophon"], in: site.path)
        #expect((run.code, run.output, run.errors) == (0, "templates/partials/colophon.mustache\n", ""))
        let text = try site.read("templates/partials/colophon.mustache")
        #expect(try await Program.run(["build", "--output", "before"], in: site.path).code == 0)
        try site.write(
            "templates/partials/colophon.mustache",
            text.replacing("{{words.page.set-by}}", with: "Made by {{generator}}"))
        #expect(try await Program.run(["build", "--output", "after"], in: site.path).code == 0)
        #expect(try site.read("before/index.html").contains("<p>Set by Precedent"))
        #expect(try site.read("after/index.html").contains("<p>Made by Precedent"))
    }

    @Test func whatIsThereIsLeftAlone() async throws {
        let site = try site()
        try site.write("templates/assets/style.css", "mine")
        let run = try await Program.run(["templates", "eject", "assets/style.css"], in: site.path)
        #expect(run.code == 2)
        #expect(
            run.errors
                == "error: 'templates/assets/style.css' is there already, so it is left alone\n  help: move it away to start anew\n"
        )
        #expect(try site.read("templates/assets/style.css") == "mine")
    }

    @Test func aTagWithASlipIsTheOnlyProblemOfItsWords() async throws {
        let site = try site()
        try site.write("precedent.yml", "language: pt_BR\n")
        try site.write("templates/words/pt-BR.yml", "page: { contents: Sumário }\n")
        let run = try await Program.run(["check"], in: site.path)
        #expect(run.code == 1)
        #expect(run.errors.contains("help: write 'pt-BR'") && !run.errors.contains("unread-file"))
    }

    @Test(arguments: [
        ("words/fr", "take 'words/en' and name it 'words/fr.yml'"),
        ("words/de-AT", "'words/de' serves 'de-AT'; what that says otherwise stands in 'words/de-AT.yml'"),
        ("words/DE", "did you mean 'words/de'?"),
        (
            "words/dee",
            "did you mean 'words/de'? For another language take 'words/en' and name it 'words/dee.yml'"
        ),
        ("colophon", "did you mean 'partials/colophon'?"),
    ])
    func aNameThatIsNoFileLeadsToOne(_ name: String, _ help: String) async throws {
        let site = try site()
        let run = try await Program.run(["templates", "eject", name], in: site.path)
        #expect(run.code == 2)
        #expect(run.errors == "error: the theme has no file '\(name)'\n  help: \(help)\n")
    }

    @Test func aNameThatIsNoneGetsASuggestion() async throws {
        let site = try site()
        let run = try await Program.run(["templates", "eject", "partials/colofon"], in: site.path)
        #expect(run.code == 2)
        #expect(
            run.errors
                == "error: the theme has no file 'partials/colofon'\n  help: did you mean 'partials/colophon'?\n"
        )
    }
}
