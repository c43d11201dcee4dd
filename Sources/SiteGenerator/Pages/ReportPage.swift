import Decisions
import FoundationEssentials
import Languages
import Markdown
import Rules

/// The report of an assessment: the recommendation, its reasons, and what it rests on.
struct ReportPage: Page {
    let assessment: Assessment
    let framework: Framework
    let template = "report"
    var path: String { assessment.file.pagePath }

    func context(in site: Site) -> ReportPageContext {
        let phrases = site.phrases
        let verdict = site.verdicts[assessment.id]
        let logic = site.model.logic(of: assessment)
        let anchors = site.model.anchors(of: assessment.file)
        var own = site.renderer(for: assessment.file, on: path, anchors: anchors)
        var theirs = site.renderer(for: framework.file, on: path)
        var sections = FrameworkSections(framework: framework, anchors: anchors, phrases: phrases)
        let words = verdict.map { VerdictWording($0, of: framework, in: phrases) }
        let frameworkURL = SiteMap.relative(framework.file.pagePath, from: path)
        let records = site.log.filter {
            site.model.assessment(of: site.model.records[$0])?.assessment.id == assessment.id
        }
        let description = words.map {
            phrases(
                "report.description",
                ["subject": assessment.title, "outcome": $0.outcome, "sureness": $0.sureness])
        }
        let ruleURL = { (question: Question) in
            let theirs = site.frameworkAnchors[framework.id]?.id(ofQuestion: question.id) ?? question.id
            return Site.address(of: theirs, on: framework.file.pagePath, from: path)
        }
        // The notes stand with the introduction, and must know of all that refers to them.
        let heading = Site.heading(of: assessment.file, by: &own, else: assessment.title)
        let answers = answers(anchors, ruleURL, &own, in: phrases)
        let introduction = assessment.introduction.isEmpty ? nil : own.html(of: assessment.introduction)
        let steps = steps(verdict, anchors, ruleURL, &theirs, in: phrases)
        let comparison = framework.comparison.map {
            sections.comparison($0, matrix: logic?.matrix, verdict: verdict, &theirs)
        }
        let (reasons, moreReasons) = strongReasons(verdict, logic, anchors, in: phrases)
        let recommended = verdict?.recommendations.map(\.option) ?? []
        let wanted = Set(recommended + recommended.flatMap { logic?.atoms(of: $0) ?? [] })
        // In the order of the page, which is that of the numbers.
        var notes = LinkNotes()
        let notedIntroduction = introduction.map { notes.numbered($0) }
        let notedSteps = steps.map { $0.mapped { notes.numbered($0) } }
        let notedComparison = comparison.map { $0.mapped { notes.numbered($0) } }
        let notedAnswers = answers.map { $0.mapped { notes.numbered($0) } }
        var ways: [WayContext] = []
        var open: [OpenQuestionContext] = []
        var (waysNote, openNote, firmness): (String?, String?, String?)
        if let verdict, let words, let logic {
            let changeWords = ChangeWording(words, logic: logic)
            let changes = logic.changes(from: assessment.latest.values)
            let ranking = logic.nextQuestions(given: assessment.latest.values)
            ways = self.ways(changes, changeWords, logic, anchors)
            waysNote = changeWords.note(changes)
            firmness = changeWords.firmness(changes)
            open = self.open(verdict, ranking, changeWords, logic, anchors)
            openNote =
                ranking.questions.count > 1
                ? phrases("report.open-note") + " "
                    + (ranking.assumption == QuestionRanking.equallyLikely
                        ? phrases("report.equally-likely") : phrases("report.as-likely-as-written")) : nil
        }
        return ReportPageContext(
            common: site.common(
                path, title: phrases("report.title", ["subject": assessment.title]), description: description,
                article: StructuredData(
                    kind: .report, headline: assessment.title, date: assessment.latest.date ?? assessment.date
                )),
            anchor: anchors.title, heading: heading, subject: assessment.title,
            framework: ReportFrameworkContext(
                title: Site.title(of: framework.file, else: framework.title), url: frameworkURL,
                version: framework.version),
            date: site.date(assessment.latest.date ?? assessment.date),
            assessors: phrases.list(assessment.assessors),
            verdict: verdict.map { site.context(of: $0, framework) },
            introduction: notedIntroduction, strongReasons: reasons, moreReasons: moreReasons,
            firmness: firmness, steps: notedSteps,
            conclusion: verdict.map { conclusion($0, in: phrases) },
            tallies: tallies(words, anchors),
            talliesPicture: words.flatMap { TallyPicture($0, recommended: wanted).svg() },
            losing: (words?.losing ?? []).map {
                LosingContext(option: $0.name, why: $0.why, isRuledOut: $0.isRuledOut)
            },
            losingHeading: words?.losingHeading ?? "", losingNote: words?.losingNote,
            possible: possible(verdict, in: phrases),
            ways: ways, waysHeading: words?.changesHeading ?? "", waysNote: waysNote, open: open,
            openNote: openNote,
            comparison: notedComparison, hasOwnWeights: !assessment.weights.isEmpty,
            answers: notedAnswers, answeredCount: verdict?.answeredCount ?? 0,
            questionCount: verdict?.questionCount ?? 0,
            leadsTo: words?.leadsTo,
            milestones: logic.map { milestones($0, in: site) } ?? [],
            presentRules: SigningWording.presentRules(of: framework, in: phrases),
            signed: signed(verdict, in: site),
            followed: followed(records, in: site), links: LinkNoteContext.all(notes),
            tryURL: AssessPage.url(of: assessment, framework, in: site, from: path),
            sourceFile: assessment.file.document.file)
    }

    func answer(to question: Question, in phrases: Phrases) -> String? {
        assessment.latest.answers[question.id]?.value.map { phrases.answer($0, to: question.type) }
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

    private func possible(_ verdict: Verdict?, in phrases: Phrases) -> [PossibleContext] {
        guard let verdict, !verdict.decided else { return [] }
        let words = VerdictWording(verdict, of: framework, in: phrases)
        return verdict.possible.map {
            PossibleContext(
                names: words.names($0), isNothing: $0.options.isEmpty, isStartingPoint: $0.startingPoint)
        }
    }

    // MARK: Answers

    /// The answers in the author's order, the reader's own question last: it is not about the subject.
    private func answers(
        _ anchors: PageAnchors, _ ruleURL: (Question) -> String, _ renderer: inout HTMLRenderer,
        in phrases: Phrases
    ) -> [AnswerContext] {
        guard let logic = framework.logic else { return [] }
        let words = RuleWording(of: framework, in: phrases)
        var contexts: [AnswerContext] = []
        for isAboutReader in [false, true] {
            for (index, question) in logic.questions.enumerated()
            where question.isAsked && question.isAboutReader == isAboutReader {
                let given = assessment.latest.answers[question.id]
                contexts.append(
                    AnswerContext(
                        id: anchors.id(ofQuestion: question.id), name: question.name, ask: question.ask,
                        value: given?.value,
                        answer: answer(to: question, in: phrases)
                            ?? phrases(isAboutReader ? "report.way-out" : "report.unanswered"),
                        struck: given?.struck,
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
