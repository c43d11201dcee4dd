// Decision tables of random frameworks: they feed each other, and stand in the file in any order.

extension FrameworkBuilder {
    /// What a table is to become.
    private enum Plan: Equatable {
        case plain
        case favours
        /// A table that puts out options and that the next one reads.
        case options
        case recommendation
    }

    mutating func addTables() {
        var plans: [Plan] = []
        if random.chance(35) { plans.append(.plain) }
        if random.chance(35) { plans.append(.favours) }
        if random.chance(40) { plans.append(.plain) }
        if random.chance(65) || plans.isEmpty {
            if random.chance(15) { plans.append(.options) }
            plans.append(.recommendation)
        }
        let places = Array(plans.indices).shuffled(using: &random)
        let empty = PlainDecision(
            policy: .unique, role: .intermediate, inputs: [], orders: [], outputs: [], rows: [])
        plain.decisions = plans.map { _ in empty }
        var readable: [Operand] = []
        for (plan, place) in zip(plans, places) {
            // A tally reads every table of favours, so what is to be read by one reads no tally.
            let hasTallies = !plans[(plans.firstIndex(of: plan) ?? 0)...].contains(.favours)
            let made = table(plan, outputs(plan, place), reading: readable, tallies: hasTallies)
            plain.decisions[place] = made
            for (column, output) in made.outputs.enumerated() where plan != .favours {
                let values = Set(made.rows.map { $0.outputs[column] }).subtracting([.null])
                let order = made.rows.map { $0.outputs[column] }.filter(values.contains)
                let isCount = made.policy == .count
                let ascending = order.reduce(into: [PlainValue]()) { if !$0.contains($1) { $0.append($1) } }
                let operand = Operand(
                    subject: .output(decision: place, column: column),
                    values: isCount ? [1, 2].map { .number(PlainNumber($0)) } : ascending,
                    isList: !made.policy.isSingleHit && !made.policy.isAggregation)
                if output.isOption { readable = [operand] + readable } else { readable.append(operand) }
            }
        }
    }

    // MARK: Columns

    private mutating func outputs(_ plan: Plan, _ place: Int) -> [PlainDecision.Output] {
        let isOption = plan != .plain
        var outputs: [PlainDecision.Output] = []
        let name = plan == .favours ? "Favours" : pick(["Risk", "Fit class", "Go/no-go"]) + " \(place)"
        outputs.append(
            PlainDecision.Output(name: name, declared: isOption ? nil : declaredLabels(), isOption: isOption))
        if plan != .favours, random.chance(15) {
            outputs.append(
                PlainDecision.Output(name: "Second \(place)", declared: declaredLabels(), isOption: false))
        }
        return outputs
    }

    private mutating func declaredLabels() -> [String]? {
        pick([nil, ["high", "mid", "low"], ["low", "a, b", "high"]])
    }

    private mutating func policy(_ plan: Plan, _ outputs: [PlainDecision.Output]) -> PlainDecision.Policy {
        switch plan {
        case .favours: return .collect
        case .recommendation, .options:
            let isRanked = outputs.allSatisfy { $0.isOption || $0.declared != nil }
            let policy = pick(
                [.unique, .any, .priority, .first, .first, .ruleOrder, .outputOrder, .collect]
                    as [PlainDecision.Policy])
            return policy.ranks && !isRanked ? .first : policy
        case .plain:
            let aggregations: [PlainDecision.Policy] = [.sum, .least, .greatest]
            if outputs.count == 1, outputs[0].declared == nil, random.chance(35) { return pick(aggregations) }
            let policy = pick(PlainDecision.Policy.allCases)
            if policy.ranks, outputs.contains(where: { $0.declared == nil }) { return .any }
            if policy.isAggregation, policy != .count, outputs.count > 1 || outputs[0].declared != nil {
                return .count
            }
            return policy
        }
    }

