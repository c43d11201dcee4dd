import Diagnostics

@testable import Rules

/// What is said to be wrong with the rules of a random framework, against all complete answers to it.
struct FindingsComparison {
    private let plain: PlainFramework
    private let situations: PlainSituations
    private let logic: Logic
    private let analysis: RuleAnalysis
    private let findings: [Diagnostic]
    /// The complete answers; a question that is not asked has one only.
    private let entries: [PlainSituations.Entry]
    private let indices: [Int]
    /// What the two say differently, in words.
    private(set) var mismatches: [String] = []

    init(_ framework: RandomFramework, _ logic: Logic) {
        self.logic = logic
        plain = framework.plain
        situations = framework.situations
        analysis = RuleAnalysis(logic)
        findings = logic.findings()
        var cells = plain.questions.map { _ in Int?.none }
        if !plain.isReaderAsked { cells = situations.asserted(cells) }
        indices = situations.completions(of: cells)
        entries = indices.map { [situations] in situations.entries[$0] }
        // A condition that reckons may have cases that no answers lead to; what is said of it is said with caution.
        guard !plain.hasConditions else { return }
        if findings.contains(where: { $0.id == "partly-analysed" }) { mismatches.append("partly analysed") }
        let deaf = compareDeafRules()
        for table in plain.decisions.indices {
            compareGaps(table)
            compareConflicts(table)
            compareRedundantRules(table, deaf)
        }
        compareParts()
        compareIdleQuestions()
    }

    private mutating func compare<Value: Equatable>(_ what: String, _ actual: Value, _ wanted: Value) {
        if actual != wanted { mismatches.append("\(what): \(actual), not \(wanted)") }
    }

    private func found(_ id: String, in table: Int) -> [Diagnostic] {
        findings.filter { $0.id == id && $0.summary.contains("'Table \(table)'") }
    }

    // MARK: Tables

    private mutating func compareGaps(_ table: Int) {
        let read = plain.decisions[table].inputs.flatMap { subject -> [Int] in
            var subjects = [subject]
            if case .expression(let expression) = subject { subjects = expression.subjects }
            return subjects.compactMap { if case .output(let decision, _) = $0 { decision } else { nil } }
        }
        let hasGap = entries.contains { entry in
            entry.matching[table].isEmpty
                && read.allSatisfy { !entry.matching[$0].isEmpty && !entry.isViolated[$0] }
        }
        let isMeant = plain.decisions[table].role != .favours
        compare("gap in \(table)", found("table-gap", in: table).count, hasGap && isMeant ? 1 : 0)
    }

    private mutating func compareConflicts(_ table: Int) {
        let conflicts = found("rules-conflict", in: table)
        compare("conflict in \(table)", conflicts.count, entries.contains { $0.isViolated[table] } ? 1 : 0)
        let rows = logic.tables[table].rows
        for conflict in conflicts {
            let pair = Set(
                rows.indices.filter { row in
                    conflict.summary.split(separator: " ")
                        .prefix(4).contains { $0 == rows[row].number }
                })
            if !entries.contains(where: { $0.isViolated[table] && $0.matching[table].isSuperset(of: pair) })
                || pair.count != 2
            {
                mismatches.append("no conflict in \(table): \(conflict.summary)")
            }
        }
    }

    /// The rows that can never fire.
    private mutating func compareDeafRules() -> [Set<Int>] {
        let deaf = analysis.deafRules(closed: [])
        let expected = plain.decisions.indices.map { table in
            let isFirst = [.first, .priority].contains(plain.decisions[table].policy)
            return Set(
                plain.decisions[table].rows.indices.filter { row in
                    !entries.contains { (isFirst ? $0.hits : $0.matching)[table].contains(row) }
                })
        }
        for table in plain.decisions.indices {
            let rows = Set(deaf.rows.filter { $0.table == table }.map(\.row))
            compare("rules of \(table) that never fire", rows, expected[table])
            let impossible = expected[table].filter { row in
                !entries.contains { $0.matching[table].contains(row) }
            }
            compare(
                "impossible rules of \(table)",
                deaf.problems.count {
                    $0.id == "impossible-rule" && $0.summary.contains("'Table \(table)'")
                }, impossible.count)
        }
        let items = plain.items.filter { item in
            !situations.samples[item.question].contains { plain.holds(item, $0) }
        }
        compare("impossible items", analysis.impossibleItems().rules.count, items.count)
        return expected
    }

