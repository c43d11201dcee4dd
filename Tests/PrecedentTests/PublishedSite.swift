import Foundation

/// A built site as a visitor has it.
struct PublishedSite {
    private let pages: [String: String]
    private let files: Set<String>

    /// Builds the site of a folder.
    static func build(_ folder: TemporaryFolder) async throws -> PublishedSite {
        let run = try await Program.run(["build"], in: folder.path)
        guard run.code == 0 else { throw NotPublished(errors: run.errors) }
        return try PublishedSite(folder)
    }

    struct NotPublished: Error {
        let errors: String
    }

    private init(_ folder: TemporaryFolder) throws {
        let root = folder.path + "/public"
        files = Set(try FileManager.default.subpathsOfDirectory(atPath: root))
        pages = Dictionary(
            uniqueKeysWithValues: try files.filter { $0.hasSuffix(".html") }.map { path in
                (path, try folder.read("public/" + path))
            })
    }

    /// The HTML of a page; nothing where there is none.
    subscript(path: String) -> String { pages[path] ?? "" }

    /// What a visitor stumbles over: links that lead nowhere, by a server's way of reading them, and ids given twice.
    var faults: [String] {
        pages.keys.sorted().flatMap { page in
            let ids = Self.values(of: /\bid="([^"]*)"/, in: self[page])
            let twice = Dictionary(grouping: ids) { $0 }.filter { $0.value.count > 1 || $0.key.isEmpty }
            // The page for any address starts from the site's root.
            let links = page == "404.html" ? [] : Self.values(of: /\b(?:href|src)="([^"]*)"/, in: self[page])
            let refreshes = Self.values(of: /content="0; url=([^"]*)"/, in: self[page])
            return twice.keys.sorted().map { "\(page): two are '\($0)'" }
                + (links + refreshes).filter { !leads($0, from: page) }.map { "\(page): '\($0)'" }
        }
    }

    private static func values(of pattern: Regex<(Substring, Substring)>, in html: String) -> [String] {
        html.matches(of: pattern).map {
            String($0.1).replacing("&#x27;", with: "'").replacing("&quot;", with: "\"").replacing(
                "&amp;", with: "&")
        }
    }

    /// Whether an address leads to a file of the site and to a place that it has.
    private func leads(_ address: String, from page: String) -> Bool {
        if address.contains(/^(https?|mailto):/) { return true }
        guard address.utf8.allSatisfy({ (0x21..<0x7F).contains($0) }), !address.contains(/^[a-z]+:/) else {
            return false
        }
        let parts = address.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        let written = parts[0].split(separator: "?", omittingEmptySubsequences: false)[0]
        guard let path = String(written).removingPercentEncoding else { return false }
        var steps = path.isEmpty ? page.split(separator: "/") : page.split(separator: "/").dropLast()
        for step in path.split(separator: "/") {
            if step == ".." {
                guard steps.popLast() != nil else { return false }
            } else {
                steps.append(step)
            }
        }
        let target = steps.joined(separator: "/")
        guard files.contains(target) else { return false }
        if parts.count > 1, parts[1].contains("=") { return isAskedFor(parts[1], on: target) }
        guard parts.count > 1, let anchor = String(parts[1]).removingPercentEncoding else { return true }
        return Self.values(of: /\bid="([^"]*)"/, in: self[target]).contains(anchor)
    }

    /// Whether a page asks all questions that answers in an address are to. What begins with a dot is no question.
    private func isAskedFor(_ answers: Substring, on page: String) -> Bool {
        let asked = Self.values(of: /\bdata-question="([^"]*)"/, in: self[page])
        return answers.split(separator: "&").allSatisfy { answer in
            guard let name = String(answer.prefix { $0 != "=" }).removingPercentEncoding else { return false }
            return name.hasPrefix(".") || asked.contains(name)
        }
    }
}
