public import FoundationEssentials

/// A compiled framework: what it asks, by which rules it decides, and the verdict on any answers.
public struct Logic: Sendable {
    /// What is decided between.
    public var options: [Option] { program.options }
    /// What is asked.
    public var questions: [Question] { program.questions }
    /// The questions that take an answer: all but a fallback's that asks nothing.
    public var askedQuestions: [Question] { questions.filter(\.isAsked) }
    /// What answers mean.
    public var rules: [Rule] { program.rules }
    /// The decision tables, in the author's order.
    public var tables: [DecisionTable] { program.tables }
    /// The weighted matrix, where there is one.
    public var matrix: WeightedMatrix? { program.matrix }
    /// The table that says what is recommended; `nil` where the default recommendation does.
    public var recommendation: Int? { program.recommendation }
    /// The decision diagram; `nil` past the node limit.
    public let diagram: Diagram?
    /// The default recommendation in this framework's own terms: the rules in effect.
    public let defaultRules: [DefaultRule]

    let program: Program
    /// How many nodes its diagram, and those of analyses, may take.
    let nodeLimit: Int

    init(program: Program, diagram: Diagram?, nodeLimit: Int) {
        self.program = program
        self.diagram = diagram
        self.nodeLimit = nodeLimit
        defaultRules = DefaultRules(of: program, diagram: diagram).rows
    }

    /// The options of which an option is made, however deep, that combine nothing themselves; empty for one that
    /// combines nothing.
    public func atoms(of option: Int) -> [Int] { program.atoms[option] }

    /// The question that a rule of a checklist tests; `nil` for a row of a table, which may test several.
    public func question(of rule: Rule) -> Question? { rule.question.map { questions[$0] } }

    /// What a rule is called: its question, or for a row of a table the table and the row.
    public func name(of rule: Rule) -> String {
        switch rule.condition {
        case .answer(let question, _): questions[question].name
        case .row(let table, let row): tables[table].name(of: tables[table].rows[row])
        }
    }

    /// The index of a question by its id.
    public func question(withID id: String) -> Int? { questions.firstIndex { $0.id == id } }

    /// The same rules with answers called otherwise: in another language.
    public func saying(_ phrases: AnswerPhrases) -> Logic {
        var program = program
        program.phrases = phrases
        return Logic(program: program, diagram: diagram, nodeLimit: nodeLimit)
    }

    /// The same rules with other weights in the matrix, by the slug of the factor.
    public func weighted(by weights: [String: Number]) -> Logic {
        guard !weights.isEmpty, let matrix = program.matrix else { return self }
        var program = program
        program.matrix = matrix.weighted(by: weights)
        // The nodes are those of before; only what is concluded where nothing is favoured differs.
        let diagram = diagram.flatMap { _ in try? Compiler.compile(program, nodeLimit: nodeLimit).diagram }
        return Logic(program: program, diagram: diagram, nodeLimit: nodeLimit)
    }

    /// The verdict on some answers. Answers to questions that are not asked, or outside a question's type,
    /// count as none; saying so is up to whoever read them.
    public func evaluate(_ answers: Answers) -> Verdict {
        evaluation(of: AnsweredCells(answers, of: program)).verdict()
    }

    func evaluation(of answered: AnsweredCells) -> Evaluation {
        Evaluation(of: program, diagram: diagram, nodeLimit: nodeLimit, answered: answered)
    }
}