    /// Without what is redundant each table says the same; without any other rule it says something else.
    private mutating func compareRedundantRules(_ table: Int, _ deaf: [Set<Int>]) {
        let decision = plain.decisions[table]
        let deafRows = Set(
            plain.decisions.indices.flatMap { table in
                deaf[table].map { RuleAnalysis.RowID(table: table, row: $0) }
            })
        let redundant = Set(
            analysis.redundantRules(leavingOut: deafRows).rows.filter { $0.table == table }.map(\.row))
        func isSame(without rows: Set<Int>) -> Bool {
            Set(entries.map { $0.matching[table] }).allSatisfy { matching in
                let all = decision.result(matching.sorted(), optionNames: plain.optionNames)
                let rest = decision.result(
                    matching.subtracting(rows).sorted(), optionNames: plain.optionNames)
                return all.rows == rest.rows && all.isViolated == rest.isViolated
                    && all.columns == rest.columns
            }
        }
        // Readers are told to take out both.
        let gone = redundant.union(deaf[table])
        if !isSame(without: gone) { mismatches.append("table \(table) needs one of \(gone)") }
        guard decision.policy != .unique, decision.role != .favours else {
            return compare("redundant in \(table)", redundant, [])
        }
        for row in decision.rows.indices where !gone.contains(row) {
            if isSame(without: gone.union([row])), !isMissed(row, besides: gone, in: table) {
                mismatches.append("table \(table) does not need \(row), besides \(gone)")
            }
        }
        for row in redundant where isMissed(row, besides: gone, in: table) {
            mismatches.append("table \(table) loses what \(row) says")
        }
    }

    /// Whether readers would somewhere miss the words in which a row says what another would say as well.
    private func isMissed(_ row: Int, besides left: Set<Int>, in table: Int) -> Bool {
        let decision = plain.decisions[table]
        guard decision.policy.isSingleHit else { return false }
        func saysTheSame(_ other: Int) -> Bool {
            decision.rows[other].qualifier == decision.rows[row].qualifier
                && decision.rows[other].outputs == decision.rows[row].outputs
        }
        return entries.contains { entry in
            guard entry.hits[table].contains(row) else { return false }
            let rest = entry.matching[table].subtracting(left.union([row]))
            let hits = decision.result(rest.sorted(), optionNames: plain.optionNames).hits
            return !hits.contains(where: saysTheSame)
        }
    }

    // MARK: The whole

    private mutating func compareParts() {
        let closed = plain.combines.indices.filter { option in
            !entries.contains { $0.viable.contains(option) }
        }
        compare("closed", analysis.closedGates(leavingOut: []).options.sorted(), closed)
        let said = entries.reduce(0) { $0 | $1.heard.options }
        // Another's weights may lead elsewhere.
        let isWeighed = entries.contains { $0.heard.step == .matrix || $0.unheard.step == .matrix }
        if !plain.items.isEmpty || plain.recommendation != nil {
            compare(
                "unused options", analysis.unusedOptions(leavingOut: [], closed: []).options.sorted(),
                isWeighed ? [] : plain.combines.indices.filter { said >> $0 & 1 == 0 })
        }
        let isUnused =
            plain.fallback != nil && !plain.isReaderAsked && plain.recommendation == nil
            && !entries.contains { $0.unheard.step == .fallback }
        compare("unused fallback", analysis.unusedFallback().count, isUnused ? 1 : 0)
        let past = plain.combines.indices.filter { option in
            plain.recommendation != nil
                && entries.contains { $0.heard.options >> option & 1 == 1 && !$0.viable.contains(option) }
        }
        compare("past closed gates", analysis.pastClosedGates().options.sorted(), past)
    }

    private mutating func compareIdleQuestions() {
        let words = plain.items.filter { item in
            if case .signal(_, _, _?) = item.meaning { true } else { false }
        }.map(\.question)
        let rows = plain.recommendation.map { table in
            plain.decisions[table].rows.indices.filter { row in
                plain.decisions[table].rows.contains {
                    $0.outputs == plain.decisions[table].rows[row].outputs
                        && $0.qualifier != plain.decisions[table].rows[row].qualifier
                }
            }
        }
        /// What readers are told: what is recommended, why, and for rules that say it in words of their own which match.
        func told(_ index: Int) -> [AnyHashable] {
            let entry = situations.entries[index]
            let matching = plain.recommendation.map { entry.matching[$0] } ?? []
            return [entry.heard.options, entry.heard.step, matching.intersection(rows ?? [])]
        }
        let idle = plain.questions.indices.filter { question in
            question != plain.readersQuestion && !words.contains(question)
                && indices.allSatisfy { index in
                    situations.neighbours(of: index, in: question).allSatisfy { told($0) == told(index) }
                }
        }
        compare("idle questions", analysis.idleQuestions(), idle)
    }
}
