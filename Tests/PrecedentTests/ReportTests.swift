import Foundation
import Testing

/// `precedent report`.
struct ReportTests {
    private func site(_ more: (String, String)...) throws -> TemporaryFolder {
        let site = try TemporaryFolder()
        try SmallSite.write(to: site)
        for (name, text) in more {
            try site.write(name, text)
            try FileManager.default.setAttributes(
                [.posixPermissions: 0o755], ofItemAtPath: "\(site.path)/\(name)")
        }
        return site
    }

    /// Writes a PDF, and beside it what it was asked and given.
    private static let printer = """
        #!/bin/sh
        for word; do
          case "$word" in
            --print-to-pdf=*) pdf=${word#--print-to-pdf=} ;;
            file://*) page=${word#file://} ;;
          esac
        done
        cp "$page" given.html
        printf '%%PDF-1.7 made' > "$pdf"

        """

    @Test func itPrintsWhatTheAnswersComeTo() async throws {
        let site = try site()
        let run = try await Program.run(["report", "billing"], in: site.path)
        #expect(run.code == 0)
        #expect(run.output.hasPrefix("Billing\nQueue or log\n\nOpen between"), "\(run.output)")
    }

    @Test func aPDFIsNamedAfterTheAssessment() async throws {
        let site = try site(("print", Self.printer))
        let run = try await Program.run(["report", "billing", "--pdf", "--with", "./print"], in: site.path)
        #expect((run.code, run.output, run.errors) == (0, "billing.pdf\n", ""))
        #expect(try site.read("billing.pdf") == "%PDF-1.7 made")
        let page = try site.read("given.html")
        #expect(page.contains("@page{size:a4}"))
        #expect(!page.contains("href=\"../index.html\""))
        #expect(!site.has("public"))
    }

    @Test func theFolderOfAPDFIsMade() async throws {
        let site = try site(("print", Self.printer))
        let run = try await Program.run(
            ["report", "billing", "--pdf", "out/new/x.pdf", "--with", "./print", "--paper", "letter"],
            in: site.path)
        #expect((run.code, run.output, run.errors) == (0, "out/new/x.pdf\n", ""))
        #expect(try site.read("out/new/x.pdf") == "%PDF-1.7 made")
        #expect(try site.read("given.html").contains("@page{size:letter}"))
    }

    @Test func aPDFThatIsNotMadeLeavesTheOldOne() async throws {
        let failing = "#!/bin/sh\necho 'no display' >&2\necho half > \"$2\"\nexit 3\n"
        let site = try site(("print", failing))
        try site.write("out.pdf", "old")
        let run = try await Program.run(
            ["report", "billing", "--pdf", "out.pdf", "--with", "./print"], in: site.path)
        #expect((run.code, run.output) == (2, ""))
        #expect(
            run.errors == """
                error: './print' made no PDF, and ended with code 3
                  note: no display
                  help: --with names another program

                """)
        #expect(try site.read("out.pdf") == "old")
    }

    @Test func aProgramThatIsNotThereIsNamed() async throws {
        let site = try site()
        let run = try await Program.run(
            ["report", "billing", "--pdf", "--with", "no-such-printer"], in: site.path)
        #expect((run.code, run.output) == (2, ""))
        #expect(
            run.errors
                == "error: there is no program 'no-such-printer'\n  help: --with names a Chromium or WeasyPrint\n"
        )
        #expect(!site.has("billing.pdf"))
    }

    @Test func contentWithErrorsMakesNoPDF() async throws {
        let site = try site(("print", Self.printer))
        try site.write("content/assessments/other.md", "---\nframework: none\n---\n# Other\n")
        let run = try await Program.run(["report", "billing", "--pdf", "--with", "./print"], in: site.path)
        #expect(run.code == 1)
        #expect(run.errors.hasSuffix("Nothing was written.\n"))
        #expect(!site.has("billing.pdf"))
    }

    @Test(arguments: [
        (["report", "billing", "out.pdf"], "say --pdf to write the report to 'out.pdf'"),
        (["report", "billing", "--with", "x"], "--with is about --pdf"),
        (["report", "billing", "--paper", "letter"], "--paper is about --pdf"),
        (["report", "billing@2026-03-02", "--pdf"], "leave the '@' out"),
        (["report", "biling"], "did you mean 'billing'?"),
    ])
    func whatCannotBeMeantIsSaid(_ arguments: [String], _ message: String) async throws {
        let site = try site()
        let run = try await Program.run(arguments, in: site.path)
        #expect((run.code, run.output) == (2, ""))
        #expect(run.errors.contains(message), "\(run.errors)")
    }
}