    private mutating func inputs(_ plan: Plan, _ readable: [Operand], tallies: Bool) -> [Operand] {
        let questions = plain.questions.indices.map {
            Operand(subject: .question($0), values: constants[$0], order: plain.questions[$0].order)
        }
        let halves = [0, 1, 2, 4].map { PlainValue.number(PlainNumber($0, over: 2)) }
        let options = Array(plain.combines.indices)
        var choices = questions.filter { _ in random.chance(45) }
        choices += readable.filter { _ in random.chance(60) }
        if tallies, random.chance(25) {
            choices.append(Operand(subject: .tally(option: pick(options)), values: halves))
        }
        if random.chance(15) {
            choices.append(
                Operand(subject: .viable(option: pick(options)), values: [.truth(true), .truth(false)]))
        }
        if random.chance(25) {
            var operands = questions + readable
            if tallies { operands.append(Operand(subject: .tally(option: pick(options)), values: halves)) }
            let made = expression(over: operands.filter { !$0.values.isEmpty })
            choices.append(Operand(subject: .expression(made.expression), values: made.values))
        }
        choices = Array(choices.shuffled(using: &random).prefix(3))
        // A table that puts out options is one that recommends unless it is read.
        if plan == .recommendation, let first = readable.first, readsOptions(first),
            !choices.contains(where: { $0.subject == first.subject })
        {
            choices.append(first)
        }
        return choices.isEmpty ? [questions[0]] : choices
    }

    private func readsOptions(_ operand: Operand) -> Bool {
        if case .output(let decision, let column) = operand.subject {
            plain.decisions[decision].outputs[column].isOption
        } else {
            false
        }
    }

    // MARK: Rows

    private mutating func table(
        _ plan: Plan, _ outputs: [PlainDecision.Output], reading readable: [Operand], tallies: Bool
    ) -> PlainDecision {
        let policy = policy(plan, outputs)
        let inputs = inputs(plan, readable, tallies: tallies)
        var pools: [[PlainValue]] = []
        for output in outputs { pools.append(values(of: output, policy)) }
        var decision = PlainDecision(
            policy: policy,
            role: [.recommendation: .recommendation, .favours: .favours][plan] ?? .intermediate,
            inputs: inputs.map(\.subject),
            orders: inputs.map { operand in
                if case .question(let question) = operand.subject {
                    plain.questions[question].order
                } else {
                    nil
                }
            }, outputs: outputs, rows: [])
        for number in 0..<Int.random(in: 1...4, using: &random) {
            var cells: [PlainCell] = []
            for operand in inputs { cells.append(cell(of: operand)) }
            var values: [PlainValue] = []
            for pool in pools { values.append(number > 0 && random.chance(6) ? .null : pick(pool)) }
            var row = PlainDecision.Row(cells: cells, outputs: values)
            if outputs[0].isOption, values[0] != .null { row.qualifier = qualifier() }
            if plan == .favours, random.chance(50) { row.weight = weight() }
            decision.rows.append(row)
        }
        return decision
    }

    private mutating func values(of output: PlainDecision.Output, _ policy: PlainDecision.Policy)
        -> [PlainValue]
    {
        if output.isOption { return plain.optionNames.map { .text($0) } }
        if let declared = output.declared { return declared.map { .text($0) } }
        let numbers = [1, 2, 5, -1].map { PlainValue.number(PlainNumber($0, over: 2)) }
        if policy.isAggregation, policy != .count { return numbers }
        return pick([
            numbers, [.text("hot"), .text("a, b")], [.truth(true), .truth(false)],
            [.day(PlainDay.number(of: 2024, 2, 29)), .day(PlainDay.last)],
            [.text("hot"), numbers[0], .truth(true)],
        ])
    }

    private mutating func cell(of operand: Operand) -> PlainCell {
        switch operand.subject {
        case .question(let question): return cell(question: question)
        case .tally: return cell(operand.values, isOrdered: true)
        case .viable: return cell(operand.values, isOrdered: false)
        case .output, .expression:
            let isOrdered = operand.values.allSatisfy { value in
                switch value {
                case .number, .day: true
                default: false
                }
            }
            return cell(operand.values, isOrdered: isOrdered)
        }
    }
}
