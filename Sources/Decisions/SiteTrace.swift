import Diagnostics
public import Platform
import Synchronization

/// What a site was loaded from: as long as another look finds the same, so does another build.
public struct SiteTrace: Sendable {
    /// The stamps of all files, in the order of the survey; `nil` of one that was gone by then, or could not be read.
    public var stamps: [FileStamp?]
    /// The files of the repository that were asked for, and whether they are there.
    let repository: [String: Bool]
    /// What Git's histories hang on.
    let pasts: [String]
    /// What the records of each log have in common, by the log's place.
    let habits: [Int: LogHabits]
    /// The places of pages that are linked to, by the path of the page's file.
    let fragments: [String: Set<String>]
}

extension SiteTrace {
    /// Of a site of which nothing was read.
    init(of survey: SiteSurvey) {
        self.init(
            stamps: survey.places.map { _ in nil }, repository: [:], pasts: [], habits: [:], fragments: [:])
    }

    init(
        _ survey: SiteSurvey, root: String, read: [(file: String, read: SiteMemory.ReadFile)],
        repository: RepositoryFiles, pasts: [String], habits: [Int: LogHabits],
        fragments: [String: Set<String>]
    ) {
        var texts = read.makeIterator()
        let stamps = survey.places.map { place in
            place.isMarkdown ? texts.next()?.read.stamp : FileStamp("\(root)/\(place.file)")
        }
        self.init(
            stamps: stamps, repository: repository.asked, pasts: pasts, habits: habits, fragments: fragments)
    }
}

/// The files around a site that its content may lead to. What was asked is noted.
final class RepositoryFiles: Sendable {
    private let root: String
    private let known = Mutex<[String: Bool]>([:])

    init(_ root: String) { self.root = root }

    /// Whether a file or folder is there, from the site's folder.
    @Sendable func has(_ path: String) -> Bool {
        let isThere = Files.kind(of: "\(root)/\(path)") != nil
        known.withLock { $0[path] = isThere }
        return isThere
    }

    /// What was asked for, and whether it is there.
    var asked: [String: Bool] { known.withLock { $0 } }
}
