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
            guard bytes.contains(where: needsEscape) else { return nil }
            var out: [UInt8] = []
            out.reserveCapacity(bytes.count + 16)
            append(buffer: bytes, to: &out)
            return String(decoding: out, as: UTF8.self)
        } ?? text
    }

    private static func append(buffer: UnsafeBufferPointer<UInt8>, to out: inout [UInt8]) {
        var start = 0
        var index = 0
        while index < buffer.count {
            // Most text has nothing to escape for long: sixteen bytes at a time.
            if index + 16 <= buffer.count, !needEscape(buffer, at: index) {
                index += 16
                continue
            }
            let end = min(index + 16, buffer.count)
            while index < end {
                if needsEscape(buffer[index]) {
                    out.append(contentsOf: UnsafeBufferPointer(rebasing: buffer[start..<index]))
                    append(buffer[index], to: &out)
                    start = index + 1
                }
                index += 1
            }
        }
        out.append(contentsOf: UnsafeBufferPointer(rebasing: buffer[start...]))
    }

    @inline(__always)
    private static func needEscape(_ buffer: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
        let bytes = UnsafeRawBufferPointer(buffer).loadUnaligned(
            fromByteOffset: index, as: SIMD16<UInt8>.self)
        let found =
            (bytes .== UInt8(ascii: "&")) .| (bytes .== UInt8(ascii: "<")) .| (bytes .== UInt8(ascii: ">"))
            .| (bytes .== UInt8(ascii: "\""))
        return any(found)
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
