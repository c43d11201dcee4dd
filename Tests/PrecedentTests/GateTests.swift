import Foundation
import Testing

/// `check` as a gate in CI: what depends on the day, what is new, what is known, and the forms that other programs read.
struct GateTests {
    /// A day that is still to come and a review that is due, each on one day and not on another.
    @Test(arguments: [
        ("2026-03-04", "2026-03-04", ""),
        (
            "2026-03-04", "2026-03-03",
            """
            content/decisions/0001-use-a-log.md:3:7: warning: 2026-03-04 is still to come on 2026-03-03 [future-date]
             3 | date: 2026-03-04
               |       ^~~~~~~~~~
              help: mend the date
            1 warning

            """
        ),
        ("2026-03-04\nreview-by: 2027-03-01", "2027-03-01", ""),
        (
            "2026-03-04\nreview-by: 2027-03-01", "2027-03-02",
            """
            content/decisions/0001-use-a-log.md:4:12: warning: this decision was to be looked at again by 2027-03-01 [review-due]
             4 | review-by: 2027-03-01
               |            ^~~~~~~~~~
              help: note what came of it under 'reviewed:', and set the next 'review-by:'
            1 warning

            """
        ),
        ("2026-03-04\nreview-by: 2027-03-01\nreviewed: [{ date: 2027-03-01 }]", "2027-03-02", ""),
        (
            "2026-03-04\nreview-by: 2027-03-01\nreviewed: 2027-02-28", "2027-03-02",
            """
            content/decisions/0001-use-a-log.md:4:12: warning: this decision was to be looked at again by 2027-03-01 [review-due]
             4 | review-by: 2027-03-01
               |            ^~~~~~~~~~
              help: note what came of it under 'reviewed:', and set the next 'review-by:'
            1 warning

            """
        ),
        ("2026-03-04\nreview-by: 2027-03-01\nallow: review-due", "2027-03-02", ""),
    ])
    func whatDependsOnTheDayIsCheckedForADay(_ date: String, _ day: String, _ errors: String) async throws {
        let site = try TemporaryFolder()
        try SmallSite.write(to: site, [.change(.record, "2026-03-04", to: date)])
        let run = try await Program.run(["check", "--on", day], in: site.path)
        #expect(run.errors == errors)
        #expect(run.code == 0)
        // A build reads no clock.
        let build = try await Program.run(["build", "--quiet"], in: site.path)
        #expect((build.code, build.errors) == (0, ""))
    }

    @Test(arguments: [("error", 0), ("warning", 1), ("never", 0)] as [(String, Int32)])
    func whatFailsIsTold(_ threshold: String, _ code: Int32) async throws {
        let site = try TemporaryFolder()
        try SmallSite.write(to: site, [.change(.record, "We use a log.", to: "See [it](x.md).")])
        let run = try await Program.run(["check", "--fail-on", threshold], in: site.path)
        #expect(run.code == code)
        try SmallSite.write(to: site, [.change(.framework, "read twice? → Log", to: "read twice? → Lag")])
        let broken = try await Program.run(["check", "--fail-on", threshold], in: site.path)
        #expect(broken.code == (threshold == "never" ? 0 : 1))
    }

    @Test func aFileIsExcusedFromACheckAndNoOtherFileIs() async throws {
        let site = try TemporaryFolder()
        let second = "---\nstatus: accepted\n---\n# Use a table\n\nSee [it](y.md).\n"
        try SmallSite.write(
            to: site,
            [
                .change(.record, "We use a log.", to: "See [it](x.md)."),
                .change(.record, "status: accepted", to: "status: accepted\nallow: [dangling-link]"),
                .add("content/decisions/0002-use-a-table.md", second),
            ])
        let run = try await Program.run(["check"], in: site.path)
        #expect(run.errors.contains("'y.md' leads to no file [dangling-link]"))
        #expect(run.errors.hasSuffix("\n1 warning\n"))
    }

