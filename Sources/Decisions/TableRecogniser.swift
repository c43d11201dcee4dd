import Diagnostics
import Markdown
import Rules

/// Tells what a table of a framework is: the first of decision table, comparison and questions that it fits, else
/// prose (FORMATS 1).
struct TableRecogniser {
    private let table: Element
    private let options: [FrameworkOption]
    private let words: Words
    private let factors: [String: [String]]
    private let headers: [Element]
    private let rows: [[Element]]
    private(set) var problems: [Diagnostic] = []
    private(set) var recognition: Recognition

    init(_ table: Element, options: [FrameworkOption], words: Words, factors: [String: [String]]) {
        self.table = table
        self.options = options
        self.words = words
        self.factors = factors
        let all = table.children.map { Array($0.children) }
        headers = all.first ?? []
        rows = Array(all.dropFirst())
        recognition = Recognition(
            location: table.location, taken: "prose",
            reason: "its columns are neither options nor answer types")
    }

    /// The comparison, where it is one.
    mutating func recognise() -> Comparison? {
        if let output = headers.first(where: Arrow.opens) {
            problems.append(Messages.decisionTable(output.location))
            recognition = Recognition(
                location: table.location, taken: "decision table",
                reason: "a column's header starts with an arrow")
            return nil
        }
        if let comparison = comparison() { return comparison }
        if isQuestions() { return nil }
        return nil
    }

    // MARK: Comparison

    private mutating func comparison() -> Comparison? {
        guard headers.count >= 2, !options.isEmpty else { return nil }
        let weightWords = words.weight.map { $0.lowercased() }
        let isWeight = { (header: Element) in
            weightWords.contains(header.plainText.trimmed.lowercased())
        }
        let firstOption = headers.count > 2 && isWeight(headers[1]) ? 2 : 1
        let named = headers[firstOption...].map { header in
            options.firstIndex { $0.name.lowercased() == header.plainText.trimmed.lowercased() }
        }
        guard named.allSatisfy({ $0 != nil }) else {
            warnOfNearMiss(Array(headers[firstOption...]), named)
            return nil
        }
        if firstOption == 2 { problems.append(Messages.weights(headers[1].location)) }
        let columns = zip(headers[firstOption...], named).compactMap { heading, option in
            option.map { (heading: heading, option: $0) }
        }
        let rows = rows.compactMap { cells -> Comparison.Row? in
            guard let factor = cells.first else { return nil }
            let id = slug(factor.plainText.trimmed)
            return Comparison.Row(
                id: id, factor: factor, cells: Array(cells.dropFirst(firstOption)),
                questions: factors[id] ?? [])
        }
        recognition = Recognition(
            location: table.location,
            taken:
                "comparison of \(columns.map { options[$0.option].name }.joined(separator: ", ")) by \(rows.count) factor\(rows.count == 1 ? "" : "s")",
            reason: "each column after the first is an option")
        return Comparison(element: table, factorHeading: headers[0], columns: columns, rows: rows)
    }

    private mutating func warnOfNearMiss(_ headers: [Element], _ named: [Int?]) {
        let unnamed = zip(headers, named).filter { $0.1 == nil }.map(\.0)
        guard unnamed.count == 1, let odd = unnamed.first, headers.count > 1 else { return }
        problems.append(Messages.almostComparison(odd, options.map(\.name)))
        recognition = Recognition(
            location: table.location, taken: "prose", reason: "'\(odd.plainText.trimmed)' is no option")
    }

    // MARK: Questions

    private mutating func isQuestions() -> Bool {
        guard headers.count >= 3, !rows.isEmpty else { return false }
        let columns = headers.indices.dropFirst().map { column in
            rows.map { $0.indices.contains(column) ? $0[column] : nil }
        }
        let asks = columns.map { cells in cells.filter { $0?.plainText.trimmed.hasSuffix("?") != true } }
        let words = words
        let types = columns.map { cells in
            cells.filter { !AnswerType.isNotation($0?.source ?? "", words: words) }
        }
        if asks.contains(where: \.isEmpty), types.contains(where: \.isEmpty) {
            problems.append(Messages.questions(table.location))
            recognition = Recognition(
                location: table.location, taken: "questions",
                reason: "a column holds answer types, another cells that end in a question mark")
            return true
        }
        guard rows.count >= 2 else { return false }
        if asks.contains(where: \.isEmpty), let odd = types.first(where: { $0.count == 1 })?.first,
            let cell = odd
        {
            problems.append(Messages.almostType(cell))
            recognition = Recognition(
                location: table.location, taken: "prose", reason: "'\(cell.source)' is no answer type")
        } else if types.contains(where: \.isEmpty), let odd = asks.first(where: { $0.count == 1 })?.first,
            let cell = odd
        {
            problems.append(Messages.almostAsk(cell))
            recognition = Recognition(
                location: table.location, taken: "prose", reason: "'\(cell.plainText.trimmed)' is no question"
            )
        }
        return false
    }
}

private enum Messages {
    static func decisionTable(_ location: SourceLocation) -> Diagnostic {
        Diagnostic(
            "not-supported", at: location, "this is a decision table, which this version does not read yet",
            suggestion: "write its rules as a checklist")
    }

    static func questions(_ location: SourceLocation) -> Diagnostic {
        Diagnostic(
            "not-supported", at: location,
            "this is a table of questions, which this version does not read yet",
            suggestion: "ask yes/no questions in a checklist")
    }

    static func weights(_ location: SourceLocation) -> Diagnostic {
        Diagnostic(
            "no-effect", .warning, at: location,
            "weights have no effect in this version; the table is a comparison")
    }

    static func almostComparison(_ header: Element, _ names: [String]) -> Diagnostic {
        let text = header.plainText.trimmed
        return Diagnostic(
            "almost-comparison", .warning, at: header.location,
            "'\(text)' is no option, so this table is read as prose",
            suggestion: didYouMean(text, among: names) ?? "the options are \(names.joined(separator: ", "))")
    }

    static func almostType(_ cell: Element) -> Diagnostic {
        Diagnostic(
            "almost-questions", .warning, at: cell.location,
            "'\(cell.source)' is no answer type, so this table is read as prose",
            suggestion: "the answer types are 'yes, no', 'a, b, c', 'a < b < c', 'number', 'date' and 'text'")
    }

    static func almostAsk(_ cell: Element) -> Diagnostic {
        Diagnostic(
            "almost-questions", .warning, at: cell.location,
            "'\(cell.plainText.trimmed)' does not end in a question mark, so this table is read as prose",
            suggestion: "end it with '?'")
    }
}
