import ArgumentParser
import Decisions
import Platform
import SiteGenerator

struct InitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init", abstract: "Make a small working site.",
        discussion: """
            Writes a configuration, a framework, an assessment and a decision record, each short enough to be replaced. The \
            folder may hold other things, but nothing in the place of these. With --ci it adds what runs the program before \
            a commit and on GitHub and GitLab, in a folder that may hold a site or records already.

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
        let obstacle = obstacle(to: files.map(\.path))
        if let obstacle, !ci { throw UsageError(message: obstacle) }
        if obstacle == nil { try write(files) }
        if ci { try writeRecipes() }
        guard obstacle == nil else { return }
        let enter = folder == "." ? "" : "cd \(folder.quotedForShell) && "
        Terminal.write(
            "Made a site of \(files.count) files in \(folder == "." ? "this folder" : folder).\nNext: \(enter)precedent build, then open public/index.html\n"
        )
    }

    /// Why no site is made here, and on a further line what to do: something stands where its files, pages or templates would,
    /// or there are records, which are a site without any of it.
    private func obstacle(to paths: [String]) -> String? {
        let usual = SiteConfiguration()
        let ours =
            paths.compactMap { $0.split(separator: "/").first.map(String.init) }
            + [usual.output, usual.templates].compactMap { $0 }
        let found = SiteSurvey.found(in: folder)
        if let taken = ours.first(where: { Files.kind(of: "\(folder)/\($0)") != nil }) ?? found.site {
            return
                "there is a '\(taken)' in '\(folder)' already\n  help: name a new folder: precedent init NAME"
        }
        return found.folders.first.map {
            "there are decision records in '\(folder)' already: '\($0)'\n  help: 'precedent build' makes a site of them as they are"
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
