/// What FORMATS 1.6 and 3 say of the sample framework, carried out by brute force. Nothing of the program is used: the
/// rules are written down here once more.
enum SampleOracle {
    enum Answer: String, CaseIterable { case yes, no, open }

    /// The questions in the framework's order.
    static let questions = ["fresh-knowledge", "citations", "format", "latency", "examples", "unsure"]
    static let names = ["rag": "RAG", "fine-tuning": "Fine-tuning", "hybrid": "Hybrid"]

    private static let signals: [(question: String, option: String, qualifier: String?)] = [
        ("fresh-knowledge", "rag", nil), ("citations", "rag", nil), ("format", "fine-tuning", nil),
        ("latency", "fine-tuning", "on a smaller model"),
    ]
    private static let gate = (question: "examples", option: "fine-tuning")
    private static let fallback = (question: "unsure", option: "rag")
    private static let composite = (option: "hybrid", parts: Set(["rag", "fine-tuning"]))

    struct Verdict: Equatable {
        struct Recommended: Hashable {
            let option: String
            let name: String
            let qualifiers: [String]
            let startingPoint: Bool
        }

        let possible: Set<Set<String>>
        let recommendations: Set<Recommended>
        var decided: Bool { possible.count == 1 }
    }

    /// The certain verdict of answers of which some may be open: that of every completion.
    static func verdict(_ answers: [String: Answer]) -> Verdict {
        // The fallback's question is about the reader: blank, it is not asserted.
        let open = questions.filter { answers[$0] == .open && $0 != fallback.question }
        let outcomes = (0..<(1 << open.count)).map { bits in
            var yes = Set(questions.filter { answers[$0] == .yes })
            for (place, question) in open.enumerated() where bits >> place & 1 == 1 { yes.insert(question) }
            return outcome(yes)
        }
        let possible = Set(outcomes.map(\.options))
        let decided = possible.count == 1 ? possible.first ?? [] : []
        return Verdict(
            possible: possible,
            recommendations: Set(
                decided.map { option in
                    Verdict.Recommended(
                        option: option, name: names[option] ?? "",
                        qualifiers: signals.filter { $0.option == option && answers[$0.question] == .yes }
                            .compactMap(\.qualifier),
                        startingPoint: outcomes.allSatisfy(\.isStartingPoint))
                }))
    }

    /// FORMATS 1.6, step by step, where every question is answered.
    private static func outcome(_ yes: Set<String>) -> (options: Set<String>, isStartingPoint: Bool) {
        if yes.contains(fallback.question) { return ([fallback.option], true) }
        let viable = Set(composite.parts.filter { $0 != gate.option || yes.contains(gate.question) })
        let tallies = Dictionary(
            grouping: signals.filter { yes.contains($0.question) && viable.contains($0.option) }, by: \.option
        ).mapValues(\.count)
        let favoured = Set(tallies.keys)
        if favoured == composite.parts { return ([composite.option], false) }
        if let highest = tallies.values.max() {
            return (Set(tallies.filter { $0.value == highest }.keys), false)
        }
        return ([fallback.option], true)
    }
}
