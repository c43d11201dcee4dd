import Decisions
import DevServer
import Diagnostics
import Platform
import SiteGenerator

/// The site that `serve` shows: the last one without errors, and the problems of the present one.
struct ShownSite: ServedSite {
    /// The last site without errors; `nil` where there was none.
    private(set) var last: LiveSite.Moment?
    private(set) var problems = PageProblems.none
    /// The folders that what is shown may lie in, from the root of the file system.
    private var folders: [String] = []
    /// The files of the theme that links lead out of these folders for.
    private var leaks: Set<String> = []

    /// How many problems a page shows. Old logs have warnings by the hundred.
    private static let shownProblems = 30

    /// Goes on to the site as it is now.
    /// - Parameter text: a problem as a terminal shows it.
    mutating func advance(to moment: LiveSite.Moment, text: (Diagnostic) -> String) {
        if moment.files != nil {
            last = moment
            let sources = moment.loaded.contentFolders + [moment.loaded.configuration.templates ?? ""]
            folders = ([""] + sources).compactMap { Files.absolute("\(moment.loaded.root)/\($0)") }
            leaks = leakingAssets(of: moment.loaded)
        }
        advance(to: moment.problems, text: text)
    }

    /// Keeps the site, and has other problems.
    mutating func advance(to found: [Diagnostic], text: (Diagnostic) -> String) {
        let sorted = found.filter { $0.severity == .error } + found.filter { $0.severity != .error }
        problems = PageProblems(
            count: Terminal.counts(of: found),
            shown: sorted.prefix(Self.shownProblems).map {
                .init(isError: $0.severity == .error, text: text($0))
            },
            further: max(0, found.count - Self.shownProblems), isStale: found.hasErrors && last != nil)
    }

    var surroundings: Int { last?.surroundings ?? 0 }

    func bytes(of path: String) -> [UInt8]? {
        guard let files = last?.files else { return nil }
        for path in [path, pathBelowBase(path)].compactMap({ $0 }) {
            if leaks.contains(path) { return nil }
            if let file = files.fileOnDisk(of: path), !isWithin(file) { return nil }
            if let bytes = (try? files.bytes(of: path)) ?? nil { return bytes }
        }
        return nil
    }

    func isFolder(_ path: String) -> Bool {
        [path, pathBelowBase(path)].compactMap { $0 }.contains { path in
            last?.files?.hasFiles(below: path) ?? false
        }
    }

    /// The page for addresses that lead nowhere starts from the folder that the site is published in.
    private func pathBelowBase(_ path: String) -> String? {
        guard let folder = last?.files?.baseFolder, !folder.isEmpty, path.hasPrefix(folder) else {
            return nil
        }
        return String(path.dropFirst(folder.count))
    }

    private func leakingAssets(of loaded: LoadedSite) -> Set<String> {
        guard let templates = loaded.configuration.templates else { return [] }
        let folder = "\(loaded.root)/\(templates)"
        let assets = ((try? Files.tree(below: folder)) ?? []).filter { $0.hasPrefix("assets/") }
        return Set(assets.filter { !isWithin("\(folder)/\($0)") })
    }

    /// Whether a file lies in the site's folders, wherever links lead.
    private func isWithin(_ file: String) -> Bool {
        guard let path = Files.absolute(file) else { return false }
        return folders.contains { $0 == "/" || path.hasPrefix($0 + "/") }
    }
}
