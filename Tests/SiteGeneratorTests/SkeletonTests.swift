import Decisions
import Diagnostics
import Foundation
import Languages
import Platform
import Testing

@testable import SiteGenerator

/// A page that is filled into a skeleton says to the byte what Mustache says of it.
struct SkeletonTests {
    /// A context of every kind of field, as deep as chance has it.
    private struct Part: PageContext {
        var name: String?
        var body: String?
        var isOn = false
        var parts: [Part] = []

        static let fields = Fields<Part>([
            .text("name") { $0.name }, .html("body") { $0.body }, .flag("on") { $0.isOn },
            .list("parts") { $0.parts }, .object("first") { $0.parts.first },
        ])
    }

    private struct PartPage: WholePageContext {
        let common: CommonContext
        let part: Part

        static let fields = Fields<PartPage>.page([
            .object("part") { $0.part }, .list("parts") { $0.part.parts }, .text("name") { $0.part.name },
        ])
    }

    /// Ends of lines, what opens and closes a stand-in or a tag, and what joins with the character before.
    private static let pieces = [
        "", "\n", "\r", "\r\n", "a", "<b>", "&amp;", "\"", "{{name}}", "\u{10FFFE}", "\u{10FFFF}",
        "\u{10FFFE}0&\u{10FFFF}",
        "\u{301}", "\u{200D}", "\u{600}", " ",
    ]

    private static let templates = [
        "partials/whole": """
        <h1>{{title}}\u{600}{{name}}\u{301}</h1>
          {{> partials/part}}
        {{#part}}
            {{> partials/part}}
        {{/part}}
        {{^parts}}none{{/parts}}{{{part.body}}}
        {{#parts}}[{{site.title}}{{#parts}}{{> partials/part}}{{/parts}}]{{/parts}}
        """,
        "partials/part": """
        {{#name}}<i>{{.}}</i>{{/name}}{{^name}}nameless{{/name}}
        {{{body}}}
        {{name}}
        {{#on}}on {{#first}}{{name}}{{^on}}{{{body}}}{{/on}}{{/first}}{{/on}}
        {{#parts}}
          - {{name}}{{{body}}}
            {{> partials/leaf}}
        {{/parts}}
        """,
        "partials/leaf": "{{{body}}}\n{{name}}\r\n{{^parts}}\n{{name}}{{{body}}}\n{{/parts}}|",
    ]

    private static func renderer(_ files: [String: String]) throws -> TemplateRenderer {
        let scratch = try Scratch(
            Dictionary(uniqueKeysWithValues: files.map { ("templates/\($0.key).mustache", $0.value) }))
        var problems: [Diagnostic] = []
        let theme = try ThemeSource(
            root: scratch.path, folder: files.isEmpty ? nil : "templates", problems: &problems)
        return try #require(TemplateRenderer.checked(theme, .english).renderer, "\(problems)")
    }

    private static func text(by random: inout some RandomNumberGenerator) -> String? {
        Int.random(in: 0..<4, using: &random) == 0
            ? nil
            : (0..<Int.random(in: 0..<4, using: &random)).compactMap { _ in
                pieces.randomElement(using: &random)
            }
            .joined()
    }

    private static func part(_ depth: Int, by random: inout some RandomNumberGenerator) -> Part {
        var part = Part(name: text(by: &random), body: text(by: &random), isOn: Bool.random(using: &random))
        if depth > 0 {
            for _ in 0..<Int.random(in: 0..<3, using: &random) {
                part.parts.append(Self.part(depth - 1, by: &random))
            }
        }
        return part
    }

    /// More shapes than are remembered, and many pages of the plainer ones.
    @Test(arguments: [false, true])
    func aPageOfRandomPartsIsTheSameEitherWay(isPrepared: Bool) throws {
        var random = SystemRandomNumberGenerator()
        let sites = ["S", "\u{10FFFE}0&\u{10FFFF}\n"].map {
            SiteContext(title: $0, language: "en", author: nil, root: "", navigation: [])
        }
        let plain = try Self.renderer(Self.templates)
        let renderer = isPrepared ? plain.prepared(for: Set(sites)) : plain
        var differing: [Part] = []
        for round in 0..<3000 {
            let page = PartPage(
                common: CommonContext(
                    title: Self.text(by: &random) ?? "", description: "D", site: sites[round % sites.count]),
                part: Self.part(round % 3, by: &random))
            let either = renderer.render(page, with: "partials/whole")
            if either != renderer.renderDirectly(page, with: "partials/whole") { differing.append(page.part) }
        }
        #expect(differing.isEmpty, "\(differing.first.debugDescription)")
    }

    @Test func aTemplateWithAStandInOfItsOwnKeepsIt() throws {
        let template = "\u{600}\u{10FFFE}0&\u{10FFFF}{{name}}"
        let site = SiteContext(title: "S", language: "en", author: nil, root: "", navigation: [])
        let page = PartPage(
            common: CommonContext(title: "T", description: "D", site: site), part: Part(name: "N"))
        let renderer = try Self.renderer(["partials/own": template])
        #expect(
            renderer.render(page, with: "partials/own") == Array("\u{600}\u{10FFFE}0&\u{10FFFF}N".utf8))
    }

    @Test func everyKindOfPageIsTheSameEitherWay() async throws {
        let scratch = try Scratch(Scratch.files)
        let loaded = try await SiteLoader.load(scratch.path)
        let renderer = try Self.renderer([:])
        var paths = loaded.model.outputs
        var site = try await Site(
            loaded, SiteOutputs(loaded, &paths), MermaidDiagrams(loaded, drawing: false), templates: renderer)
        try await site.renderRows()
        for page in site.pages() { expectTheSame(page, of: site, by: renderer) }
    }

    private func expectTheSame(_ page: some Page, of site: Site, by renderer: TemplateRenderer) {
        let context = page.context(in: site)
        let direct = renderer.renderDirectly(context, with: page.template)
        // First its skeleton is made, then it is there.
        for _ in 0..<2 { #expect(renderer.render(context, with: page.template) == direct, "\(page.path)") }
    }
}
