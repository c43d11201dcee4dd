import Decisions
import Diagnostics
import FoundationEssentials
import Languages
import Markdown
import Rules

/// A framework's page: the article, then what the program makes of it.
struct FrameworkPage: Page {
    let framework: Framework
    let template = "framework"
    var path: String { framework.file.pagePath }

    func context(in site: Site) -> FrameworkPageContext {
        let file = framework.file
        let assessments = site.model.assessments.filter { $0.framework == framework.id }
        let anchors = site.model.anchors(of: file)
        var renderer = site.renderer(for: file, on: path, anchors: anchors)
        var sections = FrameworkSections(framework: framework, anchors: anchors, phrases: site.phrases)
        return FrameworkPageContext(
            common: site.common(
                path, title: framework.title, description: framework.summary ?? Site.opening(of: file),
                article: StructuredData(kind: .technical, headline: framework.title, date: framework.date)),
            anchor: anchors.title,
            heading: Site.heading(of: file, by: &renderer, else: framework.title),
            standfirst: framework.summary,
            category: framework.category, date: site.date(framework.date), version: framework.version,
            readingTime: site.readingTime(file), contents: TableOfContents(anchors.headings),
            parts: framework.parts.map { sections.part($0, &renderer) }, options: options(in: site.phrases),
            rules: rules(anchors, in: site.phrases), recommendedBy: recommendedBy, map: map(in: site.phrases),
            portfolioURL: site.portfolios[site.model.present(of: framework).id].map {
                SiteMap.relative($0.page, from: path)
            },
            assessments: site.lines(of: assessments, on: path),
            assessmentSummary: site.summary(of: assessments),
            assessURL: site.assessPages[framework.id].map { SiteMap.relative($0, from: path) },
            command: "precedent assess \(framework.id)", sourceFile: file.document.file)
    }

    private func options(in phrases: Phrases) -> [OptionContext] {
        var ids = PageIDs()
        return framework.options.map { option in
            let parts = option.combines.map { id in framework.options.first { $0.id == id }?.name ?? id }
            return OptionContext(
                id: option.id, anchor: ids.unique("option.\(slug(option.id))"), name: option.name,
                summary: option.summary, caveat: option.caveat,
                next: option.next,
                url: option.safeURL,
                combines: parts.isEmpty ? nil : phrases.list(parts, .and))
        }
    }

    private func map(in phrases: Phrases) -> MapContext? {
        framework.logic?.decisionMap(mostNodes: DecisionMapPicture.mostNodes).map { map in
            let words = MapWording(map, of: framework, in: phrases)
            return MapContext(
                svg: DecisionMapPicture(map, words).svg(), note: words.note, rows: words.rows)
        }
    }

    private var recommendedBy: LinkContext? {
        guard let logic = framework.logic, let index = logic.recommendation else { return nil }
        return LinkContext(title: logic.tables[index].name, url: "#" + logic.tables[index].anchor(index))
    }

    private func rules(_ anchors: PageAnchors, in phrases: Phrases) -> [RuleContext] {
        guard let logic = framework.logic else { return [] }
        let words = DefaultRuleWording(logic, in: phrases)
        return logic.defaultRules.map { row in
            let source = row.rule.flatMap { logic.question(of: logic.rules[$0]) }.map { question in
                LinkContext(title: question.name, url: anchors.url(ofQuestion: question.id))
            }
            return RuleContext(
                number: row.number, when: words.when(row), then: words.then(row), source: source)
        }
    }
}

/// The parts of a framework's article, as its own page and the reports of its assessments show them.
struct FrameworkSections {
    let framework: Framework
    /// The places of the page that they stand on.
    let anchors: PageAnchors
    let phrases: Phrases
    /// Two comparisons may have the same factor.
    private var ids = PageIDs()

    init(framework: Framework, anchors: PageAnchors, phrases: Phrases) {
        self.framework = framework
        self.anchors = anchors
        self.phrases = phrases
    }

