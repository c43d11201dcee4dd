import CMarkGFM

/// The head of a table right above which lines of a paragraph stand. To cmark the table begins where they do, and it
/// counts the head's columns from there on, through all of them.
struct LateHead {
    /// The line it stands on.
    let line: Int
    /// Where it begins in the file, and ends.
    let start: Int
    let end: Int
    /// The column that cmark gives its beginning.
    let column: Int

    init(of table: OpaquePointer, in parser: CMarkParser) {
        let first = Int(cmark_node_get_start_line(table))
        let firstColumn = cmark_node_get_start_column(table)
        // Between the head and what follows it stands the line of dashes.
        let body = cmark_node_first_child(table).flatMap { cmark_node_next($0) }
        let behind = body.map { cmark_node_get_start_line($0) } ?? cmark_node_get_end_line(table) + 1
        line = min(max(1, first, Int(behind) - 2), parser.lineStarts.count)
        start = parser.contentStart(ofLine: line)
        end = line < parser.lineStarts.count ? parser.lineStarts[line] : parser.sourceCount
        var column = Int(firstColumn)
        for above in first..<max(first, line) {
            let start =
                above == first
                ? parser.offset(line: Int32(first), column: firstColumn) : parser.contentStart(ofLine: above)
            column += parser.lineStarts[above] - start
        }
        self.column = column
    }
}

extension CMarkParser {
    /// Whether a paragraph may begin with definitions of links.
    func mayDefine(_ paragraph: Range<Int>) -> Bool {
        guard let first = paragraph.first, buffer[first] == UInt8(ascii: "[") else { return false }
        // A label has at most 999 characters.
        for index in paragraph.dropFirst().prefix(1100)
        where buffer[index] == UInt8(ascii: ":") && buffer[index - 1] == UInt8(ascii: "]") {
            return true
        }
        return false
    }
}

extension CMarkTree {
    /// The paragraph that cmark made of the lines right above a table.
    static func paragraphAbove(_ table: OpaquePointer) -> OpaquePointer? {
        guard let above = cmark_node_previous(table), tableBelow(above) != nil else { return nil }
        return above
    }

    /// The table right below a paragraph that cmark made of the lines above, and forgot to say where it is.
    static func tableBelow(_ paragraph: OpaquePointer) -> OpaquePointer? {
        guard cmark_node_get_start_line(paragraph) == 0, let below = cmark_node_next(paragraph),
            kind(of: paragraph) == .paragraph, kind(of: below) == .table
        else { return nil }
        return below
    }

    /// How many lines of definitions cmark took from the beginning of a paragraph: it counts the lines of the rest as if
    /// they began where the definitions did, but knows on which it ends.
    static func linesTaken(from paragraph: OpaquePointer) -> Int {
        var breaks = 0
        var child = cmark_node_last_child(paragraph)
        while let node = child {
            let line = max(cmark_node_get_start_line(node), cmark_node_get_end_line(node))
            if line > 0 { return max(0, Int(cmark_node_get_end_line(paragraph) - line) - breaks) }
            if kind(of: node) == .softBreak || kind(of: node) == .lineBreak { breaks += 1 }
            child = cmark_node_previous(node)
        }
        return 0
    }
}
