import Foundation
import Testing

/// Logs that Debian's adr-tools and Precedent write by turns: each reads what the other wrote.
@Suite(.enabled(if: AdrTools.isThere, "adr-tools is not installed"))
struct AdrToolsTests {
    /// A record of `list --json`, as far as these tests look.
    private struct Listed: Decodable {
        let number: Int
        let title: String
        let status: String?
        let date: String?
        let supersededBy: [String]
        let relations: [Related]

        struct Related: Decodable {
            let kind: String
            let file: String
        }
    }

    private func listed(in folder: TemporaryFolder) async throws -> [Listed] {
        let run = try await Program.run(["list", "--json"], in: folder.path)
        #expect(run.code == 0)
        return try JSONDecoder().decode([Listed].self, from: Data(run.output.utf8))
    }

    @Test func whatAdrToolsWritesIsRead() async throws {
        let folder = try TemporaryFolder()
        try AdrTools.run(["init"], in: folder)
        try AdrTools.run(["new", "Use", "a", "queue"], in: folder)
        try AdrTools.run(["new", "-s", "2", "-l", "1:Amends:Amended by", "Use a log"], in: folder)
        let records = try await listed(in: folder)
        #expect(records.map(\.title) == ["Record architecture decisions", "Use a queue", "Use a log"])
        #expect(records.map(\.status) == ["accepted", "superseded", "accepted"])
        #expect(records[1].supersededBy == ["doc/adr/0003-use-a-log.md"])
        #expect(
            records[2].relations.map { "\($0.kind) \($0.file)" } == [
                "supersedes doc/adr/0002-use-a-queue.md",
                "amends doc/adr/0001-record-architecture-decisions.md",
            ])
    }

    @Test func whatPrecedentWritesIsRead() async throws {
        let folder = try TemporaryFolder()
        for arguments in [
            ["new", "Use a queue"], ["new", "decision", "Keep messages"],
            ["new", "-s", "1", "Use", "a", "log"],
            ["new", "-l", "2:Amends:Amended by", "Keep messages for a year"],
            ["link", "4", "clarifies", "3"],
        ] {
            let run = try await Program.run(arguments, in: folder.path)
            #expect((run.code, run.errors) == (0, ""), "\(arguments)")
        }
        #expect(
            try AdrTools.run(["list"], in: folder) == """
                doc/adr/0001-use-a-queue.md
                doc/adr/0002-keep-messages.md
                doc/adr/0003-use-a-log.md
                doc/adr/0004-keep-messages-for-a-year.md

                """)
        #expect(
            try AdrTools.run(["generate", "toc"], in: folder) == """
                # Architecture Decision Records

                * [1. Use a queue](0001-use-a-queue.md)
                * [2. Keep messages](0002-keep-messages.md)
                * [3. Use a log](0003-use-a-log.md)
                * [4. Keep messages for a year](0004-keep-messages-for-a-year.md)

                """)
        let graph = try AdrTools.run(["generate", "graph"], in: folder)
        let relations = graph.split(separator: "\n").filter { $0.contains("weight=0") }.map(String.init)
        #expect(
            relations == [
                "  _3 -> _1 [label=\"Supersedes\", weight=0]", "  _4 -> _2 [label=\"Amends\", weight=0]",
                "  _4 -> _3 [label=\"Clarifies\", weight=0]",
            ])
        let records = try await listed(in: folder)
        #expect(records.map(\.status) == ["superseded", "accepted", "accepted", "accepted"])
    }

    /// The same commands lead to the same bytes, but for what a template asks of its authors.
    @Test func bothWriteTheSameStatus() async throws {
        let (theirs, ours) = (try TemporaryFolder(), try TemporaryFolder())
        let commands = [
            ["new", "Use a queue"], ["new", "-l", "1:Amends:Amended by", "Use two"],
            ["new", "-s", "1", "Use a log"],
        ]
        for command in commands {
            try AdrTools.run(command, in: theirs)
            _ = try await Program.run(command, in: ours.path)
        }
        for name in ["0001-use-a-queue.md", "0002-use-two.md", "0003-use-a-log.md"] {
            let texts = try [theirs, ours].map { folder in
                try folder.read("doc/adr/\(name)").components(separatedBy: "## Context")[0]
            }
            #expect(texts[0] == texts[1])
        }
    }
}

/// The tool that `make test` installs.
private enum AdrTools {
    static let isThere = FileManager.default.isExecutableFile(atPath: "/usr/bin/adr")

    @discardableResult static func run(_ arguments: [String], in folder: TemporaryFolder) throws -> String {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/adr")
        process.arguments = arguments
        process.currentDirectoryURL = URL(filePath: folder.path)
        var environment = ProcessInfo.processInfo.environment
        environment["VISUAL"] = "true"
        // Its scripts sort by the system's language.
        environment["LC_ALL"] = "C.UTF-8"
        process.environment = environment
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let data = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        return String(decoding: data, as: UTF8.self)
    }
}
