import Diagnostics

/// The templates of a theme with what is wrong with them, to be kept while they are as they were.
struct CheckedTemplates: Sendable {
    private let templates: [String: ThemeSource.Template]
    /// What renders them; `nil` where something is wrong.
    let renderer: TemplateRenderer?
    /// What is wrong with them.
    let problems: [Diagnostic]

    /// Checks the templates of a theme, unless they are the ones that are known.
    init(of theme: ThemeSource, known: CheckedTemplates?) {
        templates = theme.templates
        if let known, known.templates == templates {
            (renderer, problems) = (known.renderer?.renewed(), known.problems)
        } else {
            (renderer, problems) = TemplateRenderer.checked(theme)
        }
    }
}
