public import FoundationEssentials

/// Everything that decides in a framework, as recognised and not yet compiled.
public struct RuleSet: Sendable, Hashable {
    /// The framework's id.
    public var id: String
    /// What is decided between.
    public var options: [Option]
    /// The rows of the tables of questions.
    public var questions: [QuestionSource]
    /// The checklist's items, over all checklists.
    public var items: [ChecklistItem]
    /// The decision tables, in the author's order.
    public var tables: [TableSource]
    /// The weighted matrix, where there is one.
    public var matrix: WeightedMatrix?
    /// The ids of questions that nobody can change.
    public var fixed: [String]
    /// How likely answers are: weights by label, by question id; all alike where nothing is said.
    public var likelihood: [String: [String: Number]]
    /// The words that targets and answers are made of.
    public var words: Words

    /// Creates a rule set.
    public init(
        id: String, options: [Option], questions: [QuestionSource] = [], items: [ChecklistItem],
        tables: [TableSource] = [], matrix: WeightedMatrix? = nil, fixed: [String] = [],
        likelihood: [String: [String: Number]] = [:], words: Words = .english
    ) {
        self.id = id
        self.options = options
        self.questions = questions
        self.items = items
        self.tables = tables
        self.matrix = matrix
        self.fixed = fixed
        self.likelihood = likelihood
        self.words = words
    }
}
