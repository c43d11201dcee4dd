public import Diagnostics
import Markdown
import Rules

/// Reads `precedent.yml`. Every key is optional; an unknown one is an error, so that a slip is not silently nothing.
public struct ConfigurationReader {
    /// The problems found.
    public internal(set) var problems: [Diagnostic] = []
    /// What the file says.
    public internal(set) var configuration = SiteConfiguration()
    /// Where the folder of templates is named.
    private(set) var templatesLocation: SourceLocation?
    /// Whether it says where the content or the records lie.
    private(set) var namesFolders = false

    private static let keys = [
        "title", "base", "language", "author", "logo", "colours", "nav", "repository", "decisions", "content",
        "templates", "output", "mermaid", "statuses", "words", "history", "checks", "allowRawHTML",
    ]

    /// What other generators of sites call some of them.
    private static let meant = [
        "url": "base", "site_url": "base", "baseurl": "base", "lang": "language", "locale": "language",
        "name": "title", "repo": "repository", "notation": "words", "repo_url": "repository", "menu": "nav",
        "docs_dir": "content", "source": "content", "site_dir": "output", "destination": "output",
    ]

    /// Reads the file's bytes.
    public init(_ bytes: [UInt8], file: String) {
        if let invalid = TextEncoding.firstInvalidPlace(in: bytes, file: file) {
            problems.append(
                Diagnostic(
                    "not-utf-8", at: invalid, "this file is not UTF-8", suggestion: "save it as UTF-8"))
            return
        }
        let parsed = YAML.parse(String(decoding: bytes, as: UTF8.self), file: file)
        problems += parsed.problems
        guard let value = parsed.value else { return }
        guard case .mapping(let entries) = value.content else {
            if !value.isNothing {
                problems.append(
                    Diagnostic(
                        "bad-yaml", at: value.location, "the configuration is a list of keys and values",
                        suggestion: "write 'key: value', one a line"))
            }
            return
        }
        for entry in entries { read(entry) }
    }

    private mutating func read(_ entry: Metadata.Entry) {
        let value = entry.value
        guard hasRightShape(entry) else { return }
        switch entry.key {
        case "title": configuration.title = value.text ?? configuration.title
        case "base": configuration.base = address(value)
        case "language": readLanguage(value)
        case "author": configuration.author = value.text
        case "logo": configuration.logo = value.text.map { .init(file: $0, location: value.location) }
        case "mermaid": configuration.mermaid = value.text.map { .init($0, location: value.location) }
        case "colours": readColours(value)
        case "content":
            namesFolders = true
            configuration.content = folder(value) ?? configuration.content
        case "templates":
            guard let named = folder(value) else { break }
            configuration.templates = named
            configuration.namesTemplates = true
            templatesLocation = value.location
        case "output": configuration.output = folder(value) ?? configuration.output
        case "decisions":
            namesFolders = true
            configuration.decisions = decisions(value)
        case "repository":
            configuration.repository = value.text.flatMap { SourceHost($0) }
            if configuration.repository == nil { _ = address(value) }
        case "nav": configuration.navigation = navigation(value)
        case "statuses": readStatuses(value)
        case "words": readWords(value)
        case "checks": readChecks(value)
        case "history": readHistory(value)
        case "allowRawHTML": readAllowRawHTML(value)
        default:
            problems.append(
                Diagnostic(
                    "unknown-key", at: entry.keyLocation, "'\(entry.key)' is no key of the configuration",
                    suggestion: Self.meant[entry.key.lowercased()].map { "did you mean '\($0)'?" }
                        ?? didYouMean(entry.key, among: Self.keys)
                        ?? "the keys are \(Self.keys.joined(separator: ", "))"))
        }
    }

    private mutating func readHistory(_ value: Metadata) {
        switch value.text {
        case "on": configuration.history = true
        case "off": configuration.history = false
        default:
            problems.append(
                Diagnostic(
                    "bad-value", at: value.location, "'\(value.text ?? "")' is neither on nor off",
                    suggestion: "write 'history: off', or leave it out"))
        }
    }

    private mutating func readAllowRawHTML(_ value: Metadata) {
        switch value.text {
        case "true": configuration.allowRawHTML = true
        case "false": configuration.allowRawHTML = false
        default:
            problems.append(
                Diagnostic(
                    "bad-value", at: value.location, "'\(value.text ?? "")' is neither true nor false",
                    suggestion: "write 'allowRawHTML: true', or leave it out"))
        }
    }
}

extension SiteConfiguration {
    /// The problems with the weight that the author gave to their kinds.
    public func weighed(_ problems: [Diagnostic]) -> [Diagnostic] {
        problems.compactMap { problem in
            guard let chosen = checks[problem.id] else { return problem }
            guard let severity = chosen else { return nil }
            var weighed = problem
            weighed.severity = severity
            return weighed
        }
    }
}
