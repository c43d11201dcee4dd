import Decisions
import Diagnostics
import Foundation
import Languages
import Markdown
import Platform
import Rules
import Testing

@testable import SiteGenerator

/// Templates are held to what pages offer before anything is rendered.
struct TemplateTests {
    private static let site = SiteContext(
        title: "S", language: "en", author: nil, root: "", navigation: [])

    /// The theme with files of a site's own.
    private static func theme(_ files: [String: String], isNamed: Bool = false) throws -> (
        ThemeSource, [Diagnostic]
    ) {
        let folder = NSTemporaryDirectory() + "precedent-templates-\(UUID().uuidString)"
        for name in ["partials", "assets", "x"] { try Files.makeFolder("\(folder)/templates/\(name)") }
        defer { try? Files.remove(folder) }
        for (name, text) in files { try Files.write(Array(text.utf8), to: "\(folder)/templates/\(name)") }
        var found: [Diagnostic] = []
        let theme = try ThemeSource(root: folder, folder: "templates", isNamed: isNamed, problems: &found)
        return (theme, found)
    }

    private static func problems(_ files: [String: String], isNamed: Bool = false) throws -> [String] {
        let (theme, found) = try theme(files, isNamed: isNamed)
        let all = found + (theme.unread?.problems ?? []) + TemplateRenderer.checked(theme, .english).problems
        return all.map { problem in
            let place = problem.location.map { "\($0.file):\($0.line):\($0.column): " } ?? ""
            return "\(place)\(problem.summary) [\(problem.id)] \(problem.suggestion ?? "")"
        }
    }

