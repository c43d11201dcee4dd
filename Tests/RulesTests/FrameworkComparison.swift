import Diagnostics
import FoundationEssentials

@testable import Rules

/// One random framework, judged by the module and by the oracle.
struct FrameworkComparison {
    let framework: RandomFramework
    private let logic: Logic
    /// What the two say differently, in words.
    private(set) var mismatches: [String] = []

    struct DoesNotCompile: Error {
        let problems: [String]
        let framework: String
    }

    private init(_ framework: RandomFramework) throws {
        self.framework = framework
        let (logic, problems) = framework.ruleSet.compile()
        guard let logic else {
            throw DoesNotCompile(problems: problems.map(\.summary), framework: "\(framework)")
        }
        self.logic = logic
    }

    /// A framework of any kind, under a few answers.
    init(seed: Int) throws {
        try self.init(RandomFramework(seed: seed))
        var random = SeededGenerator(seed: seed)
        for open in [0, 30, seed % 2 == 0 ? 50 : 100] {
            compare(framework.answers(&random, open: open), withChanges: open == 30)
        }
        for table in logic.tables.indices { mismatches += tableMismatches(table) }
        // Findings take about as long as all the rest.
        if seed % 4 == 0 { mismatches += FindingsComparison(framework, logic).mismatches }
    }

    /// A checklist, under all answers.
    init(checklistSeed seed: Int) throws {
        try self.init(RandomFramework(seed: seed, .checklist))
        let all = framework.situations.samples.reduce([[Int?]]([[]])) { sets, samples in
            sets.flatMap { set in ([nil] + samples.indices.map(Optional.some)).map { set + [$0] } }
        }
        for (index, cells) in all.enumerated() where mismatches.isEmpty {
            compare(cells, withChanges: index % 7 == 0)
        }
    }

    private mutating func compare(_ cells: [Int?], withChanges: Bool) {
        let verdict = logic.evaluate(answers(cells))
        let expected = framework.situations.expected(cells)
        var found =
            verdict.isExact || !framework.plain.hasConditions
            ? exactMismatches(verdict, expected, cells) : cautiousMismatches(verdict, expected)
        if withChanges, !framework.plain.hasConditions { found += changeMismatches(cells) }
        let shown = cells.enumerated().map { question, cell in
            "q\(question) = " + (cell.map { "\(framework.situations.samples[question][$0])" } ?? "?")
        }
        mismatches += found.map { "\(shown): \($0)" }
    }

    func answers(_ cells: [Int?]) -> Answers {
        var answers = Answers()
        for (question, cell) in cells.enumerated() {
            answers["q\(question)"] = cell.flatMap {
                AnswerValue(framework.situations.samples[question][$0], framework.plain.questions[question])
            }
        }
        return answers
    }

    // MARK: Verdicts

    private func exactMismatches(_ verdict: Verdict, _ expected: PlainExpectation, _ cells: [Int?])
        -> [String]
    {
        let plain = framework.plain
        var found: [String] = []
        func compare<Value: Equatable>(_ what: String, _ actual: Value, _ wanted: Value) {
            if actual != wanted { found.append("\(what) is \(actual), not \(wanted)") }
        }
        let open = Dictionary(verdict.open.map { ($0.question, $0) }) { first, _ in first }
        compare("exact", verdict.isExact, true)
        compare("decided", verdict.decided, expected.possible.count == 1)
        compare("possible", verdict.possible.plain, expected.possible)
        compare("possible in order", verdict.possible.map(\.options), verdict.possible.map(\.options).inOrder)
        compare("leads to", verdict.leadsTo?.plain, expected.leadsTo)
        compare("step", verdict.ground?.step, expected.step)
        compare("matters", open.mapValues(\.matters), expected.matters)
        compare("matters later", open.mapValues(\.mattersToWhatFollows), expected.mattersLater)
        // What rows with a condition say may go unsaid while it is open.
        let isCautious = plain.hasConditions
        if !isCautious || !cells.contains(nil) {
            compare(
                "qualifiers",
                Dictionary(verdict.recommendations.map { ($0.option, $0.qualifiers) }) { $0 + $1 },
                expected.qualifiers)
            compare("tallies", verdict.standings.map { "\($0.tally)" }, expected.tallies.map(\.text))
            compare("violated", verdict.violated, expected.violated)
            compare(
                "blocked", Dictionary(verdict.blocked.map { ($0.option, $0.gates) }) { $0 + $1 },
                expected.blocked)
            compare(
                "fired rows",
                plain.decisions.indices.map { table in
                    Set(verdict.firedRows.filter { $0.table == table }.map(\.row))
                }, expected.hits)
        }
        found += cautiousMismatches(verdict, expected)
        compare(
            "starting point", Set(verdict.recommendations.map(\.startingPoint)),
            expected.qualifiers.isEmpty ? [] : Set(expected.possible.values))
        compare("viable", verdict.standings.map(\.isViable), expected.viable)
        let subject = cells.indices.filter { $0 != plain.readersQuestion }
        compare("answered", verdict.answeredCount, subject.count { cells[$0] != nil })
        compare("asked", verdict.questionCount, subject.count)
        return found
    }

