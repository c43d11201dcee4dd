import CPlatform
import Glibc

/// Other programs, run to their end: without a shell, so that no argument means more than it says, and with nothing to
/// read, so that none waits for a person.
///
/// What they write goes to files in memory. A pipe that is full while nobody reads would stop the program for ever.
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
    /// - Parameter folder: where it runs.
    /// - Throws: `FileError` where it cannot be run; what it says itself is in the `Run`.
    public static func run(_ program: String, _ arguments: [String], in folder: String = ".") throws -> Run {
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

        var copies: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) }
        defer { for copy in copies { free(copy) } }
        copies.append(nil)
        var status: Int32 = 0
        let failure = platform_run(copies, folder, output, errors, &status)
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

    private static func content(of descriptor: Int32) throws -> [UInt8] {
        lseek(descriptor, 0, SEEK_SET)
        return try Files.read(descriptor, "a file in memory")
    }
}
