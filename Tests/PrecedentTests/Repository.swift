import Foundation
import Testing

/// A folder as a repository of Git.
extension TemporaryFolder {
    /// Runs Git in it.
    /// - Returns: what it prints.
    @discardableResult
    func git(_ arguments: String...) throws -> String {
        let process = Process()
        let output = "\(path)-output"
        try Data().write(to: URL(filePath: output))
        defer { try? FileManager.default.removeItem(atPath: output) }
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["git", "-c", "user.name=A", "-c", "user.email=a@example.org"] + arguments
        process.currentDirectoryURL = URL(filePath: path)
        let written = FileHandle(forWritingAtPath: output)
        defer { try? written?.close() }
        process.standardOutput = written
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        return String(decoding: try Data(contentsOf: URL(filePath: output)), as: UTF8.self)
    }

    /// Commits all that is in it; makes it a repository where it is none.
    func commit(_ message: String) throws {
        if !has(".git") { try git("init", "-q") }
        try git("add", ".")
        try git("commit", "-q", "-m", message)
    }
}
