import Foundation
import Testing

/// A framework as someone pastes it: a title, a comparison table, a checklist of six lines, no front matter.
struct PastedFrameworkTests {
    private static let questions = [
        "Does the knowledge change more often than monthly?", "Must answers cite their sources?",
        "Is one specific output format required?", "Must a response take under 500 ms?",
        "Are there more than 500 labelled examples?", "Are you uncertain?",
    ]
    private static let cells = [
        "Setup cost", "Low to medium", "High", "Knowledge freshness", "Real time",
        "A snapshot at training time",
    ]

    private static let framework: SmallSite.Edit = .add(
        "content/frameworks/rag.md",
        """
        # RAG or fine-tuning

        | Factor | RAG | Fine-tuning |
        | --- | --- | --- |
        | Setup cost | Low to medium | High |
        | Knowledge freshness | Real time | A snapshot at training time |

        1. Does the knowledge change more often than monthly? → RAG
        2. Must answers cite their sources? → RAG
        3. Is one specific output format required? → Fine-tuning
        4. Must a response take under 500 ms? → Fine-tuning on a smaller model
        5. Are there more than 500 labelled examples? → Fine-tuning is viable
        6. Are you uncertain? → Start with RAG. Fine-tune later if needed.
        """)

    private static let assessment: SmallSite.Edit = .add(
        "content/assessments/forms.md",
        """
        ---
        framework: rag
        ---
        # Forms

        | Question | Answer |
        | --- | --- |
        | Does the knowledge change more often than monthly? | no |
        | Must answers cite their sources? | no |
        | Is one specific output format required? | yes |
        | Must a response take under 500 ms | yes |
        | are there more than 500 labelled examples? | yes |
        """)

    private func site() throws -> TemporaryFolder {
        let site = try TemporaryFolder()
        try SmallSite.write(to: site, [Self.framework, Self.assessment])
        return site
    }

    @Test func itBuildsWithEveryCellAndQuestion() async throws {
        let site = try site()
        let build = try await Program.run(["build"], in: site.path)
        #expect(build.code == 0)
        // The two can tie, which is worth a warning and nothing more.
        #expect(build.errors.contains("[uncovered-tie]"))
        #expect(build.errors.hasSuffix("\n1 warning\n"))
        let page = try site.read("public/frameworks/rag.html")
        for text in Self.questions + Self.cells { #expect(page.contains(text), "\(text)") }
    }

    @Test func itsAssessmentRecommends() async throws {
        let site = try site()
        #expect(try await Program.run(["build", "--quiet"], in: site.path).code == 0)
        let report = try site.read("public/assessments/forms.html")
        #expect(report.contains("on a smaller model"))
        for text in Self.questions.prefix(5) { #expect(report.contains(text), "\(text)") }
    }

    @Test(arguments: [
        ("Are you uncertain?: yes", ["rag"], true), ("Must answers cite their sources?: yes", [], false),
        (
            """
            Does the knowledge change more often than monthly?: no
            "Must answers cite their sources?": no
            Is one specific output format required: yes
            Are there more than 500 labelled examples?: yes
            """, ["fine-tuning"], false
        ),
        (
            "{\"Are there more than 500 labelled examples?\": \"no\", \"Must answers cite their sources?\": \"yes\"}",
            ["rag"], false
        ),
    ])
    func answersByTheFullQuestionCount(_ answers: String, _ options: [String], _ startingPoint: Bool)
        async throws
    {
        struct Printed: Decodable {
            struct Recommended: Decodable {
                let option: String
                let startingPoint: Bool
            }
            let recommendations: [Recommended]
        }
        let site = try site()
        let run = try await Program.run(
            ["assess", "rag", "--answers", "-", "--json"], in: site.path, input: answers)
        #expect(run.code == 0, "\(run.errors)")
        let printed = try JSONDecoder().decode(Printed.self, from: Data(run.output.utf8))
        #expect(printed.recommendations.map(\.option) == options)
        #expect(printed.recommendations.allSatisfy { $0.startingPoint == startingPoint })
    }
}
