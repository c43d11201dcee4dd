import CTheme
import Decisions
import Diagnostics
import Markdown
import Platform

/// The files of a theme: a site's own where it has them, else those inside the program.
struct ThemeSource: Sendable {
    /// Templates by name: the path below the theme's folder without the extension.
    let templates: [String: Template]
    /// Files that are copied to `assets/`, by their path below it.
    private(set) var assets: [String: [UInt8]]

    /// A template's text and the name that problems show it under.
    struct Template: Sendable, Hashable {
        let file: String
        let text: String
        /// Whether it is the one inside the program.
        var isBuiltIn = false
    }

    /// Reads the theme of a site whose own templates are in `folder`, if there is such a folder.
    /// - Throws: `FileError`.
    init(root: String, folder: String?, problems: inout [Diagnostic]) throws {
        var templates = Self.builtInTemplates
        var assets: [String: [UInt8]] = [:]
        for file in Self.embedded {
            if let name = Self.assetName(file.path) { assets[name] = file.bytes }
        }
        if let folder, Files.kind(of: "\(root)/\(folder)") == .folder {
            for path in try Files.tree(below: "\(root)/\(folder)") {
                let file = "\(folder)/\(path)"
                if let name = Self.templateName(path) {
                    let bytes = try Files.read("\(root)/\(file)")
                    if let invalid = TextEncoding.firstInvalidPlace(in: bytes, file: file) {
                        problems.append(
                            Diagnostic(
                                "not-utf-8", at: invalid, "this template is not UTF-8",
                                suggestion: "save it as UTF-8"))
                        continue
                    }
                    let text = TextEncoding.withoutByteOrderMark(bytes)
                    templates[name] = Template(file: file, text: String(decoding: text, as: UTF8.self))
                } else if let name = Self.assetName(path) {
                    assets[name] = try Files.read("\(root)/\(file)")
                } else if let problem = Self.unread(path, file) {
                    problems.append(problem)
                }
            }
        }
        self.templates = templates
        self.assets = assets
    }

    /// Sets the accents of a site behind the stylesheet's own; paper is left as it is.
    mutating func add(_ accents: [Colour.Scheme: Colour]) {
        guard !accents.isEmpty, var style = assets["style.css"] else { return }
        style += "\n/* The site's own accents. */\n".utf8
        for scheme in Colour.Scheme.allCases {
            guard let accent = accents[scheme] else { continue }
            style +=
                "@media screen and (prefers-color-scheme: \(scheme.rawValue)) { :root { --accent: \(accent.hexadecimal); } }\n"
                .utf8
        }
        assets["style.css"] = style
    }

    /// Puts the words that scripts say before the script that says them.
    mutating func add(_ words: ScriptWords) {
        assets[ScriptWords.fileName] = words.script + (assets[ScriptWords.fileName] ?? [])
    }

    /// Says of a file that it is nothing of a theme. Words are read elsewhere, and notes for those who edit are welcome.
    private static func unread(_ path: String, _ file: String) -> Diagnostic? {
        guard !path.hasPrefix("words/"), !path.hasSuffix(".md"), !path.hasSuffix(".txt") else { return nil }
        let name = path.split(separator: "/").last.map(String.init) ?? path
        let stem = path.lastIndex(of: ".").map { String(path[..<$0]) } ?? path
        let suggestion =
            if builtInTemplates[stem] != nil {
                "a template ends in '.mustache': \(stem).mustache"
            } else if let known = embedded.first(where: { $0.path.hasSuffix("/\(name)") }) {
                "the theme has it as '\(known.path)'"
            } else {
                "templates end in '.mustache', and what pages load stands in 'assets/'"
            }
        return Diagnostic(
            "unread-file", .warning, at: SourceLocation(file: file, line: 1),
            "this file is no part of a theme, so nothing is done with it", suggestion: suggestion)
    }

    private static func templateName(_ path: String) -> String? {
        path.hasSuffix(".mustache") ? String(path.dropLast(9)) : nil
    }

    private static func assetName(_ path: String) -> String? {
        path.hasPrefix("assets/") ? String(path.dropFirst(7)) : nil
    }

    /// The templates inside the program.
    static let builtInTemplates: [String: Template] = {
        var templates: [String: Template] = [:]
        for file in embedded {
            guard let name = templateName(file.path) else { continue }
            let text = String(decoding: file.bytes, as: UTF8.self)
            templates[name] = Template(file: "theme:\(file.path)", text: text, isBuiltIn: true)
        }
        return templates
    }()

    /// The theme inside the program.
    static let embedded: [(path: String, bytes: [UInt8])] = (0..<theme_file_count).compactMap { index in
        var file = theme_file()
        guard theme_file_at(index, &file), let path = file.path else { return nil }
        return (String(cString: path), Array(UnsafeBufferPointer(start: file.bytes, count: file.count)))
    }
}

/// The theme inside the program, for those who quote from it.
public enum Theme {
    /// Its files, by their path below the folder of templates, with their bytes.
    public static var files: [(path: String, bytes: [UInt8])] { ThemeSource.embedded }

    /// The bytes of a file of the embedded theme, by the name that problems show it under.
    public static func text(of file: String) -> [UInt8]? {
        ThemeSource.embedded.first { "theme:\($0.path)" == file }?.bytes
    }
}
