import Decisions
import Diagnostics
import Foundation
import Platform
import Testing

@testable import SiteGenerator

/// A build that takes over from the last one makes what a build from nothing makes, to the byte.
struct IncrementalBuildTests {
    /// How a site was built.
    private enum Way { case amended, whole, refused }

    /// What a build did and said.
    private struct Built: Equatable {
        let way: Way
        let changed: Int
        let problems: [Diagnostic]
    }

    /// Builds a site as the program does.
    private static func build(_ site: Scratch) async throws -> Built {
        let incremental = try IncrementalBuild(of: site.path)
        if let amended = try await incremental.amend() {
            return Built(way: .amended, changed: amended.summary.changed, problems: amended.problems)
        }
        let loaded = try await SiteLoader.load(
            site.path, readingHistory: true, surveyed: incremental.survey)
        let builder = try await SiteBuilder(loaded, drawing: true)
        let summary = try await builder.build(leaving: incremental)
        return Built(
            way: summary == nil ? .refused : .whole, changed: summary?.changed ?? 0,
            problems: builder.problems)
    }

    /// Expects that the site is what a build from nothing makes, and that the same was said.
    private static func expectClean(_ site: Scratch, _ built: Built? = nil, after edit: String) async throws {
        try? site.remove("clean")
        let builder = try await SiteBuilder(
            try await SiteLoader.load(site.path, readingHistory: true), drawing: true)
        if let built { #expect(built.problems == builder.problems, "\(edit)") }
        let summary = try await builder.build(to: "\(site.path)/clean")
        #expect((summary == nil) == (built?.way == .refused), "\(edit)")
        guard summary != nil else { return }
        let made = try site.files(in: "public")
        let clean = try site.files(in: "clean")
        #expect(Set(made.keys) == Set(clean.keys), "\(edit)")
        let others = clean.keys.filter { made[$0] != clean[$0] }.sorted()
        #expect(others == [], "\(edit)")
    }

    private static let record = "content/decisions/0001-use-a-log.md"

    private static func text(_ body: String, status: String = "accepted", title: String = "Use a log")
        -> String
    {
        "---\nstatus: \(status)\n---\n# \(title)\n\nWe do.\n\n## Consequences\n\n\(body)\n"
    }

    /// A site that was built, long enough ago that each later edit shows.
    private static func builtSite() async throws -> Scratch {
        let site = try Scratch(Scratch.files)
        try site.write(record, text("None."))
        #expect(try await build(site).way == .whole)
        return site
    }

    @Test func fiveHundredEditsInARowGiveWhatBuildsFromNothingGive() async throws {
        var edits = RandomEdits(seed: 2026)
        let site = try Scratch([:])
        try edits.begin(in: site)
        var ways: [Way: Int] = [:]
        for number in 0..<500 {
            let edit = number == 0 ? "at first" : try edits.make(in: site)
            var built = try await Self.build(site)
            if built.way == .refused {
                try await Self.expectClean(site, built, after: "edit \(number): \(edit)")
                try edits.mend(in: site)
                built = try await Self.build(site)
            }
            ways[built.way, default: 0] += 1
            try await Self.expectClean(site, built, after: "edit \(number): \(edit)")
        }
        // Both ways are taken often enough to be held to something.
        #expect(ways[.amended, default: 0] > 60)
        #expect(ways[.whole, default: 0] > 100)
        #expect(ways[.refused] == nil)
    }

    @Test func aTextIsMadeAloneAndWhatOthersSeeIsNot() async throws {
        let site = try await Self.builtSite()
        try site.write(Self.record, Self.text("Some, and a rareword."))
        let first = try await Self.build(site)
        #expect(first.way == .amended)
        // The page, its copy, and of the index what has the words or counts them.
        #expect(first.changed > 2)
        try await Self.expectClean(site, after: "a text")
        #expect(try await Self.build(site) == Built(way: .amended, changed: 0, problems: first.problems))
        for (edit, text) in [
            ("a title", Self.text("None.", title: "Use the log")),
            ("a status", Self.text("None.", status: "rejected")),
            ("a link", Self.text("See [that](0002-use-a-topic.md).")),
            ("a problem", Self.text("See [nothing](nothing.md).")),
            ("no problem", Self.text("See nothing.")),
            (
                "a key",
                Self.text("See nothing.").replacing("---\nstatus", with: "---\nid: 0001-use-a-log\nstatus")
            ),
        ] {
            try site.write(Self.record, text)
            #expect(try await Self.build(site).way == .whole, "\(edit)")
            try await Self.expectClean(site, after: edit)
        }
    }

    private static func inode(of path: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: path)[.systemFileNumber] as? Int
    }

