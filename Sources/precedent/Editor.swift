import Foundation
import Glibc
import Platform

/// The editor of the person at the terminal.
enum Editor {
    /// Opens a file in VISUAL, else EDITOR, and waits; nothing where neither is set or nobody is there.
    /// - Throws: `FileError` where it cannot be run.
    static func open(_ path: String) throws {
        let environment = ProcessInfo.processInfo.environment
        let named = ["VISUAL", "EDITOR"].compactMap { environment[$0] }.first { !$0.isEmpty }
        guard Terminal.isInteractive, let editor = named else { return }
        // The variable may hold arguments, which a shell takes apart. The editor needs the terminal, so it stays in this
        // program's own group of processes.
        let words = ["sh", "-c", "\(editor) \"$1\"", "sh", path]
        var copies: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) }
        defer { for copy in copies { free(copy) } }
        copies.append(nil)
        var child: pid_t = 0
        let code = posix_spawnp(&child, "sh", nil, nil, copies, environ)
        guard code == 0 else { throw FileError("run", editor, code: code) }
        var status: Int32 = 0
        while waitpid(child, &status, 0) < 0, errno == EINTR {}
    }
}
