import Platform

/// Puts a site into a folder that other programs read from, such as a mounted share or a web root: only what changed is
/// written, each file is replaced in one step, and what is gone is removed. What others put there stays.
public struct FolderPublisher {
    private let site: String
    private let target: String
    private let files: [String]

    /// - Parameters:
    ///   - site: a folder that `SiteBuilder` wrote.
    ///   - target: where it goes: a folder that holds a site of this program, is empty, or is not there.
    /// - Throws: `OutputRefusal` where the folder holds something else, `FileError`.
    public init(_ site: String, to target: String) throws {
        self.site = site
        self.target = target
        files = try Files.tree(below: site)
        if Files.kind(of: target) != nil { try OutputFolder.requireOwn(target, target) }
    }

    /// What would change.
    /// - Throws: `PublishRefusal` where others' files have names that the site needs, `FileError`.
    public func plan() throws -> Publication {
        let there = Files.kind(of: target) == nil ? [] : try Files.tree(below: target)
        let published = try PublishedFiles(in: target).paths
        let old = Set(there)
        let kept = Set(files)
        var changes: [Publication.Change] = []
        var foreign: [String] = []
        for file in files {
            if !old.contains(file) {
                changes.append(.init(kind: .added, path: file))
            } else if try Files.read("\(site)/\(file)") != Files.read("\(target)/\(file)") {
                changes.append(.init(kind: .changed, path: file))
                // Where no list was kept, the folder's mark says that all of it was made by this program.
                if published?.contains(file) == false { foreign.append(file) }
            }
        }
        guard foreign.isEmpty else { throw PublishRefusal.foreignFiles(foreign, folder: target) }
        let gone = there.filter { !kept.contains($0) }
        return Publication(
            changes
                + gone.map { .init(kind: published?.contains($0) == true ? .removed : .kept, path: $0) })
    }

    /// Makes the changes. Pages that are new come before those that link to them are replaced, as far as names tell:
    /// first what is added, then what is changed, then what is gone.
    /// - Throws: `FileError`.
    public func publish(_ publication: Publication) throws {
        try Files.makeFolder(target)
        // First, so that a folder in which this is cut short is known as ours, and all that is ours in it.
        try Files.put(
            try Files.read("\(site)/\(OutputFolder.marker)"), at: "\(target)/\(OutputFolder.marker)")
        let published = try PublishedFiles(in: target).paths ?? []
        try PublishedFiles(published.union(files)).write(to: target)
        for kind in [Publication.Kind.added, .changed] {
            for change in publication.changes where change.kind == kind {
                try OutputFolder.replace(change.path, in: target, from: site)
            }
        }
        for change in publication.changes where change.kind == .removed {
            try Files.remove("\(target)/\(change.path)")
            try removeEmptyFolders(above: change.path)
        }
        try PublishedFiles(files).write(to: target)
    }

    private func removeEmptyFolders(above path: String) throws {
        var parts = path.split(separator: "/").dropLast()
        while !parts.isEmpty {
            let folder = "\(target)/\(parts.joined(separator: "/"))"
            guard Files.kind(of: folder) == .folder, try Files.names(in: folder).isEmpty else { return }
            try Files.remove(folder)
            parts = parts.dropLast()
        }
    }
}
