/// The languages whose text can be taken apart.
enum Language {
    /// Prism's name of the language that a fence names: ignoring case, by the names that people use.
    static func named(_ name: String) -> String? { names[name.lowercased()] }

    /// All names that are understood.
    static var allNames: [String] { names.keys.sorted() }

    private static let names = Dictionary(
        table.flatMap { language, others in
            ([language] + others.split(separator: " ").map(String.init)).map { ($0, language) }
        }, uniquingKeysWith: { first, _ in first })

    /// Prism's name of each, and what else it goes by.
    private static let table = [
        ("bash", "sh shell zsh ksh"), ("c", "h"), ("cpp", "c++ cc cxx hpp"),
        ("csharp", "cs c# dotnet"), ("css", ""), ("diff", "patch"), ("docker", "dockerfile containerfile"),
        ("go", "golang"), ("hcl", "terraform tf tfvars"), ("java", ""),
        ("javascript", "js jsx mjs cjs node"), ("json", "json5 jsonc ndjson"), ("kotlin", "kt kts"),
        ("markup", "html xml svg xhtml"), ("python", "py python3"), ("rust", "rs"),
        ("shell-session", "console shellsession sh-session terminal"),
        ("sql", "postgresql postgres mysql sqlite plsql tsql"), ("swift", ""), ("toml", ""),
        ("typescript", "ts tsx mts cts"), ("yaml", "yml"),
    ]
}
