import Testing

/// A short text and what it shows.
struct MarkdownSample: Sendable, CustomTestStringConvertible {
    let name: String
    let text: String

    var testDescription: String { name }

    init(_ name: String, _ text: String) {
        self.name = name
        self.text = text
    }
}

/// Every construct that authors may use, in the nestings that are easily got wrong.
enum MarkdownSamples {
    static let all: [MarkdownSample] = blocks + lists + tables + inlines + links + notes + bytes + deep

    private static let blocks = [
        MarkdownSample(
            "headings", "# One #\n\n## Two *em* `c` [l](u)\n####### seven\n#no\n######\n### \\# ##\n"),
        MarkdownSample("setext", "One\ntwo *em*\n===\n\nThree\n---\n\n- four\n  ---\n> five\n> ===\n"),
        MarkdownSample("breaks", "***\n - - -\n___\nfoo\n***\n--\n"),
        MarkdownSample(
            "code",
            "    four\n\n      six\n\n```swift extra words\nlet a = \"<&>\"\n```\n\n~~~\n```\n~~~\n```\nopen\n"
        ),
        MarkdownSample("info strings", "``` a&amp;b\\* \"q\"\nx\n```\n```a&#10;b\nx\n```\n"),
        MarkdownSample("quotes", "> a\nlazy\n> > b\n> c\n\n> - d\n>   e\n>\n> f\n>     code\n"),
        MarkdownSample(
            "quote of everything",
            "> # h\n> ```\n> code\n> ```\n> | a | b |\n> |---|--:|\n> | *c* | d |\n>\n> 1) x\n"),
    ]

    private static let lists = [
        MarkdownSample("tight", "- a\n- b\n  - c\n    - d\n- e\n"),
        MarkdownSample("loose", "- a\n\n- b\n\n  c\n- d\n"),
        MarkdownSample("tight in loose", "- a\n  - x\n  - y\n\n- b\n\n  1. z\n"),
        MarkdownSample("loose in tight", "- a\n  - x\n\n    y\n- b\n"),
        MarkdownSample("numbers", "7. a\n8. b\n\n0) c\n\n123456789. d\n1234567890. e\n"),
        MarkdownSample("marks", "- a\n+ b\n* c\n"),
        MarkdownSample("empty items", "-\n- b\n-\n\n*\n\n1.\n"),
        MarkdownSample(
            "blocks in items",
            "- # h\n- > q\n-     code\n- ```\n  f\n  ```\n- ***\n- | a |\n  |---|\n  | b |\n"),
        MarkdownSample(
            "tasks", "- [ ] a\n- [x] *b*\n- [X] c\n- [y] d\n- plain\n\n1. [ ] e\n\n   f\n2. [x] g\n"),
        MarkdownSample("nested tasks", "- [ ] a\n  - [x] b\n\n- c\n  - [ ] d\n"),
        MarkdownSample("tabs", "-\ta\n\n\tb\n\n\t\tcode\n1.\tc\n\t- d\n>\tq\n>\n>\t\tcode\n"),
    ]

    private static let tables = [
        MarkdownSample("alignments", "| a | b | c | d |\n|---|:--|:-:|--:|\n| 1 | 2 | 3 | 4 |\n"),
        MarkdownSample("escaped bars", "a \\| b | c\n--- | ---\n`d \\| e` | **f \\| g** h\n\\| | \\\\|\n"),
        MarkdownSample(
            "inlines in cells",
            "| *a* b | [c](d \"e\") f |\n|--|--|\n| ![g](h) i | ~~j~~ <k@l.m> n |\n| `a` b | **c**d |\n"),
        MarkdownSample("head alone", "| a |\n|---|\n"),
        MarkdownSample("uneven rows", "| a | b |\n|---|---|\n| 1 |\n| 1 | 2 | 3 |\n||\n"),
        MarkdownSample("text around", "before\n| a | b |\n|---|---|\n| 1 | 2 |\nthird | row\n\nafter\n"),
        MarkdownSample("no table", "| a | b |\n|---|\n| 1 | 2 |\n"),
        MarkdownSample("in a list", "- x\n\n  | a | b |\n  |---|---|\n  | c | d \\| e *f* g |\n\n- y\n"),
        MarkdownSample("bare addresses in cells", "| a |\n|---|\n| www.x.de z |\n| a@b.cc, d |\n"),
    ]

