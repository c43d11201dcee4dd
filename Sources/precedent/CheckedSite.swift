import Decisions
import Diagnostics
import Platform
import Rules
import SiteGenerator

/// A site with everything that is wrong with it, what depends on the day included.
struct CheckedSite {
    let loaded: LoadedSite
    let day: CalendarDate
    let problems: [Diagnostic]

    /// - Parameter day: the one for which reviews are due.
    init(_ options: SiteOptions, drafts: Bool, on day: CalendarDate) async throws {
        try await self.init(options.load(includingDrafts: drafts, readingHistory: true), on: day)
    }

    private init(_ loaded: LoadedSite, on day: CalendarDate) async throws {
        self.loaded = loaded
        self.day = day
        let further =
            try await DatedChecks(loaded.model, on: day).problems() + ChangedDecisions(loaded).problems()
        problems = (try await SiteBuilder(loaded).problems + loaded.weighed(further)).inReadingOrder()
    }

    /// The problems that the site did not have at a revision, on the same day.
    /// - Parameter lineOf: the line that a place is in.
    /// - Throws: `UsageError` where Git does not have the revision.
    func problems(
        since revision: String, drafts: Bool, lineOf: (SourceLocation) -> ArraySlice<UInt8>?
    ) async throws -> [Diagnostic] {
        let git = Git(in: loaded.root)
        let copy = try ScratchFolder()
        defer { copy.remove() }
        let folder: String
        let changed: Set<String>
        do {
            folder = try git.line(of: ["rev-parse", "--show-prefix"])
            try git.copy(revision, to: copy.path)
            let names = try git.output(of: ["diff", "--name-only", "-z", "--relative", revision])
            changed = Set(names.split(separator: 0).map { String(decoding: $0, as: UTF8.self) })
        } catch let refusal as Git.Refusal {
            throw UsageError(
                message:
                    "Git has no '\(revision)' of this site: \(refusal.message)\n  help: --since takes a branch, a tag or a commit"
            )
        }
        let root = folder.isEmpty ? copy.path : "\(copy.path)/\(folder.dropLast())"
        return try await past(root, drafts: drafts).filter(problems, lineOf: lineOf).problems.filter {
            problem in
            // The repository's revision says nothing of what lies outside of it.
            guard !isOutside(problem.location?.file, folder) else { return false }
            // A copy has no past of its own.
            return problem.id != ChangedDecisions.id
                || problem.location.map { changed.contains($0.file) } ?? true
        }
    }

    /// Whether a file lies outside of the repository of a site in a folder.
    private func isOutside(_ file: String?, _ folder: String) -> Bool {
        guard let file else { return false }
        let levels = file.split(separator: "/").prefix { $0 == ".." }.count
        return levels > folder.split(separator: "/").count
    }

    /// The problems of the site as it lies in another folder.
    private func past(_ root: String, drafts: Bool) async throws -> Baseline {
        do {
            let loaded = try await SiteLoader.load(root, includingDrafts: drafts)
            var printer = ProblemReporter.printer(for: loaded)
            return Baseline(try await CheckedSite(loaded, on: day).problems) { printer.sourceLine(of: $0) }
        } catch is NoSite {
            // Then all of it has come in since.
            return Baseline([]) { _ in nil }
        }
    }
}
