import ArgumentParser
import Decisions
import Diagnostics

struct StatusCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status", abstract: "Give a decision record another status.",
        discussion: """
            The status is written where the record has it and as the record writes it; every other byte stays.

            EXAMPLES
              precedent status 12 accepted
            """)

    @Argument(help: "The record's number, or its file's name or a part of that.") var record: String
    @Argument(help: "The status.") var status: String
    @OptionGroup var options: AuthoringOptions

    func run() async throws {
        let loaded = try await options.load()
        let index = try loaded.record(record, preferring: nil)
        let wanted = status.lowercased()
        guard wanted != "superseded" else {
            throw UsageError(
                message: "what is superseded says by what\n  help: precedent link NEW supersedes \(record)")
        }
        guard loaded.isStatus(wanted) else {
            let names = loaded.statusNames.filter { $0 != "superseded" }
            throw UsageError(
                message: "'\(status)' is no status\n  help: "
                    + (didYouMean(wanted, among: names)
                        ?? "the statuses are \(names.joined(separator: ", ")); others go under 'statuses:' in \(SiteConfiguration.fileName)")
            )
        }
        let changes = try loaded.refusing {
            var changes = loaded.changes()
            try changes.setStatus(of: index, to: wanted)
            return changes
        }
        try loaded.write(changes)
        for file in changes.files { Terminal.write(loaded.shown(file.path) + "\n") }
    }
}
