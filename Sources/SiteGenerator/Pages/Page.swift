import Decisions

/// A page of the site: where it stands, which template makes it, and what it says.
protocol Page: Sendable {
    /// What the template is given.
    associatedtype Context: WholePageContext
    /// The path below the site's root.
    var path: String { get }
    /// The template's name.
    var template: String { get }
    /// What the page says.
    func context(in site: Site) -> Context
}

extension Page {
    /// The page's bytes.
    func html(in site: Site, by renderer: TemplateRenderer) -> [UInt8] {
        renderer.render(context(in: site), with: template)
    }
}

extension Site {
    /// Every page of the site.
    func pages() -> [any Page] {
        var pages: [any Page] = [
            HomePage(), FrameworksPage(), AssessmentsPage(), NotFoundPage(),
        ]
        pages += plan.pages.enumerated().map { LogPage(number: $0, path: $1) }
        pages += plan.facets.flatMap { facet in
            facet.pages.indices.map { FacetPage(facet: facet, number: $0) }
        }
        pages += plan.timeline.map { [TimelinePage(path: $0)] } ?? []
        pages += model.frameworks.map { FrameworkPage(framework: $0) }
        pages += model.frameworks.compactMap { framework in
            guard let logic = framework.logic, let path = assessPages[framework.id] else { return nil }
            return AssessPage(framework: framework, logic: logic, path: path)
        }
        pages += model.assessments.compactMap { assessment in
            model.framework(assessment.framework).map { ReportPage(assessment: assessment, framework: $0) }
        }
        pages += model.frameworks.compactMap { framework -> PortfolioPage? in
            guard let paths = portfolios[framework.id], let sideBySide = sideBySide[framework.id] else {
                return nil
            }
            return PortfolioPage(portfolio: sideBySide, paths: paths)
        }
        pages += log.enumerated().map { RecordPage(position: $0, path: model.records[$1].file.pagePath) }
        pages += model.pages.map { PlainPage(file: $0) }
        pages += redirects
        return pages
    }
}
