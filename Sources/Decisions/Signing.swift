import Diagnostics
import Markdown
public import Rules

/// What was recommended when an assessment was signed, by whom, and under which rules (`signed:`, FORMATS 2).
public struct Signing: Sendable {
    /// The day.
    public let date: CalendarDate?
    /// Who signed.
    public let by: String?
    /// The ids of the options that were recommended, none where nothing was.
    public let recommendation: [String]
    /// The version of the framework.
    public let version: String?
    /// The digest of what the framework meant, or its first digits.
    public let rules: String?
    /// Where it is written.
    let location: SourceLocation

    /// Whether a framework means what it meant then, as far as it is known.
    public func isUnder(digest: String) -> Bool { rules.map { digest.hasPrefix($0) } ?? true }
}

/// Reads `signed:`. Since a signature is for ever, what cannot be read of one is an error.
struct SigningReader {
    private(set) var signings: [Signing] = []
    private(set) var problems: [Diagnostic] = []

    private static let keys = ["date", "by", "recommendation", "version", "rules"]

    init(_ written: Metadata?) {
        guard let written else { return }
        var elements = written.elements
        if case .mapping = written.content { elements = [written] }
        for element in elements {
            guard !element.entries.isEmpty else {
                problems.append(Messages.noSigning(element))
                continue
            }
            read(element)
        }
    }

    private mutating func read(_ element: Metadata) {
        for entry in element.entries where !Self.keys.contains(entry.key) {
            problems.append(Messages.unknown(entry, Self.keys))
        }
        var date: CalendarDate?
        if let day = element["date"], let text = day.text {
            date = CalendarDate(iso: text)
            if date == nil { problems.append(.noDate(text, .error, at: day.location)) }
        }
        let rules = element["rules"]?.text?.lowercased()
        if let rules, let digits = element["rules"], rules.utf8.count < 8 || !rules.allSatisfy(\.isHexDigit) {
            problems.append(Messages.noDigest(rules, digits.location))
            return
        }
        signings.append(
            Signing(
                date: date, by: element["by"]?.text, recommendation: element["recommendation"]?.texts ?? [],
                version: element["version"]?.text, rules: rules, location: element.location))
    }
}

private enum Messages {
    static let form =
        "'precedent sign' writes '- { date: …, by: …, recommendation: …, version: …, rules: … }'"

    static func noSigning(_ element: Metadata) -> Diagnostic {
        Diagnostic(
            "bad-value", at: element.location, "this does not say who signed what", suggestion: form)
    }

    static func noDigest(_ text: String, _ location: SourceLocation) -> Diagnostic {
        Diagnostic(
            "bad-value", at: location, "'\(text)' is no digest of rules",
            suggestion: "it has 64 hexadecimal digits, of which at least the first 8 are needed")
    }

    static func unknown(_ entry: Metadata.Entry, _ known: [String]) -> Diagnostic {
        Diagnostic(
            "unknown-key", at: entry.keyLocation, "'\(entry.key)' is no key of a signature",
            suggestion: didYouMean(entry.key, among: known) ?? "the keys are \(known.joined(separator: ", "))"
        )
    }
}
