import Diagnostics
import FoundationEssentials

/// The decision tables of a framework: headers first, since tables may read each other in any order, then rules, then the
/// order in which they depend on each other.
struct TableReading {
    private(set) var tables: [DecisionTable] = []
    private(set) var expressions: [TableExpression] = []
    /// The tables, those that others read before the others; empty where they read each other in a circle.
    private(set) var order: [Int] = []
    private(set) var problems: [Diagnostic] = []

    private let options: [Option]
    private let words: Words
    private let targets: TargetParser
    private let headers: [TableHeader]
    private let names: SubjectNames

    init(
        _ sources: [TableSource], questions: [Question], options: [Option], words: Words
    ) {
        self.options = options
        self.words = words
        let targets = TargetParser(options: options, words: words)
        self.targets = targets
        headers = sources.map { TableHeader($0) }
        let shapes = headers.map { header in
            header.outputs.map {
                OutputShape($0, of: header, targets: targets, words: words, options: options)
            }
        }
        names = SubjectNames(questions: questions, options: options, headers: headers, words: words)
        problems = headers.flatMap(\.problems) + names.problems
        // Which tables are read is known only when all inputs are.
        var inputs: [[DecisionTable.Input]] = []
        for header in headers { inputs.append(self.inputs(of: header)) }
        var read = Set<Int>()
        for subject in inputs.joined().map(\.subject) + expressions.flatMap(\.subjects) {
            if case .output(let table, _) = subject { read.insert(table) }
        }
        for (index, header) in headers.enumerated() {
            let role = role(of: header, shapes[index], isRead: read.contains(index))
            problems += TableRoleCheck(header, shapes[index], role).problems
            tables.append(table(header, role, inputs[index], shapes[index], allShapes: shapes))
        }
        checkRecommendations()
        let graph = TableGraph(tables, expressions: expressions)
        order = graph.order
        problems += graph.problems
    }

    // MARK: Columns

    private mutating func inputs(of header: TableHeader) -> [DecisionTable.Input] {
        header.inputs.map { column in
            let cell = header.source.headers[column]
            let text = cell.text.trimmed
            if let code = Self.code(text) {
                let place = cell.location.advanced(by: 1, length: code.utf8.count)
                let (parsed, found) = Expression.parse(SourcedText(code, at: place), names: names.names)
                problems += found
                let labelled = parsed.map { LabelComparisons($0, names: names, at: place) }
                problems += labelled?.problems ?? []
                guard let expression = labelled?.expression else {
                    return DecisionTable.Input(text: code, subject: .expression(-1))
                }
                expressions.append(
                    TableExpression(
                        expression: expression, text: code,
                        subjects: expression.names.map { names.subjects[$0] },
                        nameIndices: expression.names, location: cell.location))
                return DecisionTable.Input(text: code, subject: .expression(expressions.count - 1))
            }
            guard let subject = names.subject(text) else {
                problems.append(.unknownInput(text, cell.location, names.names, isFirst: column == 0))
                return DecisionTable.Input(text: text, subject: .expression(-1))
            }
            return DecisionTable.Input(text: text, subject: subject)
        }
    }

    /// What stands in a code span that is the whole of a header.
    private static func code(_ text: String) -> String? {
        guard text.count > 2, text.first == "`", text.last == "`" else { return nil }
        return String(text.dropFirst().dropLast())
    }

    /// What may stand in a column of tests.
    private func column(_ subject: DecisionTable.Subject, _ shapes: [[OutputShape]]) -> UnaryTests.Column {
        switch subject {
        case .question(let question): names.questions[question].type.column
        case .tally: .number
        case .viable: .yesNo
        case .expression: .open
        case .output(let table, let column):
            headers[table].policy == .count ? .number : shapes[table][column].column(options)
        }
    }

    // MARK: Roles

