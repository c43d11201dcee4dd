import Decisions
import Languages
import Rules

extension ReportPage {
    /// What would change the recommendation, nearest first.
    func ways(
        _ changes: WhatWouldChange, _ words: ChangeWording, _ logic: Logic, _ anchors: PageAnchors
    ) -> [WayContext] {
        changes.ways.map { way in
            WayContext(
                outcome: words.outcome(way.recommendation),
                changes: way.changes.map { change in
                    WayContext.Change(
                        answers: change.answers.enumerated().map { place, answer in
                            let question = logic.questions[answer.question]
                            return WayContext.Answer(
                                question: question.name, url: anchors.url(ofQuestion: question.id),
                                new: words.phrases.answer(answer.new, to: question.type),
                                present: words.phrases.answer(answer.present, to: question.type),
                                isFirst: place == 0)
                        })
                }, count: words.count(way))
        }
    }

    /// The open questions, those first whose answer settles most, with what an answer would leave.
    func open(
        _ verdict: Verdict, _ ranking: QuestionRanking, _ words: ChangeWording, _ logic: Logic,
        _ anchors: PageAnchors
    ) -> [OpenQuestionContext] {
        let dependences = Dependence.all(
            of: verdict, on: assessment.latest.values, in: framework, by: logic,
            saying: words.phrases)
        let ranked = ranking.questions.map(\.question)
        let rest = verdict.open.map(\.question).filter { !ranked.contains($0) }
        return (ranked + rest).compactMap { index in
            guard let open = verdict.open.first(where: { $0.question == index }) else { return nil }
            let question = logic.questions[index]
            let listed = dependences.first { $0.question == index }?.cases ?? []
            let deciding = ranking.questions.first { $0.question == index }?.decisions ?? []
            let cases =
                listed.isEmpty
                ? deciding.map {
                    OpenQuestionContext.Case(
                        answer: words.phrases.answer($0.answer, to: question.type),
                        outcome: words.outcome($0.recommendation))
                } : listed.map { OpenQuestionContext.Case(answer: $0.answer, outcome: $0.outcome) }
            return OpenQuestionContext(
                id: anchors.id(ofQuestion: question.id), name: question.name, ask: question.ask,
                matters: open.matters, cases: cases)
        }
    }
}
