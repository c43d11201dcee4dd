import FoundationEssentials

extension CompiledFramework {
    /// The form as JSON, the same bytes on every machine.
    public var json: String {
        JSON.object(
            ("format", .string(CompiledFramework.format)), ("version", .integer(CompiledFramework.version)),
            ("framework", .string(id)), ("digest", .string(digest)),
            ("options", .array(program.options.indices.map(option))),
            ("questions", .array(program.questions.indices.map(question))),
            ("conditions", .array(conditions.indices.map(condition))),
            ("rules", .array(program.rules.map(rule))), ("tables", .array(program.tables.indices.map(table))),
            ("outcomes", .array(diagram.outcomes.map(outcome))), ("variables", .integers(program.order)),
            ("verdict", reference(diagram.verdict)), ("withoutReader", reference(diagram.withoutReader)),
            ("levels", .integers(diagram.nodes.levels.map(Int.init))),
            ("edges", .integers(diagram.nodes.edges.map(Int.init)))
        ).lines
    }

    private func reference(_ root: Int32) -> JSON { .integer(Int(root)) }

    // MARK: Options, questions, conditions

    private func option(_ index: Int) -> JSON {
        let option = program.options[index]
        let indices = option.combines.compactMap { id in program.options.firstIndex { $0.id == id } }
        return .object(
            ("id", .string(option.id)), ("name", .string(option.name)),
            ("combines", indices.isEmpty ? nil : .integers(indices)),
            ("signals", .integers(program.signals[index])), ("gates", .integers(program.gates[index])),
            ("viable", reference(diagram.viable[index])))
    }

    private func question(_ index: Int) -> JSON {
        let question = program.questions[index]
        var bounds: (least: Number?, greatest: Number?, unit: String?)
        if case .number(let least, let greatest, let unit) = question.type {
            bounds = (least, greatest, unit)
        }
        let labels = question.type.labels
        return .object(
            ("id", .string(question.id)), ("name", .string(question.name)), ("ask", .string(question.ask)),
            ("type", .string(CompiledFramework.name(of: question.type))),
            ("labels", labels.isEmpty ? nil : .strings(labels)),
            ("least", bounds.least.map { .string("\($0)") }),
            ("greatest", bounds.greatest.map { .string("\($0)") }), ("unit", bounds.unit.map { .string($0) }),
            ("reason", question.reason.map { .string($0) }),
            ("fixed", CompiledFramework.flag(question.isFixed)),
            ("aboutReader", CompiledFramework.flag(question.isAboutReader)),
            ("unasked", CompiledFramework.flag(!question.isAsked)),
            ("unanswered", program.unassertedCell(ofQuestion: index).map { .integer($0) }),
            ("cells", cells(ofInput: index)))
    }

    private static func flag(_ isSet: Bool) -> JSON? { isSet ? .truth(true) : nil }

    private static func name(of type: AnswerType) -> String {
        switch type {
        case .yesNo: "yes-no"
        case .choice: "choice"
        case .scale: "scale"
        case .number: "number"
        case .date: "date"
        case .text: "text"
        }
    }

    private func cells(ofInput input: Int) -> JSON {
        .array(program.domains[input].cells.map(CompiledFramework.cell))
    }

    private static func cell(_ cell: Domain.Cell) -> JSON {
        switch cell {
        case .label(let label): .object(("label", .string(label)))
        case .text(let text): .object(("text", .string(text)))
        case .numbers(let range):
            .object(
                ("lower", range.lower.map { .string("\($0.value)") }),
                ("lowerIncluded", range.lower.map { .truth($0.isIncluded) }),
                ("upper", range.upper.map { .string("\($0.value)") }),
                ("upperIncluded", range.upper.map { .truth($0.isIncluded) }))
        case .dates(let from, let through):
            .object(
                ("lower", from.map { .string($0.iso) }), ("lowerIncluded", from.map { _ in .truth(true) }),
                ("upper", through.map { .string($0.iso) }),
                ("upperIncluded", through.map { _ in .truth(true) }))
        case .value(let value): .object(("value", CompiledFramework.value(value)))
        case .other: .object(("other", .truth(true)))
        }
    }

