public import FoundationEssentials

/// A decimal number as whole units of a power of ten: 12.5 is 125 units of scale 1. It is exact, and unlike `Number` it is
/// compared in an instant.
public struct FixedPoint: Sendable, Hashable {
    /// How many units.
    public let units: Int64
    /// How many digits stand behind the decimal point, 0 to 18.
    public let scale: Int

    /// So many units; `nil` where the scale is not 0 to 18.
    public init?(units: Int64, scale: Int = 0) {
        guard (0...FixedPoint.greatestScale).contains(scale) else { return nil }
        self.units = units
        self.scale = scale
    }

    /// The same number; `nil` where it does not fit.
    public init?(_ number: Number) {
        guard let exact = ScaledInteger(number) else { return nil }
        let scale = max(0, -exact.exponent)
        guard scale <= FixedPoint.greatestScale, let significand = Int64(exactly: exact.significand) else {
            return nil
        }
        var units = exact.isNegative ? -significand : significand
        for _ in 0..<max(0, exact.exponent) {
            let (next, isOver) = units.multipliedReportingOverflow(by: 10)
            guard !isOver else { return nil }
            units = next
        }
        self.units = units
        self.scale = scale
    }

    /// The same number as a `Number`.
    public var number: Number {
        let size = Number(sign: .plus, exponent: -scale, significand: Number(units.magnitude))
        return units < 0 ? -size : size
    }

    static let greatestScale = 18

    /// Powers of ten, as many as fit.
    private static let powersOfTen = (0...greatestScale).map { scale in
        (0..<scale).reduce(Int64(1)) { power, _ in power * 10 }
    }

    /// Twice the number in units of another scale; where it lies between two units, the odd number between their doubles.
    /// A number beyond what 63 bits hold is the last that they do.
    func place(scale other: Int) -> Int64 {
        if scale <= other {
            // Most bounds have as many digits as the numbers that are put to them.
            let power = scale == other ? 1 : FixedPoint.powersOfTen[other - scale]
            let (product, isOver) = units.multipliedReportingOverflow(by: power)
            let (double, isOverToo) = product.multipliedReportingOverflow(by: 2)
            guard isOver || isOverToo else { return double }
            return units < 0 ? .min : .max
        }
        // At most a tenth of what 64 bits hold, so that doubling cannot run over.
        let (quotient, rest) = units.quotientAndRemainder(dividingBy: FixedPoint.powersOfTen[scale - other])
        if rest == 0 { return quotient * 2 }
        return quotient * 2 + (units < 0 ? -1 : 1)
    }
}
