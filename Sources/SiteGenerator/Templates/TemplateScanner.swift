import Diagnostics
import Languages

/// Checks templates against what their pages offer: every name, every section, every partial, before a page is
/// rendered.
///
/// A page's template is followed as rendering would follow it, into sections and partials, with the contexts that are
/// then in view. A partial is checked once for each set of contexts that it is used in.
struct TemplateScanner {
    private let theme: ThemeSource
    private let phrases: Phrases
    private var tags: [String: TemplateTags] = [:]
    private var seen = Set<String>()
    private(set) var problems: [Diagnostic] = []

    init(_ theme: ThemeSource, _ phrases: Phrases) {
        self.theme = theme
        self.phrases = phrases
    }

    /// Checks the template of a page.
    mutating func scan(page name: String, offering schema: Schema) {
        guard theme.templates[name] != nil else {
            problems.append(
                Diagnostic(
                    "missing-template", at: nil, "there is no template '\(name)'",
                    suggestion: didYouMean(name, among: theme.templates.keys.sorted())))
            return
        }
        scan(name, in: View(schemas: [schema], value: nil), through: [])
    }

    /// What a tag can speak of where it stands.
    private struct View {
        /// The contexts around it, the nearest last.
        var schemas: [Schema]
        /// What `.` stands for: the text that the section around it is about; `nil` where it is about none.
        var value: Shape?

        /// Contexts with the same names are alike to a template.
        var key: String {
            schemas.map { $0.shapes.keys.sorted().joined(separator: ",") }.joined(separator: "|")
                + "|\(value.map { $0.isHTML ? "html" : "text" } ?? "")"
        }

        /// Goes into a section: into the context that it is about, or to its text.
        mutating func enter(_ shape: Shape) {
            switch shape {
            case .section(let schema):
                schemas.append(schema())
                value = nil
            case .text, .html: value = shape
            case .flag: break
            }
        }
    }

    private mutating func scan(_ name: String, in outer: View, through open: [String]) {
        let key = "\(name)|\(outer.key)"
        guard seen.insert(key).inserted, let template = theme.templates[name] else { return }
        let found = tags[name] ?? TemplateTags(template)
        if tags[name] == nil {
            tags[name] = found
            problems += found.problems
        }
        var view = outer
        var sections: [(tag: TemplateTag, around: View)] = []
        for (index, tag) in found.tags.enumerated() {
            if let words = sections.last?.tag, words.wordKey != nil,
                ![.section, .close, .comment].contains(tag.kind)
            {
                problems.append(Messages.beside(tag, words))
                continue
            }
            switch tag.kind {
            case .comment: break
            case .text where tag.wordKey != nil: checkWords(tag, view, leaving: [])
            case .section where tag.wordKey != nil:
                sections.append((tag, view))
                checkWords(tag, view, leaving: Self.slots(of: index, in: found.tags))
            // What goes into a place of words says the same as if it stood there.
            case .section where sections.last?.tag.wordKey != nil: sections.append((tag, view))
            case .text, .html: checkValue(tag, view)
            case .section, .inverted:
                sections.append((tag, view))
                let shape = shape(tag, view)
                if tag.kind == .section, let shape { view.enter(shape) }
            case .close:
                guard let last = sections.last, last.tag.name == tag.name else {
                    problems.append(Messages.strayClose(tag, sections.last?.tag))
                    return
                }
                view = sections.removeLast().around
            case .partial: scanPartial(tag, view, through: open + [name])
            case .unsupported: problems.append(Messages.unsupported(tag))
            }
        }
        if let last = sections.last { problems.append(Messages.unclosed(last.tag)) }
    }

    /// The names of the sections right within the words that begin at a tag.
    private static func slots(of index: Int, in tags: [TemplateTag]) -> Set<String> {
        var slots = Set<String>()
        var depth = 0
        for tag in tags[(index + 1)...] {
            switch tag.kind {
            case .section, .inverted:
                if depth == 0 { slots.insert(tag.name) }
                depth += 1
            case .close:
                guard depth > 0 else { return slots }
                depth -= 1
            default: break
            }
        }
        return slots
    }

    /// Checks that there are such words, and that what goes into their places is offered here.
    private mutating func checkWords(_ tag: TemplateTag, _ view: View, leaving slots: Set<String>) {
        guard let key = tag.wordKey, let phrase = phrases.phrase(key) else {
            problems.append(Messages.unknownWords(tag, phrases.keys))
            return
        }
        guard case .text(let text) = phrase else {
            problems.append(Messages.severalForms(tag))
            return
        }
        // What a site's own words leave unsaid is told where they stand.
        let asked = Phrases.english.phrase(key)?.places ?? text.places
        for name in slots.subtracting(asked).sorted() {
            problems.append(Messages.noSuchPlace(tag, name, asked.sorted()))
        }
        for name in text.places.subtracting(slots).sorted() {
            checkValue(
                TemplateTag(kind: .text, name: name, location: tag.location, bytes: tag.bytes), view)
        }
    }

    private mutating func scanPartial(_ tag: TemplateTag, _ view: View, through open: [String]) {
        guard theme.templates[tag.name] != nil else {
            problems.append(Messages.missingPartial(tag, theme.templates.keys.sorted()))
            return
        }
        guard !open.contains(tag.name) else {
            problems.append(Messages.cycle(tag, open))
            return
        }
        scan(tag.name, in: view, through: open)
    }

    private mutating func checkValue(_ tag: TemplateTag, _ view: View) {
        guard let shape = shape(tag, view) else { return }
        switch (shape, tag.kind) {
        case (.text, .text), (.html, .html): break
        case (.html, _): problems.append(Messages.escaped(tag))
        case (.text, _): problems.append(Messages.unescaped(tag))
        case (.flag, _), (.section, _): problems.append(Messages.notText(tag))
        }
    }

    /// The shape of a name as Mustache finds it: the first part in the nearest context that has it, the further parts
    /// within that.
    private mutating func shape(_ tag: TemplateTag, _ view: View) -> Shape? {
        if tag.name == "." {
            if view.value == nil { problems.append(Messages.noValue(tag)) }
            return view.value
        }
        let parts = tag.name.split(separator: ".", omittingEmptySubsequences: true).map(String.init)
        guard let first = parts.first,
            let start = view.schemas.last(where: { $0.shapes[first] != nil })?.shapes[first]
        else {
            problems.append(
                Messages.unknown(tag, tag.name, view.schemas.reversed().flatMap { $0.shapes.keys.sorted() }))
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

    static func unsupported(_ tag: TemplateTag) -> Diagnostic {
        Diagnostic(
            "bad-template", at: tag.location,
            "templates here are plain Mustache: variables, sections, partials and comments",
            suggestion:
                "write '{{name}}', '{{{name}}}', '{{#name}}', '{{^name}}', '{{/name}}', '{{> name}}' or '{{! note}}'"
        )
    }
}
