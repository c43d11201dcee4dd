import ArgumentParser
import Decisions
import Diagnostics
import Rules

struct ExplainCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain", abstract: "Say what each table and list of a framework was taken for.",
        discussion: """
            Prints every table and list with its line, what it was read as and why, then the questions and the rules in effect.

            EXAMPLES
              precedent explain rag-or-fine-tuning
            """)

    @Argument(help: "The framework's id.") var framework: String
    @OptionGroup var options: SiteOptions

    func run() async throws {
        let loaded = try await SiteLoader.load(options.site)
        let found = try loaded.framework(framework)
        var text = "\(found.title)\n"
        for recognition in found.recognitions {
            text += "\n\(recognition.location.file):\(recognition.location.line): \(recognition.taken)\n"
            text += "  \(recognition.reason)\n"
        }
        if found.recognitions.isEmpty { text += "\nIt has no table and no list.\n" }
        text += "\nOptions\n"
        for option in found.options {
            text += "  \(option.id): \(option.name)"
            text += option.combines.isEmpty ? "\n" : ", combines \(option.combines.joined(separator: ", "))\n"
        }
        if let logic = found.logic {
            text += "\nQuestions\n"
            for rule in logic.rules {
                let question = logic.questions[rule.question]
                text +=
                    "  \(question.id): \(question.ask) \(question.type.labels.joined(separator: ", ")) → \(rule.targetText)\n"
            }
            text += "\nRules in effect\n"
            for rule in logic.defaultRules { text += "  \(rule.number). \(rule.when): \(rule.then)\n" }
        } else {
            text += "\nIt has no rules in effect.\n"
        }
        Terminal.write(text)
        let own = loaded.problems(of: found)
        Terminal.report(own, root: options.site, texts: loaded.convertedTexts)
        if own.hasErrors { throw ExitCode(1) }
    }
}
