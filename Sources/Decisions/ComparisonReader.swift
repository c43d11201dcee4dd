import Diagnostics
import FoundationEssentials
import Markdown
import Rules

extension TableRecogniser {
    /// The table as a comparison, and as a weighted matrix where it has weights and scores (FORMATS 1.1).
    mutating func comparison(_ factors: [String: [String]]) -> (Comparison, WeightedMatrix?)? {
        guard headers.count >= 2, !options.isEmpty else { return nil }
        let weightHeading = headers.count > 2 && words.areWeight(headers[1]) ? headers[1] : nil
        let firstOption = weightHeading == nil ? 1 : 2
        let named = headers[firstOption...].map { header in
            options.firstIndex { $0.name.lowercased() == header.plainText.trimmed.lowercased() }
        }
        guard named.allSatisfy({ $0 != nil }) else {
            warnOfNearMiss(Array(headers[firstOption...]), named)
            return nil
        }
        let columns = zip(headers[firstOption...], named).compactMap { heading, option in
            option.map { (heading: heading, option: $0) }
        }
        let rows = rows.compactMap { cells -> Comparison.Row? in
            guard let factor = cells.first else { return nil }
            let id = slug(factor.plainText.trimmed)
            return Comparison.Row(
                id: id, factor: factor, weight: weightHeading.flatMap { _ in cells.dropFirst().first },
                cells: Array(cells.dropFirst(firstOption)), questions: factors[id] ?? [])
        }
        let matrix: WeightedMatrix? =
            if let weightHeading {
                matrix(rows, columns.map(\.option), under: weightHeading)
            } else { nil }
        let names = columns.map { options[$0.option].name }.joined(separator: ", ")
        let count = "\(rows.count) factor\(rows.count == 1 ? "" : "s")"
        take(
            as: "\(matrix == nil ? "comparison" : "weighted matrix") of \(names) by \(count)",
            because: matrix == nil
                ? "each column after the first is an option"
                : "each column after the weights is an option, and its cells are scores")
        let comparison = Comparison(
            element: table, factorHeading: headers[0], weightHeading: weightHeading, columns: columns,
            rows: rows, isMatrix: matrix != nil)
        return (comparison, matrix)
    }

    private mutating func warnOfNearMiss(_ headers: [Element], _ named: [Int?]) {
        let unnamed = zip(headers, named).filter { $0.1 == nil }.map(\.0)
        guard unnamed.count == 1, let odd = unnamed.first, headers.count > 1 else { return }
        problems.append(Messages.almostComparison(odd, options.map(\.name)))
        take(as: "prose", because: "'\(odd.plainText.trimmed)' is no option")
    }

    // MARK: Weights and scores

    /// The scores with their weights; `nil` where some cell is none, which is said.
    private mutating func matrix(
        _ rows: [Comparison.Row], _ columns: [Int], under heading: Element
    ) -> WeightedMatrix? {
        let scores = rows.map { row in row.cells.map { Score($0.plainText) } }
        // A comparison in words may have a column of weights: it weighs nothing then, and that is said once.
        guard scores.contains(where: { $0.contains { $0 != nil } }) else {
            problems.append(Messages.noScores(heading))
            return nil
        }
        var factors: [WeightedMatrix.Factor] = []
        var isWhole = true
        if let twice = columns.indices.first(where: { columns[..<$0].contains(columns[$0]) }) {
            problems.append(Messages.duplicateColumn(headers[twice + 2], options[columns[twice]].name))
            isWhole = false
        }
        for (row, scores) in zip(rows, scores) {
            let weight = row.weight.flatMap { Score.weight($0.plainText) }
            if weight == nil { problems.append(Messages.badWeight(row.weight ?? row.factor)) }
            for (column, _) in columns.enumerated() {
                let cell = row.cells.indices.contains(column) ? row.cells[column] : nil
                if cell == nil || scores[column] == nil {
                    problems.append(Messages.badScore(cell ?? row.factor))
                }
            }
            guard let weight, scores.count >= columns.count, scores.allSatisfy({ $0 != nil }) else {
                isWhole = false
                continue
            }
            factors.append(
                WeightedMatrix.Factor(
                    id: row.id, name: row.factor.plainText.trimmed, weight: weight,
                    scores: scores.prefix(columns.count).compactMap { $0?.value },
                    location: row.factor.location))
        }
        for (index, factor) in factors.enumerated() {
            guard let first = factors[..<index].first(where: { $0.id == factor.id }) else { continue }
            problems.append(Messages.duplicateFactor(factor, first))
        }
        if isWhole, factors.allSatisfy({ $0.weight == 0 }) {
            problems.append(Score.noWeight(at: heading.location))
        }
        let weights = rows.compactMap(\.weight)
        let hasShares = weights.lazy.compactMap { Score.isShare($0.plainText) }.first ?? false
        if let odd = weights.first(where: { Score.isShare($0.plainText) == !hasShares }) {
            problems.append(
                Score.mixedWeight(odd, isShare: !hasShares, others: "the other weights of this matrix"))
        }
        let areStars = scores.joined().compactMap { $0?.isStars }.first
        if let odd = zip(rows, scores).first(where: {
            $1.contains { $0.map { $0.isStars != areStars } ?? false }
        }) {
            problems.append(Messages.mixedScores(odd.0.factor))
        }
        return isWhole ? WeightedMatrix(options: columns, factors: factors, hasShares: hasShares) : nil
    }
}

