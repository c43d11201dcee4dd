import CMarkGFM
import Glibc

@testable import Markdown

/// The HTML that cmark-gfm itself writes: what ours is held against.
enum CMarkOracle {
    private static let isRegistered: Bool = {
        cmark_gfm_core_extensions_ensure_registered()
        return true
    }()

    /// Renders a text without front matter, with the extensions that authors may use.
    static func html(of text: [UInt8], allowRawHTML: Bool) -> String {
        guard isRegistered, let parser = cmark_parser_new(CMARK_OPT_FOOTNOTES) else { return "no parser" }
        defer { cmark_parser_free(parser) }
        for name in ["table", "strikethrough", "autolink", "tasklist"] {
            cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(name))
        }
        text.withUnsafeBytes {
            cmark_parser_feed(parser, $0.bindMemory(to: CChar.self).baseAddress, $0.count)
        }
        guard let root = CMarkTree.finish(parser) else { return "no tree" }
        defer { cmark_node_free(root) }
        let options = CMARK_OPT_FOOTNOTES | (allowRawHTML ? CMARK_OPT_UNSAFE : CMARK_OPT_DEFAULT)
        guard let html = cmark_render_html(root, options, cmark_parser_get_syntax_extensions(parser)) else {
            return "no HTML"
        }
        defer { free(html) }
        return String(cString: html)
    }
}
