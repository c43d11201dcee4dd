import Diagnostics

/// Reads what a rule puts out: a declared label, a number, a date, yes or no, a string; bare words are labels of the
/// column's own.
struct OutputCell {
    /// The values declared in the header; `nil` where none are.
    let declared: [String]?
    let words: Words

    /// The value of a cell; null where it is empty. Failing, the label nearest to what stands there.
    func value(_ text: String) -> Result<Value, Unknown> {
        let text = text.trimmed
        if text.isEmpty || text == "-" { return .success(.null) }
        let literal = Self.quoted(text)
        if let declared {
            let name = literal ?? text
            guard let label = declared.first(where: { $0.folded == name.folded }) else {
                return .failure(Unknown(text: name, suggestion: didYouMean(name, among: declared)))
            }
            return .success(.string(label))
        }
        if let literal { return .success(.string(literal)) }
        if let number = Number(plain: text.folded) { return .success(.number(number)) }
        if let date = CalendarDate(iso: Self.dateText(text)) { return .success(.date(date)) }
        if words.yes.contains(where: { $0.folded == text.folded }) || text.folded == "true" {
            return .success(.boolean(true))
        }
        if words.no.contains(where: { $0.folded == text.folded }) || text.folded == "false" {
            return .success(.boolean(false))
        }
        return .success(.string(text))
    }

    /// What a date says that is written as a FEEL expression, `date("2026-01-31")`; any other text as it is.
    private static func dateText(_ text: String) -> String {
        guard let rest = text[...].after(phrase: "date")?.trimmed, rest.first == "(", rest.last == ")" else {
            return text
        }
        let inside = String(rest.dropFirst().dropLast()).trimmed
        return quoted(inside) ?? text
    }

    /// A text that is none of the declared values.
    struct Unknown: Error {
        let text: String
        let suggestion: String?
    }

    /// What stands between quotes, or between the marks of italics, which are DMN's way to write a string.
    static func quoted(_ text: String) -> String? {
        guard text.count >= 2, let first = text.first, let last = text.last else { return nil }
        let isString = first.folded == "\"" && last.folded == "\""
        let isItalic = first == last && "*_".contains(first) && !text.dropFirst().hasPrefix(String(first))
        return isString || isItalic ? String(text.dropFirst().dropLast()) : nil
    }
}
