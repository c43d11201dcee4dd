import Markdown
import Rules

/// A test of a decision table as HTML.
enum TestText {
    /// The length of `2026-01-31`.
    private static let dateLength = 10

    /// The text as it is written, dates marked, so that a theme can keep them on one line: at their hyphens they would break
    /// where a column is narrow.
    static func html(_ text: String) -> String {
        var html = ""
        var plain = ""
        var rest = text[...]
        while let first = rest.first {
            if first.isNumber, plain.last?.isNumber != true, CalendarDate(iso: rest.prefix(dateLength)) != nil
            {
                html += HTMLEscaping.escape(plain)
                html += "<span class=\"date\">\(HTMLEscaping.escape(String(rest.prefix(dateLength))))</span>"
                plain = ""
                rest = rest.dropFirst(dateLength)
            } else {
                plain.append(first)
                rest = rest.dropFirst()
            }
        }
        return html + HTMLEscaping.escape(plain)
    }
}
