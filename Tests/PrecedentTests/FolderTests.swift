import Foundation
import Testing

/// Where the program is run, and what it is given: mistakes are named with the way out of them.
struct FolderTests {
    private func expect(
        _ arguments: [String], in folder: String, _ message: String,
        _ place: SourceLocation = #_sourceLocation
    ) async throws {
        let run = try await Program.run(arguments, in: folder)
        #expect(run.code == 2, sourceLocation: place)
        #expect(run.errors == message + "\n", sourceLocation: place)
        #expect(run.output == "", sourceLocation: place)
    }

    @Test(arguments: [
        (["bild"], "error: no verb is called 'bild'\n  help: did you mean 'build'?"),
        (
            ["frobnicate"],
            "error: no verb is called 'frobnicate'\n  help: the verbs are init, build, serve, check, list, show, new, status, link, renumber, index, import, sign, freeze, assess, report, explain, compile, diff, publish, templates; 'precedent --help' says what they do"
        ),
        (
            ["check", "content/decisions"],
            "error: 'precedent check' takes no path\n  help: use --site DIR, or -C DIR, for a site elsewhere"
        ),
        (
            ["build", "."],
            "error: 'precedent build' takes no path\n  help: use --site DIR, or -C DIR, for a site elsewhere"
        ),
        (
            ["build", "-o", "precedent.yml"],
            "error: 'precedent.yml' is a file\n  help: --output names the folder to write the site to"
        ),
        (["build", "-C", "../nope"], "error: '../nope' is not there\n  help: -C names the site's folder"),
        (
            ["check", "-C", "precedent.yml"],
            "error: 'precedent.yml' is a file\n  help: -C names the site's folder"
        ),
        (
            ["check", "-C", "content"],
            "error: 'content' is within the site at '.'\n  help: run it there, or use -C ."
        ),
        (
            ["assess", "queue", "--answers", "-", "--save", "notes.txt"],
            "error: 'notes.txt' is no name for an assessment\n  help: end it in .md"
        ),
        (
            ["assess", "queue", "--answers", "-", "--save", "content/index.md"],
            "error: 'content/index.md' is there already\n  help: name a new file; none is written over"
        ),
    ])
    func whatIsWrongIsNamed(_ arguments: [String], _ message: String) async throws {
        let site = try TemporaryFolder()
        try SmallSite.write(to: site)
        try await expect(arguments, in: site.path, message)
    }

    @Test func anOptionCutShortIsGuessed() async throws {
        let site = try TemporaryFolder()
        try SmallSite.write(to: site)
        let run = try await Program.run(["build", "--out", "x"], in: site.path)
        #expect(run.code == 2)
        #expect(run.errors.hasPrefix("Error: Unknown option '--out'. Did you mean '--output'?\n"))
    }

    @Test(arguments: [("content", ".."), ("content/frameworks", "../.."), ("docs/adr", "../..")])
    func aFolderWithinASiteIsNotBuiltOnItsOwn(_ folder: String, _ way: String) async throws {
        let site = try TemporaryFolder()
        try SmallSite.write(to: site, [.add("docs/adr/0001-x.md", "# X\n")])
        try await expect(
            ["build"], in: site.path + "/" + folder,
            "error: this folder is within the site at '\(way)'\n  help: run it there, or use -C \(way)")
        #expect(!site.has(folder + "/_site"))
    }

    @Test func aFolderOfRecordsSaysWhereItsSiteIs() async throws {
        let site = try TemporaryFolder()
        try site.write("docs/adr/0001-x.md", "# X\n")
        try await expect(
            ["build"], in: site.path + "/docs/adr",
            "error: this is a folder of decision records, not a site\n  help: use -C ../..")
        #expect(try await Program.run(["build", "-C", "../.."], in: site.path + "/docs/adr").code == 0)
    }

    @Test func aRepositoryOfItsOwnIsNoPartOfTheSiteAroundIt() async throws {
        let site = try TemporaryFolder()
        try SmallSite.write(to: site)
        try site.write("vendor/.git/HEAD", "")
        try site.write("vendor/docs/adr/0001-x.md", "# X\n")
        #expect(try await Program.run(["check"], in: site.path + "/vendor").code == 0)
    }

    @Test func contentWithoutAConfigurationNeedsOnlyAnEmptyOne() async throws {
        let site = try TemporaryFolder()
        try SmallSite.write(to: site, [.remove(.configuration)])
        try await expect(
            ["build"], in: site.path,
            "error: there is no precedent.yml in '.', and no folder of decision records such as docs/adr\n  help: an empty precedent.yml makes it a site"
        )
        try site.write("precedent.yml", "")
        #expect(try await Program.run(["build"], in: site.path).code == 0)
    }

    @Test func theHintBehindInitCanBePasted() async throws {
        let folder = try TemporaryFolder()
        let run = try await Program.run(["init", "it's new"], in: folder.path)
        #expect(run.output.contains("Next: cd 'it'\\''s new' && precedent build,"))
    }

    @Test func aSiteThatIsMadeHereSaysSo() async throws {
        let folder = try TemporaryFolder()
        let run = try await Program.run(["init", "."], in: folder.path)
        #expect(run.output.contains(" files in this folder.\nNext: precedent build,"))
    }
}
