import CArena
import CMarkGFM
import Glibc
import Synchronization

/// What cmark-gfm is asked for, call by call. No pointer outlives the calls here.
enum CMarkTree {
    /// The extensions of GitHub's Markdown that authors may use.
    private static let extensionNames = ["table", "strikethrough", "autolink", "tasklist"]

    /// Registration is not guarded against two threads; a `static let` is.
    private static let isRegistered: Bool = {
        cmark_gfm_core_extensions_ensure_registered()
        return true
    }()

    /// Which characters the inlines of an extension begin with stands in one table of the process, which cmark fills
    /// before it reads a text's inlines and clears behind them (github/cmark-gfm#176). Of two threads that do so at once,
    /// one would miss a `~` or an address.
    private static let specialCharacters = Mutex(())

    /// Reads the inlines of what was fed. The blocks are read by then, on as many threads as there are.
    static func finish(_ parser: OpaquePointer) -> OpaquePointer? {
        var root: OpaquePointer?
        specialCharacters.withLock { _ in root = cmark_parser_finish(parser) }
        return root
    }

    /// Parses the text, hands the tree over, and frees it.
    static func withTree(of text: UnsafeBufferPointer<UInt8>, _ body: (OpaquePointer) -> Void) {
        guard isRegistered else { return }
        // The tree and its parser go with the arena; to free them node by node would only take time.
        let mark = arena_begin()
        defer { arena_end(mark) }
        var memory = cmark_mem(calloc: arena_calloc, realloc: arena_realloc, free: arena_free)
        withUnsafeMutablePointer(to: &memory) { withTree(of: text, in: $0, body) }
    }

    /// - Parameter memory: what the tree is made in, and outlives it.
    private static func withTree(
        of text: UnsafeBufferPointer<UInt8>, in memory: UnsafeMutablePointer<cmark_mem>,
        _ body: (OpaquePointer) -> Void
    ) {
        // With source positions asked for, lines are also counted within code and links that span them.
        guard let parser = cmark_parser_new_with_mem(CMARK_OPT_SOURCEPOS | CMARK_OPT_FOOTNOTES, memory)
        else { return }
        for name in extensionNames {
            if let found = cmark_find_syntax_extension(name) {
                cmark_parser_attach_syntax_extension(parser, found)
            }
        }
        text.withMemoryRebound(to: CChar.self) { cmark_parser_feed(parser, $0.baseAddress, $0.count) }
        guard let root = finish(parser) else { return }
        body(root)
    }

    /// The kinds by cmark's own numbers, which extensions receive as they are registered: built-in ones are
    /// constants, the others are told by their name.
    static func kind(of node: OpaquePointer) -> Document.Kind? {
        switch cmark_node_get_type(node) {
        case CMARK_NODE_DOCUMENT: .document
        case CMARK_NODE_BLOCK_QUOTE: .blockQuote
        case CMARK_NODE_LIST: .list
        case CMARK_NODE_ITEM: .item
        case CMARK_NODE_CODE_BLOCK: .codeBlock
        case CMARK_NODE_HTML_BLOCK: .htmlBlock
        case CMARK_NODE_PARAGRAPH: .paragraph
        case CMARK_NODE_HEADING: .heading
        case CMARK_NODE_THEMATIC_BREAK: .thematicBreak
        case CMARK_NODE_FOOTNOTE_DEFINITION: .footnoteDefinition
        case CMARK_NODE_TEXT: .text
        case CMARK_NODE_SOFTBREAK: .softBreak
        case CMARK_NODE_LINEBREAK: .lineBreak
        case CMARK_NODE_CODE: .code
        case CMARK_NODE_HTML_INLINE: .html
        case CMARK_NODE_EMPH: .emphasis
        case CMARK_NODE_STRONG: .strong
        case CMARK_NODE_LINK: .link
        case CMARK_NODE_IMAGE: .image
        case CMARK_NODE_FOOTNOTE_REFERENCE: .footnoteReference
        default: extensionKind(of: node)
        }
    }

    private static func extensionKind(of node: OpaquePointer) -> Document.Kind? {
        guard let name = cmark_node_get_type_string(node) else { return nil }
        if strcmp(name, "table_cell") == 0 { return .tableCell }
        if strcmp(name, "table_row") == 0 || strcmp(name, "table_header") == 0 { return .tableRow }
        if strcmp(name, "table") == 0 { return .table }
        return strcmp(name, "strikethrough") == 0 ? .strikethrough : nil
    }

    /// Whether an item is one of a task list: its type is an item's, only its name tells.
    static func isTask(_ node: OpaquePointer) -> Bool {
        guard let name = cmark_node_get_type_string(node) else { return false }
        return strcmp(name, "tasklist") == 0
    }

    /// Whether a piece of HTML is a `<br>`: it divides words, with or without HTML allowed.
    static func isBreak(_ node: OpaquePointer) -> Bool {
        guard let literal = cmark_node_get_literal(node), strncasecmp(literal, "<br", 3) == 0 else {
            return false
        }
        var rest = literal + 3
        while rest.pointee == 0x20 { rest += 1 }
        return strcmp(rest, ">") == 0 || strcmp(rest, "/>") == 0
    }

    /// The alignment of each column: `l`, `c`, `r`, or 0.
    static func alignments(of table: OpaquePointer) -> [UInt8] {
        let count = Int(cmark_gfm_extensions_get_table_columns(table))
        guard count > 0, let first = cmark_gfm_extensions_get_table_alignments(table) else { return [] }
        return Array(UnsafeBufferPointer(start: first, count: count))
    }

    /// Appends what an entity at the beginning of `html` means.
    /// - Returns: its length, or 0 where there is none.
    static func entity(at html: ArraySlice<UInt8>, to out: inout [UInt8]) -> Int {
        guard let semicolon = html.prefix(40).firstIndex(of: UInt8(ascii: ";")) else { return 0 }
        let entity = html[...semicolon]
        let isName = entity.dropFirst().dropLast().allSatisfy {
            $0 == UInt8(ascii: "#") || (0x30...0x39).contains($0) || (0x61...0x7A).contains($0 | 0x20)
        }
        guard isName else { return 0 }
        entity.withUnsafeBufferPointer { bytes in
            withTree(of: bytes) { root in
                guard let paragraph = cmark_node_first_child(root),
                    let text = cmark_node_first_child(paragraph),
                    let literal = cmark_node_get_literal(text)
                else { return }
                out += String(cString: literal).utf8
            }
        }
        return entity.count
    }

    /// The place of the first byte of a value; `nil` where there is none.
    static func first(_ byte: UInt8, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        guard let start = bytes.baseAddress, let found = memchr(start, Int32(byte), bytes.count) else {
            return nil
        }
        return UnsafeRawPointer(start).distance(to: UnsafeRawPointer(found))
    }

    static func length(of text: UnsafePointer<CChar>) -> Int { strlen(text) }

    static func areEqual(_ a: UnsafePointer<UInt8>?, _ b: UnsafePointer<UInt8>?, _ count: Int) -> Bool {
        guard let a, let b else { return count == 0 }
        return memcmp(a, b, count) == 0
    }
}
