import Markdown
import Testing

/// Each part of a document knows where it stands in the file, whatever stands before it.
struct SourceRangeTests {
    /// A text, the kind of node that is looked for, and each one's place and words.
    struct Sample: Sendable, CustomTestStringConvertible {
        let kind: Document.Kind
        let text: String
        let places: [String]

        var testDescription: String { "\(kind) in \(text.debugDescription)" }

        init(_ kind: Document.Kind, _ text: String, _ places: [String]) {
            self.kind = kind
            self.text = text
            self.places = places
        }
    }

    @Test(arguments: blocks + cells + texts + links + lineEnds + takenLines)
    func placesAreThoseInTheFile(_ sample: Sample) {
        #expect(Places.of(sample.kind, in: sample.text) == sample.places)
    }

    private static let blocks = [
        Sample(
            .heading, "# A\n\nB\n===\n\n- ## C #\n> ### D\n", ["1:1 # A", "3:1 B", "6:3 ## C", "7:3 ### D"]),
        Sample(.paragraph, "> a\n> > b\n\n-\tc\n\n\td\n", ["1:3 a", "2:5 b", "4:3 c", "6:2 d"]),
        Sample(
            .item, "1. a\n   - b\n2. c\n\n> * d\n-\te\n",
            ["1:1 1. a", "2:4 - b", "3:1 2. c", "5:3 * d", "6:1 -\te"]),
        Sample(.item, "- [ ] a\n- [x] b\n", ["1:1 - [ ] a", "2:1 - [x] b"]),
        Sample(.blockQuote, "> a\n> > b\n", ["1:1 > a", "2:3 > b"]),
        Sample(.table, "x\n\n> | a |\n> |---|\n", ["3:3 | a |"]),
        Sample(.tableRow, "a | b\n--- | ---\nc | d\n", ["1:1 a | b", "3:1 c | d"]),
        Sample(.footnoteDefinition, "a[^1]\n\n[^1]: b\n", ["3:7 b"]),
    ]

    private static let cells = [
        Sample(
            .tableCell, "| a | *b* c |\n|---|---|\n|d|  `e`  |\n", ["1:3 a", "1:7 *b* c", "3:2 d", "3:6 `e`"]),
        Sample(.tableCell, "a | b\n---|---\nc | d\n", ["1:1 a", "1:5 b", "3:1 c", "3:5 d"]),
        Sample(
            .tableCell, "> | a \\| b | c |\n> |---|---|\n> | `d \\| e` | [f](g) |\n",
            ["1:5 a \\| b", "1:14 c", "3:5 `d \\| e`", "3:16 [f](g)"]),
        Sample(
            .tableCell, "- x\n\n  | a | b |\n  |---|---|\n  | \\|\\| c | d |\n",
            ["3:5 a", "3:9 b", "5:5 \\|\\| c", "5:14 d"]),
        Sample(.tableCell, "| Größe | 日本 | c |\n|-|-|-|\n", ["1:3 Größe", "1:13 日本", "1:22 c"]),
        Sample(
            .tableCell, "| a | b |\n|---|---|\n| c |\n|| d |\n",
            ["1:3 a", "1:7 b", "3:3 c", "3:1 |", "4:2 |", "4:4 d"]),
        Sample(.tableCell, "\t\n| a\t|\tb |\n|-|-|\n", ["2:3 a", "2:7 b"]),
        Sample(
            .tableCell, "| a &amp; b | c\\\\ | d |\n|-|-|-|\n", ["1:3 a &amp; b", "1:15 c\\\\", "1:21 d"]),
    ]

    private static let texts = [
        Sample(.text, "> > a\n> > *b* c\n", ["1:5 a", "2:6 b", "2:8  c"]),
        Sample(.text, "> a\nlazy\n  *b* c\n", ["1:3 a", "2:1 lazy", "3:4 b", "3:6  c"]),
        Sample(.text, "- a\n  b\n   *c*\n", ["1:3 a", "2:3 b", "3:5 c"]),
        Sample(.text, "a &amp; b &#x3C;c", ["1:1 a ", "1:3 &", "1:8  b ", "1:11 &", "1:17 c"]),
        Sample(.text, "a \\* b\\_c", ["1:1 a ", "1:4 * b", "1:8 _c"]),
        Sample(.text, "| a \\| b *c* d |\n|-|\n", ["1:3 a ", "1:6 | b ", "1:11 c", "1:13  d"]),
        Sample(
            .text, "> | a \\| **b** c | d |\n> |-|-|\n", ["1:5 a ", "1:8 | ", "1:12 b", "1:15  c", "1:20 d"]),
        Sample(.text, "# a *b* c\n\nd *e*\n---\n", ["1:3 a ", "1:6 b", "1:8  c", "3:1 d ", "3:4 e"]),
        Sample(.text, "日本 *ö* x", ["1:1 日本 ", "1:9 ö", "1:12  x"]),
        Sample(.text, "a  \n b\\\nc", ["1:1 a", "2:2 b", "3:1 c"]),
        Sample(.text, "-\ta *b*\n\n\tc *d*\n", ["1:3 a ", "1:6 b", "3:2 c ", "3:5 d"]),
        Sample(.text, "1. [x] a *b*\n", ["1:8 a ", "1:11 b"]),
        Sample(.emphasis, "> a\n> b *c* d\n", ["2:5 *c*"]),
        Sample(.strong, "a **b** c\nd __e__\n", ["1:3 **b**", "2:3 __e__"]),
        Sample(.strikethrough, "| a ~~b~~ c |\n|-|\n", ["1:5 ~~b~~"]),
    ]

