import Decisions
import Rules

/// `decisions.json`: what is known of every record. The README documents the fields; they are a contract.
struct DecisionsJSON: DataFile {
    static let path = "decisions.json"

    func bytes(of site: Site) -> [UInt8] {
        var out: [UInt8] = []
        out += "{\"title\":".utf8
        JSONValue.text(site.configuration.title).write(to: &out)
        out += ",\"decisions\":".utf8
        JSONValue.write(lines: site.log.map { Self.object($0, of: site) }, to: &out)
        out += "}\n".utf8
        return out
    }

    private static func object(_ index: Int, of site: Site) -> JSONValue {
        let model = site.model
        let record = model.records[index]
        let page = site.faces[index].path
        let copy = site.copied.contains(page) ? site.address(of: SiteOutputs.copyPath(of: page)) : nil
        let others = { (kind: Relation.Kind) in
            JSONValue.list(
                record.relations.filter { $0.kind == kind }.map {
                    .text(site.address(of: site.faces[$0.record].path))
                })
        }
        return .object([
            ("number", JSONValue(record.number)), ("title", .text(record.title)),
            ("url", .text(site.address(of: page))), ("markdown", JSONValue(copy)),
            ("file", .text(record.file.shownPath)), ("scope", .text(record.scope)),
            ("status", JSONValue(record.status?.name)), ("group", JSONValue(record.status?.group.rawValue)),
            ("inForce", .flag(model.isInForce(index))), ("date", JSONValue(record.date?.iso)),
            ("dateFrom", JSONValue(record.date.map { _ in record.isDateFromGit ? "git" : "record" })),
            (
                "people",
                .object(
                    record.people.map { people in
                        (people.role.lowercased(), .list(people.names.map { .text($0) }))
                    })
            ),
            ("tags", .list(record.tags.map { .text($0) })), ("story", JSONValue(record.story)),
            ("supersedes", others(.supersedes)), ("supersededBy", others(.supersededBy)),
            (
                "relations",
                .list(
                    record.relations.map { relation in
                        .object([
                            ("kind", .text(relation.name.lowercased().replacing(" ", with: "-"))),
                            ("url", .text(site.address(of: site.faces[relation.record].path))),
                        ])
                    })
            ),
        ])
    }
}
