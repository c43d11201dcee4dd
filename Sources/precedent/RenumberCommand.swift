import ArgumentParser
import Decisions
import Diagnostics
import Platform

struct RenumberCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "renumber", abstract: "Give records that share a number one each.",
        discussion: """
            Where two branches took the same number, the record that came later moves to the next free one: its file, the number \
            before its title, and all links to it. Where words such as 'ADR 12' may mean it, that is said. Git says which came later, else the records' dates, then their names.

            EXAMPLES
              precedent renumber --dry-run
            """)

    @OptionGroup var options: AuthoringOptions
    @Flag(help: "Only say what would move.") var dryRun = false

    func run() async throws {
        let loaded = try await options.load()
        let git = Git(in: loaded.root)
        let changes = try loaded.refusing {
            var changes = loaded.changes()
            try changes.renumber { path in
                // A record that began as a copy has no past of its own in the one that it was copied from.
                let output = try? git.output(of: [
                    "log", "--no-renames", "--diff-filter=A", "--format=%ct", "--", path,
                ])
                let times = output.map {
                    String(decoding: $0, as: UTF8.self).split(whereSeparator: \.isNewline)
                }
                return times?.last.flatMap { Int($0) }
            }
            return changes
        }
        guard !changes.moves.isEmpty else { return Terminal.write("Every record has a number of its own.\n") }
        for move in changes.moves {
            Terminal.write("\(loaded.shown(move.from)) → \(loaded.shown(move.to))\n")
        }
        for file in changes.files where !changes.moves.contains(where: { $0.to == file.path }) {
            Terminal.write("\(loaded.shown(file.path)): links\n")
        }
        for note in changes.leftBehind {
            let place = note.location.map { "\(loaded.shown($0.file)):\($0.line): " } ?? ""
            Terminal.write("\(place)note: \(note.summary)\n", to: .errors)
        }
        if dryRun { Terminal.write("Nothing is changed yet.\n") } else { try loaded.write(changes) }
    }
}
