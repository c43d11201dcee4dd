import Decisions
import Diagnostics
import Markdown
import Platform

/// What other texts of some records make of the last site.
struct Amendment {
    private let last: BuildLedger
    private let ledgerFile: LedgerFile
    private let root: String
    private let survey: SiteSurvey
    /// The folder of the last site.
    private let folder: String
    /// The stamps of all files, in the order of the survey.
    private var stamps: [FileStamp?]
    private let known: Set<String>
    private var changes: [Change] = []
    /// The files that are made anew, by their paths, and those that are no more.
    private var made: [String: [UInt8]] = [:]
    private var gone: Set<String> = []
    /// The site before the last one, where it is whole; once it was taken, what is in the folder to begin with.
    private var taken: SpareSite?

    /// Why it cannot be said what becomes of the last site.
    struct Doubt: Error {}

    /// A record with another text.
    struct Change: Sendable {
        /// Its place in the log.
        let position: Int
        let old: LoneRecord
        let new: LoneRecord
    }

    /// Finds out what has changed; `nil` where it is more than texts of records, or where the last site is not as it was left.
    /// - Parameters:
    ///   - stamps: those of all files, in the order of the survey.
    ///   - folder: where the last site stands. The caller holds its lock.
    /// - Throws: `FileError`.
    init?(
        of last: BuildLedger, in ledgerFile: LedgerFile, root: String, survey: SiteSurvey,
        stamps: [FileStamp?], at folder: String
    ) async throws {
        (self.last, self.ledgerFile, self.root, self.survey) = (last, ledgerFile, root, survey)
        self.stamps = stamps
        self.folder = folder
        known = Set(last.outputs.map(\.path))
        let site = try OpenFolder(folder)
        let spare = last.spare.flatMap { spare in (try? OpenFolder(ledgerFile.spare)).map { (spare, $0) } }
        let found = try await last.outputs.concurrentMap { output in
            let isKept = spare.map { spare, folder in
                spare.differing.contains(output.path) || folder.written(output.path) == output.file
            }
            return (isThere: site.written(output.path) == output.file, isKept: isKept ?? false)
        }
        guard found.allSatisfy(\.isThere), try findChanges() else { return nil }
        let marker = "\(ledgerFile.spare)/\(OutputFolder.marker)"
        if found.allSatisfy(\.isKept), Files.kind(of: marker) == .file { taken = spare?.0 }
    }

    /// The last site, as the one before the amended.
    var spare: SpareSite {
        SpareSite(differing: gone.union(made.keys))
    }

    /// Prepares the folder in which the site is written.
    /// - Throws: `FileError`.
    mutating func begin(in output: OutputFolder) throws {
        if taken != nil, try !output.take(ledgerFile.spare) { taken = nil }
        try output.makeFolders(for: last.outputs.map(\.path))
    }

    /// - Returns: whether the changes are of the kind that can be taken in.
    private mutating func findChanges() throws -> Bool {
        let doubtful = stamps.indices.filter { index in
            guard let stamp = stamps[index] else { return true }
            return last.site.trace.stamps[index]?.isCertainlyThat(of: stamp) != true
        }
        guard !doubtful.isEmpty else { return true }
        // So many are as well built as a whole.
        guard doubtful.count <= max(16, stamps.count / 4) else { return false }
        let positions = Dictionary(
            last.records.enumerated().map { ($1.place, $0) }, uniquingKeysWith: { first, _ in first })
        let records = last.site.records(survey.configuration, root: root)
        let troubled = Set(
            last.problems.flatMap { [$0.location?.file] + $0.notes.map { $0.location?.file } })
        for index in doubtful {
            let place = survey.places[index]
            // The last site has a copy of every file: of texts beside their pages, of all others in the place of their own.
            let page = last.site.map.pages[place.path]
            let copy = place.isMarkdown ? page.map(SiteOutputs.copyPath) : place.path
            guard let copy, known.contains(copy) else { return false }
            let old = try Files.read("\(folder)/\(copy)")
            let (bytes, stamp) = try Files.readStamped("\(root)/\(place.file)")
            stamps[index] = stamp
            if old == bytes { continue }
            guard let page, let position = positions[index], !troubled.contains(place.file),
                let before = records.read(place, old), let now = records.read(place, bytes),
                now.isSeen(as: before, leadingHere: last.site.fragments(leadingTo: place.path)),
                before.record.file.pagePath == page,
                Site.title(of: before.record) == Site.title(of: now.record),
                !last.records[position].isInFeed
                    || Site.opening(of: before.record.file) == Site.opening(of: now.record.file)
            else { return false }
            changes.append(Change(position: position, old: before, new: now))
        }
        return true
    }

