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
            summary: site.summary(of: own, in: framework), options: framework.options.map(\.name),
            rows: portfolio.rows.map { row($0) }, hasSignings: portfolio.rows.contains { $0.signing != nil },
            dividers: dividers,
            pairs: portfolio.pairs == 1
                ? "One pair of assessments comes to different recommendations."
                : "\(portfolio.pairs) pairs of assessments come to different recommendations.",
            csv: SiteMap.relative(paths.csv, from: path), json: SiteMap.relative(paths.json, from: path))
    }

    private func row(_ row: Portfolio.Row) -> PortfolioPageContext.Row {
        let logic = framework.logic
        let parts = Set(row.options.flatMap { logic?.atoms(of: $0) ?? [] })
        let (distance, key) = distance(row)
        return PortfolioPageContext.Row(
            title: Site.title(of: row.assessment.file, else: row.assessment.title),
            url: SiteMap.relative(row.assessment.file.pagePath, from: path),
            date: DateContext(row.assessment.latest.date ?? row.assessment.date),
            cells: framework.options.indices.map { option in
                let state = row.state(of: option, combines: Array(parts))
                let tally = row.verdict.standings[option].tally
                return .init(
                    state: state, tally: tally == 0 ? "" : signed(tally),
                    key: Self.order.firstIndex(of: state) ?? 0)
            }, distance: distance, distanceKey: key,
            signed: row.signing.map { signing, words in
                let day = signing.date.map { ", \($0.iso)" } ?? ""
                return words.recommendation + day
            }, differs: row.signing.map { !$0.words.agrees } ?? false)
    }

    /// By what columns of options are sorted, the best first.
    private static let order: [Portfolio.State] = [
        .recommended, .startingPoint, .part, .possible, .out, .ruledOut,
    ]

    /// "1 answer: RAG", and what it is sorted by.
    private func distance(_ row: Portfolio.Row) -> (text: String, key: String) {
        guard row.verdict.decided else {
            return ("open; \(row.verdict.answeredCount) of \(row.verdict.questionCount) answered", "")
        }
        guard let size = row.distance else { return ("none known", "") }
        let words = VerdictWording(row.verdict, of: framework)
        let targets = joined(row.nearest.map(words.names), with: "or")
        return ("\(Site.count(size, "answer")): \(targets)", "\(size)")
    }

    private var dividers: [PortfolioPageContext.Divider] {
        guard let logic = framework.logic else { return [] }
        return portfolio.dividers.map { divider in
            let question = logic.questions[divider.question]
            return PortfolioPageContext.Divider(
                question: LinkContext(
                    title: question.name,
                    url: SiteMap.relative(framework.file.pagePath, from: path) + "#"
                        + SiteMap.address(of: question.id)),
                told: divider.told, pairs: portfolio.pairs,
                answers: divider.answers.map { answer, rows in
                    .init(
                        answer: answer,
                        subjects: rows.map { portfolio.rows[$0].assessment.title }.joined(separator: ", "))
                })
        }
    }
}
