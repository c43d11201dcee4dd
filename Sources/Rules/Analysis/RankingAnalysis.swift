/// Makes a `QuestionRanking` of what some answers leave of a framework's diagram.
struct RankingAnalysis {
    private let program: Program
    private let answered: AnsweredCells
    private let evaluation: Evaluation

    init(of logic: Logic, _ answers: Answers) {
        program = logic.program
        answered = AnsweredCells(answers, of: logic.program)
        evaluation = logic.evaluation(of: answered)
    }

    func ranking() -> QuestionRanking {
        let verdict = evaluation.verdict()
        let mattering = Set(verdict.open.filter(\.matters).map(\.question))
        let idle = verdict.open.filter { !$0.matters }.map(\.question)
        let assumption =
            mattering.allSatisfy { Set(program.likelihood[$0]).count < 2 }
            ? QuestionRanking.equallyLikely : QuestionRanking.asLikelyAsWritten
        guard let diagram = evaluation.diagram else {
            return QuestionRanking(
                extent: .notAnalysed, uncertainty: 0, questions: [], idle: [], assumption: assumption)
        }
        guard !evaluation.isAskedToStart else {
            return QuestionRanking(
                extent: .exact, uncertainty: 0, questions: [], idle: idle, assumption: assumption)
        }
        let inputs = diagram.variables.map(\.input)
        let ranking = Ranking(
            of: Recommendations(of: diagram, from: diagram.withoutReader).nodes,
            given: inputs.map { answered.given[$0] }, weights: inputs.map { program.likelihood[$0] })
        let gains = gains(ranking, inputs)
        let questions = mattering.sorted().map { question in
            QuestionRanking.RankedQuestion(
                question: question,
                gain: gains.own[question, default: 0] + gains.shared[question, default: 0],
                isEstimate: gains.shared[question] != nil, decisions: decisions(by: question, diagram))
        }
        .sorted { ($1.gain, $0.question) < ($0.gain, $1.question) }
        return QuestionRanking(
            extent: verdict.isExact && ranking.isExact ? .exact : .cautious, uncertainty: ranking.entropy,
            questions: questions, idle: idle, assumption: assumption)
    }

    /// What answers settle by themselves, and each question's part of what conditions settle.
    private func gains(_ ranking: Ranking, _ inputs: [Int]) -> (own: [Int: Double], shared: [Int: Double]) {
        var own: [Int: Double] = [:]
        var shared: [Int: Double] = [:]
        for entry in ranking.entries {
            let input = inputs[entry.variable]
            if program.questions.indices.contains(input) {
                own[input] = entry.gain
            } else if entry.gain > 0 {
                let open = program.questions(behindCondition: input).filter { answered.given[$0] == nil }
                for question in open { shared[question, default: 0] += entry.gain / Double(open.count) }
            }
        }
        return (own, shared)
    }

    /// The answers to a question that decide, those that lead to the same and stand together made one.
    private func decisions(by question: Int, _ diagram: Diagram) -> [QuestionRanking.Decision] {
        let domain = program.domains[question]
        var given = answered.given
        var runs: [(cells: [Int], recommendation: Recommendation)] = []
        for cell in domain.cells.indices {
            given[question] = cell
            let reached = diagram.reachable(
                from: diagram.withoutReader, cells: diagram.variables.map { given[$0.input] })
            let possible = reached.map { diagram.outcomes[$0] }.asRecommendations
            guard possible.count == 1, let only = possible.first else { continue }
            let last = runs.last
            if domain.isOrdered, let last, last.cells.last == cell - 1, last.recommendation == only {
                runs[runs.count - 1].cells.append(cell)
            } else {
                runs.append(([cell], only))
            }
        }
        let text = SituationText(program)
        return runs.map { run in
            QuestionRanking.Decision(
                cells: run.cells.map { domain.cells[$0] }, answer: text.cells(run.cells, ofInput: question),
                recommendation: run.recommendation)
        }
    }
}
