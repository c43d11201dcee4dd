import Diagnostics

/// The first row of a decision table: its hit policy and what each column is (FORMATS 1.5).
struct TableHeader {
    /// A column that rules fill.
    struct Output {
        let column: Int
        let name: String
        /// The values in brackets, the highest priority first; `nil` where none are declared.
        let declared: [String]?
        let location: SourceLocation
    }

    let source: TableSource
    private(set) var policy: HitPolicy = .unique
    /// Whether the first column numbers the rules.
    private(set) var isNumbered = false
    private(set) var inputs: [Int] = []
    private(set) var outputs: [Output] = []
    private(set) var annotations: [Int] = []
    private(set) var problems: [Diagnostic] = []

    init(_ source: TableSource) {
        self.source = source
        let texts = source.headers.map { $0.text.trimmed }
        if let policy = texts.first.flatMap(HitPolicy.init(written:)) {
            self.policy = policy
            isNumbered = true
        }
        for (column, text) in texts.enumerated().dropFirst(isNumbered ? 1 : 0) {
            if let arrow = TableSource.arrows.first(where: text.hasPrefix) {
                addOutput(column, String(text.dropFirst(arrow.count)).trimmed)
            } else if outputs.isEmpty {
                inputs.append(column)
            } else {
                annotations.append(column)
            }
        }
    }

    private mutating func addOutput(_ column: Int, _ text: String) {
        var name = text
        var declared: [String]?
        if text.last == ")", let open = text.firstIndex(of: "(") {
            name = String(text[..<open]).trimmed
            let inside = String(text[text.index(after: open)...].dropLast())
            declared = (AnswerType.unquotedParts(of: inside, separatedBy: ",") ?? [inside]).filter {
                !$0.isEmpty
            }
        }
        let location = source.headers[column].location
        if name.isEmpty {
            problems.append(.namelessOutput(location))
            name = "\(column + 1)"
        }
        if let first = outputs.first(where: { $0.name.folded == name.folded }) {
            problems.append(.sameOutput(name, location, first.location))
        }
        outputs.append(Output(column: column, name: name, declared: declared, location: location))
    }

    /// The cell of a row; empty where the row is short.
    func cell(_ row: Int, _ column: Int) -> SourcedText {
        let cells = source.rows[row]
        return cells.indices.contains(column) ? cells[column] : SourcedText("", at: source.location)
    }

    /// The number of a rule as the author wrote it, or its place from 1.
    func number(_ row: Int) -> String {
        let written = isNumbered ? cell(row, 0).text.trimmed : ""
        return written.isEmpty ? "\(row + 1)" : written
    }
}

extension Diagnostic {
    fileprivate static func namelessOutput(_ location: SourceLocation) -> Diagnostic {
        Diagnostic(
            "nameless-output", at: location, "this output has no name",
            suggestion: "write it behind the arrow, as in '→ Risk'")
    }

    fileprivate static func sameOutput(
        _ name: String, _ location: SourceLocation, _ first: SourceLocation
    ) -> Diagnostic {
        Diagnostic(
            "duplicate-output", at: location, "two outputs are called '\(name)'",
            suggestion: "give one another name", notes: [Note("the first is here", at: first)])
    }
}
