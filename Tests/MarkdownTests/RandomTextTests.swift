import Diagnostics
import Markdown
import Testing

/// What holds of any text, however odd.
struct RandomTextTests {
    @Test(arguments: 0..<300)
    func randomTextsAreRenderedAsByCMark(seed: Int) {
        let text = RandomText.of(seed: seed)
        CMarkComparison.expectSameHTML(Array(text.utf8), file: text.debugDescription)
    }

    @Test(arguments: 0..<300)
    func everyPlaceIsInTheFile(seed: Int) {
        // cmark counts a NUL as the three bytes of the mark that it puts in its place.
        let text = RandomText.of(seed: seed).replacing("\0", with: "")
        let document = Document(Array(text.utf8), file: "f")
        let lengths = Places.lines(of: Array(text.utf8)).map(\.count)
        func isInFile(_ place: Diagnostics.SourceLocation) -> Bool {
            lengths.indices.contains(place.line - 1)
                && (1...(lengths[place.line - 1] + 1)).contains(place.column)
        }
        for element in document.root.descendants {
            #expect(isInFile(element.location), "\(element.kind) in \(text.debugDescription)")
            guard [.paragraph, .heading, .tableCell].contains(element.kind) else { continue }
            let inline = InlineText(element)
            let outside = inline.bytes.indices.first { !isInFile(inline.location($0..<($0 + 1))) }
            #expect(outside == nil, "in \(text.debugDescription)")
        }
    }

    @Test(arguments: 0..<300)
    func aTextMayBeDividedAnywhere(seed: Int) throws {
        let document = Document(Array(RandomText.of(seed: seed).utf8), file: "f")
        for element in document.root.descendants where element.kind == .paragraph {
            let inline = InlineText(element)
            for offset in inline.bytes.indices where inline.bytes[offset] & 0xC0 != 0x80 {
                let divide = inline.position(at: offset)
                var renderer = HTMLRenderer(document)
                let halves = [
                    renderer.innerHTML(of: element, to: divide),
                    renderer.innerHTML(of: element, from: divide),
                ]
                for half in halves {
                    for tag in ["em", "strong", "del", "a", "code"] {
                        let opened = count("<\(tag)>", in: half) + count("<\(tag) ", in: half)
                        #expect(opened == count("</\(tag)>", in: half), "\(half)")
                    }
                }
            }
        }
    }

    /// By bytes, since an accent behind a tag would make its bracket another character.
    private func count(_ tag: String, in html: String) -> Int {
        Array(html.utf8).ranges(of: Array(tag.utf8)).count
    }
}
