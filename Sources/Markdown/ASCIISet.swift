/// A set of ASCII characters that is asked for each byte of a text: two words, where a set would hash.
public struct ASCIISet: Sendable {
    private var low: UInt64 = 0
    private var high: UInt64 = 0

    /// Letters, digits and some marks.
    public init(lettersDigitsAnd marks: String) {
        for byte in UInt8(0)..<0x80 where byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26 { insert(byte) }
        for byte in marks.utf8 where byte < 0x80 { insert(byte) }
    }

    private mutating func insert(_ byte: UInt8) {
        if byte < 64 { low |= 1 << UInt64(byte) } else { high |= 1 << UInt64(byte - 64) }
    }

    /// Whether a text has no other characters.
    public func holdsAll(of text: String) -> Bool {
        text.utf8.withContiguousStorageIfAvailable { $0.allSatisfy(contains) }
            ?? text.utf8.allSatisfy(contains)
    }

    /// Whether a byte is one of them; no part of another character is.
    public func contains(_ byte: UInt8) -> Bool {
        if byte < 64 { return low >> UInt64(byte) & 1 == 1 }
        return byte < 128 && high >> UInt64(byte - 64) & 1 == 1
    }
}
