public import Diagnostics
import Markdown
public import Rules

/// Everything that a site knows: what its authors wrote, read and linked.
public struct DecisionModel: Sendable {
    /// The frameworks, by id.
    public private(set) var frameworks: [Framework]
    /// The assessments, by id.
    public let assessments: [Assessment]
    /// The decision records, by number, then by path.
    public internal(set) var records: [DecisionRecord]
    /// The plain pages, by path.
    public let pages: [ContentFile]
    /// The files that introduce pages of the site's own.
    public let introductions: [ContentFile]
    /// The frameworks that are left out as drafts, by path.
    public let draftFrameworks: [ContentFile]
    /// The pages that lead on from former ids.
    public let redirects: [Redirect]
    /// Where the pages of files that Git knows were renamed stood before. They lead on as far as nothing else is there.
    public private(set) var former: [Redirect] = []
    /// Where everything stands.
    public internal(set) var map: SiteMap
    /// Every file that the site has of these.
    public let outputs: OutputPaths
    /// Which records link to a file, by the file's path: indices of `records`, ascending.
    public internal(set) var references: [String: [Int]] = [:]
    /// Which other files link to a file, both by their paths, sorted.
    public internal(set) var mentions: [String: [String]] = [:]

    /// A page in the place of one that has moved.
    public struct Redirect: Sendable {
        /// Where it stands.
        public let path: String
        /// The file whose page was there.
        public let file: ContentFile
    }

    /// The file of a path below the content folder, if it is no record.
    public func file(at path: String) -> ContentFile? {
        frameworks.first { $0.file.path == path }?.file ?? assessments.first { $0.file.path == path }?.file
            ?? pages.first { $0.path == path } ?? introductions.first { $0.path == path }
    }

    /// The files that have a page of their own.
    var files: [ContentFile] {
        frameworks.map(\.file) + assessments.map(\.file) + pages + records.map(\.file)
    }

    /// Notes where the pages of renamed files stood: where their names say so, since no `id:` does, and where two files had the
    /// same name, nowhere.
    /// - Parameter names: what files were called, by their names from the site's folder; as paths of the site map.
    mutating func addFormer(_ names: [String: [String]]) {
        guard !names.isEmpty else { return }
        var places: [String: [Redirect]] = [:]
        for file in files where file.document.frontMatter["id"] == nil {
            for name in names[file.shownPath] ?? [] where OwnPage.introduced(by: name) == nil {
                guard let dot = name.lastIndex(of: "."), SiteSurvey.isMarkdown(name) else { continue }
                let path = name[..<dot] + ".html"
                places[path.lowercased(), default: []].append(Redirect(path: String(path), file: file))
            }
        }
        former = places.values.filter { $0.count == 1 }.flatMap { $0 }.sorted { $0.path < $1.path }
    }

    /// Gives records their history, and those that state no date the day of their first commit.
    mutating func add(_ histories: [String: FileHistory]) {
        for index in records.indices {
            guard let history = histories[records[index].file.shownPath] else { continue }
            records[index].history = history
            if records[index].date == nil, let day = history.firstDay {
                records[index].date = day
                records[index].isDateFromGit = true
            }
        }
    }

    /// The framework of an id, which may be a former one.
    public func framework(_ id: String) -> Framework? {
        frameworks.first { $0.id == id } ?? frameworks.first { $0.file.isCalled(id) }
    }

    /// The draft of a framework of an id, which may be a former one.
    public func draftFramework(_ id: String) -> ContentFile? {
        draftFrameworks.first { $0.id == id || $0.isCalled(id) }
    }

    /// The assessment of an id, which may be a former one.
    public func assessment(_ id: String) -> Assessment? {
        assessments.first { $0.id == id } ?? assessments.first { $0.file.isCalled(id) }
    }

    /// The file that introduces a page of the site's own.
    public func introduction(of page: OwnPage) -> ContentFile? {
        introductions.first { $0.ownPage == page }
    }

    /// What is wrong with the rules of the frameworks as a whole. It takes a while, and is nothing to those who only read.
    public func findings() -> [Diagnostic] {
        var memory: SiteMemory?
        return findings(remembering: &memory)
    }

    /// The same, with what is known of the rules that are as they were.
    public func findings(remembering memory: inout SiteMemory?) -> [Diagnostic] {
        let found = frameworks.map { framework in
            let name = framework.file.shownPath
            let ground = memory?.frameworks.ground(of: name)
            return (
                name, ground, memory?.findings.made(name, of: ground) ?? framework.logic?.findings() ?? []
            )
        }
        memory?.findings.keep(found)
        return found.flatMap(\.2)
    }

    /// What an assessment comes to, by one of its milestones, else by the last.
    public func verdict(of assessment: Assessment, at milestone: Assessment.Milestone? = nil) -> Verdict? {
        logic(of: assessment)?.evaluate((milestone ?? assessment.latest).values)
    }

    /// The rules by which an assessment is judged: its framework's, with the weights that are its own.
    public func logic(of assessment: Assessment) -> Logic? {
        framework(assessment.framework)?.logic?.weighted(by: assessment.weights.mapValues(\.value))
    }

    /// The assessment that a record refers to, and the milestone where it names one.
    public func assessment(of record: DecisionRecord) -> (
        assessment: Assessment, milestone: Assessment.Milestone
    )? {
        record.assessment?.text.flatMap { assessment(called: $0) }
    }

    /// The assessment of a name as records write it, and the milestone where it names one: `search@2026-03-02`.
    public func assessment(called name: String) -> (assessment: Assessment, milestone: Assessment.Milestone)?
    {
        let reference = AssessmentReference(name)
        guard let assessment = assessment(reference.id) else { return nil }
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

extension DecisionModel {
    /// The same with answers called otherwise: in another language.
    public func saying(_ phrases: AnswerPhrases) -> DecisionModel {
        var model = self
        for index in model.frameworks.indices {
            model.frameworks[index].logic = model.frameworks[index].logic?.saying(phrases)
        }
        return model
    }
}
