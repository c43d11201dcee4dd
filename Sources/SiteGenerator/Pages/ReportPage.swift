import Decisions
import Diagnostics
import FoundationEssentials
import Markdown
import Rules

/// The report of an assessment: the recommendation, its reasons, and what it rests on.
struct ReportPage: Page {
    let assessment: Assessment
    let framework: Framework
    let template = "report"
    var path: String { assessment.file.pagePath }

    func context(in site: Site) -> ReportPageContext {
        let verdict = site.verdicts[assessment.id]
        let anchors = site.model.anchors(of: assessment.file)
        var own = site.renderer(for: assessment.file, on: path, anchors: anchors)
        var theirs = site.renderer(for: framework.file, on: path)
        var sections = FrameworkSections(framework: framework, anchors: anchors)
        let words = verdict.map { VerdictWording($0, of: framework) }
        let frameworkURL = SiteMap.relative(framework.file.pagePath, from: path)
        let records = site.log.filter {
            site.model.assessment(of: site.model.records[$0])?.assessment.id == assessment.id
        }
        let description = words.map {
            "\(assessment.title): \($0.outcome). \($0.sureness)"
        }
        let ruleURL = { (question: Question) in
            let theirs = site.frameworkAnchors[framework.id]?.id(ofQuestion: question.id) ?? question.id
            return Site.address(of: theirs, on: framework.file.pagePath, from: path)
        }
        // The notes stand with the introduction, and must know of all that refers to them.
        let heading = Site.heading(of: assessment.file, by: &own, else: assessment.title)
        let answers = answers(anchors, ruleURL, &own)
        let introduction = assessment.introduction.isEmpty ? nil : own.html(of: assessment.introduction)
        return ReportPageContext(
            common: site.common(path, title: "Assessment of \(assessment.title)", description: description),
            anchor: anchors.title, heading: heading, subject: assessment.title,
            framework: ReportFrameworkContext(
                title: Site.title(of: framework.file, else: framework.title), url: frameworkURL,
                version: framework.version),
            date: DateContext(assessment.latest.date ?? assessment.date), assessors: assessment.assessors,
            verdict: verdict.map { Site.context(of: $0, framework) },
            introduction: introduction, reasons: reasons(verdict, anchors, ruleURL, &theirs),
            tallies: tallies(words, anchors),
            losing: (words?.losing ?? []).map {
                LosingContext(option: $0.name, why: $0.why, isRuledOut: $0.isRuledOut)
            },
            losingHeading: words?.losingHeading ?? "", losingNote: words?.losingNote,
            possible: possible(verdict),
            open: open(verdict, anchors),
            comparison: framework.comparison.map { sections.comparison($0, verdict: verdict, &theirs) },
            answers: answers, answeredCount: verdict?.answeredCount ?? 0,
            questionCount: verdict?.questionCount ?? 0,
            leadsTo: words?.leadsTo,
            records: records.map { site.line(of: $0, on: path) }, sourceFile: assessment.file.document.file)
    }

    // MARK: Why

    private func reasons(
        _ verdict: Verdict?, _ anchors: PageAnchors, _ ruleURL: (Question) -> String,
        _ renderer: inout HTMLRenderer
    ) -> [ReasonContext] {
        guard let verdict, let logic = framework.logic else { return [] }
        let words = RuleWording(of: framework)
        // A row of a table stands on the framework's page.
        let source = Site.address(of: nil, on: framework.file.pagePath, from: path)
        return verdict.fired.map { fired -> ReasonContext in
            let rule = logic.rules[fired.rule]
            let question = logic.question(of: rule)
            let item = question.flatMap { self.item(of: $0.id) }
            var reason: String?
            if let item, !item.reason.isEmpty { reason = renderer.html(of: item.reason) }
            return ReasonContext(
                question: logic.name(of: rule),
                url: question.map { anchors.url(ofQuestion: $0.id) } ?? source,
                answer: question.flatMap { answer(to: $0) } ?? "",
                effect: words.effect(fired, of: rule), kind: kind(of: fired.effect), reason: reason,
                ruleURL: question.map(ruleURL) ?? source)
        }
    }

