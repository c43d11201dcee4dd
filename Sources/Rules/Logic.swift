/// A compiled framework: what it asks, by which rules it decides, and the verdict on any answers.
public struct Logic: Sendable {
    /// What is decided between.
    public var options: [Option] { program.options }
    /// What is asked.
    public var questions: [Question] { program.questions }
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
    private let nodeLimit: Int

    init(program: Program, diagram: Diagram?, nodeLimit: Int) {
        self.program = program
        self.diagram = diagram
        self.nodeLimit = nodeLimit
        defaultRules = DefaultRules(of: program, diagram: diagram).rows
    }

    /// The index of a question by its id.
    public func question(withID id: String) -> Int? { questions.firstIndex { $0.id == id } }

    /// The verdict on some answers. Answers to questions that are not asked, or outside a question's type,
    /// count as none; saying so is up to whoever read them.
    public func evaluate(_ answers: Answers) -> Verdict {
        Evaluation(of: program, diagram: diagram, nodeLimit: nodeLimit, answers: answers).verdict()
    }
}
