import Diagnostics
import Platform

/// Asks Git for the past of a site's files: one run for each repository that its folders lie in.
struct HistoryReader {
    private let root: String
    private let folders: [String]
    /// The history of each file that Git knows, by its path from the site's folder.
    private(set) var histories: [String: FileHistory] = [:]
    /// What files were called before, both from the site's folder, the newest name first.
    private(set) var formerNames: [String: [String]] = [:]
    /// Why there is less than there could be.
    private(set) var problems: [Diagnostic] = []
    /// What Git printed, for another time.
    private(set) var logs = Remembered<GitLog.Ground, GitLog>()
    /// What all of it hangs on beside the files, a line for each repository: as long as it is the same, so is the history.
    private(set) var states: [String] = []

    /// A folder in its repository.
    private struct Place {
        let folder: String
        /// Its path from the repository's root, with a slash behind it; empty at the root.
        let prefix: String
    }

    /// A repository, and what of the site lies in it.
    private struct Repository {
        let root: String
        let isShallow: Bool
        var places: [Place]
    }

    /// - Parameters:
    ///   - folders: where the files lie, from the site's folder.
    ///   - files: the files, from the site's folder.
    ///   - known: what Git printed before.
    init(
        root: String, folders: [String], files: [String], known: Remembered<GitLog.Ground, GitLog>? = nil
    ) {
        self.init(of: root, folders)
        let repositories = repositories()
        states = repositories.map(Self.state) + problems.map(\.summary)
        let site = Git.hasRepository(around: root) ? try? Self.repository(around: root) : nil
        var printed: [(name: String, ground: GitLog.Ground?, made: GitLog)] = []
        for repository in repositories {
            if let log = read(repository, files, isOfSite: repository.root == site?.root, known) {
                printed.append((repository.root, log.ground, log.log))
            }
        }
        logs.keep(printed)
    }

    private init(of root: String, _ folders: [String]) { (self.root, self.folders) = (root, folders) }

    /// The states alone, without reading any history.
    static func states(of root: String, _ folders: [String]) -> [String] {
        var reader = HistoryReader(of: root, folders)
        return reader.repositories().map(state) + reader.problems.map(\.summary)
    }