    private static let links = [
        Sample(.link, "[a](b) and [c](d 'e')", ["1:1 [a](b)", "1:12 [c](d 'e')"]),
        Sample(.link, "> 1. x [a](b)\n>    [c](d)\n", ["1:8 [a](b)", "2:6 [c](d)"]),
        Sample(.link, "| a \\| b [c](d) |\n|-|\n", ["1:10 [c](d)"]),
        Sample(.link, "[a][b] x [b]\n\n[b]: c\n", ["1:1 [a][b]", "1:10 [b]"]),
        Sample(.link, "ö &amp; [a](b)\n", ["1:10 [a](b)"]),
        Sample(.link, "x <https://a.b> <c@d.e>\n", ["1:3 <https://a.b>", "1:17 <c@d.e>"]),
        Sample(.link, "x https://a.b/c y\nand www.d.e.\n", ["1:3 https://a.b/c", "2:5 www.d.e"]),
        Sample(.link, "*x* [*a* `b`](c) d", ["1:5 [*a* `b`](c)"]),
        Sample(.image, "a ![b](c) d\n> ![e](f)\n", ["1:3 ![b](c)", "2:3 ![e](f)"]),
        Sample(.link, "-\tx\n\n\t[a](b)\n", ["3:2 [a](b)"]),
    ]

    private static let lineEnds = [
        Sample(
            .text, "a\r\n*b*\r\n\r\n| c | d |\r\n|---|---|\r\n| e | f |\r\n",
            ["1:1 a", "2:2 b", "4:3 c", "4:7 d", "6:3 e", "6:7 f"]),
        Sample(.text, "a\r*b*\r\r- c\r\n- d\n", ["1:1 a", "2:2 b", "4:3 c", "5:3 d"]),
        Sample(.heading, "\u{FEFF}# a\n\n## b\n", ["1:1 # a", "3:1 ## b"]),
        Sample(.text, "---\ntitle: x\n---\n# a *b*\n\n> c\n", ["4:3 a ", "4:6 b", "6:3 c"]),
        Sample(.link, "\u{FEFF}---\r\ntitle: ö\r\n...\r\n\r\nx [a](b)\r\n", ["5:3 [a](b)"]),
        Sample(.tableCell, "---\r---\r\r| a |\r|---|\r| b |", ["4:3 a", "6:3 b"]),
    ]

    /// cmark takes lines from these paragraphs after it has counted them.
    private static let takenLines = [
        Sample(.link, "[r]: u\nsee *x* [r] [a](b)\nand [c](d)\n", ["2:9 [r]", "2:13 [a](b)", "3:5 [c](d)"]),
        Sample(
            .text, "> [r]: u\n> \"t\"\n>  [s]: v\n> *x* y\n> z\n", ["4:4 x", "4:6  y", "5:3 z"]),
        Sample(.link, "[a](b\n'c') [d]: [e](f)\n[g](h)", ["1:1 [a](b", "2:11 [e](f)", "3:1 [g](h)"]),
        Sample(
            .link, "\n\nx [a](b) *c*\ny [d](e)\n[m](n)\n| [f](g) | h |\n|---|---|\n| i | [j](k) |\n",
            ["3:3 [a](b)", "4:3 [d](e)", "5:1 [m](n)", "6:3 [f](g)", "8:7 [j](k)"]),
        Sample(
            .text, "- y\n\n  a \\| b *c*\n  d \\| *e*\n  f | *g* h\n  --|--\n\nx\n",
            [
                "1:3 y", "3:3 a ", "3:6 | b ", "3:11 c", "4:3 d ", "4:6 | ", "4:9 e", "5:3 f", "5:8 g",
                "5:10  h", "8:1 x",
            ]),
        Sample(
            .tableCell, "> x\n>   y\n> | a \\| b | c |\n> |---|---|\n> | d | e |\n",
            ["3:5 a \\| b", "3:14 c", "5:5 d", "5:9 e"]),
        Sample(.table, "x\n| a |\n|---|\n", ["2:1 | a |"]),
        Sample(.paragraph, "z\n\nx\ny\n| a |\n|---|\n", ["1:1 z", "3:1 x"]),
        Sample(.tableCell, "x\n| a |\n|---|\n\ny\n\n| b |\n|---|\n", ["2:3 a", "7:3 b"]),
        Sample(
            .tableCell, "x\r\ny\r\n| a | b |\r\n|-|-|\r\n| c | d |\r\n", ["3:3 a", "3:7 b", "5:3 c", "5:7 d"]),
    ]
}
