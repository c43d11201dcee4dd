import FoundationEssentials

/// What a framework means, without its words: the text of which `Logic.meaningDigest` is taken.
///
/// Questions by id with their types, options by id, what rules and tables test and what they say. Not there: prose, reasons,
/// how tests are written, where they stand, and how likely answers are, which only ranks what to ask next.
struct Meaning {
    let program: Program

    /// The version of this form: another one gives other digests.
    private static let version = 1

    /// The form of which the digest is taken.
    var json: JSON {
        .object(
            ("meaning", .integer(Meaning.version)), ("options", .array(program.options.map(option))),
            ("questions", .array(program.questions.map(question))), ("rules", .array(rules)),
            ("tables", .array(program.tables.map(table))), ("matrix", program.matrix.map(matrix)))
    }

    private func option(_ option: Option) -> JSON {
        .object(("id", .string(option.id)), ("combines", .strings(option.combines)))
    }

    private func optionID(_ option: Int) -> JSON { .string(program.options[option].id) }

    private func question(_ question: Question) -> JSON {
        .object(
            ("id", .string(question.id)), ("type", Meaning.type(question.type)),
            ("fixed", .truth(question.isFixed)), ("asked", .truth(question.isAsked)))
    }

    private static func type(_ type: AnswerType) -> JSON {
        switch type {
        case .yesNo: .strings(["yes-no"])
        case .choice(let labels): .strings(["choice"] + labels)
        case .scale(let labels): .strings(["scale"] + labels)
        case .number(let least, let greatest, let unit):
            .array([
                .string("number"), least.map { .string("\($0)") } ?? .null,
                greatest.map { .string("\($0)") } ?? .null, unit.map { .string($0) } ?? .null,
            ])
        case .date: .strings(["date"])
        case .text: .strings(["text"])
        }
    }

    /// The rules of checklists; rows of tables stand with their table.
    private var rules: [JSON] {
        program.rules.compactMap { rule in
            guard case .answer(let question, let cells) = rule.condition else { return nil }
            return .object(
                ("question", .string(program.questions[question].id)), ("holds", holding(question, cells)),
                ("target", target(rule.target)))
        }
    }

    private func target(_ target: Target) -> JSON {
        switch target {
        case .signal(let option, let weight, let qualifier):
            .array([
                .string("signal"), optionID(option), .string("\(weight)"),
                qualifier.map { .string($0) } ?? .null,
            ])
        case .gate(let option): .array([.string("gate"), optionID(option)])
        case .fallback(let option, _): .array([.string("fallback"), optionID(option)])
        }
    }

    private func matrix(_ matrix: WeightedMatrix) -> JSON {
        .object(
            ("options", .array(matrix.options.map(optionID))),
            (
                "factors",
                .array(
                    matrix.factors.map { factor in
                        .strings([factor.id, "\(factor.weight)"] + factor.scores.map { "\($0)" })
                    })
            ))
    }

    // MARK: Tables

    private func table(_ table: DecisionTable) -> JSON {
        .object(
            ("role", .string("\(table.role)")), ("policy", .string(table.policy.rawValue)),
            ("inputs", .array(table.inputs.map { subject($0.subject) })),
            ("outputs", .array(table.outputs.map(output))),
            ("rows", .array(table.rows.map { row($0, of: table) })))
    }

    private func output(_ output: DecisionTable.Output) -> JSON {
        output.isOption ? .string("options") : .array(output.values.map(Meaning.value))
    }

    private func row(_ row: DecisionTable.Row, of table: DecisionTable) -> JSON {
        .object(
            ("tests", .array(zip(row.tests, table.inputs).map { test($0, of: $1.subject) })),
            (
                "outputs",
                .array(
                    zip(row.outputs, table.outputs).map { value, output in
                        output.isOption ? row.option.map(optionID) ?? .null : Meaning.value(value)
                    })
            ),
            ("weight", .string("\(row.weight)")), ("qualifier", row.qualifier.map { .string($0) }))
    }

    private func subject(_ subject: DecisionTable.Subject) -> JSON {
        switch subject {
        case .question(let question): .array([.string("question"), .string(program.questions[question].id)])
        case .output(let table, let column): .array([.string("output"), .integer(table), .integer(column)])
        case .tally(let option): .array([.string("tally"), optionID(option)])
        case .viable(let option): .array([.string("viable"), optionID(option)])
        case .expression(let index):
            .array([
                .string("expression"),
                program.expressions.indices.contains(index) ? expression(index) : .null,
            ])
        }
    }

