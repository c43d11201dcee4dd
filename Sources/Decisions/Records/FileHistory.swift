public import Rules

/// What Git knows of the past of a file.
public struct FileHistory: Sendable, Hashable {
    /// The changes, the newest first.
    public internal(set) var changes: [Change] = []
    /// Whether there may be older changes that this clone does not hold.
    public internal(set) var isCut = false
    /// Whether the commits are those of the repository that the site itself is in.
    public internal(set) var isOfSite = true

    /// A commit that changed the file.
    public struct Change: Sendable, Hashable {
        /// The commit's name in full.
        public let commit: String
        /// Where the file lay then, from the repository's root.
        public let path: String
        /// The day on which its author made it, where the author was.
        public let date: CalendarDate?
        /// Who made it, by `.mailmap` where there is one.
        public let author: String
        /// The first line of its message.
        public let summary: String
        /// Whether no commit is known before it.
        let isFirst: Bool

        /// The same of a file.
        func moved(to path: String) -> Change {
            Change(
                commit: commit, path: path, date: date, author: author, summary: summary, isFirst: isFirst)
        }
    }

    /// The day of the first commit, where that is known.
    public var firstDay: CalendarDate? { isCut ? nil : changes.last?.date }
}

/// What one run of `git log` says of many files, each followed through its renames.
struct GitLog: Sendable {
    /// What a run prints hangs on this.
    struct Ground: Hashable, Sendable {
        /// The commit that the working tree is at.
        let head: String
        let folders: [String]
        let paths: Set<String>
    }

    /// What the run is asked for: each commit begins with a mark, its fields stand between others.
    static let arguments = [
        "-c", "log.showSignature=false", "-c", "log.showRoot=true", "log", "-z", "-M", "--name-status",
        "--no-diff-merges", "--no-color",
        "--no-notes", "--date=short", "--encoding=UTF-8", "--format=%x01%H%x1f%P%x1f%ad%x1f%aN%x1f%s",
    ]

    /// The changes of each file, by its path from the repository's root.
    private(set) var changes: [String: [FileHistory.Change]] = [:]
    /// What a file of today was called at the commit that is read.
    private var files: [String: String]

    /// - Parameters:
    ///   - output: what Git prints, the newest commit first.
    ///   - paths: the files of today, from the repository's root.
    init(_ output: [UInt8], of paths: some Sequence<String>) {
        files = Dictionary(paths.map { ($0, $0) }, uniquingKeysWith: { first, _ in first })
        var words = output.split(separator: 0, omittingEmptySubsequences: false)[...]
        var change: FileHistory.Change?
        while let word = words.popFirst() {
            if word.first == 1 {
                change = Self.change(word.dropFirst())
                continue
            }
            let status = word.drop { $0 == 0x0A }
            guard let letter = status.first, let first = words.popFirst().map(Self.text), let change else {
                continue
            }
            switch letter {
            case UInt8(ascii: "R"), UInt8(ascii: "C"):
                guard let new = words.popFirst().map(Self.text) else { return }
                rename(first, to: new, in: change)
            case UInt8(ascii: "A"):
                note(change, of: first)
                files[first] = nil
            case UInt8(ascii: "D"): break
            default: note(change, of: first)
            }
        }
    }

    private mutating func note(_ change: FileHistory.Change, of path: String) {
        if let file = files[path] { changes[file, default: []].append(change.moved(to: path)) }
    }

    private mutating func rename(_ old: String, to new: String, in change: FileHistory.Change) {
        note(change, of: new)
        guard let file = files.removeValue(forKey: new), files[old] == nil else { return }
        files[old] = file
    }

    private static func text(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }

    private static func change(_ line: ArraySlice<UInt8>) -> FileHistory.Change? {
        let fields = line.split(separator: 0x1F, maxSplits: 4, omittingEmptySubsequences: false).map(text)
        guard fields.count == 5 else { return nil }
        return FileHistory.Change(
            commit: fields[0], path: "", date: CalendarDate(iso: fields[2]), author: fields[3],
            summary: fields[4].trimmedOfMarks, isFirst: fields[1].isEmpty)
    }
}

extension String {
    /// Without white space and control characters around it.
    fileprivate var trimmedOfMarks: String {
        let scalars = unicodeScalars.drop { $0.value <= 0x20 }
        return String(String.UnicodeScalarView(scalars.reversed().drop { $0.value <= 0x20 }.reversed()))
    }
}
