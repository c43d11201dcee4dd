import Diagnostics
import Markdown
import Rules

extension LogChanges {
    /// Gives records that have the number of an earlier one the next free number of their folder: the file's name, the
    /// number before its title, and the links to it follow. Which is the earlier one Git says, where it knows both, else
    /// the records' dates, then their names.
    /// - Parameter firstCommit: when a file of that path was first committed, in seconds; `nil` where it was not, so that it is the latest.
    /// - Throws: `EditRefusal`, and what reading a file throws.
    public mutating func renumber(firstCommit: (String) -> Int?) throws {
        let records = site.model.records
        var highest: [String: Int] = [:]
        var groups: [String: [Int]] = [:]
        var keys: [String] = []
        for (index, record) in records.enumerated() {
            let path = record.file.shownPath
            guard let number = RecordNumber.inFileName(Self.name(of: path)) else { continue }
            let folder = Self.folder(of: path)
            highest[folder] = max(highest[folder] ?? 0, number)
            let key = "\(folder)/\(number)"
            if groups[key] == nil { keys.append(key) }
            groups[key, default: []].append(index)
        }
        for key in keys {
            guard let group = groups[key], group.count > 1 else { continue }
            let commits = group.map { firstCommit(records[$0].file.shownPath) }
            let isKnown = commits.contains { $0 != nil }
            let sorted = group.indices.sorted { a, b in
                let (x, y) = (records[group[a]], records[group[b]])
                if isKnown, commits[a] != commits[b] { return (commits[a] ?? .max) < (commits[b] ?? .max) }
                let (i, j) = (x.date?.iso ?? "9999", y.date?.iso ?? "9999")
                return (i, x.file.shownPath) < (j, y.file.shownPath)
            }
            for index in sorted.dropFirst() {
                let path = records[group[index]].file.shownPath
                let folder = Self.folder(of: path)
                let next = (highest[folder] ?? 0) + 1
                highest[folder] = next
                try move(path, to: next)
            }
        }
        try followMoves()
    }

    private static func name(of path: String) -> String {
        path.split(separator: "/").last.map(String.init) ?? path
    }

    private static func folder(of path: String) -> String {
        path.split(separator: "/").dropLast().joined(separator: "/")
    }

    private mutating func move(_ path: String, to number: Int) throws {
        let name = Self.name(of: path)
        guard let start = name.firstIndex(where: \.isNumber) else { return }
        let digits = name[start...].prefix { $0.isNumber }
        let new =
            name[..<start] + DigitRun.written(number, like: digits) + name[start...].dropFirst(digits.count)
        let folder = Self.folder(of: path)
        let target = folder.isEmpty ? String(new) : "\(folder)/\(new)"
        moves.append(Move(from: path, to: target))
        let form = RecordForm(try bytes(of: path), file: path)
        try form.source.requireNoMergeMarks()
        set(target, try form.source.applying(form.renumberedTitle(from: Int(digits), to: number)))
    }

    /// Links to files that move, in all that the site is made from, and in the READMEs of the folders above the records.
    private mutating func followMoves() throws {
        guard !moves.isEmpty else { return }
        let model = site.model
        let files =
            model.records.map(\.file) + model.pages + model.introductions + model.frameworks.map(\.file)
            + model.assessments.map(\.file)
        let targets = Dictionary(moves.map { ($0.from, $0.to) }, uniquingKeysWith: { first, _ in first })
        let paths = files.map { targets[$0.shownPath] ?? $0.shownPath }
        for path in paths + readmesAbove(beside: Set(paths)) {
            var source = SourceText(try bytes(of: path), file: path)
            let folder = Self.folder(of: path)
            let edits = FollowedLinks(source, in: folder, moves: moves, map: model.map).edits()
            if !edits.isEmpty {
                try source.requireNoMergeMarks()
                let changed = try source.applying(edits)
                set(path, changed)
                source = SourceText(changed, file: path)
            }
            // Each log has its own numbers.
            let near = moves.filter { folder == Self.folder(of: $0.to) || !isInLog(path) }
            leftBehind += OldNumbers(source, moves: near).notes()
        }
        leftBehind.sort { a, b in
            guard let x = a.location, let y = b.location else { return false }
            return x < y
        }
    }

    private func isInLog(_ path: String) -> Bool {
        site.model.records.contains { Self.folder(of: $0.file.shownPath) == Self.folder(of: path) }
    }

    /// The READMEs between a log and the site's folder that are no part of the site.
    private func readmesAbove(beside known: Set<String>) -> [String] {
        var folders: [String] = []
        for move in moves {
            var folder = Self.folder(of: move.from)
            while !folder.isEmpty, !folder.hasSuffix("..") {
                folder = Self.folder(of: folder)
                if !folders.contains(folder) { folders.append(folder) }
            }
        }
        return folders.flatMap { folder in
            ["README.md", "readme.md"].map { folder.isEmpty ? $0 : "\(folder)/\($0)" }
        }.filter { !known.contains($0) && (try? read($0)) != nil }
    }
}

