import Decisions
import Languages
import Markdown
import Rules

/// A decision record's page.
struct RecordPage: Page {
    /// The record's place in the log.
    let position: Int
    let path: String
    let template = "record"

    func context(in site: Site) -> RecordPageContext {
        context(in: site, within: surroundings(in: site))
    }

    /// The same where it is known what the page shows of others.
    func context(in site: Site, within surroundings: RecordSurroundings) -> RecordPageContext {
        Self.context(
            of: site.model.records[site.log[position]], on: path, within: surroundings, in: site)
    }

    /// What the page of a record says that knows the site around it.
    static func context(
        of record: DecisionRecord, on path: String, within surroundings: RecordSurroundings, in site: Site
    ) -> RecordPageContext {
        let anchors = site.model.anchors(of: record.file)
        var renderer = site.renderer(for: record.file, on: path, anchors: anchors)
        let title =
            record.number.map { site.phrases("record.title", ["number": String($0), "title": record.title]) }
            ?? record.title
        var body = RecordBody(record, headings: anchors.headings, in: site)
        let heading = Site.heading(
            of: record.file, by: &renderer, from: record.titleStart, else: record.title)
        let text = body.html(of: site.body(of: record.file), by: &renderer)
        return RecordPageContext(
            common: site.common(
                path, title: title, description: Site.opening(of: record.file),
                article: StructuredData(
                    kind: .technical, headline: record.title, date: surroundings.date),
                within: surroundings.site),
            anchor: anchors.title, heading: heading,
            number: record.number, status: StatusContext(surroundings.status, in: site.phrases),
            statusURL: surroundings.statusURL,
            date: site.date(surroundings.date), isDateFromGit: surroundings.isDateFromGit,
            unreadDate: record.unreadDate,
            banner: surroundings.banner, assessment: surroundings.assessment,
            facts: surroundings.facts + follows(body.marks, in: site), body: text,
            history: surroundings.history,
            editURL: site.configuration.repository?.editURL(of: record.file.shownPath),
            newURL: surroundings.newURL,
            contents: TableOfContents(anchors.headings),
            readingTime: site.readingTime(record.file), previous: surroundings.previous,
            next: surroundings.next, sourceFile: record.file.document.file)
    }

    /// What the page shows of others.
    func surroundings(in site: Site) -> RecordSurroundings {
        let index = site.log[position]
        let record = site.model.records[index]
        let neighbour = { (offset: Int) -> RecordLinkContext? in
            let other = position + offset
            return site.log.indices.contains(other) ? site.link(to: site.log[other], from: path) : nil
        }
        return RecordSurroundings(
            site: site.context(for: path), status: site.model.standing(of: index),
            statusURL: site.plan.statuses[index].map { site.facetLink($0, from: path).url },
            date: record.date, isDateFromGit: record.isDateFromGit, banner: banner(of: index, in: site),
            assessment: assessment(of: record, in: site), facts: facts(of: index, in: site),
            history: history(of: record, in: site),
            newURL: site.scopeIndex(of: record.file.path).flatMap { site.newRecordURLs[$0] },
            previous: neighbour(1), next: neighbour(-1))
    }

    /// What is known of a record beside its text, each kind of it as a part of the page.
    private func facts(of index: Int, in site: Site) -> String {
        let record = site.model.records[index]
        let related = record.relations.map(\.record)
        let referring = (site.model.references[record.file.path] ?? []).filter {
            $0 != index && !related.contains($0)
        }
        var facts = people(of: index, in: site) + relations(of: record, in: site)
        func add(_ label: String, _ entries: [RecordLinkContext], inLine: Bool = false) {
            guard !entries.isEmpty else { return }
            facts.append(RecordFactContext(label: label, entries: entries, isInLine: inLine))
        }
        add(
            site.phrases("record.referred-to-by"),
            referring.map { site.link(to: $0, from: path) } + mentions(of: record, in: site))
        add(
            site.phrases("log.columns.tags"),
            site.plan.tags[index].map { Self.entry(site.facetLink($0, from: path)) }, inLine: true)
        if site.plan.columns.hasScopes, !record.scope.isEmpty {
            add(site.phrases("log.columns.scope"), [Self.entry(LinkContext(title: record.scope, url: ""))])
        }
        return Self.html(of: facts, in: site)
    }

    /// The ways to the parts of the text that say what follows from the decision, as one more of the facts.
    private static func follows(_ marks: [LinkContext], in site: Site) -> String {
        marks.isEmpty
            ? ""
            : html(
                of: [RecordFactContext(label: site.phrases("record.follows"), entries: marks.map(entry))],
                in: site)
    }

    private static func entry(_ link: LinkContext) -> RecordLinkContext {
        RecordLinkContext(number: nil, title: HTMLEscaping.escape(link.title), url: link.url)
    }

    private static func html(of facts: [RecordFactContext], in site: Site) -> String {
        let html = facts.flatMap { site.fragment($0, "partials/record-fact") }
        return String(decoding: html, as: UTF8.self)
    }

    /// The relations of a record by what they are called, in the author's own words where there are such.
    private func relations(of record: DecisionRecord, in site: Site) -> [RecordFactContext] {
        var groups: [(relation: Relation, records: [RecordLinkContext])] = []
        for relation in record.relations {
            let link = site.link(to: relation.record, from: path)
            if let place = groups.firstIndex(where: { $0.relation.name == relation.name }) {
                groups[place].records.append(link)
            } else {
                groups.append((relation, [link]))
            }
        }
        return groups.map { relation, records in
            let name = relation.words ?? site.phrases.relation(relation.kind)
            let label = name.prefix(1).uppercased() + name.dropFirst()
            return RecordFactContext(glyph: relation.kind.glyph, label: label, entries: records)
        }
    }

