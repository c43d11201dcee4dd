/// The checks whose weight an author may set under `checks:` in `precedent.yml`.
///
/// What makes rules or answers ambiguous is not among them: that is always an error, since a site that went out
/// with it would say something else than its author meant.
public enum CheckNames {
    /// Their ids, sorted.
    public static let all = [
        "almost-answers", "almost-checklist", "almost-comparison", "almost-fallback", "almost-gate",
        "almost-matrix", "almost-questions", "almost-text", "almost-weight", "bad-date", "bad-status",
        "dangling-anchor",
        "dangling-link", "departure-without-reason", "doubtful-number", "drift", "duplicate-number",
        "mixed-scores", "no-answers", "no-effect", "no-successor",
        "no-title", "not-utf-8", "raw-html", "two-arrows", "uncovered-tie", "unknown-key", "unknown-record",
        "unsafe-link", "zero-weight",
    ]
}
