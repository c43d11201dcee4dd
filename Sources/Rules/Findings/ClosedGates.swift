import Diagnostics

extension RuleAnalysis {
    /// Options whose gates no answers open all together. A gate whose own test nothing passes is said elsewhere.
    func closedGates(leavingOut impossible: Set<Int>) -> (
        problems: [Diagnostic], options: Set<Int>, rules: Set<Int>
    ) {
        var problems: [Diagnostic] = []
        var options = Set<Int>()
        var rules = Set<Int>()
        guard var compiler else { return ([], [], []) }
        for option in program.options.indices {
            let viable: Int32
            do throws(LimitExceeded) {
                viable = try compiler.viability(of: option)
            } catch {
                problems.append(.unsureGates(program.options[option]))
                break
            }
            guard viable == ~Compiler.isFalse else { continue }
            options.insert(option)
            let gates = program.gates[option]
            let isSaid =
                program.atoms[option].contains(where: options.contains)
                || gates.contains(where: impossible.contains)
            rules.formUnion(gates)
            if !isSaid {
                problems.append(.closed(program.options[option], gates.map { program.rules[$0] }, program))
            }
        }
        return (problems, options, rules)
    }

    /// Options that the recommendation table recommends though a gate is closed.
    func pastClosedGates() -> (problems: [Diagnostic], options: Set<Int>) {
        guard var compiler, let table = program.recommendation, let result = compiler.results[table],
            let column = program.tables[table].outputs.firstIndex(where: \.isOption)
        else { return ([], []) }
        var found: [Diagnostic] = []
        var options = Set<Int>()
        do throws(LimitExceeded) {
            for option in program.options.indices {
                guard let gate = program.gates[option].first else { continue }
                let name = Value.string(program.options[option].name)
                let past = try compiler.builder.combine(
                    try compiler.viability(of: option), result.root
                ) { viable, terminal in
                    guard viable == Compiler.isFalse, case .outputs(let rows) = result.terminals[terminal],
                        rows.contains(where: { $0[column] == name })
                    else { return Compiler.isFalse }
                    return Compiler.isTrue
                }
                let root = try compiler.builder.combine(past, reckonable) { $0 & $1 }
                if let shown = shown(root, in: compiler.builder) {
                    options.insert(option)
                    found.append(
                        .pastClosed(
                            program.options[option], program.tables[table], program.rules[gate], shown))
                }
            }
        } catch {
            found.append(.partlyAnalysed(program.tables[table], "recommendations past closed gates"))
        }
        return (found, options)
    }
}

extension Diagnostic {
    fileprivate static func closed(_ option: Option, _ gates: [Rule], _ program: Program) -> Diagnostic {
        let tests = gates.compactMap { rule in
            rule.question.map { "\(program.questions[$0].name) \(rule.testText)" }
        }
        return Diagnostic(
            "closed-gate", .warning, at: gates.last?.location ?? option.location,
            "no answers make '\(option.name)' viable: its gates exclude each other",
            suggestion: "correct one of them", notes: [Note("it asks for \(tests.joinedAsList())")])
    }

    fileprivate static func pastClosed(
        _ option: Option, _ table: DecisionTable, _ gate: Rule, _ shown: RuleAnalysis.Shown
    ) -> Diagnostic {
        Diagnostic(
            "past-closed-gate", .warning, at: table.location,
            "'\(table.name)' \(shown.verb) recommend '\(option.name)' where it is not viable",
            suggestion: "add an input '\(option.name) viable' to the table",
            notes: [Note("its gate is here", at: gate.location)] + [shown.example])
    }

    fileprivate static func unsureGates(_ option: Option) -> Diagnostic {
        Diagnostic(
            "partly-analysed", .warning, at: option.location,
            "'\(option.name)' has too many gates to tell whether all can be open at once",
            suggestion: "give it fewer gates")
    }
}
