import Foundation
import Rules
import Testing

/// Thousands of random frameworks, every set of answers to each, against the oracle in BruteForce.swift.
struct OracleTests {
    private static let blocks = 24
    private static let frameworksPerBlock = 100

    @Test(arguments: 0..<blocks)
    func everyAnswerSetAgrees(block: Int) throws {
        for seed in block * Self.frameworksPerBlock..<(block + 1) * Self.frameworksPerBlock {
            let framework = RandomFramework(seed: seed)
            let logic = try #require(framework.ruleSet.compile().logic, "\(framework)")
            let mismatches = Self.mismatches(of: logic, with: framework.plain)
            #expect(mismatches == [], "seed \(seed): \(framework)")
        }
    }

    /// The first few disagreements, in words.
    private static func mismatches(of logic: Logic, with plain: PlainFramework) -> [String] {
        let heard = plain.table(isReaderHeard: true)
        let unheard = plain.table(isReaderHeard: false)
        var found: [String] = []
        for answers in answerSets(plain.meanings.count) {
            let verdict = logic.evaluate(Answers(answers))
            let expected = plain.expected(answers, heard: heard, unheard: unheard)
            found += differences(verdict, expected, answers, reader: plain.readersQuestion).map {
                "\(answers): \($0)"
            }
            if found.count > 3 { break }
        }
        return found
    }

    private static func differences(
        _ verdict: Verdict, _ expected: PlainFramework.Expected, _ answers: [Bool?], reader: Int?
    ) -> [String] {
        var found: [String] = []
        func compare<Value: Equatable>(_ what: String, _ actual: Value, _ wanted: Value) {
            if actual != wanted { found.append("\(what) is \(actual), not \(wanted)") }
        }
        compare("exact", verdict.isExact, true)
        compare("decided", verdict.decided, expected.possible.count == 1)
        compare("possible", verdict.possible.plain, expected.possible)
        compare("possible in order", verdict.possible.map(\.options), verdict.possible.map(\.options).inOrder)
        compare("leads to", verdict.leadsTo?.plain, expected.leadsTo)
        compare("step", verdict.ground?.step, expected.step)
        compare(
            "qualifiers",
            Dictionary(verdict.recommendations.map { ($0.option, $0.qualifiers) }) { $0 + $1 },
            expected.qualifiers)
        compare(
            "starting point", Set(verdict.recommendations.map(\.startingPoint)),
            expected.qualifiers.isEmpty ? [] : Set(expected.possible.values))
        compare(
            "matters", Dictionary(verdict.open.map { ($0.question, $0.matters) }) { $0 && $1 },
            expected.matters)
        compare(
            "matters later",
            Dictionary(verdict.open.map { ($0.question, $0.mattersToWhatFollows) }) { $0 && $1 },
            expected.mattersLater)
        compare("tallies", verdict.standings.map(\.tally), expected.tallies.map { Decimal($0) / 100 })
        compare("viable", verdict.standings.map(\.isViable), expected.viable)
        compare(
            "blocked", Dictionary(verdict.blocked.map { ($0.option, $0.gates) }) { $0 + $1 }, expected.blocked
        )
        let subject = answers.indices.filter { $0 != reader }
        compare("answered", verdict.answeredCount, subject.count { answers[$0] != nil })
        compare("asked", verdict.questionCount, subject.count)
        return found
    }
}

/// All sets of answers to so many questions.
func answerSets(_ count: Int) -> [[Bool?]] {
    (0..<count).reduce([[]]) { sets, _ in sets.flatMap { set in [nil, true, false].map { set + [$0] } } }
}

extension Answers {
    /// Answers to the questions `q0`, `q1`, ….
    init(_ answers: [Bool?]) {
        self.init()
        for (index, answer) in answers.enumerated() { self["q\(index)"] = answer.map { $0 ? .yes : .no } }
    }
}

extension [Recommendation] {
    fileprivate var plain: [Int: Bool] {
        Dictionary(map { ($0.options.reduce(0) { $0 | 1 << $1 }, $0.startingPoint) }) { $0 && $1 }
    }
}

extension [[Int]] {
    /// By size and then by option, each once, the empty one last.
    fileprivate var inOrder: [[Int]] {
        Set(self).sorted { a, b in
            let sizes = [a, b].map { $0.isEmpty ? Int.max : $0.count }
            return sizes[0] == sizes[1] ? a.lexicographicallyPrecedes(b) : sizes[0] < sizes[1]
        }
    }
}

extension Ground {
    fileprivate var step: String {
        switch self {
        case .askedToStart: "asked"
        case .composite, .tiedComposites: "composite"
        case .favoured, .tie: "tally"
        case .fallback: "fallback"
        case .nothing: "nothing"
        case .matrix, .table, .violated: "not in a checklist"
        }
    }
}
