import Diagnostics
import Markdown
import Rules

/// The table of a log in a file of the author's, between two comments.
public struct IndexTable: Sendable {
    private let model: DecisionModel

    /// The table of a site's records.
    public init(_ model: DecisionModel) { self.model = model }

    /// The comments that it stands between: ours, and those of adr-log.
    private static let marks = [
        ("<!-- precedent:index -->", "<!-- /precedent:index -->"), ("<!-- adrlog -->", "<!-- adrlogstop -->"),
    ]

    /// A file with the table as it is today; all else in it stays.
    /// - Parameter path: the file, from the site's folder.
    /// - Throws: `EditRefusal` where the comments are not there.
    public func written(in bytes: [UInt8], path: String) throws(EditRefusal) -> [UInt8] {
        let source = SourceText(bytes, file: path)
        try source.requireNoMergeMarks()
        let document = Document(source.text, file: path, strictness: .forgiving)
        // Comments in code show how it is done.
        let comments = document.blocks.filter { $0.kind == .htmlBlock }.map {
            block -> (start: Int, text: String) in
            let start = source.offset(of: block.location)
            return (start, source.string(start..<source.endOfLine(start)).trimmed)
        }
        for (opening, closing) in Self.marks {
            guard let first = comments.first(where: { $0.text == opening }) else { continue }
            let end = source.endOfLine(first.start)
            let start = source.behindLineEnd(end)
            guard let last = comments.first(where: { $0.text == closing && $0.start >= start }) else {
                throw Messages.noEnd(document.location(at: first.start, length: opening.utf8.count), closing)
            }
            return try source.applying(
                [TextEdit(start..<last.start, "\n\(table(from: path))\n")], lineEnd: source.lineEnd(at: end))
        }
        throw Messages.noMarks(path)
    }

    private func table(from path: String) -> String {
        let hasScopes = Set(model.records.map(\.scope)).count > 1
        let head = (hasScopes ? ["Log"] : []) + ["Number", "Decision", "Status", "Date"]
        let rows = model.records.indices.map { index -> [String] in
            let record = model.records[index]
            let target = record.file.shownPath
            let link = RecordLink(to: target, heading: "", from: path, in: model.map)
            return (hasScopes ? [Self.escaped(record.scope)] : []) + [
                record.number.map(String.init) ?? "", "[\(Self.escaped(record.title))](\(link.address))",
                Self.escaped(status(index)), record.date?.iso ?? "",
            ]
        }
        let lines = [head, head.map { _ in "---" }] + rows
        return lines.map { "| " + $0.joined(separator: " | ") + " |\n" }.joined()
    }

    private func status(_ index: Int) -> String {
        let name = model.records[index].status?.name ?? ""
        let numbers = model.successors(of: index).compactMap { model.records[$0].number.map(String.init) }
        return name == "superseded" && !numbers.isEmpty
            ? "\(name) by \(numbers.joined(separator: ", "))" : name
    }

    private static func escaped(_ text: String) -> String {
        text.reduce(into: "") { out, character in
            if "\\|[]*_<`".contains(character) { out.append("\\") }
            out.append(character)
        }
    }
}

private enum Messages {
    static func noMarks(_ path: String) -> EditRefusal {
        EditRefusal(
            Diagnostic(
                "no-index", at: SourceLocation(file: path, line: 1),
                "this file does not say where the index goes",
                suggestion:
                    "write '<!-- precedent:index -->' and '<!-- /precedent:index -->', each on a line of its own"
            ))
    }

    static func noEnd(_ location: SourceLocation, _ closing: String) -> EditRefusal {
        EditRefusal(
            Diagnostic(
                "no-index", at: location, "the index begins here, and ends nowhere",
                suggestion: "write '\(closing)' on a line of its own behind it"))
    }
}
