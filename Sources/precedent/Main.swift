import ArgumentParser
import Decisions
import Foundation
import Platform
import SiteGenerator

/// The program. Exit codes: 0 all is well, 1 problems in the content, 2 wrong usage, or a folder or file that cannot be
/// used.
@main
enum Main {
    static func main() async {
        Memory.takeInLargeSteps()
        // Every build needs this, and it takes longer than to read the arguments and to look at the site's folder.
        if [BuildCommand.name, ServeCommand.name].contains(CommandLine.arguments.dropFirst().first) {
            Task.detached { await SiteBuilder.prepare() }
        }
        do {
            var command = try PrecedentCommand.parseAsRoot()
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch let error as UsageError {
            fail(error.message)
        } catch let error as NoSite {
            fail(Self.message(of: error))
        } catch let error as OutputRefusal {
            fail(Self.message(error))
        } catch let error as PublishRefusal {
            fail(Self.message(error))
        } catch let error as ChangedFile {
            fail(
                "'\(error.path)' was changed by somebody else in the meantime, so it is left alone\n  help: run the command again"
            )
        } catch let error as FileError {
            fail("\(error)")
        } catch {
            let code = PrecedentCommand.exitCode(for: error)
            if code == .validationFailure,
                let text = UsageHelp.message(for: error, arguments: Array(CommandLine.arguments.dropFirst()))
            {
                Terminal.write(text, to: .errors)
                exit(2)
            }
            let text = PrecedentCommand.fullMessage(for: error)
            if !text.isEmpty { Terminal.write(text + "\n", to: code == .success ? .output : .errors) }
            exit(code == .validationFailure ? 2 : code.rawValue)
        }
    }

    private static func fail(_ message: String) -> Never {
        Terminal.write("error: \(message)\n", to: .errors)
        exit(2)
    }

    /// Why a folder cannot be read as a site, and on further lines what to do.
    static func message(of error: any Error) -> String {
        guard let error = error as? NoSite else { return "\(error)" }
        return message(error)
    }

    private static func message(_ error: NoSite) -> String {
        switch error {
        case .nothingFound(let folder):
            "there is no \(SiteConfiguration.fileName) in '\(folder)', and no folder of decision records such as docs/adr\n"
                + (Files.kind(of: "\(folder)/\(SiteConfiguration().content)") == .folder
                    ? "  help: an empty \(SiteConfiguration.fileName) makes it a site"
                    : "  help: 'precedent init' makes a small site to start from")
        case .siteBelow(let folder):
            "there is no \(SiteConfiguration.fileName) here; the one in '\(folder)' makes that folder a site\n"
                + "  help: 'cd \(folder.quotedForShell)' first, or add '-C \(folder.quotedForShell)' behind the command's name"
        case .noContentFolder(let folder):
            "there is no folder '\(folder)' to read content from\n"
                + "  help: make it, or set 'content:' in \(SiteConfiguration.fileName)"
        }
    }

    private static func message(_ error: PublishRefusal) -> String {
        switch error {
        case .checkedOut(let branch):
            "the branch '\(branch)' is checked out, and would change under the hands that work on it\n"
                + "  help: name another one with --branch"
        case .foreignBranch(let branch):
            "the branch '\(branch)' holds something that was not made by precedent, so it is left alone\n"
                + "  help: name another one with --branch, or take this one with --replace"
        case .diverged(let branch, let remote):
            "the branch '\(branch)' here and the one on \(remote) have gone different ways\n"
                + "  help: 'git branch -D \(branch)' lets the one on \(remote) go on"
        case .foreignFiles(let files, let folder):
            "'\(folder)' holds files of the site's names that were not put there by precedent publish: "
                + files.prefix(8).joined(separator: ", ") + (files.count > 8 ? " and others" : "") + "\n"
                + "  help: move or remove them, or name another folder"
        case .badBranch(let branch):
            "'\(branch)' is no name for a branch\n  help: name one with --branch, such as gh-pages"
        case .git(let reason): "Git cannot do its part: \(reason)"
        }
    }

    private static func message(_ error: OutputRefusal) -> String {
        switch error {
        case .foreignFolder(let folder):
            "'\(folder)' is not empty and was not made by precedent, so it is left alone\n"
                + "  help: empty or remove it, or choose another folder with --output or 'output:' in \(SiteConfiguration.fileName)"
        case .isFile(let path):
            "'\(path)' is a file\n  help: --output names the folder to write the site to"
        case .otherBuild(let folder): "another build is writing to '\(folder)'"
        case .overlaps(let folder):
            "'\(folder)' holds what the site is made from, or lies within it\n"
                + "  help: choose another folder with --output or 'output:' in \(SiteConfiguration.fileName)"
        }
    }
}

/// What someone asked for that cannot be had.
struct UsageError: Error {
    /// What is wrong, and on further lines what to do.
    let message: String
}

struct PrecedentCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "precedent",
        abstract:
            "Makes a site of architecture decisions: frameworks that reason, assessments, and the decision log.",
        discussion: """
            EXAMPLES
              precedent init decisions        a small working site in a new folder
              precedent build                 the site of this folder, into public/
              precedent serve                 the same in a browser, while it is written
              precedent check                 every problem, and nothing written
              precedent assess rag-or-fine-tuning --answers answers.yml
            """,
        version: Precedent.version,
        subcommands: [
            InitCommand.self, BuildCommand.self, ServeCommand.self, CheckCommand.self, ListCommand.self,
            ShowCommand.self,
            NewCommand.self, StatusCommand.self, LinkCommand.self, RenumberCommand.self, IndexCommand.self,
            ImportCommand.self, SignCommand.self, FreezeCommand.self, AssessCommand.self, ReportCommand.self,
            ExplainCommand.self,
            CompileCommand.self, DiffCommand.self, PublishCommand.self, TemplatesCommand.self,
        ])
}
