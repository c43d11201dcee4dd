import Glibc
import Platform

/// Why a site was not written.
public enum OutputRefusal: Error, Hashable {
    /// The folder holds files that this program did not make.
    case foreignFolder(String)
    /// A file stands where the folder would be.
    case isFile(String)
    /// Another build is writing to the same place.
    case otherBuild(String)
    /// The output would stand within the content or the templates, or hold them.
    case overlaps(String)
}

/// The folder of a site, replaced as a whole: a build writes beside it, and the two change places in one step, so that
/// a build that fails or is killed leaves the last site as it was.
final class OutputFolder {
    /// The file by which the program knows a folder as its own.
    static let marker = ".precedent"
    private static let markerText = Array(
        "This folder was made by precedent build, which replaces it as a whole. Keep nothing of your own here.\n"
            .utf8)

    /// Where the site will stand.
    let path: String
    /// Where it is written.
    let staging: String
    private let lock: BuildLock
    /// Whether the old site is where the new one was written.
    private var hasOldSite = false

    /// Prepares the folder beside the one that was asked for, in which the site is written.
    /// - Parameters:
    ///   - root: the site's folder, which the output must not be or hold.
    ///   - sources: the folders that the site is made from, which the output must not hold or lie within either.
    /// - Throws: `OutputRefusal`, `FileError`.
    init(_ asked: String, root: String? = nil, sources: [String] = []) throws {
        path = Self.resolved(asked)
        if let root, Self.holds(path, Self.resolved(root)) { throw OutputRefusal.overlaps(asked) }
        for source in sources.map(Self.resolved) where Self.holds(path, source) || Self.holds(source, path) {
            throw OutputRefusal.overlaps(asked)
        }
        let parts = path.split(separator: "/")
        let parent = parts.dropLast().map { "/" + $0 }.joined()
        let name = parts.last ?? ""
        staging = "\(parent)/.\(name).precedent-new"
        try Files.makeFolder(parent.isEmpty ? "/" : parent)
        guard let lock = try BuildLock(parent + "/.\(name).precedent-lock") else {
            throw OutputRefusal.otherBuild(asked)
        }
        self.lock = lock
        try Self.requireOwn(path, asked)
        try Self.requireOwn(staging, staging)
        try Files.makeFolder(staging)
        // What a killed build left behind.
        try empty()
        if Files.kind(of: "\(staging)/\(Self.marker)") == nil {
            try Self.write(Self.markerText, to: Self.marker, in: staging, replacing: path)
        }
    }

    /// Prepares the folder for a site, which must not be written where it comes from.
    /// - Parameters:
    ///   - root: the site's folder.
    ///   - content: the folders that it is made from, from there.
    /// - Throws: `OutputRefusal`, `FileError`.
    convenience init(_ asked: String, of root: String, content: [String], templates: String?) throws {
        try self.init(
            asked, root: root, sources: (content + [templates].compactMap { $0 }).map { "\(root)/\($0)" })
    }

    /// Takes a folder that was a site for the one in which this is written, with all that is in it.
    /// - Returns: whether that could be done; else the site is written from nothing.
    /// - Throws: `FileError`.
    func take(_ spare: String) throws -> Bool {
        try Files.remove("\(staging)/\(Self.marker)")
        if (try? Files.rename(spare, to: staging)) != nil { return true }
        try Self.write(Self.markerText, to: Self.marker, in: staging, replacing: path)
        return false
    }

    /// Puts the old site, once it was replaced, where it can be taken for another.
    /// - Returns: whether that could be done; else it is where it was.
    func keep(as spare: String) -> Bool {
        hasOldSite && (try? Files.rename(staging, to: spare)) != nil
    }

