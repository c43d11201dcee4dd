/// Which parts of a text stand in the file as they read. Between them are entities and the backslashes of escapes.
struct TextAlignment {
    /// A part of the text.
    struct Part {
        let text: Range<Int>
        /// Where it stands, or where the entity that means it begins.
        let source: Int
        let isExact: Bool
    }

    private(set) var parts: [Part] = []
    /// Behind the last part.
    private(set) var end: Int

    /// Aligns a text with the file from `start` on; `nil` where it does not stand there.
    init?(of text: UnsafeBufferPointer<UInt8>, in source: ArraySlice<UInt8>, at start: Int) {
        guard start >= 0 else { return nil }
        end = start
        guard source.withUnsafeBufferPointer({ align(text, $0) }) else { return nil }
    }

    /// Searches for a text of which cmark does not tell the place. One of a few bytes might be found anywhere.
    init?(
        searching text: UnsafeBufferPointer<UInt8>, in source: ArraySlice<UInt8>, from start: Int,
        to limit: Int
    ) {
        guard text.count > 3 else { return nil }
        let place = source.withUnsafeBufferPointer { source in
            (start..<max(start, limit)).first { Self.stands(text, in: source, at: $0) }
        }
        guard let place else { return nil }
        parts = [Part(text: 0..<text.count, source: place, isExact: true)]
        end = place + text.count
    }

    private static func stands(
        _ text: UnsafeBufferPointer<UInt8>, in source: UnsafeBufferPointer<UInt8>, at start: Int
    ) -> Bool {
        start + text.count <= source.count
            && CMarkTree.areEqual(source.baseAddress.map { $0 + start }, text.baseAddress, text.count)
    }

    private mutating func align(_ text: UnsafeBufferPointer<UInt8>, _ source: UnsafeBufferPointer<UInt8>)
        -> Bool
    {
        if Self.stands(text, in: source, at: end) {
            parts = [Part(text: 0..<text.count, source: end, isExact: true)]
            end += text.count
            return true
        }
        var index = 0
        while index < text.count {
            let first = index
            while index < text.count, end < source.count, text[index] == source[end],
                source[end] != UInt8(ascii: "&") || Self.entityEnd(in: source, at: end) == nil
            {
                (index, end) = (index + 1, end + 1)
            }
            if index > first {
                parts.append(Part(text: first..<index, source: end - (index - first), isExact: true))
            }
            if index == text.count { return true }
            guard end < source.count else { return false }
            if source[end] == UInt8(ascii: "\\"), end + 1 < source.count, source[end + 1] == text[index] {
                end += 1
            } else if let behind = Self.entityEnd(in: source, at: end) {
                guard let meant = meaning(of: text, from: index, before: source[behind...]) else {
                    return false
                }
                parts.append(Part(text: meant, source: end, isExact: false))
                (index, end) = (meant.upperBound, behind)
            } else {
                return false
            }
        }
        return true
    }

    /// What an entity means: up to two characters, behind which the text goes on as the file does.
    private func meaning(
        of text: UnsafeBufferPointer<UInt8>, from start: Int, before rest: Slice<UnsafeBufferPointer<UInt8>>
    ) -> Range<Int>? {
        var stop = start
        for _ in 0..<2 {
            guard stop < text.count else { return nil }
            stop += 1
            while stop < text.count, text[stop] & 0xC0 == 0x80 { stop += 1 }
            guard stop < text.count, let next = rest.first else { return start..<stop }
            if text[stop] == next || next == UInt8(ascii: "\\") || next == UInt8(ascii: "&") {
                return start..<stop
            }
        }
        return nil
    }

    /// Behind the semicolon of what is written like an entity.
    private static func entityEnd(in source: UnsafeBufferPointer<UInt8>, at start: Int) -> Int? {
        guard source[start] == UInt8(ascii: "&") else { return nil }
        var index = start + 1
        if index < source.count, source[index] == UInt8(ascii: "#") { index += 1 }
        let first = index
        while index < source.count, index - first < 32 {
            switch source[index] {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: index += 1
            case UInt8(ascii: ";") where index > first: return index + 1
            default: return nil
            }
        }
        return nil
    }
}
