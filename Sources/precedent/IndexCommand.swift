import ArgumentParser
import Decisions
import Platform

struct IndexCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "index", abstract: "Keep a table of the records in a file, such as a README.",
        discussion: """
            The table goes between the lines '<!-- precedent:index -->' and '<!-- /precedent:index -->', or adr-log's '<!-- adrlog -->' \
            and '<!-- adrlogstop -->'. All else in the file stays.

            EXAMPLES
              precedent index --write README.md
              precedent index --write docs/adr/README.md --check
            """)

    @OptionGroup var options: AuthoringOptions
    @ArgumentParser.Option(help: "The file, from the site's folder.", completion: .file()) var write: String
    @Flag(help: "Change nothing, and exit with 1 where the table is out of date.") var check = false

    func run() async throws {
        let loaded = try await options.load()
        let old = try Files.read(loaded.shown(write))
        let new = try loaded.refusing { try IndexTable(loaded.model).written(in: old, path: write) }
        guard new != old else { return }
        guard !check else {
            Terminal.write(
                "error: the index in '\(write)' is out of date\n  help: precedent index --write \(write.quotedForShell)\n",
                to: .errors)
            throw ExitCode(1)
        }
        try Files.replace(loaded.shown(write), with: new, read: old)
        Terminal.write(loaded.shown(write) + "\n")
    }
}
