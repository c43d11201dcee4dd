import Foundation
import Testing

/// Records written from the command line.
struct AuthoringTests {
    private static let madr =
        "---\nstatus: accepted\ndate: 2021-03-04\n---\n# Use a queue\n\n## Context and Problem Statement\n\nx\n"

    private func repository(_ files: [String: String] = [:]) throws -> TemporaryFolder {
        let repository = try TemporaryFolder()
        try repository.write("docs/adr/0001-use-a-queue.md", Self.madr)
        for (name, text) in files { try repository.write(name, text) }
        return repository
    }

    private func succeed(_ arguments: [String], in folder: String, _ place: SourceLocation = #_sourceLocation)
        async throws -> String
    {
        let run = try await Program.run(arguments, in: folder)
        #expect((run.code, run.errors) == (0, ""), sourceLocation: place)
        return run.output
    }

    @Test(arguments: [
        ("", "docs/adr/0002-x.md"), ("src/deep", "../../docs/adr/0002-x.md"),
        ("docs", "../docs/adr/0002-x.md"),
        ("docs/adr", "../../docs/adr/0002-x.md"),
    ])
    func theLogIsFoundFromBelow(_ folder: String, _ path: String) async throws {
        let site = try repository(["src/deep/x.c": ""])
        #expect(try await succeed(["new", "X"], in: site.path + "/" + folder) == path + "\n")
        #expect(site.has("docs/adr/0002-x.md"))
    }

    @Test(arguments: ["content/decisions", "content", "content/frameworks"])
    func theSettingsAboveSayWhereTheLogIs(_ folder: String) async throws {
        let site = try TemporaryFolder()
        try SmallSite.write(to: site)
        _ = try await succeed(["new", "-l", "1:Amends", "X"], in: site.path + "/" + folder)
        let new = try site.read("content/decisions/0002-x.md")
        #expect(new.contains("\namends: 0001-use-a-log.md\n"))
        #expect(try site.read("content/decisions/0001-use-a-log.md").contains("\namended-by: 0002-x.md\n"))
    }

    /// Only records take numbers, wherever in the log they lie.
    @Test func numbersInSubfoldersAreTakenAndThoseOfOtherFilesAreNot() async throws {
        let site = try repository([
            "docs/adr/archived/0007-use-a-table.md": Self.madr, "docs/adr/404-page.png": "",
            "docs/adr/2023-pictures/x.txt": "",
        ])
        #expect(try await succeed(["new", "X"], in: site.path) == "docs/adr/0008-x.md\n")
    }

    /// In such a log all files have one name.
    @Test func recordsInFoldersOfTheirOwnAreToldApart() async throws {
        let site = try TemporaryFolder()
        for name in ["0001-a", "0002-b", "0003-c"] { try site.write("docs/adr/\(name)/index.md", Self.madr) }
        for other in ["1", "2"] {
            _ = try await succeed(["link", "3", "amends", other], in: site.path)
            _ = try await succeed(["link", "3", "amends", other], in: site.path)
        }
        let text = try site.read("docs/adr/0003-c/index.md")
        for name in ["0001-a", "0002-b"] {
            #expect(text.split(separator: "\n").filter { $0.contains("\(name)/index.md") }.count == 1)
        }
    }

    /// Whoever comes second finds the file changed, and says so: what is reported as done is there.
    @Test func editsAtTheSameTimeLoseNothing() async throws {
        let site = try TemporaryFolder()
        for number in 1...9 { try site.write("docs/adr/000\(number)-x\(number).md", Self.madr) }
        let runs = try await withThrowingTaskGroup(of: (Int, Program.Run).self) { group in
            for number in 2...9 {
                group.addTask {
                    (number, try await Program.run(["link", "1", "amends", "\(number)"], in: site.path))
                }
            }
            var runs: [(Int, Program.Run)] = []
            for try await run in group { runs.append(run) }
            return runs
        }
        let text = try site.read("docs/adr/0001-x1.md")
        for (number, run) in runs {
            if run.code == 0 {
                #expect(text.contains("000\(number)-x\(number).md"))
            } else {
                #expect(run.code == 2)
                #expect(
                    run.errors.hasSuffix(
                        "was changed by somebody else in the meantime, so it is left alone\n  help: run the command again\n"
                    ))
            }
        }
        #expect(runs.contains { $0.1.code == 0 })
        #expect(try FileManager.default.contentsOfDirectory(atPath: site.path + "/docs/adr").count == 9)
    }

