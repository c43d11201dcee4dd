import Diagnostics
import Markdown
import Platform
import Rules

/// Follows every link within the content folder: to files, and to headings in them. Also warns of what pages leave
/// out: unsafe links and, unless the site allows it, HTML.
struct LinkCheck: Sendable {
    private let model: DecisionModel
    private let allowsRawHTML: Bool
    private let hasHost: Bool
    private let isInRepository: @Sendable (String) -> Bool
    private let copies: [ModelBuilder.Copy]

    /// - Parameters:
    ///   - copies: the files that are copied as they are.
    ///   - hasHost: whether files of the repository can be linked to where they are hosted.
    ///   - isInRepository: whether a file is there that the site does not show.
    init(
        _ model: DecisionModel, copies: [ModelBuilder.Copy], allowsRawHTML: Bool, hasHost: Bool,
        isInRepository: @escaping @Sendable (String) -> Bool
    ) {
        self.model = model
        self.copies = copies
        self.allowsRawHTML = allowsRawHTML
        self.hasHost = hasHost
        self.isInRepository = isInRepository
    }

    /// A link to a place in a page, to be followed when it is known which places the page has.
    struct AnchorUse: Sendable {
        let link: Element
        let file: ContentFile
        let target: String
        let fragment: String
    }

    /// What one file holds.
    struct Found: Sendable {
        var problems: [Diagnostic] = []
        var uses: [AnchorUse] = []
        var targets: [String] = []
        var sources: [String] = []
        var assets: [String] = []
        /// HTML that a page may show images by.
        var html: [String] = []
    }

    /// What all files hold.
    struct Results {
        let problems: [Diagnostic]
        /// Which records link to which files.
        let references: [String: [Int]]
        /// Which other files do.
        let mentions: [String: [String]]
        /// The files of the repository that are linked to and not shown.
        let sources: Set<String>
        /// The places of pages that are linked to, by the path of the page's file.
        let fragments: [String: Set<String>]
    }

    /// Follows the links of some files.
    func results(of files: [ContentFile]) async throws -> Results {
        let pages = PageNumbers(model.map)
        let read = try await files.concurrentMap { file in
            let found = scan(file)
            return (found: found, targets: pages.numbers(of: found.targets))
        }
        let found = read.map(\.found)
        async let references = references(zip(files, read).map { ($0, $1.targets) }, pages)
        let uses = found.flatMap(\.uses)
        let wanted = Set(uses.map(\.target))
        let anchors = Dictionary(
            uniqueKeysWithValues: files.filter { wanted.contains($0.path) }.map {
                ($0.path, model.anchors(of: $0).all)
            })
        let orphans = OrphanImages(
            used: Set(found.flatMap(\.assets)), html: found.flatMap(\.html))
        let problems =
            found.flatMap(\.problems) + orphans.problems(filesOf: copies)
            + uses.compactMap { use in
                guard let known = anchors[use.target], !known.contains(use.fragment) else { return nil }
                return Messages.danglingAnchor(use.link, use.fragment, use.file.severity, known)
            }
        return Results(
            problems: problems, references: await references, mentions: Self.mentions(files, found),
            sources: Set(found.flatMap(\.sources)),
            fragments: Dictionary(grouping: uses, by: \.target).mapValues { Set($0.map(\.fragment)) })
    }

    /// The pages of a site by numbers, in which thousands of links are told apart sooner than by paths.
    private struct PageNumbers: Sendable {
        let paths: [String]
        private let numbers: [String: Int]

        init(_ map: SiteMap) {
            paths = Array(map.pages.keys)
            numbers = Dictionary(uniqueKeysWithValues: zip(paths, paths.indices))
        }

        func number(of path: String) -> Int? { numbers[path] }

        /// The numbers of pages, each once.
        func numbers(of paths: [String]) -> [Int] {
            let found = paths.compactMap { numbers[$0] }
            return found.count < 2 ? found : Array(Set(found))
        }
    }

    /// - Parameter found: the files and the pages that each links to.
    private func references(_ found: [(ContentFile, [Int])], _ pages: PageNumbers) -> [String: [Int]] {
        var records = [Int?](repeating: nil, count: pages.paths.count)
        for index in model.records.indices {
            if let page = pages.number(of: model.records[index].file.path) { records[page] = index }
        }
        var referring = [[Int]](repeating: [], count: pages.paths.count)
        for (file, targets) in found where !targets.isEmpty {
            guard let page = pages.number(of: file.path), let record = records[page] else { continue }
            for target in targets { referring[target].append(record) }
        }
        var references: [String: [Int]] = [:]
        references.reserveCapacity(referring.count { !$0.isEmpty })
        for (page, records) in referring.enumerated() where !records.isEmpty {
            references[pages.paths[page]] = records.sorted()
        }
        return references
    }

