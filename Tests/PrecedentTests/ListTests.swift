import Foundation
import Testing

/// The log on the command line, and where it is found.
struct ListTests {
    private static let old =
        "# 1. Use a queue\n\nDate: 2021-03-04\n\n## Status\n\nSuperseded by [2. Use a log](0002-use-a-log.md)\n"
    private static let new = "# 2. Use a log\n\nDate: 2022-05-06\n\n## Status\n\nAccepted\n"

    private func repository(_ files: [String: String] = [:]) throws -> TemporaryFolder {
        let repository = try TemporaryFolder()
        try repository.write("docs/adr/0001-use-a-queue.md", Self.old)
        try repository.write("docs/adr/0002-use-a-log.md", Self.new)
        try repository.write("docs/adr/README.md", "# Decisions\n")
        for (name, text) in files { try repository.write(name, text) }
        return repository
    }

    @Test(arguments: [
        ([], "1  superseded  2021-03-04  Use a queue\n2  accepted    2022-05-06  Use a log\n"),
        (["--in-force"], "2  accepted  2022-05-06  Use a log\n"),
        (["--status", "superseded"], "1  superseded  2021-03-04  Use a queue\n"),
        (["--as-of", "2021-12-31"], "1  accepted  2021-03-04  Use a queue\n"),
        (["--in-force", "--as-of", "2022-05-06"], "2  accepted  2022-05-06  Use a log\n"),
        (["--status", "draft"], "No records.\n"),
    ])
    func theLogIsListed(_ arguments: [String], _ wanted: String) async throws {
        let repository = try repository()
        let run = try await Program.run(["list"] + arguments, in: repository.path)
        #expect(run.output == wanted)
        #expect(run.errors == "No records: docs/adr/README.md (readme)\n")
        #expect(run.code == 0)
    }

    @Test(arguments: [
        (["list", "--as-of", "soon"], "error: 'soon' is no date\n  help: write it as YYYY-MM-DD\n"),
        (
            ["list", "--status", "acepted"],
            "error: no record has the status 'acepted'\n  help: did you mean 'accepted'?\n"
        ),
        (["show", "7"], "error: no record is called '7'\n  help: 'precedent list' prints them all\n"),
        (
            ["show", "0002-use-a-lag.md"],
            "error: no record is called '0002-use-a-lag.md'\n  help: did you mean '0002-use-a-log.md'?\n"
        ),
    ])
    func whatIsAskedForWronglyIsNamed(_ arguments: [String], _ message: String) async throws {
        let repository = try repository()
        let run = try await Program.run(arguments, in: repository.path)
        #expect((run.code, run.errors) == (2, message))
    }

