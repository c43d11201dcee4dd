import Diagnostics

/// What is said of templates that do not fit the pages they are for.
enum TemplateMessages {
    static func unknown(_ tag: TemplateTag, _ offered: [String]) -> Diagnostic {
        let offers = Set(offered).sorted()
        let last = tag.name.split(separator: ".").last.map(String.init) ?? tag.name
        return Diagnostic(
            "unknown-variable", at: tag.location, "this page does not offer '\(tag.name)'",
            suggestion: didYouMean(tag.name, among: offers) ?? didYouMean(last, among: offers)
                ?? (offers.isEmpty ? nil : "it offers \(offers.joined(separator: ", "))"))
    }

    static func unknownWords(_ tag: TemplateTag, _ known: [String]) -> Diagnostic {
        let key = tag.wordKey ?? tag.name
        return Diagnostic(
            "unknown-words", at: tag.location, "the theme has no words under '\(key)'",
            suggestion: didYouMean(key, among: known)
                ?? "'precedent templates eject words/en' writes down all that there are")
    }

    static func severalForms(_ tag: TemplateTag) -> Diagnostic {
        Diagnostic(
            "unknown-words", at: tag.location,
            "'\(tag.name)' has a form for each number, which a template cannot choose",
            suggestion: "show what the page offers of it")
    }

    static func beside(_ tag: TemplateTag, _ words: TemplateTag) -> Diagnostic {
        Diagnostic(
            "unknown-words", at: tag.location, "'\(tag.name)' is in no place of '\(words.name)'",
            suggestion: "write it into a section that names the place")
    }

    static func noSuchPlace(_ tag: TemplateTag, _ name: String, _ known: [String]) -> Diagnostic {
        Diagnostic(
            "unknown-words", at: tag.location, "'\(tag.name)' has no place for '\(name)'",
            suggestion: didYouMean(name, among: known)
                ?? (known.isEmpty
                    ? "write '{{\(tag.name)}}'" : "it has places for \(known.joined(separator: ", "))"))
    }

    static func missingPartial(_ tag: TemplateTag, _ known: [String]) -> Diagnostic {
        Diagnostic(
            "missing-partial", at: tag.location, "there is no template '\(tag.name)'",
            suggestion: known.first { $0.hasSuffix("/\(tag.name)") }.map { "did you mean '\($0)'?" }
                ?? didYouMean(tag.name, among: known) ?? "the templates are \(known.joined(separator: ", "))")
    }

    static func cycle(_ tag: TemplateTag, _ open: [String]) -> Diagnostic {
        // Whichever page leads to it.
        let round = open.drop { $0 != tag.name } + [tag.name]
        return Diagnostic(
            "partial-cycle", at: tag.location,
            "templates include each other without end: \(round.joined(separator: " → "))",
            suggestion: "take this partial out, or what leads back to it")
    }

    static func escaped(_ tag: TemplateTag) -> Diagnostic {
        Diagnostic(
            "escaped-html", at: tag.location, "'\(tag.name)' is HTML, which two braces would show as text",
            suggestion: "write '{{{\(tag.name)}}}'")
    }

    static func unescaped(_ tag: TemplateTag) -> Diagnostic {
        Diagnostic(
            "unescaped-text", at: tag.location,
            "'\(tag.name)' is text, which three braces would let be read as HTML",
            suggestion: "write '{{\(tag.name)}}'")
    }

    static func notText(_ tag: TemplateTag) -> Diagnostic {
        Diagnostic(
            "not-text", at: tag.location, "'\(tag.name)' is no text",
            suggestion: "open a section: '{{#\(tag.name)}}…{{/\(tag.name)}}'")
    }

    static func noValue(_ tag: TemplateTag) -> Diagnostic {
        Diagnostic(
            "not-text", at: tag.location,
            "'.' stands for the text of the section around it, and here is none",
            suggestion: "write the name of what is meant")
    }

    static func strayClose(_ tag: TemplateTag, _ open: TemplateTag?) -> Diagnostic {
        Diagnostic(
            "bad-template", at: tag.location, "'\(tag.name)' is closed here and is not what is open",
            suggestion: open.map { "'{{/\($0.name)}}' is what is missing" },
            notes: open.map { [.init("the open section begins here", at: $0.location)] } ?? [])
    }

    static func unclosed(_ tag: TemplateTag) -> Diagnostic {
        Diagnostic(
            "bad-template", at: tag.location, "this section is not closed",
            suggestion: "write '{{/\(tag.name)}}' where it ends")
    }

    /// What programs that know more than Mustache read.
    static func helper(_ tag: TemplateTag) -> Diagnostic {
        let parts = tag.name.split(separator: " ").map(String.init)
        // What is compared or called there has no name.
        let isName = parts.count > 1 && parts[1].allSatisfy { $0.isLetter || $0 == "." }
        let name = isName ? parts[1] : "name"
        let suggestion =
            switch parts.first {
            case "if", "with", "each":
                "write '{{#\(name)}}…{{/\(name)}}', which shows what is in it where there is one, and once for each of several"
            case "unless": "write '{{^\(name)}}…{{/\(name)}}', which shows what is in it where there is none"
            default: "write '{{^name}}…{{/name}}' behind '{{#name}}…{{/name}}' for what is to show else"
            }
        return Diagnostic(
            "bad-template", at: tag.location, "'\(parts.first ?? "")' is no part of Mustache",
            suggestion: suggestion)
    }

    static func unsupported(_ tag: TemplateTag) -> Diagnostic {
        Diagnostic(
            "bad-template", at: tag.location,
            "templates here are plain Mustache: variables, sections, partials and comments",
            suggestion:
                "write '{{name}}', '{{{name}}}', '{{#name}}', '{{^name}}', '{{/name}}', '{{> name}}' or '{{! note}}'"
        )
    }
}
