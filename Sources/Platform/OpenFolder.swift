import Glibc

/// A folder that is held open, so that each of thousands of files below it is looked for from there and not from the root of the
/// file system.
public final class OpenFolder: Sendable {
    private let descriptor: Int32

    /// Opens a folder.
    /// - Throws: `FileError`.
    public init(_ path: String) throws {
        descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileError("read", path) }
    }

    deinit { close(descriptor) }

    /// Gives a file the same path below another folder of the file system, as a second name.
    /// - Returns: whether that could be done.
    public func link(_ path: String, into other: OpenFolder) -> Bool {
        linkat(descriptor, path, other.descriptor, path, 0) == 0
    }

    /// Takes a file's name away from it. Nothing there is no error.
    /// - Throws: `FileError`.
    public func remove(_ path: String) throws {
        guard unlinkat(descriptor, path, 0) == 0 || errno == ENOENT else { throw FileError("remove", path) }
    }

    /// By what a file below the folder is known later; `nil` where there is no regular file.
    public func written(_ path: String) -> WrittenFile? {
        var status = stat()
        guard fstatat(descriptor, path, &status, AT_SYMLINK_NOFOLLOW) == 0 else { return nil }
        return WrittenFile(status)
    }
}
