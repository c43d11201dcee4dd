import Diagnostics
import FoundationEssentials

extension RuleAnalysis {
    /// What is said to be without effect already, so that questions which only bear on it need not be named as well.
    struct Silent {
        /// Rules of tables.
        let rows: Set<RowID>
        /// Items of checklists.
        let rules: Set<Int>
        /// Options.
        let options: Set<Int>
        /// Options whose gates.
        let gated: Set<Int>
    }

    /// Questions whose answers never change what is recommended, on which ground, or in which words. A text that no rule
    /// reads is a note to readers.
    func idleQuestions(besides silent: Silent) -> [Diagnostic] {
        guard !program.rules.isEmpty || !program.tables.isEmpty else { return [] }
        var blamed = program.questions(
            behind: silent.rows.flatMap { id in
                subjects(of: program.tables[id.table].rows[id.row], in: program.tables[id.table])
            })
        for index in unreadTables() {
            blamed.formUnion(program.questions(behind: program.tables[index].inputs.map(\.subject)))
        }
        let gates = silent.gated.flatMap { program.gates[$0] }
        for rule in program.rules {
            if let question = rule.question,
                silent.rules.contains(rule.index) || gates.contains(rule.index) || rule.isWeightless
                    || silent.options.contains(rule.target.option)
            {
                blamed.insert(question)
            }
        }
        return idleQuestions().filter {
            !blamed.contains($0) && (isRead($0) || program.questions[$0].type != .text)
        }.map { question in
            .idle(
                program.questions[question], isRead: isRead(question),
                uncounted: uncountedOption(of: question).map { program.options[$0].name })
        }
    }

    /// The asked questions on which neither a recommendation nor its ground, words or reason depends, whoever is at fault.
    func idleQuestions() -> [Int] {
        guard let diagram, let compiler else { return [] }
        let influence = influence(of: diagram)
        let idle = Set(influence.idleVariables.map { diagram.variables[$0].input })
        var mattering = Set(program.domains.indices).subtracting(idle)
        for rule in program.rules {
            if let question = rule.question, case .signal(_, _, _?) = rule.target {
                mattering.insert(question)
            }
        }
        if let index = program.recommendation, let result = compiler.results[index] {
            let table = program.tables[index]
            for row in table.rows.indices where speaksForItself(row, in: table) {
                mattering.formUnion(
                    compiler.builder.levels(of: result.matches[row]).map { program.order[$0] })
            }
        }
        for input in program.domains.indices.dropFirst(program.questions.count)
        where mattering.contains(input) {
            mattering.formUnion(program.questions(behindCondition: input))
        }
        return program.questions.indices.filter {
            !mattering.contains($0) && !program.questions[$0].isAboutReader && program.questions[$0].isAsked
        }
    }

    /// Whether a rule gives readers other words or another reason than a rule that puts out the same.
    private func speaksForItself(_ row: Int, in table: DecisionTable) -> Bool {
        let own = table.rows[row]
        return table.rows.contains {
            $0.outputs == own.outputs
                && ($0.qualifier != own.qualifier || (own.reason != nil && $0.reason != own.reason))
        }
    }

    private func isRead(_ question: Int) -> Bool {
        program.rules.contains { $0.question == question }
            || program.tables.contains { $0.inputs.contains { reads(question, $0.subject) } }
    }

    /// The option for or against which a question only counts, where no table that leads to the recommendation reads how
    /// much counts for it.
    private func uncountedOption(of question: Int) -> Int? {
        guard program.recommendation != nil else { return nil }
        let subjects =
            program.tables.flatMap { $0.inputs.map(\.subject) } + program.expressions.flatMap(\.subjects)
        let options = Set(program.rules.filter { $0.question == question }.map(\.target.option))
        guard let option = options.first, options.count == 1, !subjects.contains(.tally(option: option)),
            !subjects.contains(where: { reads(question, $0) })
        else { return nil }
        return option
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
    var isWeightless: Bool {
        if case .signal(_, let weight, _) = target { weight == 0 } else { false }
    }
}

extension Diagnostic {
    fileprivate static func idle(_ question: Question, isRead: Bool, uncounted option: String?) -> Diagnostic
    {
        if let option {
            return Diagnostic(
                "idle-question", .warning, at: question.location,
                "'\(question.name)' never matters: no table reads how much counts for '\(option)'",
                suggestion: "let the table that recommends have '\(option)' as an input, or take the rule out"
            )
        }
        return Diagnostic(
            "idle-question", .warning, at: question.location,
            isRead
                ? "'\(question.name)' never matters: whatever is answered, the same is recommended"
                : "no rule asks for '\(question.name)'",
            suggestion: isRead
                ? "see which rules it should change, or take it out" : "add a rule for it, or take it out")
    }
}
