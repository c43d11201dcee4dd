import Foundation
import Languages
import Testing

@testable import SiteGenerator

/// The keys of the theme's words are those that something says.
struct WordUseTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    private static func texts(below folder: String, ending: String) throws -> String {
        let path = root.appending(path: folder)
        return try FileManager.default.subpathsOfDirectory(atPath: path.path(percentEncoded: false))
            .filter { $0.hasSuffix(ending) }.sorted()
            .map { try String(contentsOf: path.appending(path: $0), encoding: .utf8) }.joined(separator: "\n")
    }

    /// What Swift looks up: whole keys, and the first parts of those whose rest is a name.
    private static func swiftKeys() throws -> (keys: Set<String>, sections: Set<String>) {
        let text =
            try texts(below: "Sources/SiteGenerator", ending: ".swift")
            + texts(below: "Sources/Languages", ending: ".swift")
        var keys = Set<String>()
        var sections = Set<String>()
        for match in text.matches(of: /(?:phrases|phrase|self|words|text)[(\[]\s*"([a-z][a-zA-Z.-]*)(\\\()?/)
        {
            let key = String(match.output.1)
            if match.output.2 != nil { sections.insert(key) } else if key.contains(".") { keys.insert(key) }
        }
        // The two keys that one call chooses between.
        for match in text.matches(of: /\? "([a-z-]+\.[a-z-]+)" : "([a-z-]+\.[a-z-]+)"/) {
            keys.formUnion([String(match.output.1), String(match.output.2)])
        }
        for match in text.matches(of: /in: "([a-z-]+)"/) { sections.insert("\(match.output.1).") }
        return (keys, sections)
    }

    private static func templateKeys() throws -> Set<String> {
        let text = try texts(below: "templates", ending: ".mustache")
        return Set(text.matches(of: /\{\{#?words\.([a-z0-9.-]+)\}\}/).map { String($0.output.1) })
    }

    @Test func everyKeyThatIsSaidIsThere() throws {
        let known = Set(Phrases.english.keys)
        let (keys, sections) = try Self.swiftKeys()
        #expect(keys.count > 150)
        #expect(keys.subtracting(known).sorted() == [])
        #expect(sections.filter { section in !known.contains { $0.hasPrefix(section) } }.sorted() == [])
        #expect(try Self.templateKeys().subtracting(known).sorted() == [])
    }

    @Test func everyKeyThatIsThereIsSaid() throws {
        let (keys, sections) = try Self.swiftKeys()
        let templates = try Self.templateKeys()
        let scripts = try Self.texts(below: "templates/assets", ending: ".js")
        let unused = Phrases.english.keys.filter { key in
            if keys.contains(key) || templates.contains(key) || key == "direction" { return false }
            if sections.contains(where: { key.hasPrefix($0) }) { return false }
            guard key.hasPrefix(ScriptWords.section) else { return true }
            // A script names the section once; Tools/check-words.py holds each script to its own.
            return !scripts.contains("\"\(key.split(separator: ".").last ?? "")\"")
        }
        #expect(unused == [])
    }
}
