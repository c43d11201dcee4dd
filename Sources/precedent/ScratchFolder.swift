import Foundation
import Platform

/// A folder for what is needed while the program runs, outside of every site.
struct ScratchFolder {
    /// Where it is.
    let path: String

    /// - Throws: `FileError`.
    init() throws {
        path = FileManager.default.temporaryDirectory.appending(path: "precedent-\(UUID().uuidString)").path
        try Files.makeFolder(path)
    }

    /// Takes it away. Where that fails the system's own cleaning does.
    func remove() { try? Files.remove(path) }
}
