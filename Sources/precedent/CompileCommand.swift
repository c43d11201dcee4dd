import ArgumentParser
import Decisions
import Diagnostics
import Rules

struct CompileCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compile", abstract: "Write a framework's decision diagram for other programs to walk.",
        discussion: """
            Prints questions, texts and one diagram with a root for the verdict, each rule, each row of a table and each option. \
            docs/compiled-framework.md describes the form.

            EXAMPLES
              precedent compile rag-or-fine-tuning --json > rag-or-fine-tuning.json
            """)

    @Argument(help: "The framework's id.") var framework: String
    @Flag(help: "Print JSON, the only form there is.") var json = false
    @OptionGroup var options: SiteOptions

    func validate() throws {
        guard json else { throw ValidationError("say --json: there is no other form yet") }
    }

    func run() async throws {
        let loaded = try await options.load()
        let found = try loaded.framework(framework)
        let own = loaded.problems(of: found)
        guard let logic = found.logic, !own.hasErrors else {
            Terminal.report(own, root: options.site, texts: loaded.convertedTexts)
            guard own.hasErrors else {
                throw UsageError(message: "'\(framework)' has no rules, so there is nothing to compile")
            }
            throw ExitCode(1)
        }
        let (compiled, problems) = logic.compiled(as: found.id)
        Terminal.report(problems, root: options.site, texts: loaded.convertedTexts)
        guard let compiled else { throw ExitCode(1) }
        Terminal.write(JSONText.spelledOut(compiled.json))
    }
}