    /// Makes the files that the changes touch.
    /// - Returns: whether the last site is what these texts were made into before.
    /// - Throws: `FileError`.
    mutating func render() async throws -> Bool {
        guard !changes.isEmpty else { return true }
        var problems: [Diagnostic] = []
        let configuration = survey.configuration
        var theme = try ThemeSource(root: root, folder: configuration.templates, problems: &problems)
        theme.add(configuration.accents)
        theme.add(ScriptWords(configuration.phrases))
        let templates = CheckedTemplates(
            of: theme, saying: configuration.phrases, withFrameworks: false, known: nil)
        guard let renderer = templates.renderer else { return false }
        let loaded = LoadedSite(
            of: changes.map(\.new.record), in: last.site.map, root: root, survey: survey)
        var paths = loaded.model.outputs
        let outputs = SiteOutputs(loaded, &paths)
        let site = try await Site(
            loaded, outputs, MermaidDiagrams(loaded, drawing: false), templates: renderer)
        for change in changes {
            let entry = last.records[change.position]
            guard last.frames.indices.contains(entry.frame),
                let bytes = ledgerFile.surroundings(of: entry)
            else { return false }
            var reader = StoredReader(bytes)
            guard
                let surroundings = try? RecordSurroundings(
                    from: &reader, site: last.frames[entry.frame], in: site.phrases)
            else { return false }
            let path = change.new.record.file.pagePath
            let page = { (record: DecisionRecord) in
                renderer.render(
                    RecordPage.context(of: record, on: path, within: surroundings, in: site), with: "record")
            }
            guard try page(change.old.record) == Files.read("\(folder)/\(path)") else { return false }
            made[path] = page(change.new.record)
            made[SiteOutputs.copyPath(of: path)] = Array(change.new.record.file.source)
        }
        return try amendSearch(in: site)
    }

    private mutating func amendSearch(in site: Site) throws -> Bool {
        guard let search = last.search else { return true }
        let (folder, known) = (folder, known)
        let read = { (name: String) -> [UInt8]? in
            let path = SearchIndex.File.path(name)
            return known.contains(path) ? try Files.read("\(folder)/\(path)") : nil
        }
        do {
            var vocabulary = try SearchVocabulary(readingFrom: read)
            let first = search.titleLengths.count - last.records.count
            guard first >= 0 else { return false }
            for change in changes {
                let document = first + change.position
                let old = searched(change.old, as: document, in: site)
                let new = searched(change.new, as: document, in: site)
                try vocabulary.replace(document, old.terms, by: new.terms)
                let name = SearchIndex.name(ofFileWith: document)
                let path = SearchIndex.File.path(name)
                guard let bytes = try made[path] ?? read(name) else { return false }
                made[path] = try SearchIndex.File.bytes(
                    of: bytes, replacing: old.entry, by: new.entry, of: document)
            }
            let files = vocabulary.files(ofTitles: search.titleLengths, in: site.phrases)
            for file in files { made[file.path] = file.bytes }
            let documents = SearchIndex.File.path("documents-")
            let stem = documents.dropLast(".js".count)
            gone = known.filter {
                $0.hasPrefix(SearchIndex.folder + "/") && !$0.hasPrefix(stem) && made[$0] == nil
            }
            return true
        } catch is SearchVocabulary.NoIndex {
            return false
        }
    }

