import Decisions
import Rules

/// A record as `list --json` prints it. The README documents the fields; they are a contract.
struct RecordOutput: Encodable {
    let file: String
    let number: Int?
    let title: String
    let status: String?
    let group: String?
    let inForce: Bool
    let date: String?
    let dateFrom: String?
    let scope: String
    let people: [String: [String]]
    let tags: [String]
    let story: String?
    let supersedes: [String]
    let supersededBy: [String]
    let relations: [Related]

    /// Another record, and what this one is to it.
    struct Related: Encodable {
        let kind: String
        let file: String
    }

    init(_ index: Int, of model: DecisionModel, on day: CalendarDate?) {
        let record = model.records[index]
        let status = model.status(of: index, on: day)
        let files = { (kind: Relation.Kind) in
            record.relations.filter { $0.kind == kind }.map { model.records[$0.record].file.shownPath }
        }
        file = record.file.shownPath
        number = record.number
        title = record.title
        self.status = status?.name
        group = status?.group.rawValue
        inForce = model.isInForce(index, on: day)
        date = record.date?.iso
        dateFrom = record.date == nil ? nil : record.isDateFromGit ? "git" : "record"
        scope = record.scope
        people = Dictionary(
            uniqueKeysWithValues: record.people.map { ($0.part.rawValue.lowercased(), $0.names) })
        tags = record.tags
        story = record.story
        supersedes = files(.supersedes)
        supersededBy = files(.supersededBy)
        relations = record.relations.map {
            Related(
                kind: $0.name.lowercased().replacing(" ", with: "-"),
                file: model.records[$0.record].file.shownPath)
        }
    }

    private enum CodingKeys: String, CodingKey {
        case file, number, title, status, group, inForce, date, dateFrom, scope, people, tags, story,
            supersedes
        case supersededBy, relations
    }

    /// What is not stated is there as `null`.
    func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode(file, forKey: .file)
        try values.encode(number, forKey: .number)
        try values.encode(title, forKey: .title)
        try values.encode(status, forKey: .status)
        try values.encode(group, forKey: .group)
        try values.encode(inForce, forKey: .inForce)
        try values.encode(date, forKey: .date)
        try values.encode(dateFrom, forKey: .dateFrom)
        try values.encode(scope, forKey: .scope)
        try values.encode(people, forKey: .people)
        try values.encode(tags, forKey: .tags)
        try values.encode(story, forKey: .story)
        try values.encode(supersedes, forKey: .supersedes)
        try values.encode(supersededBy, forKey: .supersededBy)
        try values.encode(relations, forKey: .relations)
    }

    /// The records as JSON, an array with an object each.
    static func json(_ records: [RecordOutput]) throws -> String {
        try JSONText.of(records)
    }
}
