import Diagnostics
import Rules

/// SplitMix64 (Steele, Lea and Flood 2014): the same frameworks on every machine.
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}

/// A framework of one first-hit table, as an author would have written it.
struct FirstHitFramework {
    let ruleSet: RuleSet
    /// For each rule the cells of its tests, and the option that it recommends.
    let rows: [(tests: [String], option: String)]

    private static let options = ["A", "B", "C", "D", "E", "F", "G"]

    private init(questions types: [String], rows: [(tests: [String], option: String)]) {
        let place = SourceLocation(file: "benchmark.md", line: 1)
        func cells(_ texts: [String]) -> [SourcedText] { texts.map { SourcedText($0, at: place) } }
        let names = types.indices.map { "Q\($0 + 1)" }
        let table = TableSource(
            name: "Recommendation", headers: cells(["F"] + names + ["→ Recommend"]),
            rows: rows.enumerated().map { cells(["\($0 + 1)"] + $1.tests + [$1.option]) }, location: place)
        self.rows = rows
        ruleSet = RuleSet(
            id: "benchmark",
            options: Self.options.map { Option(id: $0.lowercased(), name: $0, location: place) },
            questions: zip(names, types).map { name, type in
                QuestionSource(
                    id: name.lowercased(), name: name, ask: "\(name)?", type: SourcedText(type, at: place),
                    location: place)
            }, items: [], tables: [table])
    }

    /// Many questions, yes/no and scales of three in turn, and rules over 3 or 4 neighbouring ones, in no order: as people
    /// write what they know of a field, a corner at a time.
    static func neighbours(questions: Int, rules: Int, seed: UInt64) -> FirstHitFramework {
        var random = SplitMix(state: seed)
        let rows = (0..<rules).map { _ -> (tests: [String], option: String) in
            let count = Int.random(in: 3...4, using: &random)
            let first = Int.random(in: 0...questions - count, using: &random)
            let tests = (0..<questions).map { question -> String in
                guard (first..<first + count).contains(question) else { return "-" }
                let choices = question % 2 == 0 ? ["yes", "no"] : ["low", "> low", "mid", "< high", "high"]
                return choices.randomElement(using: &random) ?? "-"
            }
            return (tests, options.randomElement(using: &random) ?? "A")
        }
        let types = (0..<questions).map { $0 % 2 == 0 ? "yes, no" : "low < mid < high" }
        return FirstHitFramework(questions: types, rows: rows)
    }

    /// Numbers from 0 to 100, most of them tested by each rule, in steps of five; the last rule holds for all.
    static func numbers(columns: Int, rules: Int, seed: UInt64) -> FirstHitFramework {
        var random = SplitMix(state: seed)
        var rows = (1..<rules).map { _ -> (tests: [String], option: String) in
            let tests = (0..<columns).map { _ -> String in
                guard Int.random(in: 0..<10, using: &random) < 8 else { return "-" }
                let low = Int.random(in: 0..<15, using: &random)
                let high = low + Int.random(in: 3...10, using: &random)
                return "[\(low * 5)..\(min(high, 20) * 5))"
            }
            return (tests, options.randomElement(using: &random) ?? "A")
        }
        rows.append(((0..<columns).map { _ in "-" }, "G"))
        return FirstHitFramework(questions: (0..<columns).map { _ in "number 0..100" }, rows: rows)
    }
}