    private func role(
        of header: TableHeader, _ shapes: [OutputShape], isRead: Bool
    ) -> DecisionTable.Role {
        guard shapes.contains(where: \.isOption) else { return .intermediate }
        if header.outputs.contains(where: { $0.name.folded == "favours" || $0.name.folded == "favors" }) {
            return .favours
        }
        return isRead ? .intermediate : .recommendation
    }

    private mutating func checkRecommendations() {
        let found = tables.filter { $0.role == .recommendation }
        if let first = found.first, let second = found.dropFirst().first {
            problems.append(.twoRecommendations(second.location, first.location))
        }
    }

    // MARK: Rules

    private mutating func table(
        _ header: TableHeader, _ role: DecisionTable.Role, _ inputs: [DecisionTable.Input],
        _ shapes: [OutputShape], allShapes: [[OutputShape]]
    ) -> DecisionTable {
        for shape in shapes { problems += shape.problems }
        let columns = inputs.map { column($0.subject, allShapes) }
        let rows = header.source.rows.indices.map { row -> DecisionTable.Row in
            let tests = zip(header.inputs, zip(inputs, columns)).map { index, input -> UnaryTests in
                let (tests, found) = UnaryTests.parse(
                    header.cell(row, index), column: input.1, names: names.names, words: words)
                // What may stand in a column is not known where its header is not.
                if input.0.subject != .expression(-1) { problems += found }
                return tests ?? .any
            }
            let option = shapes.first(where: \.isOption)
            let columns = header.inputs + header.outputs.map(\.column)
            let reason = header.annotations.map { header.cell(row, $0).text.trimmed }.filter { !$0.isEmpty }
            return DecisionTable.Row(
                number: header.number(row), tests: tests, outputs: shapes.map { $0.values[row] },
                option: option?.targets[row]?.option, weight: option?.targets[row]?.weight ?? 1,
                qualifier: option?.targets[row]?.qualifier,
                texts: columns.map { header.cell(row, $0).text.trimmed },
                reason: reason.isEmpty ? nil : reason.joined(separator: " "),
                location: header.source.rows[row].first?.location ?? header.source.location)
        }
        return DecisionTable(
            name: header.source.name, role: role, policy: header.policy, isNumbered: header.isNumbered,
            inputs: inputs,
            outputs: shapes.map {
                DecisionTable.Output(name: $0.output.name, values: $0.ranked(options), isOption: $0.isOption)
            },
            rows: rows, location: header.source.location)
    }
}

/// An expression that heads a column of tests, and what its names stand for.
struct TableExpression: Sendable {
    let expression: Expression
    let text: String
    /// What each name that it uses stands for, in the order of `nameIndices`.
    let subjects: [DecisionTable.Subject]
    /// The names that it uses, as the expression numbers them.
    let nameIndices: [Int]
    let location: SourceLocation
}

extension AnswerType {
    /// What may stand in a column of tests of such answers.
    var column: UnaryTests.Column {
        switch self {
        case .yesNo: .yesNo
        case .choice(let labels): .choice(labels)
        case .scale(let labels): .scale(labels)
        case .number: .number
        case .date: .date
        case .text: .text
        }
    }
}

extension Diagnostic {
    fileprivate static func unknownInput(
        _ text: String, _ location: SourceLocation, _ names: [String], isFirst: Bool
    ) -> Diagnostic {
        // The first header may have been meant as a hit policy.
        let policies = HitPolicy.allCases.map(\.rawValue).joinedAsList("or")
        return Diagnostic(
            "unknown-input", at: location, "'\(text)' is no question, output or option",
            suggestion: didYouMean(text, among: names)
                ?? (isFirst ? "a hit policy is \(policies); " : "")
                + "write a question's short name, another table's output, an option, or an expression in `code`"
        )
    }

    fileprivate static func twoRecommendations(
        _ location: SourceLocation, _ first: SourceLocation
    ) -> Diagnostic {
        Diagnostic(
            "two-recommendations", at: location, "two tables recommend options",
            suggestion: "let one table read the other's output, or name its output 'Favours'",
            notes: [Note("the first is here", at: first)])
    }
}
