import Platform

/// Puts a site on a branch of a repository as one commit, by Git's plumbing: the working tree and the index are not touched,
/// and no filter of the repository changes a byte.
public struct BranchPublisher {
    private let git: Git
    private let branch: String
    private let site: String
    private let index: [String]

    /// A commit that is ready to be made.
    public struct Plan: Sendable {
        /// What it changes.
        public let publication: Publication
        /// Its tree.
        let tree: String
        /// The commit that it follows; `nil` where the branch is new.
        let parent: String?
    }

    /// Files that a host reads from the branch, and that outlive a site without them.
    private static let kept = ["CNAME"]
    /// GitHub Pages passes files through Jekyll unless this one is there.
    private static let noJekyll = ".nojekyll"

    /// - Parameters:
    ///   - repository: a folder of the repository.
    ///   - site: a folder outside of the repository that `SiteBuilder` wrote; a few files are added to it.
    /// - Throws: `PublishRefusal`.
    public init(repository: String, branch: String, site: String) throws {
        git = Git(in: repository)
        self.branch = branch
        self.site = site
        index = ["GIT_INDEX_FILE=\(site)/.index"]
        guard (try? git.output(of: ["check-ref-format", "--branch", branch])) != nil else {
            // Outside of a repository that is what is wrong, and Git says so.
            _ = try run(["rev-parse", "--git-dir"])
            throw PublishRefusal.badBranch(branch)
        }
        let trees = String(decoding: try run(["worktree", "list", "--porcelain"]), as: UTF8.self)
        guard !trees.split(separator: "\n").contains("branch refs/heads/\(branch)") else {
            throw PublishRefusal.checkedOut(branch: branch)
        }
    }

    /// Gets the branch as a remote has it, so that what others published there comes first.
    /// - Throws: `PublishRefusal` where the remote cannot be reached.
    public func fetch(from remote: String) throws {
        let heads = try run(["ls-remote", "--heads", "--", remote, "refs/heads/\(branch)"])
        guard !heads.isEmpty else { return }
        _ = try run([
            "fetch", "--quiet", "--", remote, "+refs/heads/\(branch):refs/remotes/\(remote)/\(branch)",
        ])
    }

    /// Stores the site's files and works out the commit. No branch changes.
    /// - Parameters:
    ///   - remote: whose branch goes on where there is none here.
    ///   - replacing: whether a branch that holds something else is taken.
    /// - Throws: `PublishRefusal`, `FileError`.
    public func plan(remote: String, replacing: Bool = false) throws -> Plan {
        let parent = try tip(remote)
        let old = try parent.map { try entries(of: $0) } ?? [:]
        let isOwn = old[OutputFolder.marker] != nil || old.keys.allSatisfy { Self.mayBeThere.contains($0) }
        guard isOwn || replacing else { throw PublishRefusal.foreignBranch(branch) }
        try Files.write([], to: "\(site)/\(Self.noJekyll)")
        let files = try Files.tree(below: site) + [OutputFolder.marker, Self.noJekyll]
        var new = Dictionary(uniqueKeysWithValues: zip(files, try store(files)))
        for name in Self.kept where new[name] == nil { new[name] = old[name] }
        let tree = try tree(of: new)
        let changes = new.compactMap { path, blob -> Publication.Change? in
            guard old[path] != blob else { return nil }
            return .init(kind: old[path] == nil ? .added : .changed, path: path)
        }
        let gone = old.keys.filter { new[$0] == nil }.map { Publication.Change(kind: .removed, path: $0) }
        return Plan(publication: Publication(changes + gone), tree: tree, parent: parent)
    }