/// What an option is worth by a factor: a number from 0 to 10, or stars.
struct Score {
    let value: Number
    let isStars: Bool

    /// `nil` where the text is no score.
    init?(_ text: String) {
        // Keyboards add a mark to stars that asks for their picture.
        let text = String(String.UnicodeScalarView(text.trimmed.unicodeScalars.filter { $0 != "\u{FE0F}" }))
        if !text.isEmpty, text.count <= 10, text.allSatisfy({ "★☆⭐".contains($0) }) {
            value = Number(text.count { $0 != "☆" })
            isStars = true
            return
        }
        guard let number = Number(plain: text), number >= 0, number <= 10 else { return nil }
        value = number
        isStars = false
    }

    /// The problem of weights that are all 0, by which every option would win.
    static func noWeight(at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            "bad-weight", at: location, "all weights are 0, so that nothing decides",
            suggestion: "give at least one factor a weight")
    }

    /// How weights are written, for whoever wrote something else.
    static let weightHelp = "write a number with a decimal point, 0 or more, as in 3 or 0.5"

    /// A weight: a number that is not negative, maybe with a percent sign.
    static func weight(_ text: String) -> Number? {
        let text = text.trimmed
        let digits = text.hasSuffix("%") ? String(text.dropLast()).trimmed : text
        return Number(plain: digits).flatMap { $0 >= 0 ? $0 : nil }
    }

    /// Whether a weight is written as a share of a hundred; `nil` for what is no weight, and for 0, which is the same either
    /// way.
    static func isShare(_ text: String) -> Bool? {
        weight(text).flatMap { $0 == 0 ? nil : text.trimmed.hasSuffix("%") }
    }

    /// The problem of a share beside plain numbers, or of a plain number beside shares: how much of the whole either is
    /// cannot be told.
    /// - Parameter others: what it stands beside.
    static func mixedWeight(_ cell: Element, isShare: Bool, others: String) -> Diagnostic {
        let text = cell.plainText.trimmed
        let digits = text.filter { $0 != "%" }.trimmed
        return Diagnostic(
            "mixed-weights", at: cell.location,
            isShare
                ? "'\(text)' is a share, and \(others) are plain numbers"
                : "'\(text)' is a plain number, and \(others) are shares",
            suggestion: isShare
                ? "write all of them in one way, as in \(digits)"
                : "write all of them in one way, as in \(digits) %")
    }
}

extension Words {
    /// Whether a header is that of a column of weights.
    func areWeight(_ header: Element) -> Bool {
        let text = header.plainText.trimmed.lowercased()
        return weight.contains { $0.lowercased() == text }
    }
}

private enum Messages {
    static func almostComparison(_ header: Element, _ names: [String]) -> Diagnostic {
        let text = header.plainText.trimmed
        return Diagnostic(
            "almost-comparison", .warning, at: header.location,
            "'\(text)' is no option, so this table is read as prose",
            suggestion: didYouMean(text, among: names) ?? "the options are \(names.joined(separator: ", "))")
    }

    static func noScores(_ heading: Element) -> Diagnostic {
        Diagnostic(
            "almost-matrix", .warning, at: heading.location,
            "these weights weigh nothing, since no cell is a score",
            suggestion: "score each option from 0 to 10 or by stars, or leave the weights out")
    }

    static func badWeight(_ cell: Element) -> Diagnostic {
        let text = cell.plainText.trimmed
        return Diagnostic(
            "bad-weight", at: cell.location,
            text.isEmpty ? "this factor has no weight" : "'\(text)' is no weight",
            suggestion: Score.weightHelp)
    }

    static func badScore(_ cell: Element) -> Diagnostic {
        let text = cell.plainText.trimmed
        return Diagnostic(
            "bad-score", at: cell.location,
            text.isEmpty ? "a score is missing here" : "'\(text)' is no score",
            suggestion: "write a number from 0 to 10, or stars such as ★★★☆☆")
    }

    static func duplicateColumn(_ heading: Element, _ name: String) -> Diagnostic {
        Diagnostic(
            "duplicate-column", at: heading.location, "two columns score '\(name)'",
            suggestion: "keep one of the two")
    }

    static func duplicateFactor(_ factor: WeightedMatrix.Factor, _ first: WeightedMatrix.Factor) -> Diagnostic
    {
        Diagnostic(
            "duplicate-factor", at: factor.location, "two factors are called '\(factor.name)'",
            suggestion: "give one another name", notes: [.init("the first is here", at: first.location)])
    }

    static func mixedScores(_ factor: Element) -> Diagnostic {
        Diagnostic(
            "mixed-scores", .warning, at: factor.location,
            "some scores of this matrix are numbers and some are stars; a star counts 1",
            suggestion: "write all of them in one way")
    }
}
