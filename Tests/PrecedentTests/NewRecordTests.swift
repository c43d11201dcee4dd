import Foundation
import Testing

/// What a new record begins with: a template's words, the log's own lines, a status that is known or not.
struct NewRecordTests {
    private static let record = "---\nstatus: accepted\ndate: 2021-03-04\n---\n# Use a queue\n"

    private func repository(_ files: [String: String] = [:]) throws -> TemporaryFolder {
        let repository = try TemporaryFolder()
        try repository.write("docs/adr/0001-use-a-queue.md", Self.record)
        for (name, text) in files { try repository.write(name, text) }
        return repository
    }

    /// A template explains itself: its sentences keep their words, and its lines their ends.
    @Test(arguments: ["\n", "\r\n"])
    func aTemplatesSentencesStay(_ end: String) async throws {
        let template =
            "\u{FEFF}---\ntitle: TITLE # the TITLE\nname: 'ADR NUMBER'\ndate: DATE\n---\n<!-- Keep the STATUS and the DATE UPDATED. -->\n# ADR NUMBER: TITLE\n\n* Date: DATE\n* Note: the DATE is the day of the decision\n\n| Status | STATUS |\n| --- | --- |\n\n## STATUS\n\nSTATUS\n\nSay why the STATUS changed, and TITLE each part.\n"
        let site = try repository()
        try site.write("template.md", template.replacing("\n", with: end))
        let run = try await Program.run(
            ["new", "Use a log: it's \"good\""], in: site.path, variables: Self.templated)
        #expect((run.code, run.errors) == (0, ""))
        let new = try site.read("docs/adr/0002-use-a-log-it-s-good.md")
        #expect(
            new
                == "\u{FEFF}---\ntitle: \"Use a log: it's \\\"good\\\"\" # the TITLE\nname: 'ADR 2'\ndate: 2024-05-06\n---\n<!-- Keep the STATUS and the DATE UPDATED. -->\n# ADR 2: Use a log: it's \"good\"\n\n* Date: 2024-05-06\n* Note: the DATE is the day of the decision\n\n| Status | Accepted |\n| --- | --- |\n\n## STATUS\n\nAccepted\n\nSay why the STATUS changed, and TITLE each part.\n"
                .replacing("\n", with: end))
    }

    private static let templated = ["ADR_TEMPLATE": "template.md", "ADR_DATE": "2024-05-06"]

    @Test func aTemplateInAnOldEncodingKeepsIt() async throws {
        let site = try repository()
        try site.write(
            "template.md", bytes: Array("# NUMBER. TITLE\n\nR".utf8) + [0xE9] + Array("sum\n".utf8))
        let run = try await Program.run(["new", "Café"], in: site.path, variables: Self.templated)
        #expect((run.code, run.errors) == (0, ""))
        let new = try Data(contentsOf: URL(filePath: site.path + "/docs/adr/0002-café.md"))
        #expect(
            Array(new) == Array("# 2. Caf".utf8) + [0xE9] + Array("\n\nR".utf8) + [0xE9] + Array("sum\n".utf8)
        )
        let lost = try await Program.run(["new", "Żaba"], in: site.path, variables: Self.templated)
        #expect(lost.code == 1)
        #expect(
            lost.errors.hasPrefix(
                "template.md:1:11: error: 'Ż' is to be written here, and this file's encoding, Windows-1252, has no such letter [not-in-encoding]\n"
            ))
        #expect(!site.has("docs/adr/0003-żaba.md"))
    }

    /// What YAML would read otherwise is quoted, and what no reader knows is said.
    @Test(arguments: [
        ("in review", "status: in review\n"), ("on hold: money", "status: \"on hold: money\"\n"),
        ("off", "status: \"off\"\n"), ("[x]", "status: \"[x]\"\n"),
    ])
    func anUnknownStatusIsWrittenAndSaid(_ status: String, _ line: String) async throws {
        let site = try repository()
        let run = try await Program.run(["new", "--status", status, "X"], in: site.path)
        #expect(run.code == 0)
        #expect(run.output == "docs/adr/0002-x.md\n")
        #expect(try site.read("docs/adr/0002-x.md").hasPrefix("---\n" + line))
        let check = try await Program.run(["check"], in: site.path)
        let lines = check.errors.split(separator: "\n").filter { $0.contains("no known status") }
        #expect(lines.count <= 1)
        for line in lines { #expect(run.errors.contains(line)) }
        #expect(run.errors.isEmpty == lines.isEmpty)
    }

    @Test(arguments: [
        (["new", "--status", "a\nb", "X"], "a status cannot hold the control character U+000A"),
        (["new", "--status", "\u{1B}[31m", "X"], "a status cannot hold the control character U+001B"),
        (["new", "--status", " ", "X"], "the status is empty"),
        (["new", "X\u{1B}]0;Y\u{7}"], "a title cannot hold the control character U+001B"),
    ])
    func controlsAreNotWritten(_ arguments: [String], _ message: String) async throws {
        let site = try repository()
        let run = try await Program.run(arguments, in: site.path)
        #expect(run.code == 2)
        #expect(run.errors.hasPrefix("error: \(message)\n  help: "))
        #expect(try FileManager.default.contentsOfDirectory(atPath: site.path + "/docs/adr").count == 1)
    }

    /// What a file holds reaches a terminal as text only, and programs read it as it is.
    @Test func controlsInFilesAreSpelledOut() async throws {
        let text =
            "# Use \u{1B}[2Ja\u{9B}1m log\r\n\r\n* Status: accepted\r\n* Tags: \u{202E}x\r\n\r\n\tb\u{7}\rc\r\n"
        let site = try repository(["docs/adr/0002-x.md": text])
        let list = try await Program.run(["list"], in: site.path)
        #expect(list.output.contains("Use \\u{1B}[2Ja\\u{9B}1m log\n"))
        let show = try await Program.run(["show", "2"], in: site.path)
        #expect(show.output.contains("* Tags: \\u{202E}x\r\n\r\n\tb\\u{7}\\u{D}c\r\n"))
        let json = try await Program.run(["show", "2", "--json"], in: site.path)
        for output in [list.output, show.output, json.output] {
            #expect(!output.unicodeScalars.contains { [0x1B, 0x9B, 0x7, 0x202E].contains($0.value) })
        }
        let read = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [[String: Any]]
        #expect(read?.first?["title"] as? String == "Use \u{1B}[2Ja\u{9B}1m log")
    }

    /// A record begins as the log's latest one does, where that has lines under its title.
    @Test(arguments: [
        ("* Status: accepted\n* Deciders: Ann\n* Date: 2021-03-04", "* Status: proposed\n* Date: 2024-05-06"),
        ("- **Status**: Accepted\n- **Date**: 2021-03-04", "- **Status**: Proposed\n- **Date**: 2024-05-06"),
        ("Date: 2021-03-04  \nStatus: ACCEPTED  ", "Date: 2024-05-06  \nStatus: Proposed  "),
    ])
    func aRecordIsStartedWithTheLinesOfItsLog(_ old: String, _ new: String) async throws {
        let site = try TemporaryFolder()
        try site.write("docs/adr/0001-a.md", "# 1. A\n\n\(old)\n\n## Context\n\nx\n\n## Decision\n\ny\n")
        let run = try await Program.run(
            ["new", "Use: a log"], in: site.path, variables: ["ADR_DATE": "2024-05-06"])
        #expect((run.code, run.errors) == (0, ""))
        let text = try site.read("docs/adr/0002-use-a-log.md")
        #expect(text.hasPrefix("# 2. Use: a log\n\n\(new)\n\n## Context and Problem Statement\n"))
        _ = try await Program.run(["new", "-s", "2", "--status", "accepted", "Use a table"], in: site.path)
        let list = try await Program.run(["list", "--in-force"], in: site.path)
        #expect(list.output.contains("3  accepted"))
        #expect(!list.output.contains("2  "))
    }

    /// What is to be the log's own form is not what is asked for by name.
    @Test func aFormatThatIsNamedGoesBeforeThatOfTheLog() async throws {
        let site = try TemporaryFolder()
        try site.write("docs/adr/0001-a.md", "# A\n\n* Status: accepted\n")
        _ = try await Program.run(["new", "--format", "minimal", "X"], in: site.path)
        #expect(try site.read("docs/adr/0002-x.md").hasPrefix("---\nstatus: proposed\n"))
    }
}
