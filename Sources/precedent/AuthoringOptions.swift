import ArgumentParser
import Decisions
import Diagnostics
import Foundation
import Platform
import Rules

/// Which log a verb writes to: found from here upwards, as adr-tools does.
struct AuthoringOptions: ParsableArguments {
    @ArgumentParser.Option(
        name: [.customShort("C"), .customLong("site")],
        help: "The folder to start from; the site or log is looked for there and above.",
        completion: .directory)
    var site = "."

    /// The folder of the site: the one with the program's settings, else the nearest that has a log, both from here upwards
    /// to the repository's root.
    func root() throws -> String? {
        guard Files.kind(of: site) == .folder else {
            throw UsageError(message: "'\(site)' is not there\n  help: -C names a folder")
        }
        let folders = foldersUpwards
        if let settled = folders.first(where: {
            Files.kind(of: "\($0)/\(SiteConfiguration.fileName)") == .file
        }) {
            return settled
        }
        guard let nearest = folders.first(where: { !Self.logs(in: $0).isEmpty }) else { return nil }
        // 'adr' of 'doc' is 'doc/adr' of the folder above, which is what is meant.
        let logs = Self.logs(in: nearest)
        return folders.last { !Self.logs(in: $0).isDisjoint(with: logs) } ?? nearest
    }

    /// This folder and those above it, up to the one that is a repository's root.
    private var foldersUpwards: [String] {
        var folders = [site]
        let depth = URL(filePath: site).resolvingSymlinksInPath().pathComponents.count
        while folders.count < depth, let last = folders.last, Files.kind(of: "\(last)/.git") == nil {
            folders.append(last == "." ? ".." : last + "/..")
        }
        return folders
    }

    /// Where the logs lie that a folder is known to have, by teams' usual names or by another tool's settings.
    private static func logs(in folder: String) -> Set<String> {
        let usual = SiteSurvey.decisionFolders.filter { Files.kind(of: "\(folder)/\($0)") == .folder }
        let settings = [".log4brains.yml"].filter { Files.kind(of: "\(folder)/\($0)") == .file }
        return Set(
            (usual + settings + [AdrToolsFolder(in: folder)?.path].compactMap { $0 }).map {
                URL(filePath: "\(folder)/\($0)").resolvingSymlinksInPath().path
            })
    }

    /// The site with its drafts, whose numbers are taken as well.
    func load() async throws -> LoadedSite {
        guard let root = try root() else { throw NoSite.nothingFound(folder: site) }
        return try await SiteLoader.load(root, includingDrafts: true)
    }

    /// The site that a new record goes to. Where there is none yet, the log begins in the folder that adr-tools uses.
    func loadForNew() async throws -> LoadedSite {
        let root = try root()
        if let wrong = AdrToolsFolder(in: root ?? site), wrong.path == nil {
            throw UsageError(
                message:
                    "'\(wrong.written)' in '\(AdrToolsFolder.fileName)' is no folder below the one that holds the file\n"
                    + "  help: write the way to it from there, such as 'doc/adr'")
        }
        if root == nil { try Files.makeFolder("\(site)/doc/adr") }
        if let root, let folder = AdrToolsFolder(in: root)?.path, Files.kind(of: "\(root)/\(folder)") == nil {
            try Files.makeFolder("\(root)/\(folder)")
        }
        return try await SiteLoader.load(root ?? site, includingDrafts: true)
    }

    /// The log that is meant: the one that is named, the one that this folder lies in, that of adr-tools, the first.
    func folder(of loaded: LoadedSite, named name: String?) throws -> LoadedSite.RecordFolder {
        let folders = loaded.recordFolders
        if let name {
            let wanted = name.hasSuffix("/") ? String(name.dropLast()) : name
            let scope = loaded.scopes.first { $0.name == wanted }?.source
            if let found = folders.first(where: { $0.path == scope ?? wanted }) { return found }
            let known = folders.map(\.path)
            throw UsageError(
                message: "no log is called '\(name)'\n  help: "
                    + (didYouMean(name, among: known) ?? "the logs are \(known.joined(separator: ", "))"))
        }
        let here = URL(filePath: site).resolvingSymlinksInPath().path + "/"
        let around = folders.first {
            here.hasPrefix(URL(filePath: "\(loaded.root)/\($0.path)").resolvingSymlinksInPath().path + "/")
        }
        let adr = AdrToolsFolder(in: loaded.root)?.path
        guard let found = around ?? folders.first(where: { $0.path == adr }) ?? folders.first else {
            throw NoSite.nothingFound(folder: site)
        }
        return found
    }
}

