/// Everything that decides in a framework, as recognised and not yet compiled.
public struct RuleSet: Sendable, Hashable {
    /// The framework's id.
    public var id: String
    /// What is decided between.
    public var options: [Option]
    /// The checklist's items, over all checklists.
    public var items: [ChecklistItem]
    /// The words that targets are made of.
    public var words: Words

    /// Creates a rule set.
    public init(id: String, options: [Option], items: [ChecklistItem], words: Words = .english) {
        self.id = id
        self.options = options
        self.items = items
        self.words = words
    }
}
