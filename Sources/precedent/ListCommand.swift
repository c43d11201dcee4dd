import ArgumentParser
import Decisions
import Diagnostics
import Rules

struct ListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the decision records.",
        discussion: """
            Prints a line a record: number, status, date and title, by log and number. What was left out, since it is a \
            template or a README, is named on the error stream.

            EXAMPLES
              precedent list
              precedent list --in-force --as-of 2024-12-31
              precedent list --status proposed --json
            """)

    @OptionGroup var options: SiteOptions
    @ArgumentParser.Option(
        help: "Only records of this status; can be given several times. 'none' is one that states none.")
    var status: [String] = []
    @Flag(help: "Only what is to be followed: accepted, and not replaced.")
    var inForce = false
    @ArgumentParser.Option(
        help: "The log as it was on a day, YYYY-MM-DD; records without a date are left out.")
    var asOf: String?
    @Flag(help: "Print JSON.")
    var json = false

    func run() async throws {
        var query = RecordQuery()
        query.statuses = Set(status.map { $0.lowercased() })
        query.inForce = inForce
        query.day = try asOf.map { try CalendarDate(argument: $0) }
        let loaded = try await options.load()
        let model = loaded.model
        let known = Set(model.records.map { $0.status?.name ?? "none" })
        for wanted in query.statuses.sorted() where !known.contains(wanted) {
            let usual = ["draft", "proposed", "accepted", "rejected", "deprecated", "superseded", "none"]
            guard !usual.contains(wanted) else { continue }
            throw UsageError(
                message: "no record has the status '\(wanted)'\n  help: "
                    + (didYouMean(wanted, among: known.union(usual).sorted())
                        ?? "the statuses are \(known.sorted().joined(separator: ", "))"))
        }
        let found = query.matches(in: model)
        if json {
            Terminal.write(try RecordOutput.json(found.map { RecordOutput($0, of: model, on: query.day) }))
            return
        }
        Terminal.write(RecordTable(found, of: model, on: query.day).text)
        let left = model.leftOut.map { "\($0.shownPath) (\($0.role.rawValue))" }
        if !left.isEmpty { Terminal.write("No records: \(left.joined(separator: ", "))\n", to: .errors) }
    }
}

/// Records as lines of a terminal.
struct RecordTable {
    private let rows: [[String]]

    init(_ records: [Int], of model: DecisionModel, on day: CalendarDate?) {
        let hasScopes = Set(model.records.map(\.scope)).count > 1
        rows = records.map { index in
            let record = model.records[index]
            let status = model.status(of: index, on: day)?.name ?? "-"
            return (hasScopes ? [record.scope.isEmpty ? "-" : record.scope] : []) + [
                record.number.map(String.init) ?? "-", status,
                (record.date?.iso ?? "-") + (record.isDateFromGit ? " (Git)" : ""), record.title,
            ]
        }
    }

    /// The lines, each column as wide as its widest cell.
    var text: String {
        guard let first = rows.first else { return "No records.\n" }
        let widths = first.indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
        return rows.map { row in
            zip(row, widths).map { $0.padding(to: $1) }.joined(separator: "  ").trimmingEnd + "\n"
        }.joined()
    }
}

extension String {
    func padding(to width: Int) -> String {
        self + String(repeating: " ", count: max(0, width - count))
    }

    fileprivate var trimmingEnd: String {
        var text = self[...]
        while text.last == " " { text.removeLast() }
        return String(text)
    }
}
