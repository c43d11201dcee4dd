import Markdown

/// Finds records by what others call them: number, file name, title. Each log has its own numbers, so what is in the
/// same scope goes first, and what is elsewhere counts where it is the only one.
struct RecordIndex {
    private let records: [DecisionRecord]
    // Each is made when it is first asked: in most logs links say all.
    private lazy var byPath = Dictionary(
        records.indices.map { (records[$0].file.path, $0) }, uniquingKeysWith: { _, last in last })
    private lazy var byNumber = places { record in record.number.map { [$0] } ?? [] }
    private lazy var byName = places { Self.names(of: $0.file) }
    private lazy var bySlug = places { [RecordNumber.slug(ofFileName: $0.file.name)] }
    private lazy var byTitle = places { [$0.title.lowercased()] }

    init(_ records: [DecisionRecord]) { self.records = records }

    /// The records by what each is called in a way of calling them.
    private func places<Name: Hashable>(by names: (DecisionRecord) -> [Name]) -> [Name: [Int]] {
        var places: [Name: [Int]] = [:]
        for (index, record) in records.enumerated() {
            for name in names(record) { places[name, default: []].append(index) }
        }
        return places
    }

    /// What a file is and was called, each once, in lower case and without extension.
    private static func names(of file: ContentFile) -> [String] {
        let name = file.name.lowercased()
        let stem = name.utf8.firstIndex(of: UInt8(ascii: ".")).map { String(name[..<$0]) } ?? name
        var names = [stem]
        for other in [file.id.lowercased()] + file.aliases.map({ $0.id.lowercased() })
        where !names.contains(other) {
            names.append(other)
        }
        return names
    }

    /// The record that a file is.
    mutating func record(at path: String) -> Int? { byPath[path] }

    /// The record of a number, as another one means it. Of several with the number in one scope it is none.
    mutating func record(numbered number: Int, from other: Int) -> Int? {
        only(byNumber[number], from: other)
    }

    /// The record of a file name, with or without its extension, wherever it lies.
    mutating func record(named name: some StringProtocol, from other: Int) -> Int? {
        only(byName[Self.stem(name)], from: other)
    }

    /// The record whose file has the same name but for the number.
    mutating func record(withSlugOf name: some StringProtocol, from other: Int) -> Int? {
        only(bySlug[RecordNumber.slug(ofFileName: name)], from: other)
    }

    /// The record of a title.
    mutating func record(titled title: String, from other: Int) -> Int? {
        let title = title.lowercased()
        let behind = TitlePrefix(of: title).map {
            String(decoding: Array(title.utf8).dropFirst($0.length), as: UTF8.self)
        }
        return only(byTitle[title], from: other) ?? behind.flatMap { only(byTitle[$0], from: other) }
    }

    private func only(_ found: [Int]?, from other: Int) -> Int? {
        guard let found else { return nil }
        let others = found.filter { $0 != other }
        let scope = records[other].scope
        let near = others.filter { records[$0].scope == scope }
        if near.count == 1 { return near[0] }
        return near.isEmpty && others.count == 1 ? others[0] : nil
    }

    /// A file's name in lower case, without its extension; the last part of an address.
    static func stem(_ name: some StringProtocol) -> String {
        let bytes = Substring(name).utf8
        let isSeparator = { (byte: UInt8) in byte == UInt8(ascii: "/") || byte == UInt8(ascii: "\\") }
        guard let end = bytes.lastIndex(where: { !isSeparator($0) }) else { return "" }
        let start = bytes[...end].lastIndex(where: isSeparator).map { bytes.index(after: $0) }
        let last = bytes[(start ?? bytes.startIndex)...end]
        let plain = String(
            decoding: last.prefix { $0 != UInt8(ascii: "#") && $0 != UInt8(ascii: "?") }, as: UTF8.self
        ).lowercased()
        for ending in [".md", ".markdown", ".html"] where plain.hasSuffix(ending) {
            return String(plain.dropLast(ending.count))
        }
        return plain
    }
}
