import Diagnostics
import Markdown

/// Follows the entries of `nav:` in the configuration, which lead from every page, and the ways to the
/// logo and to the script that draws diagrams.
struct NavigationCheck {
    private let entries: [SiteConfiguration.NavigationEntry]
    private let logo: SiteConfiguration.Logo?
    private let mermaid: SiteConfiguration.Mermaid?
    private let map: SiteMap

    init(_ configuration: SiteConfiguration, _ map: SiteMap) {
        entries = configuration.navigation ?? []
        logo = configuration.logo
        mermaid = configuration.mermaid
        self.map = map
    }

    private func problem(of logo: SiteConfiguration.Logo) -> Diagnostic? {
        if map.assets.contains(logo.file) { return nil }
        return Messages.noLogo(logo, map.assets.sorted())
    }

    private func problem(of mermaid: SiteConfiguration.Mermaid) -> Diagnostic? {
        guard case .script(let file) = mermaid.drawer, !map.assets.contains(file) else { return nil }
        return Messages.noScript(file, mermaid.location, map.assets.sorted())
    }

    func problems() -> [Diagnostic] {
        entries.compactMap { entry in
            if HTMLEscaping.isUnsafe(entry.target) { return Messages.unsafe(entry) }
            guard case .missing = map.target(of: entry.target, in: "") else { return nil }
            return Messages.dangling(entry, map.pages.keys.sorted())
        } + [logo.flatMap(problem), mermaid.flatMap(problem)].compactMap { $0 }
    }
}

private enum Messages {
    /// Never a matter of `checks:`, since templates print the address as it is.
    static func unsafe(_ entry: SiteConfiguration.NavigationEntry) -> Diagnostic {
        Diagnostic(
            "bad-value", at: entry.location,
            "the navigation cannot lead to '\(entry.target.prefix { $0 != ":" }):', which can run code or read files",
            suggestion: "lead to a file, or to an address of 'https:' or 'mailto:'")
    }

    static func noLogo(_ logo: SiteConfiguration.Logo, _ files: [String]) -> Diagnostic {
        Diagnostic(
            "dangling-link", at: logo.location, "'\(logo.file)' is no picture of the content folder",
            suggestion: didYouMean(logo.file, among: files)
                ?? "write the way to a file from the content folder, such as 'images/logo.svg'")
    }

    static func noScript(_ file: String, _ location: SourceLocation, _ files: [String]) -> Diagnostic {
        Diagnostic(
            "dangling-link", at: location, "'\(file)' is no script of the content folder",
            suggestion: didYouMean(file, among: files)
                ?? "write the way to a file from the content folder, such as 'scripts/mermaid.min.js', or a program, such as 'mmdc'"
        )
    }

    static func dangling(_ entry: SiteConfiguration.NavigationEntry, _ files: [String]) -> Diagnostic {
        Diagnostic(
            "dangling-link", at: entry.location, "'\(entry.target)' leads to no file",
            suggestion: didYouMean(entry.target, among: files)
                ?? "write the way to a file from the content folder")
    }
}
