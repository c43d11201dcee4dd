/// What pages that walk a compiled framework say of answers, and reckon with, beside what the form holds.
extension Logic {
    /// What stretches of a question's numbers or dates are called: for each cell the texts of those that begin there, the
    /// shortest first (`under 500 ms`, `at most 500 ms`, `any`); `nil` where answers are labels or texts.
    public func stretchTexts(ofQuestion question: Int) -> [[String]]? {
        switch questions[question].type {
        case .yesNo, .choice, .scale, .text: return nil
        case .number, .date: break
        }
        let text = SituationText(program)
        let cells = program.domains[question].cells.indices
        return cells.map { first in
            cells[first...].map { last in text.cells(Array(first...last), ofInput: question) }
        }
    }

    /// What a rule of a checklist asks of its question's answer, in words: `yes`, `over 3000 ms`, `low or mid`; `nil` for a
    /// row of a table, which may ask for several.
    public func testInWords(of rule: Rule) -> String? {
        rule.question.map { SituationText(program).cells(rule.cells, ofInput: $0) }
    }

    /// The texts that rules tell apart from all others, for a question that is answered by text.
    public func mentionedTexts(ofQuestion question: Int) -> [String] {
        program.domains[question].cells.compactMap { if case .text(let text) = $0 { text } else { nil } }
    }

    /// How likely the cells of a question are, as weights; `nil` where all are alike.
    public func likelihood(ofQuestion question: Int) -> [Double]? {
        let weights = program.likelihood[question]
        return Set(weights).count < 2 ? nil : weights
    }

    /// For each condition over several inputs the questions that it may depend on, ascending.
    public var questionsBehindConditions: [[Int]] {
        program.conditions.indices.map {
            program.questions(behindCondition: program.questions.count + $0).sorted()
        }
    }
}
