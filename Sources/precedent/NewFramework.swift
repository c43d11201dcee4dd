import ArgumentParser
import Decisions
import Diagnostics
import Platform
import Rules

struct NewFramework: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "framework", abstract: "Start a framework and print its path.",
        discussion:
            "It begins with two options, a comparison and a checklist, each short enough to be replaced.")

    @Argument(help: "Its name.") var title: [String]
    @OptionGroup var options: AuthoringOptions
    @Flag(help: "Do not open an editor.") var noEdit = false

    func run() async throws {
        let loaded = try await options.load()
        let file = try NewFile(title, kind: .framework, of: loaded)
        try Files.makeFolder(file.folder)
        try Files.write(Array(StarterSite.framework(file.title).utf8), to: file.path, replacing: false)
        if !noEdit { try Editor.open(file.path) }
        Terminal.write(file.path + "\n")
    }
}

struct NewAssessment: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "assessment",
        abstract: "Start an assessment, with every question open, and print its path.")

    @Argument(help: "The framework's id.") var framework: String
    @Argument(help: "What is assessed.") var title: [String]
    @OptionGroup var options: AuthoringOptions
    @Flag(help: "Do not open an editor.") var noEdit = false

    func run() async throws {
        let loaded = try await options.load()
        let found = try loaded.framework(framework)
        guard let logic = found.logic else {
            throw UsageError(
                message: "'\(framework)' has no rules to answer\n  help: 'precedent check' says why")
        }
        let file = try NewFile(title, kind: .assessment, of: loaded)
        try SavedAnswers(file.path, title: file.title).write(.init([:]), to: found, logic)
        if !noEdit { try Editor.open(file.path) }
        Terminal.write(file.path + "\n")
    }
}

/// A file of a kind that is not there yet.
private struct NewFile {
    let title: String
    let folder: String
    let path: String

    init(_ words: [String], kind: ContentKind, of loaded: LoadedSite) throws {
        title = words.joined(separator: " ").split(whereSeparator: \.isWhitespace).joined(separator: " ")
        try title.requirePlainText("a name")
        let name = title.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: "-")
        guard !name.isEmpty else { throw UsageError(message: "the name is empty\n  help: name it in words") }
        folder = loaded.shown("\(loaded.configuration.content)/\(kind.folder)")
        path = "\(folder)/\(name).md"
        guard Files.kind(of: path) == nil else {
            throw UsageError(message: "'\(path)' is there already\n  help: choose another name")
        }
    }
}
