import Foundation
import Testing

/// A log kept in order from the command line: numbers, the index of a README, records from elsewhere.
struct LogUpkeepTests {
    private static let files = [
        "docs/adr/0001-a.md": "# 1. A\r\n\r\nDate: 2021-01-01\r\n\r\n## Status\r\n\r\nAccepted\r\n",
        "docs/adr/0002-b.md": "# 2. B\n\n* Status: accepted\n* Date: 2021-02-02\n",
        "docs/adr/0002-c.md":
            "# 2. C\r\n\r\n* Status: superseded by [ADR-0003](0003-d.md)\r\n* Date: 2021-01-15\r\n",
        "docs/adr/0003-d.md":
            "---\nstatus: accepted\nsupersedes: 0002-c.md\namends: [0002-b.md]\n---\n# D\n\nAs [2. B](./0002-b.md#x), [ADR-0002](0002-c.md), [more](0002-b.md) and `0002`.\n",
        "docs/adr/README.md": "See [B](0002-b.md).\n",
        "other.md": "Not ours: [B](docs/adr/0002-b.md)\n",
    ]

    private func repository() throws -> TemporaryFolder {
        let repository = try TemporaryFolder()
        for (name, text) in Self.files { try repository.write(name, text) }
        return repository
    }

    @Test func aNumberTakenTwiceIsGivenAway() async throws {
        let site = try repository()
        let moved =
            "docs/adr/0002-b.md → docs/adr/0004-b.md\ndocs/adr/0003-d.md: links\ndocs/adr/README.md: links\n"
        let dry = try await Program.run(["renumber", "--dry-run"], in: site.path)
        #expect((dry.code, dry.output) == (0, moved + "Nothing is changed yet.\n"))
        for (name, text) in Self.files { #expect(try site.read(name) == text) }
        let run = try await Program.run(["renumber"], in: site.path)
        #expect((run.code, run.output) == (0, moved))
        #expect(!site.has("docs/adr/0002-b.md"))
        #expect(try site.read("docs/adr/0004-b.md") == "# 4. B\n\n* Status: accepted\n* Date: 2021-02-02\n")
        #expect(
            try site.read("docs/adr/0003-d.md")
                == "---\nstatus: accepted\nsupersedes: 0002-c.md\namends: [0004-b.md]\n---\n# D\n\nAs [4. B](./0004-b.md#x), [ADR-0002](0002-c.md), [more](0004-b.md) and `0002`.\n"
        )
        #expect(try site.read("docs/adr/README.md") == "See [B](0004-b.md).\n")
        for name in ["docs/adr/0001-a.md", "docs/adr/0002-c.md", "other.md"] {
            #expect(try site.read(name) == Self.files[name])
        }
        let again = try await Program.run(["renumber"], in: site.path)
        #expect(again.output == "Every record has a number of its own.\n")
    }

    /// What was committed first keeps its number, whatever the dates say.
    @Test func gitSaysWhichRecordWasThereFirst() async throws {
        let site = try repository()
        for arguments in [
            ["init", "-q"], ["add", "docs/adr/0002-b.md"],
            ["-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "-q", "-m", "B"],
        ] {
            let git = Process()
            git.executableURL = URL(filePath: "/usr/bin/env")
            git.arguments = ["git"] + arguments
            git.currentDirectoryURL = URL(filePath: site.path)
            try git.run()
            git.waitUntilExit()
            #expect(git.terminationStatus == 0)
        }
        let run = try await Program.run(["renumber"], in: site.path)
        #expect(run.output.hasPrefix("docs/adr/0002-c.md → docs/adr/0004-c.md\n"))
        #expect(
            try site.read("docs/adr/0004-c.md")
                == "# 4. C\r\n\r\n* Status: superseded by [ADR-0003](0003-d.md)\r\n* Date: 2021-01-15\r\n")
        #expect(try site.read("docs/adr/0003-d.md").contains("supersedes: 0004-c.md\n"))
    }

