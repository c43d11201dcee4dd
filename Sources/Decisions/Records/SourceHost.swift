import Markdown
import Platform

/// The site where a repository can be read, for links to files that the log does not show, to commits, and to the
/// host's own editor.
public struct SourceHost: Sendable, Hashable {
    /// The repository's address, without a slash at its end.
    public let address: String
    /// The branch; `HEAD` is the one that the host shows first.
    private let branch: String
    /// The site's folder in the repository with a slash behind it; empty at its root.
    private let folder: String
    private let forge: Forge

    /// The kinds of hosts, which differ in their addresses.
    private enum Forge {
        case github, gitlab, bitbucket, gitea
    }

    /// All that tells it from another host, in words that are the same in each run of the program.
    var identity: [String] { [address, branch, folder] }

    /// A host, by an address as people copy it: of a browser, where it may name a branch and a folder, or of Git.
    public init?(_ written: String) {
        var text = written.trimmed
        if text.hasPrefix("git@"), let colon = text.firstIndex(of: ":") {
            text = "https://\(text[..<colon].dropFirst(4))/\(text[text.index(after: colon)...])"
        } else if text.hasPrefix("ssh://git@") {
            text = "https://" + text.dropFirst("ssh://git@".count)
        }
        guard text.hasPrefix("https://") || text.hasPrefix("http://") else { return nil }
        // A name and a word for entering do not belong on a page.
        if let scheme = text.firstRange(of: "://"), let at = text[scheme.upperBound...].firstIndex(of: "@"),
            !text[scheme.upperBound..<at].contains("/")
        {
            text.removeSubrange(scheme.upperBound...at)
        }
        let (repository, rest) = Self.parts(of: text)
        let way = rest.split(separator: "/")
        branch = way.first.map(String.init) ?? "HEAD"
        folder = way.dropFirst().map { "\($0)/" }.joined()
        text = repository
        while text.hasSuffix("/") { text.removeLast() }
        if text.hasSuffix(".git") { text.removeLast(4) }
        address = text
        let host = text.split(separator: "/").dropFirst().first.map { $0.lowercased() } ?? ""
        forge =
            host.contains("gitlab")
            ? .gitlab
            : host.contains("bitbucket")
                ? .bitbucket
                : ["gitea", "forgejo", "codeberg"].contains(where: host.contains) ? .gitea : .github
    }

    /// The address of the repository, and the branch and folder behind it: `…/tree/main/site`.
    private static func parts(of text: String) -> (repository: String, rest: String) {
        // The names of an owner and a repository may be such words too.
        let names = text.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: true)
        guard names.count == 4 else { return (text, "") }
        let start = names[3].startIndex
        for mark in ["/-/tree/", "/tree/", "/src/branch/", "/src/"] {
            if let found = text[start...].firstRange(of: mark) {
                return (String(text[..<found.lowerBound]), String(text[found.upperBound...]))
            }
        }
        return (text, "")
    }

    /// The remote `origin` of a repository on disk, also where that is a working tree beside another one, or a submodule.
    static func origin(of root: String) -> SourceHost? {
        guard let folder = gitFolder(of: root), let bytes = try? Files.read("\(folder)/config") else {
            return nil
        }
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

    /// What a repository on disk is called: as its remote `origin` is, else as its folder.
    static func name(of root: String) -> String? {
        let way = origin(of: root)?.address ?? Files.absolute(root)
        return way?.split(separator: "/").last.map(String.init)
    }

    /// Where Git keeps what all working trees of a repository share (gitrepository-layout): `.git`, or what a file of that name
    /// and `commondir` lead to.
    private static func gitFolder(of root: String) -> String? {
        let path = "\(root)/.git"
        guard Files.kind(of: path) == .file else { return path }
        guard let line = firstLine(of: path), line.hasPrefix("gitdir:") else { return nil }
        let folder = joined(root, line.dropFirst("gitdir:".count).trimmed)
        return firstLine(of: "\(folder)/commondir").map { joined(folder, $0) } ?? folder
    }

    private static func joined(_ folder: String, _ way: String) -> String {
        way.hasPrefix("/") ? way : "\(folder)/\(way)"
    }

    private static func firstLine(of path: String) -> String? {
        guard let bytes = try? Files.read(path) else { return nil }
        return String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline).first?.trimmed
    }

    /// The way to a file or folder of the site's repository; `nil` where it lies in another one.
    private func way(to path: String) -> String? {
        path.hasPrefix("../") ? nil : SiteMap.address(of: folder + path)
    }

    /// Where a file of the repository can be read.
    public func url(of path: String) -> String {
        let view =
            switch forge {
            case .github: "blob/\(branch)"
            case .gitlab: "-/blob/\(branch)"
            case .bitbucket: "src/\(branch)"
            case .gitea: branch == "HEAD" ? "src/HEAD" : "src/branch/\(branch)"
            }
        return "\(address)/\(view)/\(SiteMap.address(of: folder + path))"
    }

    /// Where a file can be changed in a browser; `nil` where it lies in another repository.
    public func editURL(of path: String) -> String? {
        guard let way = way(to: path) else { return nil }
        return switch forge {
        case .github: "\(address)/edit/\(branch)/\(way)"
        case .gitlab: "\(address)/-/edit/\(branch)/\(way)"
        case .bitbucket: "\(address)/src/\(branch)/\(way)?mode=edit"
        case .gitea: "\(address)/_edit/\(branch)/\(way)"
        }
    }

    /// Where a file can be added to a folder in a browser, under a name that can be changed there; `nil` where the host
    /// has no address for that, or the folder lies in another repository.
    public func newFileURL(in folder: String, named name: String) -> String? {
        guard let way = way(to: folder) else { return nil }
        let name = SiteMap.address(of: name)
        return switch forge {
        case .github: "\(address)/new/\(branch)/\(way)?filename=\(name)"
        case .gitlab: "\(address)/-/new/\(branch)/\(way)?file_name=\(name)"
        case .bitbucket: nil
        case .gitea: "\(address)/_new/\(branch)/\(way)/\(name)"
        }
    }

    /// Where a commit can be read.
    public func url(ofCommit commit: String) -> String {
        switch forge {
        case .github, .gitea: "\(address)/commit/\(commit)"
        case .gitlab: "\(address)/-/commit/\(commit)"
        case .bitbucket: "\(address)/commits/\(commit)"
        }
    }
}
