/// What a request asks for, as a path below a site's root.
///
/// The path is only ever a key by which a site is asked for a file of its own, never one of the file system. What could be
/// read as one that leads elsewhere is none all the same.
struct SiteAddress: Hashable, Sendable {
    /// The path without the slash that it begins with; empty for the root.
    let path: String
    /// Whether it ends in a slash, and so means a folder.
    let isFolder: Bool

    /// Reads the target of a request (RFC 9112, 3.2.1); `nil` where no file of a site can be meant.
    init?(_ target: String) {
        let before = target.utf8.prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
        guard before.first == UInt8(ascii: "/") else { return nil }
        var names: [String] = []
        let parts = before.dropFirst().split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        for part in parts.dropLast() {
            guard let name = Self.name(part) else { return nil }
            names.append(name)
        }
        let last = parts.last ?? Substring().utf8
        isFolder = last.isEmpty
        if !last.isEmpty {
            guard let name = Self.name(last) else { return nil }
            names.append(name)
        }
        path = names.joined(separator: "/")
    }

    /// The path of the file: a folder stands for its first page.
    var file: String { isFolder ? (path.isEmpty ? "" : path + "/") + "index.html" : path }

    /// A name between slashes with its percent-encoding undone, once; `nil` where it is no name of a file.
    private static func name(_ part: Substring.UTF8View) -> String? {
        var bytes: [UInt8] = []
        var rest = part
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "%") else {
                bytes.append(byte)
                continue
            }
            guard let high = rest.popFirst().flatMap(digit), let low = rest.popFirst().flatMap(digit) else {
                return nil
            }
            bytes.append(high << 4 | low)
        }
        guard !bytes.isEmpty, bytes != [0x2E], bytes != [0x2E, 0x2E] else { return nil }
        let leadsElsewhere = bytes.contains {
            $0 < 0x20 || $0 == 0x7F || $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\")
        }
        return leadsElsewhere ? nil : String(validating: bytes, as: UTF8.self)
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        Character(UnicodeScalar(byte)).hexDigitValue.map(UInt8.init)
    }
}
