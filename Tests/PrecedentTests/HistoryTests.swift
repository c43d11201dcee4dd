import Foundation
import Testing

/// What Git adds to a log, as a user of the program sees it.
struct HistoryTests {
    private static func git(_ arguments: [String], in folder: String) throws {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments =
            ["git", "-C", folder, "-c", "user.name=Ann B", "-c", "user.email=a@example.org"] + arguments
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0, "\(arguments)")
    }

    private static func repository() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.write("docs/adr/0001-a.md", "# A\n")
        try folder.write("docs/adr/0002-b.md", "---\ndate: 2025-01-02\n---\n# B\n")
        try git(["init", "-q"], in: folder.path)
        try git(["add", "."], in: folder.path)
        try git(["commit", "-q", "--date=2024-03-04T12:00:00", "-m", "Begin"], in: folder.path)
        return folder
    }

    @Test func theDayOfTheFirstCommitIsShownAsSuch() async throws {
        let folder = try Self.repository()
        let list = try await Program.run(["list"], in: folder.path)
        #expect(list.output == "1  -  2024-03-04 (Git)  A\n2  -  2025-01-02        B\n")
        let json = try await Program.run(["list", "--json"], in: folder.path)
        #expect(json.output.contains("\"dateFrom\" : \"git\""))
        #expect(json.output.contains("\"dateFrom\" : \"record\""))
        try folder.write("precedent.yml", "decisions: [docs/adr]\nhistory: off\n")
        #expect(
            try await Program.run(["list"], in: folder.path).output
                == "1  -  -           A\n2  -  2025-01-02  B\n")
    }

    @Test func aShallowCloneIsSaidAndNoDayIsMadeOfIt() async throws {
        let folder = try Self.repository()
        try folder.write("docs/adr/0001-a.md", "# A\n\nMore.\n")
        try Self.git(["commit", "-q", "-a", "--date=2024-05-06T12:00:00", "-m", "More"], in: folder.path)
        let clones = try TemporaryFolder()
        try Self.git(["clone", "-q", "--depth=1", "file://\(folder.path)", "clone"], in: clones.path)
        let run = try await Program.run(["build"], in: clones.path + "/clone")
        #expect(run.code == 0)
        #expect(
            run.errors == """
                warning: the repository of 'docs/adr' is a shallow clone, so that histories begin where it was cut [shallow-history]
                  help: run 'git fetch --unshallow' (in GitHub Actions, 'fetch-depth: 0'), or set 'history: off' in precedent.yml
                1 warning

                """)
        let page = try clones.read("clone/_site/decisions/0001-a.html")
        #expect(page.contains("built from a shallow clone"))
        #expect(!page.contains("first commit"))
    }

    @Test func aRepositoryWithoutACommitAndAFolderWithoutARepositoryAreBuilt() async throws {
        let folder = try TemporaryFolder()
        try folder.write("docs/adr/0001-a.md", "# A\n")
        #expect(try await Program.run(["build"], in: folder.path).errors == "")
        try Self.git(["init", "-q"], in: folder.path)
        let run = try await Program.run(["build"], in: folder.path)
        #expect((run.code, run.errors) == (0, ""))
    }

    @Test func aRepositoryThatGitCannotReadIsSaidAndTheSiteIsBuilt() async throws {
        let folder = try Self.repository()
        try FileManager.default.removeItem(atPath: folder.path + "/.git/objects")
        try FileManager.default.createDirectory(
            atPath: folder.path + "/.git/objects", withIntermediateDirectories: false)
        let run = try await Program.run(["build"], in: folder.path)
        #expect(run.code == 0)
        #expect(
            run.errors == """
                warning: Git does not give the history of 'docs/adr': bad object HEAD [no-history]
                  help: mend that, or set 'history: off' in precedent.yml
                1 warning

                """)
        #expect(folder.has("_site/decisions/0001-a.html"))
        try folder.write("precedent.yml", "decisions: [docs/adr]\nchecks:\n  no-history: off\n")
        let quiet = try await Program.run(["check"], in: folder.path)
        #expect((quiet.code, quiet.errors) == (0, ""))
    }
}
