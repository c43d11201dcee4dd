import Languages
import Markdown

/// Puts the words of the site's language into a template, before it is compiled, so that a page pays nothing for them.
///
/// `{{words.report.contents}}` becomes the text under that key, and the text's `{name}` the tag `{{name}}`. Where a place is
/// to hold more than that, say a link, the tag is a section whose sections say what goes into which place:
/// `{{#words.framework.by-table}}{{#table}}<a href="{{url}}">{{title}}</a>{{/table}}{{/words.framework.by-table}}`.
struct TemplateWords {
    private let phrases: Phrases

    init(_ phrases: Phrases) { self.phrases = phrases }

    /// The template with its words. It was checked: what a tag asks for is there.
    func resolved(_ template: String) -> String {
        guard template.utf8.count > 0, template.contains("words.") else { return template }
        let bytes = Array(template.utf8)
        let tags = TemplateTags(.init(file: "", text: template)).tags
        var out: [UInt8] = []
        var copied = 0
        var index = 0
        while index < tags.count {
            let tag = tags[index]
            index += 1
            guard let key = tag.wordKey, tag.kind != .close else { continue }
            out += bytes[copied..<tag.bytes.lowerBound]
            copied = tag.bytes.upperBound
            var slots: [String: String] = [:]
            if tag.kind == .section {
                while index < tags.count, tags[index].name != tag.name {
                    let open = tags[index]
                    // What else stands there says nothing: a comment.
                    guard open.kind == .section else {
                        index += 1
                        continue
                    }
                    let close = Self.close(of: index, in: tags)
                    slots[open.name] = resolved(
                        String(
                            decoding: bytes[open.bytes.upperBound..<tags[close].bytes.lowerBound],
                            as: UTF8.self))
                    index = close + 1
                }
                guard index < tags.count else { break }
                copied = tags[index].bytes.upperBound
                index += 1
            }
            out += html(key, slots).utf8
        }
        out += bytes[copied...]
        return String(decoding: out, as: UTF8.self)
    }

    /// The tag that closes another.
    private static func close(of open: Int, in tags: [TemplateTag]) -> Int {
        var depth = 0
        for index in open..<tags.count {
            switch tags[index].kind {
            case .section, .inverted: depth += 1
            case .close: depth -= 1
            default: break
            }
            if depth == 0 { return index }
        }
        return tags.count - 1
    }

    /// What is said under a key as HTML, with tags in its places.
    private func html(_ key: String, _ slots: [String: String]) -> String {
        guard case .text(let text)? = phrases.phrase(key) else { return "" }
        let html = text.pieces.map { piece in
            switch piece {
            // A template's line is a line of Mustache: a text of several would not be one.
            case .literal(let part): HTMLEscaping.escape(part.replacing("\n", with: " "))
            case .place(let name):
                isolated(slots[name] ?? "{{\(name)}}")
            }
        }.joined()
        return Self.withCode(html)
    }

    /// What goes into a place, which keeps its own direction where letters around it run from right to left.
    private func isolated(_ html: String) -> String {
        phrases.direction == .rightToLeft ? PhraseText.isolated(html) : html
    }

    /// What stands between two backticks is code, as in Markdown.
    private static func withCode(_ html: String) -> String {
        let parts = html.split(separator: "`", omittingEmptySubsequences: false)
        guard parts.count > 1, parts.count % 2 == 1 else { return html }
        return parts.enumerated().map { $0 % 2 == 0 ? String($1) : "<code>\($1)</code>" }.joined()
    }
}