    private static func mentions(_ files: [ContentFile], _ found: [Found]) -> [String: [String]] {
        var mentions: [String: Set<String>] = [:]
        for (file, found) in zip(files, found) where file.kind != .decisionRecord {
            for target in found.targets where target != file.path {
                mentions[target, default: []].insert(file.path)
            }
        }
        return mentions.mapValues { $0.sorted() }
    }

    func scan(_ file: ContentFile) -> Found {
        var found = Found()
        var html: Element?
        for element in file.document.root.descendants(of: .link, .image, .html, .htmlBlock) {
            switch element.kind {
            case .link, .image:
                let address = element.destination
                if HTMLEscaping.isUnsafe(address) {
                    found.problems.append(Messages.unsafe(element, address))
                    continue
                }
                switch model.map.target(of: address, in: file.path) {
                case .outside, .source: break
                case .asset(let path): found.assets.append(path)
                case .here(let fragment):
                    if !fragment.isEmpty, fragment != "top" {
                        found.uses.append(
                            AnchorUse(link: element, file: file, target: file.path, fragment: fragment))
                    }
                case .page(let target, let fragment):
                    found.targets.append(target)
                    if let fragment, !fragment.isEmpty {
                        found.uses.append(
                            AnchorUse(link: element, file: file, target: target, fragment: fragment))
                    }
                case .missing(let path):
                    if let source = model.map.source(address, from: file.path), isInRepository(source) {
                        found.sources.append(source)
                        if !hasHost { found.problems.append(Messages.unlinked(element, address)) }
                        continue
                    }
                    found.problems.append(
                        Messages.dangling(element, address, path, file.severity, file, model.map))
                }
            case .html, .htmlBlock:
                if element.source.utf8.contains(UInt8(ascii: "=")) { found.html.append(element.source) }
                if html == nil, !allowsRawHTML, !element.source.trimmed.hasPrefix("<!--") { html = element }
            default: break
            }
        }
        if let html { found.problems.append(Messages.rawHTML(html)) }
        return found
    }
}

private enum Messages {
    static func unlinked(_ link: Element, _ address: String) -> Diagnostic {
        Diagnostic(
            "unlinked-source", .warning, at: link.location,
            "'\(address)' is a file of the repository that this site does not show",
            suggestion: "set 'repository:' in precedent.yml to link to it where it is hosted")
    }

    static func dangling(
        _ link: Element, _ address: String, _ path: String, _ severity: Severity, _ file: ContentFile,
        _ map: SiteMap
    ) -> Diagnostic {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        let all = map.pages.keys.sorted() + map.assets.sorted()
        let sameName = all.filter { $0 == name || $0.hasSuffix("/\(name)") }
        // The file that the link stands in is seldom meant, and if by its very name.
        let meant =
            sameName.first { $0 != file.path } ?? sameName.first
            ?? nearest(to: path, among: all.filter { $0 != file.path })
        return Diagnostic(
            "dangling-link", severity, at: link.location, "'\(address)' leads to no file",
            suggestion: meant.map { "did you mean '\(SiteMap.written($0, from: file.path))'?" }
                ?? "write the way to a file of this site from the file that holds the link")
    }

    static func danglingAnchor(
        _ link: Element, _ fragment: String, _ severity: Severity, _ known: Set<String>
    ) -> Diagnostic {
        Diagnostic(
            "dangling-anchor", severity, at: link.location, "'#\(fragment)' is no heading there",
            suggestion: didYouMean(fragment, among: known.sorted()) ?? places(known.sorted()))
    }

    private static func places(_ known: [String]) -> String {
        guard !known.isEmpty else { return "the page has no headings" }
        return
            "the page has \(known.prefix(8).joined(separator: ", "))\(known.count > 8 ? " and others" : "")"
    }

    static func unsafe(_ link: Element, _ address: String) -> Diagnostic {
        Diagnostic(
            "unsafe-link", .warning, at: link.location,
            "a link to '\(address.prefix { $0 != ":" }):' is left out, since it can run code or read files",
            suggestion: "link to a file, or to an address of 'https:' or 'mailto:'")
    }

    static func rawHTML(_ element: Element) -> Diagnostic {
        Diagnostic(
            "raw-html", .warning, at: element.location, "HTML is left out of pages; its words are kept",
            suggestion: "write Markdown, or set 'allowRawHTML: true' in precedent.yml")
    }
}