    /// What was copied from another record is no older than its first commit.
    @Test func aCopyDoesNotInheritThePastOfWhatItWasCopiedFrom() async throws {
        let site = try TemporaryFolder()
        let words = (1...30).map { "Line \($0) of the template of this log.\n" }.joined()
        try site.write("docs/adr/0001-z.md", "# 1. Z\n\n* Status: accepted\n\n\(words)")
        try site.git("init", "-q")
        func commit(on day: String) throws {
            try site.git("add", ".")
            let command = "!GIT_COMMITTER_DATE=\(day)T00:00:00Z git commit -q -m x"
            try site.git("-c", "alias.dated=\(command)", "dated")
        }
        try commit(on: "2021-01-01")
        try site.write("docs/adr/0002-b.md", "# 2. B\n\nB.\n")
        try commit(on: "2021-01-02")
        try site.write("docs/adr/0002-a.md", "# 2. A\n\n* Status: accepted\n\n\(words)")
        try commit(on: "2021-01-03")
        let run = try await Program.run(["renumber"], in: site.path)
        #expect(run.output.hasPrefix("docs/adr/0002-a.md → docs/adr/0003-a.md\n"))
    }

    private static let table =
        "| Number | Decision | Status | Date |\n| --- | --- | --- | --- |\n| 1 | [A](docs/adr/0001-a.md) | accepted | 2021-01-01 |\n| 2 | [B](docs/adr/0002-b.md) | accepted | 2021-02-02 |\n| 2 | [C](docs/adr/0002-c.md) | superseded by 3 | 2021-01-15 |\n| 3 | [D](docs/adr/0003-d.md) | accepted |  |\n"

