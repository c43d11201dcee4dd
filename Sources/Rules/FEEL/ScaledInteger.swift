import FoundationEssentials

/// A decimal number taken apart, with the arithmetic of DMN 1.5, 10.3.2.3.1: 34 digits, ties to the even
/// neighbour, and no result rather than an infinite one.
///
/// It is not left to `Decimal`, whose product traps when an exponent runs over, whose quotient is cut off and
/// not rounded, and whose precision is nobody's standard: a page that computes the same needs one.
struct ScaledInteger {
    private(set) var isNegative: Bool
    private(set) var significand: UInt128
    private(set) var exponent: Int

    /// The digits that a result may have.
    static let mostDigits = 34
    /// How far from the decimal point a digit may stand, so that every result is well within a `Decimal`.
    static let reach = 100

    /// Takes a number apart; `nil` for what is none, or out of reach.
    init?(_ number: Number) {
        // Nothing else that is public leads to all the digits.
        guard !number.isNaN, let digits = UInt128("\(number.significand)") else { return nil }
        self.init(number.isSignMinus, digits, number.exponent)
    }

    /// Rounds to the digits of a number; `nil` where it is out of reach. `isBelow` says that the exact value
    /// has further digits, not all zero, behind the significand.
    private init?(_ isNegative: Bool, _ significand: UInt128, _ exponent: Int, isBelow: Bool = false) {
        var (digits, exponent) = (significand, exponent)
        let count = digits.digitCount
        if count > Self.mostDigits {
            let unit = UInt128.power(of: count - Self.mostDigits)
            let (quotient, rest) = digits.quotientAndRemainder(dividingBy: unit)
            let isAboveHalf = rest > unit / 2 || (rest == unit / 2 && (isBelow || quotient % 2 == 1))
            digits = quotient + (isAboveHalf ? 1 : 0)
            exponent += count - Self.mostDigits
        }
        while digits != 0, digits % 10 == 0 { (digits, exponent) = (digits / 10, exponent + 1) }
        guard digits == 0 || (exponent >= -Self.reach && digits.digitCount + exponent <= Self.reach) else {
            return nil
        }
        self.isNegative = isNegative && digits != 0
        self.significand = digits
        self.exponent = digits == 0 ? 0 : exponent
    }

    /// The number that it is.
    var number: Number {
        let (high, low) = significand.quotientAndRemainder(dividingBy: UInt128.power(of: 18))
        let digits =
            Number(UInt64(truncatingIfNeeded: high)) * Number(UInt64(1_000_000_000_000_000_000))
            + Number(UInt64(truncatingIfNeeded: low))
        return Number(sign: isNegative ? .minus : .plus, exponent: exponent, significand: digits)
    }

    /// The whole number that it is; `nil` where it has a fraction or is beyond a billion.
    var whole: Int? {
        guard exponent >= 0, significand.digitCount + exponent <= 9 else { return nil }
        let size = Int(significand * UInt128.power(of: exponent))
        return isNegative ? -size : size
    }

    /// The sum.
    func plus(_ other: ScaledInteger) -> ScaledInteger? {
        if significand == 0 { return other }
        if other.significand == 0 { return self }
        let (a, b) = exponent >= other.exponent ? (self, other) : (other, self)
        // The one with the larger exponent is widened as far as two such numbers and a sign have room for.
        // What the other has below that only tells which way to round.
        let room = 36 - a.significand.digitCount
        let widening = min(room, a.exponent - b.exponent)
        let x = a.significand * UInt128.power(of: widening)
        let common = a.exponent - widening
        let dropped = common - b.exponent
        let (y, rest) =
            dropped < 38
            ? b.significand.quotientAndRemainder(dividingBy: UInt128.power(of: dropped)) : (0, b.significand)
        // One more digit, which is 1 where something was dropped.
        let (wideX, wideY) = (x * 10, y * 10 + (rest == 0 ? 0 : 1))
        if a.isNegative == b.isNegative {
            return ScaledInteger(a.isNegative, wideX + wideY, common - 1)
        }
        return wideX >= wideY
            ? ScaledInteger(a.isNegative, wideX - wideY, common - 1)
            : ScaledInteger(b.isNegative, wideY - wideX, common - 1)
    }