    mutating func part(_ part: ArticlePart, _ renderer: inout HTMLRenderer) -> PartContext {
        switch part {
        case .prose(let blocks): PartContext(prose: renderer.html(of: blocks))
        case .comparison(let comparison):
            PartContext(
                comparison: self.comparison(
                    comparison, matrix: framework.logic?.matrix, verdict: nil, &renderer))
        case .checklist(let checklist): PartContext(checklist: self.checklist(checklist, &renderer))
        case .questions(let table): PartContext(questions: questions(table, &renderer))
        case .decisionTable(let source): PartContext(decisionTable: decisionTable(source, &renderer))
        }
    }

    /// A comparison; with a verdict, the columns that it recommends are marked and come first, where a narrow screen
    /// shows them.
    mutating func comparison(
        _ comparison: Comparison, matrix: WeightedMatrix?, verdict: Verdict?, _ renderer: inout HTMLRenderer
    ) -> ComparisonContext {
        let matrix = comparison.isMatrix ? matrix : nil
        let totals = matrix?.totals
        let stabilities = matrix?.stabilities
        let marks = comparison.columns.map { column in verdict.flatMap { mark(column.option, $0) } }
        let order = marks.indices.filter { marks[$0] != nil } + marks.indices.filter { marks[$0] == nil }
        let columns = order.map { index in
            ComparisonContext.Column(
                heading: renderer.innerHTML(of: comparison.columns[index].heading), mark: marks[index],
                total: totals.map { phrases.decimal("\($0[index])") })
        }
        let rows = comparison.rows.map { row in
            let factor = matrix?.factors.firstIndex { $0.id == row.id }
            // A row may be shorter than the head, and has no cell then that could move.
            let places = order.filter(row.cells.indices.contains) + row.cells.indices.dropFirst(order.count)
            return ComparisonContext.Row(
                id: ids.unique("factor.\(row.id)"), factor: renderer.innerHTML(of: row.factor),
                weight: factor.flatMap { index in
                    matrix.map { phrases.decimal("\($0.factors[index].weight)") }
                },
                stability: factor.flatMap { stabilities?[$0].text(in: phrases) },
                questions: row.questions.compactMap(question),
                cells: places.map { index in
                    let column = comparison.columns.indices.contains(index) ? comparison.columns[index] : nil
                    return ComparisonContext.Cell(
                        html: renderer.innerHTML(of: row.cells[index]),
                        option: column.map { framework.options[$0.option].name } ?? "",
                        isRecommended: marks.indices.contains(index) && marks[index] != nil)
                })
        }
        let leaders = matrix.map {
            phrases.list($0.winners.map { framework.options[$0].name }, .and)
        }
        return ComparisonContext(
            factorHeading: renderer.innerHTML(of: comparison.factorHeading),
            weightHeading: matrix == nil ? nil : comparison.weightHeading.map { renderer.innerHTML(of: $0) },
            columns: columns, rows: rows,
            picture: matrix.flatMap {
                SensitivityPicture($0, in: phrases).svg(
                    name: ids.unique("picture.weights"), winners: leaders ?? "")
            }, leaders: leaders)
    }

    private func question(_ id: String) -> LinkContext? {
        framework.logic?.questions.first { $0.id == id }.map {
            LinkContext(title: $0.name, url: anchors.url(ofQuestion: $0.id))
        }
    }

    /// "Recommended", or what the option is a part of.
    private func mark(_ option: Int, _ verdict: Verdict) -> String? {
        let recommended = verdict.recommendations.map { framework.options[$0.option] }
        if recommended.contains(where: { $0.id == framework.options[option].id }) {
            return verdict.recommendations.first?.startingPoint == true
                ? phrases("comparison.starting-point") : phrases("comparison.recommended")
        }
        return recommended.first { $0.combines.contains(framework.options[option].id) }.map {
            phrases("comparison.part-of", ["option": $0.name])
        }
    }

