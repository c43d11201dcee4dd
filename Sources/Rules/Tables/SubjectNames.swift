import Diagnostics

/// What the headers of inputs and the names in expressions stand for.
struct SubjectNames {
    let questions: [Question]
    /// All names, and in step with them what each stands for.
    private(set) var names: [String] = []
    private(set) var subjects: [DecisionTable.Subject] = []
    private(set) var problems: [Diagnostic] = []
    private let options: [Option]
    private let words: Words

    init(questions: [Question], options: [Option], headers: [TableHeader], words: Words) {
        self.questions = questions
        self.options = options
        self.words = words
        for (index, question) in questions.enumerated() {
            add(question.name, .question(index))
            add(question.id, .question(index))
        }
        for (table, header) in headers.enumerated() {
            for (column, output) in header.outputs.enumerated() {
                if let taken = firstIndex(output.name), case .output = subjects[taken] {
                    // Two tables may both recommend; what reads them cannot tell which is meant.
                    continue
                }
                add(output.name, .output(table: table, column: column))
            }
        }
        for (index, option) in options.enumerated() { add(option.name, .tally(option: index)) }
    }

    private func firstIndex(_ name: String) -> Int? {
        let name = name.folded
        return names.firstIndex { $0.folded == name }
    }

    /// The first to claim a name keeps it: questions before outputs before options.
    private mutating func add(_ name: String, _ subject: DecisionTable.Subject) {
        guard !name.isEmpty, firstIndex(name) == nil else { return }
        names.append(name)
        subjects.append(subject)
    }

    /// What the header of an input stands for.
    func subject(_ text: String) -> DecisionTable.Subject? {
        if let index = firstIndex(text) { return subjects[index] }
        let parser = TargetParser(options: options, words: words)
        guard let (option, rest) = parser.option(startingIn: text),
            GatePhrase(rest, words: words) == .viable
        else { return nil }
        return .viable(option: option)
    }
}
