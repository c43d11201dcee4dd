import Markdown
import Testing

/// What an author's link or HTML may do to a reader.
struct LinkSafetyTests {
    @Test(arguments: [
        "javascript:alert(1)", "JavaScript:alert(1)", "java&#115;cript:alert(1)", "javascript&colon;alert(1)",
        "&#106;avascript:x", "vbscript:x", "VBSCRIPT:x", "file:///etc/passwd", "data:text/html,x",
        "data:image/svg+xml,x", "DATA:text/html;base64,x", "java&Tab;script:x", "java&NewLine;script:x",
        "&#1;javascript:x", "&#32;javascript:x", "java&#0013;script&#58;x", "data&colon;text/html,x",
        "d&#9;ata:image/svg+xml,x", "javascript\\:x",
    ])
    func whatMayRunCodeLosesItsTarget(address: String) {
        #expect(html("[a](<\(address)>)") == "<p><a>a</a></p>\n")
        #expect(html("![a](<\(address)>)") == "<p>a</p>\n")
        #expect(html("[a]\n\n[a]: <\(address)>\n") == "<p><a>a</a></p>\n")
    }

    @Test(arguments: ["javascript:alert(1)", "VBScript:x", "file:///x", "data:text/html,x"])
    func soDoesWhatStandsInAngleBrackets(address: String) {
        #expect(html("<\(address)>") == "<p><a>\(address)</a></p>\n")
    }

    @Test(arguments: [
        "https://a.b/javascript:x", "javascript.html", "mailto:a@b.c", "#javascript:", "../data:x",
        "database:x",
        "filed:x", "ftp://a.b/", "//a.b/c", "data:image/png;base64,x", "DATA:image/webp,x",
    ])
    func whatIsHarmlessKeepsIt(address: String) {
        #expect(html("[a](<\(address)>)") == "<p><a href=\"\(address)\">a</a></p>\n")
    }

    @Test func aResolvedTargetIsEscaped() {
        let document = Document(Array("[a](b) ![c](d) [e](f)\n".utf8), file: "f")
        var renderer = HTMLRenderer(document)
        renderer.resolve = { address in
            switch address {
            case "b": .to("x\"y<z> &'ö")
            case "d": .dangling
            default: .asWritten
            }
        }
        #expect(
            renderer.html(of: document.blocks)
                == "<p><a href=\"x%22y%3Cz%3E%20&amp;&#x27;%C3%B6\">a</a> c <a href=\"f\">e</a></p>\n")
    }

    @Test func textAndTitlesAreEscaped() {
        #expect(
            html("a < b > \"c\" & &lt;d&gt; `<e>` [f](g '\"<h>&')")
                == "<p>a &lt; b &gt; &quot;c&quot; &amp; &lt;d&gt; <code>&lt;e&gt;</code> "
                + "<a href=\"g\" title=\"&quot;&lt;h&gt;&amp;\">f</a></p>\n")
        #expect(
            html("``` a\"b<c\n<d>&\n```\n")
                == "<pre tabindex=\"0\"><code class=\"language-a&quot;b&lt;c\">&lt;d&gt;&amp;\n</code></pre>\n"
        )
    }

    private func html(_ text: String) -> String {
        let document = Document(Array(text.utf8), file: "f")
        var renderer = HTMLRenderer(document)
        return renderer.html(of: document.blocks)
    }
}
