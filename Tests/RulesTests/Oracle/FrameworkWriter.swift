import Diagnostics
import FoundationEssentials
import Rules

/// Writes a framework of the oracle as an author would, in any of the notations that FORMATS allows.
struct FrameworkWriter {
    let framework: PlainFramework
    let questionNames: [String]
    var random: SeededGenerator

    init(_ framework: PlainFramework, questionNames: [String], seed: Int) {
        self.framework = framework
        self.questionNames = questionNames
        random = SeededGenerator(seed: ~seed)
    }

    mutating func ruleSet() -> RuleSet {
        let options = framework.combines.enumerated().map { index, parts in
            Option(
                id: "o\(index)", name: framework.optionNames[index], combines: parts.map { "o\($0)" },
                location: place())
        }
        let own = Set(framework.items.filter { $0.cell == nil }.map(\.question))
        var questions: [QuestionSource] = []
        for (index, type) in framework.questions.enumerated() where !own.contains(index) {
            questions.append(
                QuestionSource(
                    id: "q\(index)", name: questionNames[index], ask: "How is \(index)?",
                    type: text(written(type)), location: place()))
        }
        var items: [ChecklistItem] = []
        for item in framework.items {
            let isReaders = if case .start = item.meaning { true } else { false }
            let test = item.cell.map { text(cell($0, of: framework.questions[item.question])) }
            items.append(
                ChecklistItem(
                    id: "q\(item.question)", name: questionNames[item.question],
                    ask: isReaders && !framework.isReaderAsked ? "Otherwise" : "Is \(item.question) so?",
                    test: test, target: text(target(item.meaning)), location: place()))
        }
        var tables: [TableSource] = []
        for (index, decision) in framework.decisions.enumerated() { tables.append(table(decision, index)) }
        return RuleSet(
            id: "random", options: options, questions: questions, items: items, tables: tables,
            matrix: matrix,
            fixed: framework.fixed.sorted().map { "q\($0)" })
    }

    private func text(_ text: String) -> SourcedText { SourcedText(text, at: place()) }

    private mutating func pick<Choice>(_ choices: [Choice]) -> Choice {
        choices[Int.random(in: choices.indices, using: &random)]
    }

    private mutating func written(_ type: PlainType) -> String {
        switch type {
        case .yesNo: return pick(["yes, no", "no, yes", "Yes, No"])
        case .choice(let labels): return labels.map(Self.quotedWhereNeeded).joined(separator: ", ")
        case .scale(let labels): return labels.map(Self.quotedWhereNeeded).joined(separator: " < ")
        case .number(let least, let greatest):
            let range =
                least == nil && greatest == nil ? "" : " \(least?.text ?? "")..\(greatest?.text ?? "")"
            return "number\(range)" + pick(["", " (ms)"])
        case .date: return "date"
        case .text: return "text"
        }
    }

    private static func needsQuotes(_ label: String) -> Bool { label.contains { ",<>=".contains($0) } }

    static func quotedWhereNeeded(_ label: String) -> String { needsQuotes(label) ? "\"\(label)\"" : label }

    private mutating func target(_ meaning: PlainMeaning) -> String {
        switch meaning {
        case .gate(let option): return framework.optionNames[option] + pick([" is viable", " viable"])
        case .start(let option): return "Start with \(framework.optionNames[option]); more later."
        case .signal(let option, let weight, let words):
            let isTurned = weight < PlainNumber(0) && random.chance(50)
            let shown = isTurned ? -weight : weight
            let number =
                shown == PlainNumber(1) ? "" : " (\(shown.text.replacing("-", with: pick(["-", "−"]))))"
            let behind = words.map { " \($0)" } ?? ""
            return (isTurned ? "not " : "") + framework.optionNames[option]
                + (random.chance(50) ? number + behind : behind + number)
        }
    }

