import Decisions
import Languages
import Markdown
import Platform
import Rules

/// A page of the decision log: the first, or a further one of a log of many.
struct LogPage: Page {
    /// Which of the log's pages it is, from 0.
    let number: Int
    let path: String
    let template = "log"

    func context(in site: Site) -> LogPageContext {
        let isFirst = number == 0
        let introduction = isFirst ? site.introduction(to: .log) : nil
        let records = LogPlan.page(number, of: site.log)
        let rows =
            isFirst ? records.map { site.row($0, on: path) } : records.map { site.sharedRow($0) }
        let title =
            isFirst
            ? site.phrases("log.heading")
            : site.phrases("log.page-title", ["number": site.phrases.number(number + 1)])
        return LogPageContext(
            common: site.common(
                path, title: title, description: site.phrases("log.description", ["summary": site.logSummary])
            ),
            anchor: introduction?.anchor, heading: introduction?.heading, introduction: introduction?.body,
            rows: rows.joined(), hasRecords: !records.isEmpty, summary: site.logSummary,
            columns: site.plan.columns, turn: PageTurnContext(number, of: site.plan.pages, on: path),
            filters: isFirst ? site.filters(on: path) : nil,
            facets: isFirst ? site.facetLists(on: path) : [],
            timelineURL: site.plan.timeline.map { SiteMap.relative($0, from: path) },
            newRecords: isFirst ? site.newRecordLinks() : [])
    }
}

/// The records of a tag, a person or a status.
struct FacetPage: Page {
    let facet: LogFacet
    let number: Int
    let template = "facet"
    var path: String { facet.pages[number] }

    func context(in site: Site) -> FacetPageContext {
        let records = LogPlan.page(number, of: facet.records)
        let phrases = site.phrases
        let inForce = facet.records.count { site.model.isInForce($0) }
        let summary = phrases.list([
            phrases("log.counts.decisions", count: facet.records.count),
            phrases("log.counts.in-force", count: inForce),
        ])
        let (kind, name) = (phrases("log.kinds.\(facet.kind.rawValue)"), site.name(of: facet))
        let title =
            number == 0
            ? phrases("log.facet-title", ["kind": kind, "name": name])
            : phrases(
                "log.facet-page-title",
                ["kind": kind, "name": name, "number": phrases.number(number + 1)])
        return FacetPageContext(
            common: site.common(
                path, title: title,
                description: phrases(
                    "log.facet-description", ["kind": kind, "name": name, "summary": summary])),
            kind: kind, name: name, summary: summary,
            rows: records.map { site.sharedRow($0) }.joined(), columns: site.plan.columns,
            turn: PageTurnContext(number, of: facet.pages, on: path),
            logURL: SiteMap.relative(OwnPage.log.path, from: path))
    }
}

extension LogPlan {
    /// The rows of a page.
    static func page(_ number: Int, of rows: [Int]) -> ArraySlice<Int> {
        rows.dropFirst(number * rowsPerPage).prefix(rowsPerPage)
    }
}

extension Site {
    /// Renders the rows of all records once, as all pages in a folder of the log show them.
    mutating func renderRows() async throws {
        let site = self
        rows = try await Array(model.records.indices).concurrentMap { site.row($0, on: Self.pageOfRows) }
    }

    /// One of the pages that all show the same rows, since they lie in one folder.
    private static let pageOfRows = "decisions/log/page.html"

    /// A record as a row of those pages; made now where not all are wanted.
    func sharedRow(_ index: Int) -> String { rows.isEmpty ? row(index, on: Self.pageOfRows) : rows[index] }

    /// A record as a row of a log.
    func row(_ index: Int, on path: String) -> String {
        let record = model.records[index]
        let named = record.people.first
        let people = named.map { named in
            plan.people[index].prefix(Set(named.names.map { $0.lowercased() }).count)
        }
        let row = fragment(
            LogRowContext(
                line: line(of: index, on: path), record: index,
                tags: plan.tags[index].map { facetLink($0, from: path) },
                people: (people ?? []).prefix(2).map { facetLink($0, from: path) },
                furtherPeople: max(0, (people ?? []).count - 2), scope: record.scope,
                isDateFromGit: record.isDateFromGit, columns: plan.columns),
            "partials/log-row")
        return String(decoding: row, as: UTF8.self)
    }