    private func searched(
        _ record: LoneRecord, as document: Int, in site: Site
    ) -> (terms: SearchTerms, entry: [UInt8]) {
        var terms = SearchTerms()
        var entry: [UInt8] = []
        _ = SearchedDocument(record.record, in: site.phrases).add(
            to: &terms, as: document, &entry, in: site)
        return (terms, entry)
    }

    /// Shares with the last site what no change can touch: all but the pages of the records, their copies and the index.
    /// - Parameter staging: where the site is written, with all folders that the last one has.
    /// - Throws: `Doubt` where a file cannot be shared, `FileError`.
    func share(with staging: String, telling progress: BuildProgress?) async throws {
        let pages = changes.map(\.new.record.file.pagePath)
        let touched = Set(pages + pages.map(SiteOutputs.copyPath))
        if let taken {
            let next = try OpenFolder(staging)
            let others = taken.differing.union(touched)
            for path in others { try next.remove(path) }
            // The files that the sites share were found in it, and its marker. Somebody may have put another one there, which would
            // become one of the site.
            let shared = last.outputs.count { !others.contains($0.path) }
            guard try Files.count(below: staging) == shared + 1 else { throw Doubt() }
        }
        let files = last.outputs.filter { !touched.contains($0.path) && !Self.isOfIndex($0.path) }
        try await link(files, to: staging, telling: progress)
    }

    private static func isOfIndex(_ path: String) -> Bool { path.hasPrefix(SearchIndex.folder + "/") }

    /// Shares files with the last site, those that are there already excepted.
    private func link(
        _ files: [BuildLedger.Output], to staging: String, telling progress: BuildProgress?
    ) async throws {
        let (site, next) = (try OpenFolder(folder), try OpenFolder(staging))
        let missing = taken.map { taken in files.filter { taken.differing.contains($0.path) } } ?? files
        progress?.add(missing.count)
        _ = try await missing.concurrentMap { file in
            guard site.link(file.path, into: next) else { throw Doubt() }
            progress?.advance()
        }
    }

    /// Writes the rest of the site, once it is made.
    /// - Returns: all files, and how many of them are others than before.
    /// - Throws: `Doubt` where a file cannot be shared with the last site, `FileError`.
    func write(
        to output: OutputFolder, telling progress: BuildProgress?
    ) async throws -> (outputs: [BuildLedger.Output], changed: Int) {
        let kept = last.outputs.filter { !gone.contains($0.path) && made[$0.path] == nil }
        // Without other texts the index was not made anew.
        try await link(kept.filter { Self.isOfIndex($0.path) }, to: output.staging, telling: progress)
        if taken != nil {
            let next = try OpenFolder(output.staging)
            for path in gone.union(made.keys) { try next.remove(path) }
        }
        let (folder, staging, known) = (folder, output.staging, known)
        try output.makeFolders(for: Array(made.keys))
        progress?.add(made.count)
        let written = try await made.sorted { $0.key < $1.key }.concurrentMap { path, bytes in
            progress?.advance()
            return try Self.write(
                bytes, to: path, in: staging, replacing: known.contains(path) ? folder : nil)
        }
        return (kept + written.map(\.file), written.count { $0.isChanged })
    }

    private static func write(
        _ bytes: [UInt8], to path: String, in staging: String, replacing old: String?
    ) throws -> (file: BuildLedger.Output, isChanged: Bool) {
        let isChanged = try OutputFolder.write(bytes, to: path, in: staging, replacing: old)
        guard let file = WrittenFile("\(staging)/\(path)") else { throw Doubt() }
        return (BuildLedger.Output(path: path, file: file), isChanged)
    }

    /// What is left to the next build.
    func ledger(_ outputs: [BuildLedger.Output]) -> BuildLedger {
        var site = last.site
        site.trace.stamps = stamps
        return BuildLedger(
            program: last.program, ground: last.ground, site: site,
            problems: last.problems, pages: last.pages, undrawnDiagrams: last.undrawnDiagrams,
            outputs: outputs, frames: last.frames, records: last.records, search: last.search)
    }
}

extension Site {
    /// The title of a record as lists show it.
    static func title(of record: DecisionRecord) -> String {
        title(of: record.file, from: record.titleStart, else: record.title)
    }
}
