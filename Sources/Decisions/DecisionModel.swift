import Markdown
public import Rules

/// Everything that a site knows: what its authors wrote, read and linked.
public struct DecisionModel: Sendable {
    /// The frameworks, by id.
    public let frameworks: [Framework]
    /// The assessments, by id.
    public let assessments: [Assessment]
    /// The decision records, by number, then by path.
    public let records: [DecisionRecord]
    /// The plain pages, by path.
    public let pages: [ContentFile]
    /// Where everything stands.
    public let map: SiteMap
    /// Which records link to a file, by the file's path: indices of `records`, ascending.
    public internal(set) var references: [String: [Int]] = [:]

    /// The framework of an id.
    public func framework(_ id: String) -> Framework? { frameworks.first { $0.id == id } }

    /// The assessment of an id.
    public func assessment(_ id: String) -> Assessment? { assessments.first { $0.id == id } }

    /// What an assessment comes to, by one of its milestones, else by the last.
    public func verdict(of assessment: Assessment, at milestone: Assessment.Milestone? = nil) -> Verdict? {
        framework(assessment.framework)?.logic?.evaluate((milestone ?? assessment.latest).values)
    }

    /// The assessment that a record refers to, and the milestone where it names one.
    public func assessment(of record: DecisionRecord) -> (
        assessment: Assessment, milestone: Assessment.Milestone
    )? {
        guard let reference = record.assessment?.text.map(AssessmentReference.init),
            let assessment = assessment(reference.id)
        else { return nil }
        let dated = reference.date.flatMap { date in
            assessment.milestones.last { milestone in
                milestone.date.map { $0 <= date } ?? (assessment.date == date)
            }
        }
        return (assessment, dated ?? assessment.latest)
    }
}

/// `clause-reviewer@2026-03-02`, taken apart.
struct AssessmentReference {
    let id: String
    let date: CalendarDate?

    init(_ text: String) {
        let parts = text.split(separator: "@", maxSplits: 1)
        id = parts.first.map(String.init) ?? ""
        date = parts.count > 1 ? CalendarDate(iso: parts[1]) : nil
    }
}
