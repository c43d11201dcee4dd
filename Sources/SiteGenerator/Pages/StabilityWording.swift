import FoundationEssentials
import Languages
import Rules

extension WeightedMatrix.Stability {
    /// Within which weights the winner stays: "2 to 5", "from 2", "up to 5", "any weight".
    func text(in phrases: Phrases) -> String {
        switch (least, greatest) {
        case (nil, nil): phrases("stability.any")
        case (let least?, nil): phrases("stability.from", ["least": least.rounded(in: phrases)])
        case (nil, let greatest?): phrases("stability.up-to", ["greatest": greatest.rounded(in: phrases)])
        case (let least?, let greatest?) where least == greatest:
            phrases("stability.only", ["weight": least.rounded(in: phrases)])
        case (let least?, let greatest?):
            phrases(
                "stability.range",
                ["least": least.rounded(in: phrases), "greatest": greatest.rounded(in: phrases)])
        }
    }
}

extension Number {
    /// With two digits behind the point at most, and said so where there are more.
    fileprivate func rounded(in phrases: Phrases) -> String {
        let hundredths = ((Double("\(self)") ?? 0) * 100).rounded()
        guard let whole = Int(exactly: hundredths) else { return phrases.decimal("\(self)") }
        let value = Number(whole) / 100
        let written = phrases.decimal("\(value)")
        return value == self ? written : phrases("numbers.about", ["number": written])
    }
}
