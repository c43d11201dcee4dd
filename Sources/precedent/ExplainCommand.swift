import ArgumentParser
import Decisions
import Diagnostics
import Languages
import Rules
import SiteGenerator

struct ExplainCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain", abstract: "Say what each table and list of a framework was taken for.",
        discussion: """
            Prints every table and list with its line, what it was read as and why, then the questions, the rules in effect, and which share of all situations leads to what.

            EXAMPLES
              precedent explain rag-or-fine-tuning
            """)

    @Argument(help: "The framework's id.") var framework: String
    @OptionGroup var options: SiteOptions

    func run() async throws {
        let loaded = try await options.load()
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
        let own = loaded.problems(of: found) + loaded.weighed(found.logic?.findings() ?? [])
        if let logic = found.logic {
            text += rules(logic, RuleWording(of: found, in: .english))
            text += CoverageText(of: logic).text
        } else if !own.hasErrors {
            text += "\nIt has no rules in effect.\n"
        }
        if own.hasErrors {
            text +=
                found.logic == nil
                ? "\nThis file has errors, so none of its rules are in effect.\n"
                : "\nThis file has errors.\n"
        }
        Terminal.write(text)
        Terminal.report(own, root: options.site, texts: loaded.convertedTexts)
        if own.hasErrors { throw ExitCode(1) }
    }

    /// The questions with what their answers mean, then what decides: what counts, what rules out, and the rows in order or
    /// the table that recommends.
    private func rules(_ logic: Logic, _ words: RuleWording) -> String {
        var text = "\nQuestions\n"
        for (index, question) in logic.questions.enumerated() where question.isAsked {
            let type = question.type == .yesNo ? "" : " (\(question.type.description))"
            let line = "  \(question.id): \(question.ask)\(type)"
            let rules = logic.rules(testing: index).map { " \($0.testText) → \(words.whole($0))" }
            let tables = logic.tables(reading: index).map { ", read by the table '\(logic.tables[$0].name)'" }
            text += rules.isEmpty ? line + tables.joined() + "\n" : rules.map { line + $0 + "\n" }.joined()
        }
        let signals = logic.rules.filter { if case .signal = $0.target { true } else { false } }
        text += "\nRules in effect\n"
        text += signals.map { "  \(logic.name(of: $0)): \(words.meaning($0))\n" }.joined()
        if let table = logic.recommendation.map({ logic.tables[$0] }) {
            return text
                + "  The table '\(table.name)' recommends (\(table.location.file):\(table.location.line)).\n"
        }
        if !signals.isEmpty {
            text += "  Then the first of these that applies; what is ruled out is left aside:\n"
        }
        for rule in logic.defaultRules { text += "  \(rule.number). \(rule.when) → \(rule.then)\n" }
        return text
    }
}
