import Decisions
import FoundationEssentials
import Rules

/// All assessments of a framework side by side.
struct PortfolioPage: Page {
    let portfolio: Portfolio
    let paths: PortfolioPaths
    private var framework: Framework { portfolio.framework }
    let template = "portfolio"
    var path: String { paths.page }

    func context(in site: Site) -> PortfolioPageContext {
        let own = portfolio.rows.map(\.assessment)
        return PortfolioPageContext(
            common: site.common(
                path, title: "Assessments by \(framework.title)",
                description: "All assessments by \(framework.title), side by side."),
            framework: LinkContext(
                title: framework.title, url: SiteMap.relative(framework.file.pagePath, from: path)),
            summary: site.summary(of: own), options: framework.options.map(\.name),
            rows: portfolio.rows.map { row($0) }, hasSignings: portfolio.rows.contains { $0.signing != nil },
            hasKeptVersions: portfolio.rows.contains { $0.keptVersion != nil },
            dividers: dividers(site.frameworkAnchors[framework.id]),
            pairs: portfolio.pairs == 1
                ? "One pair of assessments comes to different recommendations."
                : "\(portfolio.pairs) pairs of assessments come to different recommendations.",
            csv: SiteMap.relative(paths.csv, from: path), json: SiteMap.relative(paths.json, from: path))
    }

    private func row(_ row: Portfolio.Row) -> PortfolioPageContext.Row {
        let (distance, key) = distance(row)
        return PortfolioPageContext.Row(
            title: Site.title(of: row.assessment.file, else: row.assessment.title),
            url: SiteMap.relative(row.assessment.file.pagePath, from: path),
            version: row.keptVersion.map { "version \($0)" },
            date: DateContext(row.assessment.latest.date ?? row.assessment.date),
            cells: framework.options.map { option in
                let state = row.state(of: option.id)
                return .init(
                    state: state, tally: row.tally(of: option.id), key: Self.order.firstIndex(of: state) ?? 0)
            }, distance: distance, distanceKey: key,
            signed: row.signing?.words.recommendation, signedDate: DateContext(row.signing?.signing.date),
            signedNote: row.signing.flatMap { Self.note(on: $0.words.agreement) })
    }

    private static func note(on agreement: SigningWording.Agreement) -> String? {
        switch agreement {
        case .same: nil
        case .different: "not as now"
        case .open: "open now"
        }
    }

    /// By what columns of options are sorted, the best first.
    private static let order: [Portfolio.State] = [
        .recommended, .startingPoint, .part, .possible, .notRecommended, .impossible, .ruledOut, .unknown,
    ]

    /// "1 answer: RAG", and what it is sorted by.
    private func distance(_ row: Portfolio.Row) -> (text: String, key: String) {
        guard row.verdict.decided else {
            return ("open; \(row.verdict.answeredCount) of \(row.verdict.questionCount) answered", "")
        }
        guard let size = row.distance else { return ("none known", "") }
        let words = VerdictWording(row.verdict, of: row.framework)
        let targets = joined(row.nearest.map(words.names), with: "or")
        return ("\(Site.count(size, "answer")): \(targets)", "\(size)")
    }

    private func dividers(_ anchors: PageAnchors?) -> [PortfolioPageContext.Divider] {
        guard let logic = framework.logic else { return [] }
        return portfolio.dividers.map { divider in
            let question = logic.questions[divider.question]
            return PortfolioPageContext.Divider(
                question: LinkContext(
                    title: question.name,
                    url: Site.address(
                        of: anchors?.id(ofQuestion: question.id) ?? question.id,
                        on: framework.file.pagePath, from: path)),
                told: divider.told, pairs: portfolio.pairs,
                answers: divider.answers.map { answer, rows in
                    .init(
                        answer: answer,
                        subjects: rows.map { portfolio.rows[$0].assessment.title }.joined(separator: ", "))
                })
        }
    }
}