    @Test(arguments: [
        ("<!-- precedent:index -->", "<!-- /precedent:index -->"), ("<!-- adrlog -->", "<!-- adrlogstop -->"),
    ])
    func theIndexOfAReadmeIsKept(_ opening: String, _ closing: String) async throws {
        let site = try repository()
        let around = { (inner: String) in
            "\u{FEFF}# Log  \n\n```\n\(opening)\nnot here\n\(closing)\n```\n\n\(opening)\(inner)\(closing)\n\nMore   \nwords"
        }
        for end in ["\n", "\r\n"] {
            let old = around("\n\n| old |\n").replacing("\n", with: end)
            try site.write("LOG.md", old)
            let stale = try await Program.run(["index", "--write", "LOG.md", "--check"], in: site.path)
            #expect(stale.code == 1)
            #expect(
                stale.errors
                    == "error: the index in 'LOG.md' is out of date\n  help: precedent index --write LOG.md\n"
            )
            #expect(try site.read("LOG.md") == old)
            let run = try await Program.run(["index", "--write", "LOG.md"], in: site.path)
            #expect((run.code, run.output) == (0, "LOG.md\n"))
            #expect(try site.read("LOG.md") == around("\n\n\(Self.table)\n").replacing("\n", with: end))
            #expect(
                try await Program.run(["index", "--write", "LOG.md", "--check"], in: site.path).code == 0)
        }
    }

    /// In a file of two minds the marker's line decides, and keeps its own end.
    @Test(arguments: [("\r\n", "\n"), ("\n", "\r\n")])
    func theIndexEndsItsLinesAsItsMarkerDoes(_ others: String, _ own: String) async throws {
        let site = try repository()
        let around = { (inner: String) in
            "# Log\(others)\(others)<!-- adrlog -->\(own)\(inner)<!-- adrlogstop -->\(others)"
        }
        try site.write("LOG.md", around("old\(others)"))
        #expect(try await Program.run(["index", "--write", "LOG.md"], in: site.path).code == 0)
        #expect(try site.read("LOG.md") == around("\n\(Self.table)\n".replacing("\n", with: own)))
    }

    @Test func aFileThatHasNoPlaceForTheIndexIsLeftAlone() async throws {
        let site = try repository()
        let run = try await Program.run(["index", "--write", "other.md"], in: site.path)
        #expect(run.code == 1)
        #expect(
            run.errors.hasPrefix(
                "other.md:1:1: error: this file does not say where the index goes [no-index]\n"))
        try site.write("half.md", "# X\n\n<!-- adrlog -->\n\nx\n")
        let half = try await Program.run(["index", "--write", "half.md"], in: site.path)
        #expect(
            half.errors.hasPrefix("half.md:3:1: error: the index begins here, and ends nowhere [no-index]\n"))
    }

    @Test func recordsFromElsewhereAreCopiedAsTheyAre() async throws {
        let site = try repository()
        let other = try TemporaryFolder()
        let record = "# 7. Seven\r\n\r\n## Status\r\n\r\nAccepted"
        try other.write("0007-seven.md", record)
        try other.write("core/0001-one.md", "---\nstatus: odd\n---\n# One\n")
        try other.write("images/a.png", bytes: [1, 2, 3])
        try other.write("template.md", "# Title\n")
        try other.write("README.md", "# Log\n")
        let run = try await Program.run(["import", other.path], in: site.path)
        #expect(run.code == 0)
        #expect(
            run.output == """
                2 records and 1 other file copied to docs/adr
                  1 with a section on the status (Nygard, adr-tools)
                  1 with front matter (MADR 3 and 4)
                left out: README.md (readme)
                left out: template.md (template)

                """)
        #expect(run.errors.hasPrefix("core/0001-one.md:2:9: warning: 'odd' is no known status"))
        #expect(try site.read("docs/adr/0007-seven.md") == record)
        #expect(site.has("docs/adr/core/0001-one.md") && site.has("docs/adr/images/a.png"))
        #expect(try site.read("docs/adr/README.md") == Self.files["docs/adr/README.md"])
        try other.write("0008-eight.md", "# Eight\n")
        let more = try TemporaryFolder()
        for name in ["0002-two.md", "0003-three.md", "0009-nine.md"] {
            try more.write(name, "# X\n\n* Status: accepted\n")
        }
        let taken = try await Program.run(["import", more.path, "--dry-run"], in: site.path)
        #expect(
            taken.output.hasSuffix(
                "\n2 numbers are taken already (2, 3): 'precedent renumber' gives new ones\n"))
        let again = try await Program.run(["import", other.path], in: site.path)
        #expect(again.code == 2)
        #expect(again.errors.contains("'docs/adr/0007-seven.md'"))
        #expect(!site.has("docs/adr/0008-eight.md"))
    }

    /// What may mean a record that moved is named with its place; links say themselves which one they mean.
    @Test func wordsThatMayMeanTheOldNumberAreNamed() async throws {
        let site = try TemporaryFolder()
        let kept = "# 2. B\n\n* Status: accepted\n* Date: 2021-01-02\n"
        try site.write("docs/adr/0002-b.md", kept)
        try site.write(
            "docs/adr/0002-c.md", "# 2. C\n\n* Status: accepted\n* Date: 2021-02-02\n\nThis is ADR 2.\n")
        let words =
            "# 3. After #2\n\n* Status: accepted\n* Date: 2021-03-03\n\nAs [ADR 2](0002-b.md) has it, ADR-0002 and adr002-x.md.\nNot ADR 20, RFC 2.1, issue#2, a/#2 or 2; see decision 2!\n"
        try site.write("docs/adr/0003-d.md", words)
        let readme = "# Project\n\nSee [C](docs/adr/0002-c.md) and [it](./docs/adr/0002-c).\n"
        try site.write("README.md", readme)
        try site.write("docs/README.md", "See [2. C](adr/0002-c.md).\r\n")
        let run = try await Program.run(["renumber"], in: site.path)
        #expect(run.code == 0)
        #expect(
            run.output
                == "docs/adr/0002-c.md → docs/adr/0004-c.md\ndocs/README.md: links\nREADME.md: links\n")
        let meant = "is left as it is; does it mean 'docs/adr/0004-c.md'?"
        #expect(
            run.errors == """
                docs/adr/0003-d.md:1: note: '#2' \(meant)
                docs/adr/0003-d.md:6: note: 'ADR-0002' \(meant)
                docs/adr/0003-d.md:7: note: 'decision 2' \(meant)
                docs/adr/0004-c.md:6: note: 'ADR 2' \(meant)

                """)
        #expect(try site.read("README.md") == readme.replacing("0002-c", with: "0004-c"))
        #expect(try site.read("docs/README.md") == "See [4. C](adr/0004-c.md).\r\n")
        #expect(try site.read("docs/adr/0003-d.md") == words)
        #expect(try site.read("docs/adr/0002-b.md") == kept)
    }
}
