import FoundationEssentials

/// Makes `WhatWouldChange` of some answers: carries questions to the diagram's variables and back.
struct ChangeAnalysis {
    private let logic: Logic
    private let answers: Answers
    private let answered: AnsweredCells
    private var program: Program { logic.program }

    init(of logic: Logic, _ answers: Answers) {
        self.logic = logic
        self.answers = answers
        answered = AnsweredCells(answers, of: logic.program)
    }

    func changes(limit: Int) -> WhatWouldChange {
        let evaluation = logic.evaluation(of: answered)
        guard let diagram = logic.diagram, !evaluation.isAskedToStart else {
            return only(evaluation, logic.diagram == nil ? .notAnalysed : .exact)
        }
        let inputs = diagram.variables.map(\.input)
        let cells = inputs.map { answered.given[$0] }
        let isHeld = inputs.map(isHeld)
        let recommendations = Recommendations(of: diagram, from: diagram.withoutReader)
        do throws(DiagramBuilder.LimitExceeded) {
            let nodes = try withConditions(recommendations.nodes, recommendations.options, inputs)
            let found = try Changes(
                of: nodes, answered: cells, fixed: isHeld, limit: limit, nodeLimit: logic.nodeLimit)
            let held = zip(cells, isHeld).map { $1 ? $0 : nil }
            let left = recommendations.nodes.mapped(given: held, terminalCount: nodes.terminalCount) { $0 }
            let reached = Set([found.present].compactMap { $0 } + found.goals.map(\.terminal))
            func recommendation(_ terminal: Int) -> Recommendation {
                diagram.recommendation(of: recommendations.options[terminal])
            }
            return WhatWouldChange(
                extent: left.levels.contains { isUncertain(inputs[$0]) } ? .cautious : .exact,
                present: found.present.map(recommendation),
                ways: found.goals.map { goal in
                    WhatWouldChange.Way(
                        recommendation: recommendation(goal.terminal), size: goal.size, count: goal.count,
                        shown: goal.shown, changes: goal.boxes.map { change($0, inputs) })
                },
                outOfReach: recommendations.options.indices.filter { !reached.contains($0) }.map(
                    recommendation),
                isAskedToStart: false)
        } catch {
            return only(evaluation, .notAnalysed)
        }
    }

    /// What is certain now and nothing else.
    private func only(_ evaluation: Evaluation, _ extent: AnalysisExtent) -> WhatWouldChange {
        let verdict = evaluation.verdict()
        return WhatWouldChange(
            extent: evaluation.isAskedToStart ? .exact : extent,
            present: verdict.decided ? verdict.possible.first : nil, ways: [], outOfReach: [],
            isAskedToStart: evaluation.isAskedToStart)
    }

    /// Whether an input's answer, where there is one, is not to change.
    private func isHeld(_ input: Int) -> Bool {
        guard program.questions.indices.contains(input) else { return false }
        let question = program.questions[input]
        return question.isFixed || question.isAboutReader || !question.isAsked
    }

    /// Whether an input is a condition that comes to other values by changes which the diagram does not tell apart.
    private func isUncertain(_ input: Int) -> Bool {
        guard input >= program.questions.count else { return false }
        return program.questions(behindCondition: input).contains {
            answered.given[$0] == nil || !isHeld($0)
        }
    }

    private func change(_ box: Box, _ inputs: [Int]) -> WhatWouldChange.Change {
        let text = SituationText(program)
        let answers = box.sides.map { side in
            let question = inputs[side.variable]
            let asked = program.questions[question]
            return WhatWouldChange.AnswerChange(
                question: question, cells: side.cells.cells.map { program.domains[question].cells[$0] },
                new: text.cells(side.cells.cells, ofInput: question),
                present: self.answers[asked.id]?.text(asked.type) ?? "")
        }
        return WhatWouldChange.Change(answers: answers.sorted { $0.question < $1.question })
    }

    /// The table with the conditions' present values wherever the answers that they reckon with are the present ones.
    ///
    /// Elsewhere a condition's value is open, so that a change which touches these answers counts only where it leads to
    /// the same whatever the condition comes to. Those that leave them alone lose nothing.
    private func withConditions(
        _ nodes: NodeTable, _ options: [[Int]], _ inputs: [Int]
    ) throws(DiagramBuilder.LimitExceeded) -> NodeTable {
        let conditions = Set(nodes.levels.map { inputs[$0] }.filter { $0 >= program.questions.count })
        let behind = conditions.reduce(into: Set<Int>()) {
            $0.formUnion(program.questions(behindCondition: $1))
        }
        .filter { answered.cells[$0] != nil }
        guard !behind.isEmpty else { return nodes }
        let residue = try Compiler.compile(
            program, given: answered.given.indices.map { behind.contains($0) ? answered.given[$0] : nil },
            known: answered.known.indices.map { behind.contains($0) ? answered.known[$0] : nil },
            nodeLimit: logic.nodeLimit)
        let kept = Recommendations(of: residue.diagram, from: residue.diagram.withoutReader)
        let numbers = kept.options.compactMap { options.firstIndex(of: $0) }
        guard numbers.count == kept.options.count else { return nodes }

        var builder = DiagramBuilder(arities: nodes.arities, nodeLimit: logic.nodeLimit)
        let changed = try nodes.copied(to: &builder) { $0 }
        let present = try kept.nodes.copied(to: &builder) { numbers[$0] }
        var isPresent: Int32 = ~1
        for level in inputs.indices.reversed() where behind.contains(inputs[level]) {
            let cell = answered.cells[inputs[level]]
            isPresent = try builder.node(
                level: level, children: (0..<nodes.arities[level]).map { $0 == cell ? isPresent : ~0 })
        }
        let elsewhere = Int32(options.count)
        let here = try builder.combine(isPresent, present) { $0 == 1 ? $1 : elsewhere }
        let root = try builder.combine(here, changed) { $0 == elsewhere ? $1 : $0 }
        return NodeTable(builder, root: root, terminalCount: nodes.terminalCount)
    }
}

extension Diagram {
    /// Some options as a recommendation: a starting point where they are one in every situation that leads there.
    func recommendation(of options: [Int]) -> Recommendation {
        Recommendation(
            options: options,
            startingPoint: outcomes.filter { $0.options == options }.allSatisfy(\.isStartingPoint))
    }
}

extension AnswerValue {
    /// The answer with its unit: `800 ms`.
    func text(_ type: AnswerType) -> String {
        if case .number(_, _, let unit?) = type { "\(text) \(unit)" } else { text }
    }
}
