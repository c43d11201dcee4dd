/// How the bytes of a file are text.
public enum TextEncoding {
    /// The first byte that is not UTF-8, counted from the start, or `nil` where all is.
    public static func firstInvalidByte(in bytes: [UInt8]) -> Int? {
        do throws(UTF8.ValidationError) {
            _ = try UTF8Span(validating: bytes.span)
            return nil
        } catch {
            return error.byteOffsets.lowerBound
        }
    }

    /// The bytes without the mark that some editors put before a text.
    public static func withoutByteOrderMark(_ bytes: [UInt8]) -> [UInt8] {
        bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    }

    /// The text of Windows-1252 bytes as UTF-8, by the WHATWG's Encoding Standard, which gives the five bytes that
    /// the code page leaves free the control characters of their number.
    public static func utf8(fromWindows1252 bytes: [UInt8]) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count + bytes.count / 8)
        for byte in bytes {
            if byte < 0x80 {
                out.append(byte)
            } else {
                let code = byte < 0xA0 ? upperControls[Int(byte) - 0x80] : UInt32(byte)
                if let scalar = Unicode.Scalar(code) { out += Array(String(Character(scalar)).utf8) }
            }
        }
        return out
    }

    /// Bytes 0x80 to 0x9F.
    private static let upperControls: [UInt32] = [
        0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152,
        0x8D,
        0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161,
        0x203A,
        0x0153, 0x9D, 0x017E, 0x0178,
    ]
}