    /// What a tag, person or status is called: a usual status in the site's language.
    func name(of facet: LogFacet) -> String {
        facet.kind == .status ? phrases.status(facet.name) : facet.name
    }

    /// A tag, person or status as a link.
    func facetLink(_ facet: Int, from path: String) -> LinkContext {
        LinkContext(
            title: name(of: plan.facets[facet]), url: SiteMap.relative(plan.facets[facet].path, from: path))
    }

    /// What there is to choose from, for the filters of the log.
    fileprivate func filters(on path: String) -> LogFiltersContext {
        let options = { (kind: LogFacet.Kind) in
            Self.mostFrequent(plan.facets.filter { $0.kind == kind }).map {
                FilterOptionContext(value: $0.name, label: name(of: $0), count: $0.records.count)
            }
        }
        func counted(_ values: some Sequence<String>) -> [FilterOptionContext] {
            Dictionary(values.map { ($0, 1) }, uniquingKeysWith: +).sorted { $0.key < $1.key }.map {
                FilterOptionContext(value: $0.key, label: $0.key, count: $0.value)
            }
        }
        return LogFiltersContext(
            statuses: options(.status), tags: options(.tag), people: options(.person),
            scopes: plan.columns.hasScopes ? counted(model.records.lazy.map(\.scope)) : [],
            years: counted(model.records.lazy.compactMap { $0.date.map { String($0.year) } }).reversed(),
            count: model.records.count, data: SiteMap.relative(LogData.path, from: path),
            script: SiteMap.root(from: path) + "assets/log.js",
            wordsScript: SiteMap.root(from: path) + "assets/" + ScriptWords.fileName)
    }

    /// The lists of tags, people and statuses below the log.
    fileprivate func facetLists(on path: String) -> [FacetListContext] {
        [LogFacet.Kind.status, .tag, .person].compactMap { kind in
            let all = plan.facets.filter { $0.kind == kind }
            let shown = Self.mostFrequent(all)
            return shown.isEmpty
                ? nil
                : FacetListContext(
                    id: "by-\(kind.rawValue)", title: phrases("log.by.\(kind.rawValue)"),
                    facets: shown.map {
                        FacetLinkContext(
                            title: name(of: $0), url: SiteMap.relative($0.path, from: path),
                            count: $0.records.count)
                    }, further: all.count - shown.count)
        }
    }

    /// Those with the most records, by name: of names that a log has by the thousand nobody chooses from a list.
    private static func mostFrequent(_ facets: [LogFacet]) -> [LogFacet] {
        guard facets.count > 200 else { return facets }
        let least = facets.map(\.records.count).sorted(by: >)[199]
        return Array(facets.filter { $0.records.count >= least }.prefix(200))
    }

    /// Where records can be added in the host's editor, one for each log.
    fileprivate func newRecordLinks() -> [LinkContext] {
        zip(scopes, newRecordURLs).compactMap { scope, url in
            url.map { LinkContext(title: scopes.count > 1 ? scope.name : "", url: $0) }
        }
    }

    /// Where a record can be added to a log, under the next number as the log writes it.
    func newRecordURL(in scope: RecordScope) -> String? {
        guard let host = configuration.repository else { return nil }
        let own = model.records.filter {
            $0.number != nil && $0.file.path.hasPrefix(scope.folder + "/")
                && scopeIndex(of: $0.file.path) == scopes.firstIndex(of: scope)
        }
        let last = own.max { ($0.number ?? 0) < ($1.number ?? 0) }
        let digits = last.map { $0.file.path.split(separator: "/").last?.prefix { $0.isNumber } ?? "" } ?? ""
        let number = String((last?.number ?? 0) + 1)
        let isNumbered = digits.count <= 6 && (last == nil || !digits.isEmpty)
        let width = last == nil ? 4 : digits.count
        let padded = String(repeating: "0", count: max(0, width - number.count)) + number
        return host.newFileURL(in: scope.source, named: isNumbered ? "\(padded)-title.md" : "title.md")
    }

    /// The log that a file belongs to: the innermost of those around it.
    func scopeIndex(of path: String) -> Int? {
        scopes.indices.filter { path.hasPrefix(scopes[$0].folder + "/") }.max {
            scopes[$0].folder.utf8.count < scopes[$1].folder.utf8.count
        }
    }
}
