import Glibc

/// What the file system says of a file, by which one sees that it is not the one that was read.
public struct FileStamp: Hashable, Sendable {
    private let device: UInt
    private let inode: UInt
    private let size: Int
    private let written: Moment
    private let changed: Moment
    /// Whether a later write shows. One within the same tick of the clock by which files are stamped, and of the same
    /// length, does not.
    public let isSettled: Bool

    private struct Moment: Hashable {
        let seconds: Int
        let nanoseconds: Int

        init(seconds: Int, nanoseconds: Int) { (self.seconds, self.nanoseconds) = (seconds, nanoseconds) }

        init(_ time: timespec) { self.init(seconds: time.tv_sec, nanoseconds: time.tv_nsec) }

        /// How much later it is, as far as that is of interest.
        func milliseconds(since other: Moment) -> Int {
            let seconds = max(-1000, min(1000, seconds - other.seconds))
            return seconds * 1000 + (nanoseconds - other.nanoseconds) / 1_000_000
        }
    }

    /// Two ticks of the slowest clock that kernels are built with, which has a hundred in a second.
    private static let twoTicks = 20

    /// The stamp of what a path leads to; `nil` where there is nothing. It is asked for before the file is read, so that
    /// what is written in between shows.
    public init?(_ path: String) {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        self.init(status)
    }

    /// The stamp that the file system gave.
    init(_ status: stat) {
        (device, inode, size) = (UInt(status.st_dev), UInt(status.st_ino), Int(status.st_size))
        written = Moment(status.st_mtim)
        changed = Moment(status.st_ctim)
        var now = timespec()
        // The kernel stamps files by this clock.
        clock_gettime(CLOCK_REALTIME_COARSE, &now)
        isSettled = Moment(now).milliseconds(since: changed) > Self.twoTicks
    }

    /// Whether the file is the same and cannot have been written to unseen.
    public func isCertainlyThat(of other: FileStamp) -> Bool {
        isSettled && self == other
    }

    /// Whether they are stamps of one state of a file, settled or not.
    public static func == (a: FileStamp, b: FileStamp) -> Bool {
        (a.device, a.inode, a.size) == (b.device, b.inode, b.size)
            && (a.written, a.changed) == (b.written, b.changed)
    }

    /// By what tells states apart best.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(inode)
        hasher.combine(size)
        hasher.combine(changed)
    }
}

extension FileStamp: Stored {
    /// All of it: what was a stamp of a file stays one.
    public init(from reader: inout StoredReader) throws {
        device = UInt(try reader.fixed())
        inode = UInt(try reader.fixed())
        size = try reader.read()
        written = Moment(seconds: try reader.read(), nanoseconds: try reader.read())
        changed = Moment(seconds: try reader.read(), nanoseconds: try reader.read())
        isSettled = try reader.read()
    }

    /// As it is read.
    public func write(to writer: inout StoredWriter) {
        writer.write(fixed: UInt64(device))
        writer.write(fixed: UInt64(inode))
        for number in [size, written.seconds, written.nanoseconds, changed.seconds, changed.nanoseconds] {
            number.write(to: &writer)
        }
        isSettled.write(to: &writer)
    }
}
