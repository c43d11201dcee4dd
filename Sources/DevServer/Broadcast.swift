import Synchronization

/// A site that changes while pages of it are open, and those who want to hear of it.
final class Broadcast: Sendable {
    private struct State {
        var site: CachedSite
        var listeners: [Int: AsyncStream<Void>.Continuation] = [:]
        var next = 0
        var hasEnded = false
    }

    private let state: Mutex<State>

    init(_ site: any ServedSite) { state = Mutex(State(site: CachedSite(site))) }

    /// The site as it is now.
    var site: CachedSite { state.withLock { $0.site } }

    /// Puts another site in its place, and tells all who listen.
    func show(_ site: any ServedSite) {
        let listeners = state.withLock { state in
            state.site = CachedSite(site)
            return Array(state.listeners.values)
        }
        for listener in listeners { listener.yield() }
    }

    /// An element for each change from now on, or for several that came together; it ends with the server.
    func changes() -> AsyncStream<Void> {
        let (stream, listener) = AsyncStream<Void>.makeStream(bufferingPolicy: .bufferingNewest(1))
        let number = state.withLock { state in
            guard !state.hasEnded else { return Int?.none }
            state.next += 1
            state.listeners[state.next] = listener
            return state.next
        }
        guard let number else {
            listener.finish()
            return stream
        }
        listener.onTermination = { [self] _ in
            state.withLock { _ = $0.listeners.removeValue(forKey: number) }
        }
        return stream
    }

    /// Lets all streams end.
    func end() {
        let listeners = state.withLock { state in
            state.hasEnded = true
            return Array(state.listeners.values)
        }
        for listener in listeners { listener.finish() }
    }
}

/// A site at a moment, each of whose files is made once: a page is asked for by the browser, and by all who wait for it to
/// change.
final class CachedSite: Sendable {
    let site: any ServedSite
    private let made = Mutex<[String: [UInt8]?]>([:])

    init(_ site: any ServedSite) { self.site = site }

    /// The bytes of a page; other files are read anew, since they may be large.
    func bytes(of path: String) -> [UInt8]? {
        guard path.hasSuffix(".html") else { return site.bytes(of: path) }
        if let known = made.withLock({ $0[path] }) { return known }
        let bytes = site.bytes(of: path)
        made.withLock { $0[path] = .some(bytes) }
        return bytes
    }

    /// What tells a page from itself at other moments.
    func version(of bytes: [UInt8]) -> String {
        var hasher = Hasher()
        hasher.combine(bytes)
        hasher.combine(site.surroundings)
        return String(UInt(bitPattern: hasher.finalize()), radix: 16)
    }
}