    /// What is said with caution may be more than can be, and never less.
    private func cautiousMismatches(_ verdict: Verdict, _ expected: PlainExpectation) -> [String] {
        var found: [String] = []
        let possible = Set(verdict.possible.plain.keys)
        if !possible.isSuperset(of: expected.possible.keys) {
            found.append("possible is \(verdict.possible.plain), and can be \(expected.possible)")
        }
        if verdict.decided, expected.possible.count > 1 { found.append("decided, and is not") }
        for open in verdict.open where !open.matters && expected.matters[open.question] == true {
            found.append("q\(open.question) matters")
        }
        for table in verdict.violated where !expected.violated.contains(table) {
            found.append("table \(table) is not always violated")
        }
        for fired in verdict.firedRows where !expected.hits[fired.table].contains(fired.row) {
            found.append("row \(fired.row) of table \(fired.table) does not always count")
        }
        return found
    }

    // MARK: Changes

    private func changeMismatches(_ cells: [Int?]) -> [String] {
        guard let diagram = logic.diagram, diagram.variables.count == framework.plain.questions.count else {
            return ["no diagram over the questions alone"]
        }
        let situations = framework.situations
        let reader = framework.plain.readersQuestion
        let asserted = situations.asserted(cells)
        if let reader, asserted[reader] == 0, framework.plain.recommendation == nil { return [] }
        let recommendations = Recommendations(of: diagram, from: diagram.verdict)
        let variables = diagram.variables.map(\.input)
        /// The module's cells of some answers, by variable.
        func moduleCells(_ answers: [Int?]) -> [Int?] {
            zip(variables, diagram.variables).map { question, variable in
                answers[question].flatMap { sample in
                    AnswerValue(situations.samples[question][sample], framework.plain.questions[question])
                        .flatMap(variable.domain.cell)
                }
            }
        }
        let answered = moduleCells(asserted)
        guard
            let found = try? Changes(
                of: recommendations.nodes, answered: answered,
                fixed: variables.map { framework.plain.fixed.contains($0) || $0 == reader }, limit: 1000)
        else { return ["no changes"] }
        let expected = PlainChanges(situations, cells)
        func bits(_ terminal: Int) -> Int { recommendations.options[terminal].reduce(0) { $0 | 1 << $1 } }
        var mismatches: [String] = []
        if found.present.map(bits) != expected.present {
            mismatches.append("certain is \(found.present.map(bits) ?? -1), not \(expected.present ?? -1)")
        }
        let goals = found.goals.map { bits($0.terminal) }
        if Set(goals) != Set(expected.goals.keys) || Set(goals).count != goals.count {
            mismatches.append("changes lead to \(goals), not \(expected.goals.keys)")
        }
        for goal in found.goals {
            guard let wanted = expected.goals[bits(goal.terminal)] else { continue }
            let ways = Set(wanted.ways.map(moduleCells))
            let listed = goal.boxes.flatMap { $0.assignments(from: answered) }
            if goal.size != wanted.size || goal.count != UInt128(ways.count) || Set(listed) != ways
                || listed.count != ways.count
            {
                mismatches.append(
                    "to \(bits(goal.terminal)) by \(goal.size) in \(goal.count) ways \(listed), not by \(wanted.size) in \(ways)"
                )
            }
        }
        return mismatches
    }

    // MARK: Tables

