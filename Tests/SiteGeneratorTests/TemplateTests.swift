import Diagnostics
import Foundation
import Platform
import Testing

@testable import SiteGenerator

/// Templates are held to what pages offer before anything is rendered.
struct TemplateTests {
    private static func problems(_ files: [String: String]) throws -> [String] {
        let folder = NSTemporaryDirectory() + "precedent-templates-\(UUID().uuidString)"
        try Files.makeFolder("\(folder)/templates/partials")
        defer { try? Files.remove(folder) }
        for (name, text) in files { try Files.write(Array(text.utf8), to: "\(folder)/templates/\(name)") }
        var found: [Diagnostic] = []
        let theme = try ThemeSource(root: folder, folder: "templates", problems: &found)
        return (found + TemplateRenderer.checked(theme).problems).map { problem in
            let place = problem.location.map { "\($0.file):\($0.line):\($0.column): " } ?? ""
            return "\(place)\(problem.summary) [\(problem.id)] \(problem.suggestion ?? "")"
        }
    }

    @Test func theThemeInsideTheProgramIsSound() throws {
        #expect(try Self.problems([:]) == [])
    }

    @Test(arguments: [
        (
            "{{titel}}",
            "templates/page.mustache:1:1: this page does not offer 'titel' [unknown-variable] did you mean 'title'?"
        ),
        (
            "\n {{site.titel}}",
            "templates/page.mustache:2:2: this page does not offer 'site.titel' [unknown-variable] did you mean 'title'?"
        ),
        (
            "{{body}}",
            "templates/page.mustache:1:1: 'body' is HTML, which two braces would show as text [escaped-html] write '{{{body}}}'"
        ),
        (
            "{{{title}}}",
            "templates/page.mustache:1:1: 'title' is text, which three braces would let be read as HTML [unescaped-text] write '{{title}}'"
        ),
        (
            "{{site}}",
            "templates/page.mustache:1:1: 'site' is no text [not-text] open a section: '{{#site}}…{{/site}}'"
        ),
        (
            "{{#date}}{{iso}}",
            "templates/page.mustache:1:1: this section is not closed [bad-template] write '{{/date}}' where it ends"
        ),
        (
            "{{#date}}{{/title}}",
            "templates/page.mustache:1:10: 'title' is closed here and is not what is open [bad-template] '{{/date}}' is what is missing"
        ),
        (
            "{{title", "templates/page.mustache:1:1: this tag is not closed [bad-template] end it with '}}'"
        ),
        (
            "{{> partials/hed}}",
            "templates/page.mustache:1:1: there is no template 'partials/hed' [missing-partial] did you mean 'partials/head'?"
        ),
        (
            "{{> page}}",
            "templates/page.mustache:1:1: templates include each other without end: page → page [partial-cycle] take this partial out, or what leads back to it"
        ),
        (
            "{{=<% %>=}}",
            "templates/page.mustache:1:1: templates here are plain Mustache: variables, sections, partials and comments [bad-template] write '{{name}}', '{{{name}}}', '{{#name}}', '{{^name}}', '{{/name}}', '{{> name}}' or '{{! note}}'"
        ),
    ])
    func aSlipIsAnErrorWithItsPlace(template: String, message: String) throws {
        #expect(try Self.problems(["page.mustache": template]) == [message])
    }

    @Test func aPartialIsCheckedWithTheContextsOfEachUse() throws {
        let found = try Self.problems(["partials/status.mustache": "{{#status}}{{nmae}}{{/status}}"])
        #expect(!found.isEmpty)
        #expect(
            found.allSatisfy {
                $0.hasPrefix(
                    "templates/partials/status.mustache:1:12: this page does not offer 'nmae' [unknown-variable]"
                )
            })
    }

    @Test func anEmptyFieldDoesNotTakeTheValueOfTheContextAroundIt() throws {
        var found: [Diagnostic] = []
        let theme = try ThemeSource(root: "/nonexistent", folder: "templates", problems: &found)
        let renderer = try #require(TemplateRenderer.checked(theme).renderer)
        // The page has a date, its record line has none: no date may stand in the line.
        let common = CommonContext(
            title: "T", description: "D",
            site: SiteContext(title: "S", language: "en", author: nil, root: "", navigation: []))
        let line = RecordLineContext(
            link: RecordLinkContext(number: nil, title: "R", url: "r.html"), status: nil, date: nil,
            supersededBy: [],
            tags: [])
        let page = LogPageContext(common: common, records: [line], summary: "1 decision")
        let html = String(decoding: renderer.render(page, with: "log"), as: UTF8.self)
        #expect(html.contains("<td class=\"date\"></td>"))
        #expect(html.contains("<td class=\"number\"></td>"))
        #expect(!html.contains("null"))
    }

    @Test func textIsEscapedInEveryPartial() throws {
        var found: [Diagnostic] = []
        let theme = try ThemeSource(root: "/nonexistent", folder: "templates", problems: &found)
        let renderer = try #require(TemplateRenderer.checked(theme).renderer)
        let site = SiteContext(
            title: "<b>\"{{title}}\" & more</b>", language: "en", author: nil, root: "", navigation: [])
        let page = NotFoundPageContext(common: CommonContext(title: "<i>", description: "\"", site: site))
        for renderer in [renderer, renderer.prepared(for: [site])] {
            let html = String(decoding: renderer.render(page, with: "notFound"), as: UTF8.self)
            #expect(html.contains("&lt;b&gt;&quot;{{title}}&quot; &amp; more&lt;/b&gt;"))
            #expect(!html.contains("<b>"))
            #expect(!html.contains("<i>"))
        }
    }
}
