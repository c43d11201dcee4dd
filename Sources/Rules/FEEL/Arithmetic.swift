import FoundationEssentials

/// The operators that calculate.
enum Arithmetic: String, Sendable, Hashable, CaseIterable {
    /// The sum of numbers, or two texts as one.
    case plus = "+"
    /// The difference.
    case minus = "-"
    /// The product.
    case times = "*"
    /// The quotient.
    case divided = "/"
    /// The power, with a whole exponent.
    case power = "**"

    /// What two values give; null where they are not of the kind that is needed, and where there is no result
    /// (DMN 1.5, tables 56 to 60).
    ///
    /// A power with an exponent that is not whole gives null as well: it has no exact value, and one near it
    /// would differ from machine to machine. So does calculating with dates, whose results are durations.
    func apply(_ a: Value, _ b: Value) -> Value {
        if self == .plus, let a = a.string, let b = b.string { return .string(a + b) }
        guard let a = a.number, let b = b.number else { return .null }
        return Value(apply(a, b))
    }

    /// What two numbers give; `nil` where there is no result.
    func apply(_ a: Number, _ b: Number) -> Number? {
        if a.isShort, b.isShort {
            switch self {
            case .plus: return a + b
            case .minus: return a - b
            case .times: return a * b
            case .divided, .power: break
            }
        }
        guard let x = ScaledInteger(a), let y = ScaledInteger(b) else { return nil }
        switch self {
        case .plus: return x.plus(y)?.number
        case .minus: return ScaledInteger(-b).flatMap { x.plus($0) }?.number
        case .times: return x.times(y)?.number
        case .divided: return x.divided(by: y)?.number
        case .power: return y.whole.flatMap { x.power($0) }?.number
        }
    }
}

extension Number {
    /// A hundred thousand million million.
    private static let long = Number(sign: .plus, exponent: 17, significand: 1)

    /// Whether sums and products with others like it have at most 34 digits, so that `Decimal`, which is
    /// faster, gives them exactly.
    fileprivate var isShort: Bool { !isNaN && (-8...8).contains(exponent) && significand < Self.long }
}
