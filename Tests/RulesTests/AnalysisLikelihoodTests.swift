import Foundation
import Testing

@testable import Rules

/// Shares, counts and rankings against sums over all situations.
struct AnalysisLikelihoodTests {
    @Test(arguments: 0..<8)
    func sharesAndCountsAgree(block: Int) throws {
        for seed in block * 250..<(block + 1) * 250 {
            let subject = try AnalysisSubject(seed: seed)
            var random = SeededGenerator(seed: ~seed)
            let answers = subject.answers(&random, open: [100, 60, 30, 0][seed / 4 % 4])
            let weights = randomWeights(subject.arities, &random)
            let found = Likelihoods(of: subject.nodes, given: answers, weights: weights)
            let completions = subject.completions(of: answers)
            #expect(found.situations == UInt128(completions.count))
            for value in 0..<subject.valueCount {
                let own = completions.filter { $0.value == value }
                let share = own.reduce(0) { $0 + likelihood($1.cells, answers, weights, subject.arities) }
                #expect(isClose(found.shares[value], share), "seed \(seed): \(subject)")
                #expect(found.counts[value] == UInt128(own.count), "seed \(seed): \(subject)")
            }
        }
    }

    @Test(arguments: 0..<8)
    func rankingsAgree(block: Int) throws {
        for seed in block * 200..<(block + 1) * 200 {
            let subject = try AnalysisSubject(seed: seed)
            var random = SeededGenerator(seed: ~seed)
            let answers = subject.answers(&random, open: [100, 75, 50][seed / 4 % 3])
            let weights = randomWeights(subject.arities, &random)
            let found = Ranking(of: subject.nodes, given: answers, weights: weights)
            let now = Self.entropy(subject, answers, weights)
            #expect(isClose(found.entropy, now))
            #expect(found.isExact)
            #expect(found.entries.map(\.variable).sorted() == answers.indices.filter { answers[$0] == nil })
            for entry in found.entries {
                let gain = now - Self.expectedEntropy(subject, answers, weights, asking: entry.variable)
                #expect(isClose(entry.gain, gain), "seed \(seed): \(subject) \(answers) \(entry)")
            }
            for (first, second) in zip(found.entries, found.entries.dropFirst()) {
                #expect(
                    first.gain > second.gain || first.gain == second.gain && first.variable < second.variable)
            }
        }
    }

    @Test func variablesThatTellTheSameStayInOrder() throws {
        // Symmetric in its variables, two of which have a cell too many.
        let arities = [2, 3, 2, 3, 2]
        let values = everySituation(arities).map { min(3, $0.count { $0 == 0 }) }
        let subject = try AnalysisSubject(arities: arities, values: values, valueCount: 4)
        #expect(Ranking(of: subject.nodes).entries.map(\.variable) == [0, 2, 4, 1, 3])
    }

    @Test func parityIsSettledByTheLastAnswerAlone() throws {
        let values = everySituation([2, 2, 2]).map { $0.reduce(0, +) % 2 }
        let subject = try AnalysisSubject(arities: [2, 2, 2], values: values, valueCount: 2)
        let open = Ranking(of: subject.nodes)
        #expect(open.entropy == 1)
        #expect(open.entries.map(\.gain) == [0, 0, 0])
        let last = Ranking(of: subject.nodes, given: [0, nil, 1])
        #expect(last.entries == [Ranking.Entry(variable: 1, gain: 1)])
    }

    @Test func theLogarithmIsExact() {
        var random = SeededGenerator(seed: 1)
        for _ in 0..<2000 {
            let value =
                Double.random(in: 0...1, using: &random) * [1, 1e-9, 1e-200, 1e5][random.chance(50) ? 0 : 2]
            guard value > 0 else { continue }
            #expect(abs(value.binaryLogarithm - log2(value)) <= 4e-16 * max(1, abs(log2(value))))
        }
        #expect((0...60).allSatisfy { (1 / Double(1 << $0)).binaryLogarithm == -Double($0) })
    }

    private static func entropy(
        _ subject: AnalysisSubject, _ answers: [Int?], _ weights: [[Double]?]
    ) -> Double {
        var shares = [Double](repeating: 0, count: subject.valueCount)
        for (cells, value) in subject.completions(of: answers) {
            shares[value] += likelihood(cells, answers, weights, subject.arities)
        }
        return shares.reduce(0) { $1 > 0 ? $0 - $1 * log2($1) : $0 }
    }

    private static func expectedEntropy(
        _ subject: AnalysisSubject, _ answers: [Int?], _ weights: [[Double]?], asking variable: Int
    ) -> Double {
        (0..<subject.arities[variable]).reduce(0) { sum, cell in
            var answered = answers
            answered[variable] = cell
            let alone = subject.arities.indices.map { $0 == variable ? Int?.none : 0 }
            var cells = subject.arities.map { _ in 0 }
            cells[variable] = cell
            return sum + likelihood(cells, alone, weights, subject.arities)
                * entropy(subject, answered, weights)
        }
    }
}
