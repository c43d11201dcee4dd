import Diagnostics
import FoundationEssentials
import Markdown
import Rules

extension AssessmentReader {
    /// Reads a table of factors and weights, `| Factor | Weight |`, which change those of the framework's matrix here.
    mutating func readWeights(_ table: Element) -> Bool {
        let rows = table.children.map { Array($0.children) }
        guard let header = rows.first, header.count == 2, index.words.areWeight(header[1]) else {
            return false
        }
        guard let matrix else {
            problems.append(Messages.noMatrix(header[1]))
            return true
        }
        for row in rows.dropFirst() {
            guard let name = row.first, let cell = row.cell(1) else { continue }
            let text = name.plainText.trimmed
            guard !text.isEmpty || !cell.plainText.trimmed.isEmpty else { continue }
            let id = slug(text)
            guard matrix.factors.contains(where: { $0.id == id }) else {
                problems.append(Messages.unknownFactor(name, matrix.factors.map(\.name)))
                continue
            }
            // A blank weight leaves the framework's.
            guard !cell.plainText.trimmed.isEmpty else { continue }
            guard let weight = Score.weight(cell.plainText) else {
                problems.append(Messages.badWeight(cell))
                continue
            }
            if let first = weights[id] {
                problems.append(Messages.weighedTwice(name, first.element))
                continue
            }
            if let isShare = Score.isShare(cell.plainText), isShare != matrix.hasShares {
                problems.append(
                    Score.mixedWeight(cell, isShare: isShare, others: "the framework's weights"))
            }
            weights[id] = Assessment.Weight(value: weight, element: cell)
        }
        let own = matrix.weighted(by: weights.mapValues(\.value))
        if own.factors.allSatisfy({ $0.weight == 0 }) {
            problems.append(Score.noWeight(at: header[1].location))
        }
        return true
    }
}

private enum Messages {
    static func noMatrix(_ header: Element) -> Diagnostic {
        Diagnostic(
            "no-effect", .warning, at: header.location,
            "these weights weigh nothing: the framework has no weighted matrix",
            suggestion: "give its comparison a column 'Weight' and scores, or leave this table out")
    }

    static func unknownFactor(_ cell: Element, _ names: [String]) -> Diagnostic {
        let text = cell.plainText.trimmed
        return Diagnostic(
            "unknown-factor", at: cell.location, "no factor of the matrix is called '\(text)'",
            suggestion: didYouMean(text, among: names) ?? "the factors are \(names.joined(separator: ", "))")
    }

    static func badWeight(_ cell: Element) -> Diagnostic {
        Diagnostic(
            "bad-weight", at: cell.location, "'\(cell.plainText.trimmed)' is no weight",
            suggestion: Score.weightHelp)
    }

    static func weighedTwice(_ cell: Element, _ first: Element) -> Diagnostic {
        Diagnostic(
            "duplicate-factor", at: cell.location, "'\(cell.plainText.trimmed)' is weighed twice",
            suggestion: "keep one of the two", notes: [.init("the first weight is here", at: first.location)])
    }
}