    private static let inlines = [
        MarkdownSample("emphasis", "*a* _b_ **c** __d__ ***e*** *f **g** h* **i *j* k** a*b*c a_b_c **l*m*"),
        MarkdownSample("text behind marks", "*a* b **c** d ~~e~~ f [g] h [i](j) k\n\n[g]: x\n"),
        MarkdownSample("struck", "~~a~~ ~b~ ~~c *d* e~~ ~~f~ g"),
        MarkdownSample("code spans", "`a` ``b ` c`` ` d ` `e\nf` `&amp;` `<b>` `\\`\n"),
        MarkdownSample(
            "entities", "&amp; &lt;b&gt; &copy;&nbsp;&#35;&#x22; &bogus; &#0; &ngE; a&ouml;b\\&amp;"),
        MarkdownSample("escapes", "\\*a\\* \\\\ \\[b\\] \\<c\\> \\a \\` \\&amp; \\~\n"),
        MarkdownSample("hard breaks", "a  \nb\\\nc\n d   \n\ne\\\n"),
        MarkdownSample("raw HTML", "a <b>c</b> <!-- d --> <e f=\"g\"> <br> x<br/>y <BR />z < h > i <j\n"),
        MarkdownSample("HTML blocks", "<div class=\"x\">\n*a*\n\n*b*\n</div>\n\n<!-- c\n\nd -->\n\n<p>e\n"),
        MarkdownSample("punctuation", "\"a\" 'b' -- --- ... (c) ! ? # $ % ^ ~ | { } @ / = +\n"),
    ]

    private static let links = [
        MarkdownSample(
            "inline",
            "[a](b) [c](<d e> \"f\") [g](h 'i \"j\"') [k](l (m)) [](n) [o]() [*p* `q`](r) [s [t](u) v](w)"),
        MarkdownSample("addresses", "[a](b&c?d='e'&amp;f=%20%zz[x]\\*ö<) [g](<h[i]>) [j](k(l)m)\n"),
        MarkdownSample(
            "references",
            "[a] [b][] [c][a] [d][nowhere] [Ä]\n\n[a]: /x \"y\"\n[b]: <z>\n[ä]: /umlaut\n[a]: /second\n"),
        MarkdownSample("references above", "[a]: /x\n[b]: /y\n[a] and [b] text *em* `code`\n"),
        MarkdownSample(
            "images", "![a](b) ![c *d* `e` [f](g)](h \"i\") ![j][k] [![l](m)](n) ![o]() p\n\n[k]: q\n"),
        MarkdownSample("angle brackets", "<https://a.b/c?d=e&f> <mail@a.b> <a+b:c> <https://x y>"),
        MarkdownSample(
            "bare",
            "https://a.b/c_d_e, www.f.gh. (http://i.jk/l) m@n.op! **www.q.rs** xhttps://t ftp://u.v/w\n"),
        MarkdownSample("links over lines", "[a\nb](c\n\"d\") e *f*\n[g](<h>\n) i\n"),
    ]

    private static let notes = [
        MarkdownSample(
            "footnotes", "a[^1] b[^x] c[^1] d[^none]\n\n[^x]: X *em*\n[^1]: One\n\n    Two\n[^unused]: no\n"),
        MarkdownSample(
            "notes that end in no paragraph",
            "a[^1] b[^2]\n\n[^1]:\n    - x\n    - y\n[^2]: t\n\n        code\n"),
    ]

    private static let bytes = [
        MarkdownSample("nothing", ""),
        MarkdownSample("line ends alone", "\n\n\n"),
        MarkdownSample("no final newline", "- a\n\n  b"),
        MarkdownSample("NUL", "a\0b *c\0* `\0`\n\n    \0\n\0\n"),
        MarkdownSample(
            "CRLF",
            "# a\r\n\r\nb\r\n*c*\r\n\r\n| d | e |\r\n|---|---|\r\n| f | g \\| h |\r\n\r\n```\r\ni\r\n```\r\n"),
        MarkdownSample("CR", "# a\r\rb\r*c*\r\r- d\r- e\r"),
        MarkdownSample("BOM", "\u{FEFF}# a\n"),
        MarkdownSample("not ASCII", "# Über *Größe* 日本語\n\n– „a“ **→** b 👩‍👩‍👧 [ö](ä?ü) `é`\n"),
    ]

    private static let deep = [
        MarkdownSample("deep quotes", String(repeating: ">", count: 5000) + " a\n"),
        MarkdownSample(
            "deep brackets", String(repeating: "[", count: 5000) + "a" + String(repeating: "]", count: 5000)),
        MarkdownSample(
            "deep links", String(repeating: "[", count: 5000) + "a" + String(repeating: "](b)", count: 5000)),
        MarkdownSample(
            "deep images", String(repeating: "![", count: 5000) + "a" + String(repeating: "](b)", count: 5000)
        ),
        MarkdownSample(
            "deep stars",
            String(repeating: "*a **b ", count: 2500) + String(repeating: "c** d* ", count: 2500)),
        MarkdownSample(
            "stars alone", String(repeating: "*", count: 5000) + "a" + String(repeating: "*", count: 5000)),
        MarkdownSample("deep lists", (0..<200).map { String(repeating: "  ", count: $0) + "- a\n" }.joined()),
    ]
}
