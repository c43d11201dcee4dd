public import Diagnostics
import Markdown
import Platform

/// What `.adr-dir` says, the file by which adr-tools knows where a repository keeps its records.
public struct AdrToolsFolder: Sendable {
    /// The file.
    public static let fileName = ".adr-dir"

    /// The folder as it is written: the first line.
    public let written: String
    /// The way to it from the folder that holds the file; `nil` where it is none below that.
    public let path: String?

    /// Reads the file in a folder; `nil` where there is none, or nothing in it.
    public init?(in root: String) {
        guard let bytes = try? Files.read("\(root)/\(Self.fileName)") else { return nil }
        let lines = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
        guard let line = lines.first?.trimmed, !line.isEmpty else { return nil }
        written = line
        path = Self.path(line, in: root)
    }

    /// A folder below another one, as tools are told of it: `./doc/adr/`, `doc/x/../adr`, or the whole way from the root of the
    /// file system; `nil` where it is that folder itself or lies elsewhere.
    static func path(_ written: String, in root: String) -> String? {
        let names = Files.absolute(root)?.split(separator: "/").map(String.init) ?? []
        var way = written.trimmed
        if way.hasPrefix("/") {
            let parts = way.split(separator: "/").map(String.init)
            guard parts.starts(with: names) else { return nil }
            way = parts.dropFirst(names.count).joined(separator: "/")
        }
        let path = SiteMap.normalised(way, names)
        return path.isEmpty || path.hasPrefix("../") ? nil : path
    }

    /// That it names no folder in which records can lie; `nil` where it does.
    public var problem: Diagnostic? {
        guard path == nil else { return nil }
        return Diagnostic(
            "bad-value", .warning, at: SourceLocation(file: Self.fileName, line: 1),
            "'\(written)' is no folder below the one that holds this file, so no records are looked for there",
            suggestion: "write the way to it from here, such as 'doc/adr'")
    }
}
