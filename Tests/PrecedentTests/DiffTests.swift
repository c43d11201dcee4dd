import Foundation
import Testing

/// What `diff` says of two versions in Git, to the letter.
struct DiffTests {
    /// A site in a repository whose framework has changed since its first commit.
    private static func site() async throws -> TemporaryFolder {
        let site = try TemporaryFolder()
        try SmallSite.write(to: site, [.change(.assessment, "| Ops | ? | |", to: "| Ops | yes | |")])
        try git(site, "init", "-q")
        try git(site, "add", ".")
        try git(site, "-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "-q", "-m", "first")
        let framework = try site.read(SmallSite.File.framework.path)
        try site.write(
            SmallSite.File.framework.path,
            framework.replacing("→ Log\n", with: "→ Log\n- **Budget.** Is money short? → Queue\n"))
        return site
    }

    private static func git(_ site: TemporaryFolder, _ arguments: String...) throws {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["git"] + arguments
        process.currentDirectoryURL = URL(filePath: site.path)
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
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
                  Billing: Log → open between Log and a tie of Queue and Log  content/assessments/billing.md

                """)
    }

    @Test(arguments: [
        ["queue@HEAD", "queue"], ["HEAD:content/frameworks/queue.md", "content/frameworks/queue.md"],
        ["HEAD:./content/frameworks/queue.md", "queue", "--json"],
    ])
    func everyWayToNameASideIsUnderstood(_ arguments: [String]) async throws {
        let site = try await Self.site()
        let run = try await Program.run(["diff"] + arguments, in: site.path)
        #expect((run.code, run.errors) == (0, ""))
        #expect(run.output.contains(arguments.contains("--json") ? "\"share\" : 0.125" : "12.5 % of all"))
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
