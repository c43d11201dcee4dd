import CPlatform
import Glibc

/// Other programs, run to their end: without a shell, so that no argument means more than it says, and with nothing to
/// read but what is given, so that none waits for a person.
///
/// What they read and write is in files in memory. A pipe that is full while nobody reads would stop the program for ever.
public enum Subprocess {
    /// What a run came to.
    public struct Run: Sendable, Hashable {
        /// The exit code; 128 and the signal's number where a signal ended it, as shells say it.
        public let status: Int32
        /// What it wrote to its standard output.
        public let output: [UInt8]
        /// What it wrote to its standard error.
        public let errors: String
    }

    /// Runs a program that is found on the PATH and waits for its end.
    /// - Parameters:
    ///   - folder: where it runs.
    ///   - input: what it reads.
    ///   - limit: how long it may take; then it is killed, with the programs that it runs.
    /// - Throws: `FileError` where it cannot be run, with `ETIMEDOUT` where it took too long; what it says itself is in
    ///   the `Run`.
    public static func run(
        _ program: String, _ arguments: [String], in folder: String = ".", input: [UInt8]? = nil,
        limit: Duration? = nil
    ) throws -> Run {
        let words = [program] + arguments
        // C would take the rest of such an argument for none.
        guard words.allSatisfy({ !$0.utf8.contains(0) }) else {
            throw FileError("run", program, code: EINVAL)
        }
        guard Files.kind(of: folder) == .folder else {
            throw FileError("run \(program) in", folder, code: ENOTDIR)
        }
        let output = try memoryFile()
        defer { close(output) }
        let errors = try memoryFile()
        defer { close(errors) }

        let source = try input.map { try memoryFile(holding: $0) } ?? -1
        defer { if source >= 0 { close(source) } }

        var copies: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) }
        defer { for copy in copies { free(copy) } }
        copies.append(nil)
        var status: Int32 = 0
        let milliseconds =
            limit.map { limit -> Int32 in
                let (seconds, attoseconds) = limit.components
                return Int32(clamping: seconds * 1000 + attoseconds / 1_000_000_000_000_000)
            } ?? -1
        let failure = platform_run(copies, folder, source, output, errors, milliseconds, &status)
        guard failure == 0 else { throw FileError("run", program, code: failure) }
        return Run(
            status: status, output: try content(of: output),
            errors: String(decoding: try content(of: errors), as: UTF8.self))
    }

    private static func memoryFile() throws -> Int32 {
        let descriptor = platform_memory_file()
        guard descriptor >= 0 else { throw FileError("create", "a file in memory") }
        return descriptor
    }

    /// A file in memory that is read from its start.
    private static func memoryFile(holding bytes: [UInt8]) throws -> Int32 {
        let descriptor = try memoryFile()
        do {
            try Files.write(bytes, to: descriptor, "a file in memory")
        } catch {
            close(descriptor)
            throw error
        }
        lseek(descriptor, 0, SEEK_SET)
        return descriptor
    }

    private static func content(of descriptor: Int32) throws -> [UInt8] {
        lseek(descriptor, 0, SEEK_SET)
        return try Files.read(descriptor, "a file in memory")
    }
}
