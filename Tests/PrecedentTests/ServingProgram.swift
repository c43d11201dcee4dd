import Foundation
import Glibc
import Testing

/// `precedent serve`, run as a user runs it, until it is asked to end.
final class ServingProgram: Sendable {
    private let process: Process
    private let streams: TemporaryFolder
    /// The port that it says to serve at.
    let port: Int

    struct NotServing: Error { let said: String }

    /// Starts it and waits until it says where it serves.
    init(in folder: TemporaryFolder, _ arguments: [String] = []) async throws {
        streams = try TemporaryFolder()
        try streams.write("out", "")
        try streams.write("err", "")
        process = Process()
        process.executableURL = URL(filePath: try Program.path.get())
        process.arguments = ["serve", "--port", "0"] + arguments
        process.currentDirectoryURL = URL(filePath: folder.path)
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle(forWritingAtPath: streams.path + "/out")
        process.standardError = FileHandle(forWritingAtPath: streams.path + "/err")
        try process.run()
        let folder = streams
        let found = try await Self.wait { () -> Int? in
            try folder.read("out").firstMatch(of: /http:\/\/127\.0\.0\.1:(\d+)\//).flatMap {
                Int($0.output.1)
            }
        }
        guard let found else {
            process.terminate()
            throw NotServing(said: try streams.read("out") + streams.read("err"))
        }
        port = found
    }

    deinit { process.terminate() }

    var output: String { get throws { try streams.read("out") } }
    var errors: String { get throws { try streams.read("err") } }

    /// Sends a signal and waits for the end.
    /// - Returns: the exit code; `nil` where a signal ended it, or nothing did.
    func end(by signal: Int32) async throws -> Int32? {
        kill(process.processIdentifier, signal)
        let process = process
        _ = try await Self.wait { process.isRunning ? nil : true }
        guard !process.isRunning, process.terminationReason == .exit else { return nil }
        return process.terminationStatus
    }

    /// Asks again and again, for half a minute, until there is an answer.
    static func wait<Answer>(for answer: () async throws -> Answer?) async throws -> Answer? {
        for _ in 0..<1500 {
            if let answer = try await answer() { return answer }
            try await Task.sleep(for: .milliseconds(20))
        }
        return nil
    }

    /// The page at a target, as a browser gets it.
    func get(_ target: String) async throws -> Reply {
        try await reply(to: "GET \(target) HTTP/1.1\r\nHost: localhost:\(port)\r\nConnection: close\r\n\r\n")
    }

    /// What comes back for bytes that are sent as they are.
    func reply(to request: String) async throws -> Reply {
        let connection = try Connection(to: port)
        try connection.send(request)
        return Reply(String(decoding: await connection.readToEnd(), as: UTF8.self))
    }
}

/// What a server sent.
struct Reply: Sendable {
    let status: Int
    let head: String
    let body: String

    init(_ text: String) {
        let parts = text.firstRange(of: "\r\n\r\n")
        head = parts.map { String(text[..<$0.lowerBound]) } ?? text
        body = parts.map { String(text[$0.upperBound...]) } ?? ""
        let words = head.split(separator: " ", maxSplits: 2)
        status = words.count > 1 ? Int(words[1]) ?? 0 : 0
    }

    /// A field of the head.
    func field(_ name: String) -> String? {
        for line in head.split(separator: "\r\n") where line.lowercased().hasPrefix(name + ":") {
            return String(line.dropFirst(name.count + 1)).trimmingCharacters(in: .whitespaces)
        }
        return nil
    }
}

/// A bare connection to a port of this machine: no client in between puts paths right before it sends them.
final class Connection: Sendable {
    private let descriptor: Int32

    struct Refused: Error {}

    init(to port: Int) throws {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        let size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let result = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(descriptor, $0, size) }
        }
        guard result == 0 else { throw Refused() }
        // A server that says nothing fails a test, and does not hold it up.
        var patience = timeval(tv_sec: 30, tv_usec: 0)
        setsockopt(
            descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
    }

    deinit { close(descriptor) }

    func send(_ text: String) throws {
        let bytes = Array(text.utf8)
        guard Glibc.send(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL)) == bytes.count else {
            throw Refused()
        }
    }

    /// The bytes that come next; none at the end. Waited for where no other test is held up.
    func read() async -> [UInt8] {
        await withCheckedContinuation { continuation in
            DispatchQueue.global().async { [self] in
                var buffer = [UInt8](repeating: 0, count: 65536)
                let count = recv(descriptor, &buffer, buffer.count, 0)
                continuation.resume(returning: Array(buffer.prefix(max(0, count))))
            }
        }
    }

    func readToEnd() async -> [UInt8] {
        var all: [UInt8] = []
        while true {
            let part = await read()
            if part.isEmpty { return all }
            all += part
        }
    }
}

/// A page that listens to what changes.
final class ListeningPage {
    private let connection: Connection
    private var heard = ""
    private(set) var hasEnded = false

    /// Listens as the script of a page does, which knows the version that it stands in.
    init(_ target: String, of program: ServingProgram) async throws {
        let page = try await program.get(target)
        let version = try #require(page.body.firstMatch(of: /live\.js\?version=([0-9a-f]+)/)).output.1
        connection = try Connection(to: program.port)
        try connection.send(
            "GET /_precedent/events?page=\(target)&version=\(version) HTTP/1.1\r\nHost: localhost:\(program.port)\r\n\r\n"
        )
    }

    /// The data of the next event of a name; `nil` where the server ends before.
    func next(_ name: String) async -> String? {
        while true {
            if let match = heard.firstMatch(of: /event: (\w+)\ndata: ([^\n]*)\n\n/) {
                heard = String(heard[match.range.upperBound...])
                if match.output.1 == name { return String(match.output.2) }
                continue
            }
            let part = await connection.read()
            if part.isEmpty {
                hasEnded = true
                return nil
            }
            heard += String(decoding: part, as: UTF8.self)
        }
    }
}