extension LoadedSite {
    /// A path of the site as one would write it from here.
    func shown(_ path: String) -> String { root == "." ? path : "\(root)/\(path)" }

    /// The record of a number, a file's name or a part of one, as adr-tools takes them; of several that of a folder.
    func record(_ name: String, preferring folder: String?) throws -> Int {
        let isNear = { (index: Int) in
            folder.map { model.records[index].file.shownPath.hasPrefix($0 + "/") } ?? false
        }
        let called = model.records(called: name)
        let near = called.filter(isNear)
        if near.count == 1 { return near[0] }
        guard called.isEmpty, !name.isEmpty else { return try record(name) }
        let part = name.lowercased()
        let found = model.records.indices.filter {
            model.records[$0].file.shownPath.split(separator: "/").last?.lowercased().contains(part) ?? false
        }
        let nearest = found.filter(isNear)
        if nearest.count == 1 { return nearest[0] }
        if found.count == 1 { return found[0] }
        guard found.count > 1 else { return try record(name) }
        let files = found.map { model.records[$0].file.shownPath }
        throw UsageError(
            message:
                "several records have '\(name)' in their name\n  help: name one of \(files.joined(separator: ", "))"
        )
    }

    /// Changes to the site's records, read from disk.
    func changes() -> LogChanges {
        let root = root
        return LogChanges(self) { try Files.read("\(root)/\($0)") }
    }

    /// Works out changes, or prints why a file is left alone and ends with 1.
    func refusing<Result>(_ work: () throws -> Result) throws -> Result {
        do {
            return try work()
        } catch let refusal as EditRefusal {
            Terminal.report([refusal.problem], root: root, texts: convertedTexts)
            throw ExitCode(1)
        }
    }

    /// Writes changed files, each in one step, and none where one of them has changed since it was read.
    /// - Throws: `ChangedFile`, `FileError`.
    func write(_ changes: LogChanges) throws {
        func requireUnchanged(_ path: String) throws {
            guard let old = changes.old(path), try Files.read(shown(path)) != old else { return }
            throw ChangedFile(path: shown(path))
        }
        for file in changes.files { try requireUnchanged(file.path) }
        for move in changes.moves { try requireUnchanged(move.from) }
        for file in changes.files {
            let path = shown(file.path)
            guard let old = file.old else {
                if let slash = path.lastIndex(of: "/") { try Files.makeFolder(String(path[..<slash])) }
                try Files.write(file.bytes, to: path, replacing: false)
                continue
            }
            if old != file.bytes { try Files.replace(path, with: file.bytes, read: old) }
        }
        // Only when all is written: a record is never in no file.
        for move in changes.moves {
            try requireUnchanged(move.from)
            try Files.remove(shown(move.from))
        }
    }
}

/// The day that new records get.
enum RecordDay {
    /// `ADR_DATE`, as with adr-tools; else today.
    static func current() throws -> CalendarDate {
        if let written = ProcessInfo.processInfo.environment["ADR_DATE"], !written.isEmpty {
            guard let day = CalendarDate(iso: written) else {
                throw UsageError(
                    message: "ADR_DATE is '\(written)', which is no date\n  help: write it as YYYY-MM-DD")
            }
            return day
        }
        let parts = Calendar(identifier: .gregorian).dateComponents([.year, .month, .day], from: Date())
        guard let year = parts.year, let month = parts.month, let day = parts.day,
            let today = CalendarDate(year: year, month: month, day: day)
        else { throw UsageError(message: "the system gives no date\n  help: set ADR_DATE") }
        return today
    }
}
