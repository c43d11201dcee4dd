import FoundationEssentials

/// Makes a `LogicComparison` of two frameworks' diagrams.
struct ComparisonAnalysis {
    private let old: Logic
    private let new: Logic
    private let matching: VersionMatching

    init(old: Logic, new: Logic, renamed: [String: String]) {
        self.old = old
        self.new = new
        matching = VersionMatching(old: old.program, new: new.program, renamed: renamed)
    }

    func comparison(limit: Int) -> LogicComparison {
        guard let oldDiagram = old.diagram, let newDiagram = new.diagram else {
            return comparison(.notAnalysed)
        }
        let before = Recommendations(of: oldDiagram, from: oldDiagram.withoutReader)
        let after = Recommendations(of: newDiagram, from: newDiagram.withoutReader)
        let variables = CommonVariables(matching, old: old, oldDiagram, new: new, newDiagram)
        guard
            let difference = try? Difference(
                old: before, new: after, newOptions: matching.newOptions, alignment: variables.alignment,
                weights: variables.weights, limit: limit, nodeLimit: max(old.nodeLimit, new.nodeLimit))
        else { return comparison(.notAnalysed) }
        let isCautious =
            before.nodes.levels.contains { oldDiagram.variables[$0].input >= old.questions.count }
            || after.nodes.levels.contains { newDiagram.variables[$0].input >= new.questions.count }
        let changes = difference.changes.map { change in
            LogicComparison.Change(
                old: change.old.map(oldDiagram.recommendation),
                new: change.new.map(newDiagram.recommendation),
                share: change.share, situations: change.situations,
                regions: (change.regions?.regions ?? []).map(variables.region),
                shareLeftOut: change.regions?.shareLeftOut ?? change.share)
        }
        return comparison(isCautious ? .cautious : .exact, changes, unchanged: difference.unchanged)
    }

    private func comparison(
        _ extent: AnalysisExtent, _ changes: [LogicComparison.Change] = [], unchanged: Double = 0
    ) -> LogicComparison {
        let matched = matching.inputs.filter { new.questions.indices.contains($0.new) }
            .map { LogicComparison.MatchedQuestion(old: $0.old, new: $0.new) }
        let known = matched + matching.retyped
        return LogicComparison(
            extent: extent, matched: matched, retyped: matching.retyped,
            removed: Self.asked(old, without: known.map(\.old)),
            added: Self.asked(new, without: known.map(\.new)),
            changes: changes, unchanged: unchanged, start: start, old: old, new: new,
            newOptions: matching.newOptions)
    }

    private static func asked(_ logic: Logic, without known: [Int]) -> [Int] {
        logic.questions.indices.filter { logic.questions[$0].isAsked && !known.contains($0) }
    }

    private var start: LogicComparison.StartChange? {
        let (before, after) = (Self.start(old), Self.start(new))
        guard before != nil || after != nil else { return nil }
        if let before, let after, matching.newOptions[before] == after { return nil }
        return LogicComparison.StartChange(old: before, new: after)
    }

    /// The option that is recommended to who asks where to start.
    private static func start(_ logic: Logic) -> Int? {
        guard logic.recommendation == nil, let fallback = logic.program.fallback,
            logic.program.isAsked(logic.rules[fallback])
        else { return nil }
        return logic.program.fallbackOption
    }
}

/// The variables of two versions' diagrams together, and what their cells are called.
private struct CommonVariables {
    /// A variable of both versions, or of one.
    private struct Variable {
        let name: String
        let domain: Domain
        /// Where people read it among the others: the new version's inputs, then those of the old one alone.
        let place: Int
        /// What it is in each version; `nil` where that does not ask it, or where it is a condition.
        let old: Asked?
        let new: Asked?
        let likelihood: [Double]
        var type: AnswerType? { (new ?? old)?.question.type }
    }

    /// A question of one version, and an answer to it for each common cell; `nil` where there is none.
    private struct Asked {
        let question: Question
        let answers: [AnswerValue?]

