import Decisions
import Markdown
import Rules

/// A decision record's page.
struct RecordPage: Page {
    /// The record's place in the log.
    let position: Int
    let path: String
    let template = "record"

    func context(in site: Site) -> RecordPageContext {
        let index = site.log[position]
        let record = site.model.records[index]
        let anchors = site.model.anchors(of: record.file)
        var renderer = site.renderer(for: record.file, on: path, anchors: anchors)
        let related = Set(record.relations.map(\.record))
        let referring = (site.model.references[record.file.path] ?? []).filter {
            $0 != index && !related.contains($0)
        }
        let neighbour = { (offset: Int) -> RecordLinkContext? in
            let other = position + offset
            return site.log.indices.contains(other) ? site.link(to: site.log[other], from: path) : nil
        }
        let number = record.number.map { "ADR \($0): " } ?? ""
        return RecordPageContext(
            common: site.common(
                path, title: number + record.title, description: Site.opening(of: record.file)),
            anchor: anchors.title,
            heading: Site.heading(
                of: record.file, by: &renderer, from: record.titleStart, else: record.title),
            number: record.number, status: StatusContext(record.status), date: DateContext(record.date),
            people: record.people.map { PeopleContext(people: $0) }, tags: record.tags,
            relations: relations(of: record, in: site), banner: banner(of: index, in: site),
            assessment: assessment(of: record, in: site),
            referredBy: referring.map { site.link(to: $0, from: path) },
            body: renderer.html(of: site.body(of: record.file)), contents: TableOfContents(anchors.headings),
            readingTime: Site.readingTime(record.file), previous: neighbour(1), next: neighbour(-1),
            sourceFile: record.file.document.file)
    }

    private func relations(of record: DecisionRecord, in site: Site) -> [RelationContext] {
        Relation.Kind.allCases.compactMap { kind in
            let records = record.relations.filter { $0.kind == kind }.map {
                site.link(to: $0.record, from: record.file.pagePath)
            }
            return records.isEmpty ? nil : RelationContext(kind: kind, records: records)
        }
    }

    /// The record that now stands in place of a superseded one: at the end of the chain.
    private func banner(of index: Int, in site: Site) -> RecordLinkContext? {
        var current = index
        var seen: Set = [index]
        while let next = site.model.records[current].relations.first(where: { $0.kind == .supersededBy })?
            .record,
            seen.insert(next).inserted
        {
            current = next
        }
        guard current != index, site.model.records[index].status?.group == .superseded else { return nil }
        return site.link(to: current, from: site.model.records[index].file.pagePath)
    }

    private func assessment(of record: DecisionRecord, in site: Site) -> RecordAssessmentContext? {
        guard let (assessment, milestone) = site.model.assessment(of: record),
            let framework = site.model.framework(assessment.framework)
        else { return nil }
        let name = { (id: String) in framework.options.first { $0.id == id }?.name }
        let then = site.model.verdict(of: assessment, at: milestone)
        let judged = then.map { VerdictWording($0, of: framework).outcome }
        let recommended = record.recommended?.text
        let chosen = record.chosen?.text
        let judgedIDs = then.map { $0.recommendations.map { framework.options[$0.option].id } } ?? []
        return RecordAssessmentContext(
            title: Site.title(of: assessment.file, else: assessment.title),
            url: SiteMap.relative(assessment.file.pagePath, from: record.file.pagePath),
            recommended: recommended.flatMap(name) ?? recommended ?? judged ?? "nothing",
            chosen: chosen.flatMap(name) ?? chosen,
            agrees: chosen != nil && (recommended.map { $0 == chosen } ?? (judgedIDs == [chosen ?? ""])),
            departure: record.departure, date: DateContext(milestone.date ?? assessment.date))
    }
}

extension Site {
    /// A record as a link from a page.
    func link(to record: Int, from path: String) -> RecordLinkContext {
        let face = faces[record]
        return RecordLinkContext(
            number: face.number, title: face.title, url: SiteMap.relative(face.path, from: path))
    }

    /// A record as a row of a log on a page.
    func line(of index: Int, on path: String) -> RecordLineContext {
        let record = model.records[index]
        let successors = record.relations.filter { $0.kind == .supersededBy }.map(\.record)
        return RecordLineContext(
            link: link(to: index, from: path), status: StatusContext(record.status),
            date: DateContext(record.date),
            supersededBy: record.status?.group == .superseded
                ? successors.map { link(to: $0, from: path) } : [],
            tags: record.tags)
    }

    /// "14 decisions, 13 in force, 1 superseded".
    var logSummary: String {
        let all = model.records
        let count = { (group: StatusGroup) in all.count { $0.status?.group == group } }
        var parts = ["\(all.count) \(all.count == 1 ? "decision" : "decisions")"]
        for (group, words) in [
            (StatusGroup.inForce, "in force"), (.open, "open"), (.superseded, "superseded"),
            (.closed, "closed"),
        ] where count(group) > 0 {
            parts.append("\(count(group)) \(words)")
        }
        return parts.joined(separator: ", ")
    }
}

/// The decision log.
struct LogPage: Page {
    let path = OwnPage.log.path
    let template = "log"

    func context(in site: Site) -> LogPageContext {
        let introduction = site.introduction(to: .log)
        return LogPageContext(
            common: site.common(
                path, title: "Decisions", description: "The decision log: \(site.logSummary)."),
            anchor: introduction?.anchor, heading: introduction?.heading, introduction: introduction?.body,
            records: site.log.map { site.line(of: $0, on: path) }, summary: site.logSummary)
    }
}
