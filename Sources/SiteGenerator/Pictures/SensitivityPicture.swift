import FoundationEssentials
import Rules

/// How far each weight of a matrix can move before another option wins: a line of weights for each factor, on it the stretch
/// within which the winner stays, and the weight itself as a dot. The comparison's last column holds the same.
struct SensitivityPicture {
    private let matrix: WeightedMatrix

    init(_ matrix: WeightedMatrix) { self.matrix = matrix }

    private static func double(_ number: Number) -> Double { Double("\(number)") ?? 0 }

    /// The picture.
    /// - Parameters:
    ///   - name: what its ids begin with.
    ///   - winners: the options that win, in words.
    func svg(name: String, winners: String) -> String? {
        let stabilities = matrix.stabilities
        guard !stabilities.isEmpty else { return nil }
        let bounds = zip(matrix.factors, stabilities).flatMap { factor, stability in
            [factor.weight, stability.least ?? 0, stability.greatest ?? 0].map(Self.double)
        }
        let step = Self.step(for: bounds.max() ?? 1)
        let greatest = ((bounds.max() ?? 1) / step).rounded(.down) * step + step
        let names = min(210, (matrix.factors.map { Picture.width(of: $0.name) }.max() ?? 0) + 16)
        let unit = 420 / greatest
        let row = 32.0
        let bottom = Double(matrix.factors.count) * row + 10
        var picture = Picture(
            name: name, width: names + 420 + 34, height: bottom + 24,
            title: "How far each weight can move while \(winners) stays ahead",
            description: zip(matrix.factors, stabilities).map {
                "\($0.name) weighs \($0.weight); the winner stays with \($1.text)."
            }.joined(separator: " "))
        var tick = 0.0
        while tick <= greatest + step / 2 {
            let x = names + tick * unit
            picture.path([(x, 4), (x, bottom)], kind: "grid")
            picture.text("\(Self.label(tick))", at: x, bottom + 16, .middle, kind: "soft")
            tick += step
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

    /// A round step that gives a handful of marks: 1, 2 or 5 times a power of ten.
    private static func step(for greatest: Double) -> Double {
        var power = 1.0
        while power * 10 <= greatest { power *= 10 }
        while power > greatest, power > 1e-6 { power /= 10 }
        return [0.2, 0.5, 1, 2].map { $0 * power }.first { greatest / $0 <= 8 } ?? power * 2
    }

    private static func label(_ value: Double) -> String {
        let hundredths = Int((value * 100).rounded())
        if hundredths % 100 == 0 { return "\(hundredths / 100)" }
        let rest = hundredths % 100
        return "\(hundredths / 100)." + (rest % 10 == 0 ? "\(rest / 10)" : rest < 10 ? "0\(rest)" : "\(rest)")
    }
}
