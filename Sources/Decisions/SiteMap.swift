/// Where everything of a site stands: which page a file becomes, and how one page leads to another.
public struct SiteMap: Sendable {
    /// The page of each Markdown file, both as paths: below the content folder, below the site.
    public let pages: [String: String]
    /// The other files below the content folder, which are copied as they are.
    public let assets: Set<String>

    /// Creates a map.
    public init(pages: [String: String], assets: Set<String>) {
        self.pages = pages
        self.assets = assets
    }

    /// What a link leads to.
    public enum Target: Sendable, Equatable {
        /// Another site, a mail address, a place on the same page: nothing that is ours to know.
        case outside
        /// A place on the same page.
        case here(fragment: String)
        /// A file of the content folder that becomes a page.
        case page(file: String, fragment: String?)
        /// A file that is copied.
        case asset(String)
        /// Nothing that is there.
        case missing(path: String)
    }

    /// What an address means that is written in a file of the content folder.
    public func target(of address: String, in file: String) -> Target {
        if address.hasPrefix("#") { return .here(fragment: Self.decoded(address.dropFirst())) }
        if address.isEmpty || address.hasPrefix("//") || Self.hasScheme(address) { return .outside }
        let (beforeFragment, fragment) = Self.cut(address[...], at: UInt8(ascii: "#"))
        let (beforeQuery, _) = Self.cut(beforeFragment, at: UInt8(ascii: "?"))
        let written = Self.decoded(beforeQuery)
        guard let path = Self.path(written, from: file) else { return .missing(path: written) }
        if pages[path] != nil { return .page(file: path, fragment: fragment.map { Self.decoded($0) }) }
        if assets.contains(path) { return .asset(path) }
        // A folder stands for the file that is its index, as it does on a Git host.
        for index in ["index.md", "README.md"] {
            let inside = path.isEmpty ? index : "\(path)/\(index)"
            if pages[inside] != nil {
                return .page(file: inside, fragment: fragment.map { Self.decoded($0) })
            }
        }
        // Pages that no file of the author's stands behind: the lists of frameworks and of decisions.
        if Self.ownPages.contains(path) { return .asset(path) }
        return .missing(path: path)
    }

    /// The lists that every site has.
    public static let ownPages: Set = ["index.html", "frameworks/index.html", "decisions/index.html"]

    /// The address that leads from one page to another place of the site.
    public static func relative(_ target: String, from page: String) -> String {
        // Most links lead to a neighbour.
        let folder = Self.folder(of: page)
        if target.hasPrefix(folder), !target.utf8.dropFirst(folder.utf8.count).contains(UInt8(ascii: "/")) {
            return address(of: target.dropFirst(folder.count))
        }
        let from = page.split(separator: "/").dropLast()
        let to = target.split(separator: "/")
        var shared = 0
        while shared < from.count, shared < to.count - 1, from[shared] == to[shared] { shared += 1 }
        let way = String(repeating: "../", count: from.count - shared)
        return way + address(of: to[shared...].joined(separator: "/"))
    }

    /// A path as an address has it: what would end it, begin a scheme or be taken for an encoding is encoded.
    public static func address(of path: some StringProtocol) -> String {
        guard path.utf8.contains(where: mustBeEncoded) else { return String(path) }
        var out: [UInt8] = []
        for byte in path.utf8 {
            if mustBeEncoded(byte) {
                let digits = String(byte, radix: 16, uppercase: true)
                out += Array("%\(digits.utf8.count < 2 ? "0" : "")\(digits)".utf8)
            } else {
                out.append(byte)
            }
        }
        return String(decoding: out, as: UTF8.self)
    }

    /// Letters, digits, what is not ASCII, and `/-_.~!$&'()*+,;=@` stand for themselves.
    private static func mustBeEncoded(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x80...: false
        default: !pathMarks.contains(byte)
        }
    }

    private static let pathMarks = Set("/-_.~!$&'()*+,;=@".utf8)

    /// The way from a page to the site's root: empty, or a row of `../`.
    public static func root(from page: String) -> String {
        String(repeating: "../", count: page.utf8.count { $0 == UInt8(ascii: "/") })
    }

    /// The folder of a path with the slash behind it; empty at the root.
    private static func folder(of path: String) -> Substring {
        path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path[...$0] } ?? ""
    }

    /// The text before the first of a mark, and that behind it, where there is one.
    private static func cut(_ text: Substring, at mark: UInt8) -> (before: Substring, behind: Substring?) {
        guard let index = text.utf8.firstIndex(of: mark) else { return (text, nil) }
        return (text[..<index], text[text.utf8.index(after: index)...])
    }

    /// `mailto:`, `https:`: letters and a colon before any slash.
    private static func hasScheme(_ address: String) -> Bool {
        guard let colon = address.utf8.firstIndex(of: UInt8(ascii: ":")), address.first?.isLetter == true
        else {
            return false
        }
        return address[..<colon].allSatisfy {
            $0.isASCII && ($0.isLetter || $0.isNumber || "+-.".contains($0))
        }
    }

    /// A path relative to a file as one below the content folder; `nil` where it leads out of that. One that begins
    /// with a slash starts at the content folder.
    static func path(_ written: String, from file: String) -> String? {
        if !written.utf8.contains(UInt8(ascii: "/")), written != ".", written != ".." {
            return folder(of: file) + written
        }
        var parts = written.hasPrefix("/") ? [] : file.split(separator: "/").dropLast().map(String.init)
        for part in written.split(separator: "/") {
            switch part {
            case ".": break
            case "..":
                guard !parts.isEmpty else { return nil }
                parts.removeLast()
            default: parts.append(String(part))
            }
        }
        return parts.joined(separator: "/")
    }

    /// Percent-encoding undone; what is not sound stays as written.
    static func decoded(_ text: some StringProtocol) -> String {
        guard text.utf8.contains(UInt8(ascii: "%")) else { return String(text) }
        var out: [UInt8] = []
        var bytes = Array(text.utf8)[...]
        while let byte = bytes.popFirst() {
            let digits = bytes.prefix(2)
            if byte == UInt8(ascii: "%"), digits.count == 2,
                let value = UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
            {
                out.append(value)
                bytes = bytes.dropFirst(2)
            } else {
                out.append(byte)
            }
        }
        return String(validating: out, as: UTF8.self) ?? String(text)
    }
}
