import Glibc
import Synchronization

/// What the system tells of folders, by inotify(7).
///
/// A file counts as changed when it is closed, not while it is written. Which folders are below a watched one is looked
/// up anew whenever a folder comes or goes.
final class FolderNotifier: Sendable {
    /// What can be waited for.
    let descriptor: Int32
    private let state = Mutex(State())

    private struct State {
        var places: [FolderWatch.Place] = []
        /// What each watch is on.
        var watched: [Int32: Watched] = [:]
        var hasAll = true
    }

    private struct Watched {
        let path: String
        let ignoring: Set<String>
        /// Whether it is a file that a link in a watched folder leads to.
        let isFile: Bool
    }

    private static let ofFolders = UInt32(
        IN_CLOSE_WRITE | IN_MOVED_FROM | IN_MOVED_TO | IN_CREATE | IN_DELETE | IN_ATTRIB | IN_DELETE_SELF
            | IN_MOVE_SELF | IN_ONLYDIR)
    private static let ofFiles = UInt32(IN_CLOSE_WRITE | IN_ATTRIB | IN_DELETE_SELF | IN_MOVE_SELF)

    /// `nil` where the system does not tell.
    init?() {
        descriptor = inotify_init1(Int32(IN_CLOEXEC) | Int32(IN_NONBLOCK))
        guard descriptor >= 0 else { return nil }
    }

    deinit { close(descriptor) }

    /// Whether all folders are watched. Systems limit how many there may be.
    var hasAll: Bool { state.withLock { $0.hasAll } }

    /// Watches these places and no others.
    func watch(_ places: [FolderWatch.Place]) {
        state.withLock { state in
            state.places = places
            self.lookUp(&state)
        }
    }

    /// Takes all events that wait.
    /// - Returns: whether one is of interest.
    func drain() -> Bool {
        var isOfInterest = false
        var isMoved = false
        var buffer = [UInt8](repeating: 0, count: 16384)
        while true {
            let count = read(descriptor, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { break }
            state.withLock { state in
                for event in Self.events(in: buffer[..<count]) {
                    let (ofInterest, moved) = Self.weigh(event, state)
                    isOfInterest = isOfInterest || ofInterest
                    isMoved = isMoved || moved
                }
            }
        }
        if isMoved { state.withLock { self.lookUp(&$0) } }
        return isOfInterest
    }

    private struct Event {
        let watch: Int32
        let mask: UInt32
        /// The bytes of the name in the watched folder.
        let name: ArraySlice<UInt8>

        func has(_ flags: Int...) -> Bool { flags.contains { mask & UInt32($0) != 0 } }
    }

    private static func events(in bytes: ArraySlice<UInt8>) -> [Event] {
        var events: [Event] = []
        var rest = bytes
        let headSize = MemoryLayout<inotify_event>.size
        while rest.count >= headSize {
            let (watch, mask, length) = rest.withUnsafeBytes { bytes in
                (
                    bytes.loadUnaligned(fromByteOffset: 0, as: Int32.self),
                    bytes.loadUnaligned(fromByteOffset: 4, as: UInt32.self),
                    Int(bytes.loadUnaligned(fromByteOffset: 12, as: UInt32.self))
                )
            }
            let name = rest.dropFirst(headSize).prefix(length).prefix { $0 != 0 }
            events.append(Event(watch: watch, mask: mask, name: name))
            rest = rest.dropFirst(headSize + length)
        }
        return events
    }

    /// Whether an event is of interest, and whether folders may have come or gone with it.
    private static func weigh(_ event: Event, _ state: State) -> (ofInterest: Bool, moved: Bool) {
        // Events were lost: anything may have happened.
        if event.has(Int(IN_Q_OVERFLOW)) { return (true, true) }
        guard !event.has(Int(IN_IGNORED)), let watched = state.watched[event.watch] else {
            return (false, false)
        }
        if watched.isFile { return (true, true) }
        if event.has(Int(IN_DELETE_SELF), Int(IN_MOVE_SELF)) { return (true, true) }
        if event.name.first == UInt8(ascii: ".") { return (false, false) }
        let name = String(decoding: event.name, as: UTF8.self)
        if watched.ignoring.contains(name) { return (false, false) }
        if event.has(Int(IN_ISDIR)) { return (!event.has(Int(IN_ATTRIB)), true) }
        guard event.has(Int(IN_CREATE)) else { return (true, event.has(Int(IN_MOVED_TO), Int(IN_DELETE))) }
        // A file that was made is told again when it is closed; a link never is.
        var status = stat()
        let isLink =
            lstat("\(watched.path)/\(name)", &status) == 0
            && (status.st_mode & S_IFMT != S_IFREG || status.st_nlink > 1)
        return (isLink, isLink)
    }

    /// Finds all folders that are to be watched, and watches them.
    private func lookUp(_ state: inout State) {
        var found: [Int32: Watched] = [:]
        state.hasAll = true
        func add(_ path: String, _ mask: UInt32, ignoring: Set<String>, isFile: Bool) {
            let watch = inotify_add_watch(descriptor, path, mask)
            guard watch >= 0 else {
                // What is gone meanwhile, or not there yet, the folder around it tells of.
                if errno != ENOENT, errno != ENOTDIR { state.hasAll = false }
                return
            }
            // A folder may be named twice; then what either wants is of interest.
            let both = found[watch].map { $0.ignoring.intersection(ignoring) } ?? ignoring
            found[watch] = Watched(path: path, ignoring: both, isFile: isFile)
        }
        for place in state.places {
            add(place.path, Self.ofFolders, ignoring: place.ignoring, isFile: false)
            guard place.isDeep else { continue }
            let below = Files.foldersAndLinks(below: place.path)
            for folder in below.folders { add(folder, Self.ofFolders, ignoring: [], isFile: false) }
            for link in below.links { add(link, Self.ofFiles, ignoring: [], isFile: true) }
        }
        for watch in state.watched.keys where found[watch] == nil { inotify_rm_watch(descriptor, watch) }
        state.watched = found
    }
}
