import Markdown
import Testing

/// The text in which meaning is looked for knows where each of its bytes stands.
struct InlineTextTests {
    @Test(arguments: [
        ("a &amp; b → c", "b → c", "1:9 b → c"),
        ("a &amp; b", "&", "1:3 &"),
        ("a **b** c d", "c", "1:9 c"),
        ("**a b** c", "b c", "1:5 b** c"),
        ("a\nb", "b", "2:1 b"),
        ("> x\n> y → z\n", "z", "2:9 z"),
        ("- [ ] x \\* y", "y", "1:12 y"),
        ("日本 → ö", "ö", "1:12 ö"),
    ])
    func aPartIsFoundInTheFile(text: String, part: String, place: String) throws {
        let inline = InlineText(try paragraph(in: text))
        let range = try #require(inline.firstOccurrence(of: part))
        #expect(Places.shown(inline.location(range), in: text) == place)
        #expect(inline.string(range) == part)
    }

    @Test func theSecondPartIsFoundBehindAnEscapedBar() throws {
        let text = "| x |\n|---|\n| a \\| b → c |\n"
        let cell = try #require(document(text).root.descendants.filter { $0.kind == .tableCell }.last)
        let inline = InlineText(cell)
        #expect(inline.string == "a | b → c")
        let range = try #require(inline.firstOccurrence(of: "c"))
        #expect(Places.shown(inline.location(range), in: text) == "3:14 c")
    }

    @Test func nothingIsFoundInCodeUnlessAskedFor() throws {
        let paragraph = try paragraph(in: "a `→ b` <!-- → c --> d")
        #expect(InlineText(paragraph).firstOccurrence(of: "→") == nil)
        #expect(InlineText(paragraph).string == "a   d")
        #expect(InlineText(paragraph, includingCode: true).string == "a → b  d")
    }

    @Test func struckTextIsLeftOutWhereItIsACorrection() throws {
        let paragraph = try paragraph(in: "~~yes~~ no ~~*so*~~")
        #expect(InlineText(paragraph).string == "yes no so")
        #expect(InlineText(paragraph, includingStruck: false).string == " no ")
    }

    @Test func aSkippedElementIsLeftOut() throws {
        let paragraph = try paragraph(in: "**Name.** Rest")
        let inline = InlineText(paragraph, skipping: paragraph.children.first)
        #expect(inline.string == " Rest")
        #expect(inline.trimmed(0..<inline.bytes.count) == 1..<5)
    }

    @Test func theLastArrowIsMeantAndOfTwoTheLonger() throws {
        let inline = InlineText(try paragraph(in: "a -> b => c --> d"))
        #expect(inline.lastOccurrence(of: ["->", "-->", "=>"]) == 12..<15)
        #expect(inline.lastOccurrence(of: ["=>"]) == 7..<9)
        #expect(inline.lastOccurrence(of: ["→", ""]) == nil)
        #expect(inline.firstOccurrence(of: "") == nil)
    }

    @Test func positionsDivideAText() throws {
        let document = document("a *b c* d\n")
        let paragraph = try #require(document.blocks.first)
        let inline = InlineText(paragraph)
        let divide = inline.position(at: 4)
        var renderer = HTMLRenderer(document)
        #expect(renderer.innerHTML(of: paragraph, to: divide) == "a <em>b </em>")
        #expect(renderer.innerHTML(of: paragraph, from: divide) == "<em>c</em> d")
        #expect(inline.position(at: 0) < divide)
    }

    private func document(_ text: String) -> Document { Document(Array(text.utf8), file: "f") }

    private func paragraph(in text: String) throws -> Element {
        try #require(document(text).root.descendants.first { $0.kind == .paragraph })
    }
}