    private func expression(_ index: Int) -> JSON {
        let expression = program.expressions[index]
        return ExpressionMeaning(value: Meaning.value) { name in
            expression.nameIndices.firstIndex(of: name).map { subject(expression.subjects[$0]) } ?? .null
        }.json(expression.expression.root)
    }

    /// Of a question which answers pass; of anything else the tests as they were understood.
    private func test(_ test: UnaryTests, of subject: DecisionTable.Subject) -> JSON {
        if test.isAny { return .string("any") }
        switch subject {
        case .question(let question):
            let type = program.questions[question].type
            let cells = program.domains[question].cells
            return holding(question, cells.indices.filter { test.matches(cells[$0].sample(of: type)) })
        case .output(let table, let column) where program.tables[table].outputs[column].isOption:
            return tests(test) { value in
                // Options go by their ids, whatever they are called.
                program.options.first { value == .string($0.name) }.map { .string($0.id) }
                    ?? Meaning.value(value)
            }
        default: return tests(test, Meaning.value)
        }
    }

    private func tests(_ tests: UnaryTests, _ value: (Value) -> JSON) -> JSON {
        let passed = tests.tests.map { test -> JSON in
            switch test {
            case .any: .string("any")
            case .value(let wanted): .array([.string("="), value(wanted)])
            case .comparison(let comparison, let end): .array([.string(comparison.rawValue), value(end)])
            case .interval(let interval): Meaning.interval(interval.map(value))
            }
        }
        return .array([.string(tests.isNegated ? "none" : "some")] + passed)
    }

    /// An interval: its ends, and whether each belongs to it.
    static func interval(_ interval: Interval<JSON>) -> JSON {
        .array([
            .string("interval"), interval.lower, .truth(interval.includesLower), interval.upper,
            .truth(interval.includesUpper),
        ])
    }

    /// A value, its kind told.
    static func value(_ value: Value) -> JSON {
        switch value {
        case .null: .null
        case .boolean(let truth): .truth(truth)
        case .number(let number): .array([.string("number"), .string("\(number)")])
        case .string(let text): .string(text)
        case .date(let date): .array([.string("date"), .string(date.iso)])
        case .list(let values): .array([.string("list")] + values.map(Meaning.value))
        }
    }

    // MARK: Which answers

    /// The answers to a question that lie in some cells, however other rules split them.
    private func holding(_ question: Int, _ cells: [Int]) -> JSON {
        let all = program.domains[question].cells
        var parts: [JSON] = []
        var last: Int?
        for cell in cells {
            let isNext = last == cell - 1
            last = cell
            switch all[cell] {
            case .label(let label): parts.append(.string(label))
            case .text, .other, .value: break
            case .numbers(let range):
                let upper = JSON.object(("to", range.upper.map(Meaning.bound)))
                let lower = isNext ? Meaning.opening(parts.popLast()) : range.lower.map(Meaning.bound)
                parts.append(.array([.object(("from", lower)), upper]))
            case .dates(let from, let through):
                let upper = JSON.object(("through", through.map { .string($0.iso) }))
                let lower = isNext ? Meaning.opening(parts.popLast()) : from.map { .string($0.iso) }
                parts.append(.array([.object(("from", lower)), upper]))
            }
        }
        let texts = all.indices.compactMap { cell -> String? in
            guard case .text(let text) = all[cell] else { return nil }
            return text
        }
        guard case .text = program.questions[question].type else { return .array(parts) }
        // Texts without a cell pass or fail together: those that do otherwise are named.
        let isOther = cells.contains { all[$0] == .other }
        let named = zip(texts, all.indices).filter { cells.contains($1) != isOther }.map(\.0).sorted()
        return .array([.string(isOther ? "all but" : "only")] + named.map(JSON.string))
    }

    private static func bound(_ bound: NumberRange.Bound) -> JSON {
        .array([.string("\(bound.value)"), .truth(bound.isIncluded)])
    }

    /// Where a stretch begins that is about to be lengthened.
    private static func opening(_ stretch: JSON?) -> JSON? {
        guard case .array(let ends) = stretch, case .object(let members) = ends.first else { return nil }
        return members.first?.value
    }
}

extension Logic {
    /// The digest of what the framework means (FORMATS 2): SHA-256 in hexadecimal digits. Rewording, moving and renumbering
    /// leave it as it is, and so does the advice of a fallback, which is prose; whatever may change a verdict, or the words
    /// that qualify it, does not.
    public var meaningDigest: String {
        SHA256.hexDigest(of: Meaning(program: program).json.text.utf8)
    }
}
