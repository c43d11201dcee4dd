import ArgumentParser
import Decisions
import Diagnostics
import Foundation
import Rules
import SiteGenerator

struct DiffCommand: AsyncParsableCommand {
    static let name = "diff"
    static let configuration = CommandConfiguration(
        commandName: name, abstract: "Say which answers two versions of a framework judge differently.",
        discussion: """
            Each side is one of these; the first that fits is meant. NEW left out is the site's framework as it stands.
              FILE           a framework's file
              FRAMEWORK      a framework of the site, by its id
              REV:FILE       a file at a Git revision, below the repository's root, or below the site with './' before it
              FRAMEWORK@REV  a framework of the site at a Git revision
            Prints from what to what recommendations change, for which answers, with answers that show it, and which stored \
            assessments flip.

            EXAMPLES
              precedent diff rag-or-fine-tuning@HEAD~1
              precedent diff rag-or-fine-tuning@v1.0 rag-or-fine-tuning@v2.0
              precedent diff HEAD:content/frameworks/rag-or-fine-tuning.md draft.md --json
            """)

    @Argument(help: "The old version: FILE, FRAMEWORK, REV:FILE or FRAMEWORK@REV.") var old: String
    @Argument(help: "The new version, likewise.") var new: String?
    @Flag(help: "Print JSON.") var json = false
    @OptionGroup var options: SiteOptions

    func run() async throws {
        let loaded = try await options.load()
        let source = FrameworkSource(loaded, root: options.site)
        let before = try source.version(old)
        let after = try source.version(new ?? source.presentID(of: old))
        let (oldLogic, newLogic) = try (logic(of: before), logic(of: after))
        let comparison = Logic.comparison(
            old: oldLogic, new: newLogic, renamed: after.framework.renamed)
        let assessments = loaded.model.assessments.filter { assessment in
            [before, after].contains { loaded.model.framework(assessment.framework)?.id == $0.framework.id }
        }
        let words = loaded.configuration.words
        let misfits = assessments.flatMap { assessment in
            comparison.misfits(
                old: assessment.answers(to: before.framework, words: words),
                new: assessment.answers(to: after.framework, words: words), oldLogic, newLogic
            ).map { MisfitAnswer(assessment: assessment, question: $0.question, answer: $0.answer) }
        }
        let flips = assessments.compactMap { assessment in
            comparison.flip(
                old: assessment.answers(to: before.framework, words: words),
                new: assessment.answers(to: after.framework, words: words),
                weights: assessment.weights.mapValues(\.value)
            ).map { FlippedAssessment(assessment: assessment, flip: $0) }
        }
        let result = VersionDifference(
            comparison: comparison, old: before.framework, oldLogic: oldLogic, new: after.framework,
            newLogic: newLogic, flips: flips, misfits: misfits)
        if json {
            Terminal.write(try JSONText.of(DiffOutput(result)))
        } else {
            Terminal.write(result.text(oldName: before.name, newName: after.name))
        }
    }

    /// The rules of a version; where they are in error, its problems are what there is to say.
    private func logic(of version: FrameworkSource.Version) throws -> Logic {
        if let logic = version.framework.logic, !version.problems.hasErrors { return logic }
        guard version.problems.hasErrors else {
            throw UsageError(message: "'\(version.name)' has no rules to compare")
        }
        Terminal.report(version.problems, root: options.site, texts: version.texts)
        throw ExitCode(1)
    }
}
