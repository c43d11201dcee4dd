public import Decisions
public import Diagnostics
import Platform

/// A build that takes over from the last one what its changes cannot touch.
///
/// Where nothing has changed but the texts of records, and nothing that others see of those records (`RecordOutline`), only their
/// pages, their copies and their words in the index of the search are made; everything else is the last site's, file by file. All
/// else is a whole build, which leaves a ledger to the next. Each record's page is first made of the last site's own copy of
/// the text, and has to come out as the page that is there: so that what is taken over is not believed but seen. What such a build
/// makes is what a whole one would make, byte for byte. (Early cutoff: Mokhov, Mitchell, Peyton Jones, "Build systems à la carte",
/// 2018.)
public struct IncrementalBuild: Sendable {
    private let root: String
    private let output: String
    /// The site's folder as it was when this began.
    public let survey: SiteSurvey
    private let ground: Fingerprint
    private let program = FileStamp("/proc/self/exe")

    /// Looks at a site's folder.
    /// - Parameters:
    ///   - includesDrafts: whether drafts are built as well.
    ///   - output: the folder to write the site to, by default the one that the configuration names.
    /// - Throws: `NoSite`, `FileError`.
    public init(of root: String, includingDrafts includesDrafts: Bool = false, to output: String? = nil)
        throws
    {
        self.root = root
        survey = try SiteSurvey(root)
        self.output = output ?? "\(root)/\(survey.configuration.output)"
        var writer = StoredWriter()
        try survey.ground().write(to: &writer)
        includesDrafts.write(to: &writer)
        ground = Fingerprint(of: writer.bytes)
    }

    private var file: LedgerFile { LedgerFile(of: root, builtTo: output) }

    /// What was done, and what is wrong with the site.
    public struct Amended: Sendable {
        /// What the build did.
        public let summary: BuildSummary
        /// What is wrong, in reading order; none of it an error.
        public let problems: [Diagnostic]
    }

    /// Builds the site from the last one; `nil` where that takes a whole build.
    /// - Parameter progress: what is told how far it is.
    /// - Throws: `OutputRefusal`, `FileError`.
    public func amend(telling progress: BuildProgress? = nil) async throws -> Amended? {
        guard let ledger = file.read(), let program, ledger.program == program, ledger.ground == ground,
            ledger.site.stamps.count == survey.places.count
        else { return nil }
        let (root, survey) = (root, survey)
        async let prepared: Void = SiteBuilder.prepare()
        async let isSame = ledger.site.hasSameSurroundings(survey, root: root)
        let stamps = try await survey.places.concurrentMap { FileStamp("\(root)/\($0.file)") }
        guard await isSame else { return nil }
        await prepared
        let folder = try OutputFolder(output, of: root, survey)
        do {
            guard
                var amendment = try await Amendment(
                    of: ledger, root: root, survey: survey, stamps: stamps, in: folder.path),
                try await amendment.render()
            else {
                try folder.discard()
                return nil
            }
            let (outputs, changed) = try await amendment.write(to: folder, telling: progress)
            try folder.replace()
            // While the last site goes.
            let (file, ledger) = (file, amendment.ledger(outputs))
            async let left: Void = file.write(ledger)
            try folder.discard()
            await left
            return Amended(
                summary: BuildSummary(
                    pages: ledger.pages, changed: changed, files: outputs.count,
                    undrawnDiagrams: ledger.undrawnDiagrams), problems: ledger.problems)
        } catch {
            try? folder.discard()
            guard error is Amendment.Doubt else { throw error }
            return nil
        }
    }

    /// Leaves a ledger of a whole build to the next one.
    func leave(
        _ loaded: LoadedSite, _ problems: [Diagnostic], _ summary: BuildSummary, _ files: SiteFiles,
        _ outputs: [BuildLedger.Output], _ kept: KeptSurroundings
    ) {
        // What was read as another encoding is not what its copy holds.
        guard loaded.convertedTexts.isEmpty else { return file.remove() }
        let places = Dictionary(
            loaded.trace.places.enumerated().map { ($1.path, $0) }, uniquingKeysWith: { first, _ in first })
        let log = files.recordsOfLog
        var records: [BuildLedger.Record] = []
        for (position, record) in log.enumerated() {
            guard let place = places[record.path], let noted = kept.record(position) else {
                return file.remove()
            }
            records.append(
                BuildLedger.Record(
                    place: place, isInFeed: record.isInFeed, frame: noted.frame,
                    surroundings: noted.bytes[...]))
        }
        file.write(
            BuildLedger(
                program: program, ground: ground, site: SiteMemento(of: loaded), problems: problems,
                pages: summary.pages, undrawnDiagrams: summary.undrawnDiagrams, outputs: outputs,
                frames: kept.frames, records: records,
                search: files.searchLengths.isEmpty ? nil : .init(lengths: files.searchLengths)))
    }
}
