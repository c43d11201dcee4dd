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

    /// Whether a folder, or one that it lies in, is a repository. Git itself is not asked: most builds need none.
    public static func hasRepository(around folder: String) -> Bool {
        var above = folder
        // Deeper than any path; beyond the root it stays there.
        for _ in 0..<64 {
            if Files.kind(of: "\(above)/.git") != nil { return true }
            above += "/.."
        }
        return false
    }

    /// What a command of Git prints.
    /// - Parameters:
    ///   - variables: what its environment has besides, as `NAME=value`.
    ///   - input: what it reads.
    /// - Throws: `Git.Refusal` where it exits with another code than 0, or where there is no Git.
    public func output(
        of arguments: [String], variables: [String] = [], input: [UInt8]? = nil
    ) throws -> [UInt8] {
        let run: Subprocess.Run
        do {
            run = try Subprocess.run(
                "env", Self.surroundings + variables + ["git"] + arguments, in: folder, input: input)
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

    /// Many files as they were at revisions, in one run; `nil` for one that was not there.
    /// - Parameter names: `REVISION:PATH` each, the path from the root of the repository.
    /// - Throws: `Git.Refusal`.
    public func files(_ names: [String]) throws -> [[UInt8]?] {
        // A name with a line end would be read as two.
        let asked = names.map { $0.utf8.contains(0x0A) ? "" : $0 }
        let output = try output(
            of: ["cat-file", "--batch"], input: Array(asked.map { $0 + "\n" }.joined().utf8))
        var rest = output[...]
        return asked.map { _ in
            let head = rest.prefix { $0 != 0x0A }
            rest = rest.dropFirst(head.count + 1)
            // `NAME TYPE SIZE`, or that there is none.
            let words = String(decoding: head, as: UTF8.self).split(separator: " ")
            guard words.count == 3, words[1] == "blob", let size = Int(words[2]) else { return nil }
            defer { rest = rest.dropFirst(size + 1) }
            return Array(rest.prefix(size))
        }
    }

    /// The one line that a command of Git prints.
    /// - Throws: `Git.Refusal`.
    public func line(of arguments: [String]) throws -> String {
        let text = String(decoding: try output(of: arguments), as: UTF8.self)
        return String(text.prefix { $0 != "\n" })
    }

    /// Writes all files of a revision below a folder, and touches neither the working tree nor the index.
    /// - Parameter folder: one that is there and empty.
    /// - Throws: `Git.Refusal`.
    public func copy(_ revision: String, to folder: String) throws {
        guard !revision.isEmpty, !revision.hasPrefix("-") else {
            throw Refusal(message: "'\(revision)' is no revision")
        }
        let root = Git(in: try line(of: ["rev-parse", "--show-toplevel"]))
        let index = ["GIT_INDEX_FILE=\(folder)/.index"]
        _ = try root.output(of: ["read-tree", "\(revision)^{tree}"], variables: index)
        _ = try root.output(of: ["checkout-index", "--all", "--prefix=\(folder)/"], variables: index)
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
