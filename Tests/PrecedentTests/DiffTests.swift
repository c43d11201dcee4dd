import Foundation
import Testing

/// What `diff` says of two versions in Git, to the letter.
struct DiffTests {
    /// A site in a repository whose framework has changed since its first commit.
    private static func site() async throws -> TemporaryFolder {
        let site = try TemporaryFolder()
        try SmallSite.write(to: site, [.change(.assessment, "| Ops | ? | |", to: "| Ops | yes | |")])
        try site.commit("first")
        let framework = try site.read(SmallSite.File.framework.path)
        try site.write(
            SmallSite.File.framework.path,
            framework.replacing("→ Log\n", with: "→ Log\n- **Budget.** Is money short? → Queue\n"))
        return site
    }

    @Test func whatChangedIsToldWithTheAssessmentsThatFlip() async throws {
        let site = try await Self.site()
        let run = try await Program.run(["diff", "queue@HEAD"], in: site.path)
        #expect((run.code, run.errors) == (0, ""))
        #expect(
            run.output == """
                Queue or log: queue@HEAD → queue

                87.5 % of all situations lead where they led before.
                Asked anew: Budget

                Log → a tie of Queue and Log: 12.5 % of all situations
                  Replay yes, Budget yes, Ops yes

                Stored assessments that flip
                  Billing: Log → open between Queue and Log  content/assessments/billing.md

                """)
    }

    @Test(arguments: [
        ["queue@HEAD", "queue"], ["HEAD:content/frameworks/queue.md", "content/frameworks/queue.md"],
        ["HEAD:./content/frameworks/queue.md", "queue", "--json"], ["HEAD:content/frameworks/queue.md"],
    ])
    func everyWayToNameASideIsUnderstood(_ arguments: [String]) async throws {
        let site = try await Self.site()
        let run = try await Program.run(["diff"] + arguments, in: site.path)
        #expect((run.code, run.errors) == (0, ""))
        #expect(run.output.contains(arguments.contains("--json") ? "\"share\" : 0.125" : "12.5 % of all"))
    }

    /// Both versions from Git, a revision with a slash in its name, and a caller's surroundings that are not Git's business.
    @Test(arguments: [["queue@HEAD", "queue@next/step"], ["queue@next/step", "queue@HEAD"]])
    func versionsKeepTheirFrameworksName(_ sides: [String]) async throws {
        let site = try await Self.site()
        try site.git("checkout", "-q", "-b", "next/step")
        try site.commit("second")
        try site.git("tag", "old", "HEAD~1")
        let named = sides.map { $0.replacing("HEAD", with: "old") }
        let run = try await Program.run(["diff"] + named, in: site.path)
        #expect((run.code, run.errors) == (0, ""))
        #expect(run.output.contains("Billing: "))
    }

    @Test func surroundingsThatNameAnotherRepositoryOrIgnoreChildrenAreNoMatter() async throws {
        let site = try await Self.site()
        let elsewhere = try TemporaryFolder()
        try elsewhere.git("init", "-q")
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [
            "--ignore-signal=CHLD", "GIT_DIR=\(elsewhere.path)/.git", try Program.path.get(), "diff",
            "queue@HEAD",
        ]
        process.currentDirectoryURL = URL(filePath: site.path)
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
    }

    @Test func anAssessmentsOwnWeightsCount() async throws {
        let site = try TemporaryFolder()
        func framework(_ weight: Int) -> String {
            """
            # Post or van

            | Factor | Weight | Post | Van |
            | --- | --- | --- | --- |
            | Cost | \(weight) | 8 | 4 |
            | Care | 2 | 4 | 8 |

            - Is it forbidden? → not Van
            - Is it too far? → not Post

            """
        }
        // What speaks against options decides nothing here, and the check says so.
        try site.write("precedent.yml", "checks: { idle-question: off }\n")
        try site.write("content/frameworks/carrier.md", framework(1))
        try site.write("old.md", framework(3))
        try site.write(
            "content/assessments/own.md",
            "---\nframework: carrier\n---\n# Own\n\n| Factor | Weight |\n| --- | --- |\n| Cost | 9 |\n\n- Is it forbidden: no\n- Is it too far: no\n"
        )
        try site.write(
            "content/assessments/usual.md",
            "---\nframework: carrier\n---\n# Usual\n\n- Is it forbidden: no\n- Is it too far: no\n")
        try site.write(
            "content/decisions/0001-post-it.md",
            "---\nstatus: accepted\nassessment: own\nrecommended: post\nchosen: post\n---\n# Post it\n\nWe do.\n"
        )
        let run = try await Program.run(["diff", "old.md", "carrier"], in: site.path)
        #expect((run.code, run.errors) == (0, ""))
        #expect(run.output.contains("Usual: Post → Van"))
        #expect(!run.output.contains("Own:"))
        // Nor has the record of such an assessment drifted.
        #expect(try await Program.run(["build"], in: site.path).errors == "")
        #expect(try site.read("public/decisions/0001-post-it.html").contains("Van") == false)
    }

    /// With its unit written and without it, and a type in the place of another.
    @Test(
        arguments: [
            ("12 kg", "(kg)", "(g)", "Weight of it 12 kg, now a number from 0 to 500 (g)"),
            ("12", "(kg)", "(g)", "Weight of it 12 kg, now a number from 0 to 500 (g)"),
            ("450 kg", "0..500", "0..400", "Weight of it 450 kg, now a number from 0 to 400 (kg)"),
            ("12 kg", "(kg)", "(kg) ", nil),
        ] as [(String, String, String, String?)])
    func storedAnswersThatNoLongerFitAreTold(
        _ answer: String, _ old: String, _ new: String, _ expected: String?
    ) async throws {
        let site = try TemporaryFolder()
        try SmallSite.write(
            to: site,
            Carrier.site + [.change(.parcel, "| Weight of it | 12 kg |", to: "| Weight of it | \(answer) |")])
        try site.write("new.md", Carrier.framework.replacing(old, with: new))
        let id = "---\nid: carrier\n"
        try site.write("new.md", try site.read("new.md").replacing("---\noptions", with: id + "options"))
        let run = try await Program.run(["diff", "carrier", "new.md"], in: site.path)
        #expect((run.code, run.errors) == (0, ""))
        let told = expected.map {
            "\nStored answers that no longer fit\n  A parcel: \($0)  content/assessments/parcel.md\n"
        }
        if let told { #expect(run.output.hasSuffix(told), "\(run.output)") }
        #expect(run.output.contains("no longer fit") == (told != nil))
        let json = try await Program.run(["diff", "carrier", "new.md", "--json"], in: site.path)
        #expect(json.output.contains("\"question\" : \"weight-of-it\"") == (told != nil))
    }

    @Test func aVersionWithErrorsIsNotCompared() async throws {
        let site = try await Self.site()
        let broken = try site.read(SmallSite.File.framework.path)
        try site.write("broken.md", "---\nfixed: [nobody]\n---\n" + broken)
        let run = try await Program.run(["diff", "broken.md", "queue"], in: site.path)
        #expect((run.code, run.output) == (1, ""))
        #expect(run.errors.contains("no question is called 'nobody'"))
    }

    @Test(arguments: [
        (
            ["queue@nope"],
            "'queue@nope' cannot be had: invalid object name 'nope'.\n  help: a side is FILE, FRAMEWORK, REV:FILE or FRAMEWORK@REV; 'precedent diff --help' has examples"
        ),
        (["queu@HEAD"], "no framework is called 'queu'\n  help: did you mean 'queue'?"),
        (["nowhere.md", "queue"], "cannot read 'nowhere.md': No such file or directory"),
        (
            ["queue"],
            "there is nothing to compare 'queue' with\n  help: name the new version as well, or write FRAMEWORK@REV for the old one"
        ),
    ])
    func aSideThatIsNotThereIsExplained(_ arguments: [String], _ message: String) async throws {
        let site = try await Self.site()
        let run = try await Program.run(["diff"] + arguments, in: site.path)
        #expect((run.code, run.errors) == (2, "error: \(message)\n"))
    }
}
