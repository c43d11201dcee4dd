import ArgumentParser
import Decisions
import Platform
import SiteGenerator

struct InitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init", abstract: "Make a small working site.",
        discussion: """
            Writes a configuration, a framework, an assessment and a decision record, each short enough to be replaced. The \
            folder must be empty but for files such as a README, or not be there. With --ci it adds what runs the program \
            before a commit and on GitHub and GitLab, in a folder that may hold a site or records already.

            EXAMPLES
              precedent init decisions && cd decisions && precedent build
              precedent init --ci
            """)

    @Argument(help: "The folder.", completion: .directory) var folder = "."

    @Flag(help: "Add a pre-commit configuration and recipes for GitHub Actions and GitLab CI.") var ci = false

    func run() throws {
        if let kind = Files.kind(of: folder), kind != .folder {
            throw UsageError(message: "'\(folder)' is a file\n  help: name a new folder: precedent init NAME")
        }
        let files = try StarterSite.files(on: .today())
        let isFree = try isFree(for: files)
        guard isFree || ci else {
            throw UsageError(
                message: "'\(folder)' is not empty\n  help: name a new folder: precedent init NAME")
        }
        if isFree { try write(files) }
        if ci { try writeRecipes() }
        guard isFree else { return }
        let enter = folder == "." ? "" : "cd \(folder.quotedForShell) && "
        Terminal.write(
            "Made a site of \(files.count) files in \(folder == "." ? "this folder" : folder).\nNext: \(enter)precedent build, then open public/index.html\n"
        )
    }

    /// Whether nothing is there that a site would change: a new repository has a README and hidden files before all else.
    private func isFree(for files: [(path: String, text: String)]) throws -> Bool {
        guard Files.kind(of: folder) != nil else { return true }
        return try Files.names(in: folder).allSatisfy { name in
            name.hasPrefix(".")
                || Files.kind(of: "\(folder)/\(name)") == .file && !files.contains { $0.path == name }
        }
    }

    private func write(_ files: [(path: String, text: String)]) throws {
        for (path, text) in files {
            let slash = path.lastIndex(of: "/")
            try Files.makeFolder(slash.map { "\(folder)/\(path[..<$0])" } ?? folder)
            try Files.write(Array(text.utf8), to: "\(folder)/\(path)", replacing: false)
        }
    }

    /// What is there already stays, and what belongs into it is printed.
    private func writeRecipes() throws {
        for recipe in CIRecipes.files {
            if Files.kind(of: "\(folder)/\(recipe.path)") == nil {
                try write([recipe])
                Terminal.write("Wrote \(recipe.path).\n")
            } else {
                Terminal.write(
                    "\(recipe.path) is there already and stays as it is. What belongs into it:\n\n")
                Terminal.write(recipe.text.split(separator: "\n").map { "    \($0)\n" }.joined() + "\n")
            }
        }
    }
}
