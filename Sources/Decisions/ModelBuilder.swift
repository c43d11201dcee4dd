import Diagnostics
import Markdown
import Platform
import Rules

/// Makes the model of parsed files: reads each for its kind, links them, checks them.
struct ModelBuilder {
    private let configuration: SiteConfiguration
    private let map: SiteMap
    private let files: [ContentFile]
    private(set) var problems: [Diagnostic] = []

    init(files: [ContentFile], assets: Set<String>, configuration: SiteConfiguration) {
        self.configuration = configuration
        var problems: [Diagnostic] = []
        self.files = Self.withUniquePages(files, &problems)
        self.problems = problems
        map = SiteMap(
            pages: Dictionary(
                self.files.map { ($0.path, $0.pagePath) }, uniquingKeysWith: { first, _ in first }),
            assets: assets)
    }

    mutating func build() async throws -> DecisionModel {
        let frameworks = frameworks()
        let assessments = assessments(of: frameworks)
        let records = try await records()
        var model = DecisionModel(
            frameworks: frameworks, assessments: assessments, records: records,
            pages: files.filter { $0.kind == .page }, map: map)
        problems += RecordCheck(model).problems()
        let links = try await LinkCheck(model, allowsRawHTML: configuration.allowRawHTML).results(
            of: files.filter { !$0.isTemplate })
        problems += links.problems
        model.references = links.references
        return model
    }

    private mutating func frameworks() -> [Framework] {
        files.filter { $0.kind == .framework }.map { file in
            var reader = FrameworkReader(file, words: configuration.words)
            let framework = reader.framework()
            problems += reader.problems
            return framework
        }.sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
    }

    private mutating func assessments(of frameworks: [Framework]) -> [Assessment] {
        files.filter { $0.kind == .assessment }.map { file in
            let framework = framework(of: file, among: frameworks)
            let index = QuestionIndex(framework?.logic?.questions ?? [], words: configuration.words)
            var reader = AssessmentReader(file, index: index)
            let assessment = reader.assessment(framework: framework?.id ?? "")
            // Without its questions every answer would be called unknown; the framework is what is at fault.
            problems +=
                framework?.logic == nil
                ? reader.problems.filter { $0.id != "unknown-question" } : reader.problems
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
        if let found = frameworks.first(where: { $0.id == id }) { return found }
        problems.append(
            Diagnostic(
                "unknown-framework", at: written.location, "no framework is called '\(id)'",
                suggestion: didYouMean(id, among: ids)
                    ?? (ids.isEmpty ? nil : "the frameworks are \(ids.joined(separator: ", "))")))
        return nil
    }

    private mutating func records() async throws -> [DecisionRecord] {
        let meanings = configuration.statuses
        let read = try await files.filter { $0.kind == .decisionRecord }.concurrentMap { file in
            var reader = RecordReader(file, meanings: meanings)
            return (reader.record(), reader.problems)
        }
        problems += read.flatMap(\.1)
        let sorted = read.map(\.0).sorted { a, b in
            (a.number ?? .max, a.file.path) < (b.number ?? .max, b.file.path)
        }
        var linker = RecordLinker(sorted, map: map)
        let linked = linker.linked()
        problems += linker.problems + RecordLogCheck(linked).problems()
        return linked
    }

    /// Two files cannot become the same page: an error, save for records, which are then told apart by file name.
    private static func withUniquePages(_ files: [ContentFile], _ problems: inout [Diagnostic])
        -> [ContentFile]
    {
        var owners: [String: ContentFile] = [:]
        var kept: [ContentFile] = []
        for file in files {
            let isTaken = file.path != "index.md" && SiteMap.ownPages.contains(file.pagePath)
            guard let first = owners[file.pagePath] else {
                if isTaken {
                    problems.append(
                        Diagnostic(
                            "duplicate-id", at: file.idLocation,
                            "'\(file.pagePath)' is a page that the site has already",
                            suggestion: "give the file another name"))
                    continue
                }
                owners[file.pagePath] = file
                kept.append(file)
                continue
            }
            let isRecord = file.kind == .decisionRecord
            problems.append(
                Diagnostic(
                    "duplicate-id", isRecord ? .warning : .error, at: file.idLocation,
                    "two \(file.kind == .page ? "pages" : "\(file.kind.rawValue)s") are called '\(file.id)'",
                    suggestion: isRecord
                        ? "this one is published under its file name" : "give one of them another id",
                    notes: [.init("the first is here", at: first.idLocation)]))
            if isRecord {
                let renamed = file.namedByPath(avoiding: owners)
                owners[renamed.pagePath] = renamed
                kept.append(renamed)
            }
        }
        return kept
    }
}

extension ContentFile {
    /// Where the id stands, else the start of the file.
    var idLocation: SourceLocation {
        document.frontMatter["id"]?.location ?? SourceLocation(file: document.file, line: 1)
    }

    /// The same file under an id that nobody has: that of its path, with a number behind it where need be.
    func namedByPath(avoiding owners: [String: ContentFile]) -> ContentFile {
        let stem = path.split(separator: "/").last.map { String($0.prefix { $0 != "." }) } ?? id
        var candidate = ContentFile(self, id: stem)
        var number = 2
        while owners[candidate.pagePath] != nil {
            candidate = ContentFile(self, id: "\(stem)-\(number)")
            number += 1
        }
        return candidate
    }
}
