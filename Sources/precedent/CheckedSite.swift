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
        try await self.init(options.load(includingDrafts: drafts), on: day)
    }

    private init(_ loaded: LoadedSite, on day: CalendarDate) throws {
        self.loaded = loaded
        self.day = day
        let dated = loaded.weighed(DatedChecks(loaded.model, on: day).problems())
        problems = (try SiteBuilder(loaded).problems + dated).inReadingOrder()
    }

    /// The site's problems at a revision, on the same day.
    /// - Throws: `UsageError` where Git does not have it.
    func past(_ revision: String, _ options: SiteOptions, drafts: Bool) async throws -> Baseline {
        let git = Git(in: options.site)
        let copy = try ScratchFolder()
        defer { copy.remove() }
        let folder: String
        do {
            folder = try git.line(of: ["rev-parse", "--show-prefix"])
            try git.copy(revision, to: copy.path)
        } catch let refusal as Git.Refusal {
            throw UsageError(
                message:
                    "Git has no '\(revision)' of this site: \(refusal.message)\n  help: --since takes a branch, a tag or a commit"
            )
        }
        let root = "\(copy.path)/\(folder)"
        do {
            let loaded = try await SiteLoader.load(
                folder.isEmpty ? copy.path : String(root.dropLast()), includingDrafts: drafts)
            var printer = ProblemReporter.printer(for: loaded)
            return Baseline(try CheckedSite(loaded, on: day).problems) { printer.sourceLine(of: $0) }
        } catch is NoSite {
            // Then all of it has come in since.
            return Baseline([]) { _ in nil }
        }
    }
}
