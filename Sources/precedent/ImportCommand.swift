import ArgumentParser
import Decisions
import Platform

struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Copy a folder of decision records into the log, with a report.",
        discussion: """
            Files are copied as they are, images and sub-folders too; READMEs, indexes and templates stay behind. Nothing is written \
            over: where a file is there already, none is copied.

            EXAMPLES
              precedent import ../billing/docs/adr --dry-run
            """)

    @Argument(help: "The folder to copy.", completion: .directory) var folder: String
    @OptionGroup var options: AuthoringOptions
    @ArgumentParser.Option(help: "The log to copy into, by its folder or name, where there are several.")
    var log: String?
    @Flag(help: "Only report.") var dryRun = false

    func run() async throws {
        guard Files.kind(of: folder) == .folder else {
            throw UsageError(message: "'\(folder)' is no folder\n  help: name the folder of the records")
        }
        let loaded = try await options.loadForNew()
        let log = try options.folder(of: loaded, named: log).path
        let target = loaded.shown(log)
        let files = try Files.tree(below: folder).map { ($0, try Files.read("\(folder)/\($0)")) }
        let found = try await RecordImport(files.map { (path: $0.0, bytes: $0.1) })
        let taken = found.copies.filter { Files.kind(of: "\(target)/\($0)") != nil }
        guard taken.isEmpty else {
            throw UsageError(
                message:
                    "\(taken.map { "'\(target)/\($0)'" }.joined(separator: ", ")) \(taken.count == 1 ? "is" : "are") there already, so nothing is copied\n  help: rename or remove what is in the way"
            )
        }
        let copied = Set(found.copies)
        if !dryRun {
            for (path, bytes) in files where copied.contains(path) {
                let file = "\(target)/\(path)"
                if let slash = file.lastIndex(of: "/") { try Files.makeFolder(String(file[..<slash])) }
                try Files.write(bytes, to: file, replacing: false)
            }
        }
        Terminal.report(found.problems, root: folder)
        Terminal.write(Self.report(found, target, dryRun: dryRun) + Self.taken(found, log, loaded))
    }

    private static func taken(_ found: RecordImport, _ log: String, _ loaded: LoadedSite) -> String {
        let others = loaded.model.records.map(\.file.shownPath).filter { $0.hasPrefix(log + "/") }
        let numbers = found.numbers(takenBy: others.map { String($0.dropFirst(log.count + 1)) })
        guard !numbers.isEmpty else { return "" }
        let list = numbers.map(String.init).joined(separator: ", ")
        return
            "\(numbers.count) number\(numbers.count == 1 ? " is" : "s are") taken already (\(list)): 'precedent renumber' gives new ones\n"
    }

    private static func report(_ found: RecordImport, _ target: String, dryRun: Bool) -> String {
        let others = found.copies.count - found.recordCount
        var text = "\(found.recordCount) record\(found.recordCount == 1 ? "" : "s")"
        text += others == 0 ? "" : " and \(others) other file\(others == 1 ? "" : "s")"
        text += dryRun ? " would be copied to \(target)\n" : " copied to \(target)\n"
        for (name, count) in found.formats { text += "  \(count) with \(name)\n" }
        for (path, role) in found.leftOut { text += "left out: \(path) (\(role))\n" }
        return text
    }
}
