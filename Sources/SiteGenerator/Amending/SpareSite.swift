import Platform

/// The site before the last one, which an amended build keeps beside its ledger. Nearly all of its files are the last site's too,
/// so that a few of them make it the next one, and neither do all have to be shared anew nor all of an old site be removed.
struct SpareSite: Sendable {
    /// The paths at which it has not what the last site has.
    let differing: Set<String>
}

extension SpareSite: Stored {
    init(from reader: inout StoredReader) throws {
        let paths: [String] = try reader.read()
        differing = Set(paths)
    }

    func write(to writer: inout StoredWriter) { differing.sorted().write(to: &writer) }
}
