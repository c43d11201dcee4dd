/// What putting a site somewhere comes to: what becomes of the files there.
public struct Publication: Sendable {
    /// The files that change, and those that stay though they are no part of the site, by path.
    public let changes: [Change]

    /// A file and what becomes of it.
    public struct Change: Sendable, Hashable {
        /// What becomes of it.
        public let kind: Kind
        /// Its path in the site.
        public let path: String
    }

    /// What becomes of a file.
    public enum Kind: String, Sendable {
        case added, changed, removed
        /// It is no part of the site, and stays, since somebody else put it there.
        case kept
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
    /// The folder holds files of other hands under names that the site needs.
    case foreignFiles([String], folder: String)
    /// That is no name for a branch.
    case badBranch(String)
    /// Git cannot do its part.
    case git(String)
}
