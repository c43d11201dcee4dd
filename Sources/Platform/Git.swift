import Glibc

/// The Git repository that a folder lies in, by the `git` that is installed.
public struct Git: Sendable {
    /// Why Git does not give what was asked for.
    public struct Refusal: Error, Hashable {
        /// What Git says, or why it cannot be asked, on one line and without its "fatal:".
        public let message: String

        /// Creates a refusal.
        public init(message: String) { self.message = message }
    }

    private let folder: String

    /// Within a hook Git names a repository by its environment, which would be taken for the folder's; and what is wrong has
    /// to be said in the language in which it is looked for.
    private static let surroundings =
        [
            "GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY", "GIT_COMMON_DIR",
            "GIT_PREFIX",
        ]
        .flatMap { ["-u", $0] } + ["LC_ALL=C"]

    /// The repository of a folder. Nothing is looked at yet.
    public init(in folder: String) { self.folder = folder }

    /// What a command of Git prints.
    /// - Throws: `Git.Refusal` where it exits with another code than 0, or where there is no Git.
    public func output(of arguments: [String]) throws -> [UInt8] {
        let run: Subprocess.Run
        do {
            run = try Subprocess.run("env", Self.surroundings + ["git"] + arguments, in: folder)
        } catch let error as FileError {
            throw Refusal(message: error.code == ENOENT ? "git is not installed" : "\(error)")
        }
        // What `env` says where it finds no program.
        guard run.status != 127 else { throw Refusal(message: "git is not installed") }
        guard run.status == 0 else {
            throw Refusal(message: Self.reason(run.errors) ?? "git exits with code \(run.status)")
        }
        return run.output
    }

    /// A file as it was at a revision.
    /// - Parameter path: below the root of the repository, or below the folder where it begins with `./`, as Git has it.
    /// - Throws: `Git.Refusal`.
    public func file(_ path: String, at revision: String) throws -> [UInt8] {
        // Such a revision would be read as an option.
        guard !revision.isEmpty, !revision.hasPrefix("-") else {
            throw Refusal(message: "'\(revision)' is no revision")
        }
        return try output(of: ["cat-file", "blob", "\(revision):\(path)"])
    }

    /// The first line that says what is wrong.
    private static func reason(_ errors: String) -> String? {
        let lines = errors.split(separator: "\n")
        let line = lines.first { $0.hasPrefix("fatal: ") || $0.hasPrefix("error: ") } ?? lines.first
        return line.map { line in
            for mark in ["fatal: ", "error: "] where line.hasPrefix(mark) {
                return String(line.dropFirst(mark.count))
            }
            return String(line)
        }
    }
}
