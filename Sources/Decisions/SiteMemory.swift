import Diagnostics
public import Platform
import Rules

/// What was made of a site's files when it was loaded, so that loading it once more reads only those that have changed. What
/// comes of it is the same as without.
public struct SiteMemory: Sendable {
    /// What was read, by the file's way from the site's folder.
    private(set) var files: [String: ReadFile] = [:]
    /// What records say of themselves, and what they mean.
    var facts = Remembered<FileGround, RecordLog.Facts>()
    var records = Remembered<RecordGround, RecordLog.Read>()
    /// The frameworks, with what is wrong with their text, and with their rules as a whole.
    var frameworks = Remembered<FrameworkGround, FrameworkReader.Read>()
    var findings = Remembered<FrameworkGround, [Diagnostic]>()
    /// What Git says, by repository.
    var logs = Remembered<GitLog.Ground, GitLog>()
    private var lastRevision = 0

    /// A memory of nothing.
    public init() {}

    /// A file as it was read.
    struct ReadFile: Sendable {
        /// Its path in the site map.
        let path: String
        let stamp: FileStamp?
        let content: ContentFile?
        let problems: [Diagnostic]
        /// Another number each time that it is read; 0 before it has one.
        var revision = 0
    }

    /// What was read at a way, if the file is the same.
    func file(_ file: String, as path: String, _ stamp: FileStamp?) -> ReadFile? {
        guard let known = files[file], known.path == path, let stamp,
            known.stamp?.isCertainlyThat(of: stamp) == true
        else { return nil }
        return known
    }

    /// The stamp of the state in which a file was read; `nil` of one that was not.
    public func stamp(of file: String) -> FileStamp? { files[file]?.stamp }

    /// Keeps what was read, and forgets all else.
    mutating func keep(_ read: [(file: String, read: ReadFile)]) {
        var kept = [String: ReadFile](minimumCapacity: read.count)
        for (file, read) in read {
            var read = read
            if read.revision == 0 {
                lastRevision += 1
                read.revision = lastRevision
            }
            kept[file] = read
        }
        files = kept
    }

    /// What a framework hangs on; `nil` of a file that was not kept.
    func ground(of file: ContentFile, words: Words) -> FrameworkGround? {
        ground(of: file).map { FrameworkGround(file: $0, words: words) }
    }

    /// What is made of a file alone hangs on this; `nil` of a file that was not kept.
    func ground(of file: ContentFile) -> FileGround? {
        files[file.shownPath].map {
            FileGround(revision: $0.revision, id: file.id, kind: file.kind, role: file.role)
        }
    }
}

/// What was read of a file, and what its neighbours made of it.
struct FileGround: Hashable, Sendable {
    let revision: Int
    let id: String
    let kind: ContentKind
    let role: RecordFolderRole
}

/// What the meaning of a record hangs on.
struct RecordGround: Hashable, Sendable {
    let file: FileGround
    let habits: LogHabits
    let meanings: [String: StatusGroup]
}

/// What a framework hangs on.
struct FrameworkGround: Hashable, Sendable {
    let file: FileGround
    let words: Words
}

/// What was made of things that have a name, as long as what it was made of is the same.
struct Remembered<Ground: Hashable & Sendable, Made: Sendable>: Sendable {
    private var known: [String: (ground: Ground, made: Made)] = [:]

    /// What was made of a ground; `nil` where that is not known.
    func made(_ name: String, of ground: Ground?) -> Made? {
        guard let ground, let known = known[name], known.ground == ground else { return nil }
        return known.made
    }

    /// What the thing of a name was made of.
    func ground(of name: String) -> Ground? { known[name]?.ground }

    /// Keeps what was made, and forgets all else.
    mutating func keep(_ made: some Collection<(name: String, ground: Ground?, made: Made)>) {
        known = Dictionary(minimumCapacity: made.count)
        for (name, ground, made) in made {
            if let ground { known[name] = (ground, made) }
        }
    }
}
