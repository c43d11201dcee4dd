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
    /// What else lies in the site's own folder; `nil` where it has none.
    let unread: UnreadFiles?

    /// A template's text and the name that problems show it under.
    struct Template: Sendable, Hashable {
        let file: String
        let text: String
        /// Whether it is the one inside the program.
        var isBuiltIn = false
    }

    /// Reads the theme of a site whose own templates are in `folder`, if there is such a folder.
    /// - Parameter isNamed: whether the site itself names the folder.
    /// - Throws: `FileError`.
    init(root: String, folder: String?, isNamed: Bool = false, problems: inout [Diagnostic]) throws {
        var templates = Self.builtInTemplates
        var assets: [String: [UInt8]] = [:]
        for file in Self.embedded {
            if let name = Self.assetName(file.path) { assets[name] = file.bytes }
        }
        if let folder, Files.kind(of: "\(root)/\(folder)") == .folder {
            let paths = try Files.tree(below: "\(root)/\(folder)")
            unread = UnreadFiles(among: paths, in: folder, isNamed: isNamed)
            for path in paths {
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
                }
            }
        } else {
            unread = nil
        }
        self.templates = templates
        self.assets = assets
    }

    /// Sets the accents of a site behind the stylesheet's own; paper is left as it is. In the stylesheet inside the program
    /// the accent of light pages serves for dark ones too, as much lighter as it has to be.
    mutating func add(_ accents: [Colour.Scheme: Colour]) {
        guard !accents.isEmpty, var style = assets["style.css"] else { return }
        let isBuiltIn = Self.embedded.contains { $0.path == "assets/style.css" && $0.bytes == style }
        style += "\n/* The site's own accents. */\n".utf8
        for scheme in Colour.Scheme.allCases {
            let lighter = accents[.light]?.moved(from: scheme.tint, toContrast: 4.5)
            guard let accent = (accents[scheme] ?? (isBuiltIn ? lighter : nil))?.hexadecimal else { continue }
            // The dark ground of what is filled has the hue of the theme's own accent.
            let fill =
                scheme == .dark && isBuiltIn ? " --fill: color-mix(in oklab, \(accent) 26%, #1a1917);" : ""
            style +=
                "@media screen and (prefers-color-scheme: \(scheme.rawValue)) { :root { --accent: \(accent);\(fill) } }\n"
                .utf8
        }
        assets["style.css"] = style
    }

    /// Puts the words that scripts say before the script that says them.
    mutating func add(_ words: ScriptWords) {
        assets[ScriptWords.fileName] = words.script + (assets[ScriptWords.fileName] ?? [])
    }

    static func templateName(_ path: String) -> String? {
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
