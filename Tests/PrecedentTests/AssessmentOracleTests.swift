import Foundation
import Testing

/// `assess` on every combination of yes, no and open answers to the sample framework.
struct AssessmentOracleTests {
    @Test func everyCombinationOfAnswersAgreesWithTheOracle() async throws {
        let combinations = Self.combinations
        #expect(combinations.count == 729)
        let workers = max(2, ProcessInfo.processInfo.activeProcessorCount)
        let disagreements = try await withThrowingTaskGroup(of: [String].self) { group in
            for worker in 0..<workers {
                group.addTask {
                    var found: [String] = []
                    for index in stride(from: worker, to: combinations.count, by: workers) {
                        if let text = try await Self.disagreement(on: combinations[index]) {
                            found.append(text)
                        }
                    }
                    return found
                }
            }
            return try await group.reduce(into: []) { $0 += $1 }
        }
        #expect(disagreements == [])
    }

    @Test func answersMayBeYAMLByShortNameAndComeFromAFile() async throws {
        let folder = try TemporaryFolder()
        try folder.write(
            "answers.yml", "Fresh knowledge: yes\nCitations: ~\nformat: no\nlatency: no\nexamples: ?\n")
        let run = try await Program.run(
            ["assess", "rag-or-fine-tuning", "--answers", folder.path + "/answers.yml", "--json"])
        #expect(run.code == 0, "\(run.errors)")
        let printed = try JSONDecoder().decode(Printed.self, from: Data(run.output.utf8))
        #expect(printed.decided)
        #expect(printed.recommendations.map(\.option) == ["rag"])
    }

    private static var combinations: [[String: SampleOracle.Answer]] {
        SampleOracle.questions.reduce([[:]]) { partial, question in
            partial.flatMap { answers in
                SampleOracle.Answer.allCases.map { answers.merging([question: $0]) { $1 } }
            }
        }
    }

    /// The fields of `assess --json` that the oracle speaks of.
    private struct Printed: Decodable {
        struct Recommended: Decodable {
            let option: String
            let name: String
            let qualifiers: [String]
            let startingPoint: Bool
        }

        let framework: String
        let decided: Bool
        let recommendations: [Recommended]
        let possible: [[String]]
    }

    private static func disagreement(on answers: [String: SampleOracle.Answer]) async throws -> String? {
        // Open answers are left out, blank or a question mark, by turns.
        let lines = SampleOracle.questions.enumerated().compactMap { index, question -> String? in
            switch answers[question] {
            case .yes: "\"\(question)\": \"yes\""
            case .no: "\"\(question)\": \"no\""
            default: index % 3 == 0 ? nil : "\"\(question)\": \"\(index % 3 == 1 ? "" : "?")\""
            }
        }
        let given = "{\(lines.joined(separator: ", "))}"
        let run = try await Program.run(
            ["assess", "rag-or-fine-tuning", "--answers", "-", "--json", "--site", Program.root], in: "/",
            input: given)
        guard run.code == 0, run.exited, run.errors.isEmpty else {
            return "\(given): exit \(run.code), \(run.errors)"
        }
        let printed = try JSONDecoder().decode(Printed.self, from: Data(run.output.utf8))
        let found = SampleOracle.Verdict(
            possible: Set(printed.possible.map { Set($0) }),
            recommendations: Set(
                printed.recommendations.map {
                    .init(
                        option: $0.option, name: $0.name, qualifiers: $0.qualifiers,
                        startingPoint: $0.startingPoint)
                }))
        let expected = SampleOracle.verdict(answers)
        let isSame =
            found == expected && printed.decided == expected.decided
            && printed.framework == "rag-or-fine-tuning"
            && printed.possible.count == expected.possible.count
            && printed.recommendations.count == expected.recommendations.count
        return isSame ? nil : "\(given): \(found), not \(expected)"
    }
}
