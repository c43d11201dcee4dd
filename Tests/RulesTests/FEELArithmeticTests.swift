import FoundationEssentials
import Testing

@testable import Rules

/// Numbers are DMN's: decimal, 34 digits, ties to the even neighbour, and null rather than infinite.
struct FEELArithmeticTests {
    private static func number(_ text: String) throws -> Number { try #require(Number(string: text)) }

    @Test(arguments: [
        ("0.1", "+", "0.2", "0.3"), ("1", "/", "8", "0.125"), ("-7", "*", "0.5", "-3.5"),
        ("0", "*", "-5", "0"),
        ("1", "/", "3", "0.3333333333333333333333333333333333"),
        ("2", "/", "3", "0.6666666666666666666666666666666667"),
        ("1", "/", "0", nil), ("0", "/", "0", nil), ("0", "/", "7", "0"),
        // 34 digits, ties to even.
        ("9999999999999999999999999999999999", "+", "1", "1e34"),
        ("1000000000000000000000000000000000", "+", "0.5", "1000000000000000000000000000000000"),
        ("1000000000000000000000000000000001", "+", "0.5", "1000000000000000000000000000000002"),
        ("1000000000000000000000000000000000", "+", "0.51", "1000000000000000000000000000000001"),
        ("1000000000000000000000000000000000", "-", "1e-60", "1000000000000000000000000000000000"),
        ("1e33", "-", "0.05", "999999999999999999999999999999999.9"),
        ("1e33", "-", "0.051", "999999999999999999999999999999999.9"),
        ("1e33", "-", "0.049", "1e33"),
        ("1e60", "+", "1e-60", "1e60"),
        ("123456789012345.5", "*", "987654321098765.5", "121932631137021642585276916018.25"),
        (
            "9999999999999999999999999999999999", "*", "9999999999999999999999999999999999",
            "9999999999999999999999999999999998e34"
        ),
        // Powers.
        ("2", "**", "10", "1024"), ("5", "**", "-2", "0.04"), ("0", "**", "0", "1"), ("0", "**", "-1", nil),
        ("-2", "**", "3", "-8"), ("1.1", "**", "10", "2.5937424601"), ("1", "**", "999999999", "1"),
        ("1", "**", "1000000000", nil), ("4", "**", "0.5", nil), ("2", "**", "999999999", nil),
        ("0.5", "**", "999999999", nil), ("10", "**", "99", "1e99"), ("10", "**", "100", nil),
        ("10", "**", "-100", "1e-100"), ("10", "**", "-101", nil),
        // Where `Decimal` itself would trap.
        ("1e-100", "*", "1e-100", nil), ("1e99", "*", "1e99", nil), ("1e-99", "/", "1e99", nil),
        ("1e120", "+", "1", nil), ("1e-120", "-", "1", nil),
    ])
    func results(a: String, symbol: String, b: String, result: String?) throws {
        let operation = try #require(Arithmetic(rawValue: symbol))
        let value = operation.apply(try Self.number(a), try Self.number(b))
        #expect(value == (try result.map(Self.number)))
    }

    @Test func notANumberIsNoOperand() {
        for operation in Arithmetic.allCases {
            #expect(operation.apply(Number.nan, 1) == nil)
            #expect(operation.apply(.number(1), .number(.nan)) == .null)
        }
    }

    @Test(arguments: [
        ("1.5", 0, "1", "2", "2", "1"), ("-1.5", 0, "-2", "-1", "-2", "-1"),
        ("1.56", 1, "1.5", "1.6", "1.6", "1.5"),
        ("-1.56", 1, "-1.6", "-1.5", "-1.6", "-1.5"), ("1234", -2, "1200", "1300", "1300", "1200"),
        ("1200", -2, "1200", "1200", "1200", "1200"), ("7", -40, "0", "1e40", "1e40", "0"),
        ("0", -40, "0", "0", "0", "0"),
        ("-7", 6000, "-7", "-7", "-7", "-7"), ("1e-90", 3, "0", "0.001", "0.001", "0"),
    ])
    func rounding(text: String, scale: Int, floor: String, ceiling: String, up: String, down: String) throws {
        let value = try #require(ScaledInteger(try Self.number(text)))
        let modes: [(ScaledInteger.Rounding, String)] = [
            (.floor, floor), (.ceiling, ceiling), (.up, up), (.down, down),
        ]
        for (mode, expected) in modes {
            #expect(value.rounded(mode, scale: scale)?.number == (try Self.number(expected)))
        }
    }

    /// Random sums, products and quotients of 17 digits, against whole numbers of 128 bits.
    @Test func exactResults() throws {
        var random = SeededGenerator(seed: 34)
        for _ in 0..<2000 {
            let (a, b) = (
                Int64.random(in: -99_999_999...99_999_999, using: &random),
                Int64.random(in: 1...99_999, using: &random)
            )
            let scale = Int.random(in: 0...12, using: &random)
            let x = Number(sign: a < 0 ? .minus : .plus, exponent: -scale, significand: Number(a.magnitude))
            let y = Number(b)
            let product = try #require(Arithmetic.times.apply(x, y))
            #expect(
                product
                    == Number(
                        sign: a < 0 ? .minus : .plus, exponent: -scale, significand: Number((a * b).magnitude)
                    ))
            #expect(Arithmetic.divided.apply(product, y) == x)
            let sum = try #require(Arithmetic.plus.apply(product, x))
            #expect(Arithmetic.minus.apply(sum, x) == product)
            #expect(Arithmetic.divided.apply(sum, x) == (a == 0 ? nil : y + 1))
        }
    }
}

/// The days of the calendar by number.
struct CalendarDateTests {
    @Test(arguments: [
        ("0001-01-01", 0), ("0001-12-31", 364), ("0004-02-29", 1154), ("1900-03-01", 693_654),
        ("1970-01-01", 719_162), ("2000-02-29", 730_178), ("2026-01-31", 739_646), ("9999-12-31", 3_652_058),
    ])
    func dayNumbers(iso: String, number: Int) throws {
        #expect(try #require(CalendarDate(iso: iso)).dayNumber == number)
    }

    /// Every day of 9999 years is one more than the day before.
    @Test func dayNumbersRunOn() {
        var (expected, wrong) = (0, 0)
        for year in 1...9999 {
            for month in 1...12 {
                for day in 1...31 {
                    guard let date = CalendarDate(year: year, month: month, day: day) else { continue }
                    wrong += date.dayNumber == expected ? 0 : 1
                    expected += 1
                }
            }
        }
        #expect(wrong == 0)
        #expect(expected == 3_652_059)
    }

    @Test(arguments: [
        "2025-02-29", "1900-02-29", "2026-13-01", "2026-00-10", "2026-01-32", "2026-1-31", "0000-01-01",
        "+026-01-01",
        "2026-+1-01", "٢٠٢٦-01-01", "2026-01-31 ", "", "10000-01-01",
    ])
    func noDates(text: String) { #expect(CalendarDate(iso: text) == nil) }
}
