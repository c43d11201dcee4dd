import Testing

@testable import Decisions

/// Days as authors write them.
struct CalendarDateTests {
    @Test(arguments: ["2026-03-04", "2024-02-29", "2000-02-29", "0001-01-01", "9999-12-31"])
    func aDayReadsAsItIsWritten(_ text: String) {
        #expect(CalendarDate(iso: text)?.iso == text)
    }

    @Test(arguments: [
        "2026-02-29", "1900-02-29", "2026-00-10", "2026-13-01", "2026-04-31", "2026-01-00", "2026-01-32",
        "0000-01-01",
        "2026-3-4", "26-03-04", "2026/03/04", "2026-03-04T10:00", " 2026-03-04", "2026-03-04 ", "20260304",
        "", "-",
        "--", "2026-03", "2026-03-04-05", "+026-03-04", "2026-+3-04", "2026-03-+4", "２026-03-04",
        "2026-03-٠٤",
    ])
    func whatIsNoDayIsNone(_ text: String) {
        #expect(CalendarDate(iso: text) == nil)
    }

    @Test func everyDayOfACycleIsReadAndInOrder() throws {
        // 400 years repeat: 97 of them have a day more.
        var count = 0
        var odd: [CalendarDate] = []
        var last = try #require(CalendarDate(iso: "1999-12-31"))
        for year in 2000..<2400 {
            for month in 1...12 {
                for day in 1...31 {
                    guard let date = CalendarDate(year: year, month: month, day: day) else { continue }
                    count += 1
                    if !(last < date) || CalendarDate(iso: date.iso) != date { odd.append(date) }
                    last = date
                }
            }
        }
        #expect(odd == [])
        #expect(count == 400 * 365 + 97)
    }

    @Test func aDayInWords() {
        #expect(CalendarDate(year: 2026, month: 3, day: 4)?.prose == "4 March 2026")
        #expect(CalendarDate(year: 987, month: 12, day: 31)?.prose == "31 December 987")
    }
}
