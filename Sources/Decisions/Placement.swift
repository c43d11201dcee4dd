import Diagnostics
import Markdown

/// Gives each file its place in the site, and finds where two would have the same.
struct Placement {
    private(set) var files: [ContentFile] = []
    private(set) var redirects: [DecisionModel.Redirect] = []
    private(set) var outputs = OutputPaths()
    private(set) var problems: [Diagnostic] = []
    private var owners: [String: ContentFile] = [:]
    private var former: [String: String] = [:]
    private var assets: Set<String> = []

    /// - Parameter files: how many there are to place.
    init(reservingFor files: Int) {
        self.files.reserveCapacity(files)
        owners.reserveCapacity(files)
        // Most pages have a copy beside them.
        outputs.reserve(files * 2)
    }

    /// Where everything stands.
    var map: SiteMap {
        SiteMap(
            pages: Dictionary(files.map { ($0.path, $0.pagePath) }, uniquingKeysWith: { first, _ in first }),
            assets: assets, former: former)
    }

    /// Places a page. Two files cannot become the same page: an error, save for records, which are then told apart by
    /// file name, so that of a log none is lost.
    mutating func place(_ file: ContentFile) {
        // What the site says on such a page itself, the file introduces.
        let isIntroduction = file.ownPage != nil && owners[file.pagePath] == nil
        let collision =
            isIntroduction ? nil : outputs.claim(file.pagePath, by: .content(file.idLocation))
        guard var collision else { return keep(file) }
        let isRecord = file.kind == .decisionRecord
        if let first = owners[file.pagePath], first.kind == file.kind {
            collision = Diagnostic(
                "duplicate-id", at: file.idLocation,
                "two \(file.kind == .page ? "pages" : "\(file.kind.rawValue)s") are called '\(file.id)'",
                suggestion: "give one of them another id",
                notes: [.init("the first is here", at: first.idLocation)])
        }
        guard isRecord else { return problems.append(collision) }
        let renamed = file.namedByPath(where: outputs.isFree)
        collision.severity = .warning
        collision.suggestion =
            renamed.id == file.stem
            ? "this one is published under its file name" : "this one is published as '\(renamed.id)'"
        problems.append(collision)
        _ = outputs.claim(renamed.pagePath, by: .content(renamed.idLocation))
        keep(renamed)
    }

    private mutating func keep(_ file: ContentFile) {
        owners[file.pagePath] = file
        files.append(file)
    }

    /// Places pages that lead on from what a file was called before. A file that has the path now is not taken from it.
    mutating func placeRedirects(to file: ContentFile) {
        for alias in file.aliases {
            let path = file.pagePath(of: alias)
            if let collision = outputs.claim(path, by: .content(alias.location)) {
                problems.append(collision)
            } else {
                redirects.append(.init(path: path, file: file))
                former[file.path(of: alias)] = file.path
            }
        }
    }

    /// Places a file that is copied.
    mutating func place(_ copy: ModelBuilder.Copy) {
        assets.insert(copy.path)
        if let collision = outputs.claim(
            copy.path, by: .content(SourceLocation(file: copy.file, line: 1)))
        {
            problems.append(collision)
        }
    }
}

extension ContentFile {
    /// Where the id stands, else the start of the file.
    fileprivate var idLocation: SourceLocation {
        document.frontMatter["id"]?.location ?? SourceLocation(file: document.file, line: 1)
    }

    /// The file's name without what stands behind the first dot.
    fileprivate var stem: String {
        path.split(separator: "/").last.map { String($0.prefix { $0 != "." }) } ?? id
    }

    /// The same file under an id that nobody has: that of its path, with a number behind it where need be.
    fileprivate func namedByPath(where isFree: (String) -> Bool) -> ContentFile {
        var candidate = ContentFile(self, id: stem)
        var number = 2
        while !isFree(candidate.pagePath) {
            candidate = ContentFile(self, id: "\(stem)-\(number)")
            number += 1
        }
        return candidate
    }
}
