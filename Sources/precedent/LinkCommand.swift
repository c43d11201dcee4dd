import ArgumentParser
import Decisions
import Diagnostics

struct LinkCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "link", abstract: "State in two decision records what they are to each other.",
        discussion: """
            The relation is one of supersedes, amends, clarifies, depends on, relates to and their reverses, or words of your own \
            with the reverse behind the second record, as with adr-tools.

            EXAMPLES
              precedent link 7 amends 3
              precedent link 7 depends on 3
              precedent link 7 Implements 3 "Implemented by"
            """)

    @Argument(help: "RECORD RELATION RECORD [REVERSE]") var words: [String]
    @OptionGroup var options: AuthoringOptions

    func run() async throws {
        guard words.count > 2 else { throw Self.usage }
        let loaded = try await options.load()
        let (middle, relation) = try Self.relation(in: words)
        guard words.indices.contains(middle + 1) else { throw Self.usage }
        let first = try loaded.record(words[0], preferring: nil)
        let folder = loaded.model.records[first].file.shownPath.split(separator: "/").dropLast()
            .joined(separator: "/")
        let second = try loaded.record(words[middle + 1], preferring: folder)
        guard first != second else {
            throw UsageError(message: "a record cannot be linked to itself\n  help: name two records")
        }
        let changes = try loaded.refusing {
            var changes = loaded.changes()
            try changes.link(first, relation.words, second, reverse: relation.reverse)
            return changes
        }
        try loaded.write(changes)
        for file in changes.files { Terminal.write(loaded.shown(file.path) + "\n") }
        let asked = words[1...middle].joined(separator: " ")
        if asked.lowercased() != relation.words.lowercased() {
            Terminal.write(
                "note: '\(asked)' is taken for '\(relation.words)'; with the reverse behind the second record your own words are written\n",
                to: .errors)
        }
    }

    private static let usage = UsageError(
        message: "a link is between two records\n  help: precedent link 7 amends 3")

    /// The relation among the words, and where its last one stands.
    private static func relation(in words: [String]) throws -> (Int, RelationWords) {
        for end in (1..<(words.count - 1)).reversed() {
            guard let known = RelationWords(words[1...end].joined(separator: " ")) else { continue }
            guard words.count > end + 2 else { return (end, known) }
            return (end, RelationWords(known.words, reverse: words[(end + 2)...].joined(separator: " ")))
        }
        guard words.count > 3 else {
            throw UsageError(
                message: "'\(words[1])' is no relation\n  help: "
                    + (didYouMean(words[1].lowercased(), among: RelationWords.known)
                        ?? "the relations are \(RelationWords.known.joined(separator: ", ")); for others name the reverse too")
            )
        }
        return (1, RelationWords(words[1], reverse: words[3...].joined(separator: " ")))
    }
}
