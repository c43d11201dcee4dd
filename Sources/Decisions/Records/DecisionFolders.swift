import Markdown
import Platform

/// Where the decision records of a repository lie.
struct DecisionFolders {
    private let root: String

    init(in root: String) { self.root = root }

    /// A folder of records as it was named.
    struct Named {
        let name: String?
        let folder: String
    }

    /// The folders of a repository that says nothing: those where teams keep records, and those that adr-tools and
    /// log4brains are told of. One within another belongs to that, of several those that hold records count, and one that
    /// is a site of its own is none.
    func found() -> [Named] {
        let usual = SiteSurvey.decisionFolders.map { Named(name: nil, folder: $0) }
        var folders: [Named] = []
        for named in usual + adrTools() + log4brains() {
            let isKnown = folders.contains {
                $0.folder == named.folder || RecordScopes.holds($0.folder, named.folder)
            }
            if !isKnown, Files.kind(of: "\(root)/\(named.folder)") == .folder, !isSite(named.folder) {
                folders.append(named)
            }
        }
        guard folders.count > 1 else { return folders }
        let holding = folders.filter { holdsRecords($0.folder) }
        return holding.isEmpty ? [folders[0]] : holding
    }

    private func isSite(_ folder: String) -> Bool {
        Files.kind(of: "\(root)/\(folder)/\(SiteConfiguration.fileName)") == .file
    }

    /// The first of the usual folders that is a site of its own, for those who look for it one folder above.
    var site: String? { SiteSurvey.decisionFolders.first(where: isSite) }

    func holdsRecords(_ folder: String) -> Bool {
        let files = (try? Files.tree(below: "\(root)/\(folder)")) ?? []
        return files.contains { SiteSurvey.isMarkdown($0) }
    }

    /// The folder in `.adr-dir`.
    private func adrTools() -> [Named] {
        AdrToolsFolder(in: root).flatMap(\.path).map { [Named(name: nil, folder: $0)] } ?? []
    }

    /// The folder of the project and those of its packages in `.log4brains.yml`.
    private func log4brains() -> [Named] {
        guard let bytes = try? Files.read("\(root)/.log4brains.yml"),
            let project = YAML.parse(String(decoding: bytes, as: UTF8.self), file: "").value?["project"]
        else { return [] }
        var packages: [Metadata] = []
        if case .list(let elements)? = project["packages"]?.content { packages = elements }
        return ([project] + packages).enumerated().compactMap { position, package in
            package["adrFolder"]?.text.flatMap { AdrToolsFolder.path($0, in: root) }.map {
                Named(name: position == 0 ? nil : package["name"]?.text, folder: $0)
            }
        }
    }

    /// The scopes of some folders. The first stands right in the log's folder, so that its pages stay where they are when
    /// another is added, unless the site has records of its own there.
    func scopes(of folders: [Named], besideOwn hasOwn: Bool) -> [RecordScope] {
        let log = ContentKind.decisionRecord.folder
        var taken = Set<String>()
        let first = folders.first?.folder
        if !hasOwn, let first {
            for name in (try? Files.names(in: "\(root)/\(first)")) ?? [] { taken.insert(name.lowercased()) }
        }
        return folders.enumerated().map { position, named in
            let name = named.name ?? Self.name(of: named.folder)
            guard position > 0 || hasOwn else {
                return RecordScope(name: folders.count > 1 ? name : "", folder: log, source: named.folder)
            }
            let plain = slug(name).isEmpty ? "log" : slug(name)
            var path = plain
            var number = 2
            while !taken.insert(path).inserted { (path, number) = ("\(plain)-\(number)", number + 1) }
            return RecordScope(name: name, folder: "\(log)/\(path)", source: named.folder)
        }
    }

    /// What a folder's log is called after: what is left of the way to it without the names that all such folders have.
    private static func name(of folder: String) -> String {
        let usual = ["docs", "doc", "adr", "adrs", "decisions", "architecture", "documentation"]
        let parts = folder.split(separator: "/").map(String.init).filter { $0 != ".." && $0 != "." }
        return parts.last { !usual.contains($0.lowercased()) } ?? parts.joined(separator: "/")
    }
}
