public import Markdown
import Rules

/// The places of a page that links can lead to: the headings that it shows, and its questions. They are given out
/// for the whole page, so that none is there twice.
///
/// Ids of templates and notes hold a dot, which no heading's id can: they need no place here.
public struct PageAnchors: Sendable {
    /// The headings that the page shows, the title among them.
    public let headings: [Heading]
    /// The id of the title; `nil` where the page's title is not the document's.
    public let title: String?
    private let questions: [String: String]

    /// - Parameter shows: whether the page shows a heading of the file.
    init(of file: ContentFile, asking questions: [Question], showing shows: (Element) -> Bool = { _ in true })
    {
        let title = file.titleHeading
        headings = file.document.headings().filter { shows($0.element) }
        self.title = headings.first { $0.element == title }?.id
        var given: [String: String] = [:]
        // Most files ask nothing.
        var ids = PageIDs(taken: questions.isEmpty ? [] : headings.map(\.id))
        for question in questions { given[question.id] = ids.unique(question.id) }
        self.questions = given
    }

    /// The id of a question on the page. A heading of the same name comes first, as it does on a Git host.
    public func id(ofQuestion id: String) -> String { questions[id] ?? id }

    /// The address of a question from within the page.
    public func url(ofQuestion id: String) -> String { "#" + SiteMap.address(of: self.id(ofQuestion: id)) }

    /// All of them.
    var all: Set<String> { Set(headings.map(\.id)).union(questions.values) }
}

extension DecisionModel {
    /// The places of a file's page.
    public func anchors(of file: ContentFile) -> PageAnchors {
        switch file.kind {
        case .framework:
            return PageAnchors(of: file, asking: framework(file.id)?.logic?.questions ?? [])
        case .assessment:
            guard let assessment = assessment(file.id) else { return PageAnchors(of: file, asking: []) }
            // Headings over answers are not on the report: their questions are.
            let shown =
                assessment.introduction
                + assessment.latest.answers.values.flatMap { $0.evidence?.blocks ?? [] }
            let title = file.titleHeading
            return PageAnchors(of: file, asking: framework(assessment.framework)?.logic?.questions ?? []) {
                heading in
                heading == title || shown.contains { $0.holds(heading) }
            }
        case .page where file.ownPage == .home:
            // The first page is headed by the site's name.
            let title = file.titleHeading
            return PageAnchors(of: file, asking: []) { $0 != title }
        case .page, .decisionRecord: return PageAnchors(of: file, asking: [])
        }
    }
}
