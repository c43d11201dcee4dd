/// A digest of 128 bits by which bytes are told from others that came about by chance or mistake; not from those that somebody
/// made in order to be mistaken for them. Two products of 128 bits for each 16 bytes are as fast as memory is read.
public struct Fingerprint: Hashable, Sendable {
    private var low: UInt64 = 0x9E37_79B9_7F4A_7C15
    private var high: UInt64 = 0xD1B5_4A32_D192_ED03

    /// The digest of some bytes.
    public init(of bytes: some Sequence<UInt8>) {
        let isDone: Void? = bytes.withContiguousStorageIfAvailable { absorb(UnsafeRawBufferPointer($0)) }
        if isDone == nil { Array(bytes).withUnsafeBytes { absorb($0) } }
    }

    private mutating func absorb(_ bytes: UnsafeRawBufferPointer) {
        var place = 0
        while place + 16 <= bytes.count {
            mix(
                bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self),
                bytes.loadUnaligned(fromByteOffset: place + 8, as: UInt64.self))
            place += 16
        }
        var rest: (UInt64, UInt64) = (0, 0)
        for (index, byte) in bytes[place...].enumerated() {
            if index < 8 {
                rest.0 |= UInt64(byte) << UInt64(8 * index)
            } else {
                rest.1 |= UInt64(byte) << UInt64(8 * (index - 8))
            }
        }
        mix(rest.0, rest.1)
        mix(UInt64(bytes.count), 0)
    }

    private mutating func mix(_ first: UInt64, _ second: UInt64) {
        let left = (first ^ low).multipliedFullWidth(by: 0xA076_1D64_78BD_642F)
        let right = (second ^ high).multipliedFullWidth(by: 0xE703_7ED1_A0B4_28DB)
        low = left.low ^ right.high &+ 0x8EBC_6AF0_9C88_C6E3
        high = right.low ^ left.high &+ (low << 23 | low >> 41)
    }

    /// The digest in hexadecimal digits.
    public var text: String { String(high, radix: 16) + "-" + String(low, radix: 16) }
}

extension Fingerprint: Stored {
    /// Both halves.
    public init(from reader: inout StoredReader) throws {
        low = try reader.fixed()
        high = try reader.fixed()
    }

    /// As it is read.
    public func write(to writer: inout StoredWriter) {
        writer.write(fixed: low)
        writer.write(fixed: high)
    }
}
