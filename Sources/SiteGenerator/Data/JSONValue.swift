import FoundationEssentials
import Rules

/// A value of JSON (RFC 8259), written byte by byte.
enum JSONValue {
    case text(String)
    case number(Int)
    case decimal(Number)
    case flag(Bool)
    case null
    case list([JSONValue])
    /// Names and values in the order in which they are written.
    case object([(String, JSONValue)])

    /// A text, or null.
    init(_ text: String?) { self = text.map { .text($0) } ?? .null }
    /// A number, or null.
    init(_ number: Int?) { self = number.map { .number($0) } ?? .null }

    /// Appends the value without white space.
    func write(to out: inout [UInt8]) {
        switch self {
        case .text(let text): Self.write(text, to: &out)
        case .number(let number): out += String(number).utf8
        case .decimal(let number): out += "\(number)".utf8
        case .flag(let flag): out += flag ? "true".utf8 : "false".utf8
        case .null: out += "null".utf8
        case .list(let values):
            out.append(UInt8(ascii: "["))
            for (index, value) in values.enumerated() {
                if index > 0 { out.append(UInt8(ascii: ",")) }
                value.write(to: &out)
            }
            out.append(UInt8(ascii: "]"))
        case .object(let entries):
            out.append(UInt8(ascii: "{"))
            for (index, (name, value)) in entries.enumerated() {
                if index > 0 { out.append(UInt8(ascii: ",")) }
                Self.write(name, to: &out)
                out.append(UInt8(ascii: ":"))
                value.write(to: &out)
            }
            out.append(UInt8(ascii: "}"))
        }
    }

    private static let digits = Array("0123456789abcdef".utf8)

    private static func write(_ text: String, to out: inout [UInt8]) {
        out.append(UInt8(ascii: "\""))
        var text = text
        text.withUTF8 { bytes in
            var start = 0
            for (index, byte) in bytes.enumerated()
            where byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") {
                out.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<index]))
                switch byte {
                case 0x0A: out += "\\n".utf8
                case 0..<0x20: out += "\\u00".utf8 + [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
                default: out += [UInt8(ascii: "\\"), byte]
                }
                start = index + 1
            }
            out.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start...]))
        }
        out.append(UInt8(ascii: "\""))
    }

    /// Appends a list with an element a line, so that a change of one is a change of a line.
    static func write(lines values: [JSONValue], to out: inout [UInt8]) {
        out += "[\n".utf8
        for (index, value) in values.enumerated() {
            value.write(to: &out)
            out += index + 1 < values.count ? ",\n".utf8 : "\n".utf8
        }
        out += "]".utf8
    }
}
