/// A decision table of the oracle: hit policies as DMN 1.5, 8.2.10 words them, row by row.
struct PlainDecision {
    enum Policy: String, CaseIterable {
        case unique = "U", any = "A", priority = "P", first = "F", ruleOrder = "R", outputOrder = "O"
        case collect = "C", sum = "C+", least = "C<", greatest = "C>", count = "C#"

        var isSingleHit: Bool { [.unique, .any, .priority, .first].contains(self) }
        var isAggregation: Bool { [.sum, .least, .greatest, .count].contains(self) }
        var ranks: Bool { self == .priority || self == .outputOrder }
    }

    enum Role { case recommendation, favours, intermediate }

    struct Output {
        var name: String
        /// The values in the header, the highest priority first.
        var declared: [String]?
        var isOption: Bool
    }

    struct Row {
        var cells: [PlainCell]
        var outputs: [PlainValue]
        var qualifier: String?
        /// The weight of a signal in a table of favours.
        var weight = PlainNumber(1)
    }

    var policy: Policy
    var role: Role
    var inputs: [PlainSubject]
    /// For each input the labels of a scale, the least first, where it is one.
    var orders: [[String]?]
    var outputs: [Output]
    var rows: [Row]

    /// What the table makes of some rows that match.
    struct Result {
        var matching: [Int]
        /// Those of which the result is made; all that match where they may not.
        var hits: [Int]
        var isViolated = false
        /// What is put out, row by row; `nil` where that is null.
        var rows: [[PlainValue]]?
        /// What a reader of each column gets.
        var columns: [PlainValue]
    }

    func result(_ matching: [Int], optionNames: [String]) -> Result {
        let nothing = outputs.map { _ in PlainValue.null }
        var result = Result(matching: matching, hits: matching, rows: nil, columns: nothing)
        guard let first = matching.first else { return result }
        let ranked = matching.sorted {
            rank($0, optionNames).lexicographicallyPrecedes(rank($1, optionNames))
        }
        func single(_ row: Int) {
            result.rows = [rows[row].outputs]
            result.columns = rows[row].outputs
        }
        switch policy {
        case .unique:
            result.isViolated = matching.count > 1
            if !result.isViolated { single(first) }
        case .any:
            result.isViolated = matching.contains { rows[$0].outputs != rows[first].outputs }
            if !result.isViolated { single(first) }
        case .first, .priority:
            result.hits = [policy == .first ? first : ranked[0]]
            single(result.hits[0])
        case .ruleOrder, .collect, .outputOrder:
            let all = (policy == .outputOrder ? ranked : matching).map { rows[$0].outputs }
            result.rows = all
            result.columns = outputs.indices.map { column in .list(all.map { $0[column] }) }
        case .count: result.columns = nothing.map { _ in .number(PlainNumber(matching.count)) }
        case .sum: aggregate { $0.reduce(PlainNumber(0), +) }
        case .least: aggregate { $0.min() }
        case .greatest: aggregate { $0.max() }
        }
        if policy.isAggregation { result.rows = [result.columns] }
        return result

        /// One number of the rows' only output; null among them leaves nothing that is known.
        func aggregate(_ operation: ([PlainNumber]) -> PlainNumber?) {
            let values = matching.map { rows[$0].outputs[0] }
            let numbers = values.compactMap(\.number)
            result.columns = [
                numbers.count == values.count ? operation(numbers).map { .number($0) } ?? .null : .null
            ]
        }
    }

    /// By the declared order, the first column first, then by the table's.
    private func rank(_ row: Int, _ optionNames: [String]) -> [Int] {
        zip(outputs, rows[row].outputs).map { output, value in
            let order = output.isOption ? optionNames : output.declared ?? []
            return value.text.flatMap(order.firstIndex) ?? order.count
        } + [row]
    }
}
