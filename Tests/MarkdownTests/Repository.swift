import Foundation

/// Where the tests find real texts.
enum Repository {
    struct NotFound: Error {}

    /// The folder that holds the package.
    static func root() throws -> URL {
        var folder = URL(filePath: #filePath).deletingLastPathComponent()
        while folder.path != "/" {
            if FileManager.default.fileExists(atPath: folder.appending(path: "content").path) {
                return folder
            }
            folder.deleteLastPathComponent()
        }
        throw NotFound()
    }

    /// A folder of further Markdown that whoever runs the tests names in `PRECEDENT_CORPUS`.
    static var corpus: URL? {
        ProcessInfo.processInfo.environment["PRECEDENT_CORPUS"].map { URL(filePath: $0) }
    }

    /// All Markdown below a folder, sorted.
    static func markdownFiles(below folder: URL) throws -> [URL] {
        let names = try FileManager.default.subpathsOfDirectory(atPath: folder.resolvingSymlinksInPath().path)
        return names.filter { $0.hasSuffix(".md") || $0.hasSuffix(".markdown") }.sorted().map {
            folder.appending(path: $0)
        }
    }
}
