import Diagnostics
import Languages

/// What lies in a site's folder of templates and is nothing of a theme, so that nothing comes of it.
///
/// A repository may have a folder of that name for something else, of which nothing is said.
struct UnreadFiles {
    /// Whether the folder is one of a theme: the site names it, or it holds what a theme has.
    let areMeant: Bool
    /// Files that are neither templates nor loaded by pages, as warnings.
    let problems: [Diagnostic]

    /// - Parameters:
    ///   - paths: the files of the folder.
    ///   - folder: the folder, as problems name it.
    ///   - isNamed: whether the site itself names it.
    init(among paths: [String], in folder: String, isNamed: Bool) {
        areMeant = isNamed || paths.contains(where: Self.isOfTheme)
        guard areMeant else {
            problems = []
            return
        }
        let present = Set(paths)
        problems = paths.filter(Self.isStray).map { path in
            Diagnostic(
                "unread-file", .warning, at: SourceLocation(file: "\(folder)/\(path)", line: 1),
                "this file is no part of a theme, so nothing is done with it",
                suggestion: Self.suggestion(for: path, among: present))
        }
    }

    /// The site's own templates that no page leads to, as warnings.
    static func problems(ofUnused templates: [(name: String, file: String)]) -> [Diagnostic] {
        templates.map { name, file in
            Diagnostic(
                "unread-file", .warning, at: SourceLocation(file: file, line: 1),
                "no page uses the template '\(name)'",
                suggestion: meant(by: name).map { "did you mean '\($0)'?" }
                    ?? "write '{{> \(name)}}' where it belongs, or take it away")
        }
    }

    /// The theme's template that one with a slip in its name, or in another folder, was meant to be.
    private static func meant(by name: String) -> String? {
        let known = ThemeSource.builtInTemplates.keys.sorted()
        let last = lastPart(name)
        return known.first { lastPart($0) == last } ?? nearest(to: name, among: known)
            ?? nearest(to: last, among: known.map(lastPart)).flatMap { part in
                known.first { lastPart($0) == part }
            }
    }

    private static func isOfTheme(_ path: String) -> Bool {
        if path.hasPrefix("assets/") { return ThemeSource.embedded.contains { $0.path == path } }
        if path.hasPrefix("words/") {
            return path.hasSuffix(".yml") && LanguageTag.isOne(String(path.dropFirst(6).dropLast(4)))
        }
        guard let name = ThemeSource.templateName(path) else { return false }
        let known = ThemeSource.builtInTemplates.keys.filter { folder(of: $0) == folder(of: name) }
        return nearest(to: name, among: known) != nil
    }

    /// Notes for those who edit are welcome, and so are the copies that editors leave.
    private static func isStray(_ path: String) -> Bool {
        let name = lastPart(path)
        return ThemeSource.templateName(path) == nil && !path.hasPrefix("assets/")
            && !path.hasPrefix("words/")
            && (name.contains(".") || ThemeSource.builtInTemplates[path] != nil)
            && ![".md", ".txt", "~", "#", ".orig", ".bak"].contains { name.hasSuffix($0) }
    }

    private static func suggestion(for path: String, among present: Set<String>) -> String {
        let name = lastPart(path)
        let stem = path.lastIndex(of: ".").map { String(path[..<$0]) } ?? path
        if ThemeSource.builtInTemplates[stem] != nil, !present.contains("\(stem).mustache") {
            return "a template ends in '.mustache': \(stem).mustache"
        }
        if name.hasSuffix(".yml"), LanguageTag.isOne(stem) { return "words stand in 'words/\(name)'" }
        if let known = ThemeSource.embedded.first(where: { lastPart($0.path) == name }) {
            return "the theme has it as '\(known.path)'"
        }
        return "templates end in '.mustache', and what pages load stands in 'assets/'"
    }

    private static func folder(of path: String) -> Substring {
        path.lastIndex(of: "/").map { path[..<$0] } ?? ""
    }

    private static func lastPart(_ path: String) -> String {
        path.split(separator: "/").last.map(String.init) ?? path
    }
}
