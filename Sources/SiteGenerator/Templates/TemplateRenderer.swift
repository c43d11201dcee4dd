import Diagnostics
import Languages
import Markdown
import Mustache

/// The checked templates of a site, ready to render.
struct TemplateRenderer: Sendable {
    private let library: MustacheLibrary
    /// For each frame that pages share, the library in which it is plain text.
    private var framed: [SiteContext: MustacheLibrary] = [:]
    /// Pages of one shape are made by Mustache once. Where a template itself has what stands in for texts, each is.
    private let skeletons: PageSkeletons?
    private let fragmentSkeletons: PageSkeletons?

    /// The template of each kind of page and what its context offers.
    static let pages: [(template: String, schema: Schema)] = [
        ("home", HomePageContext.fields.schema), ("frameworks", FrameworksPageContext.fields.schema),
        ("framework", FrameworkPageContext.fields.schema),
        ("assessments", AssessmentsPageContext.fields.schema), ("report", ReportPageContext.fields.schema),
        ("log", LogPageContext.fields.schema), ("record", RecordPageContext.fields.schema),
        ("page", PlainPageContext.fields.schema), ("notFound", NotFoundPageContext.fields.schema),
        ("redirect", RedirectPageContext.fields.schema), ("facet", FacetPageContext.fields.schema),
        ("timeline", TimelinePageContext.fields.schema),
        ("portfolio", PortfolioPageContext.fields.schema),
        ("assess", AssessPageContext.fields.schema),
    ]

    /// The pages that only a site with frameworks has. Their templates are most of all that there are.
    private static let pagesOfFrameworks: Set = ["framework", "report", "portfolio", "assess"]

    /// The templates of parts that are rendered by themselves, since they are the same on many pages or have few shapes
    /// while their pages have many.
    static let fragments: [(template: String, schema: Schema)] = [
        ("partials/log-row", LogRowContext.fields.schema),
        ("partials/record-fact", RecordFactContext.fields.schema),
        ("partials/option", ConsideredOptionContext.fields.schema),
        ("partials/marked-section", MarkedSectionContext.fields.schema),
        ("partials/timeline-row", TimelineRowContext.fields.schema),
        ("partials/timeline-dot", TimelineDotContext.fields.schema),
    ]

    /// Checks all templates of a theme, and compiles them where nothing is wrong with them.
    static func checked(
        _ theme: ThemeSource, _ phrases: Phrases
    ) -> (renderer: TemplateRenderer?, problems: [Diagnostic]) {
        var scanner = TemplateScanner(theme, phrases)
        for page in pages + fragments { scanner.scan(page: page.template, offering: page.schema) }
        for name in frames where theme.templates[name] != nil {
            scanner.scan(page: name, offering: FrameContext.fields.schema)
        }
        guard scanner.problems.isEmpty else { return (nil, scanner.problems) }
        let unused = scanner.unused
        let warnings = theme.unread?.areMeant == true ? UnreadFiles.problems(ofUnused: unused) : []
        let unusedNames = Set(unused.map(\.name))
        _ = registered
        var library = MustacheLibrary()
        var problems: [Diagnostic] = []
        let hasBuiltInWords = phrases == .english
        for (name, template) in theme.templates.sorted(by: { $0.key < $1.key }) {
            if template.isBuiltIn, hasBuiltInWords, let read = builtInOfLogs[name] ?? builtInOfRest[name] {
                library.register(read, named: name)
                continue
            }
            do {
                library.register(try read(template, phrases), named: name)
            } catch _ where unusedNames.contains(name) {
                // What no page uses may be in another program's dialect.
            } catch let error as MustacheTemplate.ParserError {
                let line = max(1, error.context.lineNumber - 1)
                problems.append(
                    Diagnostic(
                        "bad-template", at: .init(file: template.file, line: line),
                        "this template cannot be read"))
            } catch {
                problems.append(
                    Diagnostic(
                        "bad-template", at: .init(file: template.file, line: 1),
                        "this template cannot be read"))
            }
        }
        guard problems.isEmpty else { return (nil, problems) }
        let mayStandIn = !theme.templates.values.contains { StandIns.occur(in: $0.text) }
        return (
            TemplateRenderer(
                library: library, skeletons: mayStandIn ? PageSkeletons(limit: pageShapes) : nil,
                fragmentSkeletons: mayStandIn ? PageSkeletons(limit: fragmentShapes) : nil), warnings
        )
    }

    /// What renders the templates inside the program with English words, which tests have checked.
    /// - Parameter withFrameworks: whether there are pages of frameworks to render.
    static func builtIn(withFrameworks: Bool) -> TemplateRenderer {
        let templates =
            withFrameworks ? builtInOfLogs.merging(builtInOfRest) { own, _ in own } : builtInOfLogs
        return TemplateRenderer(
            library: MustacheLibrary(templates: templates), skeletons: PageSkeletons(limit: pageShapes),
            fragmentSkeletons: PageSkeletons(limit: fragmentShapes))
    }

