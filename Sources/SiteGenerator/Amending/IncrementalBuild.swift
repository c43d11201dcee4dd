public import Decisions
public import Diagnostics
import Platform

/// A build that takes over from the last one what its changes cannot touch. It makes what a whole build would make, byte for byte.
///
/// Where only texts of records have changed, and nothing that others see of those records (`RecordOutline`), their pages, their
/// copies and their words in the index of the search are made anew. Everything else is the last site's, file by file. Any other
/// change takes a whole build, which leaves a ledger to the next. The old text, which the last site has a copy of, is made into a
/// page as well, and has to come out as the page that is there. (Early cutoff: Mokhov, Mitchell, Peyton Jones, "Build systems à la
/// carte", 2018.)
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

    /// Whether the site shows what a program of the machine draws: nobody can tell whether it would draw the same again.
    private func hangsOnPrograms(_ loaded: LoadedSite) -> Bool {
        guard case .program = loaded.configuration.mermaid?.drawer else { return false }
        return MermaidDiagrams.count(in: loaded.model) > 0
    }

    private var file: LedgerFile { LedgerFile(of: root, builtTo: output) }

    /// What was done, and what is wrong with the site.
    public struct Amended: Sendable {
        /// What the build did.
        public let summary: BuildSummary
        /// What is wrong, in reading order; none of it an error.
        public let problems: [Diagnostic]
    }

    /// Builds the site from the last one and puts it in that one's place, while no other build can; `nil` where it takes a whole
    /// build, and nothing was done.
    /// - Parameter progress: what is told how far it is.
    /// - Throws: `FileError` where the site is written and cannot be put in the last one's place.
    public func amend(telling progress: BuildProgress? = nil) async throws -> Amended? {
        guard file.isThere else { return nil }
        let (root, survey) = (root, survey)
        async let prepared: Void = SiteBuilder.prepare()
        async let stamped = survey.places.concurrentMap { FileStamp("\(root)/\($0.file)") }
        guard let ledger = file.read(), let program, ledger.program == program, ledger.ground == ground,
            ledger.site.trace.stamps.count == survey.places.count,
            ledger.site.hasSameSurroundings(survey, root: root)
        else { return nil }
        let stamps = try await stamped
        await prepared
        // Whatever stands in the way, a whole build has to say.
        guard
            let folder = try? OutputFolder(
                output, of: root, content: survey.contentFolders, templates: survey.configuration.templates)
        else { return nil }
        guard
            let (amendment, outputs, changed) = try? await amendment(
                of: ledger, stamps, to: folder, telling: progress)
        else {
            try? folder.discard()
            return nil
        }
        let tick = WrittenFile.Tick()
        var next = amendment.ledger(outputs)
        let shows = try folder.replace(since: tick)
        // What was not taken is of no more use.
        file.removeSpare()
        if folder.keep(as: file.spare) { next.spare = amendment.spare }
        if shows { file.write(next) } else { file.remove() }
        try folder.discard()
        // Nobody else leaves a ledger meanwhile.
        withExtendedLifetime(folder) {}
        return Amended(
            summary: BuildSummary(
                pages: ledger.pages, changed: changed, files: outputs.count,
                undrawnDiagrams: ledger.undrawnDiagrams), problems: ledger.problems)
    }

    /// Writes the amended site beside the last one.
    /// - Throws: `Amendment.Doubt` where that takes a whole build, `FileError`.
    private func amendment(
        of ledger: BuildLedger, _ stamps: [FileStamp?], to folder: OutputFolder,
        telling progress: BuildProgress?
    ) async throws -> (Amendment, outputs: [BuildLedger.Output], changed: Int) {
        guard
            let found = try await Amendment(
                of: ledger, in: file, root: root, survey: survey, stamps: stamps, at: folder.path)
        else { throw Amendment.Doubt() }
        // To share files is the system's work, to make them is ours.
        var amendment = found
        try amendment.begin(in: folder)
        let (begun, staging) = (amendment, folder.staging)
        async let shared: Void = begun.share(with: staging, telling: progress)
        let isSure = try await amendment.render()
        try await shared
        guard isSure else { throw Amendment.Doubt() }
        let (outputs, changed) = try await amendment.write(to: folder, telling: progress)
        return (amendment, outputs, changed)
    }

    /// What a ledger can say of a whole build before its pages are made.
    struct Draft: Sendable {
        fileprivate let site: SiteMemento
        /// The records in the order of the log: the places of their files in the survey, and whether the feed tells of them.
        fileprivate let records: [(place: Int, isInFeed: Bool)]
    }

    /// Begins the ledger of a whole build; `nil` where that leaves none.
    func draft(of loaded: LoadedSite, _ files: SiteFiles) -> Draft? {
        // What was read as another encoding is not what its copy holds.
        guard loaded.convertedTexts.isEmpty, !hangsOnPrograms(loaded) else { return nil }
        let places = Dictionary(
            survey.places.enumerated().map { ($1.path, $0) }, uniquingKeysWith: { first, _ in first })
        let log = files.recordsOfLog
        let records = log.compactMap { record in places[record.path].map { ($0, record.isInFeed) } }
        return records.count == log.count ? Draft(site: SiteMemento(of: loaded), records: records) : nil
    }

    /// Leaves to the next build what records' pages show of others. A ledger that does not fit it leads nobody astray.
    /// - Returns: the ledger's records; `nil` where there is no ledger.
    func leave(_ kept: KeptSurroundings, of draft: Draft?) -> [BuildLedger.Record]? {
        let noted = kept.records
        guard let draft, noted.count == draft.records.count else { return nil }
        var records: [BuildLedger.Record] = []
        var surroundings: [UInt8] = []
        records.reserveCapacity(noted.count)
        surroundings.reserveCapacity(noted.values.reduce(0) { $0 + $1.bytes.count })
        for (position, record) in draft.records.enumerated() {
            guard let noted = noted[position] else { return nil }
            records.append(
                BuildLedger.Record(
                    place: record.place, isInFeed: record.isInFeed, frame: noted.frame,
                    surroundings: surroundings.count..<(surroundings.count + noted.bytes.count),
                    digest: noted.digest))
            surroundings += noted.bytes
        }
        file.write(surroundings: surroundings)
        return records
    }

    /// Leaves a ledger of a whole build to the next one.
    func leave(
        _ draft: Draft, _ records: [BuildLedger.Record], _ problems: [Diagnostic], _ summary: BuildSummary,
        _ outputs: [BuildLedger.Output], _ frames: [SiteContext], _ search: SearchIndex?
    ) {
        file.removeSpare()
        file.write(
            BuildLedger(
                program: program, ground: ground, site: draft.site, problems: problems,
                pages: summary.pages, undrawnDiagrams: summary.undrawnDiagrams, outputs: outputs,
                frames: frames, records: records,
                search: search.map { .init(titleLengths: $0.titleLengths) }))
    }

    /// Sees to it that the next build is a whole one.
    func leaveNothing() { file.remove() }
}
