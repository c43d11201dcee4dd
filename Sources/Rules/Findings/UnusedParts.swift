import Diagnostics
import FoundationEssentials

extension RuleAnalysis {
    /// Tables that neither recommend nor count, and whose outputs nothing reads.
    func unreadTables() -> [Int] {
        var read = Set<Int>()
        for subject in program.tables.flatMap({ $0.inputs.map(\.subject) })
            + program.expressions.flatMap(\.subjects)
        {
            if case .output(let table, _) = subject { read.insert(table) }
        }
        return program.tables.indices.filter {
            program.tables[$0].role == .intermediate && !read.contains($0)
        }
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
        let given = program.unaskedCells
        let reached = diagram.reachable(
            from: diagram.withoutReader, cells: diagram.variables.map { given[$0.input] })
        guard !reached.contains(where: { diagram.outcomes[$0].ground == .fallback }) else { return [] }
        return [.unusedFallback(program.rules[fallback], program)]
    }

    /// Options that no answers lead to. Where a weighted matrix decides, an assessment's own weights may lead to any that
    /// it scores.
    func unusedOptions(
        leavingOut reported: Set<RowID>, closed: Set<Int>
    ) -> (problems: [Diagnostic], options: Set<Int>) {
        guard let diagram else { return ([], []) }
        let influence = influence(of: diagram)
        let isWeighed = diagram.outcomes.indices.contains {
            diagram.outcomes[$0].ground == .matrix && !influence.unreachedOutcomes.contains($0)
        }
        let scored = Set(isWeighed ? program.matrix?.options ?? [] : [])
        let unused = Set(influence.unusedOptions).subtracting(scored)
        // Where no rule speaks for anything there is nothing to analyse yet.
        guard isWeighed || !program.rules.isEmpty || program.recommendation != nil else { return ([], []) }
        let said = Set(reported.compactMap { program.tables[$0.table].rows[$0.row].option }).union(
            program.rules.filter(\.isWeightless).map(\.target.option))
        let problems = unused.subtracting(closed).subtracting(said).sorted().map { option in
            Diagnostic.unusedOption(program.options[option], suggestion: wayToUse(option))
        }
        return (problems, unused)
    }

    private func wayToUse(_ option: Int) -> String {
        if let table = program.recommendation.map({ program.tables[$0] }) {
            return table.rows.contains { $0.option == option }
                ? "see which answers pass the rules of '\(table.name)' that name it"
                : "add a rule for it to '\(table.name)', or take it out"
        }
        let counts = program.signals[option].contains { signal in
            if case .signal(_, let weight, _) = program.rules[signal].target { weight > 0 } else { false }
        }
        if counts { return "give its rules more weight, or others less" }
        return program.atoms[option].isEmpty
            ? "add a rule that counts for it, or take it out"
            : "see whether just what it combines can be favoured, or take it out"
    }
}

extension Diagnostic {
    static func unread(_ table: DecisionTable) -> Diagnostic {
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

    fileprivate static func unusedOption(_ option: Option, suggestion: String) -> Diagnostic {
        Diagnostic(
            "unused-option", .warning, at: option.location, "no answers lead to '\(option.name)'",
            suggestion: suggestion)
    }
}
