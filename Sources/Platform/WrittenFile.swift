import Glibc

/// What tells a file that was written from all others, and from itself once somebody has written to it: a further name of it, by
/// which sites that follow each other share it, does not show.
public struct WrittenFile: Hashable, Sendable {
    private let inode: UInt64
    private let size: Int
    private let seconds: Int
    private let nanoseconds: Int

    /// The file at a path itself, not what a link there leads to; `nil` where there is no regular file.
    public init?(_ path: String) {
        var status = stat()
        guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        inode = UInt64(status.st_ino)
        size = Int(status.st_size)
        (seconds, nanoseconds) = (status.st_mtim.tv_sec, status.st_mtim.tv_nsec)
    }

    /// Waits until a file that somebody writes to from now on would have another time than those that were written before: no
    /// more than a tick of the clock by which the kernel stamps files.
    /// - Returns: whether that is so; it is not where somebody has stopped the clock.
    public static func awaitNextTick() -> Bool {
        var first = timespec()
        clock_gettime(CLOCK_REALTIME_COARSE, &first)
        for _ in 0..<60 {
            usleep(500)
            var now = timespec()
            clock_gettime(CLOCK_REALTIME_COARSE, &now)
            if now.tv_sec != first.tv_sec || now.tv_nsec != first.tv_nsec { return true }
        }
        return false
    }
}

extension WrittenFile: Stored {
    /// All of it.
    public init(from reader: inout StoredReader) throws {
        inode = try reader.fixed()
        size = try reader.read()
        seconds = try reader.read()
        nanoseconds = try reader.read()
    }

    /// As it is read.
    public func write(to writer: inout StoredWriter) {
        writer.write(fixed: inode)
        for number in [size, seconds, nanoseconds] { number.write(to: &writer) }
    }
}
