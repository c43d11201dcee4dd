import Diagnostics
import Markdown

/// The checks that files are excused from by `allow: [id]` in their front matter.
struct Excuses: Sendable {
    private var allowed: [String: Set<String>] = [:]
    private(set) var problems: [Diagnostic] = []

    init(_ files: [ContentFile]) {
        for file in files {
            for written in file.document.frontMatter["allow"]?.elements ?? [] {
                guard let id = written.text else { continue }
                if CheckNames.all.contains(id) {
                    allowed[file.document.file, default: []].insert(id)
                } else {
                    problems.append(Messages.unknown(id, written.location, file.severity))
                }
            }
        }
    }

    /// The problems that no file is excused from.
    func applied(to problems: [Diagnostic]) -> [Diagnostic] {
        guard !allowed.isEmpty else { return problems }
        return problems.filter { problem in
            !(problem.location.flatMap { allowed[$0.file] }?.contains(problem.id) ?? false)
        }
    }
}

private enum Messages {
    static func unknown(_ id: String, _ location: SourceLocation, _ severity: Severity) -> Diagnostic {
        Diagnostic(
            "bad-value", severity, at: location, "'\(id)' is no check that a file can be excused from",
            suggestion: didYouMean(id, among: CheckNames.all)
                ?? "the id of each is in brackets behind what it says; errors in rules and answers cannot be excused"
        )
    }
}