    /// A value as conditions reckon with it. They know no others.
    private static func value(_ value: Value) -> JSON {
        switch value {
        case .boolean(let truth): .truth(truth)
        case .number(let number): .string("\(number)")
        case .null, .string, .date, .list: .null
        }
    }

    private func condition(_ index: Int) -> JSON {
        let input = program.questions.count + index
        let operands = diagram.operands[index] ?? []
        let vectors = conditions[index].vectors(operands, of: program).map { vector -> JSON in
            .object(
                ("operands", .array(vector.operands.map(CompiledFramework.value))),
                ("result", CompiledFramework.value(vector.result)),
                ("cell", program.domains[input].cell(of: vector.result).map { .integer($0) } ?? .null))
        }
        return .object(
            ("text", .string(program.source(ofInput: input).name)),
            ("operands", .array(operands.map(operand))),
            ("program", .array(conditions[index].steps.map(CompiledFramework.step))),
            ("cells", cells(ofInput: input)), ("examples", .array(vectors)))
    }

    private func operand(_ operand: SharedDiagram.Operand) -> JSON {
        switch operand {
        case .answer(let question): .object(("question", .integer(question)))
        case .walk(let root, let values):
            .object(("root", reference(root)), ("values", .array(values.map(CompiledFramework.value))))
        }
    }

    private static func step(_ step: ConditionProgram.Step) -> JSON {
        switch step {
        case .operand(let place): .object(("operand", .integer(place)))
        case .value(let value): .object(("value", CompiledFramework.value(value)))
        case .operation(let name): .string(name)
        }
    }

    // MARK: Rules, tables, outcomes

    private func rule(_ rule: Rule) -> JSON {
        var row: JSON?
        if case .row(let table, let index) = rule.condition { row = .integers([table, index]) }
        return .object(
            ("holds", reference(diagram.rules[rule.index])), ("question", rule.question.map { .integer($0) }),
            ("row", row), ("test", .string(rule.testText)), ("target", CompiledFramework.target(rule.target)),
            ("text", .string(rule.targetText)), ("reason", rule.reason.map { .string($0) }))
    }

    private static func target(_ target: Target) -> JSON {
        switch target {
        case .signal(let option, let weight, let qualifier):
            .object(
                ("kind", .string("signal")), ("option", .integer(option)), ("weight", .string("\(weight)")),
                ("qualifier", qualifier.map { .string($0) }))
        case .gate(let option): .object(("kind", .string("gate")), ("option", .integer(option)))
        case .fallback(let option, let advice):
            .object(
                ("kind", .string("fallback")), ("option", .integer(option)),
                ("advice", advice.map { .string($0) }))
        }
    }

    private func table(_ index: Int) -> JSON {
        let table = program.tables[index]
        let rows = table.rows.indices.map { place -> JSON in
            let row = table.rows[place]
            return .object(
                ("number", .string(row.number)), ("hit", reference(diagram.hits[index][place])),
                ("texts", .strings(row.texts)), ("option", row.option.map { .integer($0) }),
                ("qualifier", row.qualifier.map { .string($0) }), ("reason", row.reason.map { .string($0) }))
        }
        return .object(
            ("name", .string(table.name)), ("role", .string("\(table.role)")),
            ("policy", .string(table.policy.rawValue)), ("violated", reference(diagram.violated[index])),
            ("inputs", .strings(table.inputs.map(\.text))), ("outputs", .strings(table.outputs.map(\.name))),
            ("rows", .array(rows)))
    }

    private func outcome(_ outcome: Outcome) -> JSON {
        let (ground, table) = CompiledFramework.words(outcome.ground)
        return .object(
            ("options", .integers(outcome.options)), ("ground", .string(ground)),
            ("table", table.map { .integer($0) }),
            ("startingPoint", CompiledFramework.flag(outcome.isStartingPoint)))
    }

    private static func words(_ ground: Ground) -> (String, table: Int?) {
        switch ground {
        case .askedToStart: ("asked-to-start", nil)
        case .composite: ("composite", nil)
        case .tiedComposites: ("tied-composites", nil)
        case .favoured: ("favoured", nil)
        case .tie: ("tie", nil)
        case .fallback: ("fallback", nil)
        case .matrix: ("matrix", nil)
        case .nothing: ("nothing", nil)
        case .table(let table): ("table", table)
        case .violated(let table): ("violated", table)
        }
    }
}
