import Diagnostics
import Markdown
import Rules

extension TableRecogniser {
    /// The table as a decision table, its cells as text (FORMATS 1.5).
    ///
    /// Tests are taken as they are written, since Markdown sees markup in some of them; names of options, values and
    /// annotations as they read.
    mutating func decisionTable(named name: String) -> TableSource {
        let firstOutput = headers.firstIndex(where: Arrow.opens) ?? headers.count
        let source = TableSource(
            name: name,
            headers: headers.map { SourcedText($0.isCode ? $0.source : $0.plainText, at: $0.location) },
            rows: rows.map { cells in
                cells.enumerated().map { column, cell in
                    let isWritten = column < firstOutput || cell.isEmphasis
                    return SourcedText(isWritten ? cell.source : cell.plainText, at: cell.location)
                }
            }, location: table.location)
        problems += table.children.dropFirst().compactMap {
            BrokenTable.problem(ofRow: $0, header: headers.count)
        }
        let policy = headers.first.flatMap { HitPolicy(written: $0.plainText) } ?? .unique
        take(
            as: "decision table of \(rows.count) rule\(rows.count == 1 ? "" : "s") (\(policy.rawValue))",
            because: "a column's header starts with an arrow")
        return source
    }
}

extension Element {
    /// Whether it is one code span and nothing else.
    fileprivate var isCode: Bool { only?.kind == .code }

    /// Whether it is one run of italics and nothing else, which is a string (FORMATS 1.5).
    fileprivate var isEmphasis: Bool { only?.kind == .emphasis }

    /// The only node below it.
    private var only: Element? {
        var children = children.makeIterator()
        guard let first = children.next(), children.next() == nil else { return nil }
        return first
    }
}
