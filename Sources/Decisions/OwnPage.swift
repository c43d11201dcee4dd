/// A page that every site has, whatever its authors wrote.
public enum OwnPage: String, Sendable, CaseIterable {
    case home = "index"
    case frameworks = "frameworks/index"
    case assessments = "assessments/index"
    case log = "decisions/index"
    case notFound = "404"

    /// Where it stands in the site.
    public var path: String { rawValue + ".html" }

    /// Those that a file of the content folder can introduce, and links can lead to.
    private static let open: [OwnPage] = [.home, .frameworks, .assessments, .log]

    /// The page that a file introduces: the one that an index file of that folder is on a Git host.
    static func introduced(by file: String) -> OwnPage? {
        open.first { file == $0.rawValue + ".md" || file == $0.rawValue + ".markdown" }
    }

    /// The page that a path below the content folder means: by its folder, its index file, or its own name.
    static func meant(by path: String) -> OwnPage? {
        open.first { page in
            path == page.folder || path == page.path || path == page.rawValue + ".md"
        }
    }

    /// The folder whose index it is; empty at the root.
    private var folder: Substring { rawValue.lastIndex(of: "/").map { rawValue[..<$0] } ?? "" }
}
