import Rules

/// The checks whose weight an author may set under `checks:` in `precedent.yml`.
///
/// What makes rules or answers ambiguous is not among them: that is always an error, since a site that went out
/// with it would say something else than its author meant.
public enum CheckNames {
    /// Their ids, sorted.
    public static let all = (content + Logic.findingIDs).sorted()

    /// Those of files, texts and records; what is found in rules that were read has its ids in `Rules`.
    private static let content = [
        "almost-answers", "almost-checklist", "almost-comparison", "almost-fallback", "almost-gate",
        "almost-matrix", "almost-questions", "almost-text", "almost-weight", "ambiguous-date",
        "bad-date", "bad-file-name", "bad-status", "changed-decision", "dangling-anchor", "dangling-link",
        "date-order", "departure-without-reason", "doubtful-direction", "doubtful-number", "drift",
        "duplicate-number", "future-date", "low-contrast", "missing-forms", "mixed-scores", "moved-record",
        "no-answers", "no-effect", "no-history", "no-outcome", "no-successor", "not-utf-8", "older-version",
        "orphan-image", "raw-html", "review-due",
        "shallow-history", "successor-not-in-force", "superseded-twice", "supersession-cycle",
        "two-arrows", "undrawn-diagram", "unfilled", "unknown-assessment", "unknown-key", "unknown-record",
        "unlinked-source", "unread-file", "unread-status", "unsafe-link", "untranslated-words", "zero-weight",
    ]
}