    /// What an amended build keeps of the site before its own, with what somebody did to it.
    @Test(arguments: [
        "nothing", "a file gone", "another file", "one more file", "one more hidden file", "one for another",
        "all gone",
        "a file in its place", "no marker",
    ])
    func theSiteBeforeTheLastBecomesTheNextWhereItIsWhole(deed: String) async throws {
        let site = try await Self.builtSite()
        try site.write(Self.record, Self.text("Some, and a rareword."))
        #expect(try await Self.build(site).way == .amended)
        let kept = try Self.inode(of: "\(site.path)/public")
        try site.write(Self.record, Self.text("Some, and another rareword."))
        #expect(try await Self.build(site).way == .amended)
        let cache = "\(site.path)/.precedent-cache"
        let name = try #require(try Files.names(in: cache).first { $0.hasSuffix(".spare") })
        let spare = "\(cache)/\(name)"
        #expect(try Self.inode(of: spare) == kept)
        switch deed {
        case "a file gone": try Files.remove("\(spare)/frameworks/index.html")
        case "another file":
            try Files.remove("\(spare)/frameworks/index.html")
            try Files.write(Array("Not ours.".utf8), to: "\(spare)/frameworks/index.html")
        case "one more file": try Files.write(Array("Not ours.".utf8), to: "\(spare)/more.html")
        case "one more hidden file": try Files.write(Array("Not ours.".utf8), to: "\(spare)/decisions/.more")
        case "one for another":
            try Files.remove("\(spare)/decisions/0001-use-a-log.html")
            try Files.write(Array("Not ours.".utf8), to: "\(spare)/more.html")
        case "all gone": try Files.remove(spare)
        case "a file in its place":
            try Files.remove(spare)
            try Files.write(Array("Not ours.".utf8), to: spare)
        case "no marker": try Files.remove("\(spare)/.precedent")
        default: break
        }
        for body in ["A third text.", "Some, and a rareword.", "None, with a zebra.", "Nothing at all."] {
            try site.write(Self.record, Self.text(body))
            let isForeign = body == "A third text." && deed.hasPrefix("one ")
            #expect(try await Self.build(site).way == (isForeign ? .whole : .amended))
            if body == "A third text." {
                #expect(try (Self.inode(of: "\(site.path)/public") == kept) == (deed == "nothing"))
            }
            try await Self.expectClean(site, after: "\(deed), \(body)")
        }
        // A whole build keeps none.
        try site.write(Self.record, Self.text("None.", title: "Use the log"))
        #expect(try await Self.build(site).way == .whole)
        #expect(Files.kind(of: spare) == nil)
        try await Self.expectClean(site, after: "\(deed), a title")
    }

    @Test func warningsOfOtherFilesAreSaidAgain() async throws {
        let site = try await Self.builtSite()
        try site.write("content/about.md", "# About\n\n<b>Who</b> we are.\n")
        #expect(try await Self.build(site).way == .whole)
        try site.write(Self.record, Self.text("Some."))
        let amended = try #require(try await IncrementalBuild(of: site.path).amend())
        let clean = try await SiteBuilder(try await SiteLoader.load(site.path, readingHistory: true)).problems
        #expect(amended.problems == clean)
        #expect(clean.map(\.id) == ["raw-html", "orphan-image"])
    }

