import Decisions
import Diagnostics
import Foundation
import SiteGenerator
import Testing

/// A site in a folder that is gone when the test is over.
final class Scratch: Sendable {
    let path: String

    init(_ files: [String: String]) throws {
        path = NSTemporaryDirectory() + "precedent-scratch-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        for (name, text) in files { try write(name, text) }
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func write(_ name: String, _ text: String) throws {
        let file = URL(filePath: path).appending(path: name)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }

    func remove(_ name: String) throws { try FileManager.default.removeItem(atPath: "\(path)/\(name)") }

    func read(_ name: String) throws -> String {
        try String(contentsOfFile: "\(path)/\(name)", encoding: .utf8)
    }

    /// Builds the site, which must have no errors.
    @discardableResult
    func build(to folder: String? = nil) async throws -> BuildSummary {
        let builder = try await SiteBuilder(try await SiteLoader.load(path, readingHistory: true))
        return try #require(
            try await builder.build(to: folder.map { "\(path)/\($0)" }), "\(builder.problems.map(\.summary))")
    }

    /// Every file of a folder with its bytes, hidden ones too.
    func files(in folder: String) throws -> [String: Data] {
        var found: [String: Data] = [:]
        for name in try FileManager.default.subpathsOfDirectory(atPath: "\(path)/\(folder)") {
            var isFolder: ObjCBool = false
            let file = "\(path)/\(folder)/\(name)"
            if FileManager.default.fileExists(atPath: file, isDirectory: &isFolder), !isFolder.boolValue {
                found[name] = try Data(contentsOf: URL(filePath: file))
            }
        }
        return found
    }

    /// A site with one of each kind of page.
    static let files = [
        "precedent.yml": "title: Messaging\n", "content/index.md": "Our decisions.\n",
        "content/about.md": "# About\n\nWho we are.\n",
        "content/frameworks/queue.md": """
        # Queue or log

        | Factor | Queue | Log |
        | --- | --- | --- |
        | Replay | none | any time |

        - **Replay.** Must messages be read twice? → Log
        - **Unsure.** Still unsure? → Start with Queue

        """,
        "content/assessments/billing.md": "---\nframework: queue\n---\n# Billing\n\n- Replay: yes — Twice.\n",
        "content/decisions/0001-use-a-log.md": "---\nstatus: accepted\n---\n# Use a log\n\nWe do.\n",
        "content/decisions/0002-use-a-topic.md": "---\nstatus: proposed\n---\n# Use a topic\n\nMay we?\n",
        "content/images/queue.svg": "<svg xmlns=\"http://www.w3.org/2000/svg\"/>\n",
    ]
}
