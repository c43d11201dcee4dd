import Diagnostics
import Markdown
import Rules
import Testing

@testable import Decisions

/// A site of a few files that never touch the disk.
struct MemorySite {
    let model: DecisionModel
    /// The problems, as `path:line: id`.
    let problems: [String]

    /// - Parameter files: texts by their path below the content folder.
    init(_ files: [String: String], configuration: SiteConfiguration = SiteConfiguration()) async throws {
        try await self.init(bytes: files.mapValues { Array($0.utf8) }, configuration: configuration)
    }

    init(bytes files: [String: [UInt8]], configuration: SiteConfiguration = SiteConfiguration()) async throws
    {
        var found: [Diagnostic] = []
        let contents = files.sorted { $0.key < $1.key }.map { path, bytes in
            ContentFile(path: path, shownAs: path, bytes: bytes, problems: &found)
        }
        var builder = ModelBuilder(files: contents, assets: [], configuration: configuration)
        model = try await builder.build()
        problems = (found + builder.problems).inReadingOrder().map { problem in
            "\(problem.location?.file ?? ""):\(problem.location?.line ?? 0): \(problem.id)"
        }
    }

    /// A site of the framework below and one assessment of it.
    init(answers: String, framework: String = Self.framework, words: Words = .english) async throws {
        var configuration = SiteConfiguration()
        configuration.words = words
        try await self.init(
            [
                "frameworks/queue.md": framework,
                "assessments/billing.md": "---\nframework: queue\n---\n# Billing\n\n\(answers)",
            ], configuration: configuration)
    }

    /// Three questions that assessments here answer, and one about the reader.
    static let framework = """
        # Queue or log

        | Factor | Queue | Log |
        | --- | --- | --- |
        | Replay | none | any time |

        - **Replay.** Must messages be read twice? → Log
        - **Order.** Must their order be kept? → Log for one consumer
        - **Team to run it.** Is a team free to run it? → Log is viable
        - **Unsure.** Still unsure? → Start with Queue

        """

    /// The one assessment.
    func assessment() throws -> Assessment {
        try #require(model.assessments.count == 1)
        return try #require(model.assessments.first)
    }

    /// The one framework.
    func only() throws -> Framework {
        try #require(model.frameworks.count == 1)
        return try #require(model.frameworks.first)
    }

    /// The ids of what is recommended by the answers at a milestone, else by the last; `nil` where that is open.
    func recommended(at milestone: Assessment.Milestone? = nil) throws -> [String]? {
        let verdict = try #require(model.verdict(of: try assessment(), at: milestone))
        let options = try only().options
        return verdict.decided ? verdict.recommendations.map { options[$0.option].id } : nil
    }
}

extension Assessment.Milestone {
    /// The answers that are given, as words by the id of their question.
    var given: [String: String] {
        answers.compactMapValues { answer in
            guard case .label(let label)? = answer.value else { return nil }
            return label
        }
    }
}

extension Assessment.Answer {
    /// The evidence as a page shows it.
    var evidenceHTML: String? {
        guard let evidence else { return nil }
        var renderer = HTMLRenderer(element.document)
        let words = evidence.inline.map { renderer.innerHTML(of: $0, from: evidence.start) } ?? ""
        return words + renderer.html(of: evidence.blocks)
    }
}
