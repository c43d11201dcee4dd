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
        let logic = site.model.logic(of: assessment)
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
        var ways: [WayContext] = []
        var open: [OpenQuestionContext] = []
        var (waysNote, openNote): (String?, String?)
        if let verdict, let words, let logic {
            let changeWords = ChangeWording(words, logic: logic)
            let changes = logic.changes(from: assessment.latest.values)
            let ranking = logic.nextQuestions(given: assessment.latest.values)
            ways = self.ways(changes, changeWords, logic, anchors)
            waysNote = changeWords.note(changes)
            open = self.open(verdict, ranking, changeWords, logic, anchors)
            openNote =
                ranking.questions.count > 1
                ? "The question comes first whose answer settles most. \(ranking.assumption)" : nil
        }
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
            ways: ways, waysNote: waysNote, open: open, openNote: openNote,
            comparison: framework.comparison.map {
                sections.comparison(
                    $0, matrix: logic?.matrix, verdict: verdict, &theirs)
            }, hasOwnWeights: !assessment.weights.isEmpty,
            answers: answers, answeredCount: verdict?.answeredCount ?? 0,
            questionCount: verdict?.questionCount ?? 0,
            leadsTo: words?.leadsTo,
            records: records.map { site.line(of: $0, on: path) },
            tryURL: AssessPage.url(of: assessment, framework, in: site, from: path),
            sourceFile: assessment.file.document.file)
    }

    // MARK: Why

    private func reasons(
        _ verdict: Verdict?, _ anchors: PageAnchors, _ ofQuestion: (Question) -> String,
        _ renderer: inout HTMLRenderer
    ) -> [ReasonContext] {
        guard let verdict, let logic = framework.logic else { return [] }
        let words = RuleWording(of: framework)
        let answered = verdict.fired.map { fired -> ReasonContext in
            let rule = logic.rules[fired.rule]
            let question = logic.question(of: rule)
            let item = item(at: rule.location)
            var reason: String?
            if let item, !item.reason.isEmpty { reason = renderer.html(of: item.reason) }
            let source = ruleURL(rule, logic, ofQuestion)
            return ReasonContext(
                question: logic.name(of: rule),
                url: question.map { anchors.url(ofQuestion: $0.id) } ?? source,
                answer: question.flatMap { answer(to: $0) } ?? "",
                effect: words.effect(fired, of: rule), kind: kind(of: fired.effect), reason: reason,
                ruleURL: source)
        }
        return rows(of: .recommendation, verdict, logic) + answered + rows(of: .intermediate, verdict, logic)
    }

    /// The rules of tables of one kind that made their table's result.
    private func rows(of role: DecisionTable.Role, _ verdict: Verdict, _ logic: Logic) -> [ReasonContext] {
        verdict.firedRows(of: role, in: logic).map { fired in
            let table = logic.tables[fired.table]
            let row = table.rows[fired.row]
            let address = Site.address(
                of: table.anchor(fired.table, row: fired.row), on: framework.file.pagePath, from: path)
            return ReasonContext(
                question: table.name(of: row), url: address, answer: "",
                effect: table.outputText(of: row), kind: .row,
                reason: [
                    row.testText(table).isEmpty ? "Holds for all answers." : "\(row.testText(table)).",
                    row.reason ?? "",
                ]
                .filter { !$0.isEmpty }.map { "<p>\(HTMLEscaping.escape($0))</p>" }.joined(),
                ruleURL: address)
        }
    }

    /// Where a rule stands on the framework's page: with its question, or where it tests one, at its own item or row.
    private func ruleURL(_ rule: Rule, _ logic: Logic, _ ofQuestion: (Question) -> String) -> String {
        let anchor: String? =
            switch rule.condition {
            case .row(let table, let row): logic.tables[table].anchor(table, row: row)
            case .answer: item(at: rule.location)?.isTest == true ? "rule.\(rule.index + 1)" : nil
            }
        if anchor == nil, let question = logic.question(of: rule) { return ofQuestion(question) }
        return Site.address(of: anchor, on: framework.file.pagePath, from: path)
    }

    private func kind(of effect: FiredRule.Effect) -> ReasonContext.Kind {
        switch effect {
        case .signalled(_, let weight): weight < 0 ? .against : .signal
        case .openedGate: .gateOpen
        case .closedGate: .gateClosed
        case .askedToStart: .start
        }
    }

    /// The checklist's item at a place of the framework's file.
    private func item(at location: SourceLocation) -> Checklist.Item? {
        for case .checklist(let checklist) in framework.parts {
            if let item = checklist.items.first(where: { $0.paragraph.location == location }) { return item }
        }
        return nil
    }

    private func answer(to question: Question) -> String? {
        assessment.latest.answers[question.id]?.value.map(question.type.text)
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

    // MARK: Answers

    /// The answers in the author's order, the reader's own question last: it is not about the subject.
    private func answers(
        _ anchors: PageAnchors, _ ruleURL: (Question) -> String, _ renderer: inout HTMLRenderer
    ) -> [AnswerContext] {
        guard let logic = framework.logic else { return [] }
        let words = RuleWording(of: framework)
        var contexts: [AnswerContext] = []
        for isAboutReader in [false, true] {
            for (index, question) in logic.questions.enumerated()
            where question.isAsked && question.isAboutReader == isAboutReader {
                let given = assessment.latest.answers[question.id]
                contexts.append(
                    AnswerContext(
                        id: anchors.id(ofQuestion: question.id), name: question.name, ask: question.ask,
                        answer: answer(to: question), struck: given?.struck,
                        evidence: given?.evidence.flatMap { evidence($0, &renderer) },
                        ruleURL: ruleURL(question), meaning: words.meaning(ofQuestion: index, in: logic),
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
