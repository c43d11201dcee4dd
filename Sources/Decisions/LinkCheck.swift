import Diagnostics
import Markdown
import Platform
import Rules

/// Follows every link within the content folder: to files, and to headings in them. Also warns of what pages leave
/// out: unsafe links and, unless the site allows it, HTML.
struct LinkCheck: Sendable {
    private let model: DecisionModel
    private let allowsRawHTML: Bool

    init(_ model: DecisionModel, allowsRawHTML: Bool) {
        self.model = model
        self.allowsRawHTML = allowsRawHTML
    }

    /// A link to a place in a page, to be followed when it is known which places the page has.
    private struct AnchorUse: Sendable {
        let link: Element
        let file: ContentFile
        let target: String
        let fragment: String
    }

    /// What was found: the problems, and which records link to which files.
    func results(of files: [ContentFile]) async throws -> (
        problems: [Diagnostic], references: [String: [Int]]
    ) {
        let found = try await files.concurrentMap { scan($0) }
        let uses = found.flatMap(\.uses)
        let wanted = Set(uses.map(\.target))
        let anchors = Dictionary(
            uniqueKeysWithValues: files.filter { wanted.contains($0.path) }.map {
                ($0.path, model.anchors(of: $0).all)
            })
        let problems =
            found.flatMap(\.problems)
            + uses.compactMap { use in
                guard let known = anchors[use.target], !known.contains(use.fragment) else { return nil }
                return Messages.danglingAnchor(use.link, use.fragment, use.file.severity, known)
            }
        return (problems, references(zip(files, found).map { ($0, $1.targets) }))
    }

    private func references(_ found: [(file: ContentFile, targets: [String])]) -> [String: [Int]] {
        let indices = Dictionary(
            model.records.enumerated().map { ($0.element.file.path, $0.offset) },
            uniquingKeysWith: { first, _ in first })
        var references: [String: Set<Int>] = [:]
        for (file, targets) in found {
            guard let record = indices[file.path] else { continue }
            for target in targets { references[target, default: []].insert(record) }
        }
        return references.mapValues { $0.sorted() }
    }

    private func scan(_ file: ContentFile) -> (problems: [Diagnostic], uses: [AnchorUse], targets: [String]) {
        var problems: [Diagnostic] = []
        var targets: [String] = []
        var uses: [AnchorUse] = []
        var html: Element?
        for element in file.document.root.descendants {
            switch element.kind {
            case .link, .image:
                let address = element.destination
                if HTMLEscaping.isUnsafe(address) {
                    problems.append(Messages.unsafe(element, address))
                    continue
                }
                switch model.map.target(of: address, in: file.path) {
                case .outside, .asset: break
                case .here(let fragment):
                    if !fragment.isEmpty, fragment != "top" {
                        uses.append(
                            AnchorUse(link: element, file: file, target: file.path, fragment: fragment))
                    }
                case .page(let target, let fragment):
                    targets.append(target)
                    if let fragment, !fragment.isEmpty {
                        uses.append(AnchorUse(link: element, file: file, target: target, fragment: fragment))
                    }
                case .missing(let path):
                    problems.append(
                        Messages.dangling(element, address, path, file.severity, file, model.map))
                }
            case .html, .htmlBlock:
                if html == nil, !allowsRawHTML, !element.source.trimmed.hasPrefix("<!--") { html = element }
            default: break
            }
        }
        if let html { problems.append(Messages.rawHTML(html)) }
        return (problems, uses, targets)
    }
}

private enum Messages {
    static func dangling(
        _ link: Element, _ address: String, _ path: String, _ severity: Severity, _ file: ContentFile,
        _ map: SiteMap
    ) -> Diagnostic {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        let all = map.pages.keys.sorted() + map.assets.sorted()
        let sameName = all.first { $0 == name || $0.hasSuffix("/\(name)") }
        let meant = sameName ?? nearest(to: path, among: all)
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
