import ArgumentParser
import Decisions
import Diagnostics
import Glibc
import SiteGenerator

struct BuildCommand: AsyncParsableCommand {
    static let name = "build"
    static let configuration = CommandConfiguration(
        commandName: name, abstract: "Build the site.",
        discussion: """
            The site is written beside the last one and replaces it only when it is whole. With errors in the content nothing \
            is written and the exit code is 1.

            EXAMPLES
              precedent build
              precedent build --site ../decisions --output /srv/www/decisions
            """)

    @OptionGroup var options: SiteOptions
    @Option(name: .shortAndLong, help: "The folder to write the site to.", completion: .directory)
    var output: String?
    @Flag(help: "Build drafts as well.")
    var drafts = false
    @Flag(help: "Build everything anew, whatever the last build left.")
    var fresh = false
    @Flag(name: .shortAndLong, help: "Say nothing but problems.")
    var quiet = false

    func run() async throws {
        let clock = ContinuousClock()
        let start = clock.now
        let progress = BuildProgress()
        try options.requireSite()
        let incremental = try IncrementalBuild(of: options.site, includingDrafts: drafts, to: output)
        let folder = incremental.survey.configuration.output
        if !fresh,
            let amended = try await ProgressLine.during(
                progress, isShown: !quiet, { try await incremental.amend(telling: progress) })
        {
            Terminal.report(amended.problems, root: options.site, texts: [:])
            end(amended.summary, in: folder, after: clock.now - start)
        }
        let (loaded, builder) = try await ProgressLine.during(progress, isShown: !quiet) {
            let loaded = try await options.load(
                includingDrafts: drafts, readingHistory: true, surveyed: incremental.survey)
            return (loaded, try await SiteBuilder(loaded, drawing: true))
        }
        Terminal.report(builder.problems, root: options.site, texts: loaded.convertedTexts)
        let built = try await ProgressLine.during(progress, isShown: !quiet) {
            try await builder.build(to: output, telling: progress, leaving: incremental)
        }
        guard let summary = built else {
            Terminal.write("Nothing was written.\n", to: .errors)
            throw ExitCode(1)
        }
        end(summary, in: folder, after: clock.now - start)
    }

    private func end(_ summary: BuildSummary, in folder: String, after elapsed: Duration) -> Never {
        if !quiet { say(summary, in: folder, after: elapsed) }
        // What was read goes with the process. To give it back value by value would be a part of the time that shows.
        Glibc.exit(EXIT_SUCCESS)
    }

    private func say(_ summary: BuildSummary, in configured: String, after elapsed: Duration) {
        let folder = output ?? (options.site == "." ? "" : options.site + "/") + configured
        let milliseconds =
            elapsed.components.seconds * 1000 + elapsed.components.attoseconds / 1_000_000_000_000_000
        Terminal.write(
            "\(summary.pages) pages, \(summary.changed) of \(summary.files) files changed, in \(milliseconds) ms: \(folder)/index.html\n"
        )
        let undrawn = summary.undrawnDiagrams
        if undrawn > 0 {
            Terminal.write(
                "\(undrawn) Mermaid diagram\(undrawn == 1 ? " is" : "s are") shown as code: 'mermaid: mmdc' in precedent.yml has them drawn.\n"
            )
        }
    }
}