    private static func rendered(
        _ context: some WholePageContext, with template: String, by files: [String: String] = [:]
    ) throws -> String {
        let renderer = try #require(TemplateRenderer.checked(try theme(files).0, .english).renderer)
        return String(decoding: renderer.render(context, with: template), as: UTF8.self)
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
            "{{words.page.contens}}",
            "templates/page.mustache:1:1: the theme has no words under 'page.contens' [unknown-words] did you mean 'page.contents'?"
        ),
        (
            "{{words.framework.version}}",
            "templates/page.mustache:1:1: this page does not offer 'version' [unknown-variable] it offers anchor, body, canonicalURL, cardURL, contents, date, description, generator, hasContents, heading, markdownCopy, pageKind, shortTitle, site, structuredData, title"
        ),
        (
            "{{words.assessments.count}}",
            "templates/page.mustache:1:1: 'words.assessments.count' has a form for each number, which a template cannot choose [unknown-words] show what the page offers of it"
        ),
        (
            "{{#words.framework.version}}{{#vershion}}1{{/vershion}}{{#version}}2{{/version}}{{/words.framework.version}}",
            "templates/page.mustache:1:1: 'words.framework.version' has no place for 'vershion' [unknown-words] did you mean 'version'?"
        ),
        (
            "{{#words.page.skip}}{{site.title}}{{/words.page.skip}}",
            "templates/page.mustache:1:21: 'site.title' is in no place of 'words.page.skip' [unknown-words] write it into a section that names the place"
        ),
        (
            "{{#words.page.skip}}{{> partials/foot}}{{/words.page.skip}}",
            "templates/page.mustache:1:21: 'partials/foot' is in no place of 'words.page.skip' [unknown-words] write it into a section that names the place"
        ),
        (
            "{{words.page.set-by}} {{titel}}",
            "templates/page.mustache:1:23: this page does not offer 'titel' [unknown-variable] did you mean 'title'?"
        ),
        (
            "\n {{site.titel}}",
            "templates/page.mustache:2:2: this page does not offer 'site.titel' [unknown-variable] did you mean 'site.title'?"
        ),
        (
            "{{#if date}}{{date.iso}}{{else}}never{{/if}}",
            "templates/page.mustache:1:1: 'if' is no part of Mustache [bad-template] write '{{#date}}…{{/date}}', which shows what is in it where there is one, and once for each of several"
        ),
        (
            "{{#unless date}}never{{/unless}}",
            "templates/page.mustache:1:1: 'unless' is no part of Mustache [bad-template] write '{{^date}}…{{/date}}', which shows what is in it where there is none"
        ),
        (
            "{{#if (eq title \"a\")}}{{/if}}",
            "templates/page.mustache:1:1: 'if' is no part of Mustache [bad-template] write '{{#name}}…{{/name}}', which shows what is in it where there is one, and once for each of several"
        ),
        (
            "{{#each contents as |item|}}{{/each}}",
            "templates/page.mustache:1:1: 'each' is no part of Mustache [bad-template] write '{{#contents}}…{{/contents}}', which shows what is in it where there is one, and once for each of several"
        ),
        (
            "{{#date}}{{iso}}{{else if title}}never{{/date}}",
            "templates/page.mustache:1:17: 'else' is no part of Mustache [bad-template] write '{{^name}}…{{/name}}' behind '{{#name}}…{{/name}}' for what is to show else"
        ),
        (
            "{{page.title}}",
            "templates/page.mustache:1:1: this page does not offer 'page.title' [unknown-variable] did you mean 'title'?"
        ),
        (
            "{{> head}}",
            "templates/page.mustache:1:1: there is no template 'head' [missing-partial] did you mean 'partials/head'?"
        ),
        (
            "{{#date}}{{iso}}{{else}}never{{/date}}",
            "templates/page.mustache:1:17: 'else' is no part of Mustache [bad-template] write '{{^name}}…{{/name}}' behind '{{#name}}…{{/name}}' for what is to show else"
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
            "{{.}}",
            "templates/page.mustache:1:1: '.' stands for the text of the section around it, and here is none [not-text] write the name of what is meant"
        ),
        (
            "{{#site}}{{.}}{{/site}}",
            "templates/page.mustache:1:10: '.' stands for the text of the section around it, and here is none [not-text] write the name of what is meant"
        ),
        (
            "{{#hasContents}}{{.}}{{/hasContents}}",
            "templates/page.mustache:1:17: '.' stands for the text of the section around it, and here is none [not-text] write the name of what is meant"
        ),
        (
            "{{^title}}{{.}}{{/title}}",
            "templates/page.mustache:1:11: '.' stands for the text of the section around it, and here is none [not-text] write the name of what is meant"
        ),
        (
            "{{#title}}{{{.}}}{{/title}}",
            "templates/page.mustache:1:11: '.' is text, which three braces would let be read as HTML [unescaped-text] write '{{.}}'"
        ),
        (
            "\r\n{{#body}}{{.}}{{/body}}",
            "templates/page.mustache:2:10: '.' is HTML, which two braces would show as text [escaped-html] write '{{{.}}}'"
        ),
        (
            "{{title}}\n{{% CONTENT_TYPE:TEXT}}",
            "templates/page.mustache:2:1: templates here are plain Mustache: variables, sections, partials and comments [bad-template] write '{{name}}', '{{{name}}}', '{{#name}}', '{{^name}}', '{{/name}}', '{{> name}}' or '{{! note}}'"
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

    @Test func aSlipInAPartOfManyPagesIsToldOnce() throws {
        let problems = try Self.problems(["partials/masthead.mustache": "{{site.titel}} {{nowhere}}"])
        #expect(
            problems.map { String($0.prefix { $0 != "[" }) } == [
                "templates/partials/masthead.mustache:1:1: this page does not offer 'site.titel' ",
                "templates/partials/masthead.mustache:1:16: this page does not offer 'nowhere' ",
            ])
    }

