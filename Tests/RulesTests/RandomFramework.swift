import Diagnostics
import Rules

/// A random framework, as the oracle sees it and as an author would have written it.
struct RandomFramework: CustomStringConvertible {
    let plain: PlainFramework
    let ruleSet: RuleSet

    /// Names that are prefixes of each other, and letters beyond ASCII.
    private static let names = ["RAG", "RAG store", "Fine-tuning", "Écluse", "Hybrid", "C++"]

    init(seed: Int) {
        var random = SeededGenerator(seed: seed)
        let atomCount = Int.random(in: 1...4, using: &random)
        var combines: [[Int]] = Array(repeating: [], count: atomCount)
        for _ in 0..<(random.chance(25) ? 0 : Int.random(in: 1...2, using: &random)) {
            // A second composite may combine the first.
            let parts = combines.indices.filter { _ in random.chance(55) }
            combines.append(parts.isEmpty ? [0] : parts)
        }
        // Few questions most of the time: all answers to each framework are tried.
        let questionCount = min(
            Int.random(in: 1...6, using: &random), Int.random(in: 2...7, using: &random), 6)
        var hasFallback = random.chance(40)
        var meanings: [Meaning] = []
        for _ in 0..<questionCount {
            let option = Int.random(in: combines.indices, using: &random)
            if !hasFallback, random.chance(30) {
                hasFallback = true
                meanings.append(.start(option: option))
            } else if random.chance(25) {
                meanings.append(.gate(option: option))
            } else {
                let weight = [100, 100, 100, 100, 200, 50, 150, 10, 20, 30, 0, -100, -50, -200].randomElement(
                    using: &random)
                let words = [nil, nil, "on a smaller model", "where “cost” allows"].randomElement(
                    using: &random)
                meanings.append(.signal(option: option, hundredths: weight ?? 100, qualifier: words ?? nil))
            }
        }
        plain = PlainFramework(combines: combines, meanings: meanings)
        ruleSet = RandomFramework.written(plain, &random)
    }

    var description: String { "\(plain.combines) \(plain.meanings)" }

    private static func written(_ plain: PlainFramework, _ random: inout SeededGenerator) -> RuleSet {
        let place = SourceLocation(file: "random.md", line: 1)
        let options = plain.combines.enumerated().map { index, parts in
            Option(id: "o\(index)", name: names[index], combines: parts.map { "o\($0)" }, location: place)
        }
        let items = plain.meanings.enumerated().map { index, meaning in
            ChecklistItem(
                id: "q\(index)", name: "Question \(index)", ask: "Is \(index) so?",
                target: SourcedText(text(of: meaning, &random), at: place), location: place)
        }
        return RuleSet(id: "random", options: options, items: items)
    }

    private static func text(of meaning: Meaning, _ random: inout SeededGenerator) -> String {
        switch meaning {
        case .gate(let option): return "\(names[option]) is viable"
        case .start(let option): return "Start with \(names[option]); more later."
        case .signal(let option, let hundredths, let words):
            let isTurned = hundredths < 0 && random.chance(50)
            let weight = isTurned ? -hundredths : hundredths
            let digits = "\(abs(weight) / 100)" + (weight % 100 == 0 ? "" : ".\(abs(weight) % 100)")
            let number = weight == 100 ? "" : " (\(weight < 0 ? "−" : "")\(digits))"
            let behind = words.map { " \($0)" } ?? ""
            return (isTurned ? "not " : "") + names[option]
                + (random.chance(50) ? number + behind : behind + number)
        }
    }
}
