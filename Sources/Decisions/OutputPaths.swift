public import Diagnostics

/// Every file that a site has, by its path, so that none silently takes the place of another.
///
/// Paths that differ only in case are one here, as they are on the disks of many authors and visitors.
public struct OutputPaths: Sendable {
    private var makers: [String: (path: String, maker: Maker)] = [:]
    /// A file below each folder.
    private var folders: [String: (path: String, maker: Maker)] = [:]
    /// One of them, in which the last file was: the next one is mostly there too.
    private var lastFolder = ""

    /// What makes a file of the site.
    public enum Maker: Sendable {
        /// The site itself.
        case site
        /// A file of the content folder, or a line in it.
        case content(SourceLocation)
        /// The theme; with the folder that a site's own files of the theme go into.
        case theme(assets: String?)
    }

    init() {
        for page in OwnPage.allCases { _ = claim(page.path, by: .site) }
    }

    /// Makes room for so many paths.
    mutating func reserve(_ count: Int) { makers.reserveCapacity(count) }

    /// Whether a path is free.
    public func isFree(_ path: String) -> Bool { taken(Self.folded(path)) == nil }

    /// Takes a path.
    /// - Returns: what is wrong where it is taken already.
    public mutating func claim(_ path: String, by maker: Maker) -> Diagnostic? {
        let key = Self.folded(path)
        if let other = taken(key) { return Messages.collision(path, maker, other.path, other.maker) }
        makers[key] = (path, maker)
        guard let folder = Self.folder(of: key), folder != lastFolder else { return nil }
        lastFolder = String(folder)
        for folder in Self.folders(of: key) {
            guard folders[folder] == nil else { break }
            folders[folder] = (path, maker)
        }
        return nil
    }

    /// Who stands in the way of a path in lower case: one who has it, or has it as a folder, or has as a file what is a folder of it.
    private func taken(_ key: String) -> (path: String, maker: Maker)? {
        if let other = makers[key] ?? folders[key] { return other }
        guard let folder = Self.folder(of: key), folder != lastFolder else { return nil }
        for folder in Self.folders(of: key) {
            // Where it is a folder already, no file has its name, nor that of a folder around it.
            if folders[folder] != nil { return nil }
            if let other = makers[folder] { return other }
        }
        return nil
    }

    /// A path in lower case; itself where it is that, as nearly all are, so that there is no second one to keep.
    private static func folded(_ path: String) -> String {
        path.utf8.allSatisfy { $0 < 0x80 && $0 &- 0x41 >= 26 } ? path : path.lowercased()
    }

    private static func folder(of path: String) -> Substring? {
        path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path[..<$0] }
    }

    /// The folders of a path, the innermost first.
    private static func folders(of path: String) -> some Sequence<String> {
        sequence(first: path) { path in folder(of: path).map { String($0) } }.dropFirst()
    }
}

private enum Messages {
    static func collision(
        _ path: String, _ maker: OutputPaths.Maker, _ otherPath: String, _ other: OutputPaths.Maker
    ) -> Diagnostic {
        switch (maker, other) {
        case (.content(let place), .content(let first)):
            return Diagnostic(
                "path-taken", at: place, summary(path, otherPath),
                suggestion: "give one of the two another name",
                notes: [.init("the other is here", at: first)])
        case (.content(let place), _):
            return Diagnostic(
                "path-taken", at: place,
                path == otherPath
                    ? "'\(path)' is a page that the site has already" : summary(path, otherPath),
                suggestion: "give it another name")
        case (.theme(let assets), .content(let place)):
            return Diagnostic(
                "path-taken", at: place,
                path == otherPath ? "'\(path)' is a file of the theme" : summary(otherPath, path),
                suggestion: assets.map {
                    "to replace the theme's put it into '\($0)', else give it another name"
                } ?? "give it another name")
        case (_, _):
            return Diagnostic("path-taken", at: nil, summary(path, otherPath))
        }
    }

    private static func summary(_ path: String, _ other: String) -> String {
        if path == other { return "'\(path)' would be made twice" }
        if path.lowercased() == other.lowercased() {
            return "'\(path)' and '\(other)' are one file on disks that do not tell case apart"
        }
        return "'\(path)' and '\(other)' would need a file and a folder of one name"
    }
}
