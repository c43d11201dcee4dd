import ArgumentParser
import Decisions
import Diagnostics
import Languages
import Platform
import SiteGenerator

struct TemplatesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "templates", abstract: "List the files of the theme, or take one over to change it.",
        subcommands: [List.self, Eject.self], defaultSubcommand: List.self)

    /// The file of the theme of each name: templates and words without their ending, all else as it is called.
    private static let files = Theme.files.map { file in
        let ending = [".mustache", ".yml"].first { file.path.hasSuffix($0) } ?? ""
        return (name: String(file.path.dropLast(ending.count)), path: file.path)
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List the files of the theme, those that the site has of its own marked.")

        @OptionGroup var options: SiteOptions

        func run() async throws {
            let own = try await options.load().configuration.templates.map { "\(options.site)/\($0)" }
            for file in TemplatesCommand.files {
                let isOwn = own.map { Files.kind(of: "\($0)/\(file.path)") != nil } ?? false
                Terminal.write(file.name + (isOwn ? "  (the site's own)" : "") + "\n")
            }
        }
    }

    struct Eject: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract:
                "Copy a file of the theme into the site's templates, where it stands in the place of ours.",
            discussion: """
                EXAMPLES
                  precedent templates eject partials/colophon
                  precedent templates eject assets/style.css
                  precedent templates eject words/de
                """)

        @Argument(help: "The file's name, as 'precedent templates' lists it.") var name: String
        @OptionGroup var options: SiteOptions

        func run() async throws {
            let loaded = try await options.load()
            let names = TemplatesCommand.files.map(\.name)
            guard let file = TemplatesCommand.files.first(where: { $0.name == name || $0.path == name }),
                let bytes = Theme.text(of: "theme:\(file.path)")
            else {
                throw UsageError(
                    message: "the theme has no file '\(name)'\n  help: \(Self.help(for: name, among: names))")
            }
            guard let folder = loaded.configuration.templates else {
                throw UsageError(
                    message:
                        "this site has no folder of templates\n  help: a \(SiteConfiguration.fileName) gives it one, 'templates' unless it says otherwise"
                )
            }
            let shown = "\(folder)/\(file.path)"
            let path = "\(loaded.root)/\(shown)"
            guard Files.kind(of: path) == nil else {
                throw UsageError(
                    message:
                        "'\(shown)' is there already, so it is left alone\n  help: move it away to start anew"
                )
            }
            let end = path.lastIndex(of: "/") ?? path.endIndex
            try Files.makeFolder(String(path[..<end]))
            try Files.write(bytes, to: path, replacing: false)
            Terminal.write("\(shown)\n")
        }

        private static func help(for name: String, among names: [String]) -> String {
            let elsewhere = names.first { $0.hasSuffix("/\(name)") }
            let near = elsewhere.map { "did you mean '\($0)'?" } ?? didYouMean(name, among: names)
            let tag = name.hasPrefix("words/") ? String(name.dropFirst(6)) : ""
            guard LanguageTag.isOne(tag) else { return near ?? "'precedent templates' lists them" }
            let language = tag.lowercased().prefix { $0 != "-" }
            if tag.count > language.count, names.contains("words/\(language)") {
                return "'words/\(language)' serves '\(tag)'; what that says otherwise stands in '\(name).yml'"
            }
            let start = "take 'words/en' and name it 'words/\(tag.lowercased()).yml'"
            // Two letters of another language are no slip, three may be one.
            guard let near, tag.count > 2 || names.contains("words/\(language)") else { return start }
            return tag.count > 2 ? "\(near) For another language \(start)" : near
        }
    }
}
