import Diagnostics

/// What a column of outputs holds: options, or values of another kind.
struct OutputShape {
    let output: TableHeader.Output
    /// Whether its cells name options.
    let isOption: Bool
    /// The values in brackets in the header.
    let declared: [String]?
    /// The value of each row; null where the cell is empty or wrong.
    private(set) var values: [Value] = []
    /// For options what each row's cell says.
    private(set) var targets: [(option: Int, weight: Number, qualifier: String?)?] = []
    private(set) var problems: [Diagnostic] = []

    init(
        _ output: TableHeader.Output, of header: TableHeader, targets parser: TargetParser, words: Words,
        options: [Option]
    ) {
        self.output = output
        declared = output.declared
        let cells = header.source.rows.indices.map { header.cell($0, output.column) }
        isOption =
            output.declared == nil && cells.contains { parser.namesOption($0.text.trimmed) }
        let reader = OutputCell(declared: output.declared, words: words)
        for cell in cells {
            let text = cell.text.trimmed
            if isOption {
                readOption(text, cell, parser, options)
            } else {
                targets.append(nil)
                switch reader.value(text) {
                case .success(let value): values.append(value)
                case .failure(let unknown):
                    values.append(.null)
                    problems.append(.unknownValue(unknown, output, cell.location))
                }
            }
        }
    }

    private mutating func readOption(
        _ text: String, _ cell: SourcedText, _ parser: TargetParser, _ options: [Option]
    ) {
        guard !text.isEmpty, text != "-" else {
            targets.append(nil)
            values.append(.null)
            return
        }
        guard case .signal(let option, let weight, let qualifier)? = parser.parse(text) else {
            problems.append(.unknownOption(text, cell.location, parser, options))
            targets.append(nil)
            values.append(.null)
            return
        }
        targets.append((option, weight, qualifier))
        values.append(.string(options[option].name))
    }

    /// The values, the highest priority first.
    func ranked(_ options: [Option]) -> [Value] {
        if isOption { return options.map { .string($0.name) } }
        if let declared { return declared.map { .string($0) } }
        var seen = Set<Value>()
        return values.filter { $0 != .null && seen.insert($0).inserted }
    }

    /// What may stand in a column that tests this one.
    func column(_ options: [Option]) -> UnaryTests.Column {
        let values = ranked(options)
        let labels = values.compactMap { if case .string(let text) = $0 { text } else { nil } }
        if labels.count == values.count { return .choice(labels) }
        if values.allSatisfy({ if case .number = $0 { true } else { false } }) { return .number }
        if values.allSatisfy({ if case .date = $0 { true } else { false } }) { return .date }
        if values.allSatisfy({ if case .boolean = $0 { true } else { false } }) { return .yesNo }
        return .open
    }
}

extension Diagnostic {
    fileprivate static func unknownValue(
        _ unknown: OutputCell.Unknown, _ output: TableHeader.Output, _ location: SourceLocation
    ) -> Diagnostic {
        Diagnostic(
            "unknown-value", at: location, "'\(unknown.text)' is no value of '\(output.name)'",
            suggestion: unknown.suggestion
                ?? "the values are \((output.declared ?? []).joined(separator: ", "))")
    }

    fileprivate static func unknownOption(
        _ text: String, _ location: SourceLocation, _ parser: TargetParser, _ options: [Option]
    ) -> Diagnostic {
        Diagnostic(
            "unknown-option", at: location, "'\(text)' starts with no option's name",
            suggestion: parser.nearestName(to: text).map { "did you mean '\($0)'?" }
                ?? "the options are \(options.map { "'\($0.name)'" }.joinedAsList())")
    }
}
