/// Which questions, conditions and options of two versions of a framework are the same.
struct VersionMatching {
    /// An input of both versions, with the common split of its cells.
    struct Match {
        let old: Int
        let new: Int
        let common: CommonDomain
    }

    /// The questions, the reader's too, in the new version's order; behind them the conditions.
    private(set) var inputs: [Match] = []
    /// The questions that are the same and whose answers cannot be compared.
    private(set) var retyped: [LogicComparison.MatchedQuestion] = []
    /// For each old option its index in the new version; `nil` where it is gone.
    let newOptions: [Int?]

    /// - Parameter renamed: the new ids of questions by their old ones.
    init(old: Program, new: Program, renamed: [String: String]) {
        newOptions = VersionMatching.options(old.options, new.options)
        let newIDs = Set(new.questions.map(\.id))
        let oldByNewID = Dictionary(
            old.questions.enumerated().map { index, question in
                // A former id that is in use again is another question.
                (renamed[question.id].flatMap { newIDs.contains($0) ? $0 : nil } ?? question.id, index)
            }, uniquingKeysWith: { first, _ in first })
        for (newIndex, question) in new.questions.enumerated() {
            guard let oldIndex = oldByNewID[question.id] else { continue }
            if old.questions[oldIndex].type.isComparable(with: question.type) {
                inputs.append(
                    Match(
                        old: oldIndex, new: newIndex,
                        common: CommonDomain(old: old.domains[oldIndex], new: new.domains[newIndex])))
            } else {
                retyped.append(LogicComparison.MatchedQuestion(old: oldIndex, new: newIndex))
            }
        }
        inputs += conditions(old, new)
    }

    /// The conditions that reckon with the same questions in the same words.
    private func conditions(_ old: Program, _ new: Program) -> [Match] {
        let newQuestions = Dictionary(
            inputs.map { ($0.old, $0.new) }, uniquingKeysWith: { first, _ in first })
        var taken = Set<Int>()
        return new.conditions.indices.compactMap { newIndex in
            let expression = new.expressions[new.conditions[newIndex]]
            let found = old.conditions.indices.first { oldIndex in
                let other = old.expressions[old.conditions[oldIndex]]
                let subjects = other.subjects.map { subject -> DecisionTable.Subject? in
                    if case .question(let question) = subject {
                        newQuestions[question].map(DecisionTable.Subject.question)
                    } else {
                        // What tables and tallies come to may differ from version to version.
                        nil
                    }
                }
                return !taken.contains(oldIndex) && other.text == expression.text
                    && subjects == expression.subjects
            }
            guard let found else { return nil }
            taken.insert(found)
            let (oldInput, newInput) = (old.questions.count + found, new.questions.count + newIndex)
            return Match(
                old: oldInput, new: newInput,
                common: CommonDomain(old: old.domains[oldInput], new: new.domains[newInput]))
        }
    }

    /// By id, and where no id is the same by name.
    private static func options(_ old: [Option], _ new: [Option]) -> [Int?] {
        let oldIDs = Set(old.map(\.id))
        return old.map { option in
            new.firstIndex { $0.id == option.id }
                ?? new.firstIndex { $0.name.folded == option.name.folded && !oldIDs.contains($0.id) }
        }
    }
}

extension AnswerType {
    /// Whether an answer of one type can be one of the other: both are labels, or both numbers of one unit, and so on.
    fileprivate func isComparable(with other: AnswerType) -> Bool {
        switch (self, other) {
        case (.number(_, _, let unit), .number(_, _, let otherUnit)):
            unit == nil || otherUnit == nil || unit?.folded == otherUnit?.folded
        case (.date, .date), (.text, .text): true
        default: !labels.isEmpty && !other.labels.isEmpty
        }
    }
}
