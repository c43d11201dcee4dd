import Decisions
import Foundation
import Testing

@testable import SiteGenerator

/// What builds do to the folder that they write to.
struct BuildTests {
    @Test func twoBuildsGiveTheSameBytes() async throws {
        let site = try Scratch(Scratch.files)
        let first = try await site.build(to: "one")
        let second = try await site.build(to: "two")
        let files = try site.files(in: "one")
        #expect(files.count == first.files + 1)
        #expect(first.files == second.files)
        #expect(try site.files(in: "two") == files)
        // Nor does it matter where the site lies.
        let elsewhere = try Scratch(Scratch.files)
        try await elsewhere.build()
        #expect(try elsewhere.files(in: "public") == files)
    }

    /// The templates inside the program are neither checked nor all of them read while a site has none of its own.
    @Test(arguments: [true, false]) func aTemplateOfOnesOwnThatSaysTheSameChangesNothing(
        hasFrameworks: Bool
    ) async throws {
        let site = try Scratch(
            Scratch.files.filter {
                hasFrameworks || !($0.key.contains("framework") || $0.key.contains("assess"))
            })
        try await site.build(to: "one")
        let redirect = try #require(Theme.text(of: "theme:redirect.mustache"))
        try site.write("templates/redirect.mustache", String(decoding: redirect, as: UTF8.self))
        try site.write("precedent.yml", "title: Messaging\ntemplates: templates\n")
        try await site.build(to: "two")
        let files = try site.files(in: "one")
        #expect(files.keys.contains("frameworks/queue.html") == hasFrameworks)
        #expect(try site.files(in: "two") == files)
    }

    private static let longAgo = Date(timeIntervalSince1970: 1_000_000_000)

    /// The files of the output that were not written since their times were set.
    private static func untouched(_ site: Scratch) throws -> Set<String> {
        Set(
            try site.files(in: "public").keys.filter { name in
                let found = try FileManager.default.attributesOfItem(atPath: "\(site.path)/public/\(name)")
                return found[.modificationDate] as? Date == longAgo
            })
    }

    private static func age(_ site: Scratch) throws {
        for name in try site.files(in: "public").keys {
            try FileManager.default.setAttributes(
                [.modificationDate: longAgo], ofItemAtPath: "\(site.path)/public/\(name)")
        }
    }

    @Test func aSecondBuildTouchesNoFile() async throws {
        let site = try Scratch(Scratch.files)
        let first = try await site.build()
        #expect(first.changed == first.files)
        try Self.age(site)
        #expect(try await site.build().changed == 0)
        #expect(try Self.untouched(site) == Set(try site.files(in: "public").keys))
    }

    @Test func onlyWhatChangedIsWritten() async throws {
        let site = try Scratch(Scratch.files)
        try await site.build()
        try Self.age(site)
        try site.write("content/about.md", "# About\n\nWho we were.\n")
        let changed = try await site.build().changed
        let touched = Set(try site.files(in: "public").keys).subtracting(try Self.untouched(site))
        #expect(touched.count == changed)
        // Of the index what has the words or counts them; neither what results show nor how it is divided.
        #expect(
            touched == [
                "about.html", "about.md", "search-index/first-0.js", "search-index/last-0.js",
                "search-index/texts-0.js", "search-index/titles-0.js",
            ])
        #expect(try site.read("public/about.html").contains("Who we were."))
    }

    @Test func whatIsGoneFromTheContentIsGoneFromTheSite() async throws {
        let site = try Scratch(Scratch.files)
        try await site.build()
        let before = Set(try site.files(in: "public").keys)
        for name in ["about.md", "decisions/0002-use-a-topic.md", "images/queue.svg"] {
            try site.remove("content/\(name)")
        }
        try await site.build()
        #expect(
            before.subtracting(try site.files(in: "public").keys) == [
                "about.html", "about.md", "decisions/0002-use-a-topic.html",
                "decisions/0002-use-a-topic.md", "decisions/statuses/proposed.html", "images/queue.svg",
            ])
        #expect(!FileManager.default.fileExists(atPath: site.path + "/public/images"))
        #expect(!(try site.read("public/decisions/index.html")).contains("Use a topic"))
        #expect(!(try site.read("public/index.html")).contains("about.html"))
    }

    @Test(arguments: [
        "", ".", "content", "content/", "content/frameworks", "content/new", "templates", "templates/new",
        "..",
        "new/../content", "./content/../content/x",
    ])
    func anOutputThatOverlapsItsSourcesIsRefused(_ output: String) async throws {
        let site = try Scratch(Scratch.files)
        try site.write("templates/page.mustache", "<p>{{{body}}}</p>\n")
        let before = try site.files(in: ".")
        let builder = try await SiteBuilder(try await SiteLoader.load(site.path))
        let folder = "\(site.path)/\(output)"
        await #expect(throws: OutputRefusal.overlaps(folder)) { try await builder.build(to: folder) }
        #expect(try site.files(in: ".") == before)
    }

    @Test func anOutputBesideThatBeginsWithTheSameNameIsFine() async throws {
        let site = try Scratch(Scratch.files)
        try await site.build(to: "content-site")
        try await site.build(to: "build/content")
        #expect(try site.files(in: "content-site") == site.files(in: "build/content"))
    }

    @Test(arguments: ["letter.txt", ".hidden", "sub/letter.txt", "index.html"])
    func aFolderThatIsNotOursIsLeftAsItWas(_ name: String) async throws {
        let site = try Scratch(Scratch.files)
        try site.write("public/\(name)", "mine")
        let before = try site.files(in: ".")
        let builder = try await SiteBuilder(try await SiteLoader.load(site.path))
        await #expect(throws: OutputRefusal.foreignFolder("\(site.path)/public")) {
            try await builder.build()
        }
        #expect(try site.files(in: ".") == before)
    }

    @Test func anEmptyFolderIsTaken() async throws {
        let site = try Scratch(Scratch.files)
        try FileManager.default.createDirectory(
            atPath: site.path + "/public", withIntermediateDirectories: false)
        try await site.build()
        #expect(try site.read("public/about.html").contains("Who we are."))
    }

    @Test func aFileInTheOutputsPlaceIsLeftAlone() async throws {
        let site = try Scratch(Scratch.files)
        try site.write("public", "mine")
        let builder = try await SiteBuilder(try await SiteLoader.load(site.path))
        await #expect(throws: OutputRefusal.isFile("\(site.path)/public")) {
            try await builder.build()
        }
        #expect(try site.read("public") == "mine")
    }
}
