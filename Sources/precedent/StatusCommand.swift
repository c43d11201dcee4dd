import ArgumentParser
import Decisions
import Diagnostics

struct StatusCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status", abstract: "Give a decision record another status.",
        discussion: """
            The status is written where the record has it and as the record writes it; every other byte stays. Where the record comes \
            into force, those that it supersedes say so too.

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
        try Self.requireConsistent(wanted, of: index, in: loaded)
        let changes = try loaded.refusing {
            var changes = loaded.changes()
            try changes.setStatus(of: index, to: wanted)
            if RecordStatus(wanted, meanings: loaded.configuration.statuses).group == .inForce {
                // What it takes the place of has to say so from now on.
                for older in loaded.model.unawareOfSuccessor(index) {
                    try changes.link(index, "Supersedes", older, reverse: "Superseded by")
                }
            }
            return changes
        }
        try loaded.write(changes)
        for file in changes.files { Terminal.write(loaded.shown(file.path) + "\n") }
        noteLeftBehind(wanted, of: index, in: loaded)
    }

    /// What another decision took the place of is neither in force nor open, whatever its own file says.
    private static func requireConsistent(_ wanted: String, of index: Int, in loaded: LoadedSite) throws {
        let group = RecordStatus(wanted, meanings: loaded.configuration.statuses).group
        let successors = loaded.model.successorsInForce(of: index).map { loaded.model.records[$0] }
        guard group == .inForce || group == .open, let first = successors.first else { return }
        let name = loaded.shortName(of: first)
        let names = successors.map { "'\($0.file.shownPath)'" }.joined(separator: " and ")
        throw UsageError(
            message:
                "'\(loaded.model.records[index].file.shownPath)' is superseded by \(names), so it cannot be \(wanted)\n"
                + "  help: to go back to it, give that one another status first: precedent status \(name) rejected; or decide anew: precedent new --supersedes \(name) TITLE"
        )
    }

    /// What a decision took the place of does not come back by itself where that decision is turned down.
    private func noteLeftBehind(_ wanted: String, of index: Int, in loaded: LoadedSite) {
        let status = RecordStatus(wanted, meanings: loaded.configuration.statuses)
        guard status.isTurnedDown else { return }
        for older in loaded.model.onlySucceeded(by: index).map({ loaded.model.records[$0] }) {
            Terminal.write(
                "note: '\(loaded.shown(older.file.shownPath))' stays superseded by it; 'precedent status \(loaded.shortName(of: older)) accepted' puts it in force again\n",
                to: .errors)
        }
    }
}

extension LoadedSite {
    /// What a person calls a record on the command line: its number where only this one has it, else its file.
    fileprivate func shortName(of record: DecisionRecord) -> String {
        guard let number = record.number.map(String.init), model.records(called: number).count == 1 else {
            return record.file.shownPath.quotedForShell
        }
        return number
    }
}