    /// Makes the commit, and lets the branch point to it.
    /// - Returns: the commit.
    /// - Throws: `PublishRefusal`, also where the branch has moved since the plan was made.
    public func publish(_ plan: Plan) throws -> String {
        let head = try? git.line(of: ["rev-parse", "--short", "HEAD"])
        let message = head.map { "The site as of \($0)" } ?? "The site"
        let parents = plan.parent.map { ["-p", $0] } ?? []
        let commit = try line(["commit-tree", plan.tree, "-m", message] + parents)
        let here = try? git.line(of: ["rev-parse", "--verify", "--quiet", "refs/heads/\(branch)"])
        let none = String(repeating: "0", count: commit.utf8.count)
        _ = try run(["update-ref", "-m", "precedent publish", "refs/heads/\(branch)", commit, here ?? none])
        return commit
    }

    /// Pushes the branch.
    /// - Throws: `PublishRefusal`.
    public func push(to remote: String) throws {
        _ = try run(["push", "--quiet", "--", remote, "refs/heads/\(branch):refs/heads/\(branch)"])
    }

    /// Files that do not make a branch somebody else's.
    private static let mayBeThere: Set = ["CNAME", ".nojekyll", "README.md", ".gitignore"]

    /// The commit that the next one follows: the branch's here or on the remote, whichever holds the other.
    private func tip(_ remote: String) throws -> String? {
        let named = { (name: String) in
            try? git.line(of: ["rev-parse", "--verify", "--quiet", "\(name)^{commit}"])
        }
        guard let here = named("refs/heads/\(branch)") else {
            return named("refs/remotes/\(remote)/\(branch)")
        }
        guard let there = named("refs/remotes/\(remote)/\(branch)"), there != here else { return here }
        let holds = { (old: String, new: String) in
            (try? git.output(of: ["merge-base", "--is-ancestor", old, new])) != nil
        }
        if holds(there, here) { return here }
        guard holds(here, there) else { throw PublishRefusal.diverged(branch: branch, remote: remote) }
        return there
    }

    /// The files of a commit: blobs by path.
    private func entries(of commit: String) throws -> [String: String] {
        let listing = try run(["ls-tree", "-r", "-z", commit])
        var entries: [String: String] = [:]
        for entry in listing.split(separator: 0) {
            let line = String(decoding: entry, as: UTF8.self)
            guard let tab = line.firstIndex(of: "\t") else { continue }
            let words = line[..<tab].split(separator: " ")
            entries[String(line[line.index(after: tab)...])] = words.last.map(String.init)
        }
        return entries
    }

    /// The blobs of files, in their order.
    private func store(_ files: [String]) throws -> [String] {
        var blobs: [String] = []
        for part in files.chunked(by: Self.argumentCount) {
            let paths = part.map { "\(site)/\($0)" }
            let lines = try run(["hash-object", "-w", "--no-filters", "--"] + paths).split(separator: 0x0A)
            blobs += lines.map { String(decoding: $0, as: UTF8.self) }
        }
        guard blobs.count == files.count else { throw PublishRefusal.git("hash-object left files out") }
        return blobs
    }

    private func tree(of blobs: [String: String]) throws -> String {
        _ = try run(["read-tree", "--empty"])
        for part in blobs.sorted(by: { $0.key < $1.key }).chunked(by: Self.argumentCount) {
            let entries = part.flatMap { ["--cacheinfo", "100644,\($0.value),\($0.key)"] }
            _ = try run(["update-index", "--add"] + entries)
        }
        return try line(["write-tree"])
    }

    /// As many paths as a command surely takes.
    private static let argumentCount = 500

    private func run(_ arguments: [String]) throws -> [UInt8] {
        do {
            return try git.output(of: arguments, variables: index)
        } catch let refusal as Git.Refusal {
            throw PublishRefusal.git(refusal.message)
        }
    }

    private func line(_ arguments: [String]) throws -> String {
        String(String(decoding: try run(arguments), as: UTF8.self).prefix { $0 != "\n" })
    }
}

extension Array {
    /// In parts of a size, the last with what is left.
    fileprivate func chunked(by size: Int) -> [ArraySlice<Element>] {
        stride(from: 0, to: count, by: size).map { self[$0..<Swift.min($0 + size, count)] }
    }
}