extension RecordForm {
    /// The number before the title, where it is the file's.
    fileprivate func renumberedTitle(from old: Int?, to number: Int) -> [TextEdit] {
        guard let heading = file.titleHeading else { return [] }
        let words = headingText
        guard let prefix = TitlePrefix(of: words, .init(fileNumber: old, hasBareNumbers: true)),
            prefix.number == old
        else { return [] }
        let start = start(of: heading)
        let line = start..<source.endOfLine(start)
        guard let low = source.text[line].firstIndex(where: DigitRun.isDigit) else { return [] }
        let high = source.text[low..<line.upperBound].firstIndex { !DigitRun.isDigit($0) } ?? line.upperBound
        return [TextEdit(low..<high, DigitRun.written(number, like: source.string(low..<high)))]
    }
}

/// A number as it is written.
enum DigitRun {
    static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

    /// A number with as many digits as another one has, where that one begins with zeros.
    static func written(_ number: Int, like digits: some StringProtocol) -> String {
        let plain = String(number)
        guard digits.first == "0" else { return plain }
        return String(repeating: "0", count: max(0, digits.count - plain.count)) + plain
    }
}

/// The links of a text that lead to files that move, by the way or the name that is written.
private struct FollowedLinks {
    private let source: SourceText
    private let folder: String
    private let moves: [LogChanges.Move]
    private let map: SiteMap

    init(_ source: SourceText, in folder: String, moves: [LogChanges.Move], map: SiteMap) {
        self.map = map
        self.source = source
        self.folder = folder
        self.moves = moves
    }

    private static let ends = Array(" \t\r\n()<>[]\"'|,;`".utf8)

    func edits() -> [TextEdit] {
        var edits: [TextEdit] = []
        var start = 0
        let text = source.text
        while start < text.count {
            guard let low = text[start...].firstIndex(where: { !Self.ends.contains($0) }) else { break }
            let high = text[low...].firstIndex { Self.ends.contains($0) } ?? text.count
            edits += edit(of: low..<high)
            start = high
        }
        return edits
    }

    private func edit(of range: Range<Int>) -> [TextEdit] {
        let written = source.string(range)
        guard written.utf8.contains(where: DigitRun.isDigit) else { return [] }
        let way = written.prefix { !"#?".contains($0) }
        guard let move = moves.first(where: { leads(String(way), to: $0.from) }) else { return [] }
        // The number is in the last part of the way.
        let name = way.split(separator: "/", omittingEmptySubsequences: false).last ?? way
        let start = range.lowerBound + way.utf8.count - name.utf8.count
        guard let old = RecordNumber.inFileName(move.from), let new = RecordNumber.inFileName(move.to),
            let digits = digits(of: old, in: start..<(range.lowerBound + way.utf8.count))
        else { return [] }
        let edit = TextEdit(digits, DigitRun.written(new, like: source.string(digits)))
        return [edit] + wordsBefore(range.lowerBound, old, new)
    }

    /// Whether a way leads from this file's folder to another file, with or without that one's ending.
    private func leads(_ way: String, to path: String) -> Bool {
        let found = map.normalised("\(folder)/\(SiteMap.decoded(way))")
        let path = map.normalised(path)
        guard let dot = path.lastIndex(of: ".") else { return found == path }
        return found == path || found == path[..<dot]
    }

    private func digits(of number: Int, in range: Range<Int>) -> Range<Int>? {
        guard let low = source.text[range].firstIndex(where: DigitRun.isDigit) else { return nil }
        let high =
            source.text[low..<range.upperBound].firstIndex { !DigitRun.isDigit($0) } ?? range.upperBound
        return Int(source.string(low..<high)) == number ? low..<high : nil
    }

    /// `[3. Use a log](…` and `[ADR-0003](…`: the number in a link's words, where they begin with it.
    private func wordsBefore(_ address: Int, _ old: Int, _ new: Int) -> [TextEdit] {
        guard address >= 2, source.string((address - 2)..<address) == "](" else { return [] }
        var open = address - 3
        var depth = 1
        while open >= 0, depth > 0 {
            if source.text[open] == UInt8(ascii: "]") { depth += 1 }
            if source.text[open] == UInt8(ascii: "[") { depth -= 1 }
            if depth > 0 { open -= 1 }
        }
        guard open >= 0, let found = digits(of: old, in: (open + 1)..<(address - 2)) else { return [] }
        let lead = source.string((open + 1)..<found.lowerBound).lowercased().filter(\.isLetter)
        guard lead.isEmpty || RecordNumber.families.contains(lead) else { return [] }
        return [TextEdit(found, DigitRun.written(new, like: source.string(found)))]
    }
}
