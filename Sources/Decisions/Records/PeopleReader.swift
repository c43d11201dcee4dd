import Markdown

/// Names as people list them.
enum PeopleReader {
    /// The names of a line: by commas, semicolons or `and`, or `@a @b`. A comma in brackets divides nothing.
    static func names(in text: String) -> [String] {
        var words = text.trimmed
        if words.hasPrefix("["), words.hasSuffix("]") { words = String(words.dropFirst().dropLast()) }
        guard Placeholder.value(in: words) != nil, Placeholder.value(in: text) != nil || words.contains(",")
        else {
            return []
        }
        if words.utf8.first == UInt8(ascii: "@") {
            let handles = words.split(whereSeparator: \.isWhitespace)
            if handles.count > 1, handles.allSatisfy({ $0.hasPrefix("@") }) {
                return handles.map { String($0.filter { $0 != "," }) }
            }
        }
        let names = parts(of: words).flatMap { part in
            persons(in: part).map { name in
                let name = name.trimmed
                let opensWithAnd = name.utf8.lazy.map { $0 | 0x20 }.starts(with: "and ".utf8)
                return opensWithAnd ? String(name.dropFirst(4)) : name
            }
        }
        return names.indices.compactMap { index in
            let name = names[index]
            let next = names.indices.contains(index + 1) ? names[index + 1] : nil
            return name.isEmpty || isBlank(name) || OtherThanPerson.holds(name, before: next) ? nil : name
        }
    }

    private static func isBlank(_ name: String) -> Bool {
        name.utf8.count <= 4 && ["-", "n/a", "none", "tbd"].contains(name.lowercased())
    }

    /// What stands between commas and semicolons outside of brackets. Goes by bytes, since every record has such lines.
    private static func parts(of words: String) -> [Substring] {
        var parts: [Substring] = []
        var depth = 0
        var start = words.utf8.startIndex
        for index in words.utf8.indices {
            switch words.utf8[index] {
            case UInt8(ascii: "("), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: ")"), UInt8(ascii: "]"): depth -= 1
            case UInt8(ascii: ","), UInt8(ascii: ";"):
                guard depth <= 0 else { break }
                parts.append(words[start..<index])
                start = words.utf8.index(after: index)
            default: break
            }
        }
        return parts + [words[start...]]
    }

    /// `A and B`, `A & B`.
    private static func persons(in part: Substring) -> [Substring] {
        let words = part.utf8.split(separator: 0x20)
        guard words.contains(where: { $0.elementsEqual("and".utf8) || $0.elementsEqual("&".utf8) }) else {
            return [part]
        }
        return part.split(separator: " and ").flatMap { $0.split(separator: " & ") }
    }
}
