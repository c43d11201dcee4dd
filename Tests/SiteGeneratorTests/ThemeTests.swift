import Foundation
import Platform
import Testing

@testable import SiteGenerator

/// The theme inside the program is the one in the repository.
struct ThemeTests {
    private static let folder =
        URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "templates").path(percentEncoded: false)

    @Test func everyFileOfTheFolderIsEmbeddedOnce() throws {
        #expect(ThemeSource.embedded.map(\.path).sorted() == (try Files.tree(below: Self.folder)).sorted())
    }

    @Test func theBytesAreTheSame() throws {
        for file in ThemeSource.embedded {
            #expect(try Files.read("\(Self.folder)/\(file.path)") == file.bytes, "\(file.path)")
        }
    }

    @Test func everyPageHasItsTemplateAndEveryTemplateItsUse() throws {
        let names = Set(
            ThemeSource.embedded.map(\.path).filter { $0.hasSuffix(".mustache") }.map { $0.dropLast(9) })
        let pages = Set(TemplateRenderer.pages.map(\.template))
        let texts = ThemeSource.embedded.map { String(decoding: $0.bytes, as: UTF8.self) }
        let partials = Set(texts.flatMap { $0.matches(of: /\{\{>\s*([\w\/-]+)\s*\}\}/).map(\.output.1) })
        let fragments = Set(TemplateRenderer.fragments.map { $0.template[...] })
        #expect(names == Set(pages.map { $0[...] }).union(partials).union(fragments))
    }

    @Test(arguments: [
        ("accent: '#5b2a86'", "#5b2a86", "#a68cbe"),
        ("accent: '#5b2a86', accent-dark: '#ffd200'", "#5b2a86", "#ffd200"),
    ])
    func theAccentOfLightPagesServesForDarkOnes(_ colours: String, _ light: String, _ dark: String)
        async throws
    {
        var files = Scratch.files
        files["precedent.yml"] = "colours: { \(colours) }\n"
        let site = try Scratch(files)
        try await site.build()
        let style = try site.read("public/assets/style.css")
        #expect(style.contains("(prefers-color-scheme: light) { :root { --accent: \(light); } }"))
        #expect(style.contains("(prefers-color-scheme: dark) { :root { --accent: \(dark); --fill: "))
    }

    @Test func aStylesheetOfTheSitesOwnKeepsItsDarkAccent() async throws {
        var files = Scratch.files
        files["precedent.yml"] = "colours: { accent: '#5b2a86' }\n"
        files["templates/assets/style.css"] = ":root { --accent: #000; }\n"
        let site = try Scratch(files)
        try await site.build()
        #expect(!(try site.read("public/assets/style.css").contains("dark")))
    }

    @Test(arguments: ["\u{FEFF}", "\r\n"])
    func templatesMayBeSavedByAnyEditor(_ way: String) async throws {
        let site = try Scratch(Scratch.files)
        try await site.build()
        let before = try site.read("public/about.html")
        for file in ThemeSource.embedded where file.path.hasSuffix(".mustache") {
            let text = String(decoding: file.bytes, as: UTF8.self)
            try site.write(
                "templates/\(file.path)", way == "\r\n" ? text.replacing("\n", with: way) : way + text)
        }
        try await site.build()
        #expect(try site.read("public/about.html").replacing("\r\n", with: "\n") == before)
    }
}
