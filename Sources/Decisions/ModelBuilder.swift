import Diagnostics
import Markdown
import Platform
import Rules

/// Makes the model of parsed files: reads each for its kind, links them, checks them.
struct ModelBuilder {
    private let configuration: SiteConfiguration
    private var map: SiteMap
    private let scopes: RecordScopes
    private let isInRepository: @Sendable (String) -> Bool
    private let files: [ContentFile]
    private let drafts: [ContentFile]
    private let redirects: [DecisionModel.Redirect]
    private let outputs: OutputPaths
    private let copies: [Copy]
    private(set) var problems: [Diagnostic] = []
    /// What was made of the files before; `nil` where nothing is to be kept.
    private(set) var memory: SiteMemory?
    /// What the records of each log have in common, by the log's place.
    private(set) var habits: [Int: LogHabits] = [:]
    /// The places of pages that are linked to, by the path of the page's file.
    private(set) var fragments: [String: Set<String>] = [:]

    /// A file that is copied as it is.
    struct Copy: Sendable {
        /// Below the content folder, and below the site.
        let path: String
        /// As problems show it.
        let file: String
    }

    /// - Parameters:
    ///   - drafts: the frameworks that are left out as drafts.
    ///   - scopes: the folders of records, in the order of their logs.
    ///   - rootNames: the way to the site's folder from the root of the file system.
    ///   - isInRepository: whether a file or folder is there that the site does not show, from the site's folder.
    init(
        files: [ContentFile], drafts: [ContentFile] = [], assets: [Copy], configuration: SiteConfiguration,
        scopes: [RecordScope] = [], rootNames: [String] = [], memory: SiteMemory? = nil,
        isInRepository: @escaping @Sendable (String) -> Bool = { _ in false }
    ) {
        self.configuration = configuration
        self.drafts = drafts
        self.scopes = RecordScopes(scopes)
        self.isInRepository = isInRepository
        self.memory = memory
        copies = assets
        let files = RecordLog.sorted(files, scopes: self.scopes)
        var placement = Placement(reservingFor: files.count)
        for file in files { placement.place(file) }
        for file in placement.files { placement.placeRedirects(to: file) }
        for asset in assets { placement.place(asset) }
        self.files = placement.files
        redirects = placement.redirects
        outputs = placement.outputs
        problems = placement.problems
        map = placement.map
        map.scopes = scopes
        map.rootNames = rootNames
    }

    mutating func build() async throws -> DecisionModel {
        let frameworks = frameworks()
        let assessments = assessments(of: frameworks)
        let records = try await records()
        var model = DecisionModel(
            frameworks: frameworks, assessments: assessments, records: records,
            pages: files.filter { $0.kind == .page && $0.ownPage == nil },
            introductions: files.filter { $0.ownPage != nil }, draftFrameworks: drafts,
            redirects: redirects, map: map,
            outputs: outputs)
        problems += RecordCheck(model).problems() + VersionCheck(model).problems()
        let links = try await LinkCheck(
            model, copies: copies.filter { $0.path != configuration.logo?.file },
            allowsRawHTML: configuration.allowRawHTML,
            hasHost: configuration.repository != nil,
            isInRepository: isInRepository
        ).results(of: files.filter { !$0.isTemplate })
        problems += links.problems
        model.references = links.references
        model.mentions = links.mentions
        model.map.sources = links.sources
        fragments = links.fragments
        return model
    }

    private mutating func frameworks() -> [Framework] {
        let read = files.filter { $0.kind == .framework }.map { file in
            let ground = memory?.ground(of: file, words: configuration.words)
            if let known = memory?.frameworks.made(file.shownPath, of: ground) { return (ground, known) }
            var reader = FrameworkReader(file, words: configuration.words)
            let framework = reader.framework()
            return (ground, FrameworkReader.Read(framework: framework, problems: reader.problems))
        }
        memory?.frameworks.keep(read.map { ($1.framework.file.shownPath, $0, $1) })
        problems += read.flatMap(\.1.problems)
        return read.map(\.1.framework).sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
    }

    private mutating func assessments(of frameworks: [Framework]) -> [Assessment] {
        files.filter { $0.kind == .assessment }.map { file in
            let framework = framework(of: file, among: frameworks)
            let index = QuestionIndex(
                framework?.logic, words: configuration.words, renamed: framework?.renamed ?? [:])
            var reader = AssessmentReader(file, index: index, matrix: framework?.logic?.matrix)
            let assessment = reader.assessment(framework: framework?.id ?? "")
            // Without its questions every answer would be called unknown; the framework is what is at fault.
            problems +=
                framework?.logic == nil
                ? reader.problems.filter { !["unknown-question", "no-effect"].contains($0.id) }
                : reader.problems
            return assessment
        }.sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
    }

    private mutating func framework(of file: ContentFile, among frameworks: [Framework]) -> Framework? {
        let ids = frameworks.map(\.id)
        guard let written = file.document.frontMatter["framework"], let id = written.text else {
            // Where the front matter cannot be read, that is what is at fault.
            guard !file.document.problems.hasErrors else { return nil }
            problems.append(
                Diagnostic(
                    "no-framework", at: SourceLocation(file: file.document.file, line: 1),
                    "this assessment does not say which framework it answers",
                    suggestion: "write 'framework: \(ids.first ?? "ID")' in its front matter"))
            return nil
        }
        if let found = frameworks.first(where: { $0.id == id })
            ?? frameworks.first(where: { $0.file.isCalled(id) })
        {
            return found
        }
        if let draft = drafts.first(where: { $0.id == id || $0.isCalled(id) }) {
            problems.append(
                Diagnostic(
                    "unknown-framework", at: written.location,
                    "'\(id)' is a draft: \(draft.document.file) is left out",
                    suggestion:
                        "take 'draft: true' out of it, or write it here too; with --drafts both are built"))
            return nil
        }
        problems.append(
            Diagnostic(
                "unknown-framework", at: written.location, "no framework is called '\(id)'",
                suggestion: didYouMean(id, among: ids)
                    ?? (ids.isEmpty ? nil : "the frameworks are \(ids.joined(separator: ", "))")))
        return nil
    }

    private mutating func records() async throws -> [DecisionRecord] {
        let log = RecordLog(meanings: configuration.statuses, scopes: scopes)
        let read = try await log.records(
            files.filter { $0.kind == .decisionRecord }, remembering: &memory)
        problems += read.problems
        habits = read.habits
        var linker = RecordLinker(read.records, map: map)
        let linked = linker.linked()
        problems +=
            linker.problems + RecordLogCheck(linked).problems()
            + SupersessionCheck(linked, linker.supersessions).problems()
        return linked
    }
}
