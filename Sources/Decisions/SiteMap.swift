import Markdown

/// Where everything of a site stands: which page a file becomes, and how one page leads to another.
public struct SiteMap: Sendable {
    /// The page of each Markdown file, both as paths: below the content folder, below the site.
    public let pages: [String: String]
    /// The other files below the content folder, which are copied as they are.
    public let assets: Set<String>
    /// The file that a path belonged to before.
    let former: [String: String]
    /// The folders of records and where they lie.
    var scopes: [RecordScope] = []
    /// The way to the site's folder from the root of the file system: the names by which a file above it leads back into it.
    var rootNames: [String] = []
    /// The files of the repository that links lead to and that the site does not show, from the site's folder.
    var sources: Set<String> = []

    /// Creates a map.
    init(pages: [String: String], assets: Set<String>, former: [String: String]) {
        self.pages = pages
        self.assets = assets
        self.former = former
    }

    /// What a link leads to.
    public enum Target: Sendable, Equatable {
        /// Another site, a mail address, a place on the same page: nothing that is ours to know.
        case outside
        /// A place on the same page.
        case here(fragment: String)
        /// A file of the content folder that becomes a page.
        case page(file: String, fragment: String?)
        /// A file that is copied, or a page of the site's own that no file introduces.
        case asset(String)
        /// A file of the repository that the site does not show, from the site's folder.
        case source(String)
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
        let place = fragment.map { Self.decoded($0) }
        if let path = Self.path(written, from: file), let found = target(at: path, place) { return found }
        // In the repository records stand elsewhere than in the site, and so does what they link to.
        if let lying = lying(written, from: file), let path = shown(lying),
            let found = target(at: path, place)
        {
            return found
        }
        if let source = source(written, from: file), sources.contains(source) { return .source(source) }
        return .missing(path: Self.path(written, from: file) ?? written)
    }

    private func target(at path: String, _ place: String?) -> Target? {
        if let file = self.file(at: path) { return .page(file: file, fragment: place) }
        if assets.contains(path) { return .asset(path) }
        // A folder stands for the file that is its index, as it does on a Git host.
        if let index = self.file(at: Self.joined(path, "index.md")) {
            return .page(file: index, fragment: place)
        }
        if let own = OwnPage.meant(by: path) { return .asset(own.path) }
        if let readme = self.file(at: Self.joined(path, "README.md")) {
            return .page(file: readme, fragment: place)
        }
        return nil
    }

    /// The file of the repository that a link of a record means, from the site's folder; `nil` where it lies elsewhere.
    func source(_ address: String, from file: String) -> String? {
        guard let scope = scope(of: file), !address.isEmpty else { return nil }
        let plain = Self.decoded(
            Self.cut(Self.cut(address[...], at: UInt8(ascii: "#")).before, at: UInt8(ascii: "?")).before)
        guard let lying = lying(plain, from: file) else { return nil }
        // From another repository's log what lies beside it is that repository's.
        return lying.hasPrefix("../") && !scope.source.hasPrefix("../") ? nil : lying
    }

    /// Where the file lies that a record leads to, from the site's folder; `nil` where the file is no record's.
    private func lying(_ written: String, from file: String) -> String? {
        guard let scope = scope(of: file), !written.isEmpty else { return nil }
        let own = scope.source + file.dropFirst(scope.folder.count)
        let folder = written.hasPrefix("/") ? "" : own.split(separator: "/").dropLast().joined(separator: "/")
        return normalised("\(folder)/\(written)")
    }

    /// A way from the site's folder without `.` and `..`, but for those at its start that lead above the folder for good:
    /// `../site/docs` is `docs` where the folder is called `site`.
    func normalised(_ way: String) -> String { Self.normalised(way, rootNames) }

    /// - Parameter rootNames: the way to the site's folder from the root of the file system.
    static func normalised(_ way: String, _ rootNames: [String]) -> String {
        var above = 0
        var parts: [Substring] = []
        for part in way.split(separator: "/") where part != "." {
            if part != ".." {
                parts.append(part)
                let isRoot = above > 0 && parts.count == 1 && above <= rootNames.count
                if isRoot, rootNames[rootNames.count - above] == part { (above, parts) = (above - 1, []) }
            } else if parts.popLast() == nil {
                above += 1
            }
        }
        return String(repeating: "../", count: above) + parts.joined(separator: "/")
    }

    private func scope(of file: String) -> RecordScope? {
        scopes.filter { RecordScopes.holds($0.folder, file) }.max {
            $0.folder.utf8.count < $1.folder.utf8.count
        }
    }

    /// Where a file of the repository stands in the site, if it lies in a folder of records.
    private func shown(_ source: String) -> String? {
        // The innermost log is the one that shows it.
        let holding = scopes.map { (scope: $0, lies: normalised($0.source)) }.filter {
            RecordScopes.holds($0.lies, source) || $0.lies == source
        }
        return holding.max { $0.lies.utf8.count < $1.lies.utf8.count }.map {
            $0.scope.folder + source.dropFirst($0.lies.count)
        }
    }

    /// The file of a path, or the one that had it before.
    private func file(at path: String) -> String? { pages[path] == nil ? former[path] : path }

    private static func joined(_ folder: String, _ name: String) -> String {
        folder.isEmpty ? name : "\(folder)/\(name)"
    }

    /// The address that leads from one page to another place of the site.
    public static func relative(_ target: String, from page: String) -> String {
        address(of: way(to: target, from: page))
    }

    /// A path, or a place on a page, as it stands in an address: percent-encoded (RFC 3986), but for what needs no encoding
    /// anywhere. A colon does, since what stands before one could be read as a scheme.
    public static func address(of path: String) -> String {
        plainBytes.holdsAll(of: path) ? path : encoded(path, keeping: plainBytes.contains)
    }

    /// The way from one file to another as an author writes it in Markdown.
    static func written(_ target: String, from file: String) -> String {
        encoded(way(to: target, from: file)) { $0 >= 0x80 || plainBytes.contains($0) }
    }

    private static let plainBytes = ASCIISet(lettersDigitsAnd: "-._~@/")
    private static let schemeBytes = ASCIISet(lettersDigitsAnd: "+-.")

    private static func encoded(_ path: String, keeping isKept: (UInt8) -> Bool) -> String {
        guard !path.utf8.allSatisfy(isKept) else { return path }
        let digits = Array("0123456789ABCDEF".utf8)
        var out: [UInt8] = []
        for byte in path.utf8 {
            out +=
                isKept(byte) ? [byte] : [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
        }
        return String(decoding: out, as: UTF8.self)
    }

    private static func way(to target: String, from page: String) -> String {
        // Goes by bytes: each row of each log has some.
        var (from, to) = (page, target)
        let slash = UInt8(ascii: "/")
        let (shared, levels) = from.withUTF8 { from in
            to.withUTF8 { to in
                var shared = 0
                for index in 0..<min(from.count, to.count) {
                    if from[index] != to[index] { break }
                    if from[index] == slash { shared = index + 1 }
                }
                return (shared, from[shared...].count { $0 == slash })
            }
        }
        let behind = Substring(target.utf8.dropFirst(shared))
        return levels == 0 ? String(behind) : String(repeating: "../", count: levels) + behind
    }

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
        guard let colon = address.utf8.firstIndex(of: UInt8(ascii: ":")),
            let first = address.utf8.first, (first | 0x20) &- 0x61 < 26
        else {
            return false
        }
        return address[..<colon].utf8.allSatisfy(schemeBytes.contains)
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
