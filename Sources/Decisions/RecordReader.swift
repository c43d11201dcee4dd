import Diagnostics
import Markdown

/// Reads a decision record in MADR 4 or Nygard's form. Whatever it does not understand is shown with the record.
struct RecordReader {
    let file: ContentFile
    let meanings: [String: StatusGroup]
    private(set) var problems: [Diagnostic] = []

    private static let keys = [
        "status", "decision-makers", "deciders", "consulted", "informed", "assessment", "recommended",
        "chosen",
        "departure", "review-by", "reviewed",
    ]

    init(_ file: ContentFile, meanings: [String: StatusGroup]) {
        self.file = file
        self.meanings = meanings
    }

    mutating func record() -> DecisionRecord {
        problems += file.nearlyKnownKeys(Self.keys)
        let front = file.document.frontMatter
        let title = title()
        let status = status()
        return DecisionRecord(
            file: file, number: Self.number(inFileName: file.path) ?? title.number, title: title.text,
            heading: title.heading, titleStart: title.start,
            status: status.name.map { RecordStatus($0, meanings: meanings) },
            date: file.date("date", severity: .warning, problems: &problems) ?? dateLine(), people: people(),
            tags: front["tags"]?.texts ?? [], statements: status.statements, assessment: front["assessment"],
            recommended: front["recommended"], chosen: front["chosen"], departure: front["departure"]?.text)
    }

    // MARK: Number and title

    /// `0012` of `0012-use-x.md`, `12` of `ADR-012-x.md`; a date such as `20210304-x.md` is no number.
    static func number(inFileName path: String) -> Int? {
        var name = path.split(separator: "/").last ?? ""
        if name.lowercased().hasPrefix("adr"), let mark = name.dropFirst(3).first, "-_".contains(mark) {
            name = name.dropFirst(4)
        }
        let digits = name.prefix { $0.isASCII && $0.isNumber }
        guard (1...6).contains(digits.count), let next = name.dropFirst(digits.count).first,
            "-_. ".contains(next)
        else {
            return nil
        }
        return Int(digits)
    }

    private func title() -> (text: String, number: Int?, heading: Element?, start: InlinePosition?) {
        guard let heading = file.titleHeading else {
            let stem = file.id.split(separator: "/").last.map(String.init) ?? file.id
            let words = String(stem.drop { $0.isNumber || $0 == "-" || $0 == "_" })
            let fromName = words.replacing("-", with: " ").replacing("_", with: " ")
            let title = file.document.frontMatter["title"]?.text ?? (words.isEmpty ? stem : fromName)
            return (title, nil, nil, nil)
        }
        let text = InlineText(heading, includingCode: true)
        let whole = text.string(text.trimmed(0..<text.bytes.count))
        let lead = text.trimmed(0..<text.bytes.count).lowerBound
        let (number, length) = Self.numberPrefix(of: whole)
        let behind = whole.dropFirst(length)
        return (
            String(behind), number, heading,
            length > 0 ? text.position(at: lead + whole.prefix(length).utf8.count) : nil
        )
    }

    /// The number before a title and how many characters it takes with its marks: `12. `, `ADR-0012: `, `ADR 12 - `.
    static func numberPrefix(of title: String) -> (number: Int?, length: Int) {
        var rest = title[...]
        let hasWord = rest.lowercased().hasPrefix("adr")
        if hasWord { rest = rest.dropFirst(3).drop { "-_ #".contains($0) } }
        let digits = rest.prefix { $0.isASCII && $0.isNumber }
        rest = rest.dropFirst(digits.count)
        guard (1...6).contains(digits.count), let number = Int(digits), !rest.isEmpty else { return (nil, 0) }
        let marks = rest.prefix { $0.isWhitespace || ".:)–—-".contains($0) }
        // `3 reasons to …` is a title, `3. Reasons` is a number and a title.
        guard marks.contains(where: { !$0.isWhitespace }) || (hasWord && !marks.isEmpty),
            marks.last?.isWhitespace == true
        else { return (nil, 0) }
        rest = rest.dropFirst(marks.count)
        return rest.isEmpty ? (nil, 0) : (number, title.distance(from: title.startIndex, to: rest.startIndex))
    }

    // MARK: Metadata

    private func people() -> [DecisionRecord.People] {
        let front = file.document.frontMatter
        let roles = [
            ("Deciders", ["decision-makers", "deciders"]), ("Consulted", ["consulted"]),
            ("Informed", ["informed"]),
        ]
        return roles.compactMap { role, keys in
            // MADR lists names in one scalar as often as in a list.
            let names = keys.compactMap { front[$0] }.flatMap(\.texts).flatMap { text in
                text.utf8.split(separator: UInt8(ascii: ",")).map { Substring($0).trimmed }
            }
            return names.isEmpty ? nil : .init(role: role, names: names.filter { !$0.isEmpty })
        }
    }

    private func status() -> StatusReader {
        var reader = StatusReader()
        if let written = file.document.frontMatter["status"] {
            for value in written.elements {
                guard let text = value.text else { continue }
                let (plain, links) = StatusReader.links(in: text)
                reader.read(plain, links: links, at: value.location)
            }
            return reader
        }
        for block in section("Status") {
            let lines = block.kind == .list ? block.children.flatMap { Array($0.children) } : [block]
            for line in lines where line.kind == .paragraph {
                reader.read(line.plainText, links: StatusReader.links(in: line), at: line.location)
            }
        }
        return reader
    }

    /// Nygard's `Date: 2026-03-04`, a line between the title and the first section.
    private mutating func dateLine() -> CalendarDate? {
        for block in file.document.blocks where block != file.titleHeading {
            guard block.kind == .paragraph else { return nil }
            let text = block.plainText.trimmed
            guard text.lowercased().hasPrefix("date:") else { continue }
            let written = text.dropFirst(5).trimmed
            if let date = CalendarDate(iso: written.prefix(10)) { return date }
            problems.append(
                Diagnostic(
                    "bad-date", .warning, at: block.location, "'\(written)' is no date",
                    suggestion: "write it as YYYY-MM-DD"))
        }
        return nil
    }

    /// The blocks under the heading of that name, up to the next heading.
    private func section(_ name: String) -> [Element] {
        let blocks = Array(file.document.blocks)
        guard
            let start = blocks.firstIndex(where: {
                $0.kind == .heading && $0.plainText.trimmed.lowercased() == name.lowercased()
            })
        else { return [] }
        return Array(blocks[(start + 1)...].prefix { $0.kind != .heading })
    }
}
