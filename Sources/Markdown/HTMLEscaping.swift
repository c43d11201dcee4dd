/// Writing text into HTML, byte by byte.
public enum HTMLEscaping {
    /// Appends text with `&`, `<`, `>` and `"` written as entities.
    public static func append(_ bytes: some Sequence<UInt8>, to out: inout [UInt8]) {
        let done: Void? = bytes.withContiguousStorageIfAvailable { append(buffer: $0, to: &out) }
        if done == nil { for byte in bytes { append(byte, to: &out) } }
    }

    /// Text with `&`, `<`, `>` and `"` written as entities.
    public static func escape(_ text: String) -> String {
        var text = text
        return text.withUTF8 { bytes -> String? in
            guard firstToEscape(in: bytes, from: 0) < bytes.count else { return nil }
            var out: [UInt8] = []
            out.reserveCapacity(bytes.count + 16)
            append(buffer: bytes, to: &out)
            return String(decoding: out, as: UTF8.self)
        } ?? text
    }

    private static func append(buffer: UnsafeBufferPointer<UInt8>, to out: inout [UInt8]) {
        var start = 0
        while true {
            let index = firstToEscape(in: buffer, from: start)
            out.append(contentsOf: UnsafeBufferPointer(rebasing: buffer[start..<index]))
            guard index < buffer.count else { return }
            append(buffer[index], to: &out)
            start = index + 1
        }
    }

    /// The index of the first byte that is written as an entity; the count where there is none. Most text has none for long,
    /// so eight bytes are looked at in one go.
    private static func firstToEscape(in buffer: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        let bytes = UnsafeRawBufferPointer(buffer)
        var index = start
        while index + 8 <= bytes.count {
            let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
            // '"' and '&' differ in one bit, and so do '<' and '>'.
            let found =
                zeros(in: (word & 0xFBFB_FBFB_FBFB_FBFB) ^ 0x2222_2222_2222_2222)
                | zeros(in: (word & 0xFDFD_FDFD_FDFD_FDFD) ^ 0x3C3C_3C3C_3C3C_3C3C)
            if found != 0 { return index + found.trailingZeroBitCount / 8 }
            index += 8
        }
        while index < bytes.count, !needsEscape(bytes[index]) { index += 1 }
        return index
    }

    /// The high bit of each byte that is zero, exact up to the first (H. S. Warren, Hacker's Delight, 6-1).
    @inline(__always)
    private static func zeros(in word: UInt64) -> UInt64 {
        (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
    }

    @inline(__always)
    private static func needsEscape(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "&") || byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">")
            || byte == UInt8(ascii: "\"")
    }

    private static func append(_ byte: UInt8, to out: inout [UInt8]) {
        switch byte {
        case UInt8(ascii: "&"): out += "&amp;".utf8
        case UInt8(ascii: "<"): out += "&lt;".utf8
        case UInt8(ascii: ">"): out += "&gt;".utf8
        case UInt8(ascii: "\""): out += "&quot;".utf8
        default: out.append(byte)
        }
    }

    /// Appends an address: what may not stand in one is percent-encoded, what stands encoded is kept.
    public static func appendAddress(_ bytes: some Sequence<UInt8>, to out: inout [UInt8]) {
        for byte in bytes {
            switch byte {
            case UInt8(ascii: "&"): out += "&amp;".utf8
            case UInt8(ascii: "'"): out += "&#x27;".utf8
            case _ where addressBytes.contains(byte): out.append(byte)
            default:
                out.append(UInt8(ascii: "%"))
                out.append(hexDigits[Int(byte >> 4)])
                out.append(hexDigits[Int(byte & 15)])
            }
        }
    }

    private static let hexDigits = Array("0123456789ABCDEF".utf8)

    /// What cmark keeps as it is.
    private static let addressBytes = ASCIISet(lettersDigitsAnd: "-_.+!*(),%#@?=;:/$~")

    /// Whether an address may run code or read files where it is followed: such a link loses its target.
    public static func isUnsafe(_ address: String) -> Bool {
        guard address.utf8.contains(UInt8(ascii: ":")) else { return false }
        // Browsers pass over white space and control characters within a scheme.
        let start = String(decoding: address.utf8.lazy.filter { $0 > 0x20 }.prefix(24), as: UTF8.self)
            .lowercased()
        if ["javascript:", "vbscript:", "file:"].contains(where: start.hasPrefix) { return true }
        guard start.hasPrefix("data:") else { return false }
        return !["data:image/png", "data:image/gif", "data:image/jpeg", "data:image/webp"].contains(
            where: start.hasPrefix)
    }
}
