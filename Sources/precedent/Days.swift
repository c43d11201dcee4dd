import Foundation
import Rules

extension CalendarDate {
    /// A day as an argument of the program.
    /// - Throws: `UsageError` where it is none.
    init(argument text: String) throws {
        guard let day = CalendarDate(iso: text) else {
            throw UsageError(message: "'\(text)' is no date\n  help: write it as YYYY-MM-DD")
        }
        self = day
    }

    /// Today, by the clock and the time zone of the machine.
    /// - Throws: `UsageError` where the clock is set to a year that has no such date.
    static func today() throws -> CalendarDate {
        var style = Date.ISO8601FormatStyle(timeZone: .current)
        style = style.year().month().day()
        return try CalendarDate(argument: Date.now.formatted(style))
    }
}
