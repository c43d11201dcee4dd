import FoundationEssentials

/// How to write a number that people wrote in another way: `1e3`, `80,5`, `~80 TB`, `> 500`, `80-90`.
struct NumberHelp {
    /// What to write, in words.
    let suggestion: String

    /// `nil` where it is none of these.
    /// - Parameter unit: the unit of the number that is asked for.
    init?(_ text: String, unit: String?) {
        let reader = Reader(unit: unit)
        let text = text.folded.trimmed
        guard
            let suggestion = reader.writtenOut(text) ?? reader.withoutEstimate(text)
                ?? reader.withoutComparison(text) ?? reader.oneOfRange(text)
        else { return nil }
        self.suggestion = suggestion
    }

    private struct Reader {
        let unit: String?

        private static let estimates = [
            "~", "about", "around", "approximately", "approx.", "roughly", "circa", "ca.",
        ]
        private static let comparisons = [
            ">=", "<=", ">", "<", "over", "above", "under", "below", "more than", "less than", "at least",
            "at most",
            "up to",
        ]
        private static let dashes = ["..", "-", " to "]

        /// An exponent, or a comma before the decimals.
        func writtenOut(_ text: String) -> String? { number(text).map { "write '\($0)'" } }

        func withoutEstimate(_ text: String) -> String? {
            rest(of: text, behind: Self.estimates).map {
                "write '\($0)', and say in the evidence how sure that is"
            }
        }

        func withoutComparison(_ text: String) -> String? {
            rest(of: text, behind: Self.comparisons).map {
                "an answer is one number: write '\($0)', or '?' to leave it open"
            }
        }

        func oneOfRange(_ text: String) -> String? {
            for dash in Self.dashes {
                for place in text.ranges(of: dash) {
                    let (before, behind) = (text[..<place.lowerBound].trimmed, text[place.upperBound...])
                    // A sign of a number divides nothing.
                    guard let last = before.last, last.isNumber || last.isLetter else { continue }
                    guard let upper = number(String(behind)), let lower = number(before) else { continue }
                    return "an answer is one number: write '\(lower)' or '\(upper)', or '?' to leave it open"
                }
            }
            return nil
        }

        private func rest(of text: String, behind words: [String]) -> String? {
            words.lazy.filter { text.hasPrefix($0) }.compactMap { number(String(text.dropFirst($0.count))) }
                .first
        }

        /// A number as it is to be written, with its unit where there was one.
        private func number(_ text: String) -> String? {
            let text = text.trimmed
            var digits = text
            if let unit, text.hasSuffix(unit.folded) { digits = String(text.dropLast(unit.count)).trimmed }
            guard let number = Number(plain: digits) ?? exponential(digits) ?? withComma(digits) else {
                return nil
            }
            return "\(number)" + (digits.count < text.count ? unit.map { " \($0)" } ?? "" : "")
        }

        /// `1.5e3`: ten to the power of at most fifteen, as many digits as a number may have.
        private func exponential(_ text: String) -> Number? {
            let parts = text.split(separator: "e", omittingEmptySubsequences: false)
            guard parts.count == 2, let mantissa = Number(plain: parts[0]),
                let exponent = Int(parts[1]), abs(exponent) <= Number.mostDigits
            else { return nil }
            let number = mantissa * Number(sign: .plus, exponent: exponent, significand: 1)
            return Number(plain: "\(number)")
        }

        /// `80,5` and `1.234,5`.
        private func withComma(_ text: String) -> Number? {
            let parts = text.split(separator: ",", omittingEmptySubsequences: false)
            guard parts.count == 2, let decimals = parts.last, !decimals.isEmpty,
                decimals.allSatisfy({ $0.isASCII && $0.isNumber })
            else { return nil }
            let groups = parts[0].split(separator: ".", omittingEmptySubsequences: false)
            guard groups.dropFirst().allSatisfy({ $0.count == 3 }) else { return nil }
            return Number(plain: groups.joined() + "." + decimals)
        }
    }
}
