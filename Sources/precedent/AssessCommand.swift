import ArgumentParser
import Decisions
import Diagnostics
import Foundation
import Platform
import Rules
import SiteGenerator

struct AssessCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "assess", abstract: "Run answers through a framework's rules.",
        discussion: """
            Answers are YAML or JSON that maps questions, by id or short name, to answers; '?' or no entry leaves one open.
            Without --answers the questions are asked one at a time.

            EXAMPLES
              precedent assess rag-or-fine-tuning
              precedent assess rag-or-fine-tuning --answers answers.yml
              echo '{"citations": "yes"}' | precedent assess rag-or-fine-tuning --answers - --json
            """)

    @Argument(help: "The framework's id.") var framework: String
    @ArgumentParser.Option(
        name: .shortAndLong, help: "A file of answers, or '-' for standard input.", completion: .file())
    var answers: String?
    @Flag(help: "Print JSON.") var json = false
    @OptionGroup var options: SiteOptions

    func run() async throws {
        let loaded = try await SiteLoader.load(options.site)
        let found = try loaded.framework(framework)
        guard let logic = found.logic else {
            let own = loaded.problems(of: found)
            Terminal.report(own, root: options.site, texts: loaded.convertedTexts)
            guard own.hasErrors else {
                throw UsageError(message: "'\(framework)' has no rules to run answers through")
            }
            throw ExitCode(1)
        }
        let verdict = logic.evaluate(try givenAnswers(logic, loaded))
        if json {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            let data = try encoder.encode(VerdictOutput(verdict, framework: found, logic: logic))
            Terminal.write(String(decoding: data, as: UTF8.self) + "\n")
        } else {
            Terminal.write(VerdictText(verdict, framework: found, logic: logic).text)
        }
    }

    private func givenAnswers(_ logic: Logic, _ loaded: LoadedSite) throws -> Answers {
        guard let answers else {
            guard Terminal.isInteractive else {
                throw UsageError(
                    message:
                        "no answers were given\n  help: name a file with --answers FILE, or '--answers -' for standard input"
                )
            }
            return Interview(logic, words: loaded.configuration.words).answers()
        }
        let name = answers == "-" ? "<stdin>" : answers
        let bytes = answers == "-" ? try Files.readStandardInput() : try Files.read(answers)
        let file = AnswersFile(bytes, file: name, logic: logic, words: loaded.configuration.words)
        Terminal.report(file.problems, root: options.site, texts: [name: bytes])
        if file.problems.hasErrors { throw ExitCode(1) }
        return file.answers
    }
}

extension LoadedSite {
    /// The framework of an id, or a usage error that suggests one.
    func framework(_ id: String) throws -> Framework {
        if let found = model.framework(id) { return found }
        let ids = model.frameworks.map(\.id)
        let help =
            didYouMean(id, among: ids)
            ?? (ids.isEmpty
                ? "this site has no frameworks" : "the frameworks are \(ids.joined(separator: ", "))")
        throw UsageError(message: "no framework is called '\(id)'\n  help: \(help)")
    }
}

/// Asks a framework's questions in the terminal, one at a time.
private struct Interview {
    private let logic: Logic
    private let words: Words

    init(_ logic: Logic, words: Words) {
        self.logic = logic
        self.words = words
    }

    /// The answers given; Enter leaves a question open, and the end of input leaves the rest open.
    func answers() -> Answers {
        var values: [String: AnswerValue] = [:]
        Terminal.write("Answer yes or no. Enter leaves a question open.\n\n")
        for (index, question) in logic.questions.enumerated() {
            while true {
                Terminal.write("\(index + 1)/\(logic.questions.count)  \(question.ask) ")
                guard let line = readLine() else {
                    Terminal.write("\n")
                    return Answers(values)
                }
                let text = line.trimmingCharacters(in: .whitespaces)
                if text.isEmpty || text == "?" { break }
                let expanded = ["y": "yes", "n": "no"][text.lowercased()] ?? text
                if let value = question.type.parse(answer: expanded, words: words) {
                    values[question.id] = value
                    break
                }
                Terminal.write("     The answers are \(question.type.labels.joined(separator: ", ")).\n")
            }
        }
        Terminal.write("\n")
        return Answers(values)
    }
}
