/// Prints problems as a compiler does: `file:line:column: error: what [id]`, the line quoted, a caret
/// under the place, then notes and a suggestion.
///
/// What authors wrote reaches the terminal as text only: control characters are spelled out.
public struct DiagnosticPrinter {
    private let textOf: (String) -> [UInt8]?
    /// The files asked for so far, split into lines once.
    private var files: [String: TextLines?] = [:]
    /// The line quoted last: a long one may hold many problems.
    private var recent: (file: String, number: Int, line: QuotedLine)?

    /// Creates a printer. `textOf` gives the text of a file as places in it are counted, by the name that locations
    /// carry, or `nil` where it cannot be read; then no line is quoted.
    public init(textOf: @escaping (String) -> [UInt8]?) {
        self.textOf = textOf
    }

    /// The problem as text that ends in a newline.
    public mutating func text(of diagnostic: Diagnostic) -> String {
        var out = lead(diagnostic.location)
        let summary = diagnostic.summary.withControlsSpelledOut
        out += "\(diagnostic.severity.rawValue): \(summary) [\(diagnostic.id)]\n"
        out += excerpt(diagnostic.location)
        for note in diagnostic.notes {
            out += "\(lead(note.location))note: \(note.summary.withControlsSpelledOut)\n"
            out += excerpt(note.location)
        }
        if let suggestion = diagnostic.suggestion { out += "  help: \(suggestion.withControlsSpelledOut)\n" }
        return out
    }

    /// The line that a place is in, without its end; `nil` where it cannot be read.
    public mutating func sourceLine(of location: SourceLocation) -> ArraySlice<UInt8>? {
        lines(of: location.file)?.line(location.line)
    }

    /// The columns of a place, from 1, in the characters that editors count; the last is not part of it.
    public mutating func columns(of location: SourceLocation) -> Range<Int> {
        guard let line = line(of: location) else {
            return location.column..<location.column + location.length
        }
        let start = line.characters(upTo: location.column - 1)
        return start + 1..<max(start, line.characters(upTo: location.column - 1 + location.length)) + 1
    }

    /// `file:line:column: `, the column in characters, as editors count them.
    private mutating func lead(_ location: SourceLocation?) -> String {
        guard let location else { return "" }
        let column = columns(of: location).lowerBound
        return "\(location.file.withControlsSpelledOut):\(location.line):\(column): "
    }

    private mutating func excerpt(_ location: SourceLocation?) -> String {
        guard let location, let line = line(of: location) else { return "" }
        let start = line.characters(upTo: location.column - 1)
        let end = line.characters(upTo: location.column - 1 + location.length)
        let (text, pointer) = line.excerpt(pointingAt: start..<max(start, end))
        let gutter = String(location.line)
        return " \(gutter) | \(text)\n \(String(repeating: " ", count: gutter.count)) | \(pointer)\n"
    }

    private mutating func line(of location: SourceLocation) -> QuotedLine? {
        if let recent, recent.file == location.file, recent.number == location.line { return recent.line }
        guard let bytes = lines(of: location.file)?.line(location.line) else { return nil }
        let line = QuotedLine(bytes)
        recent = (location.file, location.line, line)
        return line
    }

    private mutating func lines(of file: String) -> TextLines? {
        if let known = files[file] { return known }
        let lines = textOf(file).map { bytes in
            TextLines(bytes.dropFirst(bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0))
        }
        files[file] = .some(lines)
        return lines
    }
}
