import Decisions
import FoundationEssentials
import Languages
import Rules

/// The live assessment: a framework's questions as a form that answers while it is filled in. Its script walks the compiled
/// framework, which the page brings along as data, so that nothing has to be loaded and nothing leaves the browser.
struct AssessPage: Page {
    let framework: Framework
    let logic: Logic
    let path: String
    let template = "assess"

    /// Where the live assessment of a framework stands, if nothing else does.
    static func path(of framework: Framework) -> String {
        framework.file.pagePath.dropLast(".html".count) + "-assess.html"
    }

    /// The address of the live assessment with the answers of an assessment filled in; `nil` where there is none, or where
    /// the assessment weighs by weights of its own.
    static func url(
        of assessment: Assessment, _ framework: Framework, in site: Site, from path: String
    ) -> String? {
        guard let page = site.assessPages[framework.id], assessment.weights.isEmpty,
            let questions = framework.logic?.askedQuestions
        else { return nil }
        let answers = questions.compactMap { question in
            assessment.latest.answers[question.id]?.value.map { (question.id, $0.text) }
        }
        let parts = (answers + [(".subject", assessment.title)]).map { name, value in
            "\(SiteMap.address(of: name))=\(SiteMap.address(of: value))"
        }
        return SiteMap.relative(page, from: path) + "#" + parts.joined(separator: "&")
    }

    func context(in site: Site) -> AssessPageContext {
        let verdict = logic.evaluate(Answers([:]))
        return AssessPageContext(
            common: site.common(
                path, title: site.phrases("assess.title", ["framework": framework.title]),
                description:
                    site.phrases("assess.description", ["framework": framework.title])),
            heading: Site.title(of: framework.file, else: framework.title),
            frameworkURL: SiteMap.relative(framework.file.pagePath, from: path), version: framework.version,
            questions: questions(in: site.phrases), verdict: site.context(of: verdict, framework),
            questionCount: verdict.questionCount, data: data(in: site),
            command: "precedent assess \(framework.id)",
            draft: AssessmentDraft(
                title: site.phrases("assess.subject"), framework: framework, logic: logic,
                heads: [
                    site.phrases("draft.question"), site.phrases("draft.answer"),
                    site.phrases("draft.evidence"),
                ]
            )
            .markdown(Answers([:])))
    }

    /// The questions in the author's order, the reader's own last, as in reports.
    private func questions(in phrases: Phrases) -> [AskedContext] {
        [false, true].flatMap { isAboutReader in
            logic.questions.enumerated()
                .filter { $1.isAsked && $1.isAboutReader == isAboutReader }
                .map { index, question in
                    AskedContext(
                        question: question, number: index + 1, texts: logic.mentionedTexts(ofQuestion: index),
                        phrases: phrases)
                }
        }
    }

    private func data(in site: Site) -> AssessPageContext.Data? {
        guard let compiled = logic.compiled(as: framework.id).framework else { return nil }
        return AssessPageContext.Data(
            framework: JSONValue.block(compiled.json), words: AssessWords(page: self, site: site).json.block)
    }
}
