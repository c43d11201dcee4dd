import Decisions
import Diagnostics
import Platform
import Synchronization

/// What a build leaves to the next one, so that this one can take over all that no change has touched.
struct BuildLedger: Sendable {
    /// The program that built the site: another one may make other pages of the same texts.
    let program: FileStamp?
    /// What the site hangs on beside its texts.
    let ground: Fingerprint
    let site: SiteMemento
    /// Everything that was wrong with the content and the templates, none of it an error.
    let problems: [Diagnostic]
    /// How many pages there are, and how many diagrams are shown as code.
    let pages: Int
    let undrawnDiagrams: Int
    /// Every file of the site.
    let outputs: [Output]
    /// The sites that records' pages see.
    let frames: [SiteContext]
    /// The records in the order of the log.
    let records: [Record]
    /// The index of the search, where there is one.
    let search: Search?
    /// The site before this one, where it was kept.
    var spare: SpareSite?

    /// A file of the site.
    struct Output: Sendable, Stored {
        let path: String
        let file: WrittenFile

        init(path: String, file: WrittenFile) { (self.path, self.file) = (path, file) }

        init(from reader: inout StoredReader) throws {
            (path, file) = (try reader.read(), try reader.read())
        }

        func write(to writer: inout StoredWriter) {
            path.write(to: &writer)
            file.write(to: &writer)
        }
    }

    /// A record's page.
    struct Record: Sendable, Stored {
        /// The file's place in the survey.
        let place: Int
        /// Whether the feed tells of it.
        let isInFeed: Bool
        /// The site that its page sees, among `frames`.
        let frame: Int
        /// Where in the file beside the ledger it stands what its page shows of others, as `RecordSurroundings` writes it.
        let surroundings: Range<Int>
        /// A digest of that.
        let digest: Fingerprint

        init(place: Int, isInFeed: Bool, frame: Int, surroundings: Range<Int>, digest: Fingerprint) {
            (self.place, self.isInFeed, self.frame) = (place, isInFeed, frame)
            (self.surroundings, self.digest) = (surroundings, digest)
        }

        init(from reader: inout StoredReader) throws {
            (place, isInFeed, frame) = (try reader.read(), try reader.read(), try reader.read())
            let (start, count): (Int, Int) = (try reader.read(), try reader.read())
            guard start >= 0, count >= 0, start <= .max - count else { throw DamagedStore() }
            surroundings = start..<(start + count)
            digest = try reader.read()
        }

        func write(to writer: inout StoredWriter) {
            place.write(to: &writer)
            isInFeed.write(to: &writer)
            frame.write(to: &writer)
            surroundings.lowerBound.write(to: &writer)
            surroundings.count.write(to: &writer)
            digest.write(to: &writer)
        }
    }

    /// What is known of the index of the search that its files do not tell by themselves.
    struct Search: Sendable, Stored {
        /// How many words each document's title has, a digit each. The records are the last documents, in the order of the log.
        let titleLengths: [UInt8]

        init(titleLengths: [UInt8]) { self.titleLengths = titleLengths }

        init(from reader: inout StoredReader) throws { titleLengths = Array(try reader.part()) }

        func write(to writer: inout StoredWriter) { writer.write(titleLengths) }
    }
}

extension BuildLedger: Stored {
    init(from reader: inout StoredReader) throws {
        program = try reader.read()
        ground = try reader.read()
        site = try reader.read()
        problems = try reader.read()
        pages = try reader.read()
        undrawnDiagrams = try reader.read()
        outputs = try reader.read()
        frames = try reader.read()
        records = try reader.read()
        search = try reader.read()
        spare = try reader.read()
    }

    func write(to writer: inout StoredWriter) {
        program.write(to: &writer)
        ground.write(to: &writer)
        site.write(to: &writer)
        problems.write(to: &writer)
        pages.write(to: &writer)
        undrawnDiagrams.write(to: &writer)
        outputs.write(to: &writer)
        frames.write(to: &writer)
        records.write(to: &writer)
        search.write(to: &writer)
        spare.write(to: &writer)
    }
}

/// What records' pages show of others, noted while they are made.
final class KeptSurroundings: Sendable {
    /// What is noted of a record's page.
    struct Note {
        /// The site that it sees, among `frames`.
        let frame: Int
        /// What it shows of others, as `RecordSurroundings` writes it.
        let bytes: [UInt8]
        let digest: Fingerprint
    }

    private struct Notes {
        var frames: [SiteContext] = []
        var records: [Int: Note] = [:]
    }

    private let notes = Mutex(Notes())

    /// Notes what the page of a record shows, by the record's place in the log.
    func keep(_ surroundings: RecordSurroundings, of position: Int) {
        var writer = StoredWriter()
        surroundings.write(to: &writer)
        let bytes = writer.bytes
        let digest = Fingerprint(of: bytes)
        notes.withLock { notes in
            // There is one for each folder of records, and nearly always the first is it.
            let frame = notes.frames.firstIndex(of: surroundings.site) ?? notes.frames.count
            if frame == notes.frames.count { notes.frames.append(surroundings.site) }
            notes.records[position] = Note(frame: frame, bytes: bytes, digest: digest)
        }
    }

    /// The sites that pages see, by their numbers.
    var frames: [SiteContext] { notes.withLock { $0.frames } }

    /// What was noted of records' pages, by their places in the log.
    var records: [Int: Note] { notes.withLock { $0.records } }
}
