/// What putting a site somewhere comes to: which files change there.
public struct Publication: Sendable {
    /// The files that change, by path.
    public let changes: [Change]

    /// A file that changes.
    public struct Change: Sendable, Hashable {
        /// What becomes of it.
        public let kind: Kind
        /// Its path in the site.
        public let path: String
    }

    /// What becomes of a file.
    public enum Kind: String, Sendable {
        case added, changed, removed
    }

    init(_ changes: [Change]) {
        self.changes = changes.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    }

    /// How many files have come to be one thing.
    public func count(_ kind: Kind) -> Int { changes.count { $0.kind == kind } }
}

/// Why a site is not published.
public enum PublishRefusal: Error, Hashable {
    /// The branch is one that somebody works on, in this folder or in another one of the repository.
    case checkedOut(branch: String)
    /// The branch holds something that this program did not make.
    case foreignBranch(String)
    /// The branch here and the one on the remote have gone different ways.
    case diverged(branch: String, remote: String)
    /// That is no name for a branch.
    case badBranch(String)
    /// Git cannot do its part.
    case git(String)
}
