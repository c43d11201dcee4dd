import Platform

/// The list of what was published into a folder, which is kept there: only what is on it is ever removed.
struct PublishedFiles {
    /// The file that holds the list.
    static let name = ".precedent-files"
    private static let head = "# What precedent publish wrote here, a file a line. It removes nothing else."

    /// The paths from the folder; `nil` where nothing was published into it that kept a list.
    let paths: Set<String>?

    /// The list that a folder holds.
    /// - Throws: `FileError`.
    init(in folder: String) throws {
        let path = "\(folder)/\(Self.name)"
        guard Files.kind(of: path) == .file else {
            paths = nil
            return
        }
        let lines = String(decoding: try Files.read(path), as: UTF8.self).split(separator: "\n")
        paths = Set(lines.filter { !$0.hasPrefix("#") }.map { Self.path(ofLine: $0) })
    }

    /// A list of some paths.
    init(_ paths: some Sequence<String>) { self.paths = Set(paths) }

    /// Writes the list in one step.
    /// - Throws: `FileError`.
    func write(to folder: String) throws {
        let sorted = (paths ?? []).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        let lines = [Self.head] + sorted.map { Self.line(ofPath: $0) }
        try Files.put(Array(lines.map { $0 + "\n" }.joined().utf8), at: "\(folder)/\(Self.name)")
    }

    /// A name may hold a line end, and begin as a remark does.
    private static func line(ofPath path: String) -> String {
        let line = path.replacing("\\", with: "\\\\").replacing("\n", with: "\\n")
        return line.hasPrefix("#") ? "\\" + line : line
    }

    private static func path(ofLine line: Substring) -> String {
        var path = ""
        var isEscaped = false
        for character in line {
            if isEscaped {
                path.append(character == "n" ? "\n" : character)
                isEscaped = false
            } else if character == "\\" {
                isEscaped = true
            } else {
                path.append(character)
            }
        }
        return path
    }
}