        init?(_ logic: Logic, _ input: Int?, _ part: Alignment.Part?, _ domain: Domain) {
            guard let input, let part, logic.questions.indices.contains(input) else { return nil }
            let question = logic.questions[input]
            let own = logic.program.domains[input].cells
            self.question = question
            answers = zip(part.cells, domain.cells).map { place, common in
                guard let place else { return nil }
                // Labels are spelled as this version does; of numbers and days the common cell holds fewer.
                let cell = if case .label = common { own[place] } else { common }
                return cell.sample(of: question.type).answer(of: question.type)
            }
        }
    }

    let alignment: Alignment
    private let variables: [Variable]

    init(_ matching: VersionMatching, old: Logic, _ oldDiagram: Diagram, new: Logic, _ newDiagram: Diagram) {
        let matches = newDiagram.variables.enumerated().flatMap { newPlace, variable in
            matching.inputs.filter { $0.new == variable.input }.flatMap { match in
                oldDiagram.variables.indices.filter { oldDiagram.variables[$0].input == match.old }.map {
                    Alignment.Match(old: $0, new: newPlace, split: match.common.split)
                }
            }
        }
        let alignment = Alignment(
            oldArities: oldDiagram.variables.map(\.domain.cells.count),
            newArities: newDiagram.variables.map(\.domain.cells.count), matches: matches)
        self.alignment = alignment
        variables = alignment.variables.map { common in
            let oldInput = common.old.map { oldDiagram.variables[$0.variable].input }
            let newInput = common.new.map { newDiagram.variables[$0.variable].input }
            let match = matching.inputs.first { $0.new == newInput && $0.old == oldInput }
            let (owner, input, place) =
                switch common.owner {
                case .old(let part):
                    (
                        old.program, oldDiagram.variables[part.variable].input,
                        new.program.domains.count + oldDiagram.variables[part.variable].input
                    )
                case .new(let part), .both(old: _, new: let part):
                    (
                        new.program, newDiagram.variables[part.variable].input,
                        newDiagram.variables[part.variable].input
                    )
                }
            let domain = match?.common.domain ?? owner.domains[input]
            return Variable(
                name: owner.source(ofInput: input).name, domain: domain, place: place,
                old: Asked(old, oldInput, common.old, domain), new: Asked(new, newInput, common.new, domain),
                likelihood: (0..<common.cellCount).map { cell in
                    if let part = common.new, let input = newInput, let own = part.cells[cell] {
                        return new.program.likelihood[input][own]
                    }
                    guard let part = common.old, let input = oldInput, let own = part.cells[cell] else {
                        return 1
                    }
                    return old.program.likelihood[input][own]
                })
        }
    }

    /// How likely the cells of each variable are, where that is not all alike.
    var weights: [[Double]?] {
        variables.map { Set($0.likelihood).count > 1 ? $0.likelihood : nil }
    }

    func region(_ region: Regions.Region) -> LogicComparison.Region {
        // As people read the questions, whatever the order of the diagrams.
        let sides = region.box.sides.map { (variable: variables[$0.variable], side: $0) }
            .sorted { $0.variable.place < $1.variable.place }
        var oldAnswers = Answers()
        var newAnswers = Answers()
        var witness: [String] = []
        for (variable, side) in sides {
            let cell = region.witness[side.variable]
            witness.append("\(variable.name) \(variable.domain.cells[cell].answer(variable.type))")
            if let old = variable.old { oldAnswers[old.question.id] = old.answers[cell] }
            if let new = variable.new { newAnswers[new.question.id] = new.answers[cell] }
        }
        let texts = sides.map { variable, side in
            "\(variable.name) \(variable.domain.text(side.cells.cells, type: variable.type, in: .english))"
        }
        return LogicComparison.Region(
            situations: texts.isEmpty ? "any answers" : texts.joined(separator: ", "), share: region.share,
            witness: witness.isEmpty ? "any answers" : witness.joined(separator: ", "),
            oldAnswers: oldAnswers,
            newAnswers: newAnswers)
    }
}

extension Value {
    /// The value as someone would answer it.
    fileprivate func answer(of type: AnswerType) -> AnswerValue? {
        switch self {
        case .boolean(let truth): truth ? .yes : .no
        case .string(let text): type == .text ? .text(text) : .label(text)
        case .number(let number): .number(number)
        case .date(let date): .date(date)
        default: nil
        }
    }
}
