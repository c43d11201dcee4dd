import Foundation
import Testing

/// Which files are decisions, and where the home page lists them.
struct LogTests {
    private func site(_ edits: [SmallSite.Edit]) async throws -> TemporaryFolder {
        let site = try TemporaryFolder()
        try SmallSite.write(to: site, edits)
        let build = try await Program.run(["build", "--quiet"], in: site.path)
        #expect((build.code, build.errors) == (0, ""))
        return site
    }

    @Test(arguments: [
        "README", "readme", "template", "adr-template", "adr-template-minimal", "0000-template",
        "templates/short",
    ])
    func whatIsNoDecisionIsNotInTheLog(name: String) async throws {
        let text = """
            ---
            status: "{proposed | accepted}"
            ---
            # Something short

            Superseded by [ADR-0005](\(name == "README" || name == "readme" ? "0001-use-a-log.md" : "0005-example.md")).

            """
        let site = try await site([.add(.init(stringLiteral: "content/decisions/\(name).md"), text)])
        #expect(!(try site.read("public/decisions/index.html")).contains("Something short"))
        #expect(try site.read("public/index.html").contains("1 decision, 1 in force"))
        #expect(site.has("public/decisions/\(name).html"))
    }

    @Test(arguments: ["choose-a-template-engine", "0007-render-through-templates", "0002-readme-first"])
    func aDecisionAboutTemplatesIsOne(name: String) async throws {
        let site = try await site([
            .add(.init(stringLiteral: "content/decisions/\(name).md"), "# Something short\n")
        ])
        #expect(try site.read("public/decisions/index.html").contains("Something short"))
    }

    @Test func whatWaitsIsNotDecided() async throws {
        let site = try await site([
            .add(
                "content/decisions/0002-wait.md",
                "---\nstatus: proposed\ndate: 2026-05-01\n---\n# Wait for it\n")
        ])
        let home = try site.read("public/index.html")
        #expect(home.components(separatedBy: "Wait for it").count == 2)
        #expect(home.contains("Waiting for a decision"))
    }

    @Test func aLogInWhichAllWaitsSaysSo() async throws {
        let site = try await site([.change(.record, "status: accepted", to: "status: proposed")])
        let home = try site.read("public/index.html")
        #expect(home.contains("Nothing is decided yet."))
        #expect(!home.contains("No decision is on record yet."))
    }

    /// A successor in a key of its own leads from the old record to the new one, and back.
    @Test(arguments: [("superseded-by: 2", ""), ("x: 1", "supersedes: [0001-use-a-log.md]\n")])
    func relationsMayStandInKeys(old: String, new: String) async throws {
        let site = try await site([
            .change(.record, "status: accepted", to: "status: superseded\n\(old)"),
            .add(
                "content/decisions/0002-use-a-queue.md", "---\nstatus: accepted\n\(new)---\n# Use a queue\n"),
        ])
        #expect(try site.read("public/decisions/0001-use-a-log.html").contains("0002-use-a-queue.html"))
        #expect(try site.read("public/decisions/0002-use-a-queue.html").contains("0001-use-a-log.html"))
    }
}
