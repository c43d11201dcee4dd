import FoundationEssentials

/// One evaluation: a program, its diagram and the cells that are answered, by question.
struct Evaluation {
    private let program: Program
    private let cells: [Int?]
    /// The diagram of the program, or past the node limit of what the answers leave of it.
    private let diagram: Diagram?
    private let nodeLimit: Int

    init(of program: Program, diagram: Diagram?, nodeLimit: Int, cells: [Int?]) {
        self.program = program
        self.cells = cells
        self.nodeLimit = nodeLimit
        self.diagram =
            diagram
            ?? (try? Compiler.compile(
                program, given: Evaluation.assertedCells(cells, of: program), nodeLimit: nodeLimit))
    }

    func verdict() -> Verdict {
        let standings = Standings(of: program, cells: cells)
        let asked = isAskedToStart
        let outcomes = outcomes(from: \.verdict)
        let possible = outcomes.asRecommendations
        let isDecided = possible.count == 1 && (diagram != nil || asked)
        let grounds = Set(outcomes.map(\.ground))
        return Verdict(
            decided: isDecided, possible: possible, isExact: diagram != nil,
            recommendations: isDecided ? recommended(possible.first) : [],
            ground: isDecided && grounds.count == 1 ? grounds.first : nil,
            leadsTo: asked ? self.outcomes(from: \.withoutReader).asRecommendations : nil,
            standings: standings.all, blocked: standings.blocked,
            open: open(isAskedToStart: asked), fired: standings.fired,
            answeredCount: subjectQuestions.count { cells[$0] != nil }, questionCount: subjectQuestions.count)
    }

    private var subjectQuestions: [Int] {
        program.questions.indices.filter { !program.questions[$0].isAboutReader }
    }

    private var isAskedToStart: Bool {
        program.fallback.map { program.rules[$0].holds(in: cells) == true } ?? false
    }

    /// The reader's question is not asserted while it is unanswered: then it lies in a cell in which the
    /// fallback's rule does not hold.
    private static func assertedCells(_ cells: [Int?], of program: Program) -> [Int?] {
        guard let fallback = program.fallback else { return cells }
        let rule = program.rules[fallback]
        var cells = cells
        cells[rule.question] =
            cells[rule.question]
            ?? program.domains[rule.question].cells.indices.first { !rule.cells.contains($0) }
        return cells
    }

    /// The asserted cells by the diagram's variables.
    private func cellsByVariable(_ diagram: Diagram) -> [Int?] {
        let asserted = Evaluation.assertedCells(cells, of: program)
        return diagram.variables.map { asserted[$0.question] }
    }

    private func outcomes(from root: KeyPath<Diagram, Diagram.Reference>) -> [Outcome] {
        if let diagram {
            let reached = diagram.reachable(from: diagram[keyPath: root], cells: cellsByVariable(diagram))
            return reached.map { diagram.outcomes[$0] }
        }
        return sampledCompletions().compactMap { completion in
            guard let diagram = try? Compiler.compile(program, given: completion, nodeLimit: nodeLimit)
            else { return nil }
            return diagram.outcome(from: diagram[keyPath: root], cells: completion)
        }
    }

    /// A few telling completions, where all are too many: every rule holds, none does, and for each option
    /// just what speaks for it.
    private func sampledCompletions() -> [[Int]] {
        let asserted = Evaluation.assertedCells(cells, of: program)
        func completion(where holds: (Rule) -> Bool) -> [Int] {
            var wanted: [Int: Bool] = [:]
            for rule in program.rules { wanted[rule.question] = holds(rule) }
            return program.questions.indices.map { question in
                asserted[question]
                    ?? program.rules.first { $0.question == question }.flatMap { rule in
                        program.domains[question].cells.indices.first {
                            rule.cells.contains($0) == wanted[question]
                        }
                    } ?? 0
            }
        }
        let perOption = program.options.indices.map { option in
            completion { rule in
                switch rule.target {
                case .gate: true
                case .signal(let other, let weight, _): (other == option) == (weight > 0)
                case .fallback: false
                }
            }
        }
        return [completion { _ in true }, completion { _ in false }] + perOption
    }

    private func recommended(_ recommendation: Recommendation?) -> [RecommendedOption] {
        guard let recommendation else { return [] }
        return recommendation.options.map { option in
            RecommendedOption(
                option: option, qualifiers: Standings.qualifiers(of: option, in: program, cells: cells),
                startingPoint: recommendation.startingPoint)
        }
    }

    private func open(isAskedToStart asked: Bool) -> [OpenQuestion] {
        let open = subjectQuestions.filter { cells[$0] == nil }
        guard let diagram else {
            return open.map { OpenQuestion(question: $0, matters: !asked, mattersToWhatFollows: true) }
        }
        let known = cellsByVariable(diagram)
        let afterwards = diagram.mattering(from: diagram.withoutReader, cells: known)
        let now = asked ? afterwards.map { _ in false } : afterwards
        var variables = [Int](repeating: 0, count: program.questions.count)
        for (index, variable) in diagram.variables.enumerated() { variables[variable.question] = index }
        return open.map { question in
            let variable = variables[question]
            return OpenQuestion(
                question: question, matters: now[variable], mattersToWhatFollows: afterwards[variable])
        }
    }
}

extension [Outcome] {
    /// Outcomes with the same options are one recommendation; single options first, then ties by size,
    /// *nothing* last.
    fileprivate var asRecommendations: [Recommendation] {
        Dictionary(grouping: self, by: \.options).map { options, outcomes in
            Recommendation(options: options, startingPoint: outcomes.allSatisfy(\.isStartingPoint))
        }.sorted { a, b in
            if a.options.count != b.options.count {
                return !a.options.isEmpty && (b.options.isEmpty || a.options.count < b.options.count)
            }
            return a.options.lexicographicallyPrecedes(b.options)
        }
    }
}
