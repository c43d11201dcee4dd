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
            Answers are YAML or JSON that maps questions, by id or short name, to answers; '?' or no entry leaves one open. \
            Without --answers the questions are asked one at a time: Enter or '?' leaves one open, 'b' goes back, 'q' stops. \
            With --save the answers are kept as an assessment, to which evidence can be added.

            EXAMPLES
              precedent assess rag-or-fine-tuning
              precedent assess rag-or-fine-tuning --save content/assessments/help-desk.md
              precedent assess rag-or-fine-tuning --answers answers.yml
              echo '{"citations": "yes"}' | precedent assess rag-or-fine-tuning --answers - --json
            """)

    @Argument(help: "The framework's id.") var framework: String
    @ArgumentParser.Option(
        name: .shortAndLong, help: "A file of answers, or '-' for standard input.", completion: .file())
    var answers: String?
    @ArgumentParser.Option(
        help: "Write the answers to a new file, as an assessment in Markdown.", completion: .file())
    var save: String?
    @Flag(help: "Print JSON.") var json = false
    @OptionGroup var options: SiteOptions

    func run() async throws {
        let loaded = try await options.load()
        let found = try loaded.framework(framework)
        guard let logic = found.logic else {
            let own = loaded.problems(of: found)
            Terminal.report(own, root: options.site, texts: loaded.convertedTexts)
            guard own.hasErrors else {
                throw UsageError(message: "'\(framework)' has no rules to run answers through")
            }
            throw ExitCode(1)
        }
        let saved = try save.map { try SavedAnswers($0) }
        let answers = try givenAnswers(found, logic, loaded)
        let verdict = logic.evaluate(answers)
        if json {
            Terminal.write(
                try JSONText.of(
                    VerdictOutput(verdict, framework: found, logic: logic, answers: answers)))
        } else {
            Terminal.write(VerdictText(verdict, framework: found, logic: logic, answers: answers).text)
        }
        try saved?.write(answers, to: found, logic)
        if let save {
            Terminal.write("\nSaved the answers as \(save).\n", to: json ? .errors : .output)
        } else if self.answers == nil {
            try offerToSave(answers, found, logic)
        }
    }

    /// After questions were asked: the answers would else be lost.
    private func offerToSave(_ answers: Answers, _ framework: Framework, _ logic: Logic) throws {
        guard logic.questions.contains(where: { answers[$0.id] != nil }) else { return }
        while true {
            Terminal.write(
                "\nTo keep the answers, name a file such as content/assessments/NAME.md; Enter keeps none.\n     > "
            )
            guard let line = readLine(), let name = line.split(separator: " ").first.map(String.init) else {
                return
            }
            do {
                try SavedAnswers(name).write(answers, to: framework, logic)
                return Terminal.write("Saved the answers as \(name).\n")
            } catch let error as UsageError {
                Terminal.write("     \(error.message.replacing("\n", with: "\n     "))\n")
            }
        }
    }

    private func givenAnswers(_ framework: Framework, _ logic: Logic, _ loaded: LoadedSite) throws -> Answers
    {
        guard let answers else {
            guard Terminal.isInteractive else {
                throw UsageError(
                    message:
                        "no answers were given\n  help: name a file with --answers FILE, or '--answers -' for standard input"
                )
            }
            var interview = Interview(logic, words: loaded.configuration.words)
            return interview.answers()
        }
        let name = answers == "-" ? "<stdin>" : answers
        let bytes = answers == "-" ? try Files.readStandardInput() : try Files.read(answers)
        let file = AnswersFile(
            bytes, file: name, logic: logic, words: loaded.configuration.words, renamed: framework.renamed)
        Terminal.report(file.problems, root: options.site, texts: [name: bytes])
        if file.problems.hasErrors { throw ExitCode(1) }
        return file.answers
    }
}

extension LoadedSite {
    /// The framework of an id, or a usage error that suggests one.
    func framework(_ id: String) throws -> Framework {
        if let found = model.framework(id) { return found }
        if let draft = model.draftFramework(id) {
            throw UsageError(
                message: "'\(id)' is a draft, and left out\n"
                    + "  help: take 'draft: true' out of \(draft.pathInSite); 'precedent check --drafts' checks it as it is"
            )
        }
        let ids = model.frameworks.map(\.id)
        let help =
            didYouMean(id, among: ids)
            ?? (ids.isEmpty
                ? "this site has no frameworks" : "the frameworks are \(ids.joined(separator: ", "))")
        throw UsageError(message: "no framework is called '\(id)'\n  help: \(help)")
    }
}
