import Markdown
import Platform

/// The site where a repository can be read, for links to files that the log does not show.
public struct SourceHost: Sendable, Hashable {
    /// The repository's address, without a slash at its end.
    public let address: String

    /// A host, by an address as people copy it: of a browser, or of Git.
    public init?(_ written: String) {
        var text = written.trimmed
        if text.hasPrefix("git@"), let colon = text.firstIndex(of: ":") {
            text = "https://\(text[..<colon].dropFirst(4))/\(text[text.index(after: colon)...])"
        } else if text.hasPrefix("ssh://git@") {
            text = "https://" + text.dropFirst("ssh://git@".count)
        }
        guard text.hasPrefix("https://") || text.hasPrefix("http://") else { return nil }
        if text.hasSuffix(".git") { text.removeLast(4) }
        while text.hasSuffix("/") { text.removeLast() }
        // A name and a word for entering do not belong on a page.
        if let scheme = text.firstRange(of: "://"), let at = text[scheme.upperBound...].firstIndex(of: "@"),
            !text[scheme.upperBound..<at].contains("/")
        {
            text.removeSubrange(scheme.upperBound...at)
        }
        address = text
    }

    /// The remote `origin` of a repository on disk.
    static func origin(of root: String) -> SourceHost? {
        guard let bytes = try? Files.read("\(root)/.git/config") else { return nil }
        var isOrigin = false
        for line in String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline) {
            let words = line.trimmed
            if words.hasPrefix("[") {
                isOrigin = words == "[remote \"origin\"]"
            } else if isOrigin, words.hasPrefix("url"), let equals = words.firstIndex(of: "=") {
                return SourceHost(String(words[words.index(after: equals)...]))
            }
        }
        return nil
    }

    /// Where a file of the repository can be read, on the branch that the host shows first.
    public func url(of path: String) -> String {
        let host = address.split(separator: "/").dropFirst().first.map(String.init) ?? ""
        let folder =
            host.contains("gitlab") ? "-/blob/HEAD" : host.contains("bitbucket") ? "src/HEAD" : "blob/HEAD"
        return "\(address)/\(folder)/\(SiteMap.address(of: path))"
    }
}