    @Test func whatAnOldLogHasCanBeAccepted() async throws {
        let site = try TemporaryFolder()
        let old: SmallSite.Edit = .change(.record, "We use a log.", to: "See [it](x.md). And [it](x.md).")
        try SmallSite.write(to: site, [old])
        let written = try await Program.run(["check", "--write-baseline"], in: site.path)
        #expect((written.code, written.output) == (0, ""))
        #expect(written.errors == "Wrote 2 known problems to precedent-baseline.json.\n")
        let known = try await Program.run(["check", "--fail-on", "warning"], in: site.path)
        #expect((known.code, known.output) == (0, "No new problems found.\n"))
        #expect(known.errors == "2 known problems are left out (precedent-baseline.json)\n")
        // A known problem that moves is known; the same once more is new.
        try SmallSite.write(
            to: site,
            [.change(.record, "We use a log.", to: "Words.\n\nSee [it](x.md). And [it](x.md).\n\n[it](z.md)")]
        )
        let moved = try await Program.run(["check", "--fail-on", "warning"], in: site.path)
        #expect(moved.code == 1)
        #expect(
            moved.errors == """
                content/decisions/0001-use-a-log.md:14:1: warning: 'z.md' leads to no file [dangling-link]
                 14 | [it](z.md)
                    | ^~~~~~~~~~
                  help: write the way to a file of this site from the file that holds the link
                1 warning
                2 known problems are left out (precedent-baseline.json)

                """)
        try SmallSite.write(to: site)
        let mended = try await Program.run(["check"], in: site.path)
        #expect(mended.output == "No new problems found.\n")
        #expect(
            mended.errors
                == "2 problems of precedent-baseline.json are gone: 'precedent check --write-baseline' writes it anew\n"
        )
    }

    @Test func onlyWhatAChangeBroughtIsReported() async throws {
        let repository = try TemporaryFolder()
        let site = try TemporaryFolder(in: repository, named: "site")
        try SmallSite.write(to: site, [.change(.record, "We use a log.", to: "See [it](x.md).")])
        try repository.commit("first")
        let same = try await Program.run(["check", "--since", "HEAD", "--fail-on", "warning"], in: site.path)
        #expect((same.code, same.output, same.errors) == (0, "No new problems found since HEAD.\n", ""))
        try SmallSite.write(
            to: site,
            [.change(.record, "We use a log.", to: "Words before.\n\nSee [it](x.md).\n\nSee [it](y.md).")])
        let changed = try await Program.run(
            ["check", "--since", "HEAD", "--fail-on", "warning"], in: site.path)
        #expect(changed.code == 1)
        #expect(
            changed.errors == """
                content/decisions/0001-use-a-log.md:14:5: warning: 'y.md' leads to no file [dangling-link]
                 14 | See [it](y.md).
                    |     ^~~~~~~~~~
                  help: write the way to a file of this site from the file that holds the link
                1 warning

                """)
        let status = try repository.git("status", "--porcelain")
        #expect(status == " M site/content/decisions/0001-use-a-log.md\n")
        let unknown = try await Program.run(["check", "--since", "nothing"], in: site.path)
        #expect(unknown.code == 2)
        #expect(unknown.errors.hasPrefix("error: Git has no 'nothing' of this site: "))
        #expect(unknown.errors.hasSuffix("\n  help: --since takes a branch, a tag or a commit\n"))
    }

    /// What lies in another repository is not what a change here brought.
    @Test func otherRepositoriesBringNothing() async throws {
        let all = try TemporaryFolder()
        let other = try TemporaryFolder(in: all, named: "other")
        try other.write("adr/0001-x.md", "# Use X\n\nSee [it](y.md).\n")
        try other.commit("first")
        let site = try TemporaryFolder(in: all, named: "site")
        try SmallSite.write(
            to: site, [.change(.configuration, "title:", to: "decisions: [../other/adr]\ntitle:")])
        try site.commit("first")
        let everything = try await Program.run(["check"], in: site.path)
        #expect(everything.errors.hasSuffix("\n1 warning\n"))
        let since = try await Program.run(["check", "--since", "HEAD"], in: site.path)
        #expect((since.code, since.output, since.errors) == (0, "No new problems found since HEAD.\n", ""))
    }

    /// That these words changed is known; that they changed once more is not.
    @Test func aBaselineKnowsADecisionByItsWords() async throws {
        let site = try TemporaryFolder()
        func write(_ words: String) throws {
            try SmallSite.write(
                to: site, [.change(.record, "We use a log.", to: "Context.\n\n## Decision\n\n\(words)")])
        }
        try write("We use a log.")
        try site.commit("first")
        try write("We use a table.")
        try site.commit("second")
        let known = try await Program.run(["check", "--write-baseline"], in: site.path)
        #expect(known.code == 0)
        let same = try await Program.run(["check"], in: site.path)
        let left = "1 known problem is left out (precedent-baseline.json)\n"
        #expect((same.output, same.errors) == ("No new problems found.\n", left))
        // Other words around it, and the same words on other lines, are no change of it.
        try write("We use\na table.\n\n## Consequences\n\nMore disks.")
        #expect(try await Program.run(["check"], in: site.path).errors == left)
        try write("We use a tree.")
        let changed = try await Program.run(["check"], in: site.path)
        #expect(changed.errors.contains("[changed-decision]"))
    }

    /// What was agreed, then other words, then a status and a line that say nothing else.
    @Test func wordsThatChangedSinceTheDecisionWasAcceptedAreFound() async throws {
        let site = try TemporaryFolder()
        let record = SmallSite.File.record.path
        func write(_ status: String, _ words: String) throws {
            try SmallSite.write(
                to: site,
                [
                    .change(.record, "status: accepted", to: "status: \(status)"),
                    .change(.record, "We use a log.", to: "Context.\n\n## Decision\n\n\(words)"),
                ])
        }
        try write("proposed", "We use a queue.")
        try site.commit("first")
        try write("proposed", "We use a log.")
        try site.commit("second")
        try write("accepted", "We use a log.")
        try site.commit("accepted")
        try write("accepted", "We use\na log.\n\n## Consequences\n\nMore disks.")
        try site.commit("more")
        let sound = try await Program.run(["check"], in: site.path)
        #expect((sound.code, sound.output, sound.errors) == (0, "No problems found.\n", ""))
        // Renaming is no change of words.
        try write("accepted", "We use a table.")
        let text = try site.read(record)
        try FileManager.default.removeItem(atPath: "\(site.path)/\(record)")
        try site.write("content/decisions/0001-use-a-table.md", text)
        let working = try await Program.run(["check", "--since", "HEAD"], in: site.path)
        #expect(working.errors.contains("[changed-decision]") == false)
        try site.commit("fourth")
        let commits = try site.git("log", "--format=%h", "--abbrev=10").split(separator: "\n")
        let day = try site.git("log", "-1", "--format=%as").split(separator: "\n")[0]
        let changed = try await Program.run(["check"], in: site.path)
        #expect(
            changed.errors == """
                content/decisions/0001-use-a-table.md:12:1: warning: these words are others than when the decision was accepted [changed-decision]
                 12 | ## Decision
                    | ^~~~~~~~~~~
                note: accepted by A on \(day) in \(commits[2]): accepted
                note: changed by A on \(day) in \(commits[0]): fourth
                  help: let a new record supersede this one; where it means the same, 'allow: [changed-decision]' excuses it
                1 warning

                """)
        let since = try await Program.run(["check", "--since", "HEAD"], in: site.path)
        #expect((since.code, since.errors) == (0, ""))
        let before = try await Program.run(["check", "--since", "HEAD~1"], in: site.path)
        #expect(before.errors.contains("[changed-decision]"))
    }

    @Test func aSiteThatIsNewHasNothingButNewProblems() async throws {
        let repository = try TemporaryFolder()
        try repository.write("README.md", "Nothing yet.\n")
        try repository.commit("first")
        try SmallSite.write(to: repository, [.change(.record, "We use a log.", to: "See [it](x.md).")])
        let run = try await Program.run(["check", "--since", "HEAD"], in: repository.path)
        #expect(run.errors.hasSuffix("1 warning\n"))
    }

    // MARK: Forms

    private static let twoProblems: [SmallSite.Edit] = [
        .change(.record, "We use a log.", to: "Ä → 𝄞, 100 %: [it](x.md)."),
        .add("content/decisions/0001-use-a-queue.md", "---\nstatus: accepted\n---\n# Second\n"),
    ]

    @Test func jsonHoldsWhatTheTextSays() async throws {
        let site = try TemporaryFolder()
        try SmallSite.write(to: site, Self.twoProblems)
        let run = try await Program.run(["check", "--format", "json"], in: site.path)
        #expect((run.code, run.errors) == (0, ""))
        let all = try #require(
            try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
        #expect(all["errors"] as? Int == 0)
        #expect(all["warnings"] as? Int == 2)
        let problems = try #require(all["problems"] as? [[String: Any]])
        #expect(problems.map { $0["check"] as? String } == ["dangling-link", "duplicate-number"])
        #expect(problems[0]["file"] as? String == "content/decisions/0001-use-a-log.md")
        #expect(problems[0]["line"] as? Int == 10)
        #expect(problems[0]["column"] as? Int == 15)
        #expect(problems[0]["endColumn"] as? Int == 25)
        #expect(problems[0]["message"] as? String == "'x.md' leads to no file")
        let notes = try #require(problems[1]["notes"] as? [[String: Any]])
        #expect(notes.map { $0["message"] as? String } == ["the first is '0001-use-a-log.md'"])
    }

    @Test func annotationsAreOneLineEach() async throws {
        let repository = try TemporaryFolder()
        let site = try TemporaryFolder(in: repository, named: "a,b")
        try SmallSite.write(to: site, Self.twoProblems)
        try repository.commit("first")
        let run = try await Program.run(["check", "--format", "github"], in: site.path)
        #expect(
            run.output == """
                ::warning file=a%2Cb/content/decisions/0001-use-a-log.md,line=10,col=15,endColumn=25,title=dangling-link::'x.md' leads to no file%0Ahelp: write the way to a file of this site from the file that holds the link
                ::warning file=a%2Cb/content/decisions/0001-use-a-queue.md,line=4,col=1,endColumn=9,title=duplicate-number::two records have the number 1%0Ahelp: 'precedent renumber' gives one of them a number of its own

                """)
    }

    /// That the file is sound by the format's own schema is checked by Tools/check-formats.py.
    @Test func sarifCountsInUTF16() async throws {
        let site = try TemporaryFolder()
        try SmallSite.write(to: site, Self.twoProblems)
        let run = try await Program.run(["check", "--format", "sarif"], in: site.path)
        let log = try JSONDecoder().decode(SARIF.self, from: Data(run.output.utf8))
        #expect(log.version == "2.1.0")
        let results = try #require(log.runs.first?.results)
        #expect(results.map(\.ruleId) == ["dangling-link", "duplicate-number"])
        #expect(results.map(\.level) == ["warning", "warning"])
        let place = try #require(results[0].locations.first?.physicalLocation)
        #expect(place.artifactLocation.uri == "content/decisions/0001-use-a-log.md")
        // The clef is two units.
        #expect((place.region.startLine, place.region.startColumn, place.region.endColumn) == (10, 16, 26))
        #expect(log.runs.first?.tool.driver.rules.map(\.id) == ["dangling-link", "duplicate-number"])
    }

    private struct SARIF: Decodable {
        let version: String
        let runs: [Run]

        struct Run: Decodable {
            let tool: Tool
            let results: [Result]
        }
        struct Tool: Decodable {
            let driver: Driver
        }
        struct Driver: Decodable {
            let rules: [Rule]
        }
        struct Rule: Decodable {
            let id: String
        }
        struct Result: Decodable {
            let ruleId: String
            let level: String
            let locations: [Location]
        }
        struct Location: Decodable {
            let physicalLocation: Place
        }
        struct Place: Decodable {
            let artifactLocation: Artifact
            let region: Region
        }
        struct Artifact: Decodable {
            let uri: String
        }
        struct Region: Decodable {
            let startLine: Int
            let startColumn: Int
            let endColumn: Int
        }
    }
}
