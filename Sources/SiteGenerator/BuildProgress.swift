import Synchronization

/// How far a build is, for one who watches it.
public final class BuildProgress: Sendable {
    private let total = Atomic(0)
    private let finished = Atomic(0)

    /// A build that has not begun to write.
    public init() {}

    /// How many files there are to write; 0 as long as that is not known.
    public var files: Int { total.load(ordering: .relaxed) }

    /// How many of them are written.
    public var written: Int { finished.load(ordering: .relaxed) }

    func begin(_ files: Int) { total.store(files, ordering: .relaxed) }

    /// There are more files to write.
    func add(_ files: Int) { total.add(files, ordering: .relaxed) }

    func advance() { finished.add(1, ordering: .relaxed) }
}
