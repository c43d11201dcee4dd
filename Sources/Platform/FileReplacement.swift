import Glibc

/// That a file is another one than when it was read, so that what was made of it would undo what somebody else did.
public struct ChangedFile: Error, Hashable {
    /// The file.
    public let path: String

    /// Creates an error.
    public init(path: String) { self.path = path }
}

extension Files {
    /// Puts new content in the place of a file in one step, so that whoever reads it finds the old or the new, also after
    /// a power cut. Its permissions stay, and its owner where the system lets it; of a link it is the file that it leads to.
    /// - Parameter read: what the file held when the new content was made of it; `nil` where that does not matter. Of several
    ///   that replace the file at a time, each by this method, one does, and the others find it changed.
    /// - Throws: `FileError`, and `ChangedFile` where the file holds something else by now.
    public static func replace(_ path: String, with bytes: [UInt8], read: [UInt8]? = nil) throws {
        guard let resolved = realpath(path, nil) else { throw FileError("write", path) }
        defer { free(resolved) }
        let target = String(cString: resolved)
        let descriptor = open(target, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileError("write", path) }
        defer { close(descriptor) }
        // Some file systems know no locks; then only what is read here tells.
        _ = flock(descriptor, LOCK_EX)
        var (own, named) = (stat(), stat())
        guard fstat(descriptor, &own) == 0, stat(target, &named) == 0 else { throw FileError("write", path) }
        if let read {
            let isSame = own.st_ino == named.st_ino && own.st_dev == named.st_dev
            guard isSame, try Files.read(target) == read else { throw ChangedFile(path: path) }
        }
        try put(bytes, at: target, like: named, path)
    }

    /// Puts a file where there is one or none in one step.
    /// - Throws: `FileError`.
    public static func put(_ bytes: [UInt8], at path: String) throws {
        try put(bytes, at: path, like: nil, path)
    }

    /// - Parameters:
    ///   - old: whose permissions and owner the new file gets; what is replaced so is on disk before the step is made.
    ///   - shown: what errors call it.
    private static func put(_ bytes: [UInt8], at path: String, like old: stat?, _ shown: String) throws {
        let (beside, descriptor) = try newFile(beside: path, shown)
        do {
            defer { close(descriptor) }
            try write(bytes, to: descriptor, shown)
            if let old {
                // The owner first: a change of it takes some permissions away.
                if old.st_uid != geteuid() || old.st_gid != getegid() {
                    _ = fchown(descriptor, old.st_uid, old.st_gid)
                }
                guard fchmod(descriptor, old.st_mode & 0o7777) == 0, fsync(descriptor) == 0 else {
                    throw FileError("write", shown)
                }
            }
        } catch {
            unlink(beside)
            throw error
        }
        guard Glibc.rename(beside, path) == 0 else {
            let code = errno
            unlink(beside)
            throw FileError("write", shown, code: code)
        }
    }

    /// A file beside another one under a name that nobody else has. It is hidden, so that a build at the same time does not
    /// take it for content.
    private static func newFile(beside path: String, _ shown: String) throws -> (path: String, Int32) {
        let folder = path.lastIndex(of: "/").map { path[...$0] } ?? ""
        for _ in 0..<64 {
            let beside = "\(folder).precedent-new-\(String(UInt64.random(in: 0 ... .max), radix: 36))"
            let descriptor = open(beside, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o644)
            if descriptor >= 0 { return (beside, descriptor) }
            guard errno == EEXIST else { break }
        }
        throw FileError("write", shown)
    }
}
