import Diagnostics
import Languages
import Markdown
import Rules

/// The values of single keys.
extension ConfigurationReader {
    /// What each key holds, as an author would write it.
    private static let mappings = [
        "nav": "nav: { Home: index.md }", "colours": "colours: { accent: \"#0d4a58\" }",
        "statuses": "statuses: { approved: in-force }",
        "words": "words: { yes: ja, no: nein }", "checks": "checks: { drift: off }",
    ]
    private static let scalars = [
        "title": "title: Our decisions", "base": "base: https://example.com/adr", "language": "language: en",
        "author": "author: Platform team", "logo": "logo: images/logo.svg", "content": "content: content",
        "templates": "templates: templates",
        "output": "output: public", "allowRawHTML": "allowRawHTML: true",
        "mermaid": "mermaid: mmdc",
        "repository": "repository: https://github.com/example/project", "history": "history: off",
    ]

    /// Whether a value is a mapping where its key needs one, and a text where it needs that. Nothing at all is
    /// neither, and leaves the key as it was.
    mutating func hasRightShape(_ entry: Metadata.Entry) -> Bool {
        let value = entry.value
        if case .scalar = value.content, value.text == nil {
            return entry.key == "allowRawHTML" || !isKnown(entry.key)
        }
        if let shape = Self.mappings[entry.key] {
            let isList = entry.key == "nav" && !value.elements.flatMap(\.entries).isEmpty
            if !value.entries.isEmpty || isList { return true }
            if case .mapping = value.content { return true }
            problems.append(Messages.shape(entry, "names and what they mean", shape))
            return false
        }
        if let shape = Self.scalars[entry.key], value.text == nil {
            problems.append(Messages.shape(entry, "one text", shape))
            return false
        }
        return true
    }

    private func isKnown(_ key: String) -> Bool { Self.mappings[key] != nil || Self.scalars[key] != nil }

    /// A whole address, with its scheme.
    mutating func address(_ value: Metadata) -> String? {
        guard let text = value.text else { return nil }
        let lowercased = text.lowercased()
        if lowercased.hasPrefix("https://") || lowercased.hasPrefix("http://") { return text }
        let behindScheme = text.firstRange(of: "://").map { text[$0.upperBound...] } ?? text[...]
        let rest = behindScheme.drop { "/:".contains($0) }
        problems.append(
            Diagnostic(
                "bad-value", at: value.location, "'\(text)' is not a whole address",
                suggestion: "write 'https://\(text.hasPrefix("/") ? "example.com/" : "")\(rest)'"))
        return nil
    }

    /// The tag of the site's language.
    mutating func readLanguage(_ value: Metadata) {
        configuration.languageLocation = value.location
        guard let text = value.text else { return }
        guard !LanguageTag.isOne(text) else {
            configuration.language = text
            return
        }
        let meant = LanguageTag.meant(by: text)
        problems.append(
            Diagnostic(
                "bad-value", at: value.location, "'\(text)' is no tag of a language",
                suggestion: meant.map { "write '\($0)'" } ?? "write a tag such as 'en', 'de' or 'pt-BR'"))
        // Words in that language are not to be called unread besides.
        configuration.language = meant ?? configuration.language
    }

    /// A folder of the site: given relative to it, and within it.
    mutating func folder(_ value: Metadata) -> String? {
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

    /// Folders of records: `docs/adr`, or a name and a folder.
    mutating func decisions(_ value: Metadata) -> [SiteConfiguration.DecisionFolder] {
        var named: [(name: String?, value: Metadata)] = value.entries.map { ($0.key, $0.value) }
        for element in value.elements {
            named += element.entries.isEmpty ? [(nil, element)] : element.entries.map { ($0.key, $0.value) }
        }
        return named.compactMap { name, value in
            let parts = value.text?.split(separator: "/").filter { $0 != "." } ?? []
            guard let text = value.text, !text.hasPrefix("/"), !parts.isEmpty else {
                problems.append(Messages.decisions(value))
                return nil
            }
            return .init(
                name: name, folder: parts.joined(separator: "/"), location: value.location)
        }
    }

    mutating func navigation(_ value: Metadata) -> [SiteConfiguration.NavigationEntry] {
        if case .list(let elements) = value.content {
            problems += elements.filter(\.entries.isEmpty).map(Messages.navigation)
        }
        let pairs = value.entries.isEmpty ? value.elements.flatMap(\.entries) : value.entries
        return pairs.compactMap { pair in
            guard let target = pair.value.text else {
                problems.append(Messages.navigation(pair.value))
                return nil
            }
            return .init(title: pair.key, target: target, location: pair.value.location)
        }
    }

    /// The accents of light and dark pages, as CSS writes colours in hexadecimal digits.
    mutating func readColours(_ value: Metadata) {
        let known = ["accent", "accent-dark"]
        for entry in value.entries {
            guard known.contains(entry.key) else {
                problems.append(
                    Diagnostic(
                        "unknown-key", at: entry.keyLocation, "'\(entry.key)' is no colour of the site",
                        suggestion: didYouMean(entry.key, among: known)
                            ?? "the colours are \(known.joined(separator: ", "))"))
                continue
            }
            guard let text = entry.value.text, let colour = Colour(hexadecimal: text) else {
                problems.append(Messages.colour(entry))
                continue
            }
            let scheme: Colour.Scheme = entry.key == "accent" ? .light : .dark
            problems += [Messages.contrast(colour, text, scheme, entry)].compactMap { $0 }
            configuration.accents[scheme] = colour
        }
    }

    mutating func readStatuses(_ value: Metadata) {
        for entry in value.entries {
            guard let text = entry.value.text else {
                problems.append(Messages.oneWord(entry, "status", "open"))
                continue
            }
            if let group = StatusGroup(rawValue: text) {
                configuration.statuses[entry.key.lowercased()] = group
            } else {
                problems.append(
                    Diagnostic(
                        "bad-value", at: entry.value.location,
                        "'\(text)' is not what a status can mean",
                        suggestion: didYouMean(text, among: StatusGroup.allCases.map(\.rawValue))
                            ?? "write open, in-force, closed or superseded"))
            }
        }
    }

    mutating func readWords(_ value: Metadata) {
        let known = Words.names
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
            guard !entry.value.texts.isEmpty else {
                problems.append(Messages.oneWord(entry, "word of rules", "ja"))
                continue
            }
            found[entry.key] = entry.value.texts
        }
        configuration.ownWords = found
        configuration.words = Words(found)
    }