    private var matrix: WeightedMatrix? {
        guard !framework.matrix.isEmpty else { return nil }
        func number(_ number: PlainNumber) -> Number { Number(string: number.text) ?? .nan }
        return WeightedMatrix(
            options: Array(framework.combines.indices),
            factors: framework.matrix.enumerated().map { index, factor in
                WeightedMatrix.Factor(
                    id: "f\(index)", name: "Factor \(index)", weight: number(factor.weight),
                    scores: factor.scores.map(number), location: place())
            })
    }

    // MARK: Tables

    private mutating func table(_ decision: PlainDecision, _ index: Int) -> TableSource {
        var headers = [decision.policy == .unique ? pick(["U", "", "u"]) : decision.policy.rawValue]
        for subject in decision.inputs { headers.append(header(subject)) }
        for output in decision.outputs {
            let declared = output.declared.map { labels in
                " (\(labels.map(Self.quotedWhereNeeded).joined(separator: ", ")))"
            }
            headers.append(pick(["→ ", "-> ", "=> ", "→"]) + output.name + (declared ?? ""))
        }
        let isWeighed =
            decision.role == .favours
            && (decision.rows.contains { $0.weight != PlainNumber(1) } || random.chance(30))
        if isWeighed { headers.append("→ Weight") }
        headers.append("Because")
        var rows: [[SourcedText]] = []
        for (number, row) in decision.rows.enumerated() {
            var cells = ["\(number + 1)"]
            for (column, subject) in decision.inputs.enumerated() {
                cells.append(cell(row.cells[column], of: type(of: subject)))
            }
            for (column, output) in decision.outputs.enumerated() {
                cells.append(outputCell(row.outputs[column], output, row.qualifier))
            }
            if isWeighed {
                cells.append(row.weight == PlainNumber(1) ? pick(["", "1"]) : row.weight.text)
            }
            cells.append("for a reason")
            rows.append(cells.map(text))
        }
        return TableSource(name: "Table \(index)", headers: headers.map(text), rows: rows, location: place())
    }

    private mutating func header(_ subject: PlainSubject) -> String {
        switch subject {
        case .question(let question): return pick([questionNames[question], "q\(question)"])
        case .output, .tally: return name(subject)
        case .viable(let option): return "\(framework.optionNames[option]) viable"
        case .expression(let expression): return "`\(written(expression))`"
        }
    }

    private func name(_ subject: PlainSubject) -> String {
        switch subject {
        case .question(let question): questionNames[question]
        case .output(let decision, let column): framework.decisions[decision].outputs[column].name
        case .tally(let option): framework.optionNames[option]
        case .viable, .expression: ""
        }
    }

    /// The type of what a column tests, where labels of its own may stand in it without quotes.
    private func type(of subject: PlainSubject) -> PlainType? {
        switch subject {
        case .question(let question): return framework.questions[question]
        case .output(let decision, let column):
            let values = framework.decisions[decision].rows.map { $0.outputs[column] }.filter { $0 != .null }
            return values.allSatisfy { $0.text != nil } ? .choice([]) : nil
        case .tally, .viable, .expression: return nil
        }
    }

    private mutating func outputCell(
        _ value: PlainValue, _ output: PlainDecision.Output, _ qualifier: String?
    ) -> String {
        if value == .null { return pick(["", "-"]) }
        if output.isOption { return (value.text ?? "") + (qualifier.map { pick([" ", ", "]) + $0 } ?? "") }
        if let label = value.text, !Self.needsQuotes(label) {
            return pick([label, "\"\(label)\"", "*\(label)*"])
        }
        return literal(value)
    }
}

// MARK: - Cells and expressions

extension FrameworkWriter {
    mutating func cell(_ cell: PlainCell, of type: PlainType?) -> String {
        if cell.tests.isEmpty { return pick(["-", "", "–", " - "]) }
        var tests: [String] = []
        for test in cell.tests { tests.append(written(test, of: type)) }
        let list = tests.joined(separator: pick([", ", " , "]))
        return cell.isNegated ? "\(pick(["not", "Not", "not "]))(\(list))" : list
    }

