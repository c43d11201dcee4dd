import Diagnostics
import Markdown

/// Finds the images that no page shows: most often one that was replaced, or whose name was mistyped where it is meant.
struct OrphanImages {
    private let used: Set<String>
    private let html: [String]

    private static let extensions: Set = ["png", "jpg", "jpeg", "gif", "svg", "webp", "avif", "bmp"]

    /// - Parameters:
    ///   - used: the files that links and images lead to, by their paths in the site.
    ///   - html: the HTML of all pages, which may name images as well.
    init(used: Set<String>, html: [String]) {
        self.used = used
        self.html = html
    }

    func problems(filesOf copies: [ModelBuilder.Copy]) -> [Diagnostic] {
        copies.filter { copy in
            let name = copy.path.split(separator: "/").last ?? ""
            let isImage = Self.extensions.contains(
                name.split(separator: ".").last.map { $0.lowercased() } ?? "")
            return isImage && !used.contains(copy.path) && !html.contains { $0.contains(name) }
        }.map { copy in
            Diagnostic(
                "orphan-image", .warning, at: SourceLocation(file: copy.file, line: 1),
                "no page shows this image",
                suggestion: "show it, or take it away")
        }
    }
}