    mutating func readChecks(_ value: Metadata) {
        for entry in value.entries {
            guard CheckNames.all.contains(entry.key) else {
                problems.append(
                    Diagnostic(
                        "unknown-key", at: entry.keyLocation, "'\(entry.key)' is no check",
                        suggestion: didYouMean(entry.key, among: CheckNames.all)
                            ?? "the checks are \(CheckNames.all.joined(separator: ", "))"))
                continue
            }
            guard let text = entry.value.text else {
                problems.append(Messages.oneWord(entry, "check", "warning"))
                continue
            }
            switch text {
            case "error": configuration.checks[entry.key] = .some(.error)
            case "warning": configuration.checks[entry.key] = .some(.warning)
            case "off": configuration.checks[entry.key] = .some(nil)
            default:
                problems.append(
                    Diagnostic(
                        "bad-value", at: entry.value.location,
                        "'\(text)' is not what a check can be set to",
                        suggestion: didYouMean(text, among: ["error", "warning", "off"])
                            ?? "write error, warning or off"))
            }
        }
    }
}

private enum Messages {
    static func shape(_ entry: Metadata.Entry, _ what: String, _ right: String) -> Diagnostic {
        Diagnostic(
            "bad-value", at: entry.value.location, "'\(entry.key)' holds \(what)",
            suggestion: "write it as '\(right)'")
    }

    static func decisions(_ value: Metadata) -> Diagnostic {
        Diagnostic(
            "bad-value", at: value.location,
            "'decisions' holds folders of records, each given from the site's folder",
            suggestion:
                "write it as 'decisions: [docs/adr]', or 'decisions: { billing: ../billing/docs/adr }'")
    }

    static func navigation(_ value: Metadata) -> Diagnostic {
        Diagnostic(
            "bad-value", at: value.location, "an entry of 'nav' is a title and where it leads",
            suggestion:
                "write it as '\(value.text.map { $0.hasSuffix(".md") ? "Title: \($0)" : "\($0): index.md" } ?? "Title: index.md")'"
        )
    }

    static func colour(_ entry: Metadata.Entry) -> Diagnostic {
        guard let text = entry.value.text else {
            return Diagnostic(
                "bad-value", at: entry.keyLocation, "'\(entry.key)' names no colour",
                suggestion:
                    "write it in quotes, as '\(entry.key): \"#0d4a58\"'; without them # begins a comment")
        }
        return Diagnostic(
            "bad-value", at: entry.value.location, "'\(text)' is no colour in hexadecimal digits",
            suggestion: "write it as '\(entry.key): \"#0d4a58\"'")
    }

    /// Text of the accent is read on the paper, and white text on a surface of it.
    static func contrast(
        _ colour: Colour, _ text: String, _ scheme: Colour.Scheme, _ entry: Metadata.Entry
    ) -> Diagnostic? {
        let tenths = Int((colour.contrast(with: scheme.paper) * 10).rounded(.down))
        guard tenths < 45 else { return nil }
        let better = colour.moved(from: scheme.paper, toContrast: 4.5)
        return Diagnostic(
            "low-contrast", .warning, at: entry.value.location,
            "'\(text)' is hard to read on the \(scheme.rawValue) page: its contrast is \(tenths / 10).\(tenths % 10) to 1, and text needs 4.5",
            suggestion:
                "take '\(better.hexadecimal)', the same but \(scheme == .light ? "darker" : "lighter")")
    }

    static func oneWord(_ entry: Metadata.Entry, _ what: String, _ example: String) -> Diagnostic {
        let value = entry.value.texts.first ?? example
        return Diagnostic(
            "bad-value", at: entry.value.location, "a \(what) is set to one word",
            suggestion: "write it as '\(entry.key): \(value)'")
    }
}
