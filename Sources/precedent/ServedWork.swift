import Decisions
import Diagnostics
import Platform
import SiteGenerator

/// The work behind `serve`: follows the files of a site, and says what comes of it.
struct ServedWork: Sendable {
    private let root: String
    private let isQuiet: Bool
    private let watch: FolderWatch
    private var live: LiveSite
    private var shown = ShownSite()
    /// The problems that were printed last.
    private var printed: [Diagnostic] = []
    /// Where the site shows that it has changed.
    private(set) var places: [FolderWatch.Place]

    init(_ root: String, includingDrafts: Bool, isQuiet: Bool, watch: FolderWatch) {
        (self.root, self.isQuiet, self.watch) = (root, isQuiet, watch)
        live = LiveSite(root, includingDrafts: includingDrafts)
        places = live.places(of: nil)
    }

    /// Builds the site for the first time.
    /// - Throws: `NoSite`, `FileError`.
    mutating func begin() async throws -> ShownSite {
        let clock = ContinuousClock()
        let start = clock.now
        await SiteBuilder.prepare()
        let moment = try await live.now()
        take(moment)
        if let files = moment.files {
            say("\(files.pageCount) pages, in \(Self.milliseconds(clock.now - start)) ms.")
        } else {
            say("Nothing can be shown before the errors are mended.")
        }
        await catchUp(moment)
        return shown
    }

    /// Builds anew what has changed.
    mutating func follow() async -> ShownSite {
        let clock = ContinuousClock()
        let start = clock.now
        do {
            let moment = try await live.now()
            take(moment)
            if !moment.changed.isEmpty {
                let names = moment.changed.prefix(3).joined(separator: ", ")
                let further = moment.changed.count > 3 ? " and \(moment.changed.count - 3) more" : ""
                let outcome = moment.files == nil ? "the pages stay as they were" : "shown"
                say("\(names)\(further): \(outcome) after \(Self.milliseconds(clock.now - start)) ms.")
            }
            await catchUp(moment)
        } catch {
            take([Self.problem(error)])
            watchPlaces(of: nil)
        }
        return shown
    }

    /// Watches where the site is now. What has changed before that is not missed.
    private mutating func catchUp(_ moment: LiveSite.Moment) async {
        guard watchPlaces(of: moment), let again = try? await live.now(), !again.changed.isEmpty else {
            return
        }
        take(again)
    }

    /// - Returns: whether they are others.
    @discardableResult
    private mutating func watchPlaces(of moment: LiveSite.Moment?) -> Bool {
        let now = live.places(of: moment)
        guard now != places else { return false }
        places = now
        watch.watch(now)
        return true
    }

    private mutating func take(_ moment: LiveSite.Moment) {
        var printer = ProblemReporter.printer(for: moment.loaded)
        shown.advance(to: moment) { printer.text(of: $0) }
        report(moment.problems, texts: moment.loaded.convertedTexts)
    }

    private mutating func take(_ problems: [Diagnostic]) {
        var printer = DiagnosticPrinter { _ in nil }
        shown.advance(to: problems) { printer.text(of: $0) }
        report(problems, texts: [:])
    }

    /// Prints the problems, unless they are those that were printed last.
    private mutating func report(_ problems: [Diagnostic], texts: [String: [UInt8]]) {
        guard problems != printed else { return }
        if problems.isEmpty { say("No problems any more.") }
        printed = problems
        Terminal.report(problems, root: root, texts: texts)
    }

    private func say(_ words: String) {
        if !isQuiet { Terminal.write(words + "\n") }
    }

    /// Why there is no site any more, as a problem.
    private static func problem(_ error: any Error) -> Diagnostic {
        let lines = Main.message(of: error).split(separator: "\n", maxSplits: 1).map(String.init)
        return Diagnostic(
            "no-site", at: nil, lines.first ?? "",
            suggestion: lines.count > 1 ? lines[1].trimmingPrefix("  help: ").description : nil)
    }

    private static func milliseconds(_ elapsed: Duration) -> Int64 {
        elapsed.components.seconds * 1000 + elapsed.components.attoseconds / 1_000_000_000_000_000
    }
}
