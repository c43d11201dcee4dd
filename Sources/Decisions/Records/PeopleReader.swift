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
        let handles = words.split(whereSeparator: \.isWhitespace)
        if handles.count > 1, handles.allSatisfy({ $0.hasPrefix("@") }) {
            return handles.map { String($0.filter { $0 != "," }) }
        }
        var parts: [String] = [""]
        var depth = 0
        for character in words {
            if "([".contains(character) { depth += 1 }
            if ")]".contains(character) { depth -= 1 }
            if depth <= 0, ",;".contains(character) {
                parts.append("")
            } else {
                parts[parts.count - 1].append(character)
            }
        }
        return parts.flatMap { part in
            part.components(separatedBy: [" and ", " & "]).map { name in
                let name = name.trimmed
                return name.lowercased().hasPrefix("and ") ? String(name.dropFirst(4)) : name
            }
        }.filter { !$0.isEmpty && !["-", "n/a", "none", "tbd"].contains($0.lowercased()) }
    }
}

extension String {
    /// The parts between any of some texts.
    fileprivate func components(separatedBy separators: [String]) -> [String] {
        separators.reduce([self]) { parts, separator in
            parts.flatMap { $0.split(separator: separator).map(String.init) }
        }
    }
}
