import Diagnostics
import FoundationEssentials

/// Checks that a table puts out what its role and its hit policy need.
struct TableRoleCheck {
    private let header: TableHeader
    private let shapes: [OutputShape]
    private let role: DecisionTable.Role
    private(set) var problems: [Diagnostic] = []

    init(_ header: TableHeader, _ shapes: [OutputShape], _ role: DecisionTable.Role) {
        self.header = header
        self.shapes = shapes
        self.role = role
        checkWeights()
        checkPolicy()
    }

    private mutating func checkPolicy() {
        let policy = header.policy
        let place = header.source.headers.first?.location ?? header.source.location
        if role == .favours, policy != .collect {
            problems.append(.favoursNotCollected(place))
        }
        if policy.ranksOutputs, role != .favours {
            for shape in shapes where !shape.isOption && shape.declared == nil {
                problems.append(.noPriorities(shape.output.name, policy, shape.output.location))
            }
        }
        if role == .recommendation, policy.isAggregation {
            // What it puts out is a number, and would recommend nothing without a word.
            problems.append(.aggregatedOptions(policy, place))
            return
        }
        guard policy.isAggregation, policy != .count else { return }
        if shapes.count > 1 { problems.append(.manyAggregated(policy, shapes[1].output.location)) }
        for shape in shapes {
            for (row, value) in shape.values.enumerated() {
                let isGood =
                    switch value {
                    case .number, .null: true
                    case .date: policy != .sum
                    default: false
                    }
                if !isGood { problems.append(.notAggregated(policy, header.cell(row, shape.output.column))) }
            }
        }
    }

    /// Only what favours an option weighs it, and only once.
    private mutating func checkWeights() {
        let weights = shapes.first { !$0.isOption && $0.values.contains { $0.number != nil } }
        for shape in shapes {
            for (row, target) in shape.targets.enumerated() {
                guard let target, target.weight != 1 else { continue }
                let cell = header.cell(row, shape.output.column)
                if role != .favours {
                    problems.append(.weighedRecommendation(cell))
                } else if target.weight != -1, let column = weights?.values[row].number {
                    problems.append(.twoWeights(target.weight, column, cell.location))
                }
            }
        }
    }
}

extension Diagnostic {
    fileprivate static func favoursNotCollected(_ location: SourceLocation) -> Diagnostic {
        Diagnostic(
            "favours-not-collected", at: location, "a table of favours collects what all its rules say",
            suggestion: "write C in the first cell")
    }

    fileprivate static func weighedRecommendation(_ cell: SourcedText) -> Diagnostic {
        Diagnostic(
            "misplaced-weight", at: cell.location,
            "'\(cell.text.trimmed)' weighs an option, and this table recommends",
            suggestion: "name the option alone, or call the output 'Favours' to count for and against options"
        )
    }

    fileprivate static func twoWeights(
        _ weight: Number, _ column: Number, _ location: SourceLocation
    ) -> Diagnostic {
        Diagnostic(
            "two-weights", at: location,
            "this rule has two weights, '(\(weight))' behind the option and '\(column)' in a column",
            suggestion: "keep the one in the column")
    }

    fileprivate static func noPriorities(
        _ name: String, _ policy: HitPolicy, _ location: SourceLocation
    ) -> Diagnostic {
        Diagnostic(
            "no-priorities", at: location,
            "hit policy \(policy.rawValue) ranks outputs, and '\(name)' declares no values",
            suggestion: "declare them, the highest priority first: '→ \(name) (high, medium, low)'")
    }

    fileprivate static func manyAggregated(_ policy: HitPolicy, _ location: SourceLocation) -> Diagnostic {
        Diagnostic(
            "many-aggregated", at: location, "hit policy \(policy.rawValue) makes one number of one output",
            suggestion: "make two tables of it")
    }

    fileprivate static func aggregatedOptions(
        _ policy: HitPolicy, _ location: SourceLocation
    ) -> Diagnostic {
        Diagnostic(
            "no-option-result", at: location,
            policy == .count
                ? "hit policy C# counts rules, so this table recommends no option"
                : "hit policy \(policy.rawValue) reckons with numbers, so this table recommends no option",
            suggestion: "write F for the first rule that applies, or C for the options of all that apply")
    }

    fileprivate static func notAggregated(_ policy: HitPolicy, _ cell: SourcedText) -> Diagnostic {
        Diagnostic(
            "not-a-number", at: cell.location,
            "'\(cell.text.trimmed)' is no number, which hit policy \(policy.rawValue) needs",
            suggestion: "write a number with a decimal point")
    }
}
