import ArgumentParser
import Decisions
import Diagnostics
import Rules

struct ShowCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Print a decision record.",
        discussion: """
            Prints what the record says of its standing and of others, then the file itself.

            EXAMPLES
              precedent show 12
              precedent show billing/12
              precedent show 0012-use-a-log --json
            """)

    @Argument(
        help:
            "The record's number, or its file's name or a part of that; SCOPE/NUMBER where several logs have it."
    )
    var record: String
    @OptionGroup var options: SiteOptions
    @Flag(help: "Print what is known of it as JSON, without the text.")
    var json = false

    func run() async throws {
        let loaded = try await options.load()
        let index = try loaded.record(record, preferring: nil)
        guard !json else {
            Terminal.write(try RecordOutput.json([RecordOutput(index, of: loaded.model, on: nil)]))
            return
        }
        let found = loaded.model.records[index]
        var text = Terminal.bold(Self.name(of: found)) + "\n"
        func add(_ label: String, _ value: String?) {
            guard let value, !value.isEmpty else { return }
            text += "\(label): \(value)\n"
        }
        add("Status", found.status?.name)
        add("Date", found.date.map { $0.iso + (found.isDateFromGit ? " (of its first commit)" : "") })
        for people in found.people { add(people.role, people.names.joined(separator: ", ")) }
        add("Tags", found.tags.joined(separator: ", "))
        add("Technical story", found.story)
        for kind in Relation.Kind.allCases {
            let relations = found.relations.filter { $0.kind == kind }
            for name in Set(relations.map(\.name)).sorted() {
                let others = relations.filter { $0.name == name }.map { loaded.model.records[$0.record] }
                add(
                    name.prefix(1).uppercased() + name.dropFirst(),
                    others.map { Self.name(of: $0) }.joined(separator: "; "))
            }
        }
        add("File", found.file.shownPath)
        let source = String(decoding: found.file.source, as: UTF8.self)
        Terminal.write(text + "\n" + source + (source.hasSuffix("\n") ? "" : "\n"))
    }

    private static func name(of record: DecisionRecord) -> String {
        record.number.map { "\($0). \(record.title)" } ?? record.title
    }
}

extension LoadedSite {
    /// The record of a name, or a usage error that says what there is.
    func record(_ name: String) throws -> Int {
        let found = model.records(called: name)
        if let only = found.first, found.count == 1 { return only }
        let files = (found.isEmpty ? Array(model.records.indices) : found).map {
            model.records[$0].file.shownPath
        }
        guard found.isEmpty else {
            throw UsageError(
                message:
                    "several records are called '\(name)'\n  help: name one of \(files.joined(separator: ", "))"
            )
        }
        let known = files.compactMap { $0.split(separator: "/").last.map(String.init) }
        throw UsageError(
            message: "no record is called '\(name)'\n  help: "
                + (didYouMean(name, among: known) ?? "'precedent list' prints them all"))
    }
}
