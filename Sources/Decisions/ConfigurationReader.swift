public import Diagnostics
import Markdown
import Rules

/// Reads `precedent.yml`. Every key is optional; an unknown one is an error, so that a slip is not silently nothing.
public struct ConfigurationReader {
    /// The problems found.
    public private(set) var problems: [Diagnostic] = []
    /// What the file says.
    public private(set) var configuration = SiteConfiguration()

    private static let keys = [
        "title", "base", "language", "author", "logo", "colours", "nav", "repository", "decisions", "content",
        "templates", "output", "statuses", "words", "history", "checks", "allowRawHTML",
    ]

    /// Keys of the format that this version does not act on yet.
    private static let laterKeys: Set = ["logo", "colours", "repository", "decisions", "history"]

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
            if value.text != nil {
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
        if Self.laterKeys.contains(entry.key) {
            problems.append(
                Diagnostic(
                    "no-effect", .warning, at: entry.keyLocation,
                    "'\(entry.key)' has no effect in this version",
                    suggestion: "leave it out, or set 'checks: { no-effect: off }'"))
            return
        }
        switch entry.key {
        case "title": configuration.title = value.text ?? configuration.title
        case "base": configuration.base = value.text
        case "language": configuration.language = value.text ?? configuration.language
        case "author": configuration.author = value.text
        case "content": configuration.content = folder(value) ?? configuration.content
        case "templates": configuration.templates = folder(value) ?? configuration.templates
        case "output": configuration.output = folder(value) ?? configuration.output
        case "nav": configuration.navigation = navigation(value)
        case "statuses": readStatuses(value)
        case "words": readWords(value)
        case "checks": readChecks(value)
        case "allowRawHTML": readAllowRawHTML(value)
        default:
            problems.append(
                Diagnostic(
                    "unknown-key", at: entry.keyLocation, "'\(entry.key)' is no key of the configuration",
                    suggestion: didYouMean(entry.key, among: Self.keys)
                        ?? "the keys are \(Self.keys.joined(separator: ", "))"))
        }
    }

    /// A folder of the site: given relative to it, and within it.
    private mutating func folder(_ value: Metadata) -> String? {
        guard let text = value.text else { return nil }
        let parts = text.split(separator: "/").filter { $0 != "." }
        if text.hasPrefix("/") || parts.contains("..") || parts.isEmpty {
            problems.append(
                Diagnostic(
                    "bad-value", at: value.location, "'\(text)' is not a folder within the site's own folder",
                    suggestion: "write the way to it from the site's folder, without '..'"))
            return nil
        }
        return parts.joined(separator: "/")
    }

    private func navigation(_ value: Metadata) -> [SiteConfiguration.NavigationEntry] {
        let pairs = value.entries.isEmpty ? value.elements.flatMap(\.entries) : value.entries
        return pairs.compactMap { pair in
            pair.value.text.map { .init(title: pair.key, target: $0, location: pair.value.location) }
        }
    }

    private mutating func readStatuses(_ value: Metadata) {
        for entry in value.entries {
            if let group = entry.value.text.flatMap(StatusGroup.init) {
                configuration.statuses[entry.key.lowercased()] = group
            } else {
                problems.append(
                    Diagnostic(
                        "bad-value", at: entry.value.location,
                        "'\(entry.value.text ?? "")' is not what a status can mean",
                        suggestion: didYouMean(
                            entry.value.text ?? "", among: StatusGroup.allCases.map(\.rawValue))
                            ?? "write open, in-force, closed or superseded"))
            }
        }
    }

    private mutating func readWords(_ value: Metadata) {
        let known = ["yes", "no", "not", "viable", "start", "with", "weight"]
        var found: [String: [String]] = [:]
        for entry in value.entries {
            guard known.contains(entry.key) else {
                problems.append(
                    Diagnostic(
                        "unknown-key", at: entry.keyLocation, "'\(entry.key)' is no word of rules",
                        suggestion: didYouMean(entry.key, among: known)
                            ?? "the words are \(known.joined(separator: ", "))"))
                continue
            }
            found[entry.key] = entry.value.texts
        }
        configuration.words = Words(
            yes: found["yes"] ?? [], no: found["no"] ?? [], not: found["not"] ?? [],
            viable: found["viable"] ?? [],
            start: found["start"] ?? [], with: found["with"] ?? [], weight: found["weight"] ?? [])
    }

    private mutating func readChecks(_ value: Metadata) {
        for entry in value.entries {
            guard CheckNames.all.contains(entry.key) else {
                problems.append(
                    Diagnostic(
                        "unknown-key", at: entry.keyLocation, "'\(entry.key)' is no check",
                        suggestion: didYouMean(entry.key, among: CheckNames.all)
                            ?? "the checks are \(CheckNames.all.joined(separator: ", "))"))
                continue
            }
            switch entry.value.text {
            case "error": configuration.checks[entry.key] = .some(.error)
            case "warning": configuration.checks[entry.key] = .some(.warning)
            case "off": configuration.checks[entry.key] = .some(nil)
            default:
                problems.append(
                    Diagnostic(
                        "bad-value", at: entry.value.location,
                        "'\(entry.value.text ?? "")' is not what a check can be set to",
                        suggestion: didYouMean(entry.value.text ?? "", among: ["error", "warning", "off"])
                            ?? "write error, warning or off"))
            }
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
