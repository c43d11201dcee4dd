import FoundationEssentials
import Rules

extension WeightedMatrix.Stability {
    /// Within which weights the winner stays: "2 to 5", "from 2", "up to 5", "any weight".
    var text: String {
        switch (least, greatest) {
        case (nil, nil): "any weight"
        case (let least?, nil): "from \(least.rounded)"
        case (nil, let greatest?): "up to \(greatest.rounded)"
        case (let least?, let greatest?):
            least == greatest ? "\(least.rounded) only" : "\(least.rounded) to \(greatest.rounded)"
        }
    }
}

extension Number {
    /// With two digits behind the point at most, and said so where there are more.
    fileprivate var rounded: String {
        let hundredths = ((Double("\(self)") ?? 0) * 100).rounded()
        guard let whole = Int(exactly: hundredths) else { return "\(self)" }
        let value = Number(whole) / 100
        return value == self ? "\(self)" : "about \(value)"
    }
}
