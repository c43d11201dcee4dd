import Markdown
import Testing

/// Authors' HTML is passed on where the site allows it; else its words stay and its markup goes.
struct RawHTMLTests {
    @Test(arguments: [
        ("a <b>c</b> d\n", "<p>a c d</p>\n"),
        ("a <script>alert(1)</script> b\n", "<p>a alert(1) b</p>\n"),
        ("<script>alert(1)</script>\n", ""),
        ("<style>\np {}\n</style>\n", ""),
        ("<!-- not said -->\n", ""),
        ("a <!-- not said --> b\n", "<p>a  b</p>\n"),
        ("<div onclick=\"x\">a &lt;i&gt; <em>b</em></div>\n", "<p>a &lt;i&gt; b</p>\n"),
        ("<td>a</td><td>b</td>\n", "<p>a  b</p>\n"),
        ("<p>a<b>b</b>c\n", "<p>abc</p>\n"),
        ("<div title=\"a > b\">c</div>\n", "<p>c</p>\n"),
        ("<div>a < b & c</div>\n", "<p>a &lt; b &amp; c</p>\n"),
        ("<div>a <!-- open\n", "<p>a</p>\n"),
        ("<div>a <SCRIPT>x</Script> b</div>\n", "<p>a   b</p>\n"),
        ("a<br>b<BR />c\n", "<p>a<br>\nb<br>\nc</p>\n"),
        ("<img src=x onerror=y>\n", ""),
    ])
    func unlessAllowedOnlyTheWordsStay(text: String, expected: String) {
        #expect(html(text, allowed: false) == expected)
    }

    @Test(arguments: [
        ("a <b>c</b> d\n", "<p>a <b>c</b> d</p>\n"),
        ("<div class=\"x\">\n\n*a*\n\n</div>\n", "<div class=\"x\">\n<p><em>a</em></p>\n</div>\n"),
        ("<!-- said -->\n", "<!-- said -->\n"),
        ("<script>\na < b;\n</script>\n", "<script>\na < b;\n</script>\n"),
    ])
    func whereAllowedItIsPassedOn(text: String, expected: String) {
        #expect(html(text, allowed: true) == expected)
    }

    private func html(_ text: String, allowed: Bool) -> String {
        let document = Document(Array(text.utf8), file: "f")
        var renderer = HTMLRenderer(document)
        renderer.allowRawHTML = allowed
        return renderer.html(of: document.blocks)
    }
}
