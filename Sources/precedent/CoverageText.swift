import Rules

/// Which situations lead to what, as `explain` prints it.
struct CoverageText {
    private let logic: Logic

    init(of logic: Logic) { self.logic = logic }

    /// How many questions are listed.
    private static let mostQuestions = 5

    /// The whole section.
    var text: String {
        guard let coverage = logic.coverage() else {
            return "\nCoverage\n  The rules depend on too much at once to be counted.\n"
        }
        let all = coverage.situations
        let count = all == .max ? "At least \(all)" : "\(all)"
        var text =
            "\nCoverage\n  \(count) distinct situation\(all == 1 ? "" : "s"); answers that no rule tells apart count once.\n"
        for part in coverage.parts {
            text += "  \(share(part)) \(name(part.options))\n"
        }
        text +=
            coverage.isWeighted
            ? "  Answers are taken to be as likely as the framework says; where it says nothing, each distinct one equally.\n"
            : "  Each distinct answer is taken to be equally likely.\n"
        if logic.recommendation == nil,
            let wayOut = logic.askedQuestions.first(where: \.isAboutReader)
        {
            text += "  The way out, \(wayOut.name), is taken as not asserted.\n"
        }
        if coverage.isCautious {
            text +=
                "  Conditions over several inputs are counted as if they were questions, so not all situations may exist.\n"
        }
        guard !coverage.questions.isEmpty else { return text }
        text += "  Most decisive, by how much an answer is expected to settle:\n"
        for question in coverage.questions.prefix(Self.mostQuestions) {
            text += "    \(question.name), \(decimals(question.bits)) bits\n"
        }
        return text
    }

    private func name(_ options: [Int]) -> String {
        if options.isEmpty { return "no recommendation" }
        let names = options.map { logic.options[$0].name }.joined(separator: ", ")
        return options.count == 1 ? names : "a tie between \(names)"
    }

    /// A share to the tenth of a percent, as wide as 100.0 %. What can happen is not said to be nothing.
    private func share(_ part: Coverage.Part) -> String {
        let text =
            part.thousandths == 0 ? "<0.1 %" : "\(part.thousandths / 10).\(part.thousandths % 10) %"
        return String(repeating: " ", count: max(0, 7 - text.count)) + text
    }

    private func decimals(_ bits: Double) -> String {
        let hundredths = Int((bits * 100).rounded())
        return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
    }
}
