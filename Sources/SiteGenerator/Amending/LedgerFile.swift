import Decisions
import Platform

/// Where a site's ledger lies: a folder of the site's own, with one for each folder that it is built to. Nothing hangs on it but
/// time: where it cannot be read or written, sites are built as if there were none.
struct LedgerFile {
    private let folder: String
    private let path: String

    /// - Parameters:
    ///   - root: the site's folder.
    ///   - output: the folder that it is built to.
    init(of root: String, builtTo output: String) {
        let whole = OutputFolder.resolved(output)
        let name = whole.split(separator: "/").last.map(String.init) ?? "site"
        folder = "\(root)/\(Self.folderName)"
        path = "\(folder)/\(name)-\(Fingerprint(of: whole.utf8).text)"
    }

    private static let folderName = ".precedent-cache"
    private static let mark = Array("precedent ledger 2\n".utf8)

    /// Whether a build has left anything.
    var isThere: Bool { Files.kind(of: path) == .file }

    /// What records' pages show of others: most of what a build leaves, and all but a little of it is only for the builds after
    /// the next one.
    private var surroundings: String { path + ".pages" }

    /// Where an amended build keeps the site before its own.
    var spare: String { path + ".spare" }

    /// Removes the site that an amended build kept.
    func removeSpare() { try? Files.remove(spare) }

    /// What the last whole build found that a record's page shows of others; `nil` where that is not there any more.
    func surroundings(of record: BuildLedger.Record) -> [UInt8]? {
        guard let bytes = try? Files.read(surroundings, record.surroundings),
            Fingerprint(of: bytes) == record.digest
        else { return nil }
        return bytes
    }

    /// Leaves to the next builds what records' pages show of others.
    func write(surroundings bytes: [UInt8]) {
        do {
            try makeFolder()
            try Files.put(bytes, at: surroundings)
        } catch {
            remove()
        }
    }

    /// What the last build left; `nil` where there is nothing, or nothing whole.
    func read() -> BuildLedger? {
        guard let bytes = try? Files.read(path), bytes.starts(with: Self.mark) else { return nil }
        var reader = StoredReader(bytes, from: Self.mark.count)
        guard let digest = try? reader.read(Fingerprint.self),
            digest == Fingerprint(of: bytes[reader.place...]),
            let ledger = try? reader.read(BuildLedger.self), reader.isAtEnd
        else { return nil }
        return ledger
    }

    /// Leaves a ledger to the next build.
    func write(_ ledger: BuildLedger) {
        var writer = StoredWriter(reserving: 512 * (ledger.records.count + 64))
        ledger.write(to: &writer)
        var head = StoredWriter()
        Fingerprint(of: writer.bytes).write(to: &head)
        do {
            try makeFolder()
            try Files.put(Self.mark + head.bytes + writer.bytes, at: path)
        } catch {
            remove()
        }
    }

    /// Removes what the last build left.
    func remove() {
        try? Files.remove(path)
        try? Files.remove(surroundings)
        removeSpare()
    }

    private func makeFolder() throws {
        try Files.makeFolder(folder)
        // Neither repositories nor backups want it (bford.info/cachedir).
        for (name, text) in [
            (".gitignore", "*\n"), ("CACHEDIR.TAG", "Signature: 8a477f597d28d172789f06886806bc55\n"),
        ] where Files.kind(of: "\(folder)/\(name)") == nil {
            try Files.write(Array(text.utf8), to: "\(folder)/\(name)")
        }
    }
}
