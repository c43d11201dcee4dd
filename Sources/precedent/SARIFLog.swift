import Decisions
import Diagnostics
import SiteGenerator

/// Problems in the Static Analysis Results Interchange Format (SARIF 2.1.0, OASIS Standard), which code hosts and editors
/// read.
struct SARIFLog: Encodable {
    private let version = "2.1.0"
    private let schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json"
    private let runs: [Run]

    private enum CodingKeys: String, CodingKey {
        case version, runs
        case schema = "$schema"
    }

    private struct Run: Encodable {
        let tool: Tool
        let columnKind = "utf16CodeUnits"
        let results: [Result]
    }

    private struct Tool: Encodable {
        let driver: Driver
    }

    private struct Driver: Encodable {
        let name = "Precedent"
        let version = Precedent.version
        let rules: [Rule]
    }

    private struct Rule: Encodable {
        let id: String
    }

    private struct Message: Encodable {
        let text: String
    }

    private struct Result: Encodable {
        let ruleId: String
        let ruleIndex: Int
        let level: String
        let message: Message
        let locations: [Location]
        let relatedLocations: [Location]
    }

    private struct Location: Encodable {
        let physicalLocation: Place
        let message: Message?
    }

    private struct Place: Encodable {
        let artifactLocation: Artifact
        let region: Region
    }

    private struct Artifact: Encodable {
        let uri: String
    }

    private struct Region: Encodable {
        let startLine: Int
        let startColumn: Int
        let endColumn: Int
    }

    /// - Parameter folder: the site's folder in its repository, with a slash behind it, or empty.
    init(_ problems: [Diagnostic], below folder: String, by printer: inout DiagnosticPrinter) {
        let ids = Set(problems.map(\.id)).sorted()
        let places = Dictionary(uniqueKeysWithValues: ids.enumerated().map { ($0.element, $0.offset) })
        var results: [Result] = []
        for problem in problems {
            var locations: [Location] = []
            if let location = problem.location {
                locations.append(Self.location(location, nil, folder, &printer))
            }
            var related: [Location] = []
            for note in problem.notes {
                if let location = note.location {
                    related.append(Self.location(location, note.summary, folder, &printer))
                }
            }
            let help = problem.suggestion.map { " (\($0))" } ?? ""
            results.append(
                Result(
                    ruleId: problem.id, ruleIndex: places[problem.id, default: 0],
                    level: problem.severity.rawValue, message: Message(text: problem.summary + help),
                    locations: locations, relatedLocations: related))
        }
        runs = [Run(tool: Tool(driver: Driver(rules: ids.map(Rule.init))), results: results)]
    }

    /// The log as a file.
    var json: String { get throws { try JSONText.of(self) } }

    private static func location(
        _ location: SourceLocation, _ message: String?, _ folder: String, _ printer: inout DiagnosticPrinter
    ) -> Location {
        // The format counts in UTF-16, as its schema says of `columnKind`.
        let line = printer.sourceLine(of: location) ?? []
        let start = String(decoding: line.prefix(location.column - 1), as: UTF8.self).utf16.count
        let end = String(decoding: line.prefix(location.column - 1 + location.length), as: UTF8.self).utf16
            .count
        return Location(
            physicalLocation: Place(
                artifactLocation: Artifact(uri: SiteMap.address(of: folder + location.file)),
                region: Region(
                    startLine: location.line, startColumn: start + 1, endColumn: max(start, end) + 1)),
            message: message.map(Message.init))
    }
}
