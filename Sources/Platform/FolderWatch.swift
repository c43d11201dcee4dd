import Foundation
import Glibc
import Synchronization

/// Tells when something changes in folders: by inotify where the system lets us, else by looking every now and then.
///
/// It says that something has changed, not what: who listens compares stamps, so that nothing hangs on an event that
/// was lost. Hidden files and folders are nobody's business, as in `Files.tree`.
public final class FolderWatch: Sendable {
    /// A folder that is watched.
    public struct Place: Hashable, Sendable {
        /// Where it is; nothing need be there yet.
        public let path: String
        /// Whether all folders below it are watched as well.
        public let isDeep: Bool
        /// Names in it that are of no interest.
        public let ignoring: Set<String>

        /// Creates a place.
        public init(_ path: String, isDeep: Bool = true, ignoring: Set<String> = []) {
            (self.path, self.isDeep, self.ignoring) = (path, isDeep, ignoring)
        }
    }

    /// How long it has to be quiet before a change is told, in milliseconds: a save is several events.
    private static let quiet: Int32 = 4
    /// After how many spells of quiet, at most, a change is told though more goes on.
    private static let patience = 60
    /// How often folders are looked at where nothing tells of changes, in milliseconds.
    private static let interval: Int32 = 400

    /// One element for each change, or for several that came together.
    public let changes: AsyncStream<Void>
    private let told: AsyncStream<Void>.Continuation
    private let places = Mutex<[Place]>([])
    private let notifier: FolderNotifier?
    /// What is written to ends the waiting.
    private let ending: (read: Int32, write: Int32)

    /// Watches nothing yet.
    /// - Parameter polling: whether to look every now and then even where the system would tell.
    /// - Throws: `FileError`.
    public init(polling: Bool = false) throws {
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else { throw FileError("create", "a pipe") }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        ending = (ends[0], ends[1])
        notifier = polling ? nil : FolderNotifier()
        (changes, told) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    }

    deinit {
        close(ending.read)
        close(ending.write)
    }

    /// Whether the system tells of changes in all that is watched.
    public var isTold: Bool { notifier?.hasAll ?? false }

    /// Watches these places and no others.
    public func watch(_ places: [Place]) {
        self.places.withLock { $0 = places }
        notifier?.watch(places)
    }

    /// Starts telling, on a thread of its own, until `stop`.
    public func start() {
        Thread.detachNewThread { self.run() }
    }

    /// Ends the telling.
    public func stop() {
        var byte: UInt8 = 0
        _ = write(ending.write, &byte, 1)
    }

    private func run() {
        defer { told.finish() }
        var seen = look()
        while true {
            var waits = [pollfd(fd: ending.read, events: Int16(POLLIN), revents: 0)]
            if let notifier {
                waits.append(pollfd(fd: notifier.descriptor, events: Int16(POLLIN), revents: 0))
            }
            let ready = poll(&waits, nfds_t(waits.count), isTold ? -1 : Self.interval)
            if waits[0].revents != 0 { return }
            if ready < 0, errno != EINTR { return }
            if isTold {
                guard let notifier, ready > 0 else { continue }
                if gather(from: notifier) { told.yield() }
            } else {
                _ = notifier?.drain()
                let now = look()
                // What was written just before it was looked at may have been written to since.
                if now != seen || seen.values.contains(where: { !$0.isSettled }) { told.yield() }
                seen = now
            }
        }
    }

    /// Takes events until it is quiet.
    /// - Returns: whether there was one of interest.
    private func gather(from notifier: FolderNotifier) -> Bool {
        guard notifier.drain() else { return false }
        for _ in 0..<Self.patience {
            var waits = [pollfd(fd: notifier.descriptor, events: Int16(POLLIN), revents: 0)]
            guard poll(&waits, 1, Self.quiet) > 0 else { break }
            _ = notifier.drain()
        }
        return true
    }

    /// Each file and its stamp; nothing where the system tells.
    private func look() -> [String: FileStamp] {
        guard !isTold else { return [:] }
        var seen: [String: FileStamp] = [:]
        for place in places.withLock({ $0 }) {
            let names =
                place.isDeep ? try? Files.tree(below: place.path) : try? Files.names(in: place.path)
            for name in names ?? [] where !place.ignoring.contains(name) && !name.hasPrefix(".") {
                let path = "\(place.path)/\(name)"
                if let stamp = FileStamp(path) { seen[path] = stamp }
            }
        }
        return seen
    }
}
