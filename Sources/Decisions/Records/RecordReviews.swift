import Diagnostics
import Markdown
public import Rules

/// The day by which a decision is to be looked at again (`review-by:`, FORMATS 4).
public struct ReviewDay: Sendable {
    /// The day.
    public let date: CalendarDate
    /// Where it is written.
    let location: SourceLocation
}

/// One time that a decision was looked at again (`reviewed:`, FORMATS 4).
public struct Review: Sendable {
    /// The day.
    public let date: CalendarDate
    /// Who did.
    public let by: String?
    /// What came of it, in the author's words: `still holds`.
    public let outcome: String?
    /// What else there is to say.
    public let note: String?
}

/// Reads a record's keys about reviews.
struct RecordReviews {
    private(set) var due: ReviewDay?
    private(set) var reviews: [Review] = []

    private static let keys = ["date", "by", "outcome", "note"]

    init(_ file: ContentFile, problems: inout [Diagnostic]) {
        let front = file.document.frontMatter
        if let written = front["review-by"], let text = written.text {
            if let date = CalendarDate(iso: text) {
                due = ReviewDay(date: date, location: written.location)
            } else {
                problems.append(.noDate(text, .warning, at: written.location))
            }
        }
        guard let written = front["reviewed"] else { return }
        var elements = written.elements
        if case .mapping = written.content { elements = [written] }
        for element in elements {
            for entry in element.entries where !Self.keys.contains(entry.key) {
                problems.append(Messages.unknown(entry, Self.keys))
            }
            // A lone day says when, and that is all that has to be said.
            guard let day = element["date"] ?? (element.text == nil ? nil : element), let text = day.text
            else {
                problems.append(Messages.undated(element.location))
                continue
            }
            guard let date = CalendarDate(iso: text) else {
                problems.append(.noDate(text, .warning, at: day.location))
                continue
            }
            reviews.append(
                Review(
                    date: date, by: element["by"]?.text, outcome: element["outcome"]?.text,
                    note: element["note"]?.text))
        }
    }
}

private enum Messages {
    static func undated(_ location: SourceLocation) -> Diagnostic {
        Diagnostic(
            "bad-date", .warning, at: location, "this review does not say when it was",
            suggestion: "write '- { date: YYYY-MM-DD, by: NAME, outcome: still holds }'")
    }

    static func unknown(_ entry: Metadata.Entry, _ known: [String]) -> Diagnostic {
        Diagnostic(
            "unknown-key", .warning, at: entry.keyLocation, "'\(entry.key)' is no key of a review",
            suggestion: didYouMean(entry.key, among: known) ?? "the keys are \(known.joined(separator: ", "))"
        )
    }
}
