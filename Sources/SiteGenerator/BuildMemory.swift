import Decisions
import Diagnostics
import Languages

/// The templates of a theme with what is wrong with them, to be kept while they are as they were.
struct CheckedTemplates: Sendable {
    private let templates: [String: ThemeSource.Template]
    private let phrases: Phrases
    private let coversFrameworks: Bool
    private let areMeant: Bool?
    /// What renders them; `nil` where something is wrong.
    let renderer: TemplateRenderer?
    /// What is wrong with them.
    let problems: [Diagnostic]

    /// Checks the templates of a theme, unless they are the ones that are known.
    /// - Parameter withFrameworks: whether there are pages of frameworks to render.
    init(of theme: ThemeSource, saying phrases: Phrases, withFrameworks: Bool, known: CheckedTemplates?) {
        templates = theme.templates
        self.phrases = phrases
        areMeant = theme.unread?.areMeant
        if let known, known.templates == templates, known.phrases == phrases, known.areMeant == areMeant,
            known.coversFrameworks || !withFrameworks
        {
            (renderer, problems) = (known.renderer?.renewed(), known.problems)
            coversFrameworks = known.coversFrameworks
        } else if templates.values.allSatisfy(\.isBuiltIn), phrases == .english {
            (renderer, problems) = (.builtIn(withFrameworks: withFrameworks), [])
            coversFrameworks = withFrameworks
        } else {
            (renderer, problems) = TemplateRenderer.checked(theme, phrases)
            coversFrameworks = true
        }
    }
}

/// What is known of a site from the last time that it was built, so that only what has changed is made anew.
struct BuildMemory: Sendable {
    /// What was made of its files; `nil` where nothing is to be kept for another time.
    var site: SiteMemory?
    var templates: CheckedTemplates?
    /// The drawings of diagrams, by their path in the site.
    var drawings: [String: [UInt8]] = [:]
}
