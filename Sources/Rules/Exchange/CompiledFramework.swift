public import Diagnostics

/// A framework for others to walk: questions with their cells, texts, and one node table with a root for everything that a
/// walk can tell. docs/compiled-framework.md says how.
public struct CompiledFramework: Sendable {
    /// What the form calls itself.
    public static let format = "precedent-framework"
    /// The version of the form. Readers refuse those that they do not know.
    public static let version = 1

    /// The framework's id.
    public let id: String
    /// The digest of what the framework means (FORMATS 2), in hexadecimal digits.
    public let digest: String

    let program: Program
    let diagram: SharedDiagram
    /// The programs of the conditions, in their order.
    let conditions: [ConditionProgram]
}

extension Logic {
    /// The framework in the form that pages and other programs walk.
    ///
    /// Where it is `nil`, `problems` holds errors with the id `command-line-only`: a condition over several inputs that is no
    /// plain calculation, or rules that depend on too much at once.
    /// - Parameter id: the framework's id, which is written into the form.
    public func compiled(as id: String) -> (framework: CompiledFramework?, problems: [Diagnostic]) {
        guard let diagram = try? SharedDiagram(of: program, nodeLimit: nodeLimit) else {
            return (nil, [.tooLargeToWalk(id, program)])
        }
        var conditions: [ConditionProgram] = []
        var problems: [Diagnostic] = []
        for (index, operands) in diagram.operands.enumerated() {
            let expression = program.expressions[program.conditions[index]]
            guard let operands else {
                problems.append(.commandLineOnly(expression, "texts, dates or lists"))
                continue
            }
            do throws(ConditionProgram.Refusal) {
                conditions.append(
                    try ConditionProgram(
                        expression, operands: operands, of: program,
                        domain: program.domains[program.questions.count + index]))
            } catch {
                problems.append(.commandLineOnly(expression, error.what))
            }
        }
        guard problems.isEmpty else { return (nil, problems) }
        return (
            CompiledFramework(
                id: id, digest: meaningDigest, program: program, diagram: diagram, conditions: conditions), []
        )
    }
}

extension Diagnostic {
    fileprivate static func commandLineOnly(_ expression: TableExpression, _ what: String) -> Diagnostic {
        Diagnostic(
            "command-line-only", at: expression.location,
            "'\(expression.text)' needs \(what), which only the command line reckons with",
            suggestion:
                "compare or calculate with numbers and yes/no questions, or use 'precedent assess' for this framework"
        )
    }

    fileprivate static func tooLargeToWalk(_ id: String, _ program: Program) -> Diagnostic {
        Diagnostic(
            "command-line-only", at: program.questions.first?.location,
            "the rules of '\(id)' depend on too much at once to be written as one diagram",
            suggestion: "use fewer questions in one table, or use 'precedent assess' for this framework")
    }
}
