/// A fraction: exact where decimals are, and reckoned in another way than the module's numbers.
struct PlainNumber: Hashable, Comparable {
    let top: Int
    let bottom: Int

    init(_ top: Int, over bottom: Int = 1) {
        var (a, b) = (abs(top), abs(bottom))
        while b != 0 { (a, b) = (b, a % b) }
        let divisor = max(a, 1) * (bottom < 0 ? -1 : 1)
        self.top = top / divisor
        self.bottom = bottom / divisor
    }

    static func + (a: Self, b: Self) -> Self {
        PlainNumber(a.top * b.bottom + b.top * a.bottom, over: a.bottom * b.bottom)
    }
    static prefix func - (a: Self) -> Self { PlainNumber(-a.top, over: a.bottom) }
    static func - (a: Self, b: Self) -> Self { a + -b }
    static func * (a: Self, b: Self) -> Self { PlainNumber(a.top * b.top, over: a.bottom * b.bottom) }
    static func < (a: Self, b: Self) -> Bool { a.top * b.bottom < b.top * a.bottom }

    /// The quotient; `nil` for a divisor of zero.
    func divided(by other: Self) -> Self? {
        other.top == 0 ? nil : PlainNumber(top * other.bottom, over: bottom * other.top)
    }

    /// The next whole number below.
    var floor: Self { PlainNumber(top >= 0 ? top / bottom : -((-top + bottom - 1) / bottom)) }

    /// As authors write it. Only for fractions that end.
    var text: String {
        var (power, places) = (1, 0)
        while power % bottom != 0 { (power, places) = (power * 10, places + 1) }
        let digits = String(abs(top) * (power / bottom))
        let padded = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
        let sign = top < 0 ? "-" : ""
        return places == 0
            ? sign + padded : sign + padded.dropLast(places) + "." + padded.suffix(places)
    }
}

/// Days of the calendar, by how many lie between them and the first of January of the year 1.
enum PlainDay {
    static let first = 0
    static let last = number(of: 9999, 12, 31)

    /// The days before a date: year by year and month by month, the slow way.
    static func number(of year: Int, _ month: Int, _ day: Int) -> Int {
        let years = year - 1
        let leapDays = years / 4 - years / 100 + years / 400
        return years * 365 + leapDays + lengths(of: year).prefix(month - 1).reduce(0, +) + day - 1
    }

    static func iso(_ number: Int) -> String {
        var year = number / 366 + 1
        while self.number(of: year + 1, 1, 1) <= number { year += 1 }
        var (month, left) = (1, number - self.number(of: year, 1, 1))
        for length in lengths(of: year) {
            if left < length { break }
            (month, left) = (month + 1, left - length)
        }
        let digits = String(repeating: "0", count: 4 - String(year).count) + String(year)
        return "\(digits)-\(month < 10 ? "0" : "")\(month)-\(left < 9 ? "0" : "")\(left + 1)"
    }

    private static func lengths(of year: Int) -> [Int] {
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    }
}
