import Decisions
import Foundation
import Testing

@testable import Rules

/// The map of a diagram leads where the rules lead.
struct DecisionMapTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path(percentEncoded: false)

    private static func logic(_ id: String) async throws -> Logic {
        try #require(try await SiteLoader.load(root).model.framework(id)?.logic)
    }

    /// Answers that somebody could give: one of each cell's.
    private static func samples(_ question: Int, _ logic: Logic) -> [AnswerValue] {
        let labels = logic.questions[question].type.labels
        if !labels.isEmpty { return labels.map { .label($0) } }
        return logic.program.domains[question].cells.compactMap { cell in
            switch cell {
            case .numbers(let range):
                .number((range.lower?.value ?? range.upper?.value ?? 0) + (range.lower == nil ? -1 : 1))
            case .dates(let from, let through): (from ?? through).map { .date($0) }
            case .text(let text): .text(text)
            case .other: .text("elsewhere")
            case .label, .value: nil
            }
        }
    }

    /// Follows answers through the map. Only those to what it asks are kept.
    private static func end(
        _ answers: Answers, _ map: DecisionMap, _ logic: Logic
    ) throws -> (end: [Recommendation], asked: Answers) {
        var asked = Answers()
        var node = map.nodes[0]
        while true {
            let question = try #require(node.question)
            let id = logic.questions[question].id
            let answer = try #require(answers[id])
            asked[id] = answer
            let cell = try #require(logic.program.domains[question].cell(of: answer))
            let branch = try #require(
                node.branches.first { $0.cells.contains(logic.program.domains[question].cells[cell]) })
            switch branch.target {
            case .node(let next):
                #expect(map.nodes[next].layer > node.layer)
                node = map.nodes[next]
            case .end(let end): return (map.ends[end], asked)
            }
        }
    }

    @Test(arguments: [
        ("rag-or-fine-tuning", 20), ("message-broker", 20), ("message-broker", 1000),
        ("rag-or-fine-tuning", 1),
    ])
    func eachAnswerLeadsWhereTheRulesLead(_ id: String, _ mostNodes: Int) async throws {
        let logic = try await Self.logic(id)
        let map = try #require(logic.decisionMap(mostNodes: mostNodes))
        #expect(map.isWhole == (map.nodes.count == map.wholeCount))
        #expect(map.nodes.count <= max(mostNodes, 1) || map.layerCount == 1)
        var state: UInt64 = 1
        for _ in 0..<400 {
            var answers = Answers()
            for (index, question) in logic.questions.enumerated()
            where question.isAsked && !question.isAboutReader {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                let samples = Self.samples(index, logic)
                answers[question.id] = samples[Int(state >> 33) % samples.count]
            }
            let (end, asked) = try Self.end(answers, map, logic)
            let possible = logic.evaluate(asked).possible.map(\.options)
            #expect(Set(end.map(\.options)) == Set(possible), "\(asked)")
            if map.isWhole { #expect(end.map(\.options) == logic.evaluate(answers).possible.map(\.options)) }
        }
    }
}
