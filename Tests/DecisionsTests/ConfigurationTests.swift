import Diagnostics
import Foundation
import Rules
import Testing

@testable import Decisions

/// What `precedent.yml` can say.
struct ConfigurationTests {
    private static func read(_ text: String) -> ConfigurationReader {
        ConfigurationReader(Array(text.utf8), file: "precedent.yml")
    }

    @Test(arguments: ["", "\n", "# nothing yet\n", "title:\nlanguage:\ncontent:\n"])
    func everyKeyIsOptional(_ text: String) {
        let reader = Self.read(text)
        #expect(reader.problems == [])
        let found = reader.configuration
        #expect([found.title, found.language] == ["Decisions", "en"])
        #expect([found.content, found.templates, found.output] == ["content", "templates", "public"])
        #expect([found.base, found.author] == [nil, nil])
        #expect(found.navigation == nil)
        #expect(found.statuses.isEmpty)
        #expect(found.checks.isEmpty)
        #expect(found.words == .english)
        #expect(!found.allowRawHTML)
    }

    private static let full = """
        title: No. 1.10
        base: https://example.org/log/
        language: de
        author: "A. Author"
        content: ./texts/
        templates: look/mine
        output: out
        nav: { Log: decisions/index.html, Über: about.md }
        statuses: { Im Einsatz: in-force, offen: open, alt: superseded, tot: closed }
        words: { yes: [ja, jawohl], no: nein, start: Beginnen, with: mit }
        checks: { drift: error, dangling-link: "off", bad-date: warning }
        allowRawHTML: true

        """

    @Test(arguments: [
        full, full.replacing("\n", with: "\r\n"), "\u{FEFF}" + full, String(full.dropLast()),
        "\u{FEFF}" + full.replacing("\n", with: "\r\n").dropLast(),
    ])
    func everyKeyIsReadAsWritten(_ text: String) {
        let reader = Self.read(text)
        #expect(reader.problems == [])
        let found = reader.configuration
        #expect([found.title, found.language] == ["No. 1.10", "de"])
        #expect([found.base, found.author] == ["https://example.org/log/", "A. Author"])
        #expect([found.content, found.templates, found.output] == ["texts", "look/mine", "out"])
        #expect(found.navigation?.map(\.title) == ["Log", "Über"])
        #expect(found.navigation?.map(\.target) == ["decisions/index.html", "about.md"])
        #expect(
            found.statuses == ["im einsatz": .inForce, "offen": .open, "alt": .superseded, "tot": .closed])
        #expect(
            found.words == Words(yes: ["ja", "jawohl"], no: ["nein"], start: ["Beginnen"], with: ["mit"]))
        #expect(found.checks["drift"] == .some(.error))
        #expect(found.checks["bad-date"] == .some(.warning))
        #expect(found.checks["dangling-link"] == .some(nil))
        #expect(found.checks.count == 3)
    }

    @Test func navigationMayBeAListOfPairs() {
        let found = Self.read("nav:\n  - Log: decisions/index.html\n  - Home: index.md\n").configuration
        #expect(found.navigation?.map(\.title) == ["Log", "Home"])
    }

    @Test(arguments: ["content: /etc", "output: ../out", "templates: a/../../b", "content: .", "output: /"])
    func aFolderOutsideTheSiteIsRefused(_ line: String) {
        let reader = Self.read(line)
        #expect(reader.problems.map(\.id) == ["bad-value"])
        let found = reader.configuration
        #expect([found.content, found.templates, found.output] == ["content", "templates", "public"])
    }

    @Test(arguments: [("true", true), ("false", false)])
    func rawHTMLIsATruthValue(_ written: String, _ value: Bool) {
        #expect(Self.read("allowRawHTML: \(written)").configuration.allowRawHTML == value)
        for other in ["yes", "1", "True!", ""] {
            #expect(Self.read("allowRawHTML: \(other)").problems.map(\.id) == ["bad-value"], "\(other)")
        }
    }

    @Test func checksWeighWhatIsFound() {
        let problems = ["drift", "bad-date", "dangling-link", "two-fallbacks"].map {
            Diagnostic($0, .warning, at: nil, "something")
        }
        let found = Self.read("checks: { drift: error, dangling-link: off }").configuration.weighed(problems)
        #expect(found.map(\.id) == ["drift", "bad-date", "two-fallbacks"])
        #expect(found.map(\.severity) == [.error, .warning, .warning])
    }

    @Test func theChecksAreInOrderAndEachOnce() {
        #expect(CheckNames.all == Set(CheckNames.all).sorted())
        #expect(Self.read("checks: { two-fallbacks: off }").problems.map(\.id) == ["unknown-key"])
    }

    /// With their ids as authors write them under `checks:`.
    @Test func theReadmeTellsWhatIsFoundInRules() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..")
        let readme = try String(contentsOf: root.appending(path: "README.md"), encoding: .utf8)
        let section = try #require(
            readme.components(separatedBy: "\n## ").first { $0.hasPrefix("What is wrong") })
        for id in Logic.findingIDs { #expect(section.contains("`\(id)`"), "\(id)") }
        #expect(Set(Logic.findingIDs).isSubset(of: CheckNames.all))
    }
}
