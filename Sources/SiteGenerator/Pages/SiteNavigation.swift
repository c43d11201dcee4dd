import Decisions
import Languages

/// Where the navigation of a site leads, found once for all its pages: what the author chose, else what there is.
struct SiteNavigation: Sendable {
    private var destinations: [Destination] = []

    private struct Destination {
        let title: String
        /// The path of a page or a file; else an address as the author wrote it.
        let target: String
        var isOfSite = true
    }

    init(of model: DecisionModel, _ configuration: SiteConfiguration) {
        if let chosen = configuration.navigation {
            destinations = chosen.map { choice in
                switch model.map.target(of: choice.target, in: "") {
                case .page(let file, _):
                    Destination(title: choice.title, target: model.map.pages[file] ?? choice.target)
                case .asset(let asset): Destination(title: choice.title, target: asset)
                default: Destination(title: choice.title, target: choice.target, isOfSite: false)
                }
            }
            return
        }
        let phrases = configuration.phrases
        let isBare = model.records.isEmpty && model.frameworks.isEmpty
        func add(_ title: String, _ page: OwnPage, where isThere: Bool) {
            if isThere { destinations.append(Destination(title: title, target: page.path)) }
        }
        add(phrases("log.heading"), .log, where: !model.records.isEmpty || isBare)
        add(phrases("frameworks.heading"), .frameworks, where: !model.frameworks.isEmpty || isBare)
        add(phrases("assessments.heading"), .assessments, where: !model.assessments.isEmpty)
        destinations += model.pages.filter { !$0.path.contains("/") }.map {
            Destination(title: PlainPage.title(of: $0), target: $0.pagePath)
        }
    }

    /// Whether an entry leads to a page: then others of its folder need not have the same current entry.
    func leads(to path: String) -> Bool { destinations.contains { $0.target == path } }

    /// The entries on a page.
    /// - Parameter root: the way from there to the site's root.
    func entries(on path: String, root: String) -> [NavigationContext] {
        destinations.map { destination in
            let (title, target) = (destination.title, destination.target)
            guard destination.isOfSite else {
                return NavigationContext(title: title, url: target, isCurrent: false)
            }
            let isWithin =
                target.hasSuffix("/index.html") && path.hasPrefix(target.dropLast("index.html".count))
            return NavigationContext(
                title: title, url: root + SiteMap.address(of: target), isCurrent: target == path || isWithin)
        }
    }
}
