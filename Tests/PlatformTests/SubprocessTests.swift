import Glibc
import Platform
import Testing

/// Other programs, and Git among them.
struct SubprocessTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func sh(_ script: String) throws -> Subprocess.Run {
        try Subprocess.run("sh", ["-c", script], in: folder.path)
    }

    @Test(
        arguments: [
            ("printf out; printf err >&2", 0, "out", "err"), ("exit 3", 3, "", ""),
            ("kill -9 $$", 137, "", ""),
            // Nothing is there to read, and nothing is waited for.
            ("cat; echo read", 0, "read\n", ""),
            // Of this program's own files none is open there: the numbers are those that `ls` opens itself.
            ("ls /proc/self/fd | wc -l", 0, "4\n", ""),
        ] as [(String, Int32, String, String)])
    func aRunIsToldWhole(_ script: String, _ status: Int32, _ output: String, _ errors: String) throws {
        let kept = open("/dev/null", O_RDONLY)
        defer { close(kept) }
        let run = try sh(script)
        #expect(
            (run.status, String(decoding: run.output, as: UTF8.self), run.errors) == (status, output, errors))
    }

    @Test func manyMegabytesOnBothStreamsStopNothing() throws {
        let run = try sh("head -c 9000000 /dev/zero >&2; head -c 9000000 /dev/zero")
        #expect(run.output.count == 9_000_000)
        #expect(run.errors.utf8.count == 9_000_000)
    }

    @Test func whatTakesTooLongIsEndedWithItsOwnPrograms() throws {
        let start = ContinuousClock.now
        #expect(throws: FileError("run", "sh", code: ETIMEDOUT)) {
            try Subprocess.run(
                "sh", ["-c", "sleep 30 & echo $! >child; wait"], in: folder.path, limit: .milliseconds(300))
        }
        #expect(ContinuousClock.now - start < .seconds(10))
        // Killed, it is gone or waits for its new parent to look.
        let state = try sh("ps -o stat= -p $(cat child) || true").output
        #expect(state.isEmpty || state.first == UInt8(ascii: "Z"))
        #expect(try Subprocess.run("true", [], in: folder.path, limit: .seconds(60)).status == 0)
    }

    @Test func argumentsMeanWhatTheySay() throws {
        let words = ["a b", "$HOME", "*", "; exit 1", "\"", ""]
        let run = try Subprocess.run("printf", ["%s\n"] + words, in: folder.path)
        #expect(String(decoding: run.output, as: UTF8.self) == words.map { "\($0)\n" }.joined())
        #expect(throws: FileError("run", "printf", code: EINVAL)) { try Subprocess.run("printf", ["a\0b"]) }
    }

    @Test func whatCannotBeRunIsSaid() throws {
        #expect(throws: FileError("run", "no-such-program", code: ENOENT)) {
            try Subprocess.run("no-such-program", [])
        }
        #expect(throws: FileError("run git in", folder("nowhere"), code: ENOTDIR)) {
            try Subprocess.run("git", [], in: folder("nowhere"))
        }
    }

    @Test func gitGivesAFileAsItWas() throws {
        let made = try sh(
            """
            git init -q && mkdir sub && printf first >sub/file && git add . &&
            git -c user.name=A -c user.email=a@example.org commit -q -m first && printf second >sub/file
            """)
        #expect((made.status, made.errors) == (0, ""))
        func text(_ path: String, _ revision: String, in place: String = "") throws -> String {
            String(decoding: try Git(in: folder.path + place).file(path, at: revision), as: UTF8.self)
        }
        #expect(try text("sub/file", "HEAD") == "first")
        #expect(try text("./file", "HEAD", in: "/sub") == "first")
        for (path, revision, message) in [
            ("file", "HEAD", "path 'file' does not exist in 'HEAD'"),
            ("sub/file", "no-such", "invalid object name 'no-such'."),
            ("sub/file", "--output=x", "'--output=x' is no revision"),
        ] {
            #expect(throws: Git.Refusal(message: message)) {
                try Git(in: folder.path).file(path, at: revision)
            }
        }
    }
}
