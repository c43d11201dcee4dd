import Diagnostics
import Markdown

/// A strings file: the theme's words in one language, or some of them (`templates/words/de.yml`).
struct PhraseFile: Sendable {
    /// What it says, by key.
    private(set) var phrases: [String: Phrase] = [:]
    /// Where each key stands.
    private(set) var places: [String: SourceLocation] = [:]
    /// The words of rules in the language.
    private(set) var notation: [String: [String]] = [:]
    private(set) var problems: [Diagnostic] = []
    /// Its name, as problems show it.
    let file: String
    /// Whether it is no file of words at all, so that nothing can be said of what it lacks.
    private(set) var isUnreadable = true

    /// The words that rules and answers are made of (FORMATS 5, `words`).
    static let notationKeys = ["yes", "no", "not", "viable", "start", "with", "weight"]

    /// Reads the file's bytes.
    init(_ bytes: [UInt8], file: String) {
        self.file = file
        if let invalid = TextEncoding.firstInvalidPlace(in: bytes, file: file) {
            problems.append(
                Diagnostic(
                    "not-utf-8", at: invalid, "this file is not UTF-8", suggestion: "save it as UTF-8"))
            return
        }
        let parsed = YAML.parse(String(decoding: bytes, as: UTF8.self), file: file)
        problems += parsed.problems
        guard let value = parsed.value else {
            isUnreadable = !parsed.problems.isEmpty
            return
        }
        guard case .mapping(let entries) = value.content else {
            if value.isNothing { isUnreadable = false } else { problems.append(Messages.noKeys(value)) }
            return
        }
        isUnreadable = false
        for entry in entries {
            if entry.key == "notation" { readNotation(entry.value) } else { read(entry, below: "") }
        }
    }

    private mutating func read(_ entry: Metadata.Entry, below section: String) {
        let key = section + entry.key
        switch entry.value.content {
        case .scalar(let text):
            guard let text = PhraseText(text) else {
                problems.append(Messages.braces(entry.value))
                return
            }
            if key == "direction", Phrases.Direction(rawValue: text.written) == nil {
                problems.append(Messages.direction(entry.value))
                return
            }
            keep(.text(text), key, entry)
        case .list: problems.append(Messages.list(entry))
        case .mapping(let entries):
            guard entries.contains(where: { $0.key == PluralForm.other.rawValue }) else {
                if !entries.isEmpty, entries.allSatisfy({ PluralForm(rawValue: $0.key) != nil }) {
                    problems.append(Messages.noOther(entry))
                } else {
                    for entry in entries { read(entry, below: key + ".") }
                }
                return
            }
            readPlural(entries, key, entry)
        }
    }

    private mutating func readPlural(_ entries: [Metadata.Entry], _ key: String, _ whole: Metadata.Entry) {
        var forms: [PluralForm: PhraseText] = [:]
        for entry in entries {
            guard let form = PluralForm(rawValue: entry.key) else {
                problems.append(Messages.form(entry))
                continue
            }
            guard case .scalar(let written) = entry.value.content else {
                problems.append(Messages.list(entry))
                continue
            }
            guard let text = PhraseText(written) else {
                problems.append(Messages.braces(entry.value))
                continue
            }
            forms[form] = text
        }
        if forms[.other] != nil { keep(.plural(forms), key, whole) }
    }

    private mutating func keep(_ phrase: Phrase, _ key: String, _ entry: Metadata.Entry) {
        phrases[key] = phrase
        places[key] = entry.keyLocation
    }

    private mutating func readNotation(_ value: Metadata) {
        guard case .mapping = value.content else {
            problems.append(Messages.noKeys(value))
            return
        }
        for entry in value.entries {
            guard Self.notationKeys.contains(entry.key) else {
                problems.append(Messages.notation(entry))
                continue
            }
            guard !entry.value.texts.isEmpty, entry.value.texts.count == entry.value.elements.count else {
                problems.append(Messages.noWords(entry))
                continue
            }
            notation[entry.key] = entry.value.texts
        }
    }

    /// Leaves a key out, since what it says cannot be used.
    mutating func drop(_ key: String) { phrases[key] = nil }
}

private enum Messages {
    static func noKeys(_ value: Metadata) -> Diagnostic {
        Diagnostic(
            "bad-yaml", at: value.location, "a file of words is a list of keys and words",
            suggestion: "write 'key: word', one a line, below the name of their section")
    }

    static func noWords(_ entry: Metadata.Entry) -> Diagnostic {
        Diagnostic(
            "bad-yaml", at: entry.keyLocation, "'\(entry.key)' is a word of rules, or a list of such",
            suggestion: "write '\(entry.key): word', or '\(entry.key): [word, other]'")
    }

    static func braces(_ value: Metadata) -> Diagnostic {
        Diagnostic(
            "wrong-placeholder", at: value.location, "a brace here opens or closes no name",
            suggestion: "write what is put in as '{name}', as the English words have it")
    }

    static func direction(_ value: Metadata) -> Diagnostic {
        Diagnostic(
            "bad-value", at: value.location, "'\(value.text ?? "")' is no way to write",
            suggestion: "write ltr, from left to right, or rtl, from right to left")
    }

    static func list(_ entry: Metadata.Entry) -> Diagnostic {
        Diagnostic(
            "wrong-words", at: entry.value.location, "'\(entry.key)' is one text",
            suggestion: "write '\(entry.key): …'")
    }

    static func noOther(_ entry: Metadata.Entry) -> Diagnostic {
        Diagnostic(
            "wrong-words", at: entry.keyLocation,
            "'\(entry.key)' has forms for numbers, and none for 'other'",
            suggestion: "add 'other:', which is taken where no form fits")
    }

    static func form(_ entry: Metadata.Entry) -> Diagnostic {
        let known = PluralForm.allCases.map(\.rawValue)
        return Diagnostic(
            "unknown-key", at: entry.keyLocation, "'\(entry.key)' is no form that a number can ask for",
            suggestion: didYouMean(entry.key, among: known)
                ?? "the forms are \(known.joined(separator: ", "))")
    }

    static func notation(_ entry: Metadata.Entry) -> Diagnostic {
        let known = PhraseFile.notationKeys
        return Diagnostic(
            "unknown-key", at: entry.keyLocation, "'\(entry.key)' is no word of rules",
            suggestion: didYouMean(entry.key, among: known)
                ?? "the words are \(known.joined(separator: ", "))")
    }
}