    /// The product.
    func times(_ other: ScaledInteger) -> ScaledInteger? {
        let sign = isNegative != other.isNegative
        let wide = significand.multipliedFullWidth(by: other.significand)
        if wide.high == 0 { return ScaledInteger(sign, wide.low, exponent + other.exponent) }
        // Of up to 68 digits 35 or 36 are kept, and whether the rest is zero.
        let dropped = significand.digitCount + other.significand.digitCount - 36
        let (quotient, rest) = UInt128.power(of: dropped).dividingFullWidth(wide)
        return ScaledInteger(sign, quotient, exponent + other.exponent + dropped, isBelow: rest != 0)
    }

    /// The quotient; `nil` where the divisor is zero.
    func divided(by other: ScaledInteger) -> ScaledInteger? {
        guard other.significand != 0 else { return nil }
        var (quotient, rest) = significand.quotientAndRemainder(dividingBy: other.significand)
        var scale = exponent - other.exponent
        while rest != 0, quotient.digitCount <= Self.mostDigits {
            let (digit, next) = (rest * 10).quotientAndRemainder(dividingBy: other.significand)
            (quotient, rest, scale) = (quotient * 10 + digit, next, scale - 1)
        }
        return ScaledInteger(isNegative != other.isNegative, quotient, scale, isBelow: rest != 0)
    }

    /// The power with a whole exponent; `nil` for a negative power of zero.
    func power(_ exponent: Int) -> ScaledInteger? {
        guard var result = ScaledInteger(1) else { return nil }
        // From the highest bit on, so that no step is larger than the result and overflows for it.
        let size = exponent.magnitude
        for bit in (0..<(UInt.bitWidth - size.leadingZeroBitCount)).reversed() {
            guard let square = result.times(result) else { return nil }
            let isSet = size >> UInt(bit) & 1 == 1
            guard let next = isSet ? square.times(self) : square else { return nil }
            result = next
        }
        return exponent < 0 ? ScaledInteger(1)?.divided(by: result) : result
    }

    /// How digits behind a scale are done away with.
    enum Rounding {
        /// To the next lower number.
        case floor
        /// To the next higher number.
        case ceiling
        /// Away from zero.
        case up
        /// Towards zero.
        case down
    }

    /// Rounds to so many digits behind the decimal point, or before it where `scale` is negative.
    func rounded(_ rounding: Rounding, scale: Int) -> ScaledInteger? {
        let dropped = -scale - exponent
        guard dropped > 0, significand != 0 else { return self }
        // Past its digits the number is nothing but a fraction of the last place.
        let kept = dropped > Self.mostDigits ? 0 : significand / UInt128.power(of: dropped)
        let isExact = dropped <= Self.mostDigits && kept * UInt128.power(of: dropped) == significand
        let isAway =
            switch rounding {
            case .floor: isNegative
            case .ceiling: !isNegative
            case .up: true
            case .down: false
            }
        return ScaledInteger(isNegative, kept + (isAway && !isExact ? 1 : 0), -scale)
    }
}

extension UInt128 {
    private static let powersOfTen = (0...38).map { count in
        (0..<count).reduce(UInt128(1)) { power, _ in power * 10 }
    }

    /// A power of ten that fits, which up to the 38th does.
    fileprivate static func power(of exponent: Int) -> UInt128 {
        powersOfTen[Swift.max(0, Swift.min(exponent, 38))]
    }

    /// How many decimal digits it has; none where it is zero.
    fileprivate var digitCount: Int {
        var (low, high) = (0, 39)
        while low < high {
            let middle = (low + high) / 2
            if Self.powersOfTen[middle] <= self { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
