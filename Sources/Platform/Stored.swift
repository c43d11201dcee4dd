/// A value that is kept as flat bytes from one run of the program to the next. What was kept by another version of it is never
/// read, so that there is no format to keep to.
public protocol Stored {
    /// Reads a value back.
    /// - Throws: `DamagedStore` where the bytes are not what was written.
    init(from reader: inout StoredReader) throws
    /// Writes the value.
    func write(to writer: inout StoredWriter)
}

/// Why what was kept cannot be read.
public struct DamagedStore: Error {
    /// No more is known.
    public init() {}
}

/// Writes values one behind the other.
public struct StoredWriter: Sendable {
    /// What was written.
    public private(set) var bytes: [UInt8] = []

    /// A writer of nothing yet.
    /// - Parameter capacity: how many bytes it is likely to come to.
    public init(reserving capacity: Int = 0) { bytes.reserveCapacity(capacity) }

    /// Writes a number of 64 bits, the lowest first.
    public mutating func write(fixed number: UInt64) {
        withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
    }

    /// Writes how many bytes there are, and the bytes.
    public mutating func write(_ part: some Collection<UInt8>) {
        part.count.write(to: &self)
        bytes.append(contentsOf: part)
    }

    /// Writes a dictionary, its entries in no order that means anything.
    public mutating func write<Key: Stored, Value: Stored>(_ dictionary: [Key: Value]) {
        dictionary.count.write(to: &self)
        for (key, value) in dictionary {
            key.write(to: &self)
            value.write(to: &self)
        }
    }
}

/// Reads values in the order in which they were written.
public struct StoredReader: Sendable {
    private let bytes: [UInt8]
    /// How many bytes are read.
    public private(set) var place: Int

    /// A reader of bytes from a place on.
    public init(_ bytes: [UInt8], from place: Int = 0) { (self.bytes, self.place) = (bytes, place) }

    /// Whether all is read.
    public var isAtEnd: Bool { place == bytes.count }

    /// The next value.
    /// - Throws: `DamagedStore`.
    public mutating func read<Value: Stored>(_ type: Value.Type = Value.self) throws -> Value {
        try Value(from: &self)
    }

    /// The next dictionary.
    /// - Throws: `DamagedStore`.
    public mutating func dictionary<Key: Stored & Hashable, Value: Stored>() throws -> [Key: Value] {
        let count = try read(Int.self)
        guard count >= 0 else { throw DamagedStore() }
        var dictionary: [Key: Value] = [:]
        // No entry is smaller than two bytes, whatever a damaged number says.
        dictionary.reserveCapacity(Swift.min(count, (bytes.count - place) / 2, 1 << 20))
        for _ in 0..<count {
            let key: Key = try read()
            dictionary[key] = try read(Value.self)
        }
        return dictionary
    }

    /// The next number of 64 bits.
    /// - Throws: `DamagedStore`.
    public mutating func fixed() throws -> UInt64 {
        let part = try take(8)
        return part.reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }

    /// The next bytes that were written with their number.
    /// - Throws: `DamagedStore`.
    public mutating func part() throws -> ArraySlice<UInt8> { try take(read(Int.self)) }

    fileprivate mutating func take(_ count: Int) throws -> ArraySlice<UInt8> {
        guard count >= 0, count <= bytes.count - place else { throw DamagedStore() }
        defer { place += count }
        return bytes[place..<place + count]
    }

    fileprivate mutating func byte() throws -> UInt8 {
        guard place < bytes.count else { throw DamagedStore() }
        defer { place += 1 }
        return bytes[place]
    }
}

extension Int: Stored {
    /// Seven bits a byte, the lowest first (LEB128), the sign in the lowest of all.
    public init(from reader: inout StoredReader) throws {
        var bits: UInt64 = 0
        var shift: UInt64 = 0
        while true {
            let byte = try reader.byte()
            guard shift < 64 else { throw DamagedStore() }
            bits |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 { break }
            shift += 7
        }
        self = Int(bitPattern: UInt(bits >> 1)) ^ (bits & 1 == 0 ? 0 : -1)
    }

    /// As it is read.
    public func write(to writer: inout StoredWriter) {
        var rest = UInt64(bitPattern: Int64(self << 1)) ^ UInt64(bitPattern: Int64(self >> 63))
        while rest >= 0x80 {
            writer.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        writer.append(UInt8(rest))
    }
}

extension StoredWriter {
    fileprivate mutating func append(_ byte: UInt8) { bytes.append(byte) }
}

extension Bool: Stored {
    /// 0 or 1.
    public init(from reader: inout StoredReader) throws {
        switch try reader.byte() {
        case 0: self = false
        case 1: self = true
        default: throw DamagedStore()
        }
    }

    /// As it is read.
    public func write(to writer: inout StoredWriter) { writer.append(self ? 1 : 0) }
}

extension String: Stored {
    /// UTF-8 behind its length.
    public init(from reader: inout StoredReader) throws {
        guard let text = String(validating: try reader.part(), as: UTF8.self) else { throw DamagedStore() }
        self = text
    }

    /// As it is read.
    public func write(to writer: inout StoredWriter) { writer.write(utf8) }
}

extension Optional: Stored where Wrapped: Stored {
    /// Whether there is one, then the value.
    public init(from reader: inout StoredReader) throws {
        self = try reader.read(Bool.self) ? try reader.read(Wrapped.self) : nil
    }

    /// As it is read.
    public func write(to writer: inout StoredWriter) {
        (self != nil).write(to: &writer)
        self?.write(to: &writer)
    }
}

extension Array: Stored where Element: Stored {
    /// How many there are, then each.
    public init(from reader: inout StoredReader) throws {
        let count = try reader.read(Int.self)
        self = []
        guard count >= 0 else { throw DamagedStore() }
        for _ in 0..<count { append(try reader.read()) }
    }

    /// As it is read.
    public func write(to writer: inout StoredWriter) {
        count.write(to: &writer)
        for element in self { element.write(to: &writer) }
    }
}
