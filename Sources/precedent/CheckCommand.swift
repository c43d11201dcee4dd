import ArgumentParser
import Decisions
import Diagnostics
import Foundation
import Platform
import Rules

struct CheckCommand: AsyncParsableCommand {
    static let name = "check"
    static let configuration = CommandConfiguration(
        commandName: name, abstract: "Find every problem, and write nothing.",
        discussion: """
            Prints each problem with its file, line and column, the line itself, and what was most likely meant. The exit code \
            is 1 where there are errors, and 0 where there are none or only warnings.

            EXAMPLES
              precedent check
              precedent check --since origin/main --fail-on warning
              precedent check --format sarif > precedent.sarif
            """)

    @OptionGroup var options: SiteOptions
    @Flag(help: "Check drafts as well.")
    var drafts = false
    @ArgumentParser.Option(
        name: .customLong("on"),
        help: ArgumentHelp("The day for which reviews are due, instead of today.", valueName: "date"))
    var day: String?
    @ArgumentParser.Option(
        help: ArgumentHelp("Only what has come in since a revision of Git.", valueName: "revision"))
    var since: String?
    @ArgumentParser.Option(
        help: ArgumentHelp(
            "A file of problems that are known and left out; \(Baseline.usualName) where it is there.",
            valueName: "file"), completion: .file())
    var baseline: String?
    @Flag(help: "Write today's problems to that file, so that they are left out from now on.")
    var writeBaseline = false
    @ArgumentParser.Option(help: "What ends with exit code 1: errors, warnings as well, or nothing.")
    var failOn = Threshold.error
    @ArgumentParser.Option(help: "How problems are printed.")
    var format = ProblemFormat.text

    /// From which weight on problems make a check fail.
    enum Threshold: String, ExpressibleByArgument, CaseIterable {
        case error, warning, never

        func isMet(by problems: [Diagnostic]) -> Bool {
            switch self {
            case .error: problems.hasErrors
            case .warning: !problems.isEmpty
            case .never: false
            }
        }
    }

    func validate() throws {
        if since != nil, writeBaseline {
            throw ValidationError(
                "--write-baseline takes all of today's problems, and --since leaves some out")
        }
    }

    func run() async throws {
        let site = try await CheckedSite(
            options, drafts: drafts, on: day.map { try CalendarDate(argument: $0) } ?? .today())
        var reporter = ProblemReporter(site, format: format)
        let file = baseline ?? (options.site == "." ? "" : options.site + "/") + Baseline.usualName
        if writeBaseline {
            let written = Baseline(site.problems, lineOf: { reporter.line(of: $0) })
            try Files.write(try written.bytes(), to: file)
            let count = site.problems.count
            Terminal.write(
                "Wrote \(count) known problem\(count == 1 ? "" : "s") to \(file).\n", to: .errors)
            return
        }
        var problems = site.problems
        var remarks: [String] = []
        if let since {
            problems = try await site.problems(since: since, drafts: drafts) { reporter.line(of: $0) }
        }
        if baseline != nil || Files.kind(of: file) == .file {
            let known = try Baseline(reading: file)
            let left = known.filter(problems, lineOf: { reporter.line(of: $0) })
            remarks += Self.remarks(on: left, of: problems.count, file, isWhole: since == nil)
            problems = left.problems
        }
        try reporter.report(problems, remarks: remarks, since: since)
        if failOn.isMet(by: problems) { throw ExitCode(1) }
    }

    private static func remarks(
        on left: (problems: [Diagnostic], unused: Int), of count: Int, _ file: String, isWhole: Bool
    ) -> [String] {
        let known = count - left.problems.count
        var remarks: [String] = []
        if known > 0 {
            remarks.append("\(known) known problem\(known == 1 ? " is" : "s are") left out (\(file))")
        }
        if left.unused > 0, isWhole {
            remarks.append(
                "\(left.unused) problem\(left.unused == 1 ? "" : "s") of \(file) \(left.unused == 1 ? "is" : "are") gone: 'precedent check --write-baseline' writes it anew"
            )
        }
        return remarks
    }
}
