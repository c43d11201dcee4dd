import Diagnostics
import FoundationEssentials

extension RuleAnalysis {
    /// Tables that neither recommend nor count, and whose outputs nothing reads.
    func unreadTables() -> [Diagnostic] {
        var read = Set<Int>()
        for subject in program.tables.flatMap({ $0.inputs.map(\.subject) })
            + program.expressions.flatMap(\.subjects)
        {
            if case .output(let table, _) = subject { read.insert(table) }
        }
        return program.tables.indices.filter {
            program.tables[$0].role == .intermediate && !read.contains($0)
        }
        .map { .unread(program.tables[$0]) }
    }

    /// Values that a column declares and its table can never put out.
    func unusedValues(leavingOut reported: Set<RowID>) -> [Diagnostic] {
        program.tables.enumerated().flatMap { index, table -> [Diagnostic] in
            guard !table.policy.isAggregation, let compiler, let result = compiler.results[index] else {
                return []
            }
            return table.outputs.enumerated().flatMap { column, output -> [Diagnostic] in
                guard !output.isOption else { return [] }
                let reached = Set(
                    compiler.builder.terminals(of: result.root).flatMap { terminal -> [Value] in
                        guard case .outputs(let rows) = result.terminals[terminal] else { return [] }
                        return rows.map { $0[column] }
                    })
                return output.values.filter { !reached.contains($0) }.compactMap { value in
                    let rows = table.rows.indices.filter { table.rows[$0].outputs[column] == value }
                    if rows.contains(where: { reported.contains(RowID(table: index, row: $0)) }) {
                        return nil
                    }
                    return .unusedValue(value, output, table, hasRules: !rows.isEmpty)
                }
            }
        }
    }

    /// The fallback, where something else always decides and nobody is asked for it.
    func unusedFallback() -> [Diagnostic] {
        guard let diagram, program.recommendation == nil, let fallback = program.fallback,
            !program.isAsked(program.rules[fallback])
        else { return [] }
        let reached = diagram.reachable(
            from: diagram.withoutReader, cells: diagram.variables.map { _ in nil })
        guard !reached.contains(where: { diagram.outcomes[$0].ground == .fallback }) else { return [] }
        return [.unusedFallback(program.rules[fallback], program)]
    }

    /// Options that no answers lead to.
    func unusedOptions(
        leavingOut reported: Set<RowID>, closed: Set<Int>
    ) -> (problems: [Diagnostic], options: Set<Int>) {
        guard let diagram else { return ([], []) }
        let influence = Influence(of: diagram, from: diagram.verdict, optionCount: program.options.count)
        let speaking = Set(
            program.rules.map(\.target.option) + program.tables.flatMap { $0.rows.compactMap(\.option) })
        // Where no rule speaks for anything there is nothing to analyse yet.
        guard !speaking.isEmpty || program.matrix != nil else { return ([], []) }
        var problems: [Diagnostic] = []
        for option in influence.unusedOptions where !closed.contains(option) {
            let isSaid = reported.contains { program.tables[$0.table].rows[$0.row].option == option }
            if !isSaid {
                problems.append(.unusedOption(program.options[option], isNamed: speaking.contains(option)))
            }
        }
        return (problems, Set(influence.unusedOptions))
    }

    /// Questions whose answers never change what is recommended.
    func idleQuestions(leavingOut reported: Set<RowID>, rules blamed: Set<Int>, unused: Set<Int>)
        -> [Diagnostic]
    {
        guard let diagram, !program.rules.isEmpty || !program.tables.isEmpty else { return [] }
        let influence = Influence(of: diagram, from: diagram.verdict, optionCount: program.options.count)
        let idle = Set(influence.idleVariables.map { diagram.variables[$0].input })
        var behind = Set<Int>()
        for input in program.domains.indices.dropFirst(program.questions.count) where !idle.contains(input) {
            behind.formUnion(program.questions(behindCondition: input))
        }
        let unread = Set(unreadTables().compactMap(\.location))
        return program.questions.indices.filter { question in
            let own = program.questions[question]
            guard idle.contains(question), !own.isAboutReader, own.isAsked, !behind.contains(question) else {
                return false
            }
            let rules = program.rules.filter { $0.question == question }
            if rules.contains(where: {
                blamed.contains($0.index) || unused.contains($0.target.option) || $0.isWeightless
            }) {
                return false
            }
            return !program.tables.enumerated().contains { index, table in
                table.inputs.contains { reads(question, $0.subject) }
                    && (unread.contains(table.location) || reported.contains { $0.table == index })
            }
        }.map { question in
            let isRead =
                program.rules.contains { $0.question == question }
                || program.tables.contains { $0.inputs.contains { reads(question, $0.subject) } }
            return .idle(program.questions[question], isRead: isRead)
        }
    }

    private func reads(_ question: Int, _ subject: DecisionTable.Subject) -> Bool {
        switch subject {
        case .question(let own): own == question
        case .expression(let index) where program.expressions.indices.contains(index):
            program.expressions[index].subjects.contains(.question(question))
        case .output, .tally, .viable, .expression: false
        }
    }
}

extension Rule {
    /// Whether it counts nothing, which its reader warns of.
    fileprivate var isWeightless: Bool {
        if case .signal(_, let weight, _) = target { weight == 0 } else { false }
    }
}

extension Diagnostic {
    fileprivate static func unread(_ table: DecisionTable) -> Diagnostic {
        Diagnostic(
            "unread-table", .warning, at: table.location, "no rule reads what '\(table.name)' puts out",
            suggestion:
                "let another table have '\(table.outputs.first?.name ?? "")' as an input, or take the table out"
        )
    }

    fileprivate static func unusedValue(
        _ value: Value, _ output: DecisionTable.Output, _ table: DecisionTable, hasRules: Bool
    ) -> Diagnostic {
        Diagnostic(
            "unused-value", .warning, at: table.location,
            "'\(table.name)' never puts out '\(value.text)' for '\(output.name)'",
            suggestion: hasRules
                ? "see what its rules ask for" : "add a rule that does, or take it out of the header")
    }

    fileprivate static func unusedFallback(_ rule: Rule, _ program: Program) -> Diagnostic {
        Diagnostic(
            "unused-fallback", .warning, at: rule.location,
            "something else always decides, so this fallback is never used",
            suggestion: "take it out, or ask for it with a question")
    }

    fileprivate static func unusedOption(_ option: Option, isNamed: Bool) -> Diagnostic {
        Diagnostic(
            "unused-option", .warning, at: option.location, "no answers lead to '\(option.name)'",
            suggestion: isNamed
                ? "give its rules more weight, or others less" : "add a rule for it, or take it out")
    }

    fileprivate static func idle(_ question: Question, isRead: Bool) -> Diagnostic {
        Diagnostic(
            "idle-question", .warning, at: question.location,
            isRead
                ? "'\(question.name)' never matters: whatever is answered, the same is recommended"
                : "no rule asks for '\(question.name)'",
            suggestion: isRead
                ? "see which rules it should change, or take it out" : "add a rule for it, or take it out")
    }
}
