import Foundation

/// The built program, run as a user runs it.
enum Program {
    /// What a run came to.
    struct Run: Sendable {
        let output: String
        let errors: String
        let code: Int32
        /// Whether it ended by itself, not by a signal, as a trap does.
        let exited: Bool
    }

    struct NotBuilt: Error {}

    /// The program, which stands beside the tests' own executable.
    static let path: Result<String, any Error> = Result {
        let own = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        var folder = URL(filePath: own).deletingLastPathComponent()
        while folder.path != "/" {
            let candidate = folder.appending(path: "precedent").path
            var isFolder: ObjCBool = false
            if FileManager.default.fileExists(atPath: candidate, isDirectory: &isFolder), !isFolder.boolValue
            {
                return candidate
            }
            folder.deleteLastPathComponent()
        }
        throw NotBuilt()
    }

    /// The folder that holds the package, which is also the sample site.
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path

    /// Runs the program to its end. Its streams are files: children that run at the same time would keep each other's
    /// pipes open.
    static func run(
        _ arguments: [String], in folder: String = root, input: String = "", variables: [String: String] = [:]
    ) async throws -> Run {
        await Turns.shared.take()
        defer { Task { await Turns.shared.give() } }
        let streams = try TemporaryFolder()
        try streams.write("in", input)
        try streams.write("out", "")
        try streams.write("err", "")
        let process = Process()
        process.executableURL = URL(filePath: try path.get())
        process.arguments = arguments
        process.currentDirectoryURL = URL(filePath: folder)
        process.environment = ProcessInfo.processInfo.environment.merging(variables) { $1 }
        let reading = FileHandle(forReadingAtPath: streams.path + "/in")
        let writing = ["out", "err"].map { FileHandle(forWritingAtPath: streams.path + "/\($0)") }
        // A `Process` keeps them open after its end. With some 1300 open, Foundation reads past its list of them.
        defer { for file in [reading] + writing { try? file?.close() } }
        process.standardInput = reading
        process.standardOutput = writing[0]
        process.standardError = writing[1]
        try await withCheckedThrowingContinuation { (done: CheckedContinuation<Void, any Error>) in
            process.terminationHandler = { _ in done.resume() }
            do { try process.run() } catch { done.resume(throwing: error) }
        }
        return Run(
            output: try streams.read("out"), errors: try streams.read("err"), code: process.terminationStatus,
            exited: process.terminationReason == .exit)
    }
}

/// Lets a few programs run at a time, however many tests do.
private actor Turns {
    static let shared = Turns()

    private var free = max(2, ProcessInfo.processInfo.activeProcessorCount)
    private var waiting: [CheckedContinuation<Void, Never>] = []

    func take() async {
        if free > 0 {
            free -= 1
        } else {
            await withCheckedContinuation { waiting.append($0) }
        }
    }

    func give() {
        if waiting.isEmpty { free += 1 } else { waiting.removeFirst().resume() }
    }
}

/// A folder that is gone when the test is over.
final class TemporaryFolder: Sendable {
    let path: String

    init(in parent: TemporaryFolder? = nil, named name: String? = nil) throws {
        let name = name ?? "precedent-test-\(UUID().uuidString)"
        path = (parent.map { $0.path + "/" } ?? NSTemporaryDirectory()) + name
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func write(_ name: String, _ text: String) throws { try write(name, bytes: Array(text.utf8)) }

    func write(_ name: String, bytes: [UInt8]) throws {
        let file = URL(filePath: path).appending(path: name)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: file)
    }

    func read(_ name: String) throws -> String {
        String(decoding: try Data(contentsOf: URL(filePath: path).appending(path: name)), as: UTF8.self)
    }

    func has(_ name: String) -> Bool { FileManager.default.fileExists(atPath: path + "/" + name) }
}
