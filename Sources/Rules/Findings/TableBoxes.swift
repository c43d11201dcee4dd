// One table on boxes: exact where each column asks a question of its own, since then all combinations of cells can be there.
extension RuleAnalysis {
    /// The table as boxes; `nil` where columns depend on each other or on anything else than answers.
    func boxes(of index: Int) -> BoxTable? {
        let table = program.tables[index]
        var questions: [Int] = []
        for input in table.inputs {
            guard case .question(let question) = input.subject, !questions.contains(question),
                program.questions[question].isAsked
            else { return nil }
            questions.append(question)
        }
        let columns = questions.map {
            BoxTable.Column(size: program.domains[$0].cells.count, isOrdered: program.domains[$0].isOrdered)
        }
        let rules = table.rows.map { row in
            RuleBox(
                zip(row.tests, questions).map { test, question in
                    program.domains[question].cells(passing: test, of: program.questions[question].type)
                })
        }
        return BoxTable(columns: columns, rules: rules)
    }

    /// A box of a table in words.
    func situations(_ box: RuleBox, of table: Int) -> String { text.situations(sides(box, of: table)) }

    /// Answers that lie in a box of a table, by what the box asks.
    func answers(_ box: RuleBox, of table: Int) -> String {
        text.answers(
            sides(box, of: table).filter { $0.cells.count < program.domains[$0.input].cells.count }.map {
                SituationText.Side(input: $0.input, cells: Array($0.cells.prefix(1)))
            })
    }

    private func sides(_ box: RuleBox, of table: Int) -> [SituationText.Side] {
        zip(program.tables[table].inputs, box.sets).compactMap { input, set in
            guard case .question(let question) = input.subject else { return nil }
            return SituationText.Side(input: question, cells: set.ranges.flatMap { Array($0) })
        }
    }
}

extension Domain {
    /// The cells whose values pass. What a test says changes only at its boundaries, so between two of them one
    /// cell speaks for all.
    func cells(passing tests: UnaryTests, of type: AnswerType) -> CellRanges {
        if tests.isAny { return CellRanges(0..<cells.count) }
        func passes(_ cell: Int) -> Bool { tests.matches(cells[cell].sample(of: type)) }
        guard type.labels.isEmpty, type.isOrdered else {
            return CellRanges(cells: cells.indices.filter(passes))
        }
        let points = Set(tests.boundaries.compactMap(cell(of:))).sorted()
        var ranges: [Range<Int>] = []
        var start = 0
        for point in points + [cells.count] {
            if start < point, passes(start) { ranges.append(start..<point) }
            if point < cells.count, passes(point) { ranges.append(point..<point + 1) }
            start = point + 1
        }
        return CellRanges(ranges: ranges)
    }
}
