import Decisions

/// What a page may load, as a Content Security Policy (W3C, Level 3) that it states itself, since no host need be told then.
enum ContentPolicy {
    /// The policy of a site's pages; `nil` where authors' own HTML is passed on, which nothing is known of.
    ///
    /// Nothing runs but the site's own files: no script within a page, none of another's. Pictures may come from elsewhere, as
    /// Markdown allows. `file:` stands beside `'self'` since a page that is opened from disk has no origin to be its own.
    static func text(for configuration: SiteConfiguration) -> String? {
        guard !configuration.allowRawHTML else { return nil }
        var rules = [
            "default-src 'self' file:", "img-src 'self' file: data: https:", "object-src 'none'",
            "base-uri 'none'",
            "form-action 'none'",
        ]
        // What Mermaid draws in the browser has styles within.
        if case .script = configuration.mermaid?.drawer {
            rules.append("style-src 'self' file: 'unsafe-inline'")
        }
        return rules.joined(separator: "; ")
    }
}
