import ArgumentParser
import Decisions
import Glibc
import Platform

/// Which site a verb is about.
struct SiteOptions: ParsableArguments {
    @Option(
        name: [.customShort("C"), .customLong("site")], help: "The site's folder.", completion: .directory)
    var site = "."

    /// Loads the site, or says why that folder is none.
    /// - Parameter readingHistory: whether the records' history in Git is wanted.
    /// - Parameter survey: what the folder looks like, where that is known.
    func load(
        includingDrafts: Bool = false, readingHistory: Bool = false, surveyed survey: SiteSurvey? = nil
    ) async throws -> LoadedSite {
        try requireSite()
        return try await SiteLoader.load(
            site, includingDrafts: includingDrafts, readingHistory: readingHistory, surveyed: survey)
    }

    /// Says why the folder cannot be a site, before anything in it is read.
    func requireSite() throws {
        guard let kind = Files.kind(of: site) else {
            throw UsageError(message: "'\(site)' is not there\n  help: -C names the site's folder")
        }
        guard kind == .folder else {
            throw UsageError(message: "'\(site)' is a file\n  help: -C names the site's folder")
        }
        if Files.kind(of: "\(site)/\(SiteConfiguration.fileName)") == nil {
            let folders = FoldersAbove(site)
            // Records within a site are that site's: they are not to be built a second time on their own.
            if let above = folders.first(where: {
                Files.kind(of: "\($0)/\(SiteConfiguration.fileName)") == .file
            }) {
                throw UsageError(
                    message:
                        "\(shown) is within the site at '\(above)'\n  help: run it there, or use -C \(above.quotedForShell)"
                )
            }
            if folders.isRecords {
                throw UsageError(
                    message:
                        "\(site == "." ? "this" : "'\(site)'") is a folder of decision records, not a site\n  help: use -C \(folders.siteOfRecords.quotedForShell)"
                )
            }
        }
    }

    private var shown: String { site == "." ? "this folder" : "'\(site)'" }
}

/// The folders that a folder lies in, nearest first, up to the one that is a repository's root.
private struct FoldersAbove {
    private let folder: String
    private let parts: [Substring]

    init(_ folder: String) {
        self.folder = folder
        parts = Self.real(folder).split(separator: "/")
    }

    private static func real(_ path: String) -> String {
        guard let real = realpath(path, nil) else { return path }
        defer { free(real) }
        return String(cString: real)
    }

    private func absolute(_ levels: Int) -> String { "/" + parts.dropLast(levels).joined(separator: "/") }

    /// The folder some levels up, as one would write it from here.
    private func path(up levels: Int) -> String {
        var written = folder.split(separator: "/").filter { $0 != "." }
        for _ in 0..<levels {
            if let last = written.last, last != ".." { written.removeLast() } else { written.append("..") }
        }
        let path = (folder.hasPrefix("/") ? "/" : "") + written.joined(separator: "/")
        // Through links the way up is another one.
        return Self.real(path.isEmpty ? "." : path) == absolute(levels)
            ? (path.isEmpty ? "." : path) : absolute(levels)
    }

    func first(where isWanted: (String) -> Bool) -> String? {
        for levels in parts.indices {
            if Files.kind(of: "\(absolute(levels))/.git") != nil { return nil }
            let above = path(up: levels + 1)
            if isWanted(above) { return above }
        }
        return nil
    }

    /// How far up the site of these records would be; `nil` where the folder is not one that teams keep records in.
    private var levelsToSite: Int? {
        guard !SiteSurvey.decisionFolders.contains(where: { Files.kind(of: "\(folder)/\($0)") == .folder })
        else {
            return nil
        }
        for records in SiteSurvey.decisionFolders {
            let names = records.split(separator: "/")
            guard parts.count > names.count, Array(parts.suffix(names.count)) == names else { continue }
            let site = absolute(names.count)
            let found = SiteSurvey.decisionFolders.first { Files.kind(of: "\(site)/\($0)") == .folder }
            if found == records { return names.count }
        }
        return nil
    }

    var isRecords: Bool { levelsToSite != nil }
    var siteOfRecords: String { path(up: levelsToSite ?? 0) }
}

extension String {
    /// As a shell takes it for one word.
    var quotedForShell: String {
        let isPlain = !isEmpty && allSatisfy { $0.isLetter || $0.isNumber || "/._-+=:@%".contains($0) }
        return isPlain ? self : "'" + replacing("'", with: "'\\''") + "'"
    }
}
