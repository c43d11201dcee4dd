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
    private var said: Set<Diagnostic> = []
    /// For each name that is offered nowhere near, which problem says so, and what is offered wherever it is used.
    private var unknown: [UnknownName: (index: Int, offered: [String])] = [:]
    /// What is wrong, each once: a partial says the same of a tag on every page that it is used on.
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

    private mutating func report(_ problem: Diagnostic) {
        if said.insert(problem).inserted { problems.append(problem) }
    }

    /// Says that a name is offered nowhere near; of a part of several pages, what all of them offer in its place.
    private mutating func reportUnknown(_ tag: TemplateTag, offering names: [String]) {
        let key = UnknownName(name: tag.name, location: tag.location)
        if let (index, before) = unknown[key] {
            let common = before.filter(Set(names).contains)
            unknown[key] = (index, common)
            problems[index] = TemplateMessages.unknown(tag, common)
        } else {
            unknown[key] = (problems.count, names)
            problems.append(TemplateMessages.unknown(tag, names))
        }
    }

    /// The site's own templates that no page leads to, by which nothing is changed. Asked after all pages were followed.
    var unused: [(name: String, file: String)] {
        let own = theme.templates.filter { !$0.value.isBuiltIn && tags[$0.key] == nil }
        return own.sorted { $0.key < $1.key }.map { (name: $0.key, file: $0.value.file) }
    }

    /// A name and where it is asked for: words have several places, all of them where their tag stands.
    private struct UnknownName: Hashable {
        let name: String
        let location: SourceLocation
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
            found.problems.forEach { report($0) }
        }
        var view = outer
        var sections: [(tag: TemplateTag, around: View)] = []
        for (index, tag) in found.tags.enumerated() {
            if let words = sections.last?.tag, words.wordKey != nil,
                ![.section, .close, .comment].contains(tag.kind)
            {
                report(TemplateMessages.beside(tag, words))
                continue
            }
            if tag.isHelper {
                report(TemplateMessages.helper(tag))
                // Where it ends is not for Mustache to say.
                return
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
                    report(TemplateMessages.strayClose(tag, sections.last?.tag))
                    return
                }
                view = sections.removeLast().around
            case .partial: scanPartial(tag, view, through: open + [name])
            case .unsupported: report(TemplateMessages.unsupported(tag))
            }
        }
        if let last = sections.last { report(TemplateMessages.unclosed(last.tag)) }
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
            report(TemplateMessages.unknownWords(tag, phrases.keys))
            return
        }
        guard case .text(let text) = phrase else {
            report(TemplateMessages.severalForms(tag))
            return
        }
        // What a site's own words leave unsaid is told where they stand.
        let asked = Phrases.english.phrase(key)?.places ?? text.places
        for name in slots.subtracting(asked).sorted() {
            report(TemplateMessages.noSuchPlace(tag, name, asked.sorted()))
        }
        for name in text.places.subtracting(slots).sorted() {
            checkValue(
                TemplateTag(kind: .text, name: name, location: tag.location, bytes: tag.bytes), view)
        }
    }

    private mutating func scanPartial(_ tag: TemplateTag, _ view: View, through open: [String]) {
        guard theme.templates[tag.name] != nil else {
            report(TemplateMessages.missingPartial(tag, theme.templates.keys.sorted()))
            return
        }
        guard !open.contains(tag.name) else {
            report(TemplateMessages.cycle(tag, open))
            return
        }
        scan(tag.name, in: view, through: open)
    }

    private mutating func checkValue(_ tag: TemplateTag, _ view: View) {
        guard let shape = shape(tag, view) else { return }
        switch (shape, tag.kind) {
        case (.text, .text), (.html, .html): break
        case (.html, _): report(TemplateMessages.escaped(tag))
        case (.text, _): report(TemplateMessages.unescaped(tag))
        case (.flag, _), (.section, _): report(TemplateMessages.notText(tag))
        }
    }

    /// The shape of a name as Mustache finds it: the first part in the nearest context that has it, the further parts
    /// within that.
    private mutating func shape(_ tag: TemplateTag, _ view: View) -> Shape? {
        if tag.name == "." {
            if view.value == nil { report(TemplateMessages.noValue(tag)) }
            return view.value
        }
        let parts = tag.name.split(separator: ".", omittingEmptySubsequences: true).map(String.init)
        guard let first = parts.first,
            let start = view.schemas.last(where: { $0.shapes[first] != nil })?.shapes[first]
        else {
            reportUnknown(tag, offering: view.schemas.reversed().flatMap { $0.shapes.keys.sorted() })
            return nil
        }
        var shape = start
        for (index, part) in parts.enumerated().dropFirst() {
            guard case .section(let schema) = shape else {
                reportUnknown(tag, offering: [])
                return nil
            }
            let shapes = schema().shapes
            guard let next = shapes[part] else {
                let around = parts[..<index].joined(separator: ".")
                reportUnknown(tag, offering: shapes.keys.sorted().map { "\(around).\($0)" })
                return nil
            }
            shape = next
        }
        return shape
    }
}
