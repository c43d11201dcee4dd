public import FoundationEssentials

/// The numbers of rules: decimal, so that 0.1 + 0.2 is 0.3.
public typealias Number = Decimal

extension Number {
    /// The most digits that a number written in a target may have. Sums of such numbers over any
    /// framework stay within the 38 digits of a `Decimal`, hence exact.
    static var mostDigits: Int { 15 }

    /// Reads digits with at most one decimal point and a sign before them; `nil` for anything else.
    public init?(plain text: some StringProtocol) {
        var digits = Substring(text)
        let isNegative = digits.first == "-"
        if isNegative || digits.first == "+" { digits.removeFirst() }
        let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count <= 2, parts.allSatisfy({ !$0.isEmpty }) else { return nil }
        let all = parts.joined()
        guard all.count <= Number.mostDigits, all.allSatisfy({ $0.isASCII && $0.isNumber }),
            let significand = UInt64(all)
        else { return nil }
        self.init(
            sign: isNegative ? .minus : .plus, exponent: parts.count == 2 ? -parts[1].count : 0,
            significand: Decimal(significand))
    }
}
