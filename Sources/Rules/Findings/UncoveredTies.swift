import Diagnostics

extension Logic {
    /// Warns of a tie for the highest tally (FORMATS 1.6, step 5) that some answers reach while no composite
    /// combines the tied options: one warning for a framework, on the smallest such tie, with answers that
    /// show it.
    func uncoveredTies() -> [Diagnostic] {
        guard let diagram else { return [] }
        let covered = Set(program.atoms)
        let ties = diagram.outcomes.compactMap { outcome -> [Int]? in
            guard case .tie(let options) = outcome.ground else { return nil }
            let atoms = Set(options.flatMap { program.atoms[$0].isEmpty ? [$0] : program.atoms[$0] })
            return covered.contains(atoms.sorted()) ? nil : options
        }.sorted { a, b in
            a.count == b.count ? a.lexicographicallyPrecedes(b) : a.count < b.count
        }
        guard let first = ties.first else { return [] }
        let witness = diagram.witness(of: Outcome(options: first, ground: .tie(first)))
        return [.uncoveredTie(first.map { options[$0] }, others: ties.count - 1, witness: answers(witness))]
    }

    /// The answers of a witness in the author's order: those other than *no*, the others summed up. What is no question
    /// is a condition over several.
    private func answers(_ witness: [(input: Int, cell: Domain.Cell)]) -> String {
        let told = witness.filter { !$0.cell.isNo }.sorted { $0.input < $1.input }.map { answer in
            let type = answer.input < questions.count ? questions[answer.input].type : nil
            return "\(program.source(ofInput: answer.input).name): \(answer.cell.text(type))"
        }
        // Of a number or a label that the tie does not ask for nothing is said: any will do.
        let hasRest = questions.indices.contains { question in
            questions[question].isAsked && questions[question].type == .yesNo
                && !witness.contains { $0.input == question && !$0.cell.isNo }
        }
        return told.joined(separator: ", ") + (hasRest ? ", all else: no" : "")
    }
}

extension Diagram {
    /// A shortest way to an outcome, counted in answers other than *no*.
    fileprivate func witness(of outcome: Outcome) -> [(input: Int, cell: Domain.Cell)] {
        guard let wanted = outcomes.firstIndex(of: outcome) else { return [] }
        // `nil` for nodes from which it cannot be reached. Children come before their parents.
        var costs: [Int?] = []
        func cost(_ reference: Reference) -> Int? {
            reference.node.map { costs[$0] } ?? (reference.outcome == wanted ? 0 : nil)
        }
        func steps(_ node: Int) -> [(cell: Int, cost: Int)] {
            let children = children(ofNode: node)
            let cells = variables[variable(ofNode: node)].domain.cells
            return children.indices.compactMap { cell in
                cost(children[cell]).map { (cell, $0 + (cells[cell].isNo ? 0 : 1)) }
            }
        }
        for node in 0..<nodeCount { costs.append(steps(node).map(\.cost).min()) }

        var path: [(input: Int, cell: Domain.Cell)] = []
        var reference = verdict
        while let node = reference.node, let step = steps(node).min(by: { $0.cost < $1.cost }) {
            let variable = variables[variable(ofNode: node)]
            path.append((variable.input, variable.domain.cells[step.cell]))
            reference = children(ofNode: node)[step.cell]
        }
        return path
    }
}

extension Domain.Cell {
    fileprivate var isNo: Bool { self == .label("no") }
}

extension Diagnostic {
    fileprivate static func uncoveredTie(_ options: [Option], others: Int, witness: String) -> Diagnostic {
        let names = options.map { "'\($0.name)'" }.joinedAsList()
        let ids = options.map(\.id).joined(separator: ", ")
        let more = others == 0 ? [] : [Note("so can \(others) other set\(others == 1 ? "" : "s") of options")]
        return Diagnostic(
            "uncovered-tie", .warning, at: options.first?.location,
            "\(names) can tie, and no option combines them",
            suggestion:
                "add an option with 'combines: [\(ids)]', or give one of their signals another weight",
            notes: [Note("for example with \(witness)")] + more)
    }
}
