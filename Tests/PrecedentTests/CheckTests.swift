import Testing

/// What `check` says of what authors get wrong: the exact text, the exit code, and what a build then does.
struct CheckTests {
    @Test func aSoundSiteHasNoProblems() async throws {
        let site = try TemporaryFolder()
        try SmallSite.write(to: site)
        let run = try await Program.run(["check"], in: site.path)
        #expect((run.code, run.output, run.errors) == (0, "No problems found.\n", ""))
    }

    @Test func aSoundSiteOfEveryTypeHasNoProblems() async throws {
        let site = try TemporaryFolder()
        try SmallSite.write(to: site, Carrier.site)
        let run = try await Program.run(["check"], in: site.path)
        #expect((run.code, run.output, run.errors) == (0, "No problems found.\n", ""))
    }

    @Test(
        arguments: Mistake.rules + Mistake.targets + Mistake.frameworks + Mistake.assessments
            + Mistake.answers + Mistake.files + Mistake.paths + Mistake.settings + Mistake.templates
            + Mistake.shapes
            + Mistake.tables + Mistake.questionNotes + Mistake.testedItems + Mistake.matrices
            + Mistake.typedAnswers + Mistake.signings + Mistake.findings
            + Mistake.comparedLabels + Mistake.quietMisreadings
    )
    func checkNamesThePlaceAndAWayOut(_ mistake: Mistake) async throws {
        let site = try TemporaryFolder()
        try SmallSite.write(to: site, mistake.edits)
        let run = try await Program.run(["check"], in: site.path)
        #expect(run.errors == mistake.report)
        #expect(run.code == mistake.exitCode)
        #expect(run.exited)
        #expect(run.output == "")
    }

    @Test(arguments: Mistake.records + Mistake.relations + Mistake.logs)
    func aRecordIsWarnedOfAndShownWhole(_ mistake: Mistake) async throws {
        let site = try TemporaryFolder()
        try SmallSite.write(to: site, mistake.edits)
        let check = try await Program.run(["check"], in: site.path)
        #expect(check.errors == mistake.report)
        #expect(check.code == 0)
        let build = try await Program.run(["build"], in: site.path)
        #expect(build.code == 0)
        #expect(build.errors == mistake.report)
        let page = try site.read("public/decisions/0001-use-a-log.html")
        #expect(page.contains("Use a log"))
        let sentences = [
            "We use a log.", "See the queue.", "See <a href=\"#use-a-lgo\">above</a>.", "We use a café.",
        ]
        #expect(sentences.contains { page.contains($0) })
    }

    @Test func aBuildWithErrorsWritesNothing() async throws {
        let site = try TemporaryFolder()
        try SmallSite.write(to: site)
        #expect(try await Program.run(["build", "--quiet"], in: site.path).code == 0)
        let before = try site.read("public/frameworks/queue.html")
        try SmallSite.write(to: site, [.change(.framework, "read twice? → Log", to: "read twice? → Lag")])
        let run = try await Program.run(["build"], in: site.path)
        #expect(run.code == 1)
        #expect(run.errors.hasSuffix("1 error\nNothing was written.\n"))
        #expect(try site.read("public/frameworks/queue.html") == before)
    }

    @Test func namesThatReadTheSameAreTold() async throws {
        let site = try TemporaryFolder()
        try SmallSite.write(to: site)
        // One é of one character and one of two: two files to the disk, one address to a reader.
        try site.write("content/caf\u{E9}.md", "One.")
        try site.write("content/cafe\u{301}.md", "Two.")
        let run = try await Program.run(["check"], in: site.path)
        #expect(run.code == 1)
        #expect(
            run.errors.hasPrefix(
                "content/caf\u{E9}.md:1:1: error: the names of two files read the same [same-name]\n"))
    }
}
