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
        guard lstat(path, &status) == 0 else { return nil }
        self.init(status)
    }

    init?(_ status: stat) {
        guard status.st_mode & S_IFMT == S_IFREG else { return nil }
        inode = UInt64(status.st_ino)
        size = Int(status.st_size)
        (seconds, nanoseconds) = (status.st_mtim.tv_sec, status.st_mtim.tv_nsec)
    }

    /// A moment by the clock by which the kernel stamps files, which goes in steps of some milliseconds.
    public struct Tick: Sendable {
        private let time: timespec

        /// Now.
        public init() {
            var now = timespec()
            clock_gettime(CLOCK_REALTIME_COARSE, &now)
            time = now
        }

        /// Waits until a file that somebody writes to from then on would have another time than those that were written before
        /// this moment.
        /// - Returns: whether that is so; it is not where somebody has stopped the clock.
        public func awaitNext() -> Bool {
            for _ in 0..<60 {
                let now = Self().time
                if now.tv_sec != time.tv_sec || now.tv_nsec != time.tv_nsec { return true }
                usleep(500)
            }
            return false
        }
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
