public import Diagnostics
import Markdown
public import Rules

/// The checks that depend on the day. A build reads no clock, so only `check` makes them.
public struct DatedChecks {
    private let model: DecisionModel
    private let day: CalendarDate

    /// The checks of a model as they come out on a day.
    public init(_ model: DecisionModel, on day: CalendarDate) {
        self.model = model
        self.day = day
    }

    /// What is wrong on that day, not yet weighed.
    public func problems() -> [Diagnostic] {
        model.records.flatMap { record in
            [Messages.future(record, day), due(record)].compactMap { $0 }
        }
    }

    /// A decision that is followed, or may be, and that nobody looked at again in time.
    private func due(_ record: DecisionRecord) -> Diagnostic? {
        guard let due = record.reviewBy, due.date < day,
            ![.closed, .superseded].contains(record.status?.group),
            !record.reviews.contains(where: { $0.date >= due.date })
        else { return nil }
        return Messages.due(due)
    }
}

private enum Messages {
    static func future(_ record: DecisionRecord, _ day: CalendarDate) -> Diagnostic? {
        guard let date = record.date, date > day else { return nil }
        return Diagnostic(
            "future-date", .warning,
            at: record.dateLocation ?? SourceLocation(file: record.file.document.file, line: 1),
            "\(date.iso) is still to come on \(day.iso)", suggestion: "mend the date")
    }

    static func due(_ due: ReviewDay) -> Diagnostic {
        Diagnostic(
            "review-due", .warning, at: due.location,
            "this decision was to be looked at again by \(due.date.iso)",
            suggestion: "note what came of it under 'reviewed:', and set the next 'review-by:'")
    }
}