    @Test func aPartOfManyPagesIsToldWhatAllOfThemOffer() throws {
        let problem = try #require(
            try Self.problems(["partials/colophon.mustache": "{{introductory}}"]).first)
        #expect(problem.contains(" it offers ") && problem.contains("site"))
        // Of the first page alone.
        #expect(!problem.contains("hasWaiting"))
    }

    @Test func aPartOfManyPagesThatIncludesItselfIsToldOnce() throws {
        #expect(
            try Self.problems(["partials/colophon.mustache": "{{> partials/colophon}}"]) == [
                "templates/partials/colophon.mustache:1:1: templates include each other without end: partials/colophon → partials/colophon [partial-cycle] take this partial out, or what leads back to it"
            ])
    }

    @Test func ofAFolderForSomethingElseNothingIsSaid() throws {
        let foreign = [
            "deployment.yaml": "kind: Deployment", "README.mustache": "{{#operations}}",
            "x/page.mustache": "{{#each x}}",
        ]
        #expect(try Self.problems(foreign) == [])
        #expect(try Self.problems(foreign, isNamed: true).count == 3)
    }

    @Test func whatNoPageUsesMayBeOfAnotherDialect() throws {
        let problems = try Self.problems([
            "partials/colophom.mustache": "{{#if x}}\nfoo\n{{else}}\n{{/if}}"
        ])
        #expect(problems.count == 1 && problems[0].contains("[unread-file]"))
    }

    @Test func everyPlaceOfWordsIsAskedFor() throws {
        let problems = try Self.problems(["page.mustache": "{{words.changes.shown}}"])
        #expect(
            problems.map { String($0.prefix { $0 != "[" }) }.sorted() == [
                "templates/page.mustache:1:1: this page does not offer 'all' ",
                "templates/page.mustache:1:1: this page does not offer 'shown' ",
            ])
    }

    @Test(arguments: [
        (
            "colophon.mustache",
            "templates/colophon.mustache:1:1: no page uses the template 'colophon' [unread-file] did you mean 'partials/colophon'?"
        ),
        (
            "recrod.mustache",
            "templates/recrod.mustache:1:1: no page uses the template 'recrod' [unread-file] did you mean 'record'?"
        ),
        (
            "partials/quite-else.mustache",
            "templates/partials/quite-else.mustache:1:1: no page uses the template 'partials/quite-else' [unread-file] write '{{> partials/quite-else}}' where it belongs, or take it away"
        ),
        (
            "record.html",
            "templates/record.html:1:1: this file is no part of a theme, so nothing is done with it [unread-file] a template ends in '.mustache': record.mustache"
        ),
        (
            "style.css",
            "templates/style.css:1:1: this file is no part of a theme, so nothing is done with it [unread-file] the theme has it as 'assets/style.css'"
        ),
        (
            "logo.svg",
            "templates/logo.svg:1:1: this file is no part of a theme, so nothing is done with it [unread-file] templates end in '.mustache', and what pages load stands in 'assets/'"
        ),
    ])
    func aFileThatNothingComesOfIsTold(_ file: String, _ problem: String) throws {
        #expect(try Self.problems([file: "text"], isNamed: true) == [problem])
        let beside = ["README.md": "Our templates.", "home.mustache~": "", "assets/extra.js": ""]
        #expect(try Self.problems(beside, isNamed: true) == [])
    }

    @Test func theTextOfASectionIsWrittenWithADot() throws {
        let page = PlainPageContext(
            common: CommonContext(title: "A & B", description: "D", site: Self.site), anchor: nil,
            heading: nil,
            body: "<p>C</p>", date: nil, contents: TableOfContents([]))
        let template = "{{#title}}{{^date}}[{{.}}]{{/date}}{{/title}}{{#body}}{{{.}}}{{/body}}"
        #expect(try Self.problems(["page.mustache": template]) == [])
        #expect(
            try Self.rendered(page, with: "page", by: ["page.mustache": template]) == "[A &amp; B]<p>C</p>")
    }

    @Test func anEmptyFieldDoesNotTakeTheValueOfTheContextAroundIt() throws {
        let common = CommonContext(title: "T", description: "D", site: Self.site)
        let date = DateContext(CalendarDate(year: 2026, month: 3, day: 4), in: .english)
        // The page has a date, the assessment in its list has none: no date may stand beside that.
        let framework = FrameworkPageContext(
            common: common, anchor: nil, heading: "F", standfirst: nil, category: nil, date: date,
            version: nil,
            readingTime: "1 min", contents: TableOfContents([]), parts: [], options: [], rules: [],
            recommendedBy: nil, map: nil, portfolioURL: nil,
            assessments: [AssessmentLineContext(title: "A", url: "a.html", date: nil, verdict: nil)],
            assessmentSummary: "1 assessment", assessURL: nil, command: "", sourceFile: "f.md")
        let html = try Self.rendered(framework, with: "framework")
        #expect(html.contains("<time datetime=\"2026-03-04\">4 March 2026</time>"))
        #expect(html.contains("<span class=\"date\"></span>"))
        // The record has a number, the one in its place has none.
        let other = RecordLinkContext(number: nil, title: "R", url: "r.html")
        let record = RecordPageContext(
            common: common, anchor: nil, heading: "T", number: 77, status: nil, statusURL: nil, date: nil,
            isDateFromGit: false, unreadDate: nil, banner: BannerContext(records: [other], holds: true),
            assessment: nil,
            facts: "", body: "", history: nil, editURL: nil, newURL: nil,
            contents: TableOfContents([]), readingTime: "1 min", previous: nil,
            next: nil, sourceFile: "r.md")
        let page = try Self.rendered(record, with: "record")
        #expect(page.contains("<span>ADR 77</span>"))
        #expect(page.contains("<a href=\"r.html\">R</a></p>"))
        #expect(!(html + page).contains("null"))
    }

    @Test func textIsEscapedInEveryPartial() throws {
        let renderer = try #require(TemplateRenderer.checked(try Self.theme([:]).0, .english).renderer)
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
