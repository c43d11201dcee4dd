import Foundation
import Testing

/// One site for the logs of repositories that lie beside each other.
struct SeveralRepositoriesTests {
    private static let record = "# X\n\n* Status: accepted\n"

    private func site(_ files: [String: String]) throws -> TemporaryFolder {
        let all = try TemporaryFolder()
        let logs = "decisions: [docs/adr, ../billing/docs/adr, { shop: ../web/docs/adr }]\nhistory: off\n"
        try all.write("central/precedent.yml", logs)
        for name in ["central/docs/adr/0001-c", "billing/docs/adr/0001-b", "web/docs/adr/0001-w"] {
            try all.write("\(name).md", Self.record)
        }
        for (name, text) in files { try all.write(name, text) }
        return all
    }

    /// From the site's log, back to it, and from one of the others to the other one.
    @Test(arguments: [
        ("central", "../../../billing/docs/adr/0001-b.md", "decisions/billing/0001-b.html"),
        ("central", "../../../central/docs/adr/0001-c.md", "decisions/0001-c.html"),
        ("billing", "../../../central/docs/adr/0001-c.md#x", "decisions/0001-c.html"),
        ("billing", "../../../web/docs/adr/0001-w.md", "decisions/shop/0001-w.html"),
        ("billing", "../../../central/../web/./docs/adr/0001-w.md", "decisions/shop/0001-w.html"),
    ])
    func linksLeadFromLogToLog(_ from: String, _ link: String, _ page: String) async throws {
        let all = try site(["\(from)/docs/adr/0002-l.md": "# L\n\n* Status: accepted\n\nSee [it](\(link)).\n"]
        )
        let run = try await Program.run(["build"], in: all.path + "/central")
        #expect((run.code, run.errors) == (0, ""))
        let folder = from == "central" ? "decisions" : "decisions/billing"
        let html = try all.read("central/public/\(folder)/0002-l.html")
        let hrefs = html.split(separator: "href=\"").dropFirst().map { $0.prefix { $0 != "\"" && $0 != "#" } }
        let pages = hrefs.map {
            URL(filePath: "/\(folder)/\($0)", relativeTo: nil).standardized.path
        }
        #expect(pages.contains("/" + page))
    }

    @Test(arguments: [
        "../../../billing/docs/adr/0009-x.md", "../../../billing/x.c", "../../../nowhere/docs/adr/0001-c.md",
    ])
    func whatNoLogHoldsIsSaid(_ link: String) async throws {
        let all = try site([
            "central/docs/adr/0002-l.md": "# L\n\n* Status: accepted\n\nSee [it](\(link)).\n",
            "billing/x.c": "",
        ])
        let run = try await Program.run(["check"], in: all.path + "/central")
        #expect(
            run.errors.hasPrefix(
                "docs/adr/0002-l.md:5:5: warning: '\(link)' leads to no file [dangling-link]\n"))
    }

    /// What the program writes it reads back, and so does a Git host of the folder above.
    @Test(arguments: [
        (
            "docs/adr/0001-c.md", "../billing/docs/adr/0001-b.md", "../../../billing/docs/adr/0001-b.md",
            "../../../central/docs/adr/0001-c.md"
        ),
        (
            "../web/docs/adr/0001-w.md", "../billing/docs/adr/0001-b.md",
            "../../../billing/docs/adr/0001-b.md",
            "../../../web/docs/adr/0001-w.md"
        ),
    ])
    func recordsOfSeveralLogsAreLinked(_ a: String, _ b: String, _ there: String, _ back: String) async throws
    {
        let all = try site([:])
        let folder = all.path + "/central"
        let run = try await Program.run(["link", a, "supersedes", b], in: folder)
        #expect((run.code, run.errors) == (0, ""))
        #expect(try all.read("central/\(a)").contains("](\(there))"))
        #expect(try all.read("central/\(b)").contains("](\(back))"))
        let check = try await Program.run(["check"], in: folder)
        #expect(check.output == "No problems found.\n")
        let list = try await Program.run(["list", "--status", "superseded", "--json"], in: folder)
        #expect(list.output.contains("\"file\" : \"\(b)\""))
    }
}
