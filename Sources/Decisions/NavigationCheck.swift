import Diagnostics

/// Follows the entries of `nav:` in the configuration, which lead from every page.
struct NavigationCheck {
    private let entries: [SiteConfiguration.NavigationEntry]
    private let map: SiteMap

    init(_ configuration: SiteConfiguration, _ map: SiteMap) {
        entries = configuration.navigation ?? []
        self.map = map
    }

    func problems() -> [Diagnostic] {
        entries.compactMap { entry in
            guard case .missing = map.target(of: entry.target, in: "") else { return nil }
            return Messages.dangling(entry, map.pages.keys.sorted())
        }
    }
}

private enum Messages {
    static func dangling(_ entry: SiteConfiguration.NavigationEntry, _ files: [String]) -> Diagnostic {
        Diagnostic(
            "dangling-link", at: entry.location, "'\(entry.target)' leads to no file",
            suggestion: didYouMean(entry.target, among: files)
                ?? "write the way to a file from the content folder")
    }
}
