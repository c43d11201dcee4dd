import Decisions
import Diagnostics
import Foundation
import Rules
import SiteGenerator
import Testing

/// The German copy of the sample framework, whose rules are in German throughout, beside the English original.
struct GermanSiteTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    private static let german = root.appending(path: "Sites/german").path
    private static let english = root.deletingLastPathComponent().path

    /// A framework with what reads answers to it.
    private struct Reader {
        let logic: Logic
        let words: Words

        init(_ framework: String, in site: String) async throws {
            let loaded = try await SiteLoader.load(site)
            logic = try #require(loaded.model.framework(framework)?.logic)
            words = loaded.configuration.words
        }

        /// What answers come to; `nil` ones are open. They are read as a file of answers is, in the order of the questions.
        func verdict(_ answers: [String?]) throws -> Verdict {
            let lines = zip(logic.questions, answers).map { "\"\($0.name)\": \"\($1 ?? "?")\"\n" }
            let file = AnswersFile(
                Array(lines.joined().utf8), file: "answers.yml", logic: logic, words: words)
            try #require(file.problems.map(\.summary) == [])
            return logic.evaluate(file.answers)
        }
    }

    /// All ways to answer so many questions.
    private static func answerSets(_ count: Int, _ answers: [String?]) -> [[String?]] {
        (0..<count).reduce([[]]) { sets, _ in sets.flatMap { set in answers.map { set + [$0] } } }
    }

    @Test(arguments: [["yes", "no", nil], ["ja", "nein", nil], ["Ja", "NEIN", nil]])
    func everySetOfAnswersComesToWhatItDoesInEnglish(_ answers: [String?]) async throws {
        let original = try await Reader("rag-or-fine-tuning", in: Self.english)
        let copy = try await Reader("rag-oder-feinabstimmung", in: Self.german)
        let questions = original.logic.questions.count
        let sets = zip(
            Self.answerSets(questions, ["yes", "no", nil]), Self.answerSets(questions, answers))
        var count = 0
        for (given, translated) in sets {
            let (expected, found) = (try original.verdict(given), try copy.verdict(translated))
            count += 1
            #expect(found.possible == expected.possible, "\(translated)")
            #expect(found.recommendations.map(\.option) == expected.recommendations.map(\.option))
            #expect(
                found.recommendations.map(\.startingPoint) == expected.recommendations.map(\.startingPoint))
            #expect(found.standings.map(\.tally) == expected.standings.map(\.tally))
            #expect(found.ground == expected.ground)
        }
        #expect(count == 729)
    }

    @Test func optionsAndQuestionsStandInTheSameOrder() async throws {
        let original = try await Reader("rag-or-fine-tuning", in: Self.english)
        let copy = try await Reader("rag-oder-feinabstimmung", in: Self.german)
        #expect(copy.logic.options.map(\.id) == original.logic.options.map(\.id))
        #expect(copy.logic.rules.map(\.target.option) == original.logic.rules.map(\.target.option))
        #expect(
            copy.logic.questions.map(\.name) == [
                "Frisches Wissen", "Quellen", "Format", "Schnelligkeit", "Beispiele", "Unsicher",
            ])
    }

    /// The Arabic site has words for what its pages show, and two options that may tie.
    @Test(arguments: [("german", []), ("arabic", ["uncovered-tie", "untranslated-words"])])
    func sitesInOtherLanguagesHaveNoProblemButThoseMeant(_ name: String, _ meant: [String]) async throws {
        let builder = try await SiteBuilder(
            try await SiteLoader.load(Self.root.appending(path: "Sites/\(name)").path))
        #expect(builder.problems.map(\.id).sorted() == meant)
    }
}
