/// A day of the Gregorian calendar, as authors write it in files. No clock and no time zone is involved.
public struct CalendarDate: Hashable, Sendable, Comparable {
    /// The year, 1 to 9999.
    public let year: Int
    /// The month, 1 to 12.
    public let month: Int
    /// The day of the month, from 1.
    public let day: Int

    /// 1 January of the year 1.
    static let first = CalendarDate(firstOfYear: 1)

    private init(firstOfYear year: Int) {
        (self.year, month, day) = (year, 1, 1)
    }

    /// The day, or `nil` where there is no such day.
    public init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month) else { return nil }
        guard (1...Self.days(inMonth: month, of: year)).contains(day) else { return nil }
        self.year = year
        self.month = month
        self.day = day
    }

    /// Reads `YYYY-MM-DD`.
    public init?(iso text: some StringProtocol) {
        var numbers = [0, 0, 0]
        var part = 0
        var count = 0
        for byte in text.utf8 {
            count += 1
            switch byte {
            case 0x30...0x39 where count < 11: numbers[part] = numbers[part] * 10 + Int(byte - 0x30)
            case UInt8(ascii: "-") where count == 5 || count == 8: part += 1
            default: return nil
            }
        }
        guard count == 10, part == 2 else { return nil }
        self.init(year: numbers[0], month: numbers[1], day: numbers[2])
    }

    /// `2026-03-04`.
    public var iso: String {
        func padded(_ number: Int, _ width: Int) -> String {
            let digits = String(number)
            return String(repeating: "0", count: max(0, width - digits.count)) + digits
        }
        return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
    }

    /// `4 March 2026`.
    public var prose: String { "\(day) \(Self.months[month - 1]) \(year)" }

    /// How many days lie between this one and 1 January of the year 1, in the calendar of today carried back.
    public var dayNumber: Int {
        // A year is counted from March, so that the leap day is its last and the lengths of the months before
        // a given one are a straight line: (153 m + 2) / 5.
        let shifted = month > 2 ? (year, month - 3) : (year - 1, month + 9)
        let leapDays = shifted.0 / 4 - shifted.0 / 100 + shifted.0 / 400
        return 365 * shifted.0 + leapDays + (153 * shifted.1 + 2) / 5 + day - 307
    }

    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
        "November",
        "December",
    ]

    /// How many days the month has.
    private static func days(inMonth month: Int, of year: Int) -> Int {
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
    }

    /// The next day; `nil` behind the last that can be written.
    var next: CalendarDate? {
        CalendarDate(year: year, month: month, day: day + 1)
            ?? CalendarDate(year: year, month: month + 1, day: 1)
            ?? CalendarDate(year: year + 1, month: 1, day: 1)
    }

    /// The day before; `nil` before the first that can be written.
    var previous: CalendarDate? {
        if day > 1 { return CalendarDate(year: year, month: month, day: day - 1) }
        if month > 1 {
            return CalendarDate(year: year, month: month - 1, day: Self.days(inMonth: month - 1, of: year))
        }
        return CalendarDate(year: year - 1, month: 12, day: 31)
    }

    /// Earlier before later.
    public static func < (a: CalendarDate, b: CalendarDate) -> Bool {
        (a.year, a.month, a.day) < (b.year, b.month, b.day)
    }
}
