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

    /// The options of which an option is made, however deep, that combine nothing themselves; empty for one that
    /// combines nothing.
    public func atoms(of option: Int) -> [Int] { program.atoms[option] }

    /// The index of a question by its id.
    public func question(withID id: String) -> Int? { questions.firstIndex { $0.id == id } }

    /// The verdict on some answers. Answers to questions that are not asked, or outside a question's type,
    /// count as none; saying so is up to whoever read them.
    public func evaluate(_ answers: Answers) -> Verdict {
        let cells = questions.indices.map { index -> Int? in
            let question = questions[index]
            guard question.isAsked else { return nil }
            return answers[question.id].flatMap { program.domains[index].cell(of: $0) }
        }
        return Evaluation(of: program, diagram: diagram, nodeLimit: nodeLimit, cells: cells).verdict()
    }
}
