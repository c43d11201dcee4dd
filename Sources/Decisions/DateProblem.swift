import Diagnostics

extension Diagnostic {
    /// A text that stands where a day is to stand, and is none.
    static func noDate(_ text: String, _ severity: Severity, at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            "bad-date", severity, at: location, "'\(text)' is no date",
            suggestion: "write it as YYYY-MM-DD")
    }
}