    /// The same templates, with nothing remembered of pages that were made.
    func renewed() -> TemplateRenderer {
        TemplateRenderer(
            library: library, skeletons: skeletons.map { _ in PageSkeletons(limit: Self.pageShapes) },
            fragmentSkeletons: fragmentSkeletons.map { _ in PageSkeletons(limit: Self.fragmentShapes) })
    }

    /// How many shapes of pages and of their parts are remembered.
    private static let (pageShapes, fragmentShapes) = (512, 4096)

    /// The templates inside the program with English words, compiled once: those that any site needs.
    private static let builtInOfLogs = compiled { namesOfLogs.contains($0) }

    /// The others.
    private static let builtInOfRest = compiled { !namesOfLogs.contains($0) }

    private static func compiled(where isWanted: (String) -> Bool) -> [String: MustacheTemplate] {
        _ = registered
        return ThemeSource.builtInTemplates.filter { isWanted($0.key) }.compactMapValues {
            try? read($0, .english)
        }
    }

    /// The templates inside the program that lead to all pages but those of frameworks.
    private static let namesOfLogs: Set<String> = {
        var found: Set<String> = []
        var waiting = (pages + fragments).map(\.template).filter { !pagesOfFrameworks.contains($0) }
        while let name = waiting.popLast() {
            guard found.insert(name).inserted, let template = ThemeSource.builtInTemplates[name] else {
                continue
            }
            waiting += TemplateTags(template).tags.filter { $0.kind == .partial }.map(\.name)
        }
        return found
    }()

    /// Compiles what any site needs of the templates inside the program, which a build can wait for less if it is done while
    /// files are read.
    static func compileBuiltIn() { _ = builtInOfLogs }

    private static func read(_ template: ThemeSource.Template, _ phrases: Phrases) throws -> MustacheTemplate
    {
        // Each partial begins with the library's own escaping, which goes by characters; ours goes by bytes.
        try MustacheTemplate(
            string: "{{% CONTENT_TYPE:\(contentTypeName)}}\n" + TemplateWords(phrases).resolved(template.text)
        )
    }

    /// Templates that speak of nothing but the site. They say the same on all pages of a folder, and finding their names
    /// anew on each would be a fifth of a build.
    private static let frames = ["partials/masthead", "partials/colophon"]

    /// The same templates with the frames of these sites rendered beforehand.
    func prepared(for sites: Set<SiteContext>) -> TemplateRenderer {
        var prepared = self
        for site in sites {
            var library = library
            let texts = Self.frames.compactMap { name in
                self.library.render(Given(FrameContext(site: site)), withTemplate: name).map { (name, $0) }
            }
            // Text that looks like a tag or a stand-in, say in the site's title, would be read as one.
            guard !texts.contains(where: { $0.1.contains("{{") || StandIns.occur(in: $0.1) }) else {
                continue
            }
            for (name, text) in texts {
                if let template = try? MustacheTemplate(string: text) {
                    library.register(template, named: name)
                }
            }
            prepared.framed[site] = library
        }
        return prepared
    }

    /// The page that a template makes of a context.
    func render<Context: WholePageContext>(_ context: Context, with template: String) -> [UInt8] {
        let site = context.common.site
        return bySkeleton(skeletons, context, template, framed[site] ?? library, site)
            ?? renderDirectly(context, with: template)
    }

    /// The part of a page that a template makes of a context.
    func fragment<Context: PageContext>(_ context: Context, with template: String) -> [UInt8] {
        bySkeleton(fragmentSkeletons, context, template, library, nil)
            ?? Array((library.render(Given(context), withTemplate: template) ?? "").utf8)
    }

    /// What a template makes of a context, by the skeleton of its shape; `nil` where there is none.
    private func bySkeleton<Context: PageContext>(
        _ skeletons: PageSkeletons?, _ context: Context, _ template: String,
        _ library: @autoclosure () -> MustacheLibrary,
        _ site: SiteContext?
    ) -> [UInt8]? {
        var outline = PageOutline()
        Context.fields.outline(context, in: &outline)
        guard outline.hasLikes else { return nil }
        let key = PageSkeletons.Key(template: template, site: site, shape: outline.shape)
        return skeletons?.skeleton(key) {
            var standIns = StandIns()
            let standIn = Context.fields.standIn(for: context, &standIns)
            return library().render(standIn, withTemplate: template).flatMap { PageSkeleton($0) }
        }?.filled(with: outline.texts)
    }

    /// The same page, all of it by Mustache.
    func renderDirectly<Context: WholePageContext>(_ context: Context, with template: String) -> [UInt8] {
        let library = framed[context.common.site] ?? library
        return Array((library.render(Given(context), withTemplate: template) ?? "").utf8)
    }

    private static let contentTypeName = "PRECEDENT"

    private static let registered: Void = MustacheContentTypes.register(
        EscapingByBytes(), named: contentTypeName)

    private struct EscapingByBytes: MustacheContentType {
        func escapeText(_ text: String) -> String { HTMLEscaping.escape(text) }
    }
}