    /// Gaps, overlaps, masked and empty rules of a table whose columns are questions, against all its points.
    private func tableMismatches(_ index: Int) -> [String] {
        let plain = framework.plain.decisions[index]
        let table = logic.tables[index]
        let questions = plain.inputs.compactMap {
            if case .question(let question) = $0 { question } else { nil }
        }
        guard questions.count == plain.inputs.count, Set(questions).count == questions.count else {
            return []
        }
        let program = logic.program
        let domains = questions.map { program.domains[$0] }
        let boxes = BoxTable(
            columns: domains.map { BoxTable.Column(size: $0.cells.count, isOrdered: $0.isOrdered) },
            rules: table.rows.map { row in
                RuleBox(
                    questions.indices.map { column in
                        let type = program.questions[questions[column]].type
                        return CellRanges(
                            cells: domains[column].cells.indices.filter {
                                row.tests[column].matches(domains[column].cells[$0].sample(of: type))
                            })
                    })
            })
        /// Each point of the oracle with the module's cells and the rows that match.
        let samples = questions.map { framework.situations.samples[$0] }
        let answers = samples.reduce([[PlainValue]]([[]])) { all, choices in
            all.flatMap { one in choices.map { one + [$0] } }
        }
        let points = answers.map { answers -> (cells: [Int], rows: [Int]) in
            let cells = questions.indices.compactMap { column in
                AnswerValue(answers[column], framework.plain.questions[questions[column]])
                    .flatMap(domains[column].cell)
            }
            let rows = plain.rows.indices.filter { row in
                answers.indices.allSatisfy {
                    plain.rows[row].cells[$0].holds(answers[$0], order: plain.orders[$0])
                }
            }
            return (cells, rows)
        }
        var found: [String] = []
        if Set(points.map(\.cells)).count != domains.reduce(1, { $0 * $1.cells.count }) {
            found.append("table \(index) has cells that no answer lies in")
        }
        let gaps = boxes.gaps(limit: .max)
        for point in points
        where gaps.found.count(where: { $0.region.contains(point.cells) }) != (point.rows.isEmpty ? 1 : 0) {
            found.append("table \(index) at \(point.cells): gaps")
        }
        var pairs = Set<[Int]>()
        for point in points {
            for a in point.rows { for b in point.rows where a < b { pairs.insert([a, b]) } }
        }
        let isConflict = { (a: Int, b: Int) in
            plain.policy != .any || plain.rows[a].outputs != plain.rows[b].outputs
        }
        let overlaps = boxes.overlaps(where: isConflict, limit: .max).found.map { [$0.first, $0.second] }
        if Set(overlaps) != pairs.filter({ isConflict($0[0], $0[1]) })
            || Set(overlaps).count != overlaps.count
        {
            found.append("table \(index): overlaps are \(overlaps), not \(pairs)")
        }
        let empty = plain.rows.indices.filter { row in !points.contains { $0.rows.contains(row) } }
        if boxes.empty().map(\.rule) != empty { found.append("table \(index): empty, not \(empty)") }
        let masked = plain.rows.indices.filter { row in
            !empty.contains(row) && points.allSatisfy { !$0.rows.contains(row) || $0.rows[0] != row }
        }
        if boxes.masked().found.map(\.rule) != masked {
            found.append("table \(index): masked, not \(masked)")
        }
        return found
    }
}

extension AnswerValue {
    /// An answer of the oracle's as it is given to the module.
    init?(_ value: PlainValue, _ type: PlainType) {
        switch value {
        case .truth(let truth): self = truth ? .yes : .no
        case .number(let number):
            guard let number = Number(string: number.text) else { return nil }
            self = .number(number)
        case .text(let text): self = type == .text ? .text(text) : .label(text)
        case .day(let day):
            guard let date = CalendarDate(iso: PlainDay.iso(day)) else { return nil }
            self = .date(date)
        case .null, .list: return nil
        }
    }
}

extension Box {
    /// The answers after each of the changes that the box holds.
    func assignments(from answered: [Int?]) -> [[Int?]] {
        sides.reduce([answered]) { all, side in
            all.flatMap { one in
                side.cells.cells.map { cell in
                    var changed = one
                    changed[side.variable] = cell
                    return changed
                }
            }
        }
    }
}

extension [Recommendation] {
    fileprivate var plain: [Int: Bool] {
        Dictionary(map { ($0.options.reduce(0) { $0 | 1 << $1 }, $0.startingPoint) }) { $0 && $1 }
    }
}

extension [[Int]] {
    /// By size and then by option, each once, the empty one last.
    fileprivate var inOrder: [[Int]] {
        Set(self).sorted { a, b in
            let sizes = [a, b].map { $0.isEmpty ? Int.max : $0.count }
            return sizes[0] == sizes[1] ? a.lexicographicallyPrecedes(b) : sizes[0] < sizes[1]
        }
    }
}

extension Ground {
    fileprivate var step: PlainFramework.Step {
        switch self {
        case .askedToStart: .asked
        case .composite, .tiedComposites: .composite
        case .favoured, .tie: .tally
        case .fallback: .fallback
        case .matrix: .matrix
        case .nothing: .nothing
        case .table: .table
        case .violated: .violated
        }
    }
}
