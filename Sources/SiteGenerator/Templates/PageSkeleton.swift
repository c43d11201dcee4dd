import Markdown
import Synchronization

/// A page of one shape as Mustache made it, with gaps where the texts go.
struct PageSkeleton: Sendable {
    private struct Gap {
        /// Where it is in `bytes`.
        let offset: Int
        /// Which text goes there.
        let text: Int
        let isEscaped: Bool
    }

    private var bytes: [UInt8] = []
    private var gaps: [Gap] = []

    /// Takes the stand-ins out of a page that was rendered with them; `nil` where they do not read as they were written.
    /// Goes by bytes: to characters, what stands around a mark may belong to it.
    init?(_ page: String) {
        var rest = Array(page.utf8)[...]
        while let opening = Self.range(of: StandIns.opening.utf8, in: rest) {
            bytes += rest[..<opening.lowerBound]
            rest = rest[opening.upperBound...]
            guard let closing = Self.range(of: StandIns.closing.utf8, in: rest) else { return nil }
            let name = String(decoding: rest[..<closing.lowerBound], as: UTF8.self)
            let isEscaped = name.hasSuffix("&amp;")
            guard let text = Int(name.dropLast(isEscaped ? 5 : 1)) else { return nil }
            gaps.append(Gap(offset: bytes.count, text: text, isEscaped: isEscaped))
            rest = rest[closing.upperBound...]
        }
        bytes += rest
    }

    /// Where a mark is first.
    private static func range(of mark: String.UTF8View, in bytes: ArraySlice<UInt8>) -> Range<Int>? {
        guard let first = mark.first else { return nil }
        var start = bytes.startIndex
        while let found = bytes[start...].firstIndex(of: first) {
            if bytes[found...].starts(with: mark) { return found..<found + mark.count }
            start = found + 1
        }
        return nil
    }

    /// The page with its texts.
    func filled(with texts: [String]) -> [UInt8] {
        var page: [UInt8] = []
        page.reserveCapacity(bytes.count + texts.reduce(0) { $0 + $1.utf8.count + 16 })
        var start = 0
        for gap in gaps {
            page += bytes[start..<gap.offset]
            start = gap.offset
            let text = texts[gap.text]
            if gap.isEscaped { HTMLEscaping.append(text.utf8, to: &page) } else { page += text.utf8 }
            // The end of a line is the skeleton's.
            if PageOutline.isLine(text) { page.removeLast() }
        }
        page += bytes[start...]
        return page
    }
}

/// The skeletons that a build has made so far.
final class PageSkeletons: Sendable {
    /// What a skeleton is good for.
    struct Key: Hashable, Sendable {
        let template: String
        /// The site as the page sees it; parts of pages do not.
        let site: SiteContext?
        let shape: [UInt8]

        /// Pages of one template and shape nearly always see one site, so that it is only compared.
        func hash(into hasher: inout Hasher) {
            hasher.combine(template)
            hasher.combine(shape)
        }
    }

    /// A part of them behind a lock of its own: every part of every page asks, and a lock that two threads meet at costs
    /// more than what is behind it.
    private final class Shelf: Sendable {
        let known = Mutex<[Int: [Known]]>([:])
    }

    /// A skeleton and what it is good for; a reference, since every part of every page is handed a row of them.
    private final class Known: Sendable {
        let key: Key
        let skeleton: PageSkeleton

        init(_ key: Key, _ skeleton: PageSkeleton) { (self.key, self.skeleton) = (key, skeleton) }
    }

    private let shelves: [Shelf]
    private let count = Atomic(0)
    /// Pages as various as this gain nothing from being remembered.
    private let limit: Int

    init(limit: Int) {
        self.limit = limit
        shelves = (0..<64).map { _ in Shelf() }
    }

    /// The skeleton of a shape, made where it is not known; `nil` where there are too many.
    func skeleton(_ key: Key, making make: () -> PageSkeleton?) -> PageSkeleton? {
        let hash = key.hashValue
        let shelf = shelves[Int(UInt(bitPattern: hash) % UInt(shelves.count))]
        // What is alike is compared outside of the lock.
        let candidates = shelf.known.withLock { $0[hash] } ?? []
        if let found = candidates.first(where: { $0.key == key }) { return found.skeleton }
        guard count.load(ordering: .relaxed) < limit, let made = make() else { return nil }
        count.add(1, ordering: .relaxed)
        shelf.known.withLock { $0[hash, default: []].append(Known(key, made)) }
        return made
    }
}
