import FoundationEssentials

/// One evaluation: a program, its diagram, and what is answered.
struct Evaluation {
    private let program: Program
    private let answered: AnsweredCells
    /// The diagram of the program; where it has conditions over several inputs, or past the node limit, what the answers
    /// leave of it.
    let diagram: Diagram?
    /// What the answers leave of the tables; `nil` where there are none, where complete answers need no compiling, or past
    /// the node limit.
    private let residue: Compiler.Residue?
    /// For each table whether each of its rules is among those that make the result; `nil` while that is open.
    private let rowHits: [[Bool?]]
    /// What each table puts out; `nil` while that is open.
    private let tableResults: [TableTerminal?]
    private let nodeLimit: Int

    init(of program: Program, diagram: Diagram?, nodeLimit: Int, answered: AnsweredCells) {
        self.program = program
        self.nodeLimit = nodeLimit
        self.answered = answered
        let isComplete = answered.given.prefix(program.questions.count).allSatisfy { $0 != nil }
        if diagram != nil, program.conditions.isEmpty, isComplete || program.tables.isEmpty {
            // The diagram says all but which rules of tables fired.
            let run = TableRun(of: program, cells: answered.given, known: answered.known)
            residue = nil
            rowHits = run.rowHits
            tableResults = run.results
        } else {
            residue = try? Compiler.compile(
                program, given: answered.given, known: answered.known, nodeLimit: nodeLimit)
            rowHits = residue?.rowHits ?? program.tables.map { $0.rows.map { _ in nil } }
            tableResults = residue?.tableResults ?? program.tables.map { _ in nil }
        }
        self.diagram = program.conditions.isEmpty ? diagram ?? residue?.diagram : residue?.diagram
    }

    private var cells: [Int?] { answered.cells }
    private var given: [Int?] { answered.given }

    func verdict() -> Verdict {
        let standings = Standings(of: program, holds: program.rules.map(holds))
        let asked = isAskedToStart
        let outcomes = outcomes(from: \.verdict)
        let possible = outcomes.asRecommendations
        let isDecided = possible.count == 1 && (diagram != nil || asked)
        let grounds = Set(outcomes.map(\.ground))
        return Verdict(
            decided: isDecided, possible: possible, isExact: diagram != nil && residue?.isCautious != true,
            recommendations: isDecided ? recommended(possible.first, standings) : [],
            ground: isDecided && grounds.count == 1 ? grounds.first : nil,
            leadsTo: asked ? self.outcomes(from: \.withoutReader).asRecommendations : nil,
            standings: standings.all, blocked: standings.blocked,
            open: open(isAskedToStart: asked), fired: standings.fired, firedRows: firedRows,
            tableResults: tableResults,
            answeredCount: subjectQuestions.count { cells[$0] != nil }, questionCount: subjectQuestions.count)
    }

    private var subjectQuestions: [Int] {
        program.questions.indices.filter { !program.questions[$0].isAboutReader }
    }

    /// Whether a rule holds; `nil` while that is open.
    private func holds(_ rule: Rule) -> Bool? {
        switch rule.condition {
        case .answer(let question, let holding): cells[question].map(holding.contains)
        case .row(let table, let row): rowHits[table][row]
        }
    }

    private var firedRows: [FiredRow] {
        rowHits.enumerated().flatMap { table, hits in
            hits.indices.filter { hits[$0] == true }.map { FiredRow(table: table, row: $0) }
        }
    }

    /// Whether the fallback's question is answered so that the fallback is where to start.
    var isAskedToStart: Bool {
        guard program.recommendation == nil else { return false }
        return program.fallback.map { holds(program.rules[$0]) == true } ?? false
    }

    private func outcomes(from root: KeyPath<Diagram, Diagram.Reference>) -> [Outcome] {
        if let diagram {
            let reached = diagram.reachable(
                from: diagram[keyPath: root], cells: diagram.variables.map { given[$0.input] })
            return reached.map { diagram.outcomes[$0] }
        }
        return sampledCompletions().compactMap { completion in
            guard let residue = try? Compiler.compile(program, given: completion, nodeLimit: nodeLimit)
            else { return nil }
            return residue.diagram.outcome(from: residue.diagram[keyPath: root], cells: completion)
        }
    }

    /// A few telling completions, where all are too many: every rule holds, none does, and for each option
    /// just what speaks for it.
    private func sampledCompletions() -> [[Int]] {
        func completion(where holds: (Rule) -> Bool) -> [Int] {
            var wanted: [Int: (rule: Rule, holds: Bool)] = [:]
            for rule in program.rules {
                if let question = rule.question { wanted[question] = (rule, holds(rule)) }
            }
            return program.domains.indices.map { input in
                given[input]
                    ?? wanted[input].flatMap { wanted in
                        program.domains[input].cells.indices.first {
                            wanted.rule.cells.contains($0) == wanted.holds
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

    private func recommended(_ recommendation: Recommendation?, _ standings: Standings) -> [RecommendedOption]
    {
        guard let recommendation else { return [] }
        return recommendation.options.map { option in
            RecommendedOption(
                option: option,
                qualifiers: program.recommendation.map { qualifiers(of: option, by: $0) }
                    ?? standings.qualifiers(of: option),
                startingPoint: recommendation.startingPoint)
        }
    }

    /// The words with which the rules of the recommendation table that decide name an option.
    private func qualifiers(of option: Int, by table: Int) -> [String] {
        var seen = Set<String>()
        return firedRows.filter { $0.table == table }.map { program.tables[table].rows[$0.row] }
            .filter { $0.option == option }.compactMap(\.qualifier).filter { seen.insert($0).inserted }
    }

    private func open(isAskedToStart asked: Bool) -> [OpenQuestion] {
        let open = subjectQuestions.filter { cells[$0] == nil }
        guard let diagram else {
            return open.map { OpenQuestion(question: $0, matters: !asked, mattersToWhatFollows: true) }
        }
        let known = diagram.variables.map { given[$0.input] }
        let mattering = diagram.mattering(from: diagram.withoutReader, cells: known)
        var matters = Set<Int>()
        for (variable, isMattering) in zip(diagram.variables, mattering) where isMattering {
            if variable.input < program.questions.count {
                matters.insert(variable.input)
            } else {
                // What is reckoned with for a condition matters with it, as far as can be told.
                matters.formUnion(program.questions(behindCondition: variable.input))
            }
        }
        return open.map { question in
            let afterwards = matters.contains(question)
            return OpenQuestion(
                question: question, matters: !asked && afterwards, mattersToWhatFollows: afterwards)
        }
    }
}

extension AnswerValue {
    /// The answer as rules reckon with it.
    func value(for type: AnswerType) -> Value {
        switch self {
        case .label(let label): type == .yesNo ? .boolean(label == "yes") : .string(label)
        case .number(let number): .number(number)
        case .date(let date): .date(date)
        case .text(let text): .string(text)
        }
    }
}

extension [Outcome] {
    /// Outcomes with the same options are one recommendation; single options first, then ties by size,
    /// *nothing* last.
    var asRecommendations: [Recommendation] {
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
