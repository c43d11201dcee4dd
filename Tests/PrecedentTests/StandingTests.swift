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

    /// While its successor was only proposed the old decision went on; once that is accepted, both files have to say so.
    @Test func whatComesIntoForceTakesThePlaceThatItClaims() async throws {
        let site = try repository("proposed")
        let check = try await Program.run(["check"], in: site.path)
        #expect(
            check.errors.contains(
                "this decision is superseded by '0002-b.md', which is proposed [successor-not-in-force]"))
        #expect(try await Program.run(["status", "1", "accepted"], in: site.path).code == 0)
        let run = try await Program.run(["status", "2", "accepted"], in: site.path)
        #expect((run.code, run.output) == (0, "docs/adr/0002-b.md\ndocs/adr/0001-a.md\n"))
        #expect(
            try site.read("docs/adr/0001-a.md")
                == "# A\n\n* Status: superseded by [ADR-0002](0002-b.md)\n* Date: 2021-01-01\n")
        #expect(
            try await Program.run(["list", "--in-force"], in: site.path).output
                == "2  accepted  2021-02-02  B\n")
    }

    /// The record itself still says that it is accepted; nothing on the pages may.
    @Test func whatAnotherSupersedesIsShownAsSuperseded() async throws {
        let site = try repository()
        try site.write("docs/adr/0001-a.md", "# A\n\n* Status: accepted\n* Date: 2021-01-01\n")
        #expect(try await Program.run(["build"], in: site.path).code == 0)
        let log = try site.read("_site/decisions/index.html")
        #expect(log.contains("2 decisions, 1 in force, 1 superseded."))
        let page = try #require(
            try FileManager.default.subpathsOfDirectory(atPath: "\(site.path)/_site").first {
                $0.hasSuffix("0001-a.html")
            })
        let record = try site.read("_site/\(page)")
        #expect(record.contains("<strong>No longer in force.</strong>"))
        #expect(!record.contains("</span> accepted"))
        #expect(try site.read("_site/decisions/statuses/accepted.html").contains("1 decision, 1 in force"))
    }

    @Test func aRecordSaysThatItsAssessmentHasDrifted() async throws {
        let site = try TemporaryFolder()
        try SmallSite.write(to: site)
        #expect(try await Program.run(["build"], in: site.path).code == 0)
        #expect(try !site.read("public/decisions/0001-use-a-log.html").contains("By now"))
        try SmallSite.write(
            to: site,
            [.change(.framework, "read twice? → Log", to: "read twice? → not Log possible")])
        #expect(try await Program.run(["build"], in: site.path).code == 0)
        #expect(
            try site.read("public/decisions/0001-use-a-log.html").contains(
                "<strong>By now it comes to another result: Queue.</strong>"))
    }

    @Test func aDateThatIsNotUnderstoodIsShown() async throws {
        let site = try TemporaryFolder()
        try site.write("docs/adr/0001-a.md", "# A\n\n* Status: accepted\n* Date: 13 Mar 23\n")
        try site.commit("A")
        #expect(try await Program.run(["build"], in: site.path).code == 0)
        let page = try #require(
            try FileManager.default.subpathsOfDirectory(atPath: "\(site.path)/_site").first {
                $0.hasSuffix("0001-a.html")
            })
        #expect(
            try site.read("_site/\(page)").contains(
                "(first commit; the record’s own date, ‘13 Mar 23’, is not understood)"))
    }

    /// What 'link' writes in words of the author's own is a relation of that name, in each form that a status has.
    @Test(arguments: [
        "# A\n\n* Status: accepted\n* Date: 2021-01-01\n",
        "---\nstatus: accepted\ndate: 2021-01-01\n---\n# A\n",
        "# 1. A\n\nDate: 2021-01-01\n\n## Status\n\nAccepted\n\n## Context\n",
    ])
    func relationsInOnesOwnWordsAreReadBack(_ text: String) async throws {
        let site = try TemporaryFolder()
        for number in 1...2 { try site.write("docs/adr/000\(number)-a.md", text) }
        for _ in 0..<2 {
            let run = try await Program.run(
                ["link", "2", "Pays the way of", "1", "Is paid for by"], in: site.path)
            #expect((run.code, run.errors) == (0, ""))
        }
        let show = try await Program.run(["show", "2"], in: site.path)
        #expect(show.output.lowercased().contains("\npays the way of: 1. a\n"))
        let first = try await Program.run(["show", "1", "--json"], in: site.path)
        let read = try JSONSerialization.jsonObject(with: Data(first.output.utf8)) as? [[String: Any]]
        let relations = read?.first?["relations"] as? [[String: String]]
        #expect(relations == [["kind": "is-paid-for-by", "file": "docs/adr/0002-a.md"]])
        #expect(read?.first?["status"] as? String == "accepted")
        let check = try await Program.run(["check"], in: site.path)
        #expect(!check.errors.contains("unknown-record") && !check.errors.contains("bad-status"))
        #expect(
            try site.read("docs/adr/0002-a.md").lowercased().split(separator: "pays the way of").count == 2)
    }

    /// A link to a record behind other words is no relation, and nor is one to what is no record.
    @Test func otherWordsBeforeLinksAreNoRelations() async throws {
        let site = try TemporaryFolder()
        try site.write("docs/adr/0001-a.md", "# A\n\n* Status: accepted\n* Date: 2021-01-01\n")
        try site.write("docs/adr/notes.txt", "x")
        try site.write(
            "docs/adr/0002-b.md",
            "# B\n\nDate: 2021-01-01\n\n## Status\n\nAccepted\n\nSee [it](0001-a.md)\n\nDiscussed in [notes](notes.txt)\n\nMay replace [it](0001-a.md)\n\nAs in [it](0001-a.md) we wait.\n\n## Context\n"
        )
        let show = try await Program.run(["show", "2", "--json"], in: site.path)
        let read = try JSONSerialization.jsonObject(with: Data(show.output.utf8)) as? [[String: Any]]
        #expect((read?.first?["relations"] as? [Any])?.isEmpty == true)
        #expect(read?.first?["status"] as? String == "accepted")
    }

    /// What was in force and is no longer leaves what it took the place of where it is.
    @Test func whatIsDeprecatedBringsNothingBack() async throws {
        let site = try repository()
        let run = try await Program.run(["status", "2", "deprecated"], in: site.path)
        #expect((run.code, run.errors) == (0, ""))
    }
}
