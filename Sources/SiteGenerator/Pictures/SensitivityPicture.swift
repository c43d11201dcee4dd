import FoundationEssentials
import Languages
import Rules

/// How far each weight of a matrix can move before another option wins: a line of weights for each factor, on it the stretch
/// within which the winner stays, and the weight itself as a dot. The comparison's last column holds the same.
struct SensitivityPicture {
    private let matrix: WeightedMatrix

    private let phrases: Phrases

    init(_ matrix: WeightedMatrix, in phrases: Phrases) {
        self.matrix = matrix
        self.phrases = phrases
    }

    /// The greatest weights that are drawn: the marks of an axis of less or more would need more digits than fit between.
    private static let drawn = Number(sign: .plus, exponent: -3, significand: 1)...Number(999_999)

    private static func double(_ number: Number) -> Double { Double("\(number)") ?? 0 }

    /// The picture.
    /// - Parameters:
    ///   - name: what its ids begin with.
    ///   - winners: the options that win, in words.
    /// - Returns: `nil` where nothing can be said, or where the weights are too large or too small for an axis.
    func svg(name: String, winners: String) -> String? {
        let stabilities = matrix.stabilities
        guard !stabilities.isEmpty else { return nil }
        let bounds = zip(matrix.factors, stabilities).flatMap { factor, stability -> [Number] in
            [factor.weight, stability.least ?? 0, stability.greatest ?? 0]
        }
        guard let most = bounds.max(), Self.drawn.contains(most) else { return nil }
        let (step, marks) = Self.marks(upTo: most)
        let greatest = Self.double(step) * Double(marks)
        let names = min(210, (matrix.factors.map { Picture.width(of: $0.name) }.max() ?? 0) + 16)
        let unit = 420 / greatest
        let row = 32.0
        let bottom = Double(matrix.factors.count) * row + 10
        var picture = Picture(
            name: name, width: names + 420 + 34, height: bottom + 24,
            title: phrases("pictures.weights", ["winners": winners]),
            description: zip(matrix.factors, stabilities).map {
                phrases(
                    "pictures.weight",
                    [
                        "factor": $0.name, "weight": phrases.decimal("\($0.weight)"),
                        "stability": $1.text(in: phrases),
                    ])
            }.joined(separator: " "))
        for mark in 0...marks {
            let x = names + Double(mark) * 420 / Double(marks)
            picture.path([(x, 4), (x, bottom)], kind: "grid")
            // As a decimal number, so that it is written with the digits that its step has.
            picture.text(phrases.decimal("\(Number(mark) * step)"), at: x, bottom + 16, .middle, kind: "soft")
        }
        for (index, (factor, stability)) in zip(matrix.factors, stabilities).enumerated() {
            let y = Double(index) * row + 20
            let label = Picture.lines(factor.name, width: names - 16, most: 1).first ?? factor.name
            picture.text(label, at: 0, y + 4)
            let start = names + (stability.least.map(Self.double) ?? 0) * unit
            let end = stability.greatest.map { names + Self.double($0) * unit } ?? names + 420
            picture.rectangle(start, y - 5, max(2, end - start), 10, kind: "stays")
            if stability.greatest == nil {
                picture.path([(end, y - 8), (end + 9, y), (end, y + 8)], kind: "arrow")
            }
            picture.circle(names + Self.double(factor.weight) * unit, y, radius: 6, kind: "weight")
        }
        return picture.svg
    }

    /// Round steps that give a handful of marks, 1, 2 or 5 times a power of ten, and how many go beyond a number.
    private static func marks(upTo greatest: Number) -> (step: Number, count: Int) {
        // The number is at least the power and below ten times it, so the last step is always enough.
        var power = Number(1)
        while power * 10 <= greatest { power *= 10 }
        while power > greatest { power /= 10 }
        let steps = [power / 5, power / 2, power, power * 2]
        let step = steps.first { greatest <= $0 * 8 } ?? power * 2
        var count = 1
        while Number(count) * step <= greatest { count += 1 }
        return (step, count)
    }
}
