public import FoundationEssentials

/// A stretch of numbers.
public struct NumberRange: Sendable, Hashable {
    /// Where a range ends.
    public struct Bound: Sendable, Hashable {
        /// The number at the end.
        public let value: Number
        /// Whether that number belongs to the range.
        public let isIncluded: Bool

        init(_ value: Number, isIncluded: Bool) {
            self.value = value
            self.isIncluded = isIncluded
        }
    }

    /// The lower end; `nil` where there is none.
    public let lower: Bound?
    /// The upper end; `nil` where there is none.
    public let upper: Bound?

    init(lower: Bound?, upper: Bound?) {
        self.lower = lower
        self.upper = upper
    }

    /// Whether a number lies in the range.
    public func contains(_ number: Number) -> Bool {
        let isAbove = lower.map { $0.isIncluded ? number >= $0.value : number > $0.value } ?? true
        let isBelow = upper.map { $0.isIncluded ? number <= $0.value : number < $0.value } ?? true
        return isAbove && isBelow
    }

    /// Whether no number lies in it.
    var isEmpty: Bool {
        guard let lower, let upper else { return false }
        return lower.value > upper.value
            || lower.value == upper.value && !(lower.isIncluded && upper.isIncluded)
    }

    /// A number that lies in it.
    var sample: Number {
        switch (lower, upper) {
        case (let lower?, _) where lower.isIncluded: lower.value
        case (_, let upper?) where upper.isIncluded: upper.value
        case (let lower?, let upper?): (lower.value + upper.value) / 2
        case (let lower?, nil): lower.value + 1
        case (nil, let upper?): upper.value - 1
        case (nil, nil): 0
        }
    }

    /// The range in words, with its unit: `500`, `over 500 ms`, `100 to 500`, `100 up to but not 500`.
    public func text(unit: String? = nil, in phrases: AnswerPhrases = .english) -> String {
        let unit = unit.map { " \($0)" } ?? ""
        switch (lower, upper) {
        case (nil, nil): return phrases(.any)
        case (let lower?, nil):
            return phrases(lower.isIncluded ? .atLeast : .over, ["number": "\(lower.value)\(unit)"])
        case (nil, let upper?):
            return phrases(upper.isIncluded ? .atMost : .under, ["number": "\(upper.value)\(unit)"])
        case (let lower?, let upper?):
            if lower.value == upper.value { return "\(lower.value)\(unit)" }
            let key: AnswerPhrases.Key =
                lower.isIncluded
                ? (upper.isIncluded ? .fromTo : .fromToUnder) : (upper.isIncluded ? .overTo : .overToUnder)
            return phrases(key, ["least": "\(lower.value)", "greatest": "\(upper.value)\(unit)"])
        }
    }
}
