import Foundation
import Testing

/// A repository with records and no configuration is published as it is.
struct UnconfiguredTests {
    @Test func itsOwnTemplatesFolderIsLeftAlone() async throws {
        let repository = try TemporaryFolder()
        try repository.write("docs/adr/0001-use-a-log.md", "# Use a log\n\nWe use a log.\n")
        try repository.write("templates/page.mustache", "{{nothing.of.ours}}")
        try repository.write("templates/assets/style.css", "theirs")
        let run = try await Program.run(["build"], in: repository.path)
        #expect((run.code, run.errors) == (0, ""))
        #expect(try !repository.read("_site/assets/style.css").contains("theirs"))
        #expect(try repository.read("_site/decisions/0001-use-a-log.html").contains("We use a log."))
    }

    /// A configuration that says nothing of folders hides no log.
    @Test(arguments: [nil, "content/index.md", "content/decisions/0001-own.md"])
    func aConfigurationWithoutFoldersLeavesTheLogWhereItIs(_ page: String?) async throws {
        let repository = try TemporaryFolder()
        try repository.write("precedent.yml", "statuses:\n  incomplete: open\n")
        try repository.write("docs/adr/0001-use-a-log.md", "# Use a log\n\n- Status: incomplete\n")
        if let page { try repository.write(page, "# Words\n\nOurs.\n") }
        let run = try await Program.run(["build"], in: repository.path)
        #expect((run.code, run.errors) == (0, ""))
        #expect(!repository.has("_site"))
        let isOwn = page?.contains("decisions/") ?? false
        #expect(repository.has("public/decisions/0001-use-a-log.html") == !isOwn)
        #expect(repository.has("public/decisions/0001-own.html") == isOwn)
    }

    /// One rule for all verbs: a folder below the one that holds the file, however the way to it is written.
    @Test(arguments: [
        "architecture/log", "./architecture/log/", "architecture/x/../log", " architecture/log ", "ABSOLUTE",
    ])
    func theFolderOfAdrToolsIsReadInOneWay(_ written: String) async throws {
        let site = try TemporaryFolder()
        let real = URL(filePath: site.path).resolvingSymlinksInPath().path
        let line = written == "ABSOLUTE" ? "\(real)/architecture/log" : written
        try site.write(".adr-dir", line + "\n")
        let new = try await Program.run(["new", "X"], in: site.path)
        #expect((new.code, new.output) == (0, "architecture/log/0001-x.md\n"))
        try site.write("architecture/log/0001-x.md", "# X\n\n* Status: accepted\n* Date: 2021-03-04\n")
        let list = try await Program.run(["list"], in: site.path)
        #expect((list.output, list.errors) == ("1  accepted  2021-03-04  X\n", ""))
    }

    @Test(arguments: [".", "..", "../log", "x/..", "/nowhere/log"])
    func aFolderOfAdrToolsThatIsNoneHereIsSaid(_ written: String) async throws {
        let site = try TemporaryFolder()
        try site.write(".adr-dir", written + "\n")
        try site.write("docs/adr/0001-x.md", "# X\n\n* Status: accepted\n* Date: 2021-03-04\n")
        let check = try await Program.run(["check"], in: site.path)
        #expect(check.code == 0)
        #expect(
            check.errors.hasPrefix(
                ".adr-dir:1:1: warning: '\(written)' is no folder below the one that holds this file, so no records are looked for there [bad-value]\n"
            ))
        let new = try await Program.run(["new", "Y"], in: site.path)
        #expect(new.code == 2)
        #expect(
            new.errors == """
                error: '\(written)' in '.adr-dir' is no folder below the one that holds the file
                  help: write the way to it from there, such as 'doc/adr'

                """)
        #expect(try FileManager.default.contentsOfDirectory(atPath: site.path + "/docs/adr").count == 1)
    }
}
