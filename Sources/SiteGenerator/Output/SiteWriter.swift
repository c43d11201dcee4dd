import Platform

/// Writes the files of a site beside the last one.
struct SiteWriter {
    private let output: OutputFolder
    private let progress: BuildProgress?
    private let isNoted: Bool
    /// The site whose files are kept where they are the same; `nil` where there is none.
    private let old: String?
    /// All that was written so far.
    private(set) var written: [Written] = []

    /// A file that was written.
    struct Written: Sendable {
        let isChanged: Bool
        /// By what it is known later, where that is wanted.
        let output: BuildLedger.Output?
    }

    /// - Parameter isNoted: whether it is wanted by what each file is known later.
    init(to output: OutputFolder, telling progress: BuildProgress?, noting isNoted: Bool) {
        (self.output, self.progress, self.isNoted) = (output, progress, isNoted)
        old = Files.kind(of: output.path) == .folder ? output.path : nil
    }

    /// Writes all files of a site but the index of its search.
    /// - Throws: `FileError`.
    mutating func write(_ files: SiteFiles) async throws {
        progress?.begin(files.order.count)
        try await write(files.order, path: { $0 }, bytes: { try files.bytes(of: $0) })
    }

    /// Writes the index of a site's search.
    /// - Throws: `FileError`.
    mutating func write(_ index: SearchIndex) async throws {
        progress?.add(index.files.count)
        try await write(index.files, path: { $0.path }, bytes: { $0.bytes })
    }

    private mutating func write<Item: Sendable>(
        _ items: [Item], path: @escaping @Sendable (Item) -> String,
        bytes: @escaping @Sendable (Item) throws -> [UInt8]?
    ) async throws {
        try output.makeFolders(for: items.map(path))
        let (staging, old, progress) = (output.staging, old, progress)
        let folder = isNoted ? try OpenFolder(staging) : nil
        written += try await items.concurrentMap { item in
            defer { progress?.advance() }
            let path = path(item)
            guard let bytes = try bytes(item) else { return Written(isChanged: false, output: nil) }
            let isChanged = try OutputFolder.write(bytes, to: path, in: staging, replacing: old)
            let file = folder?.written(path)
            return Written(
                isChanged: isChanged, output: file.map { BuildLedger.Output(path: path, file: $0) })
        }
    }
}
