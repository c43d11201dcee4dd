import Decisions
import Rules

/// The whole log for its script: a script itself, since a page that is opened from disk may load nothing else. It is
/// loaded when a reader first sorts or filters.
struct LogData: DataFile {
    static let path = "decisions/log/records.js"

    func bytes(of site: Site) -> [UInt8] {
        let plan = site.plan
        let page = OwnPage.log.path
        var out: [UInt8] = []
        out += "precedentLog({\"facets\":".utf8
        JSONValue.write(
            lines: plan.facets.map { .list([.text($0.name), .text(SiteMap.relative($0.path, from: page))]) },
            to: &out)
        out += ",\"records\":".utf8
        JSONValue.write(lines: site.log.map { Self.row($0, of: site, on: page) }, to: &out)
        out += "})\n".utf8
        return out
    }

    /// A record by position, for brevity: its place in the model, number, title, the title as HTML where that is more, page,
    /// status and what it means, date, whether that is from Git, tags, people, how many of them come first, scope, whether it is in force, what
    /// superseded it.
    private static func row(_ index: Int, of site: Site, on page: String) -> JSONValue {
        let record = site.model.records[index]
        let face = site.faces[index]
        let standing = site.model.standing(of: index)
        let first = Set((record.people.first?.names ?? []).map { $0.lowercased() }).count
        return .list([
            .number(index), JSONValue(record.number), .text(record.title),
            face.title.contains("<") ? .text(face.title) : .null,
            .text(SiteMap.relative(face.path, from: page)), JSONValue(standing?.name),
            JSONValue(standing?.group.rawValue), JSONValue(standing?.group.glyph),
            JSONValue(record.date?.iso),
            .flag(record.isDateFromGit), .list(site.plan.tags[index].map { .number($0) }),
            .list(site.plan.people[index].map { .number($0) }), .number(first), .text(record.scope),
            .flag(site.model.isInForce(index)),
            .list(
                standing?.group == .superseded
                    ? site.model.successors(of: index).map { .number($0) } : []),
        ])
    }
}
