import Diagnostics
import Markdown

/// A table that Markdown does not take for one, since the line under its header has another number of cells. Rules or
/// answers in it would be lost without a word.
enum BrokenTable {
    /// The problem of a paragraph that was meant as a table; `nil` for all others.
    static func problem(of paragraph: Element) -> Diagnostic? {
        let lines = paragraph.source.split(separator: "\n", maxSplits: 2)
        guard paragraph.kind == .paragraph, lines.count > 1, lines[0].contains("|"), isRuler(lines[1]) else {
            return nil
        }
        let (header, ruler) = (cells(of: lines[0]), cells(of: lines[1]))
        guard header != ruler else { return nil }
        return Diagnostic(
            "broken-table", at: paragraph.location,
            "this is no table: its header has \(header) cell\(header == 1 ? "" : "s"), and the line under it \(ruler)",
            suggestion: "write '---' once for each cell of the header")
    }

    /// Whether a line is made of bars and hyphens alone.
    private static func isRuler(_ line: Substring) -> Bool {
        line.contains("|") && line.contains("--") && line.allSatisfy { "|-: \t\r".contains($0) }
    }

    /// The problem of a row of a decision table that has other cells than the header: Markdown fills it up, or cuts it off,
    /// and what stands under which header is anybody's guess.
    static func problem(ofRow row: Element, header count: Int) -> Diagnostic? {
        let found = cells(of: row.source[...])
        guard found != count else { return nil }
        return Diagnostic(
            "ragged-row", at: row.location,
            "this row has \(found) cell\(found == 1 ? "" : "s"), and the header \(count)",
            suggestion: found == 1
                ? "leave a blank line between a table and what follows it"
                : found < count
                    ? "write a cell for each header; '-' is any answer, and an annotation may be blank"
                    : "write a cell for each header; a bar that is part of a text is written '\\|'")
    }

    /// How many cells a line has; bars behind a backslash part none.
    private static func cells(of line: Substring) -> Int {
        let inner = line.trimmed.drop { $0 == "|" }
        var count = 1
        var isEscaped = false
        for character in inner.hasSuffix("|") && !inner.hasSuffix("\\|") ? inner.dropLast() : inner {
            if character == "|", !isEscaped { count += 1 }
            isEscaped = character == "\\" && !isEscaped
        }
        return count
    }
}
