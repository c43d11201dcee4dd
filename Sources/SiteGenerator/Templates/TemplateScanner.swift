import Diagnostics

/// Checks templates against what their pages offer: every name, every section, every partial, before a page is
/// rendered.
///
/// A page's template is followed as rendering would follow it, into sections and partials, with the contexts that are
/// then in view. A partial is checked once for each set of contexts that it is used in.
struct TemplateScanner {
    private let theme: ThemeSource
    private var tags: [String: TemplateTags] = [:]
    private var seen = Set<String>()
    private(set) var problems: [Diagnostic] = []

    init(_ theme: ThemeSource) { self.theme = theme }

    /// Checks the template of a page.
    mutating func scan(page name: String, offering schema: Schema) {
        guard theme.templates[name] != nil else {
            problems.append(
                Diagnostic(
                    "missing-template", at: nil, "there is no template '\(name)'",
                    suggestion: didYouMean(name, among: theme.templates.keys.sorted())))
            return
        }
        scan(name, in: [schema], through: [])
    }

    private mutating func scan(_ name: String, in stack: [Schema], through open: [String]) {
        // Contexts with the same names are alike to a template.
        let key =
            name + "|" + stack.map { $0.shapes.keys.sorted().joined(separator: ",") }.joined(separator: "|")
        guard seen.insert(key).inserted, let template = theme.templates[name] else { return }
        let found = tags[name] ?? TemplateTags(template)
        if tags[name] == nil {
            tags[name] = found
            problems += found.problems
        }
        var stack = stack
        var sections: [(tag: TemplateTag, pushes: Bool)] = []
        for tag in found.tags {
            switch tag.kind {
            case .comment, .pragma: break
            case .text, .html: checkValue(tag, stack)
            case .section, .inverted:
                let schema = section(tag, stack)
                let pushes = tag.kind == .section && schema != nil
                if pushes, let schema { stack.append(schema) }
                sections.append((tag, pushes))
            case .close:
                guard let last = sections.last, last.tag.name == tag.name else {
                    problems.append(Messages.strayClose(tag, sections.last?.tag))
                    return
                }
                sections.removeLast()
                if last.pushes { stack.removeLast() }
            case .partial: scanPartial(tag, stack, through: open + [name])
            case .unsupported: problems.append(Messages.unsupported(tag))
            }
        }
        if let last = sections.last { problems.append(Messages.unclosed(last.tag)) }
    }

    private mutating func scanPartial(_ tag: TemplateTag, _ stack: [Schema], through open: [String]) {
        guard theme.templates[tag.name] != nil else {
            problems.append(Messages.missingPartial(tag, theme.templates.keys.sorted()))
            return
        }
        guard !open.contains(tag.name) else {
            problems.append(Messages.cycle(tag, open))
            return
        }
        scan(tag.name, in: stack, through: open)
    }

    private mutating func checkValue(_ tag: TemplateTag, _ stack: [Schema]) {
        // The value of the section around it.
        if tag.name == "." { return }
        guard let shape = shape(tag, stack) else { return }
        switch (shape, tag.kind) {
        case (.text, .text), (.html, .html): break
        case (.html, _): problems.append(Messages.escaped(tag))
        case (.text, _): problems.append(Messages.unescaped(tag))
        case (.flag, _), (.section, _): problems.append(Messages.notText(tag))
        }
    }

    /// The names that a section brings into view; `nil` where it brings none.
    private mutating func section(_ tag: TemplateTag, _ stack: [Schema]) -> Schema? {
        guard tag.name != ".", let shape = shape(tag, stack), case .section(let schema) = shape else {
            return nil
        }
        return schema()
    }

    /// The shape of a name as Mustache finds it: the first part in the nearest context that has it, the further parts
    /// within that.
    private mutating func shape(_ tag: TemplateTag, _ stack: [Schema]) -> Shape? {
        let parts = tag.name.split(separator: ".", omittingEmptySubsequences: true).map(String.init)
        guard let first = parts.first,
            let start = stack.last(where: { $0.shapes[first] != nil })?.shapes[first]
        else {
            problems.append(
                Messages.unknown(tag, tag.name, stack.reversed().flatMap { $0.shapes.keys.sorted() }))
            return nil
        }
        var shape = start
        for part in parts.dropFirst() {
            guard case .section(let schema) = shape else {
                problems.append(Messages.unknown(tag, tag.name, []))
                return nil
            }
            let shapes = schema().shapes
            guard let next = shapes[part] else {
                problems.append(Messages.unknown(tag, tag.name, shapes.keys.sorted()))
                return nil
            }
            shape = next
        }
        return shape
    }
}

private enum Messages {
    static func unknown(_ tag: TemplateTag, _ name: String, _ offered: [String]) -> Diagnostic {
        let last = name.split(separator: ".").last.map(String.init) ?? name
        let offers = Set(offered).sorted()
        return Diagnostic(
            "unknown-variable", at: tag.location, "this page does not offer '\(name)'",
            suggestion: didYouMean(last, among: offers)
                ?? (offers.isEmpty ? nil : "it offers \(offers.joined(separator: ", "))"))
    }

    static func missingPartial(_ tag: TemplateTag, _ known: [String]) -> Diagnostic {
        Diagnostic(
            "missing-partial", at: tag.location, "there is no template '\(tag.name)'",
            suggestion: didYouMean(tag.name, among: known)
                ?? "the templates are \(known.joined(separator: ", "))")
    }

    static func cycle(_ tag: TemplateTag, _ open: [String]) -> Diagnostic {
        Diagnostic(
            "partial-cycle", at: tag.location,
            "templates include each other without end: \((open + [tag.name]).joined(separator: " → "))",
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

    static func unsupported(_ tag: TemplateTag) -> Diagnostic {
        Diagnostic(
            "bad-template", at: tag.location,
            "templates here are plain Mustache: variables, sections, partials and comments",
            suggestion:
                "write '{{name}}', '{{{name}}}', '{{#name}}', '{{^name}}', '{{/name}}', '{{> name}}' or '{{! note}}'"
        )
    }
}