    /// The commit, what stands in place of others, where the repository was cut, what authors are called, and all settings.
    private static func state(_ repository: Repository) -> String {
        let git = Git(in: repository.root)
        let asked = [
            ["rev-parse", "--verify", "--quiet", "HEAD"],
            ["for-each-ref", "--format=%(objectname) %(refname)", "refs/replace"],
            ["config", "--list", "--null"],
            ["rev-parse", "--git-path", "shallow", "--git-path", "info/grafts"],
        ]
        let answers = asked.map { (try? git.output(of: $0)) ?? [] }
        let settings = answers[2].split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
        let named = settings.filter { $0.hasPrefix("mailmap.file\n") }.map {
            String($0.dropFirst("mailmap.file\n".count))
        }
        let paths = answers[3].split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) }
        let files = ([".mailmap"] + paths + named).map { path in
            let file = path.hasPrefix("/") ? path : "\(repository.root)/\(path)"
            return Array((try? Files.read(file)) ?? [])
        }
        return repository.root + "\n"
            + (answers + files).map { Fingerprint(of: $0).text }.joined(separator: " ")
    }

    private mutating func repositories() -> [Repository] {
        var found: [Repository] = []
        for folder in folders where Git.hasRepository(around: "\(root)/\(folder)") {
            do {
                let (top, prefix, isShallow) = try Self.repository(around: "\(root)/\(folder)")
                let place = Place(folder: folder, prefix: prefix)
                if let known = found.firstIndex(where: { $0.root == top }) {
                    found[known].places.append(place)
                } else {
                    found.append(Repository(root: top, isShallow: isShallow, places: [place]))
                }
            } catch let refusal as Git.Refusal where refusal.message.hasPrefix("not a git repository") {
                // What is called so need not be one.
                continue
            } catch {
                problems.append(Messages.refused(folder, error))
            }
        }
        return found
    }

    /// - Throws: `Git.Refusal`.
    private static func repository(around folder: String) throws -> (
        root: String, prefix: String, isShallow: Bool
    ) {
        let output = try Git(in: folder).output(of: [
            "rev-parse", "--is-shallow-repository", "--show-toplevel", "--show-prefix",
        ])
        let lines = output.split(separator: 0x0A, omittingEmptySubsequences: false).map {
            String(decoding: $0, as: UTF8.self)
        }
        guard lines.count >= 3 else { throw Git.Refusal(message: "the folder has no working tree") }
        return (lines[1], lines[2], lines[0] == "true")
    }

    /// - Returns: what Git printed, and what that hangs on.
    private mutating func read(
        _ repository: Repository, _ files: [String], isOfSite: Bool,
        _ known: Remembered<GitLog.Ground, GitLog>?
    ) -> (ground: GitLog.Ground, log: GitLog)? {
        var paths: [String: String] = [:]
        for place in repository.places {
            for file in files where RecordScopes.holds(place.folder, file) {
                paths[place.prefix + file.dropFirst(place.folder.count + 1)] = file
            }
        }
        do {
            let git = Git(in: repository.root)
            // A repository without a commit is no mistake.
            guard let head = try? git.line(of: ["rev-parse", "--verify", "--quiet", "HEAD"]) else {
                return nil
            }
            defer {
                if repository.isShallow { problems.append(Messages.shallow(repository.places[0].folder)) }
            }
            let folders = repository.places.map { $0.prefix.isEmpty ? "." : ":(literal)\($0.prefix)" }
            let ground = GitLog.Ground(head: head, folders: folders, paths: Set(paths.keys))
            let log =
                try known?.made(repository.root, of: ground)
                ?? GitLog(try git.output(of: GitLog.arguments + ["--"] + folders), of: paths.keys)
            for (path, changes) in log.changes {
                guard let file = paths[path] else { continue }
                histories[file] = FileHistory(
                    changes: changes, isCut: repository.isShallow && changes.last?.isFirst == true,
                    isOfSite: isOfSite)
                let names = formerNames(of: path, changes, repository)
                if !names.isEmpty { formerNames[file] = names }
            }
            return (ground, log)
        } catch {
            problems.append(Messages.refused(repository.places[0].folder, error))
            return nil
        }
    }
}

extension HistoryReader {
    /// The names of a file in the site before that of today; those outside its folders are none.
    private func formerNames(
        of path: String, _ changes: [FileHistory.Change], _ repository: Repository
    ) -> [String] {
        var names: [String] = []
        for change in changes where change.path != path {
            guard
                let place = repository.places.first(where: {
                    $0.prefix.isEmpty || change.path.hasPrefix($0.prefix)
                })
            else { continue }
            let name = place.folder + "/" + change.path.dropFirst(place.prefix.count)
            if !names.contains(name) { names.append(name) }
        }
        return names
    }
}

private enum Messages {
    static func refused(_ folder: String, _ error: any Error) -> Diagnostic {
        let reason = (error as? Git.Refusal).map(\.message) ?? "\(error)"
        return Diagnostic(
            "no-history", .warning, at: nil, "Git does not give the history of '\(folder)': \(reason)",
            suggestion: "mend that, or set 'history: off' in \(SiteConfiguration.fileName)")
    }

    static func shallow(_ folder: String) -> Diagnostic {
        Diagnostic(
            "shallow-history", .warning, at: nil,
            "the repository of '\(folder)' is a shallow clone, so that histories begin where it was cut",
            suggestion:
                "run 'git fetch --unshallow' (in GitHub Actions, 'fetch-depth: 0'), or set 'history: off' in \(SiteConfiguration.fileName)"
        )
    }
}
