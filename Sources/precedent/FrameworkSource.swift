import Decisions
import Diagnostics
import Glibc
import Platform
import Rules

/// Finds the versions of frameworks that a command names: files, frameworks of the site, either at a Git revision.
struct FrameworkSource {
    private let loaded: LoadedSite
    private let root: String

    /// A framework that was found.
    struct Version {
        /// As it was asked for.
        let name: String
        let framework: Framework
        let problems: [Diagnostic]
        /// What was read that is not on disk, by the name that problems show.
        let texts: [String: [UInt8]]
    }

    init(_ loaded: LoadedSite, root: String) {
        self.loaded = loaded
        self.root = root
    }

    /// The framework behind a name.
    /// - Throws: `UsageError` where there is none, with what Git says.
    func version(_ name: String) throws -> Version {
        if Files.kind(of: name) == .file { return read(try Files.read(name), path: name, name) }
        if let framework = loaded.model.framework(name) {
            return Version(
                name: name, framework: framework, problems: loaded.problems(of: framework),
                texts: loaded.convertedTexts)
        }
        if let colon = name.firstIndex(of: ":") {
            let file = String(name[name.index(after: colon)...])
            return try read(file, path: file, at: String(name[..<colon]), name)
        }
        if let (id, revision) = parts(name) {
            let file = try loaded.framework(id).file
            return try read("./\(file.pathInSite)", path: file.path, at: revision, name)
        }
        if name.contains("/") || name.hasSuffix(".md") { throw FileError("read", name, code: ENOENT) }
        _ = try loaded.framework(name)
        throw UsageError(message: "no framework is called '\(name)'")
    }

    /// The id of the framework of the site that a name of an earlier version is about.
    func presentID(of name: String) throws -> String {
        if let (id, _) = parts(name), loaded.model.framework(name) == nil, !name.contains(":"),
            Files.kind(of: name) != .file
        {
            return id
        }
        if let colon = name.firstIndex(of: ":") {
            let file = name[name.index(after: colon)...].drop { $0 == "." || $0 == "/" }
            let found = loaded.model.frameworks.first {
                ("/" + $0.file.pathInSite).hasSuffix("/" + file)
                    || ("/" + file).hasSuffix("/" + $0.file.pathInSite)
            }
            if let found { return found.id }
        }
        throw UsageError(
            message: "there is nothing to compare '\(name)' with\n"
                + "  help: name the new version as well, or write FRAMEWORK@REV for the old one")
    }

    /// `broker@HEAD~1`, taken apart. An id may hold an `@`, and so may a revision in braces: `broker@main@{1}`.
    private func parts(_ name: String) -> (id: String, revision: String)? {
        let marks = name.indices.filter { name[$0] == "@" && $0 != name.startIndex }
        let known = marks.first { loaded.model.framework(String(name[..<$0])) != nil }
        guard let at = known ?? marks.first else { return nil }
        return (String(name[..<at]), String(name[name.index(after: at)...]))
    }

    private func read(
        _ file: String, path: String, at revision: String, _ name: String
    ) throws -> Version {
        do {
            return read(try Git(in: root).file(file, at: revision), path: path, name)
        } catch let refusal as Git.Refusal {
            throw UsageError(
                message: "'\(name)' cannot be had: \(refusal.message)\n"
                    + "  help: a side is FILE, FRAMEWORK, REV:FILE or FRAMEWORK@REV; 'precedent diff --help' has examples"
            )
        }
    }

    private func read(_ bytes: [UInt8], path: String, _ name: String) -> Version {
        let (framework, problems) = Framework.read(
            bytes, path: path, shownAs: name, words: loaded.configuration.words)
        return Version(
            name: name, framework: framework,
            problems: loaded.configuration.weighed(problems).inReadingOrder(),
            texts: [name: bytes])
    }
}
