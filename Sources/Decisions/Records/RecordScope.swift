/// A folder of records that a site shows: a log of its own, with its own numbers.
public struct RecordScope: Sendable, Hashable {
    /// What people call it; empty where it is the only one.
    public let name: String
    /// Where its files stand in the site map: `decisions`, `decisions/billing`.
    public let folder: String
    /// Where they lie, from the site's folder: `docs/adr`, `../billing/docs/adr`.
    public let source: String

    /// Creates a scope.
    public init(name: String, folder: String, source: String) {
        self.name = name
        self.folder = folder
        self.source = source
    }
}

/// Which log each file belongs to.
struct RecordScopes: Sendable {
    /// The innermost first, so that the first that fits is meant.
    private let scopes: [(place: Int, scope: RecordScope)]

    init(_ scopes: [RecordScope]) {
        self.scopes = scopes.enumerated().map { ($0.offset, $0.element) }.sorted {
            $0.1.folder.utf8.count > $1.1.folder.utf8.count
        }
    }

    private func found(_ path: String) -> (place: Int, scope: RecordScope)? {
        scopes.first { Self.holds($0.scope.folder, path) }
    }

    /// The place of a file's log among those of the site.
    func place(of path: String) -> Int { scopes.count < 2 ? 0 : found(path)?.place ?? -1 }

    /// What the scope of a file is called: its log's name, and the folders below that.
    func name(of path: String) -> String {
        let scope = found(path)?.scope
        let folder = scope?.folder ?? ContentKind.decisionRecord.folder
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return scope?.name ?? "" }
        let below =
            path[..<slash].utf8.count > folder.utf8.count ? path[..<slash].dropFirst(folder.count + 1) : ""
        return [scope?.name ?? "", String(below)].filter { !$0.isEmpty }.joined(separator: "/")
    }

    /// Whether a path lies in a folder.
    static func holds(_ folder: String, _ path: String) -> Bool {
        path.hasPrefix(folder) && path.utf8.dropFirst(folder.utf8.count).first == UInt8(ascii: "/")
    }
}
