import ArgumentParser
import Decisions
import Diagnostics
import Foundation
import Platform

struct NewDecision: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "decision", abstract: "Start a decision record and print its path.",
        discussion: """
            The record gets the next number, and a name as the log's others have it. Its format is that of ADR_TEMPLATE, of a \
            template in the folder, or the one that the log's latest record has. VISUAL, else EDITOR, opens it where a person \
            sits at the terminal. ADR_DATE is its date; else it is today's.
            """)

    @Argument(help: "The title.") var title: [String] = []
    @OptionGroup var options: AuthoringOptions
    @ArgumentParser.Option(
        name: [.customShort("s"), .customLong("supersedes")],
        help: "A record that it takes the place of: its number, its file's name or a part of that.")
    var supersedes: [String] = []
    @ArgumentParser.Option(
        name: .shortAndLong, help: "TARGET:LINK:REVERSE, such as '5:Amends:Amended by'.")
    var link: [String] = []
    @ArgumentParser.Option(help: "madr, minimal, nygard, or template for the log's own.")
    var format: String?
    @ArgumentParser.Option(help: "The status; else proposed, and in Nygard's format Accepted.")
    var status: String?
    @ArgumentParser.Option(help: "An assessment to fill the record in from, as NAME or NAME@DATE.")
    var from: String?
    @ArgumentParser.Option(help: "The log, by its folder or name, where there are several.")
    var log: String?
    @Flag(help: "Do not open an editor.") var noEdit = false

    func run() async throws {
        let words = title.joined(separator: " ").split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard !words.isEmpty else {
            throw UsageError(
                message: "a decision needs a title\n  help: precedent new decision \"Use a log\"")
        }
        try words.requirePlainText("a title")
        if let status {
            try status.requirePlainText("a status")
            guard !status.allSatisfy(\.isWhitespace) else {
                throw UsageError(
                    message: "the status is empty\n  help: name one, such as proposed, or leave --status out")
            }
        }
        if title.count > 1, let meant = nearest(to: title[0], among: ["decision", "framework", "assessment"])
        {
            throw UsageError(
                message:
                    "'\(title[0])' is not one of decision, framework and assessment\n  help: did you mean '\(meant)'?"
            )
        }
        let loaded = try await options.loadForNew()
        let folder = try options.folder(of: loaded, named: log)
        let naming = RecordNaming(loaded.names(in: folder), taken: loaded.numbers(in: folder))
        let day = try RecordDay.current()
        let path = "\(folder.path)/\(naming.fileName(words, number: naming.next, day: day))"
        guard Files.kind(of: loaded.shown(path)) == nil else {
            throw UsageError(message: "'\(path)' is there already\n  help: choose another title")
        }
        let values = RecordTemplate.Values(
            number: naming.next, title: words, day: day, status: status?.trimmingCharacters(in: .whitespaces),
            heading: loaded.latestHeading(in: folder))
        let replaced = try supersedes.map { try loaded.record($0, preferring: folder.path) }
        let links = try link.map { try relation($0, loaded, folder) }
        var changes = try loaded.refusing {
            var changes = loaded.changes()
            changes.add(path, try text(values, path, loaded, folder))
            for record in replaced {
                try changes.relate(
                    path, "Supersedes", to: loaded.model.records[record].file.shownPath,
                    reverse: "Superseded by")
            }
            for (record, words) in links {
                try changes.relate(
                    path, words.words, to: loaded.model.records[record].file.shownPath,
                    reverse: words.reverse)
            }
            return changes
        }
        try loaded.write(changes)
        if status != nil, let new = changes.files.first(where: { $0.path == path }) {
            Terminal.report(
                loaded.problems(ofStatusIn: new.bytes, path: path), root: loaded.root,
                texts: [path: new.bytes])
        }
        if try changes.group(of: path) == .open {
            for record in replaced {
                Terminal.write(
                    "note: '\(loaded.shown(loaded.model.records[record].file.shownPath))' is superseded by a record that is only proposed\n",
                    to: .errors)
            }
        }
        if !noEdit { try Editor.open(loaded.shown(path)) }
        Terminal.write(loaded.shown(path) + "\n")
    }

    private func text(
        _ values: RecordTemplate.Values, _ path: String, _ loaded: LoadedSite,
        _ folder: LoadedSite.RecordFolder
    ) throws -> [UInt8] {
        if let from {
            return try RecordDraft(values, assessment: from, of: loaded).bytes
        }
        return try template(loaded, folder).filled(values, file: path)
    }

    private func template(_ loaded: LoadedSite, _ folder: LoadedSite.RecordFolder) throws -> RecordTemplate {
        let wanted = ProcessInfo.processInfo.environment["ADR_TEMPLATE"] ?? ""
        let inFolder = "\(folder.path)/templates/template.md"
        let isThere = Files.kind(of: loaded.shown(inFolder)) == .file
        let own = isThere ? inFolder : loaded.ownTemplate(in: folder)
        if format == nil || format == "template" {
            if !wanted.isEmpty { return RecordTemplate(try Files.read(wanted), file: wanted) }
            if let own { return RecordTemplate(try Files.read(loaded.shown(own)), file: own) }
        }
        guard let format else {
            let isAdrTools =
                folder.path == "doc/adr" || Files.kind(of: "\(loaded.root)/.adr-dir") == .file
            return RecordTemplate(
                loaded.usualFormat(in: folder, ofEmptyLog: isAdrTools ? .nygard : .minimal),
                head: loaded.usualHead(in: folder))
        }
        guard format != "template" else {
            throw UsageError(
                message:
                    "'\(folder.path)' has no template\n  help: put one there as templates/template.md, or name it in ADR_TEMPLATE"
            )
        }
        guard let known = RecordTemplate.Format(rawValue: format) else {
            let names = RecordTemplate.Format.allCases.map(\.rawValue) + ["template"]
            throw UsageError(
                message: "no format is called '\(format)'\n  help: "
                    + (didYouMean(format, among: names) ?? "the formats are \(names.joined(separator: ", "))")
            )
        }
        return RecordTemplate(known)
    }

    /// `5:Amends:Amended by`; the last part may be left out of words that are known.
    private func relation(_ written: String, _ loaded: LoadedSite, _ folder: LoadedSite.RecordFolder) throws
        -> (Int, RelationWords)
    {
        let parts = written.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        let known = parts.count > 1 ? RelationWords(parts[1]) : nil
        guard parts.count > 2 || known != nil, parts.allSatisfy({ !$0.isEmpty }) else {
            throw UsageError(
                message:
                    "'\(written)' is no link\n  help: write TARGET:LINK:REVERSE, such as '5:Amends:Amended by'"
            )
        }
        let words = parts.count > 2 ? RelationWords(parts[1], reverse: parts[2]) : known
        return (
            try loaded.record(parts[0], preferring: folder.path),
            words ?? RelationWords(parts[1], reverse: "")
        )
    }
}
