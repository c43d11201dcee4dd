// What FORMATS 3 says of partial answers, read off all their completions.

/// What the oracle expects of one set of answers.
struct PlainExpectation {
    /// The option sets still possible, with whether each is a starting point throughout.
    var possible: [Int: Bool] = [:]
    var step: PlainFramework.Step?
    var leadsTo: [Int: Bool]?
    /// For each open question whether it matters to the recommendation, and to what follows.
    var matters: [Int: Bool] = [:]
    var mattersLater: [Int: Bool] = [:]
    var tallies: [PlainNumber] = []
    var viable: [Bool?] = []
    /// For each option that is favoured and not viable the questions of its unmet gates.
    var blocked: [Int: [Int]] = [:]
    var qualifiers: [Int: [String]] = [:]
    /// For each table the rows that make its result for certain, and whether it is violated for certain.
    var hits: [Set<Int>] = []
    var violated: [Int] = []
}

extension PlainSituations {
    /// What is expected of these answers, a sample for each question or `nil` while it is open.
    func expected(_ given: [Int?]) -> PlainExpectation {
        let cells = asserted(given)
        let completions = completions(of: cells)
        var expected = PlainExpectation()
        func possible(_ path: KeyPath<Entry, PlainFramework.Situation>) -> [Int: Bool] {
            completions.reduce(into: [:]) { found, index in
                let situation = entries[index][keyPath: path]
                found[situation.options] = (found[situation.options] ?? true) && situation.isStart
            }
        }
        func matters(_ path: KeyPath<Entry, PlainFramework.Situation>) -> [Int: Bool] {
            cells.indices.filter { cells[$0] == nil }.reduce(into: [:]) { found, question in
                found[question] = completions.contains { index in
                    neighbours(of: index, in: question).contains {
                        entries[$0][keyPath: path].options != entries[index][keyPath: path].options
                    }
                }
            }
        }
        expected.possible = possible(\.heard)
        let steps = Set(completions.map { entries[$0].heard.step })
        if expected.possible.count == 1, steps.count == 1 { expected.step = steps.first }
        if steps == [.asked] { expected.leadsTo = possible(\.unheard) }
        expected.matters = matters(\.heard)
        expected.mattersLater = matters(\.unheard)
        expected.hits = framework.decisions.indices.map { table in
            completions.dropFirst().reduce(entries[completions[0]].hits[table]) {
                $0.intersection(entries[$1].hits[table])
            }
        }
        expected.violated = framework.decisions.indices.filter { table in
            completions.allSatisfy { entries[$0].isViolated[table] }
        }
        addStandings(to: &expected, answered(given))
        return expected
    }

    /// The answers that are given to questions that are asked.
    private func answered(_ given: [Int?]) -> [PlainValue?] {
        given.indices.map { question in
            let isAsked = framework.isReaderAsked || question != framework.readersQuestion
            return isAsked ? given[question].map { samples[question][$0] } : nil
        }
    }

    private func addStandings(to expected: inout PlainExpectation, _ answers: [PlainValue?]) {
        /// Whether each item's test holds; `nil` while its question is open.
        let holds = framework.items.map { item in answers[item.question].map { framework.holds(item, $0) } }
        /// The signals that are certain to count: option, weight, qualifier; items first, then rows table by table.
        var signals: [(option: Int, weight: PlainNumber, qualifier: String?)] = []
        for (index, item) in framework.items.enumerated() where holds[index] == true {
            if case .signal(let option, let weight, let words) = item.meaning {
                signals.append((option, weight, words))
            }
        }
        for (index, decision) in framework.decisions.enumerated() where decision.role == .favours {
            for row in expected.hits[index].sorted() {
                guard
                    let option = framework.optionNames.firstIndex(where: {
                        .text($0) == decision.rows[row].outputs[0]
                    })
                else { continue }
                signals.append((option, decision.rows[row].weight, decision.rows[row].qualifier))
            }
        }
        for option in framework.combines.indices {
            let tally = signals.filter { $0.option == option }.reduce(PlainNumber(0)) { $0 + $1.weight }
            expected.tallies.append(tally)
            let gates = framework.gates(of: option).sorted()
            let unmet = gates.filter { holds[$0] == false }
            expected.viable.append(
                unmet.isEmpty ? (gates.allSatisfy { holds[$0] == true } ? true : nil) : false)
            if tally > PlainNumber(0), !unmet.isEmpty {
                expected.blocked[option] = unmet.map { framework.items[$0].question }
            }
        }
        guard expected.possible.count == 1, let set = expected.possible.keys.first else { return }
        for option in framework.combines.indices where set >> option & 1 == 1 {
            var words = signals.filter { $0.option == option && $0.weight >= PlainNumber(0) }.map(\.qualifier)
            if let table = framework.recommendation {
                let decision = framework.decisions[table]
                let column = decision.outputs.firstIndex(where: \.isOption) ?? 0
                words = expected.hits[table].sorted().map { decision.rows[$0] }
                    .filter { $0.outputs[column] == .text(framework.optionNames[option]) }.map(\.qualifier)
            }
            var seen = Set<String>()
            expected.qualifiers[option] = words.compactMap { $0 }.filter { seen.insert($0).inserted }
        }
    }
}

/// The smallest changes of answers, found by trying all.
struct PlainChanges {
    /// The certain recommendation now.
    var present: Int?
    /// For each other recommendation that changes lead to for certain how many answers change, and all ways to do it: the
    /// answers afterwards, open ones `nil`.
    var goals: [Int: (size: Int, ways: Set<[Int?]>)] = [:]

    init(_ situations: PlainSituations, _ given: [Int?]) {
        let framework = situations.framework
        let cells = situations.asserted(given)
        func certain(_ cells: [Int?]) -> Int? {
            let completions = situations.completions(of: cells)
            let first = situations.entries[completions[0]].heard.options
            return completions.allSatisfy { situations.entries[$0].heard.options == first } ? first : nil
        }
        present = certain(cells)
        let candidates = cells.indices.reduce([[Int?]]([[]])) { all, question in
            let isHeld =
                cells[question] == nil || framework.fixed.contains(question)
                || question == framework.readersQuestion
            let choices: [Int?] = isHeld ? [cells[question]] : situations.samples[question].indices.map { $0 }
            return all.flatMap { one in choices.map { one + [$0] } }
        }
        for candidate in candidates {
            guard let options = certain(candidate), options != present else { continue }
            let size = zip(candidate, cells).count { $0 != $1 }
            let known = goals[options] ?? (.max, [])
            if size < known.size {
                goals[options] = (size, [candidate])
            } else if size == known.size {
                goals[options]?.ways.insert(candidate)
            }
        }
    }
}
