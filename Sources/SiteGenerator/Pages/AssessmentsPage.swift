import Decisions
import Languages
import Rules

/// The list of assessments, by framework.
struct AssessmentsPage: Page {
    let path = OwnPage.assessments.path
    let template = "assessments"

    func context(in site: Site) -> AssessmentsPageContext {
        let groups = site.model.frameworks.compactMap { framework -> AssessmentsPageContext.Group? in
            let own = site.model.assessments.filter { $0.framework == framework.id }
            guard !own.isEmpty else { return nil }
            return AssessmentsPageContext.Group(
                id: framework.id.split(whereSeparator: \.isWhitespace).joined(separator: "_"),
                title: Site.title(of: framework.file, else: framework.title),
                url: SiteMap.relative(framework.file.pagePath, from: path),
                summary: site.summary(of: own),
                assessments: site.lines(of: Site.newestFirst(own), on: path))
        }
        let introduction = site.introduction(to: .assessments)
        return AssessmentsPageContext(
            common: site.common(
                path, title: site.phrases("assessments.heading"),
                description: site.phrases("assessments.standfirst")),
            anchor: introduction?.anchor, heading: introduction?.heading, introduction: introduction?.body,
            groups: groups, hasFrameworks: !site.model.frameworks.isEmpty)
    }
}

extension Site {
    /// Assessments by date, the newest first, those without one last.
    static func newestFirst(_ assessments: [Assessment]) -> [Assessment] {
        assessments.sorted { a, b in
            a.sortingDate == b.sortingDate ? a.id < b.id : later(a.sortingDate, b.sortingDate)
        }
    }

    /// Whether a day is later than another; no day is earlier than any.
    static func later(_ a: CalendarDate?, _ b: CalendarDate?) -> Bool {
        guard let a else { return false }
        return b.map { a > $0 } ?? true
    }

    /// "5 assessments: 2 RAG, 1 Hybrid, 1 open", the most frequent first.
    func summary(of assessments: [Assessment]) -> String {
        guard !assessments.isEmpty else { return phrases("assessments.none") }
        var counts: [(outcome: String, count: Int)] = []
        for assessment in assessments {
            guard let verdict = verdicts[assessment.id],
                let framework = model.framework(assessment.framework)
            else { continue }
            let outcome =
                verdict.decided
                ? VerdictWording(verdict, of: framework, in: phrases).outcome
                : phrases("assessments.open")
            if let index = counts.firstIndex(where: { $0.outcome == outcome }) {
                counts[index].count += 1
            } else {
                counts.append((outcome, 1))
            }
        }
        let listed = counts.sorted { ($0.count, $1.outcome) > ($1.count, $0.outcome) }
            .map { "\(phrases.number($0.count)) \($0.outcome)" }
        let count = phrases("assessments.count", count: assessments.count)
        return listed.isEmpty
            ? count : phrases("assessments.summary", ["count": count, "outcomes": phrases.list(listed)])
    }
}

extension Assessment {
    /// The day by which assessments are sorted.
    fileprivate var sortingDate: CalendarDate? { latest.date ?? date }
}
