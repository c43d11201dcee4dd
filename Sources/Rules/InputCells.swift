/// Splits the inputs of a framework into cells at whatever its rules ask of them.
struct InputCells {
    /// The cells of the questions, then of the conditions.
    private(set) var domains: [Domain] = []
    /// The expressions that need a variable of their own: they reckon with numbers, dates or texts, so that no finite
    /// split of their inputs tells their values.
    private(set) var conditions: [Int] = []

    init(items: ItemReading, tables: TableReading) {
        var tests = [[Domain.Test]](repeating: [], count: items.questions.count)
        for draft in items.drafts {
            if let written = draft.tests { tests[draft.question].append(Domain.Test(written)) }
        }
        var expressionTests = [[Domain.Test]](repeating: [], count: tables.expressions.count)
        for table in tables.tables {
            for (column, input) in table.inputs.enumerated() {
                let written = table.rows.map { Domain.Test($0.tests[column]) }
                switch input.subject {
                case .question(let question): tests[question] += written
                case .expression(let index) where index >= 0: expressionTests[index] += written
                case .output, .tally, .viable, .expression: break
                }
            }
        }
        for (index, expression) in tables.expressions.enumerated() {
            if let thresholds = Self.thresholds(of: expression, items.questions) {
                for (question, found) in thresholds { tests[question] += found }
            } else {
                conditions.append(index)
            }
        }
        domains = zip(items.questions, tests).map { Domain(of: $0.type, tests: $1) }
        domains += conditions.map { Domain(ofConditionWith: expressionTests[$0]) }
    }

    /// Where an expression's value may change with each question that has no labels; `nil` where it does more with such an
    /// answer than to compare it with fixed values.
    private static func thresholds(
        of expression: TableExpression, _ questions: [Question]
    ) -> [(question: Int, tests: [Domain.Test])]? {
        var found: [(question: Int, tests: [Domain.Test])] = []
        for (name, subject) in zip(expression.nameIndices, expression.subjects) {
            guard case .question(let question) = subject, questions[question].type.labels.isEmpty else {
                continue
            }
            guard let values = expression.expression.thresholds(ofName: name) else { return nil }
            // Each threshold, and what lies on either side of it, is told apart.
            found.append((question, values.map { Domain.Test(threshold: $0) }))
        }
        return found
    }
}

extension Domain.Test {
    init(_ tests: UnaryTests) { self.init(boundaries: tests.boundaries, matches: tests.matches) }

    /// Tells what lies before a value from the value itself.
    init(threshold: Value) {
        self.init(boundaries: [threshold]) { $0 == threshold }
    }
}
