import Decisions
import Diagnostics
import Foundation
import Testing

@testable import SiteGenerator

/// A site that is followed while it is edited is the one that a build from nothing makes, to the byte.
struct LiveSiteTests {
    /// An edit of the site.
    enum Edit: Sendable, CustomStringConvertible {
        case write(String, String)
        case rename(String, String)
        case remove(String)

        var description: String {
            switch self {
            case .write(let name, let text): "write \(name): \(text.prefix(40))"
            case .rename(let old, let new): "rename \(old) to \(new)"
            case .remove(let name): "remove \(name)"
            }
        }

        func make(in site: Scratch) throws {
            switch self {
            case .write(let name, let text): try site.write(name, text)
            case .rename(let old, let new):
                try FileManager.default.moveItem(atPath: "\(site.path)/\(old)", toPath: "\(site.path)/\(new)")
            case .remove(let name): try site.remove(name)
            }
        }
    }

    private static let edits: [Edit] = [
        .write("content/decisions/0001-use-a-log.md", "---\nstatus: accepted\n---\n# Use a log\n\nWe did.\n"),
        .write(
            "content/decisions/0001-use-a-log.md", "---\nstatus: accepted\n---\n# Use the log\n\nWe did.\n"),
        .write(
            "content/decisions/0001-use-a-log.md", "---\nstatus: rejected\n---\n# Use the log\n\nWe did.\n"),
        .write(
            "content/decisions/0001-use-a-log.md",
            "---\nstatus: superseded by [ADR-0002](0002-use-a-topic.md)\n---\n# Use the log\n\nWe did.\n"),
        .write(
            "content/decisions/0002-use-a-topic.md",
            "---\nstatus: accepted\ndate: 2026-03-04\ntags: [a, b]\ndecision-makers: [A. B.]\n---\n# Use a topic\n\nYes.\n"
        ),
        .write("content/decisions/0003-third.md", "# Third\n\n* Date: 05/02/2018\n* Status: accepted\n"),
        // Shows in which order the other one's date is.
        .write("content/decisions/0004-fourth.md", "# Fourth\n\n* Date: 25/02/2018\n* Status: accepted\n"),
        .rename("content/decisions/0003-third.md", "content/decisions/0005-third.md"),
        .write("content/about.md", "# About\n\nSee [the third](decisions/0005-third.md).\n"),
        .remove("content/decisions/0004-fourth.md"),
        .write("precedent.yml", "title: Other words\nbase: https://example.org/log\n"),
        .write("precedent.yml", "title: Other words\nstatuses: { proposed: in-force }\n"),
        .write("templates/assets/own.css", "body { color: red }"),
        .write("templates/notFound.mustache", "{{> partials/head}}<h1>Ours</h1>{{> partials/foot}}"),
        .write("content/images/queue.svg", "<svg/>"), .write("content/images/other.svg", "<svg/>\n"),
        .remove("content/images/other.svg"),
        .write(
            "content/frameworks/queue.md",
            "# Queue or log\n\n| F | Queue | Log |\n| --- | --- | --- |\n| Replay | none | any |\n\n- **Replay.** Must messages be read thrice? → Log\n- **Unsure.** → Start with Queue\n"
        ),
        .write(
            "content/assessments/billing.md",
            "---\nframework: queue\n---\n# Billing\n\n- Replay: no — Once.\n"),
        .write("content/about.md", "---\naliases: [who]\n---\n# About\n\nMoved.\n"),
        .rename("content/about.md", "content/us.md"), .remove("templates/notFound.mustache"),
        .write("content/drafts.md", "---\ndraft: true\n---\n# Not yet\n"),
        .remove("content/assessments/billing.md"),
        .write("precedent.yml", "title: Messaging\ncontent: other\n"),
        .write("precedent.yml", "title: Messaging\n"),
    ]

    /// All files of a moment, and those of a build from nothing.
    private static func bothWays(_ moment: LiveSite.Moment, of site: Scratch) async throws -> (
        live: [String: Data], built: [String: Data]
    ) {
        try? site.remove("clean")
        var live: [String: Data] = [:]
        let files = try #require(moment.files)
        for path in files.paths { live[path] = Data(try #require(try files.bytes(of: path))) }
        try await site.build(to: "clean")
        var built = try site.files(in: "clean")
        built[".precedent"] = nil
        return (live, built)
    }

    @Test func afterEachEditItIsWhatABuildMakes() async throws {
        let site = try Scratch(Scratch.files)
        try site.write("other/index.md", "Elsewhere.\n")
        var live = LiveSite(site.path, includingDrafts: false)
        for edit in [Edit?.none] + Self.edits {
            try edit?.make(in: site)
            let moment = try await live.now()
            let (shown, built) = try await Self.bothWays(moment, of: site)
            #expect(Set(shown.keys) == Set(built.keys), "\(edit?.description ?? "at first")")
            let others = built.keys.filter { shown[$0] != built[$0] }.sorted()
            #expect(others == [], "\(edit?.description ?? "at first")")
            #expect(edit == nil || !moment.changed.isEmpty)
        }
    }

    @Test func itsProblemsAreThoseOfABuild() async throws {
        let site = try Scratch(Scratch.files)
        var live = LiveSite(site.path, includingDrafts: false)
        let edits: [Edit] = [
            .write("content/assessments/billing.md", "---\nframework: nope\n---\n# B\n\n- Replay: yes\n"),
            .write("content/decisions/0003-x.md", "# X\n\nSee [nothing](nothing.md).\n"),
            .write("templates/page.mustache", "{{nope}}"), .remove("templates/page.mustache"),
            .write("precedent.yml", "titel: X\n"),
            .write(
                "content/assessments/billing.md", "---\nframework: queue\n---\n# B\n\n- Replay: perhaps\n"),
            .write("content/frameworks/queue.md", "# Q\n\n- **Replay.** Twice? → Lag\n"),
        ]
        for edit in edits {
            try edit.make(in: site)
            let moment = try await live.now()
            let clean = try await SiteBuilder(try await SiteLoader.load(site.path, readingHistory: true))
                .problems
            #expect(moment.problems == clean, "\(edit)")
            #expect(!clean.isEmpty || edit.description.hasPrefix("remove"), "\(edit)")
        }
    }

    @Test func aFileWrittenTwiceWithinAnInstantIsNotMissed() async throws {
        let site = try Scratch(Scratch.files)
        var live = LiveSite(site.path, includingDrafts: false)
        for number in 10..<60 {
            try site.write("content/about.md", "# About\n\nText \(number).\n")
            let moment = try await live.now()
            let page = String(
                decoding: try #require(try moment.files?.bytes(of: "about.html")), as: UTF8.self)
            #expect(page.contains("Text \(number)."))
        }
    }

    @Test func whatPagesShowBesideTheirTextIsTold() async throws {
        let site = try Scratch(Scratch.files)
        var live = LiveSite(site.path, includingDrafts: false)
        let first = try await live.now()
        try site.write("content/about.md", "# About\n\nOther.\n")
        let edited = try await live.now()
        #expect(edited.changed == ["content/about.md"])
        #expect(edited.surroundings == first.surroundings)
        try site.write("content/images/queue.svg", "<svg />")
        let drawn = try await live.now()
        #expect(drawn.changed == ["content/images/queue.svg"])
        #expect(drawn.surroundings != edited.surroundings)
        #expect(try await live.now().changed == [])
    }
}
