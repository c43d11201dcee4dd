import ArgumentParser
import Decisions
import Diagnostics
import Platform
import Rules
import SiteGenerator

struct SignCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sign", abstract: "Sign what an assessment recommends.",
        discussion: """
            Adds to the assessment's front matter the day, the person, what is recommended, the framework's version and a digest of
            its rules, so that it can be told later what was signed. What 'check' finds an error in is not signed.

            EXAMPLES
              precedent sign product-search --by "A. Author"
            """)

    @Argument(help: "The assessment.") var assessment: String
    @ArgumentParser.Option(help: "Who signs.") var by: String
    @OptionGroup var options: AuthoringOptions

    func run() async throws {
        let loaded = try await options.load()
        let (found, milestone) = try loaded.assessment(assessment)
        guard let framework = loaded.model.framework(found.framework), let logic = framework.logic,
            let verdict = loaded.model.verdict(of: found, at: milestone)
        else {
            throw UsageError(message: "'\(assessment)' cannot be judged\n  help: 'precedent check' says why")
        }
        let errors = try await SiteBuilder(loaded).problems.filter {
            $0.severity == .error && $0.location?.file == found.file.shownPath
        }
        guard errors.isEmpty else {
            Terminal.report(errors, root: loaded.root, texts: loaded.convertedTexts)
            throw ExitCode(1)
        }
        guard verdict.decided, !verdict.recommendations.isEmpty else {
            throw UsageError(
                message:
                    "'\(assessment)' recommends nothing yet\n  help: 'precedent build' shows what is still open"
            )
        }
        let signOff = SignOff(
            day: try RecordDay.current(), by: by,
            recommendation: verdict.recommendations.map { framework.options[$0.option].id },
            version: framework.version, rules: logic.meaningDigest)
        let path = loaded.shown(found.file.shownPath)
        let bytes = try Files.read(path)
        guard !signOff.stands(in: bytes, file: found.file.shownPath) else {
            return Terminal.write("\(path): signed already\n")
        }
        let signed = try loaded.refusing { try signOff.added(to: bytes, file: found.file.shownPath) }
        try Files.replace(path, with: signed, read: bytes)
        Terminal.write(path + "\n")
    }
}

struct FreezeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "freeze", abstract: "Keep a framework's present version as it is.",
        discussion: """
            Copies it to ID@VERSION.md beside it. An assessment with 'framework: ID@VERSION' is judged by that one from then on.

            EXAMPLES
              precedent freeze build-or-buy
            """)

    @Argument(help: "The framework's id.") var framework: String
    @OptionGroup var options: AuthoringOptions

    func run() async throws {
        let loaded = try await options.load()
        let found = try loaded.framework(framework)
        guard let version = found.version else {
            throw UsageError(
                message: "'\(framework)' has no version\n  help: write 'version: 1' in its front matter")
        }
        let old = loaded.shown(found.file.shownPath)
        let folder = old.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(
            separator: "/")
        let name = found.id.split(separator: "/").last.map(String.init) ?? found.id
        let path = "\(folder)/\(name)@\(version.replacing("/", with: "-")).md"
        guard Files.kind(of: path) == nil else {
            throw UsageError(
                message:
                    "'\(path)' is there already\n  help: give the framework another version, then freeze that"
            )
        }
        let bytes = try Files.read(old)
        let frozen = try loaded.refusing {
            try Framework.frozen(bytes, file: found.file.shownPath, as: "\(found.id)@\(version)")
        }
        try Files.write(frozen, to: path, replacing: false)
        Terminal.write(path + "\n")
    }
}
