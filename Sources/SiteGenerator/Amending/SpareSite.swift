import Platform

/// The site before the last one, which an amended build keeps beside its ledger. Nearly all of its files are the last site's too,
/// so that a few of them make it the next one, and neither do all have to be shared anew nor all of an old site be removed.
struct SpareSite: Sendable {
    /// The paths at which it has not what the last site has.
    let differing: Set<String>
    /// How many files it holds, without the marker.
    let count: Int

    /// Whether a folder holds it, and nothing else, after all files that the two sites share were found in it.
    /// - Parameter found: whether they were.
    func isWhole(in folder: String, where found: Bool) -> Bool {
        // Somebody may have put a file there, which would become one of the site.
        found && (try? Files.count(below: folder)) == count + 1
    }
}

extension SpareSite: Stored {
    init(from reader: inout StoredReader) throws {
        let paths: [String] = try reader.read()
        (differing, count) = (Set(paths), try reader.read())
    }

    func write(to writer: inout StoredWriter) {
        differing.sorted().write(to: &writer)
        count.write(to: &writer)
    }
}