    /// Makes the folders that files stand in.
    /// - Throws: `FileError`.
    func makeFolders(for paths: [String]) throws {
        // By bytes: each of thousands of files is asked for its folder.
        let folders = Set(
            paths.compactMap { path in path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path[..<$0] } })
        for folder in folders.sorted() { try Files.makeFolder("\(staging)/\(folder)") }
    }

    /// Removes all from the staging folder but the marker: whenever this is cut short, the folder is still known as ours.
    private func empty() throws {
        for name in try Files.names(in: staging) where name != Self.marker {
            try Files.remove("\(staging)/\(name)")
        }
    }

    /// Removes the staging folder, the marker last.
    func discard() throws {
        guard Files.kind(of: staging) != nil else { return }
        try empty()
        try Files.remove(staging)
    }

    /// A folder is ours if it carries the marker, and free if it is empty or not there.
    static func requireOwn(_ path: String, _ asked: String) throws {
        guard let kind = Files.kind(of: path) else { return }
        guard kind == .folder else { throw OutputRefusal.isFile(asked) }
        let names = try Files.names(in: path)
        if !names.isEmpty, !names.contains(marker) { throw OutputRefusal.foreignFolder(asked) }
    }

    /// Whether a folder is the other one, or the other lies within it.
    private static func holds(_ folder: String, _ other: String) -> Bool {
        folder == "/" || folder == other || other.hasPrefix(folder + "/")
    }

    /// A path from the root of the file system, without links, `.` and `..`, as far as there is something to resolve.
    static func resolved(_ path: String) -> String {
        if let real = realpath(path.isEmpty ? "." : path, nil) {
            defer { free(real) }
            return String(cString: real)
        }
        let parts = path.split(separator: "/")
        guard let last = parts.last else { return "/" }
        let parent = (path.hasPrefix("/") ? "/" : "") + parts.dropLast().joined(separator: "/")
        let above = resolved(parent)
        switch last {
        case ".": return above
        case "..": return "/" + above.split(separator: "/").dropLast().joined(separator: "/")
        default: return above == "/" ? "/\(last)" : "\(above)/\(last)"
        }
    }

    /// Writes a file of the site. One that the last site has with the same bytes is kept as the same file, so that what
    /// copies the site onward sees what changed.
    /// - Returns: whether it is new or changed.
    @discardableResult
    static func write(_ bytes: [UInt8], to path: String, in staging: String, replacing old: String?) throws
        -> Bool
    {
        if let old, (try? Files.read("\(old)/\(path)")) == bytes,
            Files.link("\(old)/\(path)", as: "\(staging)/\(path)")
        {
            return false
        }
        // Never over a file that is there: it may be the last site's own, under a second name.
        try Files.write(bytes, to: "\(staging)/\(path)", replacing: false)
        return true
    }

    /// Puts the new site in place of the old one, and removes that.
    /// - Throws: `FileError`.
    func publish() throws {
        _ = try replace()
        try discard()
    }

    /// Puts the new site in place of the old one, which then is where the new one was until it is discarded.
    /// - Parameter written: a moment after which no file of the new one was written.
    /// - Returns: whether what somebody writes to the new one from then on shows.
    /// - Throws: `FileError`.
    func replace(since written: WrittenFile.Tick = WrittenFile.Tick()) throws -> Bool {
        let shows = written.awaitNext()
        if Files.kind(of: path) == nil {
            try Files.rename(staging, to: path)
            return shows
        }
        let code = Files.exchange(staging, with: path)
        hasOldSite = code == 0
        if hasOldSite { return shows }
        // A mount point cannot be exchanged, nor can a lower folder of an overlay, and some file systems know no exchange.
        guard [EXDEV, EBUSY, EINVAL, ENOSYS, EPERM].contains(code) else {
            throw FileError("replace", path, code: code)
        }
        try replaceFileByFile()
        return shows
    }

    /// Puts a file of a site in the place of another folder's, in one step.
    static func replace(_ file: String, in folder: String, from site: String) throws {
        let target = "\(folder)/\(file)"
        if let slash = target.lastIndex(of: "/") { try Files.makeFolder(String(target[..<slash])) }
        try Files.put(try Files.read("\(site)/\(file)"), at: target)
    }

    /// The second best: each file is replaced in one step, the folder is not.
    func replaceFileByFile() throws {
        // First, so that a folder in which this is cut short is known as ours.
        try Files.write(Self.markerText, to: "\(path)/\(Self.marker)")
        let new = try Files.tree(below: staging)
        for file in new { try Self.replace(file, in: path, from: staging) }
        let kept = Set(new)
        for file in try Files.tree(below: path) where !kept.contains(file) {
            try Files.remove("\(path)/\(file)")
        }
    }
}
