import Diagnostics
import Markdown

/// A tag of a Mustache template, with its place.
struct TemplateTag {
    /// What it does.
    enum Kind {
        case text, html, section, inverted, close, partial, comment, unsupported
    }

    let kind: Kind
    let name: String
    let location: SourceLocation
    /// Where it stands in the template's bytes, with its braces.
    let bytes: Range<Int>

    /// Whether it is a helper as other programs have them: `{{#if name}}`, `{{else}}`.
    var isHelper: Bool {
        switch kind {
        case .section, .inverted:
            let parts = name.split(separator: " ")
            return parts.count > 1 && ["if", "each", "unless", "with"].contains(parts[0])
        case .text: return name == "else" || name.hasPrefix("else ")
        default: return false
        }
    }

    /// The key of the theme's words that it stands for; `nil` where it is a name of the page's.
    var wordKey: String? {
        name.hasPrefix("words.") && [.text, .section, .close].contains(kind) ? String(name.dropFirst(6)) : nil
    }
}

/// Splits a template into its tags. The library that renders keeps its tokens to itself, and says nothing of names that
/// nobody offers; this reads just enough to ask.
struct TemplateTags {
    private(set) var tags: [TemplateTag] = []
    private(set) var problems: [Diagnostic] = []

    init(_ template: ThemeSource.Template) {
        let bytes = Array(template.text.utf8)
        let lines = TextLines(bytes[...])
        var index = 0
        let brace = UInt8(ascii: "{")
        while index < bytes.count {
            guard bytes[index] == brace, index + 1 < bytes.count, bytes[index + 1] == brace else {
                index += 1
                continue
            }
            let isTriple = index + 2 < bytes.count && bytes[index + 2] == brace
            let closing = Array((isTriple ? "}}}" : "}}").utf8)
            let contentStart = index + closing.count
            var end = contentStart
            while end < bytes.count, !bytes[end...].starts(with: closing) { end += 1 }
            guard end < bytes.count else {
                problems.append(
                    Diagnostic(
                        "bad-template", at: lines.location(ofByte: index, file: template.file),
                        "this tag is not closed", suggestion: "end it with '}}'"))
                return
            }
            let location = lines.location(
                ofByte: index, file: template.file, length: end + closing.count - index)
            tags.append(
                Self.tag(
                    String(decoding: bytes[contentStart..<end], as: UTF8.self), isTriple, location,
                    index..<end + closing.count))
            index = end + closing.count
        }
    }

    private static func tag(
        _ content: String, _ isTriple: Bool, _ location: SourceLocation, _ bytes: Range<Int>
    ) -> TemplateTag {
        let trimmed = content.trimmed
        func tag(_ kind: TemplateTag.Kind, dropping count: Int) -> TemplateTag {
            TemplateTag(
                kind: kind, name: String(trimmed.dropFirst(count)).trimmed, location: location, bytes: bytes)
        }
        if isTriple { return tag(.html, dropping: 0) }
        switch trimmed.first {
        case "#": return tag(.section, dropping: 1)
        case "^": return tag(.inverted, dropping: 1)
        case "/": return tag(.close, dropping: 1)
        case ">":
            return trimmed.dropFirst().drop(while: \.isWhitespace).first == "*"
                ? tag(.unsupported, dropping: 0) : tag(.partial, dropping: 1)
        case "!": return tag(.comment, dropping: 1)
        case "&": return tag(.html, dropping: 1)
        case "=", "<", "$", "%": return tag(.unsupported, dropping: 0)
        default: return tag(trimmed.contains("(") ? .unsupported : .text, dropping: 0)
        }
    }
}
