import ArgumentParser
import Decisions
import Platform
import SiteGenerator

struct InitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init", abstract: "Make a small working site.",
        discussion: """
            Writes a configuration, a framework, an assessment and a decision record, each short enough to be replaced. The
            folder must be empty, or not be there.

            EXAMPLES
              precedent init decisions && cd decisions && precedent build
            """)

    @Argument(help: "The folder.", completion: .directory) var folder = "."

    func run() throws {
        if let kind = Files.kind(of: folder) {
            guard kind == .folder else {
                throw UsageError(
                    message: "'\(folder)' is a file\n  help: name a new folder: precedent init NAME")
            }
            let names = try Files.names(in: folder).filter { $0 != ".git" }
            guard names.isEmpty else {
                throw UsageError(
                    message: "'\(folder)' is not empty\n  help: name a new folder: precedent init NAME")
            }
        }
        for (path, text) in StarterSite.files {
            let slash = path.lastIndex(of: "/")
            try Files.makeFolder(slash.map { "\(folder)/\(path[..<$0])" } ?? folder)
            try Files.write(Array(text.utf8), to: "\(folder)/\(path)")
        }
        let enter = folder == "." ? "" : "cd \(folder.quotedForShell) && "
        Terminal.write(
            "Made a site of \(StarterSite.files.count) files in \(folder).\nNext: \(enter)precedent build, then open public/index.html\n"
        )
    }
}
