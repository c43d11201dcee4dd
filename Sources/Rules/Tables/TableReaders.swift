extension Logic {
    /// The decision tables that test a question, in the author's order, be it in a column of its own or in an expression.
    public func tables(reading question: Int) -> [Int] {
        tables.indices.filter { table in
            tables[table].inputs.contains { input in
                switch input.subject {
                case .question(question): true
                case .expression(let index):
                    program.expressions.indices.contains(index)
                        && program.expressions[index].subjects.contains(.question(question))
                case .question, .output, .tally, .viable: false
                }
            }
        }
    }

    /// The rules of checklists that test a question, in the author's order.
    public func rules(testing question: Int) -> [Rule] { rules.filter { $0.question == question } }
}
