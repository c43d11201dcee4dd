public import Diagnostics

extension RuleSet {
    /// How many nodes a framework's diagram may take while it is built. Frameworks as people write them
    /// need a few dozen to some ten thousand; this many take about a third of a second.
    public static let defaultNodeLimit = 200_000

    /// Reads and checks the rules and compiles them. `logic` is `nil` where `problems` holds an error.
    ///
    /// Past `nodeLimit` there is a logic nevertheless, without a diagram, and a warning that names the
    /// questions at fault: complete answers are judged as ever, partial ones exactly where what is open is
    /// small enough (`Verdict.isExact` says so).
    public func compile(
        nodeLimit: Int = RuleSet.defaultNodeLimit
    ) -> (logic: Logic?, problems: [Diagnostic]) {
        let parts = CompositeParts(of: options)
        let reading = ItemReading(questions, items, options: options, fixed: fixed, words: words)
        let tables = TableReading(tables, questions: reading.questions, options: options, words: words)
        var problems = optionProblems(options) + parts.problems + reading.problems + tables.problems
        guard !problems.hasErrors else { return (nil, problems) }

        let program = Program(
            options: options, items: reading, tables: tables, parts: parts, matrix: matrix,
            likelihood: likelihood)
        if let fallback = program.fallback, program.recommendation != nil {
            problems.append(.ignoredFallback(program.rules[fallback]))
        }
        do throws(DiagramBuilder.LimitExceeded) {
            let compiled = try Compiler.compile(program, nodeLimit: nodeLimit)
            return (Logic(program: program, diagram: compiled.diagram, nodeLimit: nodeLimit), problems)
        } catch {
            problems.append(.tooEntangled(id, program, error, nodeLimit: nodeLimit))
            return (Logic(program: program, diagram: nil, nodeLimit: nodeLimit), problems)
        }
    }
}

extension Diagnostic {
    fileprivate static func tooEntangled(
        _ id: String, _ program: Program, _ error: DiagramBuilder.LimitExceeded, nodeLimit: Int
    ) -> Diagnostic {
        let widest = error.nodesPerLevel.enumerated().sorted {
            ($1.element, $0.offset) < ($0.element, $1.offset)
        }
        let atFault = widest.prefix(3).filter { $0.element > 0 }.map {
            program.source(ofInput: program.order[$0.offset])
        }
        return Diagnostic(
            "too-entangled", .warning, at: atFault.first?.location ?? program.questions.first?.location,
            "the rules of '\(id)' depend on too much at once to be analysed as a whole"
                + " (more than \(nodeLimit) cases)",
            suggestion: "use fewer questions, fewer different weights, or split the framework in two",
            notes: atFault.map { Note("most cases differ by '\($0.name)'", at: $0.location) })
    }

    fileprivate static func ignoredFallback(_ rule: Rule) -> Diagnostic {
        Diagnostic(
            "ignored-fallback", .warning, at: rule.location,
            "a table recommends here, so this fallback has no effect",
            suggestion: "add a last rule to the table that holds for all answers")
    }
}
