/// Prints problems as a compiler does: `file:line:column: error: what [id]`, the line quoted, a caret
/// under the place, then notes and a suggestion.
public struct DiagnosticPrinter {
    private let textOf: (String) -> [UInt8]?
    private var lines: [String: [String]] = [:]

    /// Creates a printer. `textOf` gives the bytes of a file by the name that locations carry, or `nil`
    /// where it cannot be read; then no line is quoted.
    public init(textOf: @escaping (String) -> [UInt8]?) {
        self.textOf = textOf
    }

    /// The problem as text that ends in a newline.
    public mutating func text(of diagnostic: Diagnostic) -> String {
        var out = ""
        if let location = diagnostic.location { out += "\(position(location)): " }
        out += "\(diagnostic.severity.rawValue): \(diagnostic.summary) [\(diagnostic.id)]\n"
        if let location = diagnostic.location { out += excerpt(location) }
        for note in diagnostic.notes {
            if let location = note.location { out += "\(position(location)): " }
            out += "note: \(note.summary)\n"
            if let location = note.location { out += excerpt(location) }
        }
        if let suggestion = diagnostic.suggestion { out += "  help: \(suggestion)\n" }
        return out
    }

    private mutating func position(_ location: SourceLocation) -> String {
        let column = line(of: location).map { characters(in: $0, upTo: location.column - 1) + 1 }
        return "\(location.file):\(location.line):\(column ?? location.column)"
    }

    private mutating func excerpt(_ location: SourceLocation) -> String {
        guard let line = line(of: location) else { return "" }
        let gutter = String(location.line)
        let blank = String(repeating: " ", count: gutter.count)
        let before = characters(in: line, upTo: location.column - 1)
        let end = characters(in: line, upTo: location.column - 1 + location.length)
        // A tab in the margin keeps the caret under its place whatever the terminal's tab width.
        let margin = line.prefix(before).map { $0 == "\t" ? "\t" : String(repeating: " ", count: $0.cells) }
            .joined()
        let width = line.dropFirst(before).prefix(end - before).reduce(0) { $0 + $1.cells }
        let underline = "^" + String(repeating: "~", count: max(0, width - 1))
        return " \(gutter) | \(line)\n \(blank) | \(margin)\(underline)\n"
    }

    private func characters(in line: String, upTo byte: Int) -> Int {
        let utf8 = line.utf8
        let index =
            utf8.index(utf8.startIndex, offsetBy: max(0, byte), limitedBy: utf8.endIndex) ?? utf8.endIndex
        return line.distance(from: line.startIndex, to: index)
    }

    private mutating func line(of location: SourceLocation) -> String? {
        if lines[location.file] == nil {
            lines[location.file] = textOf(location.file).map { bytes in
                Self.lines(of: bytes.dropFirst(bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0))
            }
        }
        guard let all = lines[location.file], all.indices.contains(location.line - 1) else { return nil }
        return all[location.line - 1]
    }

    /// Lines end in a line feed, a carriage return, or both.
    private static func lines(of bytes: ArraySlice<UInt8>) -> [String] {
        var lines: [String] = []
        var rest = bytes
        while let end = rest.firstIndex(where: { $0 == 0x0A || $0 == 0x0D }) {
            lines.append(String(decoding: rest[..<end], as: UTF8.self))
            let isPair = rest[end] == 0x0D && end + 1 < rest.endIndex && rest[end + 1] == 0x0A
            rest = rest[(end + (isPair ? 2 : 1))...]
        }
        lines.append(String(decoding: rest, as: UTF8.self))
        return lines
    }
}
