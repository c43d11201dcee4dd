import FoundationEssentials
import Testing

@testable import Rules

/// Random frameworks against the oracle in `Oracle/`: verdicts on complete and partial answers, what would change them, and
/// what is wrong with single tables. `PRECEDENT_FRAMEWORKS` says how many are tried.
struct OracleTests {
    private static let blocks = 100

    @Test(arguments: 0..<blocks)
    func frameworksAgree(block: Int) throws {
        let count = TestSize.frameworks / Self.blocks
        for seed in block * count..<(block + 1) * count {
            let mismatches = try FrameworkComparison(seed: seed).mismatches
            guard mismatches.isEmpty else {
                Issue.record("seed \(seed): \(mismatches.prefix(4)) \(RandomFramework(seed: seed))")
                continue
            }
        }
    }

    /// Checklists are small enough for every set of answers.
    @Test(arguments: 0..<10)
    func everyAnswerSetOfAChecklistAgrees(block: Int) throws {
        for seed in block * 20..<(block + 1) * 20 {
            let comparison = try FrameworkComparison(checklistSeed: seed)
            guard comparison.mismatches.isEmpty else {
                Issue.record("seed \(seed): \(comparison.mismatches.prefix(4)) \(comparison.framework)")
                continue
            }
        }
    }

    /// The oracle agrees on nothing of interest where there is nothing of interest.
    @Test func theFrameworksHaveWhatIsCompared() throws {
        var counts: [String: Int] = [:]
        for seed in 0..<800 {
            let framework = RandomFramework(seed: seed)
            let plain = framework.plain
            for feature in plain.features { counts[feature, default: 0] += 1 }
            for step in Set(framework.situations.entries.map { "\($0.heard.step)" }) {
                counts["step \(step)", default: 0] += 1
            }
        }
        let scarce = counts.filter { $0.value < 5 }
        #expect(scarce.isEmpty, "\(counts)")
        #expect(counts.count > 45, "\(counts.keys.sorted())")
    }
}

extension PlainFramework {
    /// What is in it, in words.
    fileprivate var features: Set<String> {
        var found = Set<String>()
        for type in questions {
            switch type {
            case .yesNo: found.insert("yes/no")
            case .choice: found.insert("choice")
            case .scale: found.insert("scale")
            case .number(let least, let greatest):
                found.insert("number \(least == nil ? "" : "from") \(greatest == nil ? "" : "to")")
            case .date: found.insert("date")
            case .text: found.insert("text")
            }
        }
        for item in items {
            switch item.meaning {
            case .signal: found.insert(item.cell == nil ? "signal" : "signal with a test")
            case .gate: found.insert(item.cell == nil ? "gate" : "gate with a test")
            case .start: found.insert(isReaderAsked ? "fallback" : "fallback that asks nothing")
            }
        }
        for decision in decisions {
            found.insert("policy \(decision.policy.rawValue)")
            found.insert("\(decision.role)")
            if decision.role == .recommendation { found.insert("recommendation \(decision.policy.rawValue)") }
            if decision.outputs.count > 1 { found.insert("several outputs") }
            if decision.rows.contains(where: { $0.outputs.contains(.null) }) { found.insert("empty output") }
            for subject in decision.inputs {
                switch subject {
                case .question: found.insert("column of a question")
                case .output(let table, _):
                    found.insert("column of an output")
                    found.insert("column of \(decisions[table].policy.rawValue)")
                case .tally: found.insert("column of a tally")
                case .viable: found.insert("column of viability")
                case .expression: found.insert(hasConditions ? "column that reckons" : "column that compares")
                }
            }
        }
        if !matrix.isEmpty { found.insert("matrix") }
        if !fixed.isEmpty { found.insert("fixed") }
        if combines.contains(where: { !$0.isEmpty }) { found.insert("composite") }
        return found
    }
}