    private func checklist(_ checklist: Checklist, _ renderer: inout HTMLRenderer) -> ChecklistContext {
        let words = RuleWording(of: framework, in: phrases)
        let items = checklist.items.enumerated().compactMap { index, item -> ChecklistContext.Item? in
            guard let logic = framework.logic,
                let rule = logic.rules.first(where: { $0.location == item.paragraph.location })
            else { return nil }
            let question = renderer.innerHTML(of: item.paragraph, to: item.arrow, skipping: item.leadIn)
            return ChecklistContext.Item(
                id: item.isTest ? "rule.\(rule.index + 1)" : anchors.id(ofQuestion: item.id),
                number: checklist.element.firstNumber + index,
                name: item.leadIn.map { renderer.innerHTML(of: $0) }, question: question,
                asks: !item.isTest && logic.question(of: rule)?.isAsked ?? false, target: words.target(rule),
                option: framework.options[rule.target.option].name, kind: kind(rule.target),
                qualifier: qualifier(rule.target), weight: words.weight(rule),
                reason: item.reason.isEmpty ? nil : renderer.html(of: item.reason), line: rule.location.line)
        }
        return ChecklistContext(
            isOrdered: checklist.element.isOrdered, start: checklist.element.firstNumber, items: items)
    }

    private func kind(_ target: Target) -> ChecklistContext.Item.Kind {
        switch target {
        case .signal(_, let weight, _): weight < 0 ? .against : .signal
        case .gate: .gate
        case .fallback: .fallback
        }
    }

    private func qualifier(_ target: Target) -> String? {
        if case .signal(_, _, let qualifier) = target { qualifier } else { nil }
    }
}

extension FrameworkOption {
    /// Where there is more to read, as an address that runs nothing.
    fileprivate var safeURL: String? { url.flatMap { HTMLEscaping.isUnsafe($0) ? nil : $0 } }
}

extension Site {
    /// Assessments as lines on a page.
    func lines(of assessments: [Assessment], on path: String) -> [AssessmentLineContext] {
        assessments.map { assessment in
            let verdict = verdicts[assessment.id].flatMap { verdict in
                model.framework(assessment.framework).map { context(of: verdict, $0) }
            }
            return AssessmentLineContext(
                title: Site.title(of: assessment.file, else: assessment.title),
                url: SiteMap.relative(assessment.file.pagePath, from: path),
                date: date(assessment.latest.date ?? assessment.date), verdict: verdict)
        }
    }

    /// Frameworks as lines on a page.
    func frameworkLines(on path: String) -> [FrameworkLineContext] {
        model.frameworks.map { framework in
            let count = model.assessments.count { $0.framework == framework.id }
            return FrameworkLineContext(
                title: Site.title(of: framework.file, else: framework.title),
                url: SiteMap.relative(framework.file.pagePath, from: path), summary: framework.summary,
                category: framework.category, optionNames: phrases.list(framework.options.map(\.name), .or),
                assessmentCount: count == 0
                    ? phrases("assessments.none") : phrases("assessments.count", count: count),
                date: date(framework.date), version: framework.version)
        }
    }

    /// A verdict in words.
    func context(of verdict: Verdict, _ framework: Framework) -> VerdictContext {
        let words = VerdictWording(verdict, of: framework, in: phrases)
        let options = verdict.recommendations.map { framework.options[$0.option] }
        return VerdictContext(
            isDecided: verdict.decided, isNothing: verdict.decided && options.isEmpty,
            isTie: options.count > 1,
            isStartingPoint: words.isStartingPoint, label: words.label, headline: words.headline,
            qualifiers: words.qualifiers, sureness: words.sureness, because: words.because,
            advice: words.advice,
            caveats: options.compactMap { option in option.caveat.map { .init(option: option.name, text: $0) }
            },
            next: options.compactMap { option in option.next.map { .init(option: option.name, text: $0) } },
            more: options.compactMap { option in option.safeURL.map { .init(option: option.name, text: $0) } }
        )
    }
}

/// The list of frameworks.
struct FrameworksPage: Page {
    let path = OwnPage.frameworks.path
    let template = "frameworks"

    func context(in site: Site) -> FrameworksPageContext {
        let introduction = site.introduction(to: .frameworks)
        return FrameworksPageContext(
            common: site.common(
                path, title: site.phrases("frameworks.heading"),
                description: site.phrases("frameworks.description")),
            anchor: introduction?.anchor, heading: introduction?.heading, introduction: introduction?.body,
            frameworks: site.frameworkLines(on: path))
    }
}
