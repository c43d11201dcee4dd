import Decisions
import Languages
import Markdown
import Rules

/// A page as the search finds it.
struct SearchedDocument: Sendable {
    let file: ContentFile
    /// The page's path.
    let path: String
    let title: String
    let kind: Kind
    let number: Int?
    let status: RecordStatus?
    /// What the page says that its text does not: people, tags, a status of the front matter.
    let facts: [String]

    /// What a page is about, as results name it; the script that shows them has the words.
    enum Kind: Int, CaseIterable { case page, framework, assessment, decision }

    /// A page of a record.
    init(_ record: DecisionRecord, in phrases: Phrases) {
        let statuses = [record.status?.name, record.status.map { phrases.status($0.name) }]
        self.init(
            file: record.file, path: record.file.pagePath, title: record.title, kind: .decision,
            number: record.number, status: record.status,
            facts: Set(statuses.compactMap { $0 }).sorted() + record.tags + record.people.flatMap(\.names))
    }

    init(
        file: ContentFile, path: String, title: String, kind: Kind, number: Int? = nil,
        status: RecordStatus? = nil, facts: [String] = []
    ) {
        (self.file, self.path, self.title, self.kind) = (file, path, title, kind)
        (self.number, self.status, self.facts) = (number, status, facts)
    }

    /// Notes the words of the document, and writes what results show of it.
    /// - Parameter number: the document's own.
    /// - Returns: how many words the title has.
    func add(to terms: inout SearchTerms, as number: Int, _ entry: inout [UInt8], in site: Site)
        -> Int
    {
        let anchors = site.model.anchors(of: file)
        let titleHeading = file.titleHeading
        let sections = anchors.headings.filter { $0.element != titleHeading }
        let length = terms.add(title, document: number, place: 0, isTitle: true)
        if let own = self.number {
            terms.add(String(own), document: number, place: 0, isTitle: true)
        }
        var shown: [JSONValue] = []
        for (index, section) in sections.enumerated() {
            let words = section.title
            terms.add(words, document: number, place: index + 1, isTitle: true)
            shown += [.text(words), .text(section.id)]
        }
        for fact in facts { terms.add(fact, document: number, place: 0, isTitle: false) }
        var place = 0
        file.document.forEachTextBlock { block, text in
            if block.kind == .heading {
                if block == titleHeading { return }
                if place < sections.count, sections[place].element == block {
                    place += 1
                    return
                }
            }
            terms.add(text, document: number, place: place, isTitle: false)
        }
        JSONValue.list([
            .text(title), .text(SiteMap.address(of: path)), .number(kind.rawValue), JSONValue(self.number),
            .list(
                status.map {
                    [.text(site.phrases.status($0.name)), .text($0.group.rawValue), .text($0.group.glyph)]
                }
                    ?? []),
            .list(shown),
        ]).write(to: &entry)
        return length
    }
}

extension Site {
    /// All pages with a text of an author's. The records stand last and the newest of them first: of equal results the earlier
    /// one is shown first.
    func searchedDocuments() -> [SearchedDocument] {
        var all: [SearchedDocument] = []
        for file in model.introductions {
            let path = file.ownPage?.path ?? file.pagePath
            let title = file.ownPage == .home ? configuration.title : PlainPage.title(of: file)
            all.append(SearchedDocument(file: file, path: path, title: title, kind: .page))
        }
        for framework in model.frameworks {
            all.append(
                SearchedDocument(
                    file: framework.file, path: framework.file.pagePath, title: framework.title,
                    kind: .framework, facts: [framework.summary].compactMap { $0 }))
        }
        for assessment in model.assessments {
            let framework = model.framework(assessment.framework)
            all.append(
                SearchedDocument(
                    file: assessment.file, path: assessment.file.pagePath, title: assessment.title,
                    kind: .assessment, facts: [framework?.title].compactMap { $0 }))
        }
        for file in model.pages {
            all.append(
                SearchedDocument(
                    file: file, path: file.pagePath, title: PlainPage.title(of: file), kind: .page))
        }
        for index in log {
            all.append(SearchedDocument(model.records[index], in: phrases))
        }
        return all
    }
}
