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

    /// The answers of a witness in the author's order: those that differ from the last answer of their
    /// question, the others summed up.
    private func answers(_ witness: [(question: Int, cell: Domain.Cell, isLast: Bool)]) -> String {
        let told = witness.filter { !$0.isLast }.sorted { $0.question < $1.question }.map { answer in
            "\(questions[answer.question].name): \(answer.cell.text(questions[answer.question].type))"
        }
        return told.joined(separator: ", ") + (told.count < askedQuestions.count ? ", all else: no" : "")
    }
}

extension Diagram {
    /// A shortest way to an outcome, counted in cells other than a question's last (*no*).
    fileprivate func witness(of outcome: Outcome) -> [(question: Int, cell: Domain.Cell, isLast: Bool)] {
        guard let wanted = outcomes.firstIndex(of: outcome) else { return [] }
        // `nil` for nodes from which it cannot be reached. Children come before their parents.
        var costs: [Int?] = []
        func cost(_ reference: Reference) -> Int? {
            reference.node.map { costs[$0] } ?? (reference.outcome == wanted ? 0 : nil)
        }
        func steps(_ node: Int) -> [(cell: Int, cost: Int)] {
            let children = children(ofNode: node)
            return children.indices.compactMap { cell in
                cost(children[cell]).map { (cell, $0 + (cell == children.count - 1 ? 0 : 1)) }
            }
        }
        for node in 0..<nodeCount { costs.append(steps(node).map(\.cost).min()) }

        var path: [(question: Int, cell: Domain.Cell, isLast: Bool)] = []
        var reference = verdict
        while let node = reference.node, let step = steps(node).min(by: { $0.cost < $1.cost }) {
            let variable = variables[variable(ofNode: node)]
            path.append(
                (
                    variable.input, variable.domain.cells[step.cell],
                    step.cell == variable.domain.cells.count - 1
                ))
            reference = children(ofNode: node)[step.cell]
        }
        return path
    }
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