    /// The people of a record, each with their page.
    private func people(of index: Int, in site: Site) -> [RecordFactContext] {
        let facets = site.plan.facets
        let known = site.plan.people[index]
        return site.model.records[index].people.map { people in
            let persons = people.names.map { name in
                let facet =
                    known.first { facets[$0].name == name }
                    ?? known.first { facets[$0].name.lowercased() == name.lowercased() }
                return RecordLinkContext(
                    number: nil, title: HTMLEscaping.escape(name),
                    url: facet.map { site.facetLink($0, from: path).url } ?? "")
            }
            return RecordFactContext(label: site.phrases.role(people.part), entries: persons)
        }
    }

    /// What else refers to a record: assessments, frameworks, pages.
    private func mentions(of record: DecisionRecord, in site: Site) -> [RecordLinkContext] {
        (site.model.mentions[record.file.path] ?? []).compactMap { mention in
            guard let file = site.model.file(at: mention), let page = site.model.map.pages[mention] else {
                return nil
            }
            return RecordLinkContext(
                number: nil, title: Site.title(of: file, else: PlainPage.title(of: file)),
                url: SiteMap.relative(page, from: path))
        }
    }

    /// How many changes of its file a record's page shows.
    private static let changeLimit = 20

    private func history(of record: DecisionRecord, in site: Site) -> HistoryContext? {
        guard let history = record.history, !history.changes.isEmpty else { return nil }
        let host = history.isOfSite ? site.configuration.repository : nil
        return HistoryContext(
            changes: history.changes.prefix(Self.changeLimit).map { change in
                ChangeContext(
                    date: site.date(change.date), author: change.author, summary: change.summary,
                    url: host?.url(ofCommit: change.commit))
            },
            further: history.changes.count > Self.changeLimit
                ? site.phrases("record.earlier-changes", count: history.changes.count - Self.changeLimit)
                : nil, isCut: history.isCut)
    }

    /// The records that now stand in place of a superseded one: those at the ends of the chains that lead on from it, or
    /// those of them that are in force.
    private func banner(of index: Int, in site: Site) -> BannerContext? {
        let model = site.model
        guard model.standing(of: index)?.group == .superseded else { return nil }
        var ends: [Int] = []
        var seen: Set = [index]
        var waiting = model.successors(of: index)
        while let next = waiting.first {
            waiting.removeFirst()
            guard seen.insert(next).inserted else { continue }
            let further = model.successors(of: next).filter { !seen.contains($0) }
            if model.isInForce(next) || further.isEmpty { ends.append(next) } else { waiting += further }
        }
        let holding = ends.filter { model.isInForce($0) }
        let shown = (holding.isEmpty ? ends : holding).map { site.link(to: $0, from: path) }
        return shown.isEmpty ? nil : BannerContext(records: shown, holds: !holding.isEmpty)
    }

    private func assessment(of record: DecisionRecord, in site: Site) -> RecordAssessmentContext? {
        guard let (assessment, milestone) = site.model.assessment(of: record),
            let framework = site.model.framework(assessment.framework)
        else { return nil }
        let name = { (id: String) in framework.options.first { $0.id == id }?.name }
        let then = site.model.verdict(of: assessment, at: milestone)
        let judged = then.map { VerdictWording($0, of: framework, in: site.phrases).outcome }
        let recommended = record.recommended?.text
        let chosen = record.chosen?.text
        let judgedIDs = then.map { $0.recommendations.map { framework.options[$0.option].id } } ?? []
        let drift = site.model.drift(
            of: record, from: recommended.map { [$0] } ?? judgedIDs, assessment, framework)
        return RecordAssessmentContext(
            title: Site.title(of: assessment.file, else: assessment.title),
            url: SiteMap.relative(assessment.file.pagePath, from: record.file.pagePath),
            recommended: recommended.flatMap(name) ?? recommended ?? judged ?? site.phrases("record.nothing"),
            chosen: chosen.flatMap(name) ?? chosen,
            agrees: chosen != nil && (recommended.map { $0 == chosen } ?? (judgedIDs == [chosen ?? ""])),
            departure: record.departure, date: site.date(milestone.date ?? assessment.date),
            today: drift.map { VerdictWording($0, of: framework, in: site.phrases).outcome })
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
        let status = model.standing(of: index)
        return RecordLineContext(
            link: link(to: index, from: path), status: StatusContext(status, in: phrases),
            date: date(record.date),
            supersededBy: status?.group == .superseded
                ? successors.map { link(to: $0, from: path) } : [],
            tags: record.tags)
    }

    /// "14 decisions, 13 in force, 1 superseded".
    static func summary(of model: DecisionModel, in phrases: Phrases) -> String {
        let records = model.records
        var counts: [StatusGroup: Int] = [:]
        for index in records.indices {
            if let group = model.standing(of: index)?.group { counts[group, default: 0] += 1 }
        }
        var parts = [phrases("log.counts.decisions", count: records.count)]
        for group in [StatusGroup.inForce, .open, .superseded, .closed] {
            if let count = counts[group] {
                parts.append(phrases("log.counts.\(group.rawValue)", count: count))
            }
        }
        return phrases.list(parts)
    }
}
