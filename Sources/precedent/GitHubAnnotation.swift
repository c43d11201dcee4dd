import Diagnostics

/// A problem as a line that GitHub Actions shows beside the changed line ("Workflow commands for GitHub Actions",
/// docs.github.com).
struct GitHubAnnotation {
    /// The line, with its end.
    let text: String

    init(_ problem: Diagnostic, below folder: String, by printer: inout DiagnosticPrinter) {
        var properties: [(String, String)] = []
        if let location = problem.location {
            let columns = printer.columns(of: location)
            properties = [
                ("file", folder + location.file), ("line", String(location.line)),
                ("col", String(columns.lowerBound)), ("endColumn", String(columns.upperBound)),
            ]
        }
        properties.append(("title", problem.id))
        let list = properties.map { "\($0.0)=\(Self.property($0.1))" }.joined(separator: ",")
        let message = problem.summary + (problem.suggestion.map { "\nhelp: \($0)" } ?? "")
        text = "::\(problem.severity.rawValue) \(list)::\(Self.data(message))\n"
    }

    private static func data(_ text: String) -> String {
        text.replacing("%", with: "%25").replacing("\r", with: "%0D").replacing("\n", with: "%0A")
    }

    private static func property(_ text: String) -> String {
        data(text).replacing(":", with: "%3A").replacing(",", with: "%2C")
    }
}