    @Test(arguments: [
        "nothing", "half", "foreign", "flipped", "empty", "folder", "no pages", "half the pages",
    ])
    func aDamagedLedgerCostsTimeAlone(damage: String) async throws {
        let site = try await Self.builtSite()
        let folder = "\(site.path)/.precedent-cache"
        let name = try #require(try Files.names(in: folder).first { $0.hasPrefix("public-") })
        let ledger = "\(folder)/\(name)"
        var bytes = try Files.read(ledger)
        switch damage {
        case "nothing": try Files.remove(ledger)
        case "half": try Files.write(Array(bytes.prefix(bytes.count / 2)), to: ledger)
        case "flipped":
            bytes[bytes.count / 2] ^= 1
            try Files.write(bytes, to: ledger)
        case "no pages": try Files.remove(ledger + ".pages")
        case "half the pages":
            let pages = try Files.read(ledger + ".pages")
            try Files.write(Array(pages.dropFirst(pages.count / 2)), to: ledger + ".pages")
        case "empty": try Files.write([], to: ledger)
        case "folder":
            try Files.remove(ledger)
            try Files.makeFolder(ledger)
        default:
            let other = try await Self.builtSite()
            try other.write(Self.record, Self.text("Of another site."))
            #expect(try await Self.build(other).way != .refused)
            let there = "\(other.path)/.precedent-cache"
            let own = try #require(try Files.names(in: there).first { $0.hasPrefix("public-") })
            try Files.write(try Files.read("\(there)/\(own)"), to: ledger)
        }
        try site.write(Self.record, Self.text("Some."))
        #expect(try await Self.build(site).way == .whole)
        try await Self.expectClean(site, after: damage)
    }

    @Test(arguments: ["changed", "gone", "more", "another", "copy"])
    func whatOthersDoToTheSiteIsUndone(deed: String) async throws {
        let site = try await Self.builtSite()
        switch deed {
        case "changed":
            let page = try site.read("public/about.html")
            // In place, and as long as before.
            let handle = try #require(FileHandle(forWritingAtPath: "\(site.path)/public/about.html"))
            try handle.write(contentsOf: Data(page.replacing("Who we are", with: "Who we ARE").utf8))
            try handle.close()
        case "gone": try site.remove("public/about.html")
        case "more": try site.write("public/more.html", "More.")
        case "copy": try site.write("public/decisions/0001-use-a-log.md", "# Another\n")
        default:
            try site.remove("public/about.html")
            try site.write("public/about.html", "Another.")
        }
        try site.write(Self.record, Self.text("Some."))
        #expect(try await Self.build(site).way != .refused)
        try await Self.expectClean(site, after: deed)
    }

    @Test func anotherNameForTheSameTextIsNoChange() async throws {
        let site = try await Self.builtSite()
        let text = try site.read(Self.record)
        try site.write(Self.record, text)
        let built = try await Self.build(site)
        #expect(built.way == .amended)
        #expect(built.changed == 0)
    }

    @Test(arguments: ["text", "copy"])
    func whatCannotBeReadIsLeftToAWholeBuild(file: String) async throws {
        // Nothing is unreadable to the system's own user.
        guard geteuid() != 0 else { return }
        let site = try await Self.builtSite()
        try site.write(Self.record, Self.text("Some."))
        let path = site.path + "/" + (file == "text" ? Self.record : "public/decisions/0001-use-a-log.md")
        try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: path)
        #expect(try await IncrementalBuild(of: site.path).amend()?.summary == nil)
    }

    @Test func aSiteThatAProgramDrawsForIsAlwaysBuiltAsAWhole() async throws {
        let site = try Scratch(Scratch.files)
        try site.write("precedent.yml", "title: T\nmermaid: ./draw.sh\n")
        try site.write(Self.record, Self.text("```mermaid\ngraph TD; A-->B\n```"))
        #expect(try await Self.build(site).problems.map(\.id).contains("undrawn-diagram"))
        try site.write(
            "draw.sh", "#!/bin/sh\ncat > /dev/null\necho '<svg xmlns=\"http://www.w3.org/2000/svg\"/>'\n")
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o755], ofItemAtPath: "\(site.path)/draw.sh")
        let built = try await Self.build(site)
        #expect(built.way == .whole)
        #expect(!built.problems.map(\.id).contains("undrawn-diagram"))
        try await Self.expectClean(site, built, after: "a program")
    }

    @Test func numbersOfTheIndexAreReadAsTheyAreWritten() {
        let pairs = [(0, 0), (1, 31), (32, 32), (33, 1_023), (5_000, 4), (90_000, 70_000)]
        let text = SearchNumbers.text(of: pairs.map { (document: $0, place: $1) })
        #expect(SearchNumbers.pairs(in: text).map { [$0.document, $0.place] } == pairs.map { [$0, $1] })
        #expect(SearchNumbers.count(in: text) == 2 * pairs.count)
    }
}
