import Foundation
import Testing

/// A status that would say something else than other records do.
struct StandingTests {
    private func repository(_ successor: String = "accepted") throws -> TemporaryFolder {
        let site = try TemporaryFolder()
        try site.write(
            "docs/adr/0001-a.md", "# A\n\n* Status: superseded by [ADR-0002](0002-b.md)\n* Date: 2021-01-01\n"
        )
        try site.write(
            "docs/adr/0002-b.md",
            "# B\n\n* Status: \(successor); supersedes [ADR-0001](0001-a.md)\n* Date: 2021-02-02\n")
        return site
    }

    @Test(arguments: ["accepted", "proposed"])
    func whatIsSupersededDoesNotComeBackByItself(_ status: String) async throws {
        let site = try repository()
        let old = try site.read("docs/adr/0001-a.md")
        let run = try await Program.run(["status", "1", status], in: site.path)
        #expect(run.code == 2)
        #expect(
            run.errors == """
                error: 'docs/adr/0001-a.md' is superseded by 'docs/adr/0002-b.md', so it cannot be \(status)
                  help: to go back to it, give that one another status first: precedent status 2 rejected; or decide anew: precedent new --supersedes 2 TITLE

                """)
        #expect(try site.read("docs/adr/0001-a.md") == old)
    }

    /// The record itself says nothing of its successor.
    @Test func whatOnlyTheSuccessorSaysCountsAsWell() async throws {
        let site = try repository()
        try site.write("docs/adr/0001-a.md", "# A\n\n* Status: deprecated\n")
        let run = try await Program.run(["status", "1", "accepted"], in: site.path)
        #expect(run.code == 2)
        #expect(run.errors.contains("is superseded by 'docs/adr/0002-b.md'"))
    }

    @Test func whatIsTurnedDownGivesTheOldDecisionItsPlaceBack() async throws {
        let site = try repository()
        let turned = try await Program.run(["status", "2", "rejected"], in: site.path)
        #expect((turned.code, turned.output) == (0, "docs/adr/0002-b.md\n"))
        #expect(
            turned.errors
                == "note: 'docs/adr/0001-a.md' stays superseded by it; 'precedent status 1 accepted' puts it in force again\n"
        )
        #expect(try await Program.run(["list", "--in-force"], in: site.path).output == "No records.\n")
        let back = try await Program.run(["status", "1", "accepted"], in: site.path)
        #expect((back.code, back.errors) == (0, ""))
        #expect(
            try await Program.run(["list", "--in-force"], in: site.path).output
                == "1  accepted  2021-01-01  A\n")
        let check = try await Program.run(["check"], in: site.path)
        #expect(check.output == "No problems found.\n")
    }

    /// What was in force and is no longer leaves what it took the place of where it is.
    @Test func whatIsDeprecatedBringsNothingBack() async throws {
        let site = try repository()
        let run = try await Program.run(["status", "2", "deprecated"], in: site.path)
        #expect((run.code, run.errors) == (0, ""))
    }
}
