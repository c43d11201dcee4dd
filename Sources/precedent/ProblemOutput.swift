import Diagnostics

/// Problems as `check --format json` prints them. The README documents the fields; they are a contract.
struct ProblemOutput: Encodable {
    let check: String
    let severity: String
    let message: String
    let help: String?
    let file: String?
    let line: Int?
    let column: Int?
    let endColumn: Int?
    let notes: [Note]

    /// A fact that belongs to a problem.
    struct Note: Encodable {
        let message: String
        let file: String?
        let line: Int?
        let column: Int?
    }

    private struct All: Encodable {
        let problems: [ProblemOutput]
        let errors: Int
        let warnings: Int
    }

    init(_ problem: Diagnostic, by printer: inout DiagnosticPrinter) {
        check = problem.id
        severity = problem.severity.rawValue
        message = problem.summary
        help = problem.suggestion
        file = problem.location?.file
        line = problem.location?.line
        let columns = problem.location.map { printer.columns(of: $0) }
        column = columns?.lowerBound
        endColumn = columns?.upperBound
        var notes: [Note] = []
        for note in problem.notes {
            notes.append(
                Note(
                    message: note.summary, file: note.location?.file, line: note.location?.line,
                    column: note.location.map { printer.columns(of: $0).lowerBound }))
        }
        self.notes = notes
    }

    /// The problems as JSON, with their counts.
    static func json(_ problems: [Diagnostic], by printer: inout DiagnosticPrinter) throws -> String {
        let errors = problems.count { $0.severity == .error }
        var all: [ProblemOutput] = []
        for problem in problems { all.append(ProblemOutput(problem, by: &printer)) }
        return try JSONText.of(All(problems: all, errors: errors, warnings: problems.count - errors))
    }
}