    @Test(arguments: [
        "1", "0001", "adr-1", "0001-use-a-queue", "0001-use-a-queue.md", "docs/adr/0001-use-a-queue.md",
    ])
    func aRecordIsShownByAnyOfItsNames(_ name: String) async throws {
        let repository = try repository()
        let run = try await Program.run(["show", name], in: repository.path)
        #expect(
            run.output == """
                1. Use a queue
                Status: superseded
                Date: 2021-03-04
                Superseded by: 2. Use a log
                File: docs/adr/0001-use-a-queue.md

                \(Self.old)
                """)
    }

    @Test func everyFolderIsALogOfItsOwn() async throws {
        let site = try repository([
            ".log4brains.yml":
                "project:\n  adrFolder: ./docs/adr\n  packages:\n    - name: core\n      path: ./p\n      adrFolder: ./p/docs/adr\n",
            "p/docs/adr/0001-use-ids.md":
                "# Use ids\n\n- Status: accepted\n\nAs [before](../../../docs/adr/0001-use-a-queue.md).\n",
            ".adr-dir": "architecture\n", "architecture/0001-use-x.md": "# Use X\n",
            "decisions/notes.txt": "none here\n",
        ])
        let run = try await Program.run(["list"], in: site.path)
        #expect(
            run.output == """
                docs/adr      1  superseded  2021-03-04  Use a queue
                docs/adr      2  accepted    2022-05-06  Use a log
                architecture  1  -           -           Use X
                core          1  accepted    -           Use ids

                """)
        let build = try await Program.run(["build"], in: site.path)
        #expect((build.code, build.errors) == (0, ""))
        #expect(site.has("_site/decisions/0001-use-a-queue.html"))
        #expect(try site.read("_site/decisions/core/0001-use-ids.html").contains("../0001-use-a-queue.html"))
        let shown = try await Program.run(["show", "1"], in: site.path)
        #expect(shown.code == 2)
        #expect(shown.errors.hasPrefix("error: several records are called '1'\n"))
        #expect(try await Program.run(["show", "core/1"], in: site.path).output.hasPrefix("1. Use ids\n"))
    }

    @Test func oneSiteShowsTheLogsOfSeveralRepositories() async throws {
        let all = try TemporaryFolder()
        try all.write("billing/docs/adr/0001-a.md", "# A\n\n- Status: accepted\n")
        try all.write("web/docs/adr/0001-b.md", "# B\n\n- Status: accepted\n")
        try all.write("site/precedent.yml", "decisions: [../billing/docs/adr, { shop: ../web/docs/adr }]\n")
        let run = try await Program.run(["list"], in: all.path + "/site")
        #expect(run.output == "billing  1  accepted  -  A\nshop     1  accepted  -  B\n")
        #expect(try await Program.run(["build"], in: all.path + "/site").code == 0)
        #expect(all.has("site/public/decisions/0001-a.html"))
        #expect(all.has("site/public/decisions/shop/0001-b.html"))
    }

    @Test(arguments: [
        ("[remote \"origin\"]\n\turl = git@github.com:o/r.git\n", "https://github.com/o/r/blob/HEAD/src/x.c"),
        (
            "[remote \"origin\"]\n\turl = https://me:secret@gitlab.com/o/r.git\n",
            "https://gitlab.com/o/r/-/blob/HEAD/src/x.c"
        ),
    ])
    func otherFilesAreLinkedToWhereTheyAreHosted(_ remote: String, _ address: String) async throws {
        let repository = try repository([
            ".git/config": remote, "src/x.c": "",
            "docs/adr/0003-c.md": "# C\n\nStatus: accepted\n\nSee [it](../../src/x.c).\n",
        ])
        let build = try await Program.run(["build"], in: repository.path)
        #expect((build.code, build.errors) == (0, ""))
        #expect(try repository.read("_site/decisions/0003-c.html").contains("href=\"\(address)\""))
    }

    @Test func withoutAHostSuchALinkIsSaid() async throws {
        let repository = try repository([
            "src/x.c": "", "docs/adr/0003-c.md": "# C\n\nSee [it](../../src/x.c).\n",
        ])
        let check = try await Program.run(["check"], in: repository.path)
        #expect(
            check.errors == """
                docs/adr/0003-c.md:3:5: warning: '../../src/x.c' is a file of the repository that this site does not show [unlinked-source]
                 3 | See [it](../../src/x.c).
                   |     ^~~~~~~~~~~~~~~~~~~
                  help: set 'repository:' in precedent.yml to link to it where it is hosted
                1 warning

                """)
    }

    /// In such a log all files have one name.
    @Test(arguments: [
        ("", "docs/adr/0001-a/README.md"), ("", "./docs/adr/0001-a/README.md"), ("", "docs/adr/0001-a"),
        ("", "docs/adr/0001-a/"), ("", "0001-a/README.md"), ("docs", "adr/0001-a/README.md"),
        ("docs/adr/0002-b", "../0001-a/README.md"), ("", "ABSOLUTE"),
    ])
    func aPathNamesOneRecord(_ folder: String, _ path: String) async throws {
        let site = try TemporaryFolder()
        for name in ["0001-a", "0002-b", "0010-a"] {
            try site.write("docs/adr/\(name)/README.md", "# \(name)\n\n* Status: accepted\n")
        }
        let path = path == "ABSOLUTE" ? site.path + "/docs/adr/0001-a/README.md" : path
        let way = folder.isEmpty ? "." : folder.split(separator: "/").map { _ in ".." }.joined(separator: "/")
        let run = try await Program.run(["show", path, "-C", way], in: site.path + "/" + folder)
        #expect((run.code, run.errors) == (0, ""))
        #expect(run.output.contains("File: docs/adr/0001-a/README.md\n"))
    }

    /// A working tree beside the repository, and a submodule, have a file where others have a folder.
    @Test(arguments: [
        [
            "tree/.git": "gitdir: ../main/.git/worktrees/tree\n",
            "main/.git/worktrees/tree/commondir": "../..\n",
        ],
        ["tree/.git": "gitdir: ../main/.git/modules/tree\n"],
    ])
    func theHostOfAWorkingTreeIsThatOfItsRepository(_ files: [String: String]) async throws {
        let all = try TemporaryFolder()
        let config = "[remote \"origin\"]\n\turl = git@github.com:o/r.git\n"
        for (name, text) in files { try all.write(name, text) }
        let isSubmodule = files["tree/.git"]?.contains("modules") ?? false
        try all.write(isSubmodule ? "main/.git/modules/tree/config" : "main/.git/config", config)
        try all.write("tree/src/x.c", "")
        try all.write(
            "tree/docs/adr/0001-c.md",
            "# C\n\nStatus: accepted\nDate: 2021-03-04\n\nSee [it](../../src/x.c).\n")
        let build = try await Program.run(["build"], in: all.path + "/tree")
        #expect(build.code == 0)
        #expect(
            try all.read("tree/_site/decisions/0001-c.html").contains(
                "href=\"https://github.com/o/r/blob/HEAD/src/x.c\""))
    }
}
