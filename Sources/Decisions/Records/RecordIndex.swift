import Markdown

/// Finds records by what others call them: number, file name, title. Each log has its own numbers, so what is in the
/// same scope goes first, and what is elsewhere counts where it is the only one.
struct RecordIndex {
    private let records: [DecisionRecord]
    private let byPath: [String: Int]
    private let byNumber: [Int: [Int]]
    private let byName: [String: [Int]]
    private let bySlug: [String: [Int]]
    private let byTitle: [String: [Int]]

    init(_ records: [DecisionRecord]) {
        self.records = records
        var paths: [String: Int] = [:]
        var (numbers, names, slugs, titles) = (
            [Int: [Int]](), [String: [Int]](), [String: [Int]](), [String: [Int]]()
        )
        for index in records.indices {
            let file = records[index].file
            paths[file.path] = index
            if let number = records[index].number { numbers[number, default: []].append(index) }
            let name = file.name.lowercased()
            let stem = name.utf8.firstIndex(of: UInt8(ascii: ".")).map { String(name[..<$0]) } ?? name
            let id = file.id.lowercased()
            names[stem, default: []].append(index)
            if id != stem { names[id, default: []].append(index) }
            for other in Set(file.aliases.map { $0.id.lowercased() }) where other != stem && other != id {
                names[other, default: []].append(index)
            }
            slugs[RecordNumber.slug(ofFileName: name), default: []].append(index)
            titles[records[index].title.lowercased(), default: []].append(index)
        }
        (byPath, byNumber, byName, bySlug, byTitle) = (paths, numbers, names, slugs, titles)
    }

    /// The record that a file is.
    func record(at path: String) -> Int? { byPath[path] }

    /// The record of a number, as another one means it. Of several with the number in one scope it is none.
    func record(numbered number: Int, from other: Int) -> Int? { only(byNumber[number], from: other) }

    /// The record of a file name, with or without its extension, wherever it lies.
    func record(named name: some StringProtocol, from other: Int) -> Int? {
        only(byName[Self.stem(name)], from: other)
    }

    /// The record whose file has the same name but for the number.
    func record(withSlugOf name: some StringProtocol, from other: Int) -> Int? {
        only(bySlug[RecordNumber.slug(ofFileName: name)], from: other)
    }

    /// The record of a title.
    func record(titled title: String, from other: Int) -> Int? {
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
        let last = name.split(whereSeparator: { "/\\".contains($0) }).last.map { String($0) } ?? ""
        let plain = last.prefix { !"#?".contains($0) }.lowercased()
        for ending in [".md", ".markdown", ".html"] where plain.hasSuffix(ending) {
            return String(plain.dropLast(ending.count))
        }
        return plain
    }
}
