import Foundation
import Testing

/// The ways in which people write answers and evidence, each read for what it says.
struct AnswerFormsTests {
    private static let table = """
        | Question | Answer | Evidence |
        | --- | --- | --- |
        | Replay | yes | Invoices are rebuilt. |
        | Ops | ? | |

        """

    private func report(_ body: String) async throws -> String {
        let site = try TemporaryFolder()
        try SmallSite.write(to: site, [.change(.assessment, Self.table, to: body), .remove(.record)])
        let build = try await Program.run(["build", "--quiet"], in: site.path)
        #expect(build.errors == "")
        return try site.read("public/assessments/billing.html")
    }

    @Test(arguments: [
        "- Replay: yes — audits\n", "- Replay: yes, audits\n", "- Replay: Yes. audits\n",
        "- Replay: yes; audits\n", "- Replay: y (audits)\n", "- Replay: true because audits\n",
        "- Replay - yes — audits\n", "- Replay = yes — audits\n", "- Replay: yes—audits\n",
        "- Must messages be read twice? yes, audits\n",
        "- **Replay.** Must messages be read twice? Yes — audits\n", "- **Replay.** yes — audits\n",
        "- **Replay:** yes – audits\n", "- [x] Replay — audits\n",
        "- [x] Must messages be read twice? audits\n", "- Replay: ~~no~~ yes, audits\n",
        "## Replay\n\nYes. audits\n", "## Replay\n\nyes\n\naudits\n", "## Replay\n\nyes, because audits\n",
        "## Replay\n\nyes — audits\n", "## Replay\n\n**yes** audits\n", "## Replay\n\n**Yes, audits.**\n",
        "## Replay\n\n~~no~~ yes — audits\n", "## Replay: yes\n\naudits\n", "## Replay: yes — audits\n",
        "## Must messages be read twice?\n\nYes. audits\n",
        "| # | Question | Answer | Evidence |\n| - | - | - | - |\n| 1 | Replay | yes | audits |\n| 2 | Ops | | |\n",
        "| Evidence | Answer | Question |\n| - | - | - |\n| audits | yes | Replay |\n| | ? | Ops |\n",
        "| Question | Evidence | Answer |\n| - | - | - |\n| Replay | audits | y |\n| Ops | | ? |\n",
        "| Name | Question | Answer | Evidence |\n| - | - | - | - |\n| Replay | Must messages be read twice? | yes | audits |\n",
    ])
    func yesWithItsEvidence(body: String) async throws {
        let page = try await report(body)
        #expect(page.contains("<p class=\"answer yes\">") || page.contains("<p class=\"answer yes \">"))
        #expect(page.contains("1 of 2 answered"))
        let evidence = page.components(separatedBy: "<div class=\"evidence\">").dropFirst()
        #expect(evidence.count == 1)
        #expect(evidence.first?.prefix(60).contains("audits") == true)
    }

    @Test(arguments: [
        "- Replay: no, nobody asked\n", "- Replay - n\n", "- Replay: false\n",
        "## Replay\n\nNo. Nobody asked.\n",
        "## Replay: no\n",
    ])
    func no(body: String) async throws {
        #expect(try await report(body).contains("<p class=\"answer no\">"))
    }

    /// What is called a question where nothing is said of it, and a section about something else.
    @Test(arguments: [
        "## Replay\n\nProse.\n\n", "Replay is what it is about: yes.\n\n", "- No. 5 is rebuilt\n\n",
    ])
    func proseStaysProse(body: String) async throws {
        let page = try await report(body + Self.table)
        #expect(page.contains("Invoices are rebuilt."))
        #expect(page.contains("1 of 2 answered"))
    }

    @Test func programsAnswerInTheirWords() async throws {
        let site = try TemporaryFolder()
        try SmallSite.write(to: site)
        let run = try await Program.run(
            ["assess", "queue", "--answers", "-", "--json"], in: site.path,
            input: "{\"replay\": true, \"ops\": \"Y\", \"unsure\": \"n\"}")
        #expect(run.code == 0, "\(run.errors)")
        #expect(run.output.contains("\"option\" : \"log\""))
    }

    /// A fallback that asks nothing is nowhere among questions and answers.
    @Test func aDefaultIsNotAsked() async throws {
        let site = try TemporaryFolder()
        try SmallSite.write(
            to: site,
            [
                .change(
                    .framework, "**Unsure.** Still unsure? → Start with Queue",
                    to: "Otherwise → Start with Queue")
            ])
        let check = try await Program.run(["check"], in: site.path)
        #expect(check.output == "No problems found.\n")
        let explain = try await Program.run(["explain", "queue"], in: site.path).output
        #expect(!explain.contains("otherwise:"))
        #expect(explain.contains("nothing else decides → Start with Queue"))
        #expect(!explain.contains("Otherwise: yes"))
        #expect(try await Program.run(["build", "--quiet"], in: site.path).code == 0)
        #expect(!(try site.read("public/assessments/billing.html")).contains("Otherwise"))
        let framework = try site.read("public/frameworks/queue.html")
        #expect(framework.contains("Otherwise"))
        let assess = try await Program.run(
            ["assess", "queue", "--answers", "-", "--json"], in: site.path, input: "ops: no\n")
        #expect(!assess.output.contains("otherwise"))
        let refused = try await Program.run(
            ["assess", "queue", "--answers", "-"], in: site.path, input: "Otherwise: yes\n")
        #expect(refused.code == 1)
        #expect(refused.errors.contains("'Otherwise' asks nothing"))
    }
}