    private func kind(of effect: FiredRule.Effect) -> ReasonContext.Kind {
        switch effect {
        case .signalled(_, let weight): weight < 0 ? .against : .signal
        case .openedGate: .gateOpen
        case .closedGate: .gateClosed
        case .askedToStart: .start
        }
    }

    private func item(of question: String) -> Checklist.Item? {
        for case .checklist(let checklist) in framework.parts {
            if let item = checklist.items.first(where: { $0.id == question }) { return item }
        }
        return nil
    }

    private func answer(to question: Question) -> String? {
        guard let label = assessment.latest.answers[question.id]?.value?.text else { return nil }
        return label
    }

    private func tallies(_ words: VerdictWording?, _ anchors: PageAnchors) -> [TallyContext] {
        guard let words, let logic = framework.logic else { return [] }
        let recommended = words.verdict.recommendations.map(\.option)
        let urls = logic.questions.map { anchors.url(ofQuestion: $0.id) }
        return words.tallies.map {
            TallyContext(tally: $0, isRecommended: recommended.contains($0.option), questions: urls)
        }
    }

    // MARK: What is open

    private func possible(_ verdict: Verdict?) -> [PossibleContext] {
        guard let verdict, !verdict.decided else { return [] }
        let words = VerdictWording(verdict, of: framework)
        return verdict.possible.map {
            PossibleContext(
                names: words.names($0), isNothing: $0.options.isEmpty, isStartingPoint: $0.startingPoint)
        }
    }

    private func open(_ verdict: Verdict?, _ anchors: PageAnchors) -> [OpenQuestionContext] {
        guard let verdict, let logic = framework.logic else { return [] }
        let dependences = Dependence.all(of: verdict, on: assessment.latest.values, in: framework)
        return verdict.open.map { open in
            let question = logic.questions[open.question]
            let cases = dependences.first { $0.question == open.question }?.cases ?? []
            return OpenQuestionContext(
                id: anchors.id(ofQuestion: question.id), name: question.name, ask: question.ask,
                matters: open.matters,
                cases: cases.map { .init(answer: $0.answer, outcome: $0.outcome) })
        }
    }

    // MARK: Answers

    /// The answers in the author's order, the reader's own question last: it is not about the subject.
    private func answers(
        _ anchors: PageAnchors, _ ruleURL: (Question) -> String, _ renderer: inout HTMLRenderer
    ) -> [AnswerContext] {
        guard let logic = framework.logic else { return [] }
        let words = RuleWording(of: framework)
        var contexts: [AnswerContext] = []
        for isAboutReader in [false, true] {
            for rule in logic.rules {
                guard let question = logic.question(of: rule), question.isAsked,
                    question.isAboutReader == isAboutReader
                else { continue }
                let given = assessment.latest.answers[question.id]
                contexts.append(
                    AnswerContext(
                        id: anchors.id(ofQuestion: question.id), name: question.name, ask: question.ask,
                        answer: answer(to: question), struck: given?.struck,
                        evidence: given?.evidence.flatMap { evidence($0, &renderer) },
                        ruleURL: ruleURL(question), meaning: words.meaning(rule),
                        isWayOut: isAboutReader))
            }
        }
        return contexts
    }

    private func evidence(_ evidence: Assessment.Evidence, _ renderer: inout HTMLRenderer) -> String? {
        var html = ""
        if let inline = evidence.inline {
            let words = renderer.innerHTML(of: inline, from: evidence.start)
            if !words.isEmpty { html += "<p>\(words)</p>\n" }
        }
        html += renderer.html(of: evidence.blocks)
        return html.isEmpty ? nil : html
    }
}
