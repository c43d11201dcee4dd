import Decisions
import Diagnostics
import Foundation
import Platform
import Rules
import SiteGenerator
import Testing

/// The sample site in the repository, built anew.
struct SampleSiteTests {
    private let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path(percentEncoded: false)

    @Test func theCommittedSiteIsWhatABuildMakes() async throws {
        let folder = NSTemporaryDirectory() + "precedent-sample-\(UUID().uuidString)"
        try Files.makeFolder(folder)
        defer { try? Files.remove(folder) }
        let builder = try await SiteBuilder(try await SiteLoader.load(root))
        #expect(!builder.problems.hasErrors)
        #expect(try await builder.build(to: folder + "/site") != nil)
        let built = try Files.tree(below: folder + "/site")
        #expect(try Files.tree(below: root + "/public") == built)
        for file in built {
            #expect(
                try Files.read(folder + "/site/" + file) == Files.read(root + "/public/" + file), "\(file)")
        }
    }

    @Test func assessmentsComeToWhatTheirAuthorsMeant() async throws {
        let model = try await SiteLoader.load(root).model
        let outcomes = model.assessments.map { assessment in
            let verdict = model.verdict(of: assessment)
            let options = model.framework(assessment.framework)?.options ?? []
            let names = verdict?.recommendations.map { options[$0.option].id } ?? []
            return "\(assessment.id): \(verdict?.decided == true ? names.joined(separator: "+") : "open")"
        }
        #expect(
            outcomes == [
                "catalogue-copy: rag", "clause-reviewer: hybrid", "document-conversion: cloud-queue",
                "incident-search: open", "offline-forms: fine-tuning", "order-confirmations: table",
                "partner-events: open", "support-desk: rag", "vehicle-telemetry: kafka",
            ])
    }
}