    private mutating func written(_ test: PlainCell.Test, of type: PlainType?) -> String {
        switch test {
        case .value(let value): return literal(value, of: type)
        case .comparison(let comparator, let value):
            return symbol(comparator) + pick(["", " "]) + literal(value, of: type)
        case .interval(let lower, let includesLower, let upper, let includesUpper):
            let dots = pick(["..", " .. "])
            return pick(includesLower ? ["["] : ["(", "]"]) + literal(lower, of: type) + dots
                + literal(upper, of: type) + pick(includesUpper ? ["]"] : [")", "["])
        }
    }

    private mutating func symbol(_ comparator: PlainComparator) -> String {
        switch comparator {
        case .lessOrEqual: pick(["<=", "≤"])
        case .greaterOrEqual: pick([">=", "≥"])
        default: comparator.rawValue
        }
    }

    /// A value as it stands in a cell; labels of a question or of an output may go without quotes.
    private mutating func literal(_ value: PlainValue, of type: PlainType? = nil) -> String {
        switch value {
        case .null: return "null"
        case .truth(let truth): return truth ? pick(["yes", "true", "Yes"]) : pick(["no", "false"])
        case .number(let number): return number.text.replacing("-", with: pick(["-", "−", "–"]))
        case .day(let day): return pick([PlainDay.iso(day), "date(\"\(PlainDay.iso(day))\")"])
        case .list: return ""
        case .text(let label):
            let isLabel = if let type { type != .text } else { false }
            if isLabel, !Self.needsQuotes(label), random.chance(60) {
                return pick([label, label.uppercased()])
            }
            return pick(["\"\(label)\"", "“\(label)”", "*\(label)*"])
        }
    }

    mutating func written(_ expression: PlainExpression) -> String {
        switch expression {
        case .literal(.day(let day)): return "date(\"\(PlainDay.iso(day))\")"
        case .literal(.text(let text)): return pick(["\"\(text)\"", "“\(text)”"])
        case .literal(.truth(let truth)): return "\(truth)"
        case .literal(let value): return literal(value)
        case .name(let subject): return name(subject)
        case .negative(let inner): return "-(\(written(inner)))"
        case .arithmetic(let symbol, let a, let b): return "(\(written(a)) \(symbol) \(written(b)))"
        case .comparison(let comparator, let a, let b):
            return "(\(written(a)) \(symbol(comparator)) \(written(b)))"
        case .and(let a, let b): return "(\(written(a)) and \(written(b)))"
        case .or(let a, let b): return "(\(written(a)) or \(written(b)))"
        case .conditional(let a, let b, let c):
            return "(if \(written(a)) then \(written(b)) else \(written(c)))"
        case .between(let a, let b, let c):
            return "(\(written(a)) between \(written(b)) and \(written(c)))"
        case .membership(let tested, let tests):
            var list: [String] = []
            for test in tests { list.append(written(inExpression: test)) }
            return "(\(written(tested)) in (\(list.joined(separator: ", "))))"
        case .isIn(let tested, let whole): return "(\(written(tested)) in \(written(whole)))"
        case .list(let items):
            var list: [String] = []
            for item in items { list.append(written(item)) }
            return "[\(list.joined(separator: ", "))]"
        case .call(let function, let arguments):
            var list: [String] = []
            for argument in arguments { list.append(written(argument)) }
            return "\(function)(\(list.joined(separator: ", ")))"
        }
    }

    private mutating func written(inExpression test: PlainCell.Test) -> String {
        switch test {
        case .value(let value): return written(.literal(value))
        case .comparison(let comparator, let value):
            return "\(symbol(comparator)) \(written(.literal(value)))"
        case .interval(let lower, let includesLower, let upper, let includesUpper):
            return (includesLower ? "[" : "(") + written(.literal(lower)) + ".." + written(.literal(upper))
                + (includesUpper ? "]" : ")")
        }
    }
}
