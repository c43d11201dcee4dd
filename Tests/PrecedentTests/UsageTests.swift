import Foundation
import Testing

/// What cannot be done exits with 2, and says what can.
struct UsageTests {
    private func run(_ arguments: String..., site edits: [SmallSite.Edit] = []) async throws -> Program.Run {
        let site = try TemporaryFolder()
        try SmallSite.write(to: site, edits)
        return try await Program.run(arguments, in: site.path)
    }

    @Test(arguments: [["assess", "queu", "--answers", "-"], ["explain", "queu"]])
    func aFrameworkThatIsNotThereIsGuessed(_ arguments: [String]) async throws {
        let site = try TemporaryFolder()
        try SmallSite.write(to: site)
        let run = try await Program.run(arguments, in: site.path)
        #expect(run.code == 2)
        #expect(run.errors == "error: no framework is called 'queu'\n  help: did you mean 'queue'?\n")
    }

    @Test(arguments: [
        ["assess", "queue", "--answers", "-"], ["explain", "queue"], ["compile", "queue", "--json"],
    ])
    func aFrameworkThatIsADraftIsCalledOne(_ arguments: [String]) async throws {
        let site = try TemporaryFolder()
        try SmallSite.write(
            to: site,
            [.change(.framework, "# Queue or log", to: "---\ndraft: true\n---\n# Queue or log")])
        let run = try await Program.run(arguments, in: site.path)
        #expect((run.code, run.output) == (2, ""))
        #expect(
            run.errors == """
                error: 'queue' is a draft, and left out
                  help: take 'draft: true' out of content/frameworks/queue.md; 'precedent check --drafts' checks it as it is

                """)
    }

    @Test func anAssessmentIsNoFileOfAnswers() async throws {
        let run = try await run("assess", "queue", "--answers", SmallSite.File.assessment.path)
        #expect((run.code, run.output) == (1, ""))
        #expect(
            run.errors == """
                content/assessments/billing.md:1:1: error: this is an assessment, and answers are YAML or JSON [bad-answers]
                 1 | ---
                   | ^
                  help: 'precedent build' writes its report; or write answers as 'QUESTION: yes', one a line
                1 error

                """)
    }

    @Test func aSiteWithoutFrameworksSaysSo() async throws {
        let edits: [SmallSite.Edit] = [.remove(.framework), .remove(.assessment), .remove(.record)]
        let run = try await run("assess", "queue", "--answers", "-", site: edits)
        #expect(run.code == 2)
        #expect(run.errors == "error: no framework is called 'queue'\n  help: this site has no frameworks\n")
    }

    @Test(arguments: ["check", "build"])
    func aFolderThatIsNoSiteSaysHowToMakeOne(_ verb: String) async throws {
        let folder = try TemporaryFolder()
        let run = try await Program.run([verb], in: folder.path)
        #expect(run.code == 2)
        #expect(
            run.errors == """
                error: there is no precedent.yml in '.', and no folder of decision records such as docs/adr
                  help: 'precedent init' makes a small site to start from

                """)
    }

    @Test func aContentFolderThatIsNotThereIsNamed() async throws {
        let run = try await run(
            "check", site: [.change(.configuration, "title: Messaging", to: "content: texts")])
        #expect(run.code == 2)
        #expect(
            run.errors == """
                error: there is no folder 'texts' to read content from
                  help: make it, or set 'content:' in precedent.yml

                """)
    }

    @Test func anUnknownFlagIsGuessed() async throws {
        let run = try await run("build", "--ouput", "x")
        #expect(run.code == 2)
        #expect(run.errors.hasPrefix("Error: Unknown option '--ouput'. Did you mean '--output'?\n"))
    }

    @Test func anAnswersFileThatIsNotThereIsNamed() async throws {
        let run = try await run("assess", "queue", "--answers", "answers.yml")
        #expect(run.code == 2)
        #expect(run.errors == "error: cannot read 'answers.yml': No such file or directory\n")
    }

    @Test func withoutAnswersAndWithoutATerminalNothingIsAsked() async throws {
        let run = try await run("assess", "queue")
        #expect(run.code == 2)
        #expect(
            run.errors == """
                error: no answers were given
                  help: name a file with --answers FILE, or '--answers -' for standard input

                """)
    }

    @Test func answersAreCheckedLikeAssessments() async throws {
        let site = try TemporaryFolder()
        try SmallSite.write(to: site)
        let answers = "Replay: yess\nOpps: yes\nreplay: no\nUnsure: [yes]\n"
        let run = try await Program.run(["assess", "queue", "--answers", "-"], in: site.path, input: answers)
        #expect(run.code == 1)
        #expect(run.output == "")
        #expect(
            run.errors == """
                <stdin>:1:9: error: 'yess' is no answer to 'Replay' [bad-answer]
                 1 | Replay: yess
                   |         ^~~~
                  help: did you mean 'yes'?
                <stdin>:2:1: error: no question is called 'Opps' [unknown-question]
                 2 | Opps: yes
                   | ^~~~
                  help: did you mean 'Ops'?
                <stdin>:3:1: error: 'Replay' is answered twice [duplicate-answer]
                 3 | replay: no
                   | ^~~~~~
                <stdin>:1:1: note: the first answer is here
                 1 | Replay: yess
                   | ^~~~~~
                  help: keep one of the two
                <stdin>:4:9: error: an answer is one word, not a list [bad-answer]
                 4 | Unsure: [yes]
                   |         ^
                  help: write 'Unsure: yes'
                4 errors

                """)
    }

    @Test func answersThatMapNothingAreRefused() async throws {
        let site = try TemporaryFolder()
        try SmallSite.write(to: site)
        let run = try await Program.run(
            ["assess", "queue", "--answers", "-"], in: site.path, input: "[yes, no]\n")
        #expect(run.code == 1)
        #expect(
            run.errors == """
                <stdin>:1:1: error: answers map questions to answers [bad-answers]
                 1 | [yes, no]
                   | ^
                  help: write 'QUESTION: yes', one a line
                1 error

                """)
    }

    @Test func aFolderOfSomebodyElseIsLeftAlone() async throws {
        let site = try TemporaryFolder()
        try SmallSite.write(to: site)
        try site.write("letters/mine.txt", "mine")
        let run = try await Program.run(["build", "--output", "letters"], in: site.path)
        #expect(run.code == 2)
        #expect(
            run.errors == """
                error: 'letters' is not empty and was not made by precedent, so it is left alone
                  help: empty or remove it, or choose another folder with --output or 'output:' in precedent.yml

                """)
        #expect(try site.read("letters/mine.txt") == "mine")
    }

    @Test(arguments: [
        ".", "..", "/", "", "content", "content/site", "content/frameworks", "templates", "templates/site",
        "./content/",
        "absent/../content", "link-to-content", "link-to-content/site",
    ])
    func anOutputThatOverlapsTheSourcesIsRefused(_ output: String) async throws {
        let parent = try TemporaryFolder()
        let site = try TemporaryFolder(in: parent)
        try SmallSite.write(to: site)
        try FileManager.default.createSymbolicLink(
            atPath: site.path + "/link-to-content", withDestinationPath: "content")
        // Even a folder that the program once made is not replaced where sources have come to lie in it.
        for folder in ["", "content/", "content/frameworks/", "templates/"] {
            try site.write(folder + ".precedent", "")
        }
        let before = try FileManager.default.subpathsOfDirectory(atPath: parent.path).sorted()
        let run = try await Program.run(["build", "--output", output], in: site.path)
        #expect(run.code == 2)
        #expect(
            run.errors == """
                error: '\(output)' holds what the site is made from, or lies within it
                  help: choose another folder with --output or 'output:' in precedent.yml

                """)
        #expect(try FileManager.default.subpathsOfDirectory(atPath: parent.path).sorted() == before)
    }

    @Test func anOutputInTheConfigurationIsHeldToTheSame() async throws {
        let run = try await run(
            "build", site: [.change(.configuration, "title: Messaging", to: "output: content/site")])
        #expect(run.code == 2)
        #expect(
            run.errors.hasPrefix(
                "error: './content/site' holds what the site is made from, or lies within it\n"))
    }

    @Test func recordsWithoutAConfigurationAreNotOverwritten() async throws {
        let site = try TemporaryFolder()
        try site.write("docs/adr/0001-use-a-log.md", "# Use a log\n\nWe use a log.\n")
        #expect(try await Program.run(["build", "-o", "docs/adr/site"], in: site.path).code == 2)
        #expect(try await Program.run(["build", "-o", "docs"], in: site.path).code == 2)
        #expect(try await Program.run(["build"], in: site.path).code == 0)
        #expect(try site.read("_site/decisions/0001-use-a-log.html").contains("We use a log."))
    }

    @Test(arguments: ["out", "out/", "./out/.", "sub/../out"])
    func anOutputMayBeWrittenInManyWays(_ output: String) async throws {
        let site = try TemporaryFolder()
        try SmallSite.write(to: site)
        try site.write("sub/x", "")
        for _ in 0..<2 { #expect(try await Program.run(["build", "-o", output], in: site.path).code == 0) }
        #expect(site.has("out/index.html"))
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: site.path).sorted() == [
                ".precedent-cache", "content", "out", "precedent.yml", "sub",
            ])
    }

    @Test func initLeavesWhatARepositoryHasAlone() async throws {
        let folder = try TemporaryFolder()
        try folder.write("README.md", "# Decisions\n")
        try folder.write("src/main.c", "int main(void) { return 0; }\n")
        try folder.write(".gitignore", "public\n")
        #expect(try await Program.run(["init"], in: folder.path).code == 0)
        #expect(try folder.read("README.md") == "# Decisions\n")
        #expect(try await Program.run(["check"], in: folder.path).code == 0)
    }

    @Test(arguments: [
        ("content", "there is a 'content' in '.' already\n  help: name a new folder: precedent init NAME"),
        ("public/a", "there is a 'public' in '.' already\n  help: name a new folder: precedent init NAME"),
        (
            "docs/adr/0001-a.md",
            "there are decision records in '.' already: 'docs/adr'\n  help: 'precedent build' makes a site of them as they are"
        ),
        (
            "decisions/precedent.yml",
            "there is a 'decisions' in '.' already\n  help: name a new folder: precedent init NAME"
        ),
    ])
    func initMakesNothingWhereSomethingIsInItsPlace(_ path: String, _ message: String) async throws {
        let folder = try TemporaryFolder()
        try folder.write(path, "# A\n")
        let run = try await Program.run(["init"], in: folder.path)
        #expect((run.code, run.errors) == (2, "error: \(message)\n"))
        #expect(!folder.has("precedent.yml"))
    }

    @Test func aSiteInTheFolderOfRecordsIsNoFolderOfRecords() async throws {
        let folder = try TemporaryFolder()
        #expect(try await Program.run(["init", "decisions"], in: folder.path).code == 0)
        let run = try await Program.run(["build"], in: folder.path)
        #expect(run.code == 2)
        #expect(
            run.errors
                == "error: there is no precedent.yml here; the one in 'decisions' makes that folder a site\n  help: 'cd decisions' first, or add '-C decisions' behind the command's name\n"
        )
    }

    @Test func initMakesASiteWithoutProblems() async throws {
        let folder = try TemporaryFolder()
        #expect(try await Program.run(["init", "new"], in: folder.path).code == 0)
        let check = try await Program.run(["check", "-C", "new"], in: folder.path)
        #expect((check.code, check.errors) == (0, ""))
        #expect(try await Program.run(["build", "-C", "new"], in: folder.path).code == 0)
        #expect(folder.has("new/public/assessments/search.html"))
        let again = try await Program.run(["init", "new"], in: folder.path)
        #expect(again.code == 2)
        #expect(
            again.errors
                == "error: there is a 'precedent.yml' in 'new' already\n  help: name a new folder: precedent init NAME\n"
        )
    }
}
