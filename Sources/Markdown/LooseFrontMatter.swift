import Diagnostics

/// Reads front matter that is no YAML as people mean it: `key: value` a line, or a key with a list below. Old logs hold
/// `deciders: @ann`, `status: superseded by: 5` or `tag:General`, of which YAML gives nothing at all.
struct LooseFrontMatter {
    private let file: String
    private var entries: [Metadata.Entry] = []

    /// What was found; `nil` where it is nothing.
    var value: Metadata? {
        entries.first.map { Metadata(.mapping(entries), at: $0.keyLocation) }
    }

    init(_ text: String, file: String, firstLine: Int) {
        self.file = file
        for (offset, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
            .enumerated()
        {
            read(line, number: firstLine + offset)
        }
    }

    private mutating func read(_ line: Substring, number: Int) {
        let words = line.trimmed
        guard !words.isEmpty, !words.hasPrefix("#") else { return }
        let indent = line.utf8.prefix { $0 == 0x20 || $0 == 0x09 }.count
        if words.hasPrefix("- ") {
            addElement(words.dropFirst(2), SourceLocation(file: file, line: number, column: indent + 3))
        } else if indent == 0, let colon = line.firstIndex(of: ":"), Self.isKey(line[..<colon]) {
            let key = line[..<colon].trimmed
            let rest = line[line.index(after: colon)...]
            let place = SourceLocation(
                file: file, line: number,
                column: line.utf8.count - rest.drop(while: \.isWhitespace).utf8.count + 1)
            entries.append(
                Metadata.Entry(
                    key: key, keyLocation: SourceLocation(file: file, line: number, length: key.utf8.count),
                    value: Metadata(.scalar(Self.unquoted(rest)), at: place)))
        } else if let last = entries.last, case .scalar(let text) = last.value.content {
            replaceLast(with: Metadata(.scalar(text + " " + words), at: last.value.location))
        }
    }

    private mutating func addElement(_ words: Substring, _ place: SourceLocation) {
        guard let last = entries.last else { return }
        let element = Metadata(.scalar(Self.unquoted(words)), at: place)
        replaceLast(with: Metadata(.list(last.value.elements + [element]), at: last.value.location))
    }

    private mutating func replaceLast(with value: Metadata) {
        guard let last = entries.popLast() else { return }
        entries.append(Metadata.Entry(key: last.key, keyLocation: last.keyLocation, value: value))
    }

    private static func isKey(_ text: Substring) -> Bool {
        (1...40).contains(text.utf8.count)
            && text.allSatisfy { $0.isLetter || $0.isNumber || "-_ ".contains($0) }
    }

    /// Without quotes at its ends, of which one may be missing, and a remark behind it.
    private static func unquoted(_ text: Substring) -> String {
        var words = (text.firstRange(of: " #").map { text[..<$0.lowerBound] } ?? text).trimmed[...]
        while let first = words.first, "\"'".contains(first) { words.removeFirst() }
        while let last = words.last, "\"'".contains(last) { words.removeLast() }
        return String(words)
    }
}
