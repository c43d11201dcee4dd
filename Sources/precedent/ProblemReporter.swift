import ArgumentParser
import Decisions
import Diagnostics
import Platform
import SiteGenerator

/// The forms in which `check` prints problems.
enum ProblemFormat: String, ExpressibleByArgument, CaseIterable {
    case text, json, github, sarif
}

/// Prints problems in one of the forms.
struct ProblemReporter {
    private let loaded: LoadedSite
    private let format: ProblemFormat
    private var printer: DiagnosticPrinter

    init(_ site: CheckedSite, format: ProblemFormat) {
        loaded = site.loaded
        self.format = format
        printer = Self.printer(for: site.loaded)
    }

    /// A printer that knows the files of a site.
    static func printer(for loaded: LoadedSite) -> DiagnosticPrinter {
        DiagnosticPrinter { Terminal.source(of: $0, root: loaded.root, loaded.convertedTexts) }
    }

    /// The line that a place is in.
    mutating func line(of location: SourceLocation) -> ArraySlice<UInt8>? { printer.sourceLine(of: location) }

    /// Prints problems. For people they go to the error stream, for programs to the output.
    /// - Parameters:
    ///   - remarks: what else there is to say to a person.
    ///   - since: the revision since which problems are looked for.
    mutating func report(_ problems: [Diagnostic], remarks: [String], since: String?) throws {
        switch format {
        case .text:
            Terminal.report(problems, root: loaded.root, texts: loaded.convertedTexts)
            if problems.isEmpty {
                let when = since.map { " since \($0)" } ?? ""
                Terminal.write(
                    when.isEmpty && remarks.isEmpty
                        ? "No problems found.\n" : "No new problems found\(when).\n")
            }
            for remark in remarks { Terminal.write(remark + "\n", to: .errors) }
        case .json: Terminal.write(try ProblemOutput.json(problems, by: &printer))
        case .github:
            for problem in problems {
                Terminal.write(GitHubAnnotation(problem, below: folderInRepository, by: &printer).text)
            }
        case .sarif: Terminal.write(try SARIFLog(problems, below: folderInRepository, by: &printer).json)
        }
    }

    /// The site's folder in its repository, with a slash behind it; empty where it is the repository's own. Hosts know files
    /// by the way from there.
    private var folderInRepository: String {
        (try? Git(in: loaded.root).line(of: ["rev-parse", "--show-prefix"])) ?? ""
    }
}
