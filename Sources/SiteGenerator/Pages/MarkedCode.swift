import Highlighting
import Markdown

/// The text of programs as pages show it, each piece in the colour of its kind.
enum MarkedCode {
    /// The text as HTML; `nil` where no piece of it stands out.
    static func html(of text: String, in language: String, by highlighter: Highlighter) -> String? {
        guard let pieces = highlighter.pieces(of: text, in: language) else { return nil }
        var out: [UInt8] = []
        out.reserveCapacity(2 * text.utf8.count)
        var rest = Array(text.utf8)[...]
        for piece in pieces {
            if let kind = piece.kind { out += "<span class=\"\(kind.letter)\">".utf8 }
            HTMLEscaping.append(rest.prefix(piece.length), to: &out)
            if piece.kind != nil { out += "</span>".utf8 }
            rest = rest.dropFirst(piece.length)
        }
        return String(decoding: out, as: UTF8.self)
    }
}
