import Diagnostics
import Markdown
import Rules

/// All that the rest of a site sees of a record's file: as long as it is the same, another text of the file changes what is made
/// of that text, and nothing else. Where in the file something stands is no part of it, since only problems show that.
public struct RecordOutline: Hashable, Sendable {
    private let path: String
    /// All of the front matter: many ask for some of it, and texts are mostly edited below.
    private let frontMatter: [String]
    private let number: Int?
    private let title: String
    private let status: RecordStatus?
    private let date: CalendarDate?
    private let unreadDate: String?
    private let people: [[String]]
    private let tags: [String]
    private let story: String?
    private let statements: [Statement]
    private let signs: LogHabits.Signs
    /// What tells a record from a guide where its file's name does not.
    private let tellsOfRecord: Bool
    private let targets: Set<String>
    private let sources: Set<String>
    private let assets: Set<String>
    private let html: [String]
    private let diagrams: [String]

    /// A relation as it is stated.
    private struct Statement: Hashable {
        let kind: Relation.Kind
        let link: String?
        let text: String
        let isCertain: Bool
        let words: String?
    }

    init(_ record: DecisionRecord, _ facts: RecordFacts, _ signs: LogHabits.Signs, _ links: LinkCheck.Found) {
        let file = record.file
        path = file.path
        frontMatter = file.document.frontMatter.words
        number = record.number
        title = record.title
        status = record.status
        date = record.date
        unreadDate = record.unreadDate
        people = record.people.map { [$0.part.rawValue] + $0.names }
        tags = record.tags
        story = record.story
        statements = record.statements.map {
            Statement(
                kind: $0.kind, link: $0.link, text: $0.text, isCertain: $0.isCertain, words: $0.words)
        }
        self.signs = signs
        tellsOfRecord = facts.tellOfRecord
        targets = Set(links.targets)
        sources = Set(links.sources)
        assets = Set(links.assets)
        html = links.html
        diagrams = file.document.codeBlocks(in: "mermaid").map(\.text)
    }
}

/// A record that was read by itself, as a site around it reads it.
public struct LoneRecord: Sendable {
    /// The record. Of others it knows nothing: it has no relations, and no history.
    public let record: DecisionRecord
    /// What others see of it.
    public let outline: RecordOutline
    /// The places of pages that it leads to, by the path of the page's file.
    let fragments: [String: Set<String>]
    /// The places of its page.
    let anchors: Set<String>
    /// Whether anything is wrong with it.
    public let hasProblems: Bool

    /// Whether this may stand in the place of the text that it is compared with: others see the same of both, and no link within
    /// the site leads to a place that may not be there.
    /// - Parameter leadingHere: the places of this page that any page leads to.
    public func isSeen(as other: LoneRecord, leadingHere: Set<String>) -> Bool {
        guard !hasProblems, !other.hasProblems, outline == other.outline,
            leadingHere.isSubset(of: anchors), record.file.pagePath == other.record.file.pagePath
        else { return false }
        return fragments.allSatisfy { path, places in
            path == record.file.path
                ? places.isSubset(of: anchors) : places.isSubset(of: other.fragments[path] ?? [])
        }
    }
}

/// Reads records by themselves.
public struct LoneRecords: Sendable {
    private let configuration: SiteConfiguration
    private let map: SiteMap
    private let scopes: RecordScopes
    private let habits: [Int: LogHabits]
    private let repository: RepositoryFiles

    /// - Parameters:
    ///   - map: where everything of the site stands.
    ///   - habits: what the records of each log have in common.
    ///   - root: the site's folder.
    init(_ configuration: SiteConfiguration, map: SiteMap, habits: [Int: LogHabits], root: String) {
        var map = map
        // Which files of the repository are led to is found out anew.
        map.sources = []
        (self.configuration, self.map, self.habits) = (configuration, map, habits)
        scopes = RecordScopes(map.scopes)
        repository = RepositoryFiles(root)
    }

    /// Reads a record; `nil` where a text in its place is none.
    public func read(_ place: SiteSurvey.Place, _ bytes: [UInt8]) -> LoneRecord? {
        var problems: [Diagnostic] = []
        let file = ContentFile(path: place.path, shownAs: place.file, bytes: bytes, problems: &problems)
        guard file.kind == .decisionRecord, file.role == .record, file.ownPage == nil,
            !file.document.wasConverted
        else { return nil }
        let facts = RecordFacts(file)
        let signs = LogHabits.Signs(file, facts)
        let common = habits[scopes.place(of: file.path)] ?? LogHabits([])
        var reader = RecordReader(file, facts, habits: common, meanings: configuration.statuses)
        var record = reader.record()
        record.scope = scopes.name(of: file.path)
        let links = LinkCheck(
            DecisionModel(of: [], in: map), copies: [], allowsRawHTML: configuration.allowRawHTML,
            hasHost: configuration.repository != nil, isInRepository: repository.has
        ).scan(file)
        problems += reader.problems + links.problems
        return LoneRecord(
            record: record, outline: RecordOutline(record, facts, signs, links),
            fragments: Dictionary(grouping: links.uses, by: \.target).mapValues {
                Set($0.map(\.fragment))
            },
            anchors: PageAnchors(of: file, asking: []).all,
            hasProblems: !problems.isEmpty)
    }
}

extension DecisionModel {
    fileprivate init(of records: [DecisionRecord], in map: SiteMap) {
        self.init(
            frameworks: [], assessments: [], records: records, pages: [], introductions: [],
            draftFrameworks: [], redirects: [], map: map, outputs: OutputPaths())
    }
}

extension LoadedSite {
    /// A site of some records alone, as if nothing else were written, within the site that they are from.
    public init(of records: [DecisionRecord], in map: SiteMap, root: String, survey: SiteSurvey) {
        self.init(
            root: root, contentFolders: survey.contentFolders, scopes: survey.scopes,
            configuration: survey.configuration, model: DecisionModel(of: records, in: map), problems: [],
            excuses: Excuses([]), filesOnDisk: survey.filesOnDisk, convertedTexts: [:],
            trace: SiteTrace(of: survey))
    }
}
