import ArgumentParser

/// Makes a new file of the site.
struct NewCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new", abstract: "Start a decision record, a framework or an assessment.",
        discussion: """
            Without the word 'decision' it is one, as with adr-tools: precedent new -s 12 Use PostgreSQL.

            EXAMPLES
              precedent new decision "Use a log for messages"
              precedent new decision --supersedes 3 "Use a log after all"
              precedent new decision -l "5:Amends:Amended by" "Keep messages for a year"
              precedent new framework "Build or buy"
              precedent new assessment build-or-buy "Product search"
            """,
        subcommands: [NewDecision.self, NewFramework.self, NewAssessment.self],
        defaultSubcommand: NewDecision.self)
}
