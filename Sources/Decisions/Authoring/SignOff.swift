import Diagnostics
import Markdown
public import Rules

/// What someone signs of an assessment (FORMATS 2): what was recommended then, and under which rules.
public struct SignOff: Sendable {
    private let fields: [(key: String, value: String)]

    /// - Parameters:
    ///   - recommendation: the ids of the options that are recommended.
    ///   - version: the framework's, where it has one.
    ///   - rules: the digest of the framework's meaning.
    public init(
        day: CalendarDate, by person: String, recommendation: [String], version: String?, rules: String
    ) {
        let flow = ValuePlace(range: 0..<0, style: .yaml(quote: nil, isInFlow: true))
        let options = recommendation.map { flow.written($0) }
        fields =
            [("date", day.iso), ("by", flow.written(person))]
            + [("recommendation", options.count == 1 ? options[0] : "[\(options.joined(separator: ", "))]")]
            + (version.map { [("version", flow.written($0))] } ?? []) + [("rules", rules)]
    }

    private var line: String { "{ " + fields.map { "\($0.key): \($0.value)" }.joined(separator: ", ") + " }" }

    /// Whether an assessment has this very sign-off already, whatever its version is called.
    public func stands(in bytes: [UInt8], file: String) -> Bool {
        let read = Document(Array("---\nsigned:\n  - \(line)\n---\n".utf8), file: file)
        guard let own = read.frontMatter["signed"]?.elements.first else { return false }
        return (Document(bytes, file: file).frontMatter["signed"]?.elements ?? []).contains { other in
            ["date", "by", "recommendation", "rules"].allSatisfy { key in
                other[key]?.texts == own[key]?.texts
            }
        }
    }

    /// The assessment's file with the sign-off behind those that it has.
    /// - Throws: `EditRefusal` where the front matter is such that only a person can add one.
    public func added(to bytes: [UInt8], file: String) throws(EditRefusal) -> [UInt8] {
        let source = SourceText(bytes, file: file)
        try source.requireNoMergeMarks()
        let front = FrontMatterText(source)
        let old = front.document.frontMatter["signed"]
        var result = bytes
        if let old, case .list(let elements) = old.content, let last = elements.last {
            let place = source.offset(of: last.location)
            let lead = source.string(source.startOfLine(place)..<place)
            let isBelow = lead.trimmed == "-"
            guard let end = front.end(ofKey: "signed") else { throw Self.refusal(front, old.location) }
            if isBelow {
                result = try source.applying([TextEdit(at: end, lead + line + "\n")])
            } else {
                let close = source.text[place..<end].lastIndex(of: UInt8(ascii: "]"))
                guard let close else { throw Self.refusal(front, old.location) }
                result = try source.applying([
                    TextEdit(at: source.trimmed(place..<close).upperBound, ", " + line)
                ])
            }
        } else if let close = front.close, old == nil {
            result = try source.applying([TextEdit(at: close, "signed:\n  - \(line)\n")])
        }
        // What a reader does not find again is not written.
        let read = Document(result, file: file)
        guard !read.problems.hasErrors,
            read.frontMatter["signed"]?.elements.count == (old?.elements.count ?? 0) + 1
        else { throw Self.refusal(front, old?.location) }
        return result
    }

    private static func refusal(_ front: FrontMatterText, _ location: SourceLocation?) -> EditRefusal {
        EditRefusal(
            Diagnostic(
                "no-place", at: location ?? SourceLocation(file: front.document.file, line: 1),
                "the front matter is written in a way that only a person can add a sign-off to",
                suggestion: "write 'signed:' with an empty line below it as its last key"))
    }
}

/// The front matter of a file, by its lines.
struct FrontMatterText {
    let document: Document
    private let source: SourceText

    init(_ source: SourceText) {
        self.source = source
        document = Document(source.text, file: source.file)
    }

    /// Where the line of dashes stands that ends it.
    var close: Int? {
        guard document.hasFrontMatter else { return nil }
        var start = source.behindLineEnd(source.endOfLine(0))
        while start < source.text.count {
            let end = source.endOfLine(start)
            if ["---", "..."].contains(source.string(start..<end).trimmed) { return start }
            start = source.behindLineEnd(end)
        }
        return nil
    }

    /// Where the lines of a key begin.
    func start(ofKey key: String) -> Int? {
        document.frontMatter.entries.first { $0.key == key }.map {
            source.startOfLine(source.offset(of: $0.keyLocation))
        }
    }

    /// Where they end: before the next key.
    func end(ofKey key: String) -> Int? {
        let entries = document.frontMatter.entries
        guard let index = entries.firstIndex(where: { $0.key == key }) else { return nil }
        guard entries.indices.contains(index + 1) else { return close }
        return source.startOfLine(source.offset(of: entries[index + 1].keyLocation))
    }
}

extension Framework {
    /// The text of a version that stays as it is, under an id of its own: `ID@VERSION`. Former ids stay with the framework.
    /// - Throws: `EditRefusal` where a merge of the file is unfinished.
    public static func frozen(_ bytes: [UInt8], file: String, as id: String) throws(EditRefusal) -> [UInt8] {
        let source = SourceText(bytes, file: file)
        try source.requireNoMergeMarks()
        let front = FrontMatterText(source)
        var edits: [TextEdit] = []
        if let start = front.start(ofKey: "id"), let end = front.end(ofKey: "id") {
            edits.append(TextEdit(start..<end, "id: \"\(id)\"\n"))
        }
        if let start = front.start(ofKey: "aliases"), let end = front.end(ofKey: "aliases") {
            edits.append(TextEdit(start..<end, ""))
        }
        return try source.applying(edits)
    }
}
