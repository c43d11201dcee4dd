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
            "\(assessment.title): \($0.label.lowercased()) \($0.headline). \($0.sureness)"
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
            blocked: blocked(verdict, anchors), possible: possible(verdict), open: open(verdict, anchors),
            comparison: framework.comparison.map { sections.comparison($0, verdict: verdict, &theirs) },
            answers: answers, answeredCount: verdict?.answeredCount ?? 0,
            questionCount: verdict?.questionCount ?? 0,
            leadsTo: verdict?.leadsTo.flatMap { leads in
                words.map { words in joined(leads.map(words.names), with: "or") }
            },
            records: records.map { site.line(of: $0, on: path) }, sourceFile: assessment.file.document.file)
    }

    // MARK: Why

    private func reasons(
        _ verdict: Verdict?, _ anchors: PageAnchors, _ ruleURL: (Question) -> String,
        _ renderer: inout HTMLRenderer
    ) -> [ReasonContext] {
        guard let verdict, let logic = framework.logic else { return [] }
        return verdict.fired.map { fired in
            let rule = logic.rules[fired.rule]
            let question = logic.questions[rule.question]
            let (effect, kind) = wording(of: fired.effect, rule)
            let item = item(of: question.id)
            return ReasonContext(
                question: question.name, url: anchors.url(ofQuestion: question.id),
                answer: answer(to: question) ?? "", effect: effect,
                kind: kind, reason: item.flatMap { $0.reason.isEmpty ? nil : renderer.html(of: $0.reason) },
                ruleURL: ruleURL(question), rule: "line \(rule.location.line)")
        }
    }

    private func wording(of effect: FiredRule.Effect, _ rule: Rule) -> (String, ReasonContext.Kind) {
        let name = { (option: Int) in framework.options[option].name }
        switch effect {
        case .signalled(let option, let weight):
            let strength = weight == 1 || weight == -1 ? "" : ", weight \(weight.magnitude)"
            if weight < 0 { return ("against \(name(option))\(strength)", .against) }
            if case .signal(_, _, let qualifier?) = rule.target {
                return ("for \(name(option)) \(qualifier)\(strength)", .signal)
            }
            return ("for \(name(option))\(strength)", .signal)
        case .openedGate(let option): return ("opens the gate of \(name(option))", .gateOpen)
        case .closedGate(let option): return ("closes the gate of \(name(option))", .gateClosed)
        case .askedToStart(let option): return ("start with \(name(option))", .start)
        }
    }

    private func item(of question: String) -> Checklist.Item? {
        for case .checklist(let checklist) in framework.parts {
            if let item = checklist.items.first(where: { $0.id == question }) { return item }
        }
        return nil
    }

    private func answer(to question: Question) -> String? {
        guard case .label(let label)? = assessment.latest.answers[question.id]?.value else { return nil }
        return label
    }

    private func blocked(_ verdict: Verdict?, _ anchors: PageAnchors) -> [BlockedContext] {
        guard let verdict, let logic = framework.logic else { return [] }
        return verdict.blocked.flatMap { blocked in
            blocked.gates.map { gate in
                let question = logic.questions[gate]
                return BlockedContext(
                    option: framework.options[blocked.option].name, gate: question.name,
                    gateURL: anchors.url(ofQuestion: question.id),
                    answer: answer(to: question) ?? "")
            }
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
        return verdict.open.map { open in
            let question = logic.questions[open.question]
            return OpenQuestionContext(
                id: anchors.id(ofQuestion: question.id), name: question.name, ask: question.ask,
                matters: open.matters)
        }
    }

    // MARK: Answers

    private func answers(
        _ anchors: PageAnchors, _ ruleURL: (Question) -> String, _ renderer: inout HTMLRenderer
    ) -> [AnswerContext] {
        guard let logic = framework.logic else { return [] }
        var contexts: [AnswerContext] = []
        for rule in logic.rules {
            let question = logic.questions[rule.question]
            let given = assessment.latest.answers[question.id]
            contexts.append(
                AnswerContext(
                    id: anchors.id(ofQuestion: question.id), name: question.name, ask: question.ask,
                    answer: answer(to: question),
                    struck: given?.struck, evidence: given?.evidence.flatMap { evidence($0, &renderer) },
                    ruleURL: ruleURL(question), target: rule.targetText))
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
