/// JSON (RFC 8259) as this program writes it: members in the order given, the same bytes on every machine. Decimals go into
/// strings, since readers of JSON take numbers for binary ones.
enum JSON: Sendable, Hashable {
    case null
    case truth(Bool)
    case integer(Int)
    case string(String)
    case array([JSON])
    case object([Member])

    /// A name and its value.
    struct Member: Sendable, Hashable {
        let name: String
        let value: JSON

        init(_ name: String, _ value: JSON) {
            self.name = name
            self.value = value
        }
    }

    /// An object of those members that have a value.
    static func object(_ members: (String, JSON?)...) -> JSON {
        .object(members.compactMap { name, value in value.map { Member(name, $0) } })
    }

    /// An array of strings.
    static func strings(_ texts: [String]) -> JSON { .array(texts.map(JSON.string)) }

    /// An array of integers.
    static func integers(_ numbers: some Sequence<Int>) -> JSON { .array(numbers.map(JSON.integer)) }

    /// The text, on one line.
    var text: String {
        var text = ""
        write(to: &text, lineDepth: 0)
        return text
    }

    /// The text with a line for each member, and for each object in an array of objects.
    var lines: String {
        var text = ""
        write(to: &text, lineDepth: 2)
        return text + "\n"
    }

    private func write(to text: inout String, lineDepth: Int) {
        switch self {
        case .null: text += "null"
        case .truth(let truth): text += truth ? "true" : "false"
        case .integer(let number): text += String(number)
        case .string(let string): JSON.write(string, to: &text)
        case .array(let items):
            let isLines = lineDepth > 0 && items.contains { if case .object = $0 { true } else { false } }
            JSON.write(items, between: "[", "]", isLines: isLines, to: &text) { item, text in
                item.write(to: &text, lineDepth: 0)
            }
        case .object(let members):
            JSON.write(members, between: "{", "}", isLines: lineDepth > 1, to: &text) { member, text in
                JSON.write(member.name, to: &text)
                text += ":"
                member.value.write(to: &text, lineDepth: lineDepth - 1)
            }
        }
    }

    private static func write<Item>(
        _ items: [Item], between open: String, _ close: String, isLines: Bool, to text: inout String,
        _ write: (Item, inout String) -> Void
    ) {
        text += open
        for (index, item) in items.enumerated() {
            if index > 0 { text += "," }
            if isLines { text += "\n" }
            write(item, &text)
        }
        text += isLines ? "\n" + close : close
    }

    /// Escapes what JSON asks for, and `<`, so that the text may stand in a page's data block as it is.
    private static func write(_ string: String, to text: inout String) {
        text += "\""
        for scalar in string.unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\n": text += "\\n"
            case "<", "\u{0}"..."\u{1F}", "\u{2028}", "\u{2029}":
                let digits = String(scalar.value, radix: 16)
                text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: text.unicodeScalars.append(scalar)
            }
        }
        text += "\""
    }
}
