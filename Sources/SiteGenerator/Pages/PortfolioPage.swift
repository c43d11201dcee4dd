import Decisions
import FoundationEssentials
import Languages
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
                path, title: site.phrases("portfolio.title", ["framework": framework.title]),
                description: site.phrases("portfolio.description", ["framework": framework.title])),
            framework: LinkContext(
                title: framework.title, url: SiteMap.relative(framework.file.pagePath, from: path)),
            summary: site.summary(of: own), options: framework.options.map(\.name),
            rows: portfolio.rows.map { row($0, in: site) },
            hasSignings: portfolio.rows.contains { $0.signing != nil },
            hasKeptVersions: portfolio.rows.contains { $0.keptVersion != nil },
            dividers: dividers(site.frameworkAnchors[framework.id], in: site.phrases),
            pairs: site.phrases("portfolio.pairs", count: portfolio.pairs),
            csv: SiteMap.relative(paths.csv, from: path), json: SiteMap.relative(paths.json, from: path))
    }

    private func row(_ row: Portfolio.Row, in site: Site) -> PortfolioPageContext.Row {
        let phrases = site.phrases
        let (distance, key) = distance(row, in: phrases)
        return PortfolioPageContext.Row(
            title: Site.title(of: row.assessment.file, else: row.assessment.title),
            url: SiteMap.relative(row.assessment.file.pagePath, from: path),
            version: row.keptVersion.map { phrases("framework.version", ["version": $0]) },
            date: site.date(row.assessment.latest.date ?? row.assessment.date),
            cells: framework.options.map { option in
                let state = row.state(of: option.id)
                return .init(
                    state: state,
                    name: phrases("portfolio.states.\(state.rawValue.replacing(" ", with: "-"))"),
                    tally: row.tally(of: option.id, in: phrases), key: Self.order.firstIndex(of: state) ?? 0)
            }, distance: distance, distanceKey: key,
            signed: row.signing?.words.recommendation, signedDate: site.date(row.signing?.signing.date),
            signedNote: row.signing.flatMap { Self.note(on: $0.words.agreement, in: phrases) })
    }

    private static func note(on agreement: SigningWording.Agreement, in phrases: Phrases) -> String? {
        switch agreement {
        case .same: nil
        case .different: phrases("portfolio.not-as-now")
        case .open: phrases("portfolio.open-now")
        }
    }

    /// By what columns of options are sorted, the best first.
    private static let order: [Portfolio.State] = [
        .recommended, .startingPoint, .part, .possible, .notRecommended, .impossible, .ruledOut, .unknown,
    ]

    /// "1 answer: RAG", and what it is sorted by.
    private func distance(_ row: Portfolio.Row, in phrases: Phrases) -> (text: String, key: String) {
        guard row.verdict.decided else {
            return (
                phrases(
                    "portfolio.open-answered",
                    [
                        "answered": phrases.number(row.verdict.answeredCount),
                        "questions": phrases.number(row.verdict.questionCount),
                    ]), ""
            )
        }
        guard let size = row.distance else { return (phrases("portfolio.none-known"), "") }
        let words = VerdictWording(row.verdict, of: row.framework, in: phrases)
        let targets = phrases.list(row.nearest.map(words.names), .or)
        return (phrases("portfolio.distance", count: size, ["outcomes": targets]), "\(size)")
    }

    private func dividers(_ anchors: PageAnchors?, in phrases: Phrases) -> [PortfolioPageContext.Divider] {
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
                        answer: phrases.answer(answer, to: question.type),
                        subjects: phrases.list(rows.map { portfolio.rows[$0].assessment.title }))
                })
        }
    }
}