    @Test func aFolderThatIsNamedIsMade() async throws {
        let site = try TemporaryFolder()
        try site.write(".adr-dir", "architecture/log\n")
        #expect(try await succeed(["new", "X"], in: site.path) == "architecture/log/0001-x.md\n")
        #expect(try site.read("architecture/log/0001-x.md").hasPrefix("# 1. X\n\nDate: "))
    }

    @Test func aRecordIsStartedInTheFormOfItsLog() async throws {
        let site = try repository()
        let run = try await Program.run(
            ["new", "decision", "-s", "queue", "Use a log"], in: site.path + "/docs")
        #expect((run.code, run.output) == (0, "../docs/adr/0002-use-a-log.md\n"))
        #expect(
            run.errors
                == "note: '../docs/adr/0001-use-a-queue.md' is superseded by a record that is only proposed\n"
        )
        #expect(
            try site.read("docs/adr/0001-use-a-queue.md")
                == Self.madr.replacing(
                    "status: accepted", with: "status: superseded by [ADR-0002](0002-use-a-log.md)"))
        let new = try site.read("docs/adr/0002-use-a-log.md")
        #expect(new.hasPrefix("---\nstatus: proposed\nsupersedes: 0001-use-a-queue.md\ndate: 20"))
        #expect(new.contains("\n# Use a log\n"))
        let list = try await succeed(["list", "--status", "superseded"], in: site.path)
        #expect(list == "1  superseded  2021-03-04  Use a queue\n")
    }

    @Test(arguments: [
        ("docs/adr/templates/template.md", "# NUMBER. TITLE\n\nWhen: DATE\n\n## Status\n\nSTATUS\n"),
        (
            "docs/adr/adr-template.md",
            "---\nstatus: \"{proposed | accepted}\"\n---\n# {short title of it}\n\n## Notes\n"
        ),
        ("docs/adr/template.md", "# [short title of it]\n\n* Status: [proposed | accepted] <!-- x -->\n"),
        ("docs/adr/template.md", "---\nstatus: STATUS # one of ours\n---\n# TITLE\n"),
    ])
    func theLogsOwnTemplateIsUsed(_ path: String, _ template: String) async throws {
        let site = try repository([path: template])
        _ = try await succeed(["new", "Use a log", "--status", "accepted"], in: site.path)
        let new = try site.read("docs/adr/0002-use-a-log.md")
        #expect(new.contains("Use a log\n"))
        #expect(new.lowercased().contains("accepted") && !new.contains("proposed") && !new.contains("TITLE"))
        let list = try await Program.run(["list"], in: site.path)
        #expect(list.output.contains("2  accepted  "))
    }

    @Test(
        arguments: [
            (["new"], 2, "error: a decision needs a title\n"),
            (
                ["new", "--format", "nygrad", "X"], 2,
                "error: no format is called 'nygrad'\n  help: did you mean 'nygard'?\n"
            ),
            (["new", "-l", "1:Amends it", "X"], 2, "error: '1:Amends it' is no link\n"),
            (
                ["new", "-s", "0001-use-a-quue.md", "X"], 2,
                "error: no record is called '0001-use-a-quue.md'\n  help: did you mean '0001-use-a-queue.md'?\n"
            ),
            (
                ["status", "1", "acepted"], 2,
                "error: 'acepted' is no status\n  help: did you mean 'accepted'?\n"
            ),
            (["status", "1", "superseded"], 2, "error: what is superseded says by what\n"),
            (
                ["link", "1", "amend", "2"], 2,
                "error: 'amend' is no relation\n  help: did you mean 'amends'?\n"
            ),
            (
                ["status", "2", "rejected"], 1,
                "docs/adr/0002-merge.md:3:1: error: this file holds an unfinished merge, so it is left alone [merge-marks]\n 3 | <<<<<<< HEAD\n"
            ),
        ] as [([String], Int32, String)])
    func whatCannotBeDoneIsSaid(_ arguments: [String], _ code: Int32, _ message: String) async throws {
        let merge = "# Merge\n\n<<<<<<< HEAD\n* Status: accepted\n=======\n>>>>>>> b\n"
        let site = try repository(["docs/adr/0002-merge.md": merge])
        let run = try await Program.run(arguments, in: site.path)
        #expect(run.code == code)
        #expect(run.errors.hasPrefix(message))
        #expect(try site.read("docs/adr/0001-use-a-queue.md") == Self.madr)
        #expect(try site.read("docs/adr/0002-merge.md") == merge)
        #expect(!site.has("docs/adr/0003-x.md"))
    }

    @Test func aFileKeepsItsPermissionsAndItsLinks() async throws {
        let site = try repository()
        let file = site.path + "/docs/adr/0001-use-a-queue.md"
        try FileManager.default.moveItem(atPath: file, toPath: site.path + "/real.md")
        try FileManager.default.createSymbolicLink(atPath: file, withDestinationPath: "../../real.md")
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o600], ofItemAtPath: site.path + "/real.md")
        _ = try await succeed(["status", "1", "rejected"], in: site.path)
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: file) == "../../real.md")
        let mode = try FileManager.default.attributesOfItem(atPath: site.path + "/real.md")[.posixPermissions]
        #expect(mode as? Int == 0o600)
        #expect(try site.read("real.md").contains("status: rejected"))
    }

    @Test func aLogThatSpellsItTheOldWayGoesOnSo() async throws {
        let site = try TemporaryFolder()
        let nygard = { (number: Int, title: String, more: String) in
            "# \(number). \(title)\n\nDate: 2021-03-04\n\n## Status\n\n\(more)\n\n## Context\n"
        }
        try site.write("doc/adr/0001-a.md", nygard(1, "A", "Superceded by [2. B](0002-b.md)"))
        try site.write("doc/adr/0002-b.md", nygard(2, "B", "Accepted\n\nSupercedes [1. A](0001-a.md)"))
        _ = try await succeed(["new", "-s", "2", "C"], in: site.path)
        #expect(
            try site.read("doc/adr/0002-b.md").contains("\n\nSuperceded by [3. C](0003-c.md)\n\n## Context"))
        #expect(
            try site.read("doc/adr/0003-c.md").contains(
                "Accepted\n\nSupercedes [2. B](0002-b.md)\n\n## Context"))
    }

    @Test func frameworksAndAssessmentsAreStarted() async throws {
        let site = try TemporaryFolder()
        try SmallSite.write(to: site)
        #expect(
            try await succeed(["new", "framework", "Build or buy"], in: site.path)
                == "content/frameworks/build-or-buy.md\n")
        #expect(
            try await succeed(["new", "assessment", "build-or-buy", "Product search"], in: site.path)
                == "content/assessments/product-search.md\n")
        #expect(try site.read("content/assessments/product-search.md").contains("# Product search\n"))
        _ = try await succeed(["check"], in: site.path)
    }

    @Test func anAssessmentBecomesARecord() async throws {
        let site = try TemporaryFolder()
        try SmallSite.write(
            to: site, [.change(.assessment, "| Ops | ? | |", to: "| Ops | yes | The team said so. |")])
        _ = try await succeed(["new", "--from", "billing", "Use a log for billing"], in: site.path)
        let record = try site.read("content/decisions/0002-use-a-log-for-billing.md")
        for words in [
            "assessment: billing\nrecommended: log\nchosen: log\n", "# Use a log for billing\n",
            "| Replay | yes | Invoices are rebuilt. |\n| Ops | yes | The team said so. |\n",
            "* Queue\n* Log\n",
            "Chosen option: \"Log\", because", "### What would change this\n",
            "* Good, because Replay is yes: Invoices are rebuilt.\n",
        ] {
            #expect(record.contains(words), "\(words)\n\(record)")
        }
        _ = try await succeed(["check"], in: site.path)
        let run = try await Program.run(["new", "--from", "biling", "X"], in: site.path)
        #expect(run.errors == "error: no assessment is called 'biling'\n  help: did you mean 'billing'?\n")
    }

    @Test func whatOnlyAProposalReplacesIsSaid() async throws {
        let site = try repository()
        let run = try await Program.run(["new", "-s", "queue", "Use a log"], in: site.path)
        #expect((run.code, run.output) == (0, "docs/adr/0002-use-a-log.md\n"))
        #expect(
            run.errors
                == "note: 'docs/adr/0001-use-a-queue.md' is superseded by a record that is only proposed\n")
        let decided = try await Program.run(
            ["new", "-s", "2", "--status", "accepted", "Use a table"], in: site.path)
        #expect((decided.code, decided.errors) == (0, ""))
        #expect(try await succeed(["show", "a-table"], in: site.path).hasPrefix("3. Use a table\n"))
        let several = try await Program.run(["show", "use-a"], in: site.path)
        #expect(several.code == 2)
        #expect(several.errors.contains("several records have 'use-a' in their name"))
    }

    @Test func whatHasAnErrorIsNotSigned() async throws {
        let site = try TemporaryFolder()
        try SmallSite.write(
            to: site,
            [
                .change(
                    .assessment, "framework: queue",
                    to: "framework: queue\nsigned:\n  - { date: 2 March, by: A. Author }")
            ])
        let before = try site.read(SmallSite.File.assessment.path)
        let run = try await Program.run(["sign", "billing", "--by", "A. Author"], in: site.path)
        #expect(run.code == 1)
        #expect(
            run.errors.hasPrefix(
                "content/assessments/billing.md:4:13: error: '2 March' is no date [bad-date]\n"))
        #expect(try site.read(SmallSite.File.assessment.path) == before)
    }

    @Test func whatIsSignedStandsInTheAssessment() async throws {
        let site = try TemporaryFolder()
        try SmallSite.write(
            to: site,
            [
                .change(.assessment, "| Ops | ? | |", to: "| Ops | yes | |"),
                .change(
                    .framework, "# Queue or log",
                    to: "---\nversion: 1.10\naliases: [broker]\n---\n# Queue or log"),
            ])
        let before = try site.read(SmallSite.File.assessment.path)
        for person in ["A. Author", "B, Builder"] {
            _ = try await succeed(["sign", "billing", "--by", person], in: site.path)
        }
        let after = try site.read(SmallSite.File.assessment.path)
        #expect(
            try await succeed(["sign", "billing", "--by", "B, Builder"], in: site.path)
                == "content/assessments/billing.md: signed already\n")
        #expect(try site.read(SmallSite.File.assessment.path) == after)
        let lines = after.split(separator: "\n").filter { $0.hasPrefix("  - { date: ") }
        #expect(lines.count == 2)
        #expect(lines[0].contains("by: A. Author, recommendation: log, version: 1.10, rules: "))
        #expect(lines[1].contains("by: \"B, Builder\", recommendation: log, version: 1.10, rules: "))
        let rest = after.replacing("signed:\n" + lines.joined(separator: "\n") + "\n", with: "")
        #expect(rest == before)
        #expect(
            try await succeed(["freeze", "queue"], in: site.path) == "content/frameworks/queue@1.10.md\n")
        #expect(
            try site.read("content/frameworks/queue@1.10.md")
                == site.read("content/frameworks/queue.md").replacing("aliases: [broker]\n", with: ""))
        try site.write(
            SmallSite.File.assessment.path, after.replacing("framework: queue", with: "framework: queue@1.10")
        )
        _ = try await succeed(["check"], in: site.path)
    }
}
