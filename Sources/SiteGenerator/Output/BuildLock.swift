import Glibc
import Platform

/// What keeps two builds from one output folder: a locked file beside it, gone when the build is.
///
/// The lock is on a file of its own, since the folders change places while a build ends.
final class BuildLock {
    private let path: String
    private let descriptor: Int32

    /// Takes the lock; `nil` where another build holds it.
    /// - Throws: `FileError`.
    init?(_ path: String) throws {
        self.path = path
        while true {
            let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
            guard descriptor >= 0 else { throw FileError("lock", path) }
            guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
                close(descriptor)
                return nil
            }
            if Self.isStillNamed(descriptor, path) {
                self.descriptor = descriptor
                return
            }
            // The build that held it has just ended, and with it went the file.
            close(descriptor)
        }
    }

    deinit {
        unlink(path)
        // A program that is just being started may still have the descriptor for a moment, and with it the lock.
        flock(descriptor, LOCK_UN)
        close(descriptor)
    }

    private static func isStillNamed(_ descriptor: Int32, _ path: String) -> Bool {
        var (own, named) = (stat(), stat())
        return fstat(descriptor, &own) == 0 && stat(path, &named) == 0 && own.st_ino == named.st_ino
            && own.st_dev == named.st_dev
    }
}
